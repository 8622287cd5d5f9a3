"""Reviews and registers, computed a second time without plangen: growth by total and by month, columns, totals."""

from pathlib import Path

from independent.arithmetic import RULES
from independent.export import exported, name_of, number_of
from independent.formula import Reader

FILES = {
    "handbook.yml": "format: 1\ntitle: 试验\ncurrent: 2026\nas_of: 2026-01-05\n",
    "2026/demo/plan.yml": "name: 试验\n",
    "2026/demo/review.yml": """\
period: 2025 M08..M12
compare_to: 2025 M02..M07
results:
  paid: {name: 回款, actual: 61万元, before: 66万元, target: 60–64万元, data: 财务部}
  rate: {name: 成功率, actual: 42.5%, before: 40%, data: 周报}
  sales:
    name: 销量
    data: 月报
    actual: 300件
    parts: {a: {name: 甲, actual: 120件, before: 100件}, b: {name: 乙, actual: 170–190件, before: 160件}}
""",
    "2026/demo/register.yml": """\
cars:
  name: 车辆
  columns:
    price: {name: 单价, type: quantity, unit: 元/辆, total: mean}
    count: {name: 数量, type: quantity, unit: 辆, total: sum}
    value: {name: 金额, type: quantity, unit: 元, formula: = price × count, total: sum}
    weight: {name: 占比, type: share, formula: "= share(value, register/cars.value)", total: max}
  rows:
    van: {price: 60000, count: 2}
    truck: {price: 12.5万元/辆, count: 1–2}
    bike: {price: 800.5, count: 3}
""",
}
SAID = {
    "review/paid.growth": "-7.58%",  # 61 ÷ 66 = 0.92424…
    "review/paid.monthly": "12.2 万元/月",
    "review/paid.before-monthly": "11 万元/月",
    "review/paid.monthly-growth": "10.91%",  # 12.2 ÷ 11 = 1.10909…
    "review/paid.attainment": "95.31–101.67%",  # 61 ÷ 64 and 61 ÷ 60
    "review/rate.change": "2.5%",
    "review/sales.actual.rollup": "290–310 件",
    "review/sales.actual.gap": "-10 至 10 件",
    "review/sales.before": "260 件",
    "register/cars.count": "6–7 辆",
    "register/cars.value": "24.74015–37.24015 万元",  # 120,000 + 125,000 or 250,000 + 2,401.50
    "register/cars.price": "6.19335 万元/辆",  # 185,800.50 ÷ 3 = 61,933.50
    "register/cars/bike.value": "2,401.5 元",
}
"""Worked out by hand."""


def test_they_give_the_same_when_read_a_second_time(tmp_path: Path) -> None:
    """Each rule again from its inputs, and what was worked out by hand."""
    for path, text in FILES.items():
        (tmp_path / "content" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "content" / path).write_text(text, encoding="utf-8")
    rows, used = exported(tmp_path), set()
    for name, row in rows.items():
        inputs = [number_of(rows[name_of(each)]) for each in row["inputs"]]
        if row["rule"] == "formula":
            again = Reader(row["settings"]["formula"], row["settings"]["places"], inputs).sum()
        elif row["rule"] in RULES:
            again = RULES[row["rule"]](inputs, row["settings"])
        else:
            continue
        assert again.same(number_of(row)), name
        used.add(row["rule"])
    assert used >= {"sum", "quotient", "difference", "change", "share", "mean", "max", "formula", "count"}
    found = {name[2].partition(":")[2]: row["text"] for name, row in rows.items()}
    assert {name: found[name] for name in SAID} == SAID
