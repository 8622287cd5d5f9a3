"""The board: four quadrants, each judgement with its evidence and with what answers it."""

from plangen.compute import PlanScope
from plangen.sections.swot.answering import answered, answering
from plangen.sections.swot.model import QUADRANTS, Factor, Swot
from plangen.sections.swot.wording import quadrant
from plangen.values import dotted
from plangen.views import Board, Column, Inline, Line, Link, Panel, Row, Table, Words


def board(section: Swot, scope: PlanScope) -> Board:
    """The four quadrants: rows inside and outside, columns helpful and harmful."""
    first, second, third, fourth = (_panel(name, section, scope) for name in QUADRANTS)
    rows = scope.word("内部", "Inside"), scope.word("外部", "Outside")
    columns = scope.word("有利", "Helpful"), scope.word("不利", "Harmful")
    return Board((first, second, third, fourth), rows, columns, _table(section, scope))


def _panel(name: str, section: Swot, scope: PlanScope) -> Panel:
    factors = list(section.quadrant(name).values())
    aside = dotted(scope.language, (name[0].upper(), _counts(factors, scope)))
    items = tuple(((factor.text,), _small(factor, scope)) for factor in factors)
    return Panel(quadrant(name, scope), aside, items, f"swot-{name}")


def _counts(factors: list[Factor], scope: PlanScope) -> str:
    """How many judgements there are and how many are answered: `4 条，3 条有任务`."""
    total, done = len(factors), answered(factors, scope)
    if not total:
        return scope.word("0 条", "none")
    if done == total:
        return scope.word("{total} 条，全部有任务", "{total}, all answered", total=total)
    if not done:
        return scope.word("{total} 条，都还没有任务", "{total}, 0 answered", total=total)
    return scope.word("{total} 条，{done} 条有任务", "{total}, {done} answered", total=total, done=done)


def _small(factor: Factor, scope: PlanScope) -> Line:
    evidence = (_evidence(factor, scope), "　") if factor.evidence else ()
    found = answering(factor, scope)
    if not found and factor.note:
        return (*evidence, Words(factor.note, "muted"))
    if not found:
        return (*evidence, Words("!", "unset"), Words(scope.word(" 还没有对应任务", " no task yet"), "unset"))
    return (*evidence, "→ ", *answers(found, scope))


def _evidence(factor: Factor, scope: PlanScope) -> Words:
    return Words(scope.word("依据 ", "Evidence: ") + (factor.evidence or ""), "muted")


def answers(references: tuple[str, ...], scope: PlanScope) -> Line:
    """What answers something, each a link; a dash where nothing does."""
    parts: list[Inline] = []
    for text in references:
        address = scope.resolve(text)
        link = Link(scope.name_of(address), address) if address else Words(text, "bad")
        parts += [scope.word("、", ", "), link]
    return tuple(parts[1:]) or ("—",)


def _answer(factor: Factor, scope: PlanScope) -> Line:
    found = answering(factor, scope)
    return (Words(factor.note, "muted"),) if factor.note and not found else answers(found, scope)


def _table(section: Swot, scope: PlanScope) -> Table:
    columns = (
        Column("factor", scope.word("判断", "Judgement")),
        Column("evidence", scope.word("依据", "Evidence"), phone=False),
        Column("answer", scope.word("落到", "Answered by")),
    )
    rows: list[Row] = []
    for name in QUADRANTS:
        rows.append(Row(((quadrant(name, scope),), (), ()), "group"))
        for factor in section.quadrant(name).values():
            cells: tuple[Line, ...] = ((factor.text,), (factor.evidence or "—",), _answer(factor, scope))
            rows.append(Row(cells, id=factor.id, level=1))
    return Table("swot-board", scope.word("SWOT 判断", "SWOT judgements"), columns, tuple(rows))
