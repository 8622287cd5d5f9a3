"""The columns of a CSV file of cells: axes by id or name, the period, the measures."""

from collections.abc import Iterator, Mapping, Sequence

from plangen.findings import Finding
from plangen.model import Dimensions
from plangen.model.words import Words
from plangen.sections.objectives import dense_codes as codes
from plangen.source import Cell, CsvTable
from plangen.values import told
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
    words: Mapping[str, Words]

    def member(self, axis: str, text: str) -> str:
        """The id of a member that is written by its id or its name; the text itself where there is none."""
        return self.words[axis].meant.get(text, text)

    def are_known(self, members: Sequence[str]) -> bool:
        """Whether all members of a row exist."""
        pairs = zip(self.axes, members, strict=True)
        return all(self.words[axis].meant.get(member) == member for axis, member in pairs)


def columns_of(table: CsvTable, dimensions: Dimensions) -> tuple[Columns, list[Finding]]:
    """The columns of a table of cells. Finds OBJ166."""
    titles = dimensions.words()
    axes: dict[str, int] = {}
    named: dict[str, int] = {}
    found: list[Finding] = []
    for index, cell in enumerate(table.header):
        axis, name = titles.meant.get(cell.text, ""), _BY_NAME.get(cell.text.lower(), "")
        place = axes if axis else named
        if not axis and not name:
            found.append(_finding(cell, codes.UNKNOWN, _hint(cell, titles)))
        elif (axis or name) in place:
            found.append(_finding(cell, codes.AGAIN))
        else:
            place[axis or name] = index
    found += _lacking(table, axes, named) if not found else ()
    words = {axis: dimensions.axes[axis].words() for axis in axes}
    return Columns(axes, named, named.pop("period", None), words), found


def _hint(cell: Cell, titles: Words) -> codes.Why:
    if cell.text in titles.shared:
        return titles.hint(cell.text)
    return did_you_mean(cell.text.lower(), [*titles.meant, *_BY_NAME])


def _lacking(table: CsvTable, axes: Mapping[str, int], named: Mapping[str, int]) -> Iterator[Finding]:
    if not axes:
        yield _finding(table.header[0], codes.NO_AXIS)
    if "target" not in named:
        yield _finding(Cell("target", table.header[0].span), codes.NO_TARGET)


def _finding(cell: Cell, why: codes.Why, hint: codes.Why = ("", "")) -> Finding:
    zh, en = told("{why}{hint}", "{why}{hint}", why=why, hint=hint)
    args = {"column": cell.text, "why_zh": zh, "why_en": en}
    return Finding(codes.COLUMN, cell.span, args)
