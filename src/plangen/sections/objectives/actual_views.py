"""What readers see of actuals: tables and charts of an objective, a card, nothing where there is nothing."""

from collections.abc import Iterator

from plangen.sections.numbers import shown
from plangen.sections.objectives import actual_charts, actual_tables, tables
from plangen.sections.objectives.results import Results
from plangen.sections.objectives.split import Split
from plangen.views import Block, Card, Chart, Line, phrase, progress_of


def blocks(split: Split) -> Iterator[Block]:
    """Target against actual by month, then by member of each axis that is reported."""
    results = Results(split)
    if not results.any or not results.monthly or not split.adds_up:
        return
    yield actual_tables.by_period(results)
    for axis in split.axes():
        if results.is_reported(axis):
            yield actual_tables.by_member(results, axis)


def charts(split: Split) -> Iterator[Chart]:
    """A bullet chart of the first axis that is reported."""
    results = Results(split)
    if results.any and results.monthly and results.axis and results.pieces_in(results.axis, _first(results)):
        yield actual_charts.bullets(results, results.axis)


def _first(results: Results) -> str:
    inside = results.split.inside(results.axis)
    return next((member for member in inside if results.pieces_in(results.axis, member)), inside[0])


def cumulative(split: Split) -> Chart | None:
    """The cumulative line with the actual on it; None while no month is in."""
    results = Results(split)
    return actual_charts.cumulative(results) if results.any and results.months_in_a_row() else None


def card(split: Split) -> Card | None:
    """Attainment to date with the months it speaks of and where the year lands; None without actuals."""
    results, scope = Results(split), split.scope
    if not results.any or scope.quantity(split.key("attainment").address) is None:
        return None
    figure: Line = (actual_tables.attained(split, split.key("attainment"), with_unit=True),)
    variance = scope.quantity(split.key("variance").address)
    apart = actual_tables.plain_with_unit(split, split.key("variance"))
    note: Line = (scope.word("差异 ", "variance "), apart) if variance is not None else ()
    landing = scope.quantity(split.key("landing").address)
    if landing is not None:
        note = (
            *note,
            scope.word("，落点估计 ", ", landing about "),
            actual_tables.plain_with_unit(split, split.key("landing")),
        )
    late = shown(scope, split.key("late").address, "月", tone="unset")
    if late.quantity is not None:
        said = phrase(scope.word("迟报 {n} 个月", "{n} months late"), "unset", n=late)
        note = (*note, scope.word("，", ", "), *said)
    bar = progress_of(*(tables.number(split, key) for key in (results.key("ytd"), split.key(), split.key("ytd"))))
    note = (bar, *note) if bar else note
    return Card(scope.word("达成率", "Attainment"), figure, note, actual_tables.tone_of(variance), "reached")
