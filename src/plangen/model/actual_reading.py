"""Reading actuals: the rows of a CSV file become located entries, or every mistake at once findings at its cell."""

from collections.abc import Iterator, Mapping
from re import compile as pattern

from plangen.findings import Finding
from plangen.model.actual import Actual
from plangen.model.actual_columns import Columns, columns_of
from plangen.model.binding import bind
from plangen.model.dimension import Dimensions
from plangen.model.entry import Place
from plangen.model.plan import Plan
from plangen.model.words import Words
from plangen.source import Cell, Entry, SourceFile, YamlMapping, YamlScalar, read_csv
from plangen.values import UNSET_WORDS, Address, Period, Refused, Span, plain_period
from plangen.values.record import record

KIND = "objectives"
"""The section that a row with a column `objective` speaks of."""
_SHORT = pattern(r"([^.@]+)(@.*)?")
_MONTH = pattern(r"([0-9]{4})-([0-9]{1,2})")
_FIELDS = ("value", "as_of", "note", "source")


def read_actuals(file: SourceFile, plan: Plan, dimensions: Dimensions) -> tuple[list[Actual], list[Finding]]:
    """The rows of one file in order, and what is wrong with it. A row with a mistake is left out."""
    table, found = read_csv(file.path, file.data)
    if table is None:
        return [], [finding.with_(year=plan.year) for finding in found]
    columns, found = columns_of(file.path, table, dimensions)
    if found:
        return [], [finding.with_(year=plan.year) for finding in found]
    read, known = [], _Known.of(plan, dimensions)
    for row in table.rows:
        actual, problems = _Row(file.path, row, columns, plan, known).read()
        found += problems
        read += [actual] if actual else []
    return read, found


@record
class _Known:
    """What the cells of a file may name: objectives and, for each axis, members; by id and by name."""

    items: Words
    members: Mapping[str, Words]

    @classmethod
    def of(cls, plan: Plan, dimensions: Dimensions) -> "_Known":
        """What is known in a plan."""
        section = plan.sections.get(KIND)
        entries = section.items_by_id().items() if section else ()
        items = Words.of({"/".join(item): str(getattr(entry, "name", "")) for item, entry in entries})
        return cls(items, {axis: dimension.words() for axis, dimension in dimensions.axes.items()})


@record
class _Row:
    """One row of a file of actuals on its way to an entry."""

    file: str
    cells: tuple[Cell, ...]
    columns: Columns
    plan: Plan
    known: _Known

    def read(self) -> tuple[Actual | None, list[Finding]]:
        """The entry, or None and what is wrong with the row."""
        address, found = self._address()
        place = Place(self.plan.year, self.plan.path, address.kind if address else KIND, self.file)
        entries = tuple(self._entries())
        start, end = self.cells[0].span, self.cells[-1].span
        span = Span(self.file, start.line, start.column, end.end_line, end.end_column)
        actual, problems = bind(Actual, YamlMapping(entries, span), place, {})
        if actual is None or address is None:
            return None, [*found, *problems]
        more = {"period": address.period, "measure": address.measure}
        settled = actual.model_copy(update=more).settle(place, (), address.item, address.members)
        return settled, []

    def _entries(self) -> Iterator[Entry]:
        """The fields as if they stood in YAML, so that they are read and refused alike."""
        for name in _FIELDS:
            cell = self._cell(name)
            if cell is not None and (cell.text or name in ("value", "as_of")):
                yield Entry(YamlScalar(name, cell.span), YamlScalar(self._text(name, cell), cell.span))

    def _text(self, name: str, cell: Cell) -> str:
        """The cell's text; a bare number takes the unit of its row. No as-of date is one that is not set: ACT103."""
        if name == "as_of" and not cell.text:
            return UNSET_WORDS[0]
        unit = self._cell("unit")
        bare = name == "value" and cell.text[-1:].isdigit()
        return f"{cell.text}{unit.text}" if unit and bare else cell.text

    def _cell(self, name: str) -> Cell | None:
        index = self.columns.named.get(name)
        return None if index is None else self.cells[index]

    def _address(self) -> tuple[Address | None, list[Finding]]:
        """The address of the planned figure that the row speaks of."""
        cell = self._cell("address") or self._cell("objective")
        assert cell is not None, "columns_of refuses a table without both"
        if not cell.text:
            name = "address" if "address" in self.columns.named else "objective"
            return None, [self._finding(cell, Refused("ACT103", column=name))]
        found: list[Finding] = []
        try:
            start = self._written(cell.text) if "address" in self.columns.named else self._named(cell.text)
        except Refused as refused:
            return None, [self._finding(cell, refused)]
        period, members = self._period(found), tuple(self._members(found))
        if found:
            return None, found
        return (start if "address" in self.columns.named else start.at(period).of(*members)), []

    def _finding(self, cell: Cell, refused: Refused) -> Finding:
        return Finding(refused.code, cell.span, refused.args_, self.plan.year)

    def _written(self, text: str) -> Address:
        """An address as typed; without a measure it means the target. Raises Refused."""
        short = _SHORT.fullmatch(text.partition("/")[2])
        parts = text.partition("@")
        if short and parts[1]:
            text = f"{parts[0]}.target@{parts[2]}"
        elif short:
            text = f"{text}.target"
        try:
            address = Address.parse(text, plan=self.plan.path)
        except Refused as refused:
            if refused.code == "PG212":
                raise nowhere(text) from None
            raise Refused("PG229", text=parts[2].partition("/")[0]) from None
        if address.plan != self.plan.path or address.facet not in ("", "actual"):
            raise nowhere(text)
        return address.with_facet("")

    def _named(self, text: str) -> Address:
        """The target of an objective that is named by its id or its name. Raises Refused ACT104."""
        items = self.known.items
        if text not in items.meant and (KIND in self.plan.sections or KIND not in self.plan.broken):
            raise nowhere(text, items)
        return Address(self.plan.path, KIND, tuple(items.meant.get(text, text).split("/")), "target")

    def _period(self, found: list[Finding]) -> Period | None:
        cell = self._cell("period")
        if cell is None or not cell.text:
            return None
        text = plain_period(cell.text)
        month = _MONTH.fullmatch(text)
        try:
            return Period.parse(f"M{int(month[2]):02}" if month and month[1] == str(self.plan.year) else text)
        except Refused:
            found.append(Finding("PG229", cell.span, {"text": cell.text}, self.plan.year))
            return None

    def _members(self, found: list[Finding]) -> Iterator[str]:
        """The members that the row names, in the order of the dimensions."""
        for axis, names in self.known.members.items():
            index = self.columns.axes.get(axis)
            cell = None if index is None else self.cells[index]
            if cell is None or not cell.text:
                continue
            if cell.text in names.meant:
                yield names.meant[cell.text]
            else:
                found.append(self._finding(cell, nowhere(cell.text, names)))


def nowhere(text: str, known: Words | None = None) -> Refused:
    """The refusal ACT104, with what may have been meant of all that is known."""
    zh, en = known.hint(text) if known is not None else ("", "")
    return Refused("ACT104", text=text, near_zh=zh, near_en=en)
