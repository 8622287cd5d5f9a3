"""The gap ledger of a year: every open difference between a total and its parts, who holds it and until when."""

from plangen.model import Plan
from plangen.site.edition import Edition
from plangen.site.eyebrow import eyebrow
from plangen.site.registers.ledger_rows import held_by, state_name, state_of, waiver_of, what_of
from plangen.views import Block, Column, Document, Entries, LedgerLine, Line, Link, Row, Table, Tally, Words, phrase

_STATES = {
    "overdue": ("{n} 条过期", "{n} overdue"),
    "undeclared": ("{n} 条没有人认领", "{n} held by nobody"),
    "unset": ("{n} 条等未定的数", "{n} waiting for what is not set"),
}
"""What the lede says of the states that somebody has to look at."""


def ledger_page(edition: Edition) -> Document:
    """The page with every open difference of the year, in one table."""
    word = edition.word
    lines = [(scope.plan, line) for scope in edition.plans.values() for line in edition.ledger(scope.plan)]
    block: Block = _table(edition, lines) if lines else Entries((), word("没有未关闭的差额。", "No open gaps."))
    return Document(word("差额台账", "Gap ledger"), (block,), eyebrow(edition, None), _lede(edition, lines))


def _lede(edition: Edition, lines: list[tuple[Plan, LedgerLine]]) -> Line:
    """How many gaps there are, and how many of them are in a state that somebody has to look at."""
    word, states = edition.word, [state_name(edition, line) for _, line in lines]
    text = word(
        "自上而下的合计与自下而上的各部分之间有 {all} 条差额",
        "Open gaps between totals from above and parts from below: {all}",
    )
    line, first = phrase(text, all=Tally(len(lines), "ledger")), True
    for state, (zh, en) in _STATES.items():
        if state in states:
            between = word("：", "; ") if first else word("，", ", ")
            line += (between, *phrase(word(zh, en), n=Tally(states.count(state), f"ledger {state}")))
            first = False
    return (*line, word("。", "."))


def _table(edition: Edition, lines: list[tuple[Plan, LedgerLine]]) -> Table:
    word = edition.word
    whose, numbers = word("谁的差额", "Whose gap"), word("差多少", "How much")
    columns = (
        Column("plan", word("计划", "Plan"), group=whose),
        Column("what", word("目标", "Objective"), group=whose),
        Column("top", word("自上而下", "Top-down"), numeric=True, group=numbers, phone=False),
        Column("bottom", word("自下而上", "Bottom-up"), numeric=True, group=numbers, phone=False),
        Column("difference", word("差额", "Gap"), numeric=True, group=numbers),
        Column("owner", word("负责人和期限", "Owner and date")),
        Column("reason", word("原因", "Reason"), phone=False),
        Column("state", word("状态", "State"), phone=False),
    )
    rows = tuple(Row(_cells(edition, plan, line)) for plan, line in lines)
    subtitle = word("差额 = 自上而下 − 自下而上；没填的数不按零计", "gap = top-down − bottom-up; unset is never zero")
    return Table("ledger", word("未关闭的差额", "Open gaps"), columns, rows, subtitle)


def _cells(edition: Edition, plan: Plan, line: LedgerLine) -> tuple[Line, ...]:
    reason = line.reason or waiver_of(edition, line)
    return (
        (Link(plan.head.name, page=f"{plan.path}/"),),
        what_of(edition, line),
        (line.top,),
        (line.bottom,),
        (line.difference,),
        held_by(edition, plan, line),
        (Words(reason or "—", "muted"),),
        state_of(edition, line),
    )
