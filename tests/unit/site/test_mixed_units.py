"""Charts of numbers in several units: the book is built, and the table says each in its own unit."""

import re
from pathlib import Path

import pytest

from handbooks import open_files

ACTUALS = "address,value,as_of\nkpis/k@M01,4次,2026-01-01\nkpis/k@M02,{unit},2026-01-02\nkpis/k@M03,1次,2026-01-03\n"
REGISTER = (
    "cars: {name: 车辆, columns: {p: {name: 甲, type: quantity}}, chart: {of: p}, rows: {a: {p: 3辆}, b: {p: 5家}}}"
)
AXES = "axes: {x: {name: 量, split: 5万元}, y: {name: 度, split: 3家}}"
QUADRANTS = (
    "quadrants: {a: {name: 甲, at: {x: high, y: high}}, b: {name: 乙, at: {x: high, y: low}}, "
    "c: {name: 丙, at: {x: low, y: high}}, d: {name: 丁, at: {x: low, y: low}}}"
)
CASES = {
    "register": ({"register.yml": REGISTER}, "5 家"),
    "field": (
        {
            "segments.yml": f"o: {{name: 终端, customer_list: o.csv, {AXES}, {QUADRANTS}}}\n",
            "2026/demo/o.csv": "id,量,度\na,6家,2家\nb,1万元,4家\nc,7万元,5家\n",
        },
        "6 家",
    ),
    "pareto": (
        {
            "segments.yml": "o: {name: 终端, customer_list: o.csv, tiers: {a: {name: A}}}\n",
            "2026/demo/o.csv": "id,tier,value\na,a,6万元\nb,a,4家\nc,a,3万元\n",
        },
        "4 家",
    ),
    "funnel": (
        {"procedures.yml": "l: {name: 线索, steps: {c: {text: 电话, reaches: 30家}, m: {text: 约见, reaches: 3人}}}\n"},
        "3 人",
    ),
    "course": (
        {
            "kpis.yml": "k: {name: 投诉, better: lower, target: 2次, alarm: 5次}\n",
            "2026/demo/actuals/k.csv": ACTUALS.format(unit="4家"),
        },
        "4 家",
    ),
    "line": (
        {
            "kpis.yml": "k: {name: 投诉, better: lower, target: 2次, alarm: 5家}\n",
            "2026/demo/actuals/k.csv": ACTUALS.format(unit="4次"),
        },
        "5 家",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_number_of_another_unit_breaks_no_page(case: str, tmp_path: Path) -> None:
    """What does not fit a chart is in its table."""
    files, said = CASES[case]
    pages = open_files(tmp_path, files).book(2026).pages
    filled = " ".join(html for page in pages for html in page.slots.values())
    assert said in re.sub(r"<[^>]+>", "", filled)


def test_of_two_units_none_is_the_largest(tmp_path: Path) -> None:
    """Five shops are not more than three cars."""
    pages = open_files(tmp_path, {"register.yml": REGISTER}).book(2026).pages
    assert "最大" not in " ".join(html for page in pages for html in page.slots.values())
