"""How far behind an objective is: months that are late, the distance to the cumulative line, where bands end."""

from collections.abc import Iterator
from functools import partial

from plangen.compute import Rule
from plangen.sections.objectives.results import Results
from plangen.sections.objectives.split import Note, Split
from plangen.values import MONTH, Key, Period, Quantity, say, told

LINE: Note = ("累计实际 − 累计目标", "cumulative actual − cumulative target")
EDGE: Note = ("同期目标 × 档线", "target of the same months × edge of the band")


def rules(split: Split) -> Iterator[Rule]:
    """Nothing where nothing is reported."""
    results = Results(split)
    if not results.any:
        return
    span, late = split.objective.span("target"), results.months_late()
    if late:
        note = told("{months}", "{months}", months=partial(_listed, late))
        yield split.rule(split.key("late"), "constant", (), span, note, quantity=Quantity.exact(len(late), MONTH))
    done = results.months_in_a_row() if split.adds_up and split.adds_over_time and results.monthly else []
    if done:
        inputs = (results.key("cumulative", period=done[-1]), split.key("cumulative", period=done[-1]))
        yield split.rule(split.key("ahead", period=done[-1]), "difference", inputs, span, LINE, both=True)
    yield from _bands(results)


def _listed(months: list[Period], language: str) -> str:
    return say(("、", ", "), language).join(month.label(language) for month in months)


def band(split: Split, index: int, member: str) -> Key:
    """The key of where a band ends for a member."""
    return split.key(f"band-{index + 1}", *filter(None, [member]))


def _bands(results: Results) -> Iterator[Rule]:
    """Share × target to date, for each member that is reported."""
    split, axis = results.split, results.axis
    members = [member for member in split.inside(axis) if results.pieces_in(axis, member)] if axis else []
    for index, edge in enumerate(split.objective.bands if members else ()):
        share, span = split.key(f"edge-{index + 1}"), split.objective.span("bands")
        yield split.rule(share, "constant", (), span, quantity=edge)
        for member in members:
            inputs = (split.key("ytd", member), share)
            yield split.rule(band(split, index, member), "product", inputs, span, EDGE)
