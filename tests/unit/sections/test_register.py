"""Registers: typed cells, computed columns, totals, what is refused, the page, the difference."""

from pathlib import Path

import pytest

from handbooks import codes, open_files
from plangen.catalogue import kinds
from plangen.findings import message
from plangen.model.levels import level_of_key
from plangen.sections.register.model import Registers
from plangen.values import write_quantity
from plangen.views import Chart, Table
from plangen.workspace import Workspace
from unit.sections.reading import text

ORG = "roles: {lead: {name: 组长}}\n"
CARS = """
cars:
  name: 车辆
  columns:
    plate: {name: 车牌, required: true, unique: true}
    kind: {name: 类别, type: choice, choices: [小车, 货车]}
    since: {name: 启用日, type: date}
    price: {name: 单价, type: quantity, unit: 元/辆, total: mean}
    count: {name: 数量, type: quantity, unit: 辆, total: sum}
    value: {name: 金额, type: quantity, unit: 万元, formula: = price × count, total: sum}
    own: {name: 自有, type: share, total: max}
    seats: {name: 座位, type: number, total: min}
    keeper: {name: 保管人, type: role, total: count}
    goal: {name: 用于, type: link}
  rows:
    van: {plate: 沪A1, kind: 小车, since: 2026-03-01, price: 60000, count: 2, own: 100%, seats: 7, keeper: lead}
    truck: {plate: 沪B2, kind: 货车, price: 12万元/辆, count: 1, own: 50%, seats: 3, goal: org/lead, note: 借来的}
  chart: {of: value}
"""


def register(tmp_path: Path, yaml: str, **files: str) -> Workspace:
    """A handbook with registers; `files` are CSV files by name."""
    beside = {f"2026/demo/{name}.csv": each for name, each in files.items()}
    return open_files(tmp_path, {"register.yml": yaml, "org.yml": ORG, **beside})


def says(workspace: Workspace) -> dict[str, str]:
    """Every figure of the registers as readers see it, by what follows `register/`."""
    written = ((str(key.address), each.quantity) for key, each in workspace.figures.items())
    return {name.partition("register/")[2]: write_quantity(each) for name, each in written if "register/" in name}


def found(workspace: Workspace) -> list[str]:
    """The codes of what is found in the register's files."""
    return [each.code for each in workspace.findings if "org.yml" not in each.span.file]


def test_figures(tmp_path: Path) -> None:
    """2 × 60,000 + 1 × 120,000 = 240,000; the mean price is 90,000; a number has the unit of its column."""
    workspace = register(tmp_path, CARS)
    assert found(workspace) == []
    figures = says(workspace)
    assert figures["cars/van.price"] == "6 万元/辆"
    assert figures["cars/van.value"] == "12 万元"
    assert figures["cars.value"] == "24 万元"
    assert figures["cars.price"] == "9 万元/辆"
    assert figures["cars.count"] == "3 辆"
    assert (figures["cars.own"], figures["cars.seats"], figures["cars.keeper"]) == ("100%", "3", "1 行")
    assert (figures["cars.rows"], figures["total.registers"], figures["total.rows"]) == ("2 行", "1 张", "2 行")


def cars(columns: str, rows: str = "{}", more: str = "") -> str:
    """A small register."""
    return f"cars:\n  name: 车辆\n  columns: {columns}\n  rows: {rows}\n{more}"


COUNT = "{plate: {name: 车牌}, count: {name: 数量, type: quantity, unit: 辆, total: sum}}"


def test_what_is_not_written_is_counted(tmp_path: Path) -> None:
    """A sum of three rows of which one is not set and one is not written lacks two."""
    rows = "{a: {plate: 甲, count: 2}, b: {plate: 乙, count: 待定}, c: {plate: 丙}}"
    workspace = register(tmp_path, cars(COUNT, rows))
    assert says(workspace)["cars.count"] == "2 辆，另有 2 项未定"
    assert workspace.unset_count(2026) == 1


