"""The columns of a CSV file of cells: axes by id or name, the period, the measures."""

from collections.abc import Iterator, Mapping, Sequence

from plangen.findings import Finding
from plangen.model import Dimension, Dimensions
from plangen.sections.objectives import dense_codes as codes
from plangen.source import Cell, CsvTable
from plangen.values.near import did_you_mean
from plangen.values.record import record

NAMES: Mapping[str, tuple[str, ...]] = {
    "period": ("期间", "月份", "month"),
    "target": ("目标", "目标值"),
    "note": ("备注", "说明"),
    "source": ("来源",),
}
"""Every column but those of axes, by its English name."""
_BY_NAME = {word: name for name, words in NAMES.items() for word in (name, *words)}


@record
class Columns:
    """Where each column stands: axes in the order of the columns, the period if there is one, the measures."""

    axes: Mapping[str, int]
    measures: Mapping[str, int]
    period: int | None
    dimensions: Dimensions

    def member(self, axis: str, text: str) -> str:
        """The id of a member that is written by its id or its name; the text itself where there is none."""
        members = self.dimensions.axes[axis].members
        if text in members:
            return text
        return next((name for name, member in members.items() if member.name == text), text)

    def are_known(self, members: Sequence[str]) -> bool:
        """Whether all members of a row exist."""
        pairs = zip(self.axes, members, strict=True)
        return all(member in self.dimensions.axes[axis].members for axis, member in pairs)


def columns_of(table: CsvTable, dimensions: Dimensions) -> tuple[Columns, list[Finding]]:
    """The columns of a table of cells. Finds OBJ166."""
    titles = {word: axis for axis, entry in dimensions.axes.items() for word in _words(axis, entry)}
    axes: dict[str, int] = {}
    named: dict[str, int] = {}
    found: list[Finding] = []
    for index, cell in enumerate(table.header):
        axis, name = titles.get(cell.text, ""), _BY_NAME.get(cell.text.lower(), "")
        place = axes if axis else named
        if not axis and not name:
            found.append(_finding(cell, codes.UNKNOWN, [*titles, *_BY_NAME]))
        elif (axis or name) in place:
            found.append(_finding(cell, codes.AGAIN))
        else:
            place[axis or name] = index
    found += _lacking(table, axes, named) if not found else ()
    return Columns(axes, named, named.pop("period", None), dimensions), found


def _words(axis: str, entry: Dimension) -> tuple[str, str]:
    return entry.name, axis


def _lacking(table: CsvTable, axes: Mapping[str, int], named: Mapping[str, int]) -> Iterator[Finding]:
    if not axes:
        yield _finding(table.header[0], codes.NO_AXIS)
    if "target" not in named:
        yield _finding(Cell("target", table.header[0].span), codes.NO_TARGET)


def _finding(cell: Cell, why: codes.Why, known: list[str] | None = None) -> Finding:
    zh, en = did_you_mean(cell.text.lower(), known or ())
    args = {"column": cell.text, "why_zh": why[0] + zh, "why_en": why[1] + en}
    return Finding(codes.COLUMN, cell.span, args)
