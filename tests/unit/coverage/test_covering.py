"""Coverage: who carries an item, as what, how often, and with which figures."""

from pathlib import Path

import pytest

from handbooks import codes, open_files
from plangen.coverage import Carried, Coverage
from plangen.findings import message

REGISTER = """\
id: D1
title: 年度计划
items:
  D1-1: {kind: objectives, about: 全年销售额, numbers: [8000, '5%']}
  D1-2: {kind: narrative, about: 先做样板}
  D1-3: {kind: duties, about: 口号, left: 没有内容}
  D1-4: {kind: duties, about: 每周报表}
"""


def coverage(root: Path, files: dict[str, str], *years: int) -> Coverage:
    """The coverage of a small handbook with the register above, whose check finds no error."""
    return open_files(root, {"shared/sources/d1.yml": REGISTER, **files}).coverage(*years)


def item(found: Coverage, name: str) -> Carried:
    """One item."""
    return next(each for each in found.items if each.name == name)


def objective(more: str, name: str = "revenue") -> str:
    """One line of `objectives.yml`."""
    return f"{name}: {{name: 销售额, {more}}}\n"


def test_statuses(tmp_path: Path) -> None:
    """Carried by its kind, by another one only, by nobody, left out."""
    files = {
        "objectives.yml": objective("target: 8000万元, source: D1-1"),
        "swot.yml": "strengths: {near: {text: 近, source: [D1-2, D1-3]}}\n",
    }
    found = coverage(tmp_path, files)
    assert [each.status for each in found.items] == ["carried", "other", "left", "missing"]
    total = found.total
    assert (total.carried, total.other, total.missing, total.left) == (1, 1, 1, 1)
    assert (total.total, total.due, total.share and str(total.share)) == (4, 3, "1/3")
    assert [str(one) for one in item(found, "D1-3").carriers] == ["demo:swot/near"]
    kinds = {kind: (count.carried, count.due) for kind, count in found.by_kind().items()}
    assert kinds == {"duties": (0, 1), "narrative": (0, 1), "objectives": (1, 1)}


def test_who_carries_is_found_with_its_place(tmp_path: Path) -> None:
    """An id of a list has its own column; a passage has its heading, a page none; a cell its member."""
    files = {
        "objectives.yml": "revenue:\n  name: 额\n  target: 1万元\n  channel: {dealer: {target: 1万元, source: D1-1}}\n",
        "duties.yml": "manager:\n  weekly: {text: 每周报表, source: [D1-9, D1-4]}\n",
        "org.yml": "roles: {manager: {name: 经理, headcount: 1人}}\n",
        "market.md": "---\nsource: D1-2\n---\n# 市场\n",
        "index.md": "# 首页\n\n## 样板\n<!-- source: D1-2 -->\n先做。\n",
        "2026/index.md": "<!-- source: D1-2 -->\n好。\n",
    }
    found = coverage(tmp_path, files)
    told = {each.name: [f"{one} {one.span.line}:{one.span.column}" for one in each.carriers] for each in found.items}
    assert told["D1-1"] == ["demo:objectives/revenue (dealer) 4:43"]
    assert told["D1-4"] == ["demo:duties/weekly 2:39"]
    assert told["D1-2"] == ["index 1:14", "demo:index#样板 4:14", "demo:market 2:9"]
    assert item(found, "D1-2").twice == (2026,)
    assert [(one.name, str(one)) for one in found.unknown] == [("D1-9", "demo:duties/weekly")]


def test_a_plan_and_the_dimensions_may_name_sources(tmp_path: Path) -> None:
    """They are carriers of another kind than any section's."""
    dimensions = "channel: {name: 渠道, members: {dealer: {name: 经销商, source: D1-1}}}\n"
    files = {"2026/demo/plan.yml": "name: 甲\nsource: D1-1\n", "shared/dimensions.yml": dimensions}
    found = item(coverage(tmp_path, files), "D1-1")
    assert [(one.kind, str(one)) for one in found.carriers] == [
        ("dimensions", "dimensions/dealer"),
        ("plan", "demo:plan"),
    ]
    assert found.status == "other"


