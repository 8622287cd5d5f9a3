"""The table of results: actual and before, by the month where the periods differ, growth, target and attainment."""

from plangen.compute import PlanScope
from plangen.sections.numbers import shown
from plangen.sections.review.claims import growth_shown, status_of
from plangen.sections.review.lengths import differ
from plangen.sections.review.model import NUMBERS, Result, Review
from plangen.sections.review.money import amount_shown, unit_of_all
from plangen.views import Column, Line, Num, Row, Table, Tone, Words

MONTHLY = ("monthly", "before-monthly")


def results(section: Review, scope: PlanScope) -> Table:
    """One row a result that has numbers, or should have some; columns that no result has are left out."""
    columns = [column for column in _columns(section, scope) if _is_used(column.key, section, scope)]
    rows, unit = [], unit_of_all(section, scope)
    for result in filter(is_counted, section.results.values()):
        cells = _cells(result, scope, unit)
        rows.append(Row(tuple(cells[column.key] for column in columns), id=result.id))
    return Table(
        "review-results", scope.word("结果", "Results"), tuple(columns), tuple(rows), notes=_notes(section, scope)
    )


def is_counted(result: Result) -> bool:
    """Whether a result has a number or lacks one: a statement alone stands with what is said only."""
    return any(map(result.has, NUMBERS)) or result.statement is None or bool(result.trend or result.status)


def _columns(section: Review, scope: PlanScope) -> list[Column]:
    """The numbers as they are, then by the month where the periods differ; each with its growth."""
    word = scope.word
    apart = differ(section, scope)
    whole, month = (word("整段", "Whole period"), word("月均", "Per month")) if apart else ("", "")
    now, before, growth = word("实际", "Actual"), word("对比期", "Before"), word("增长", "Growth")
    return [
        Column("result", word("结果", "Result")),
        Column("actual", now, numeric=True, group=whole),
        Column("before", before, numeric=True, group=whole, phone=False),
        Column("growth", growth, numeric=True, group=whole, phone=False),
        Column("monthly", now, numeric=True, group=month, phone=False),
        Column("before-monthly", before, numeric=True, group=month, phone=False),
        Column("like", growth, numeric=True, group=month),
        Column("target", word("目标", "Target"), numeric=True, phone=False),
        Column("attainment", word("达成率", "Attained"), numeric=True),
    ]


def _is_used(key: str, section: Review, scope: PlanScope) -> bool:
    """Whether a column says something of any result."""
    each = section.results.values()
    if key in ("growth", *MONTHLY):
        return any(scope.quantity(result.address("monthly")) is not None for result in each)
    if key in ("before", "like"):
        return any(result.has("before") for result in each)
    if key in ("target", "attainment"):
        return any(result.target is not None for result in each)
    return True


def _cells(result: Result, scope: PlanScope, unit: str) -> dict[str, Line]:
    numbers = {key: (amount_shown(scope, result.address(key), unit),) for key in NUMBERS}
    by_month = {key: (amount_shown(scope, result.address(key), unit, 2),) for key in MONTHLY}
    growth = shown(scope, result.address("growth"), "%", 1, with_unit=True, signed=True, tone="muted")
    return {
        "result": (result.name,),
        **numbers,
        **by_month,
        "growth": (growth if scope.quantity(result.address("monthly-growth")) is not None else Num(None),),
        "like": (growth_shown(result, scope),),
        "attainment": (_attained(result, scope),),
    }


def _attained(result: Result, scope: PlanScope) -> Num:
    """The attainment; ✓ or ✕ where it is certain that the target was met or missed."""
    found = status_of(result, scope)
    tone: Tone = {"met": "good", "missed": "bad"}.get(found, "")  # type: ignore[assignment]
    symbol = {"met": "✓ ", "missed": "✕ "}.get(found, "")
    return shown(scope, result.address("attainment"), "%", 1, with_unit=True, symbol=symbol, tone=tone)


def _notes(section: Review, scope: PlanScope) -> tuple[Line, ...]:
    """How growth is compared, and that a season is in it where the months of the year are others."""
    stretches = [stretch for _, stretch in section.stretches(scope.year)]
    if len(stretches) < 2:
        return ()
    notes: list[Line] = []
    if differ(section, scope):
        text, english = (
            "两段期间长短不同：能相加的结果看月均增长，整段的增长只供参考。",
            "The periods differ in length: what adds up is compared by the month; growth of the whole is shown beside.",
        )
        notes.append((Words(scope.word(text, english)),))
    if stretches[0].seasons != stretches[1].seasons:
        text, english = (
            "两段不是一年里的同几个月，增长里含淡旺季的差别。",
            "They are other months of the year, so that growth has the season in it.",
        )
        notes.append((Words(scope.word(text, english)),))
    return tuple(notes)
