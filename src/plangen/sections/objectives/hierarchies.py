"""Parallel hierarchies: sub-totals of an axis by sales area, by tier, by whatever its dimension groups it by."""

from collections.abc import Iterator

from plangen.compute import Rule
from plangen.sections.objectives import levels, rolling
from plangen.sections.objectives.phases import is_phased
from plangen.sections.objectives.split import GAP, Note, Split
from plangen.values import Key, Period

INSIDE: Note = ("其下各成员", "of the members below")
SHARE_ROUNDED: Note = ("四舍五入到 0.01%", "rounded half up to 0.01%")
GROUPED: Note = ("已归组成员", "of all grouped members")


def hierarchies(split: Split, axis: str) -> Iterator[str]:
    """The hierarchies of an axis that some member of it stands in, where its parts roll up at all."""
    dimension = split.scope.dimensions.axes.get(axis)
    for name in dimension.hierarchies if dimension and split.rolls_up else ():
        if groups(split, axis, name):
            yield name


def groups(split: Split, axis: str, hierarchy: str) -> dict[str, list[str]]:
    """Each group that some member is in with the members below it, direct or not, in the order of the dimension.

    Only members without parts count, so that nobody counts twice.
    """
    dimension = split.scope.dimensions.axes[axis]
    found: dict[str, list[str]] = {}
    for leaf in leaves(split, axis):
        for group in dimension.grouped(hierarchy, leaf):
            found.setdefault(group, []).append(leaf)
    order = list(dimension.members)
    return dict(sorted(found.items(), key=lambda pair: order.index(pair[0]) if pair[0] in order else len(order)))


def leaves(split: Split, axis: str) -> list[str]:
    """The members of an axis that have no parts of their own here."""
    above = set(split.groups(axis))
    return [member for member in split.axes()[axis] if member not in above]


def left_out(split: Split, axis: str, hierarchy: str) -> list[str]:
    """The members of an axis that a hierarchy has no group for."""
    dimension = split.scope.dimensions.axes[axis]
    return [leaf for leaf in leaves(split, axis) if not dimension.grouped(hierarchy, leaf)]


def rules(split: Split) -> Iterator[Rule]:
    """Each group's sub-total, its months and quarters; what the groups make together, and what is in none of them."""
    for axis in split.axes():
        for hierarchy in hierarchies(split, axis):
            yield from _hierarchy(split, axis, hierarchy)


def _hierarchy(split: Split, axis: str, hierarchy: str) -> Iterator[Rule]:
    span, below = split.axis_span(axis), groups(split, axis, hierarchy)
    for group, members in below.items():
        cell = split.cells(axis).get(group)
        given = cell is not None and cell.target is not None
        key = split.key("target", group, facet="rollup" if given else "")
        yield rolling.rolled(split, key, _keys(split, members), span, INSIDE)
        if given:
            yield split.rule(split.key("gap", group), "difference", (split.key("target", group), key), span, GAP)
        if split.adds_up:
            inputs = (split.key("target", group), split.key())
            yield split.rule(split.key("share", group), "share", inputs, span, SHARE_ROUNDED, asked=False)
        for period in () if given else _periods(split, group):
            at = split.key("target", group, period=period)
            yield rolling.rolled(split, at, _keys(split, members, period), span, INSIDE)
    if split.over_members != "ratio":
        yield from _together(split, axis, hierarchy, below)


def _together(split: Split, axis: str, hierarchy: str, below: dict[str, list[str]]) -> Iterator[Rule]:
    """All grouped members, each once, against all members of the axis."""
    span, inside = split.axis_span(axis), {member for members in below.values() for member in members}
    grouped = [leaf for leaf in leaves(split, axis) if leaf in inside]
    rollup = split.key("target", hierarchy, facet="rollup")
    yield rolling.rolled(split, rollup, _keys(split, grouped), span, GROUPED)
    whole = split.key("target", axis, facet="rollup")
    yield split.rule(split.key("gap", hierarchy), "difference", (whole, rollup), span, GAP)


def _keys(split: Split, members: list[str], period: Period | None = None) -> tuple[Key, ...]:
    return tuple(split.key("target", member, period=period) for member in members)


def _periods(split: Split, group: str) -> tuple[Period, ...]:
    """The months and quarters that parts have."""
    has = is_phased(split) and not split.objective.rollup and levels.has_months(split, group)
    quarters = [quarter for quarter in split.period.quarters if quarter.length > 1 and quarter != split.period]
    return (*split.period.months, *quarters) if has and split.period.length > 1 else ()