@pytest.mark.parametrize(
    ("cell", "unit", "says_"),
    [
        ("60000", "元/辆", "6 万元/辆"),
        ("6万", "元/辆", "6 万元/辆"),
        ("6万元/辆", "元/辆", "6 万元/辆"),
        ("7–8", "人", "7–8 人"),
        ("约80", "家", "约 80 家"),
        ("≥13", "家", "≥13 家"),
        ("6", "万元", "6 万元"),
        ("60000元", "万元", "6 万元"),
        ("1万", "家", "10,000 家"),
        ("待定", "家", "待定"),
        ("= 2家 × 3", "家", "6 家"),
        ("5人", "人", "5 人"),
    ],
)
def test_numbers(cell: str, unit: str, says_: str, tmp_path: Path) -> None:
    """With or without the unit of the column, as ranges, bounds and formulas."""
    workspace = register(tmp_path, cars(f"{{n: {{name: 数, type: quantity, unit: {unit}}}}}", f"{{a: {{n: {cell}}}}}"))
    assert found(workspace) == []
    assert says(workspace)["cars/a.n"] == says_


@pytest.mark.parametrize(
    ("column", "cell", "code"),
    [
        ("type: quantity, unit: 家", "5人", "PG205"),
        ("type: quantity, unit: 元/辆", "5元", "PG205"),
        ("type: quantity, unit: 家", "很多", "PG205"),
        ("type: quantity, unit: 家", "010", "PG203"),
        ("type: quantity", "5", "PG205"),
        ("type: share", "5家", "PG205"),
        ("type: number", "5家", "PG205"),
        ("type: date", "2026-02-30", "PG208"),
        ("type: choice, choices: [小车]", "轿车", "PG220"),
        ("type: role", "nobody", "PG212"),
        ("type: link", "phases/none", "PG212"),
        ("type: text", "[a, b]", "PG219"),
        ("unit: 什么啊", "5", "PG205"),
    ],
)
def test_a_wrong_cell_is_found_where_it_stands(column: str, cell: str, code: str, tmp_path: Path) -> None:
    """The value of another type, unit or list, in the line of its row; a unit that is none in that of its column."""
    workspace = register(tmp_path, cars(f"{{a: {{name: 甲, {column}}}}}", f"\n    one: {{a: {cell}}}"))
    assert [(each.code, each.span.line) for each in workspace.findings if each.code == code] == [
        (code, 3 if "什么" in column else 5)
    ]


def test_every_mistake_at_once(tmp_path: Path) -> None:
    """An unknown cell, a computed one, a missing one and one of a wrong type, each at its place."""
    yaml = """
cars:
  name: 车辆
  columns:
    plate: {name: 车牌, required: true}
    count: {name: 数量, type: quantity, unit: 辆}
    twice: {name: 两倍, type: quantity, formula: = count × 2}
  rows:
    a: {plate: 甲, coutn: 2}
    b: {plate: 乙, twice: 4}
    c: {count: 2}
    d: {plate: 丁, count: 2人}
"""
    workspace = register(tmp_path, yaml)
    told = {each.code: each.span.line for each in workspace.findings if "register" in each.span.file}
    assert told == {"REG102": 9, "REG103": 10, "PG210": 11, "PG205": 12}
    (unknown,) = (each for each in workspace.findings if each.code == "REG102")
    assert "是不是“count”" in message(unknown)


