"""Everything that the example says in numbers, read and computed a second time without plangen."""

import csv
import re
from fractions import Fraction
from pathlib import Path
from typing import Any

from independent.amounts import read
from independent.arithmetic import RULES, Number, half_up
from independent.export import ROOT, Name, Row, exported, name_of, number_of
from independent.formula import Reader

TABLES = ("allocation-table", "fitted-table")
"""Rules whose cells are held against their definition instead of computed anew."""


def typed_text(file: str, line: int, column: int) -> str:
    """What stands at a place: in YAML up to the end of the value, in CSV the row's value, or the cell there."""
    text = (ROOT / file).read_text(encoding="utf-8").split("\n")[line - 1]
    if file.endswith(".csv"):
        (cells,) = (row for number, row in csv_rows(file) if number == line)
        return cells["value"] if "value" in cells else text[column - 1 :].split(",")[0]
    return re.split(r"[,}\]]\s|[}\]]$|\s#", text[column - 1 :])[0].strip().strip("'\"")


def csv_rows(file: str) -> list[tuple[int, dict[str, str]]]:
    """The rows of a CSV file by column name, each with the number of its line."""
    with (ROOT / file).open(encoding="utf-8-sig", newline="") as stream:
        rows = csv.DictReader(stream)
        return [(rows.line_num, row) for row in rows]


def test_typed_figures_stand_in_the_files(figures: dict[Name, Row]) -> None:
    """The text at each source, read by a reader of our own, is the value."""
    wrong, read_texts = [], 0
    for name, row in figures.items():
        if row["rule"] != "typed":
            continue
        text = typed_text(**row["source"])
        ends, number = read(text), number_of(row)
        read_texts += ends is not None
        if (ends is None) != number.unset or (ends and ends != (number.low, number.high)):
            wrong.append((name, text, number))
    assert wrong == []
    assert read_texts > 100


def test_computed_figures_follow_from_their_inputs(figures: dict[Name, Row]) -> None:
    """Each rule, with the exported settings and inputs, gives the exported value again."""
    wrong, computed = [], 0
    for name, row in figures.items():
        inputs = [number_of(figures[name_of(used)]) for used in row["inputs"] if name_of(used) in figures]
        if row["rule"] in ("typed", "constant", *TABLES) or len(inputs) < len(row["inputs"]):
            continue
        if row["rule"] == "formula":
            again = Reader(row["settings"]["formula"], row["settings"]["places"], inputs).sum()
        else:
            again = RULES[row["rule"]](inputs, row["settings"])
        computed += 1
        if not again.same(number_of(row)):
            wrong.append((name, row["rule"], row["value"], again))
    assert wrong == []
    assert computed > 300


def test_actuals_to_date_are_those_of_the_months_that_all_channels_report(figures: dict[Name, Row]) -> None:
    """From the CSV file alone: the newest row of each month and channel, months with all three of them, added up."""
    newest: dict[tuple[str, str], tuple[str, Fraction]] = {}
    for _, row in csv_rows("content/2025/adhesives/east-china/actuals/revenue.csv"):
        place, low = (row["period"], row["渠道"]), (read(row["value"]) or (None, None))[0]
        assert low is not None
        newest[place] = max(newest.get(place, ("", low)), (row["as_of"], low))
    channels = {channel for _, channel in newest}
    months = [month for month, _ in newest]
    full = sorted({month for month in months if months.count(month) == len(channels)})
    to_date = sum((newest[month, channel][1] for month in full for channel in channels), Fraction(0))

    def exported_(measure: str) -> Fraction:
        return Fraction(figures[2025, "", f"adhesives/east-china:objectives/revenue.{measure}"]["value"])

    target = sum((exported_(f"target@{month}") for month in full), Fraction(0))
    assert len(full) == 6
    assert (exported_("ytd.actual"), exported_("ytd")) == (to_date, target)
    assert exported_("attainment") == half_up(to_date / target, Fraction(1, 10_000))
    assert exported_("variance") == to_date - target
    parent = figures[2025, "", "adhesives:objectives/revenue.ytd.actual"]["value"]
    assert Fraction(parent) == to_date


def test_cells_of_tables_add_up_both_ways_and_are_as_near_as_steps_allow(figures: dict[Name, Row]) -> None:
    """Controlled rounding by its definition: each row and column to the last digit, each cell within one step."""
    tables: dict[tuple[Any, ...], dict[tuple[int, int], Row]] = {}
    for row in figures.values():
        if row["rule"] == "allocation-table":
            settings = row["settings"]
            table = tables.setdefault((*map(name_of, row["inputs"]), settings["step"]), {})
            table[settings["row"], settings["column"]] = row
    assert tables
    for (*names, step), cells in tables.items():
        _hold(cells, [number_of(figures[name]) for name in names], Fraction(step))


