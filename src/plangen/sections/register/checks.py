"""Checks of the registers: settings that fit the type, units, totals that the paper states, rows that are alike."""

from collections.abc import Iterator
from dataclasses import replace

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.register.column import Column
from plangen.sections.register.labels import CHOICES, FIELDS
from plangen.sections.register.model import Register, Registers
from plangen.sections.register.row import Row, is_open
from plangen.sections.tallies import fits
from plangen.values import Quantity, Unit, write_quantity


def _columns(section: Registers) -> Iterator[tuple[Register, str, Column]]:
    for register in section.items.values():
        for name, column in register.columns.items():
            yield register, name, column


@check(
    "REG105",
    Level.ERROR,
    takes="register",
    zh="“{name}”是{type}，不能有{field}",
    en="“{name}” is of type {type}, which has no {field}",
    fix_zh="改 type，或删去 {key}",
    fix_en="change type, or delete {key}",
)
def settings_fit_the_type(section: Registers, scope: PlanScope) -> Iterator[Finding]:
    """A column has the settings of its type: units are for quantities, choices for choices, formulas for numbers.

    Any column can be counted; sums, means and extremes are of numbers.

    Why: a setting that nobody follows promises what does not happen.
    Bad:
        # register.yml
        cars: {name: 车辆, columns: {plate: {name: 车牌, unit: 辆}}}
    Good:
        # register.yml
        cars: {name: 车辆, columns: {plate: {name: 车牌}, count: {name: 数量, type: quantity, unit: 辆}}}
    """
    for register, _, column in _columns(section):
        wrong = {
            "unit": column.unit is not None and column.type != "quantity",
            "choices": bool(column.choices) and column.type != "choice",
            "formula": column.formula is not None and not column.is_number,
            "total": column.total not in (None, "count") and not column.is_number,
            "stated": column.stated is not None and column.total is None,
        }
        for field in (name for name, is_wrong in wrong.items() if is_wrong):
            args = {"name": column.name, "type": scope.word(*CHOICES[column.type]), "field": scope.word(*FIELDS[field])}
            yield Finding("REG105", column.span(field), args | {"key": field}, scope.year, register.address())


@check(
    "REG106",
    Level.ERROR,
    takes="register",
    zh="“{name}”是选项，没有写有哪些",
    en="“{name}” is a choice and does not say of what",
    fix_zh="写上 choices: [小车, 货车]，或把 type 改成 text",
    fix_en="write choices: [car, truck], or make it a text",
)
def choices_are_written(section: Registers, scope: PlanScope) -> Iterator[Finding]:
    """A column of choices lists them.

    Why: without a list every spelling is a choice of its own.
    Bad:
        # register.yml
        cars: {name: 车辆, columns: {kind: {name: 类别, type: choice}}}
    Good:
        # register.yml
        cars: {name: 车辆, columns: {kind: {name: 类别, type: choice, choices: [小车, 货车]}}}
    """
    for register, _, column in _columns(section):
        if column.type == "choice" and not column.choices:
            yield Finding("REG106", column.span("type"), {"name": column.name}, scope.year, register.address())


@check(
    "REG107",
    Level.ERROR,
    takes="register",
    zh="“{name}”算出来的单位是{found}，列里写的是{unit}",
    en="“{name}” is computed in {found}; its column says {unit}",
    fix_zh="改公式，或改列的 unit",
    fix_en="correct the formula, or the unit of the column",
)
def computed_in_its_unit(section: Registers, scope: PlanScope) -> Iterator[Finding]:
    """A computed column gives the unit that it is written with.

    Why: a sum of prices under the heading 辆 is wrong however well it is added up.
    Bad:
        # register.yml
        cars:
          name: 车辆
          columns:
            price: {name: 单价, type: quantity, unit: 元/辆}
            count: {name: 数量, type: quantity, unit: 辆}
            value: {name: 金额, type: quantity, unit: 辆, formula: = price × count}
          rows: {van: {price: 60000, count: 2}}
    Good:
        # register.yml
        cars:
          name: 车辆
          columns:
            price: {name: 单价, type: quantity, unit: 元/辆}
            count: {name: 数量, type: quantity, unit: 辆}
            value: {name: 金额, type: quantity, unit: 元, formula: = price × count}
          rows: {van: {price: 60000, count: 2}}
    """
    for register, name, column in _columns(section):
        if column.formula is None or not column.unit or column.type != "quantity":
            continue
        unit = Unit.parse(column.unit)[0]
        found = [scope.quantity(row.address(name)) for row in register.rows.values()]
        other = next((each for each in found if each is not None and not each.unset and each.unit != unit), None)
        if other is not None:
            args = {
                "name": column.name,
                "found": scope.in_words(str(other.unit)) or scope.word("没有单位", "no unit"),
                "unit": scope.in_words(column.unit),
            }
            address = register.address(name)
            yield Finding("REG107", column.span("formula"), args, scope.year, address, (address,))


