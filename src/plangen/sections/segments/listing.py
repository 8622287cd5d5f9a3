"""Reading lists: the rows of a CSV file become the customers of their scheme, each with its own place."""

from collections.abc import Iterator, Mapping

from plangen.findings import Finding
from plangen.model import Beside
from plangen.sections import side_files
from plangen.sections.segments import list_codes as codes
from plangen.source import Cell, CsvTable, Entry, YamlMapping, YamlScalar
from plangen.values import told
from plangen.values.near import did_you_mean

FIELD, CUSTOMERS = "customer_list", "customers"
NAMES: Mapping[str, tuple[str, ...]] = {
    "id": ("编号", "客户编号"),
    "name": ("名称", "客户", "客户名称"),
    "tier": ("等级", "类别"),
    "before": ("上期等级", "原等级"),
    "value": ("贡献", "利润", "销售额", "销量"),
    "last_contact": ("上次联系", "last-contact"),
    "note": ("备注", "说明"),
    "source": ("来源",),
}
"""Every column but those of the axes, by its English name."""
_BY_NAME = {word: name for name, words in NAMES.items() for word in (name, *words)}
_TIERS = ("tier", "before")
_AXES = ("first", "second")


def joined(node: YamlMapping, beside: Beside) -> tuple[YamlMapping, list[Finding]]:
    """A section's mapping with the customers of its CSV files. Finds SEG114, SEG115, and what is wrong with a file."""
    return side_files.joined(node, FIELD, beside, _with_customers)


def _with_customers(scheme: YamlMapping, table: CsvTable, found: list[Finding]) -> YamlMapping:
    columns, findings = _columns(scheme, table)
    found += findings
    if findings:
        return scheme
    tiers = {**_named(scheme, "tiers"), **_named(scheme, "quadrants")}
    typed = scheme.get(CUSTOMERS)
    rows: dict[str, Entry] = {each.key.text: each for each in typed.entries} if isinstance(typed, YamlMapping) else {}
    for row in table.rows:
        key = row[columns["id"]]
        if not key.text or key.text in rows:
            found.append(_row_finding(key))
            continue
        pairs = tuple(_pairs(row, columns, tiers))
        rows[key.text] = Entry(YamlScalar(key.text, key.span), YamlMapping(pairs, key.span))
    kept = tuple(entry for entry in scheme.entries if entry.key.text != CUSTOMERS)
    start = table.header[0].span
    every = YamlMapping(tuple(rows.values()), start)
    return YamlMapping((*kept, Entry(YamlScalar(CUSTOMERS, start), every)), scheme.span)


def _pairs(row: tuple[Cell, ...], columns: Mapping[str, int], tiers: Mapping[str, str]) -> Iterator[Entry]:
    """The fields of a customer as if they stood in YAML; an empty cell says nothing."""
    for name, index in columns.items():
        cell = row[index]
        if name != "id" and cell.text:
            text = tiers.get(cell.text, cell.text) if name in _TIERS else cell.text
            yield Entry(YamlScalar(name, cell.span), YamlScalar(text, cell.span))


def _columns(scheme: YamlMapping, table: CsvTable) -> tuple[dict[str, int], list[Finding]]:
    """Where each field stands."""
    axes = scheme.get("axes")
    ids = [entry.key.text for entry in axes.entries] if isinstance(axes, YamlMapping) else []
    titles = {text: field for text, axis in _named(scheme, "axes").items() for field in _field(axis, ids)}
    known = {**_BY_NAME, **titles}
    columns: dict[str, int] = {}
    found: list[Finding] = []
    for index, cell in enumerate(table.header):
        name = titles.get(cell.text) or _BY_NAME.get(cell.text.lower(), "")
        if not name:
            unread = told("没有人读{hint}", "is read by nobody{hint}", hint=did_you_mean(cell.text.lower(), known))
            found.append(_column_finding(cell, *unread))
        elif name in columns:
            found.append(_column_finding(cell, "重复", "stands twice"))
        else:
            columns[name] = index
    if "id" not in columns and not found:
        found.append(_column_finding(Cell("id", table.header[0].span), "缺了", "is missing"))
    return columns, found


def _field(axis: str, ids: list[str]) -> tuple[str, ...]:
    place = ids.index(axis)
    return _AXES[place : place + 1]


def _named(scheme: YamlMapping, field: str) -> dict[str, str]:
    """The ids of a field's entries by id and by name."""
    entries = scheme.get(field)
    found: dict[str, str] = {}
    for entry in entries.entries if isinstance(entries, YamlMapping) else ():
        name = entry.value.get("name") if isinstance(entry.value, YamlMapping) else None
        if isinstance(name, YamlScalar):
            found.setdefault(name.text, entry.key.text)
    for entry in entries.entries if isinstance(entries, YamlMapping) else ():
        found[entry.key.text] = entry.key.text
    return found


def _column_finding(cell: Cell, zh: str, en: str) -> Finding:
    return Finding(codes.COLUMN, cell.span, {"column": cell.text, "why_zh": zh, "why_en": en})


def _row_finding(key: Cell) -> Finding:
    zh, en = ("写了两次", "stands twice") if key.text else ("没有编号", "has no id")
    return Finding(codes.ROW, key.span, {"id": key.text, "why_zh": zh, "why_en": en})