@pytest.mark.parametrize(
    ("columns", "codes_"),
    [
        ("{owner: {name: 甲}}", ["REG101"]),
        ("{address: {name: 甲}}", ["REG101"]),
        ("{model_x: {name: 甲}}", ["REG101"]),
        ("{name: {name: 甲}}", []),
        ("{a: {name: 甲, type: number}, b: {name: 乙, type: number, formula: a × 2}}", ["REG100"]),
        ("{a: {name: 甲, type: number}, b: {name: 乙, type: number, formula: = a × c}}", ["REG104"]),
        ("{a: {name: 甲}, b: {name: 乙, type: number, formula: = a × 2}}", ["REG104"]),
        ("{a: {name: 甲, type: number}, b: {name: 乙, type: number, formula: = a ×}}", ["PG304"]),
        ("{a: {name: 甲, type: number}, b: {name: 乙, type: number, formula: = a × org/lead.people}}", ["PG306"]),
        ("{a: {name: 甲, unit: 辆}}", ["REG105"]),
        ("{a: {name: 甲, total: sum}}", ["REG105"]),
        ("{a: {name: 甲, total: count}}", []),
        ("{a: {name: 甲, type: number, stated: 5}}", ["REG105"]),
        ("{a: {name: 甲, type: choice}}", ["REG106"]),
        ("{a: {name: 甲, required: maybe}}", ["PG220"]),
        ("{}", ["PG218"]),
    ],
)
def test_columns(columns: str, codes_: list[str], tmp_path: Path) -> None:
    """Reserved words, formulas, settings of another type."""
    rows = "{one: {a: 2}}" if "b:" in columns and "formula" in columns and "乙" in columns else "{}"
    assert found(register(tmp_path, cars(columns, rows))) == codes_


def test_a_mistake_in_a_formula_has_its_column(tmp_path: Path) -> None:
    """The name that is none, at its column in the line of the column; a computed number that does not fit there too."""
    columns = "\n    a: {name: 甲, type: number}\n    b: {name: 乙, type: number, formula: = a × cc}"
    (unknown,) = (each for each in register(tmp_path, cars(columns)).findings if each.code == "REG104")
    assert (unknown.span.line, unknown.span.column) == (5, 47)
    columns = "\n    a: {name: 甲, type: number}\n    b: {name: 乙, type: share, formula: = a + 2家}"
    wrong = register(tmp_path, cars(columns, "{one: {a: 2}}")).findings
    assert [(each.code, each.span.line) for each in wrong if each.code[:2] == "PG"] == [("PG215", 5)]


@pytest.mark.parametrize(
    ("yaml", "codes_"),
    [
        (cars(COUNT.replace("total: sum", "total: sum, stated: 3辆"), "{a: {count: 2}, b: {count: 1}}"), []),
        (cars(COUNT.replace("total: sum", "total: sum, stated: 4辆"), "{a: {count: 2}, b: {count: 1}}"), ["REG108"]),
        (cars(COUNT.replace("total: sum", "total: sum, stated: 4辆"), "{a: {count: 2}, b: {count: 待定}}"), []),
        (cars("{plate: {name: 车牌, unique: true}}", "{a: {plate: 沪A 1}, b: {plate: 沪a1}}"), ["REG109"]),
        (cars("{plate: {name: 车牌, unique: true}}", "{a: {plate: 待定}, b: {plate: 待定}}"), []),
        (cars(COUNT.replace("total", "unique: true, total"), "{a: {count: 2}, b: {count: 2辆}}"), ["REG109"]),
        (cars(COUNT, "{}", "  chart: {of: plate}\n"), ["REG110"]),
        (cars(COUNT, "{}", "  chart: {of: none}\n"), ["REG110"]),
        (cars(COUNT, "{}", "  chart: {of: count}\n"), []),
        (cars("{a: {name: 甲, type: quantity, unit: 人, formula: = 2家}}", "{one: {}}"), ["REG107"]),
    ],
)
def test_checks(yaml: str, codes_: list[str], tmp_path: Path) -> None:
    """Totals as stated, rows alike, charts of numbers, units of what is computed."""
    assert found(register(tmp_path, yaml)) == codes_


