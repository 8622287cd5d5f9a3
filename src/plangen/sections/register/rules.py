"""Rules of the registers: what stands below the columns, and how many rows there are."""

from collections.abc import Iterator
from decimal import Decimal

from plangen.compute import PlanScope, Rule
from plangen.sections import tallies
from plangen.sections.register.model import Register, Registers
from plangen.sections.register.row import is_open
from plangen.sections.tallies import tally
from plangen.values import Address, Unit

ROWS = Unit(("行",))
TABLES = Unit(("张",))
STEP = Decimal("0.01")
"""What means are rounded to; those of shares to 0.01%."""
SHARE_STEP = Decimal("0.0001")


def rules(section: Registers, scope: PlanScope) -> Iterator[Rule]:
    """The totals and rows of each register, and the counts of all."""
    for register in section.items.values():
        yield from _totals(register, scope)
        yield tally(scope, register.address("rows"), len(register.rows), register.key_span("rows"), ROWS)
    yield tally(scope, total(scope, "registers"), len(section.items), section.span(), TABLES)
    keys = tuple(scope.key(register.address("rows")) for register in section.items.values())
    if keys:
        yield Rule(scope.key(total(scope, "rows")), "sum", keys, section.span())


def total(scope: PlanScope, measure: str) -> Address:
    """The address of a count over all registers: `register/total.rows`."""
    return tallies.total(scope, "register", measure)


def has_total(register: Register, column: str) -> bool:
    """Whether there is a number below a column."""
    how = register.columns[column].total
    return how == "count" or (how is not None and register.columns[column].is_number and bool(register.rows))


def _totals(register: Register, scope: PlanScope) -> Iterator[Rule]:
    """The figure below each column that has one: `register/cars.price`."""
    for name, column in register.columns.items():
        if not has_total(register, name):
            continue
        key, span = scope.key(register.address(name)), column.span("total")
        there = [row for row in register.rows.values() if name in row.computed or getattr(row, name) is not None]
        if column.total == "count" and not column.is_number:
            known = sum(not is_open(getattr(row, name)) for row in there)
            yield tally(scope, key.address, known, span, ROWS)
            continue
        if not there and column.total in ("mean", "min", "max"):
            continue
        inputs = tuple(scope.key(row.address(name)) for row in there)
        settings: dict[str, object] = {"missing": len(register.rows) - len(there)}
        if column.total == "mean":
            settings["step"] = SHARE_STEP if column.type == "share" else STEP
        if column.total == "count":
            settings = {"of": "set", "unit": ROWS}
        yield Rule(key, column.total or "sum", inputs, span, settings)
