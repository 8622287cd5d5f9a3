"""What the page of SWOT shows: the board and, below it, what is done about it (TOWS)."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.sections.swot.answering import answered
from plangen.sections.swot.board import answers, board
from plangen.sections.swot.model import Action, Swot
from plangen.sections.swot.wording import count, quadrant
from plangen.views import Block, Card, Column, Heading, Line, Link, Row, Table, Words


def blocks(section: Swot, scope: PlanScope) -> Iterator[Block]:
    """The board, then the actions."""
    yield board(section, scope)
    if section.actions:
        yield Heading(scope.word("由判断到做法", "From judgement to action"), "swot-tows", aside="TOWS")
        yield _actions(section, scope)


def _actions(section: Swot, scope: PlanScope) -> Table:
    columns = (
        Column("pair", scope.word("组合", "Pair")),
        Column("action", scope.word("做法", "Action")),
        Column("answer", scope.word("落到", "Carried out by")),
        Column("owner", scope.word("负责人", "Owner"), phone=False),
        Column("due", scope.word("期限", "Due")),
    )
    rows = tuple(_row(action, scope) for action in section.actions.values())
    return Table("swot-actions", scope.word("由判断到做法", "From judgement to action"), columns, rows)


def _row(action: Action, scope: PlanScope) -> Row:
    pair: Line = (" × ".join(quadrant(name, scope) for name in action.quadrants),)
    answer, owner = answers(action.answer, scope), _owner(action, scope)
    return Row((pair, (action.text,), answer, owner, _due(action, scope)), id=action.id)


def _owner(action: Action, scope: PlanScope) -> Line:
    if action.owner is None:
        return ("—",)
    address = scope.resolve(action.owner, "org")
    return (Link(scope.name_of(address), address) if address else Words(action.owner, "bad"),)


def _due(action: Action, scope: PlanScope) -> Line:
    """The last day as `6-30`; a dash where the action has none, 待定 where it is not known yet."""
    if action.due is None:
        return ("—",)
    if action.due.value is None:
        return (Words(scope.word("待定", "not set"), "unset"),)
    day = action.due.value
    text = f"{day.month}-{day.day:02}"
    return (text if day.year == scope.year else f"{day.year}-{text}",)


def cards(section: Swot, scope: PlanScope) -> tuple[Card, ...]:
    """None: a count of judgements is no key figure of a plan."""
    return ()


def summary(section: Swot, scope: PlanScope) -> Line:
    """How many judgements and how many are answered: `14 条，9 条已有对应任务`."""
    total, done = len(section.factors), answered(section.factors, scope)
    return (
        scope.word(
            "{total} 条，{done} 条已有对应任务", "{total} judgement(s), {done} answered", total=total, done=done
        ),
    )


def lede(section: Swot, scope: PlanScope) -> Line:
    """The same as a sentence: `十四条判断，九条已经落到任务上`."""
    total, done = len(section.factors), answered(section.factors, scope)
    said = count(total, scope)
    if done == total:
        all_done = "{said}条判断，条条落到任务上。", "{total} judgement(s), all of them answered."
        return (scope.word(*all_done, said=said, total=total),)
    if not done:
        none = "{said}条判断，都还没有落到任务上。", "{total} judgement(s), none of them answered."
        return (scope.word(*none, said=said, total=total),)
    some = (
        "{said}条判断，{answered}条已经落到任务上；没有对应任务的标出。",
        "{total} judgement(s), {done} of them answered.",
    )
    return (scope.word(*some, said=said, total=total, answered=count(done, scope), done=done),)
