"""Checks of the units in a register: one column, one unit."""

from collections import Counter
from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.register.model import Register, Registers
from plangen.sections.register.row import Row
from plangen.values import Unit


@check(
    "REG113",
    Level.ERROR,
    takes="register",
    zh="“{name}”这一格的单位是{found}，这一列别的格是{unit}",
    en="this “{name}” is in {found}; the other cells of the column are in {unit}",
    fix_zh="改成同一个单位，在列上写 unit；两样东西就分成两列",
    fix_en="write it in the same unit, and the unit with the column; two things are two columns",
)
def a_column_has_one_unit(section: Registers, scope: PlanScope) -> Iterator[Finding]:
    """The numbers of a column without a `unit` are all of one unit: that of most cells, or of the first.

    Why: numbers of different things stand below one another, in one chart and in one total, as if they could be
    compared.
    Bad:
        # register.yml
        cars:
          name: 车辆
          columns: {load: {name: 载量, type: quantity}}
          rows: {van: {load: 3吨}, truck: {load: 8吨}, bus: {load: 40人}}
    Good:
        # register.yml
        cars:
          name: 车辆
          columns: {load: {name: 载重, type: quantity, unit: 吨}, seats: {name: 座位, type: quantity, unit: 人}}
          rows: {van: {load: 3}, truck: {load: 8}, bus: {seats: 40}}
    """
    for register in section.items.values():
        for name, column in register.columns.items():
            if column.type != "quantity" or column.unit:
                continue
            units = list(_units(register, name, scope))
            most = Counter(unit for _, unit in units).most_common(1)
            for row, unit in units:
                if unit != most[0][0]:
                    no_unit = scope.word("没有单位", "no unit")
                    said = {
                        "found": scope.in_words(str(unit)) or no_unit,
                        "unit": scope.in_words(str(most[0][0])) or no_unit,
                    }
                    address = row.address(name)
                    yield Finding("REG113", row.span(name), {"name": column.name, **said}, scope.year, address)


def _units(register: Register, name: str, scope: PlanScope) -> Iterator[tuple[Row, Unit]]:
    """The unit of each cell whose number is known, in the order of the rows."""
    for row in register.rows.values():
        found = scope.quantity(row.address(name))
        if found is not None and not found.unset:
            yield row, found.unit