def test_a_register_and_a_column_of_one_name(tmp_path: Path) -> None:
    """In a formula the name would mean the register first."""
    yaml = cars("{a: {name: 甲, type: number}, b: {name: 乙, type: number, formula: = a × 2}}")
    assert "REG111" in codes(register(tmp_path, f"{yaml}a: {{name: 另一张, columns: {{x: {{name: 子}}}}}}\n"))
    assert found(register(tmp_path, f"{yaml}c: {{name: 另一张, columns: {{x: {{name: 子}}}}}}\n")) == []


def test_a_column_that_no_formula_uses_may_be_called_as_a_register(tmp_path: Path) -> None:
    """Only `a` is in the formula; `c` is a number beside it."""
    columns = "{a: {name: 甲, type: number}, b: {name: 乙, type: number, formula: = a}, c: {name: 丙, type: number}}"
    assert found(register(tmp_path, f"{cars(columns)}c: {{name: 另一张, columns: {{x: {{name: 子}}}}}}\n")) == []


def test_page(tmp_path: Path) -> None:
    """Rows as written with their remarks, one line for each sort of total, formulas with names, the chart."""
    workspace = register(tmp_path, CARS)
    scope = next(iter(workspace.scope(2026).plans()))
    kind, section = kinds()["register"], scope.plan.sections["register"]
    table, chart = kind.blocks(section, scope)
    assert isinstance(table, Table)
    assert [[text(cell) for cell in row.cells] for row in table.rows] == [
        ["沪A1", "小车", "3-01", "60,000", "2", "12", "100", "7", "组长", "—"],
        ["沪B2（借来的）", "货车", "—", "120,000", "1", "12", "50", "3", "—", "组长"],
        ["合计", "", "", "", "3", "24", "", "", "", ""],
        ["平均", "", "", "90,000", "", "", "", "", "", ""],
        ["最小", "", "", "", "", "", "", "3", "", ""],
        ["最大", "", "", "", "", "", "100", "", "", ""],
        ["有几行", "", "", "", "", "", "", "", "1 行", ""],
    ]
    assert [text(note) for note in table.notes] == ["算出的列：金额 = 单价 × 数量"]
    assert [row.id for row in table.rows if row.id] == ["cars-van", "cars-truck"]
    assert isinstance(chart, Chart)
    assert text(chart.title) == "金额"
    assert text(kind.summary(section, scope)) == "车辆，共 2 行"


def test_names_of_the_planner(tmp_path: Path) -> None:
    """Figures and rows are called what the planner calls them."""
    scope = next(iter(register(tmp_path, CARS).scope(2026).plans()))
    van = scope.resolve("register/cars/van")
    assert van is not None
    assert scope.name_of(van) == "沪A1"
    entry = scope.entry(van)
    assert entry is not None
    assert (entry.called("value"), entry.called("note")) == ("金额", "")


def test_a_scenario_may_add_a_cell() -> None:
    """The keys of a row are its planner's; those of a column are known."""
    assert level_of_key(Registers, ("cars", "rows", "van", "price"), ()) == "field"
    assert level_of_key(Registers, ("cars", "columns", "price", "prize"), ()) == "unknown"


@pytest.mark.parametrize(
    ("numbers", "title"),
    [
        (("5", "7"), "数量：b最大，7 辆"),
        (("7", "7"), "数量"),
        (("5–8", "7"), "数量"),
        (("≥5", "7"), "数量"),
        (("5", "6–8"), "数量：b最大，6–8 辆"),
    ],
)
def test_the_largest_is_told_where_there_is_one(numbers: tuple[str, str], title: str, tmp_path: Path) -> None:
    """Not of two that are or may be the same."""
    first, second = numbers
    rows = f"{{a: {{count: {first}}}, b: {{count: {second}}}}}"
    scope = next(iter(register(tmp_path, cars(COUNT, rows, "  chart: {of: count}\n")).scope(2026).plans()))
    _, chart = kinds()["register"].blocks(scope.plan.sections["register"], scope)
    assert isinstance(chart, Chart)
    assert text(chart.title) == title
