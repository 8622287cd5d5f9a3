"""What the paper states beside what is computed: under the table of a breakdown, and behind a goal."""

from collections.abc import Iterator

from plangen.sections.numbers import shown
from plangen.sections.objectives.model import Cell, Objective
from plangen.sections.objectives.saying import apart, room
from plangen.sections.objectives.split import Split
from plangen.values import Key, widened
from plangen.views import Line, Words, phrase


def notes(split: Split, axis: str, unit: str) -> Iterator[Line]:
    """A line for the total, under its first table, and one for each part of the axis that the paper has too."""
    first = next(iter(split.axes()), "")
    entries: list[tuple[str, Cell | Objective]] = [("", split.objective)] if axis == first else []
    for member, entry in (*entries, *split.cells(axis).items()):
        name = split.scope.dimensions.member_name(member) if member else split.scope.word("合计", "Total")
        for line in said(split, entry, (member,) if member else (), unit):
            yield (Words(split.scope.word("{name}：", "{name}: ", name=name), "muted"), *line)


def said(split: Split, entry: Cell | Objective, members: tuple[str, ...], unit: str) -> Iterator[Line]:
    """`文件写 1,092 万元`, with ≠ where nobody can mean the same number; for the target and for the count."""
    for measure in ("target", "count") if entry.stated is not None else ():
        stated = split.key(measure, *members, facet="stated")
        shown_in = unit if measure == "target" else ""
        number = shown(split.scope, stated.address, shown_in, with_unit=True)
        if number.quantity is not None:
            wrong = _contradicts(split, stated, split.key(measure, *members))
            text = split.scope.word("文件写 {n}", "the paper states {n}")
            yield phrase(f"≠ {text}" if wrong else text, "bad" if wrong else "muted", n=number)


def _contradicts(split: Split, stated: Key, computed: Key) -> bool:
    scope = split.scope
    quantity = scope.quantity(stated.address)
    tolerance = scope.handbook.tolerance()
    return quantity is not None and apart(widened(quantity, tolerance), room(scope, computed))