CUBES = {
    "2025/demo/plan.yml": "name: 试验\n",
    "2025/demo/objectives.yml": "cube: {name: 方阵, target: 90万元, phasing: {H1: 20万元, H2: 70万元}}\n",
    "2026/demo/plan.yml": "name: 试验\n",
    "shared/dimensions.yml": """\
channel: {name: 渠道, members: {shop: {name: 店}, dealer: {name: 商}}}
region: {name: 区域, members: {east: {name: 东}, west: {name: 西}, north: {name: 北}}}
person: {name: 人, members: {one: {name: 甲}, two: {name: 乙}}}
""",
    "2026/demo/objectives.yml": """\
cube:
  name: 方阵
  target: 1234.5万元
  season: last-year
  channel: {shop: {share: 40%, region: {east: 100.1万元}}, dealer: {share: 60%}}
  person: {one: {rate: 3万元/人/月, heads: 2人}, two: {rate: 4万元/人/月, heads: 5人}}
  spread: [{axis: region, rule: weights, weights: {east: 2, west: 30%, north: 0.7}}, {axis: person, rule: rate}]
  cross: [channel, region, person]
""",
}


def test_cubes_follow_from_their_inputs(tmp_path: Path) -> None:
    """Shares, rates, weights, last year's months, a written cell: each cell again, and every table both ways."""
    rows = written_and_exported(tmp_path, CUBES)
    tables = fitted = 0
    groups: dict[tuple[Any, ...], list[Row]] = {}
    for row in rows.values():
        inputs = [number_of(rows[name_of(used)]) for used in row["inputs"]]
        if row["rule"] in TABLES:
            names = (row["rule"], *map(name_of, row["inputs"]), row["settings"]["step"])
            groups.setdefault(names, []).append(row)
        elif row["rule"] not in ("typed", "constant"):
            assert RULES[row["rule"]](inputs, row["settings"]).same(number_of(row)), row["address"]
    for cells in groups.values():
        inputs = [number_of(rows[name_of(used)]) for used in cells[0]["inputs"]]
        both_ways(cells, inputs)
        tables += 1
        fitted += cells[0]["rule"] == "fitted-table"
    assert tables > 10
    assert fitted == 1


def both_ways(cells: list[Row], inputs: list[Number]) -> None:
    """The cells of one table, the written ones included, make its rows and its columns to the last digit."""
    settings = cells[0]["settings"]
    height = settings["rows"]
    width = settings.get("columns", len(inputs) - height - 1)
    found = {(row["settings"]["row"], row["settings"]["column"]): number_of(row).low or Fraction(0) for row in cells}
    for place, cell in zip(settings.get("written", ()), inputs[height + width + 1 :], strict=True):
        found[divmod(place, width)] = cell.low or Fraction(0)
    for row in range(height):
        assert sum(value for place, value in found.items() if place[0] == row) == inputs[row].low
    for column in range(width):
        assert sum(value for place, value in found.items() if place[1] == column) == inputs[height + column].low


def _hold(cells: dict[tuple[int, int], Row], totals: list[Number], step: Fraction) -> None:
    height = next(iter(cells.values()))["settings"]["rows"]
    *_, whole = totals
    if whole.unset or whole.low != whole.high or any(each.unset or each.low != each.high for each in totals[:height]):
        return
    values = {place: number_of(row).low for place, row in cells.items()}
    for place, total in enumerate(totals[:height]):
        assert sum(value or 0 for (row, _), value in values.items() if row == place) == total.low
    for (row, column), value in values.items():
        assert value is not None
        assert whole.low
        assert totals[row].low is not None
        near = (totals[row].low or 0) * (totals[height + column].low or 0) / whole.low
        assert abs(value - near) < step


FORMULAS = {
    "2025/demo/plan.yml": "name: 试验\n",
    "2025/demo/objectives.yml": "revenue: {name: 销售额, target: 100万元}\n",
    "2026/demo/plan.yml": "name: 试验\n",
    "2026/demo/objectives.yml": """\
revenue: {name: 销售额, target: = previous × (1 + 20%), phasing: {Q1: 20%, Q2: 25%, Q3: 25%, Q4: 30%}}
part: {name: 部分, target: '= revenue × 30% - 2.5万元', rate: 1.5万元/人/月, heads: 4人}
spread: {name: 区间, target: = 100–150万元 + revenue ÷ 4}
yearly: {name: 人均, target: = rate × heads × 12月, rate: 1.5万元/人/月, heads: 4人}
first: {name: 一季度, target: '= cumulative(revenue.target@M03)'}
most: {name: 最大, target: '= max(revenue, part, spread)'}
third: {name: 三分之一, target: '= round(revenue ÷ 7, 0.1万元)'}
all: {name: 合计, target: '= sum(revenue, part, open)'}
open: {name: 未定, target: 待定}
rise: {name: 增幅, target: '= growth(revenue, third)'}
halves: {name: 两半, target: 90.7万元, phasing: {H1: = 20% × 2, H2: = 100% - halves.phasing@H1}}
fields: {name: 各处, target: 1万元, rate: = 3万元/人/月 ÷ 2, heads: = 2人 + 2人, count: = 3家 × 2}
""",
}


