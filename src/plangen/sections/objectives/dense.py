"""Dense cubes: the rows of a CSV file become cells of their objective, each with its own place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import islice, product
from math import prod

from plangen.findings import Finding
from plangen.model import Beside, Dimensions
from plangen.sections import side_files
from plangen.sections.objectives import dense_codes as codes
from plangen.sections.objectives.dense_columns import Columns, columns_of
from plangen.source import Cell, CsvTable, Entry, Node, YamlMapping, YamlScalar
from plangen.values import Span, dotted, plain_period, say, told

Members = tuple[str, ...]
Row = tuple[Cell, ...]
FIELD = "cells"
FILLED = 100_000
"""The most combinations that are looked through for missing cells."""
SHOWN = 3


def joined(node: YamlMapping, beside: Beside, dimensions: Dimensions) -> tuple[YamlMapping, list[Finding]]:
    """A section's mapping with the cells of its CSV files put where they would be written by hand.

    Finds OBJ166 to OBJ168, and whatever is wrong with the files themselves.
    """

    def merge(value: YamlMapping, table: CsvTable, found: list[Finding]) -> YamlMapping:
        return _with_cells(value, table, dimensions, found)

    return side_files.joined(node, FIELD, beside, merge)


def _with_cells(value: YamlMapping, table: CsvTable, dimensions: Dimensions, found: list[Finding]) -> YamlMapping:
    columns, findings = columns_of(table, dimensions)
    found += findings
    if findings:
        return value
    cube = _Cube(columns, table, found)
    return _merged(value, cube.mapping(), (), found) if cube.rows else value


@dataclass
class _Cube:
    """The rows of one file by their members and periods, in the order of the columns."""

    columns: Columns
    table: CsvTable
    found: list[Finding]
    rows: dict[Members, dict[str, Row]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for row in self.table.rows:
            self._add(row)
        if self.rows:
            self._look_for_gaps()

    def _add(self, row: Row) -> None:
        cells = {axis: row[index] for axis, index in self.columns.axes.items()}
        members = tuple(self.columns.member(axis, cell.text) for axis, cell in cells.items())
        place = self.columns.period
        period = plain_period(row[place].text) if place is not None else ""
        names = [*members, *([period] if place is not None else [])]
        shared = [(axis, cell) for axis, cell in cells.items() if cell.text in self.columns.words[axis].shared]
        for axis, cell in shared:
            hint = self.columns.words[axis].hint(cell.text)
            why = told("{why}{hint}", "{why}{hint}", why=codes.SHARED, hint=hint)
            self.found.append(_row_finding([cell.text], cell.span, why))
        if not all(names):
            self.found.append(_row_finding(names, row[0].span, codes.EMPTY))
        if shared or not all(names):
            return
        there = self.rows.setdefault(members, {})
        if period in there:
            first = there[period][0].span
            self.found.append(_row_finding(names, row[0].span, codes.AGAIN, first))
        there.setdefault(period, row)

    def _look_for_gaps(self) -> None:
        """Combinations of the members and periods that occur, and have no row: they are told, and count as unset.

        Members that do not exist are told elsewhere.
        """
        known = {members: there for members, there in self.rows.items() if self.columns.are_known(members)}
        axes = [list(dict.fromkeys(each)) for each in zip(*known, strict=True)]
        periods = list(dict.fromkeys(period for there in known.values() for period in there))
        expected = prod(map(len, axes)) * len(periods)
        missing = expected - sum(map(len, known.values()))
        if not missing or not known:
            return
        first = list(islice(self._gaps(axes, periods), SHOWN)) if expected <= FILLED else []
        more = ("……", " …") if missing > len(first) else ("", "")
        named = told("{first}{more}", "{first}{more}", first=partial(_listed, first), more=more)
        args = {"missing": missing, "expected": expected, "first_zh": named[0], "first_en": named[1]}
        self.found.append(Finding(codes.GAPS, self.table.header[0].span, args))
        for members in product(*axes) if expected <= FILLED else ():
            self.rows.setdefault(members, {})

    def _gaps(self, axes: list[list[str]], periods: list[str]) -> Iterator[tuple[str, ...]]:
        for members in product(*axes):
            for period in periods:
                if period not in self.rows.get(members, {}):
                    yield *members, period

    def mapping(self) -> YamlMapping:
        """The cells: along the first column's axis, inside each of them along the second, and so on."""
        tree: dict[str, dict[str, object]] = {}
        axes = list(self.columns.axes)
        for members in self.rows:
            branch: dict[str, dict[str, object]] = tree
            for axis, member in zip(axes[:-1], members[:-1], strict=True):
                branch = branch.setdefault(axis, {}).setdefault(member, {})  # type: ignore[assignment]
            branch.setdefault(axes[-1], {})[members[-1]] = members
        return self._node(tree, 0, self.table.header[0].span)

    def _node(self, branch: Mapping[str, Mapping[str, object]], depth: int, span: Span) -> YamlMapping:
        """One axis with its members: cells, or mappings with the next axis."""
        (axis, members), place = next(iter(branch.items())), list(self.columns.axes.values())[depth]
        entries = []
        for name, inner in members.items():
            at = self._span(inner, place)
            node = self._cell(inner, at) if isinstance(inner, tuple) else self._node(inner, depth + 1, at)  # type: ignore[arg-type]
            entries.append(Entry(YamlScalar(name, at), node))
        return _mapping({axis: YamlMapping(tuple(entries), span)}, self.table.header[place].span)

    def _span(self, inner: object, place: int) -> Span:
        """Where the first row below a branch names the member of a column."""
        while isinstance(inner, dict):
            inner = next(iter(inner.values()))
        assert isinstance(inner, tuple), "branches end in the members of a row"
        row = next(iter(self.rows[inner].values()), None)
        return row[place].span if row is not None else self.table.header[place].span

    def _cell(self, members: Members, span: Span) -> YamlMapping:
        """What the rows of a cell say, as it would be written by hand; 待定 where they say nothing."""
        there = self.rows[members]
        if not there:
            return _mapping({"target": YamlScalar("待定", span)}, span)
        if self.columns.period is not None:
            months = {period: self._value(row, "target") for period, row in there.items()}
            return _mapping({"phasing": _mapping(months, span)}, span)
        (row,) = there.values()
        said = [name for name, place in self.columns.measures.items() if row[place].text or name == "target"]
        return _mapping({name: self._value(row, name) for name in said}, span)

    def _value(self, row: Row, measure: str) -> YamlScalar:
        cell = row[self.columns.measures[measure]]
        return YamlScalar(cell.text or "待定", cell.span)