def test_twice_counts_items_of_one_year(tmp_path: Path) -> None:
    """Cells of one item are one place, the next year's item is another year's; two items of a year are two."""
    cells = "channel: {dealer: {target: 1万元, source: D1-1}, own-store: {target: 2万元, source: D1-1}}"
    one = f"revenue:\n  name: 额\n  target: 3万元\n  source: D1-1\n  {cells}\n"
    files = {"objectives.yml": one, "2025/demo/plan.yml": "name: 甲\n", "2025/demo/objectives.yml": one}
    assert item(coverage(tmp_path / "a", files), "D1-1").twice == ()
    files["objectives.yml"] += objective("target: 5家, source: D1-1", "customers")
    found = coverage(tmp_path / "b", files)
    assert item(found, "D1-1").twice == (2026,)
    assert item(coverage(tmp_path / "c", files, 2025), "D1-1").twice == ()


@pytest.mark.parametrize(
    ("written", "lacks"),
    [
        ("target: 0.8亿元, note: 增长 5%", ()),
        ("target: 8000万元", ("5%",)),
        ("target: 10万元, growth: 5%", ("8000",)),
        ("target: 1万元", ("8000", "5%")),
        ("target: 8000万元, channel: {dealer: {target: 400万元, note: 占 5%}}", ()),
        ("target: 4000万元, note: 两个 4000万元, channel: {dealer: 5%}", ("8000",)),
    ],
)
def test_figures_that_the_carrier_does_not_hold(written: str, lacks: tuple[str, ...], tmp_path: Path) -> None:
    """They are looked for in what was typed in the entry and inside it, in any unit."""
    assert item(coverage(tmp_path, {"objectives.yml": objective(f"{written}, source: D1-1")}), "D1-1").lacks == lacks


def test_a_computed_figure_of_the_item_is_held(tmp_path: Path) -> None:
    """The sum of two cells is what the page shows as the target."""
    cells = "channel: {dealer: {target: 3000万元}, own-store: {target: 5000万元}}"
    text = f"revenue:\n  name: 额\n  note: 比去年多 5%\n  {cells}\n  source: D1-1\n"
    assert item(coverage(tmp_path, {"objectives.yml": text}), "D1-1").lacks == ()


def test_ids_and_sources_hold_no_figure(tmp_path: Path) -> None:
    """The 5 of an id, of `was` or of another source is no figure of the item."""
    items = "  D1-1: {kind: objectives, about: 乙, numbers: [5]}\n  D1-5: {kind: org, about: 丙}\n"
    register = f"id: D1\ntitle: 甲\nitems:\n{items}"
    text = "rule-5: {name: 额, target: 1万元, source: [D1-1, D1-5], was: old5}\n"
    assert item(coverage(tmp_path, {"shared/sources/d1.yml": register, "objectives.yml": text}), "D1-1").lacks == ("5",)


def test_a_narrative_holds_what_its_passage_says_and_shows(tmp_path: Path) -> None:
    """A figure that it shows counts as it is shown; what stands under other headings does not."""
    register = "id: D1\ntitle: 甲\nitems:\n  D1-1: {kind: narrative, about: 乙, numbers: [8000, 3, 7]}\n"
    text = "# 页\n\n## 一\n<!-- source: D1-1 -->\n做 {{ objectives/revenue.target }}。\n### 细\n三家。\n## 二\n7 天。\n"
    files = {"shared/sources/d1.yml": register, "objectives.yml": objective("target: 8000万元"), "index.md": text}
    assert item(coverage(tmp_path, files), "D1-1").lacks == ("7",)


def test_an_item_that_nobody_carries_lacks_nothing(tmp_path: Path) -> None:
    """It is missing as a whole."""
    found = item(coverage(tmp_path, {}), "D1-1")
    assert (found.status, found.lacks, found.twice) == ("missing", (), ())