def written_and_exported(root: Path, texts: dict[str, str]) -> dict[Name, Row]:
    """The figures of a small handbook."""
    files = {"handbook.yml": "format: 1\ntitle: 试验\ncurrent: 2026\nas_of: 2026-01-05\n", **texts}
    for path, text in files.items():
        (root / "content" / path).parent.mkdir(parents=True, exist_ok=True)
        (root / "content" / path).write_text(text, encoding="utf-8")
    return exported(root)


def test_formulas_give_the_same_when_read_a_second_time(tmp_path: Path) -> None:
    """Signs, units, ranges, last year, functions: a small handbook of formulas, exported and computed anew."""
    rows = written_and_exported(tmp_path, FORMULAS)
    found = {}
    for name, row in rows.items():
        if row["rule"] == "formula":
            inputs = [number_of(rows[name_of(used)]) for used in row["inputs"]]
            again = Reader(row["settings"]["formula"], row["settings"]["places"], inputs).sum()
            assert again.same(number_of(row)), name
        elif row["rule"] in ("allocation", "product", "quotient"):
            again = RULES[row["rule"]]([number_of(rows[name_of(used)]) for used in row["inputs"]], row["settings"])
            assert again.same(number_of(row)), name
        if row["rule"] == "formula" and name[2].endswith(".target"):
            found[name[2].removeprefix("demo:objectives/").removesuffix(".target")] = row["text"]
    assert found == {
        "revenue": "120 万元", "part": "33.5 万元", "spread": "130–180 万元", "yearly": "72 万元", "first": "24 万元",
        "most": "130–180 万元", "third": "17.1 万元", "all": "153.5 万元，另有 1 项未定",
        "rise": "601.75%",
    }  # fmt: skip


ROLLED = {
    "2026/demo/plan.yml": "name: 试验\n",
    "2026/demo/objectives.yml": """\
revenue: {name: 销售额, rollup: children}
margin: {name: 毛利率, rollup: children, aggregate: {members: weighted, time: weighted, weight: revenue}}
heads: {name: 人数, rollup: children}
lead: {name: 最长周期, rollup: children, aggregate: {members: max, time: none}}
price: {name: 客单价, rollup: children, aggregate: {members: mean, time: none}}
least: {name: 最低毛利率, rollup: children, aggregate: {members: min, time: none}}
per-head: {name: 人均, aggregate: {members: ratio, time: none, numerator: revenue, denominator: heads}}
""",
    "2026/demo/east/plan.yml": "name: 东区\n",
    "2026/demo/east/objectives.yml": """\
revenue: {name: 销售额, target: 100–150万元}
margin: {name: 毛利率, target: 30%, aggregate: {time: weighted, weight: revenue}}
heads: {name: 人数, aggregate: {time: last}, phasing: {Q1: 3人, Q3: 4–6人}}
lead: {name: 最长周期, target: 30天}
price: {name: 客单价, target: 1000元}
least: {name: 最低毛利率, target: 28–30%}
""",
    "2026/demo/west/plan.yml": "name: 西区\n",
    "2026/demo/west/objectives.yml": """\
revenue: {name: 销售额, target: 300万元}
margin: {name: 毛利率, target: 20–22%, aggregate: {time: weighted, weight: revenue}}
heads: {name: 人数, aggregate: {time: last}, phasing: {Q1: 5人}}
lead: {name: 最长周期, target: 30–45天}
price: {name: 客单价, target: 1500.01元}
least: {name: 最低毛利率, target: 29%}
""",
}


def test_roll_ups_give_the_same_when_read_a_second_time(tmp_path: Path) -> None:
    """Sum, weighted mean, mean, extremes, last value and ratio, over child plans and over time."""
    for path, text in {"handbook.yml": "format: 1\ntitle: 汇总\nas_of: 2026-01-05\n", **ROLLED}.items():
        (tmp_path / "content" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "content" / path).write_text(text, encoding="utf-8")
    rows, found, used = exported(tmp_path), {}, set()
    for name, row in rows.items():
        if row["rule"] in RULES:
            inputs = [number_of(rows[name_of(each)]) for each in row["inputs"]]
            assert RULES[row["rule"]](inputs, row["settings"]).same(number_of(row)), name
            used.add(row["rule"])
        if name[2].startswith("demo:") and name[2].endswith(".target"):
            found[name[2].removeprefix("demo:objectives/").removesuffix(".target")] = row["text"]
    assert {"sum", "weighted", "mean", "max", "min", "last", "ratio"} <= used
    assert found == {
        "revenue": "400–450 万元", "margin": "22.5–24.67%", "heads": "9–11 人", "lead": "30–45 天",
        "price": "1,250.01 元", "least": "28–29%", "per-head": "36.363636–50 万元/人",
    }  # fmt: skip