def _mapping(values: Mapping[str, Node], span: Span) -> YamlMapping:
    return YamlMapping(tuple(Entry(YamlScalar(name, value.span), value) for name, value in values.items()), span)


def _row_finding(names: list[str], span: Span, why: codes.Why, first: Span | None = None) -> Finding:
    parts = [name or "—" for name in names]
    more = told("，第一次在 {first}", ", first at {first}", first=first) if first else ("", "")
    zh, en = told("{why}{more}", "{why}{more}", why=why, more=more)
    args = {"cell": told("{cell}", "{cell}", cell=partial(dotted, parts=parts)), "why_zh": zh, "why_en": en}
    return Finding(codes.ROW, span, args, related=((first, "·".join(parts)),) if first else ())


def _listed(cells: list[tuple[str, ...]], language: str) -> str:
    return say(("、", ", "), language).join(dotted(language, cell) for cell in cells)


def _merged(one: YamlMapping, other: YamlMapping, path: Members, found: list[Finding]) -> YamlMapping:
    """Two mappings in one; what stands in both is told, and the first counts. A plain target may get parts."""
    entries = {entry.key.text: entry for entry in one.entries}
    for entry in other.entries:
        name = entry.key.text
        there = entries.get(name)
        if there is None:
            entries[name] = entry
            continue
        mine, more = there.value, entry.value
        if isinstance(mine, YamlScalar) and isinstance(more, YamlMapping):
            mine = _mapping({"target": mine}, mine.span)
        if isinstance(mine, YamlMapping) and isinstance(more, YamlMapping):
            entries[name] = Entry(there.key, _merged(mine, more, (*path, name), found))
        else:
            found.append(_row_finding([*path[1::2]], more.span, codes.AGAIN, mine.span))
    return YamlMapping(tuple(entries.values()), one.span)
