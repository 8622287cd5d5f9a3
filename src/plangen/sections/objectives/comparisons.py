"""What tables of objectives show beside the parts: how far rates and target are apart, the rest's share, the whole."""

from collections.abc import Iterator

from plangen.compute import Rule
from plangen.sections.objectives.split import Note, Split
from plangen.values import Formulated, Key

APART: Note = ("按单价推算 − 目标", "by the rates − target")
REST: Note = ("未分解的部分 ÷ 目标", "what is not split ÷ target")
WHOLE: Note = ("目标占它自己", "the target as a share of itself")
COUNTED: Note = ("各部分的数量合计", "sum of the parts' counts")


def rules(split: Split) -> Iterator[Rule]:
    """For the objective and its parts, as far as there is something to compare."""
    for member, entry in split.entries():
        if split.heads_of(entry) or (not member and split.axis_of_rates()):
            yield _apart(split, *filter(None, [member]))
    axes = split.axes() if split.adds_up else {}
    for axis in axes:
        yield _rest(split, axis)
        yield from _count(split, axis)
    if axes:
        whole = split.key()
        yield split.rule(split.key("share"), "portion", (whole, whole), split.objective.span(), WHOLE)


def _apart(split: Split, *members: str) -> Rule:
    inputs = (split.key("implied", *members), split.key("target", *members))
    return split.rule(split.key("apart", *members), "difference", inputs, split.objective.span(), APART, both=True)


def _rest(split: Split, axis: str) -> Rule:
    inputs = (split.key("gap", axis), split.key())
    return split.rule(split.key("share", axis, facet="gap"), "share", inputs, split.axis_span(axis), REST, asked=False)


def _count(split: Split, axis: str) -> Iterator[Rule]:
    keys = counts(split, axis)
    if keys:
        yield split.rule(split.key("count", axis, facet="rollup"), "sum", keys, split.axis_span(axis), COUNTED)


def counts(split: Split, axis: str) -> tuple[Key, ...]:
    """The counts of the parts along an axis, where they count one thing; one that is not set counts anything."""
    cells = split.cells(axis)
    counted = {member: cells[member].count for member in split.inside(axis) if member in cells}
    known = {member: count for member, count in counted.items() if count is not None}
    given = [member for member, count in known.items() if isinstance(count, Formulated) or not count.unset]
    units = {split.unit_of(cells[member], "count") for member in given}
    return tuple(split.key("count", member) for member in known) if len(units) == 1 else ()
