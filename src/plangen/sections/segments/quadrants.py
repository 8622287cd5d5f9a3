"""Quadrants: which of the four places of two axes each one takes, and the board of them."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.sections.numbers import shown
from plangen.sections.segments.model import Axis, Quadrant, Scheme
from plangen.values import told
from plangen.views import Board, Inline, Line, Panel, Table, Words

TWO = 2
Place = tuple[str, str]
"""The side of the first and of the second axis: (high, low)."""


def places(scheme: Scheme) -> list[Place]:
    """The four places, the good sides first; none unless there are two axes."""
    if len(scheme.axes) != TWO:
        return []
    first, second = (_sides(axis) for axis in scheme.axes.values())
    return [(row, column) for row in first for column in second]


def _sides(axis: Axis) -> Place:
    return ("high", "low") if axis.better == "higher" else ("low", "high")


def place_of(quadrant: Quadrant, scheme: Scheme) -> Place | None:
    """Where a quadrant lies; None where it does not name both axes."""
    sides = [quadrant.at.get(axis, "") for axis in scheme.axes]
    return (sides[0], sides[1]) if len(sides) == TWO and all(sides) else None


def taken(scheme: Scheme) -> dict[Place, list[Quadrant]]:
    """The quadrants at each place."""
    found: dict[Place, list[Quadrant]] = {}
    for quadrant in scheme.quadrants.values():
        place = place_of(quadrant, scheme)
        if place is not None:
            found.setdefault(place, []).append(quadrant)
    return found


def said(place: Place, scheme: Scheme, scope: PlanScope) -> str:
    """A place in words: 需求量高、成交时间低."""
    axes = zip(scheme.axes.values(), place, strict=True)
    return scope.word("、", ", ").join(side_of(axis, side, scope) for axis, side in axes)


def side_of(axis: Axis, side: str, scope: PlanScope) -> str:
    """One side of an axis in words."""
    words = {
        "high": told("{name}高", "{name} high", name=axis.name),
        "low": told("{name}低", "{name} low", name=axis.name),
    }
    return scope.word(*words[side])


def board(scheme: Scheme, table: Table, scope: PlanScope) -> Iterator[Board]:
    """The board, the best quadrant first; only of two axes."""
    four = places(scheme)
    if not four:
        return
    there = taken(scheme)
    panels = [_panel(place, there.get(place, []), scheme, scope) for place in four]
    first, second = scheme.axes.values()
    rows, columns = _sides(first), _sides(second)
    yield Board(
        (panels[0], panels[1], panels[2], panels[3]),
        (side_of(first, rows[0], scope), side_of(first, rows[1], scope)),
        (side_of(second, columns[0], scope), side_of(second, columns[1], scope)),
        table,
    )


def _panel(place: Place, quadrants: list[Quadrant], scheme: Scheme, scope: PlanScope) -> Panel:
    name = scope.word("、", ", ").join(quadrant.name for quadrant in quadrants) or said(place, scheme, scope)
    items = tuple(_item(quadrant, scope) for quadrant in quadrants)
    counted = [quadrant for quadrant in quadrants if quadrant.count is not None]
    aside = tuple(shown(scope, quadrant.address("count"), with_unit=True) for quadrant in counted)
    return Panel(name, aside, items, f"{scheme.id}-{place[0]}-{place[1]}")


def _item(quadrant: Quadrant, scope: PlanScope) -> tuple[Line, Line]:
    """What is done, and below it how often and in which order."""
    small: list[Inline] = [Words(quadrant.priority, "muted"), "　"] if quadrant.priority else []
    for field, word in (("contact", scope.word("联系 ", "contacts ")), ("visit", scope.word("拜访 ", "visits "))):
        if getattr(quadrant, field) is not None:
            small += [word, shown(scope, quadrant.address(field), with_unit=True), "　"]
    return (quadrant.treatment or quadrant.rule or quadrant.name,), tuple(small[:-1])
