"""What the page of the registers shows: each as a table with what stands below its columns, and its chart."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from plangen.compute import PlanScope
from plangen.formula import parse_formula, references
from plangen.sections import mentions
from plangen.sections.numbers import shown
from plangen.sections.register.column import Column as Written
from plangen.sections.register.model import Register, Registers
from plangen.sections.register.row import Row as Cells
from plangen.sections.register.rules import has_total, total
from plangen.sections.tallies import fits
from plangen.values import Address, Quantity, Unit, is_unset
from plangen.views import Block, Card, Chart, Column, Line, Num, Row, Table, Words, phrase

TOTALS = {
    "sum": ("合计", "Sum"),
    "mean": ("平均", "Mean"),
    "min": ("最小", "Smallest"),
    "max": ("最大", "Largest"),
    "count": ("有几行", "How many"),
}
ON_PHONES = 3
"""How many columns a narrow screen shows."""
LEAST = 2
"""A single bar says no more than the table."""


def blocks(section: Registers, scope: PlanScope) -> Iterator[Block]:
    """Each register, in the order written."""
    for register in section.items.values():
        yield _table(register, scope)
        yield from _chart(register, scope)


def cards(section: Registers, scope: PlanScope) -> Iterator[Card]:
    """What the planner registers is no key figure of a plan."""
    yield from ()


def summary(section: Registers, scope: PlanScope) -> Line:
    """Which registers, and how many rows they have."""
    names = scope.word("、", ", ").join(register.name for register in section.items.values())
    return (f"{names}{scope.word('，共 ', ', ')}", *_rows(scope))


def lede(section: Registers, scope: PlanScope) -> Line:
    """How many registers with how many rows, as a sentence."""
    number = shown(scope, total(scope, "registers"))
    line = phrase(scope.word("{n} 张台账，共 ", "Registers: {n}; "), n=number)
    return (*line, *_rows(scope), scope.word("。", "."))


def _rows(scope: PlanScope) -> Line:
    return phrase(scope.word("{n} 行", "rows: {n}"), n=shown(scope, total(scope, "rows")))


def _table(register: Register, scope: PlanScope) -> Table:
    columns = register.columns
    kept = _kept(register)
    heads = tuple(
        Column(
            name,
            column.name,
            column.unit or ("%" if column.type == "share" else ""),
            numeric=column.is_number,
            phone=name in kept,
        )
        for name, column in columns.items()
    )
    rows = [Row(_cells(row, columns, scope), id=f"{register.id}-{row.id}") for row in register.rows.values()]
    for how, title in TOTALS.items():
        if any(column.total == how and has_total(register, name) for name, column in columns.items()):
            rows.append(_total(register, how, scope.word(*title), scope))
    notes = [mentions.text(register.note)] if register.note else []
    told = [f"{column.name} {_formula(column, columns)}" for column in columns.values() if column.formula]
    if told:
        said = scope.word("；", "; ").join(told)
        notes.append((Words(scope.word("算出的列：", "Computed: ") + said, "muted"),))
    return Table(register.id, register.name, heads, tuple(rows), notes=tuple(notes))


def _formula(column: Written, columns: Mapping[str, Written]) -> str:
    """The formula of a column with the names of columns for their ids."""
    text = (column.formula or "").strip()[1:]
    for each in sorted(references(parse_formula(text).root), key=lambda found: -found.start):
        if each.text in columns and text[each.start : each.end] == each.text:
            text = f"{text[: each.start]}{columns[each.text].name}{text[each.end :]}"
    return f"= {text.strip()}"


def _kept(register: Register) -> list[str]:
    """The columns for narrow screens: the first, then those with a total, then numbers, each from the right."""
    names = list(register.columns)
    summed = [name for name in reversed(names) if has_total(register, name)]
    numbers = [name for name in reversed(names) if register.columns[name].is_number]
    return list(dict.fromkeys((names[0], *summed, *numbers, *names)))[:ON_PHONES]


def _cells(row: Cells, columns: Mapping[str, Written], scope: PlanScope) -> tuple[Line, ...]:
    """The cells of a row; its remark stands in the first."""
    first, *others = (_cell(row, name, column, scope) for name, column in columns.items())
    remark = scope.word("（{note}）", " ({note})", note=row.note)
    return ((*first, Words(remark, "muted")) if row.note else first, *others)


def _cell(row: Cells, name: str, column: Written, scope: PlanScope) -> Line:
    if column.is_number:
        return (_number(row.address(name), column, scope),)
    value = getattr(row, name)
    if column.type == "date":
        return mentions.day(value, scope)
    if column.type in ("role", "link"):
        return mentions.mentioned(value, scope, "org" if column.type == "role" else "")
    if value is not None and is_unset(value):
        return (Words(value, "unset"),)
    return mentions.text(value)


def _number(address: Address, column: Written, scope: PlanScope) -> Num:
    """A figure in the unit of its column, which stands in the heading; with its own unit where that is another."""
    found = scope.quantity(address)
    unit = column.unit or ("%" if column.type == "share" else "")
    same = found is not None and bool(unit) and (found.unset or found.unit == Unit.parse(unit)[0])
    return shown(scope, address, unit if same else "", with_unit=not same)


def _total(register: Register, how: str, title: str, scope: PlanScope) -> Row:
    """One line below the table, called what it is in its first cell."""
    cells: dict[str, Line] = dict.fromkeys(register.columns, ())
    for name, column in register.columns.items():
        if column.total == how and has_total(register, name):
            address = register.address(name)
            number = shown(scope, address, with_unit=True) if how == "count" else _number(address, column, scope)
            cells[name] = (number, *_stated(column, address, scope))
    first = next(iter(cells))
    cells[first] = (f"{title} ", *cells[first]) if cells[first] else (title,)
    return Row(tuple(cells.values()), "total")


def _stated(column: Written, address: Address, scope: PlanScope) -> Line:
    """What the paper says, where that is something else."""
    found = scope.quantity(address)
    if column.stated is None or found is None or fits(column.stated, found, scope):
        return ()
    said = shown(scope, column.address("stated"), with_unit=True, symbol="≠ ", tone="bad")
    return (Words(scope.word(" 原文 ", " the paper says "), "muted"), said)


def _chart(register: Register, scope: PlanScope) -> Iterator[Chart]:
    """One bar a row that has a number, in the order written."""
    picture, columns = register.chart, register.columns
    column = columns.get(picture.of) if picture else None
    if picture is None or column is None or not column.is_number:
        return
    rows = [row for row in register.rows.values() if _is_drawn(scope.quantity(row.address(picture.of)))]
    if len(rows) < LEAST:
        return
    unit = _unit(column, [scope.quantity(row.address(picture.of)) for row in rows])
    heads = (Column("row", register.name), Column("value", column.name, unit, numeric=True))
    drawn = tuple(Row(((_named(row),), (shown(scope, row.address(picture.of), unit),))) for row in rows)
    table = Table(f"{register.id}-chart-table", column.name, heads, drawn)
    title = _title(rows, picture.of, column, scope)
    subtitle = scope.word("{unit}；一行一条", "{unit}; one bar a row", unit=scope.in_words(unit))
    encode = {"label": "row", "value": "value"}
    yield Chart(f"{register.id}-chart", "bar", title, subtitle, table, encode, unit, height=60 + 34 * len(drawn))


def _title(rows: list[Cells], of: str, column: Written, scope: PlanScope) -> Line:
    """The row with the largest number, where there is one and all are of one unit; else what is drawn."""
    numbers = {row.id: _ends(scope.quantity(row.address(of))) for row in rows}
    ranked = sorted(rows, key=lambda row: numbers[row.id], reverse=True)
    first, others = ranked[0], ranked[1:]
    found = [quantity for row in rows if (quantity := scope.quantity(row.address(of))) is not None]
    is_open = any(each.is_bound for each in found) or len({each.unit for each in found}) > 1
    if is_open or numbers[first.id][0] <= max(numbers[row.id][1] for row in others):
        return (column.name,)
    text = scope.word("{column}：{name}最大，{n}", "{column}: {name} has the largest, {n}")
    return phrase(text, column=column.name, name=_named(first), n=shown(scope, first.address(of), with_unit=True))


def _unit(column: Written, found: list[Quantity | None]) -> str:
    """The unit of the column; without one that of the numbers, which have to be of one."""
    if column.type == "share":
        return "%"
    return column.unit or next((str(each.unit) for each in found if each is not None), "")


def _is_drawn(quantity: Quantity | None) -> bool:
    return quantity is not None and not quantity.unset


def _ends(quantity: Quantity | None) -> tuple[Decimal, Decimal]:
    """The ends of a number, an open end as the other one."""
    ends = [end for end in (quantity.low, quantity.high) if end is not None] if quantity is not None else []
    return (ends[0], ends[-1]) if ends else (Decimal(0), Decimal(0))


def _named(row: Cells) -> str:
    """What a row is called: its name, or its first text, or its id."""
    return str(getattr(row, "name", None) or row.id)