def test_what_only_a_scenario_has_is_carried(tmp_path: Path) -> None:
    """What another scenario names is carried too; what all name counts once; the head of a scenario may name some."""
    files = {
        "objectives.yml": objective("target: 8000万元, source: [D1-2]"),
        "2026/demo/scenarios/stretch.yml": "name: 挑战\nsource: D1-4\nobjectives: {revenue: {source: [D1-2, D1-1]}}\n",
    }
    found = coverage(tmp_path, files)
    assert [str(one) for one in item(found, "D1-1").carriers] == ["demo:objectives/revenue"]
    assert [str(one) for one in item(found, "D1-2").carriers] == ["demo:objectives/revenue"]
    assert [one.kind for one in item(found, "D1-4").carriers] == ["scenarios"]


def test_items_without_a_source(tmp_path: Path) -> None:
    """An item counts as sourced where a part of it is; an item inside it speaks for itself only."""
    files = {
        "objectives.yml": "a: {name: 甲, target: 1家}\nb: {name: 乙, channel: {dealer: {target: 1家, source: D1-1}}}\n",
        "phases.yml": "p: {name: 期, start: 2026-01-05, end: 2026-02-05, tasks: {t: {name: 事, start: 2026-01-05, "
        "end: 2026-01-06, source: D1-4}}}\n",
    }
    found = coverage(tmp_path, files)
    assert [(str(each.address), each.sourced) for each in found.plain] == [
        ("demo:objectives/a", False),
        ("demo:objectives/b", True),
        ("demo:phases/p", False),
        ("demo:phases/t", True),
    ]
    assert {key: len(items) for key, items in found.by_plan().items()} == {(2026, "demo"): 4}


def test_an_unregistered_id_is_a_finding_with_what_may_be_meant(tmp_path: Path) -> None:
    """At the place of the id itself, in entries, front matter and comments; a document's own id is known."""
    files = {
        "shared/sources/d1.yml": REGISTER,
        "objectives.yml": objective("target: 1家, source: [D1-1, D1-11, D1]"),
        "index.md": "---\nsource: D1-2x\n---\n# 页\n\n## 一\n<!-- source: D1-2 Z9 -->\n做。\n",
    }
    found = [each for each in open_files(tmp_path, files).findings if each.code == "PG273"]
    assert [(f"{each.span.file.rpartition('/')[2]}:{each.span.line}:{each.span.column}") for each in found] == [
        "index.md:2:9", "index.md:7:19", "objectives.yml:1:49",
    ]  # fmt: skip
    assert message(found[0], "en") == "no registered source has the id “D1-2x”; did you mean “D1-2”?"
    assert message(found[1], "zh") == "登记的来源里没有“Z9”"


@pytest.mark.parametrize("register", [{}, {"shared/sources/d1.yml": "id: D1\n"}])
def test_without_a_register_that_can_be_read_nothing_is_unknown(register: dict[str, str], tmp_path: Path) -> None:
    """A handbook needs none; and while one is refused nobody knows what it has."""
    files = {**register, "objectives.yml": objective("target: 1家, source: D1-11")}
    assert "PG273" not in codes(open_files(tmp_path, files))


TWO_TARGETS = """
# 年

## 一季度

### 目标

<!-- source: D1-2 -->
无。

## 二季度

### 目标

<!-- source: D1-1 D1-2 -->
铺 8000 家，增长 5%。
"""


def test_two_headings_of_one_text_are_two_passages(tmp_path: Path) -> None:
    """The figures are looked for under the second; what both name is carried twice."""
    found = coverage(tmp_path, {"index.md": TWO_TARGETS})
    assert item(found, "D1-1").lacks == ()
    assert [str(each) for each in item(found, "D1-2").carriers] == ["demo:index#目标", "demo:index#目标 (2)"]
    assert item(found, "D1-2").twice == (2026,)