@check(
    "REG108",
    Level.ERROR,
    takes="register",
    zh="“{name}”原文写 {said}，算出来是 {found}",
    en="“{name}”: the paper says {said}, the rows give {found}",
    fix_zh="补上缺的行，改正数，或改 stated",
    fix_en="add the row that is missing, correct a number, or correct stated",
)
def stated_totals_fit(section: Registers, scope: PlanScope) -> Iterator[Finding]:
    """The total below a column is what the paper states.

    Why: of two totals the one that is quoted is not always the one that was added up.
    Bad:
        # register.yml
        cars:
          name: 车辆
          columns: {count: {name: 数量, type: quantity, unit: 辆, total: sum, stated: 5辆}}
          rows: {van: {count: 2}, truck: {count: 1}}
    Good:
        # register.yml
        cars:
          name: 车辆
          columns: {count: {name: 数量, type: quantity, unit: 辆, total: sum, stated: 3辆}}
          rows: {van: {count: 2}, truck: {count: 1}}
    """
    for register, name, column in _columns(section):
        address = register.address(name)
        found = scope.quantity(address)
        if column.stated is not None and found is not None and not _can_be(column, column.stated, found, scope):
            said, computed = (write_quantity(each, language=scope.language) for each in (column.stated, found))
            args = {"name": column.name, "said": said, "found": computed}
            yield Finding("REG108", column.span("stated"), args, scope.year, address, (address,))


def _can_be(column: Column, stated: Quantity, found: Quantity, scope: PlanScope) -> bool:
    """Whether a stated total can be the one that was found: rows without the number may move a mean, lower a least."""
    if found.missing and column.total in ("mean", "min") and not found.unset and stated.unit == found.unit:
        return column.total == "mean" or not stated.certainly_above(replace(found, missing=0))
    return fits(stated, found, scope)


@check(
    "REG109",
    Level.ERROR,
    takes="register",
    zh="{rows}的“{name}”都是 {value}",
    en="{rows} have one “{name}”: {value}",
    fix_zh="改正其中一个；可以相同就去掉 unique",
    fix_en="correct one of them, or delete unique where they may be alike",
)
def no_two_alike(section: Registers, scope: PlanScope) -> Iterator[Finding]:
    """No two rows have the same in a column that is `unique`; what is not known yet is not compared.

    Why: one car under two plates is paid for twice.
    Bad:
        # register.yml
        cars:
          name: 车辆
          columns: {plate: {name: 车牌, unique: true}}
          rows: {van: {plate: 沪A12345}, truck: {plate: 沪A12345}}
    Good:
        # register.yml
        cars:
          name: 车辆
          columns: {plate: {name: 车牌, unique: true}}
          rows: {van: {plate: 沪A12345}, truck: {plate: 沪A12346}}
    """
    for register, name, column in _columns(section):
        if not column.unique or column.formula is not None:
            continue
        found: dict[object, list[Row]] = {}
        for row in register.rows.values():
            value = getattr(row, name)
            if value is not None and not is_open(value):
                found.setdefault(_plain(value), []).append(row)
        for same in (rows for rows in found.values() if len(rows) > 1):
            related = tuple((row.span(name), row.id) for row in same[1:])
            about = tuple(row.address() for row in same)
            node = same[0].place.nodes.get((*same[0].path, name))
            args = {"rows": scope.word("、", ", ").join(row.id for row in same), "name": column.name}
            args["value"] = getattr(node, "text", "")
            yield Finding("REG109", same[0].span(name), args, scope.year, about[0], about, related)


def _plain(value: object) -> object:
    """A value as it is compared: texts without spaces and case."""
    if isinstance(value, str):
        return "".join(value.split()).lower()
    return (value.low, value.high, value.unit) if isinstance(value, Quantity) else getattr(value, "value", value)


@check(
    "REG110",
    Level.ERROR,
    takes="register",
    zh="图要画“{name}”，它{why}",
    en="the chart draws “{name}”, which {why}",
    fix_zh="写一列有数的 id：{known}",
    fix_en="name a column with numbers: {known}",
)
def chart_has_numbers(section: Registers, scope: PlanScope) -> Iterator[Finding]:
    """The chart of a register draws a column of it that has numbers.

    Why: a chart that is asked for and does not appear is looked for on every page.
    Bad:
        # register.yml
        cars: {name: 车辆, columns: {plate: {name: 车牌}}, chart: {of: plate}}
    Good:
        # register.yml
        cars: {name: 车辆, columns: {count: {name: 数量, type: quantity, unit: 辆}}, chart: {of: count}}
    """
    for register in section.items.values():
        known = [name for name, column in register.columns.items() if column.is_number]
        if register.chart is not None and register.chart.of not in known:
            there = register.chart.of in register.columns
            why = scope.word("没有数", "has no numbers") if there else scope.word("不是表里的列", "is no column")
            args = {"name": register.chart.of, "why": why, "known": ", ".join(known) or "–"}
            yield Finding("REG110", register.chart.span("of"), args, scope.year, register.address())


@check(
    "REG111",
    Level.ERROR,
    takes="register",
    zh="“{name}”既是一张台账，又是“{register}”里公式用的列，分不出指哪一个",
    en="“{name}” is a register and a column that a formula of “{register}” uses, so that it may mean either",
    fix_zh="给列或台账换一个 id",
    fix_en="give the column or the register another id",
)
def columns_are_no_registers(section: Registers, scope: PlanScope) -> Iterator[Finding]:
    """No column that a formula names has the id of a register.

    Why: in formulas a plain name is an item of the section first.
    Bad:
        # register.yml
        price: {name: 价目, columns: {item: {name: 品名}}}
        cars:
          name: 车辆
          columns: {price: {name: 单价, type: quantity}, twice: {name: 两倍, type: quantity, formula: = price × 2}}
    Good:
        # register.yml
        prices: {name: 价目, columns: {item: {name: 品名}}}
        cars:
          name: 车辆
          columns: {price: {name: 单价, type: quantity}, twice: {name: 两倍, type: quantity, formula: = price × 2}}
    """
    for register, name, column in _columns(section):
        if name in section.items and any(name in each.named() for each in register.columns.values()):
            args = {"name": name, "register": register.name}
            yield Finding("REG111", column.key_span(), args, scope.year, register.address())
