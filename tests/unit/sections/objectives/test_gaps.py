"""Declared differences: open, late, other than written, closed, misplaced; and the ledger of a year."""

import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path

import pytest

from handbooks import HANDBOOK
from numbered import numbered
from plangen.findings import CODES, Level, way_out
from plangen.site.book import Page
from unit.sections.objectives.plans import TOLERANT, Plans, children, plans

ORG = {"org.yml": "roles: {manager: {name: 区域经理, headcount: 1人}}\n"}
GAP = "{{amount: {}, owner: manager, due: {}, reason: 新客户还没分到省}}"


def text(parts: str, amount: str, due: str = "2026-03-31", key: str = "region") -> str:
    """100 in all, by region, with one declared gap."""
    gap = GAP.format(amount, due)
    return f"revenue: {{name: 销售额, target: 100万元, region: {{{parts}}}, gaps: {{{key}: {gap}}}}}\n"


def declared(folder: Path, *args: str, files: Mapping[str, str] | None = None) -> Plans:
    """A handbook with a role and one declared gap."""
    return plans(folder, text(*args), {**ORG, **(files or {})})


def test_a_declared_gap_is_a_line_and_no_error(tmp_path: Path) -> None:
    """60 + 30 of 100: ten are open, known and owned."""
    found = declared(tmp_path, "zhejiang: 60万元, jiangsu: 30万元", "10万元")
    assert found.codes == ["OBJ150"]
    assert CODES["OBJ150"].level is Level.INFO
    assert found.message("OBJ150") == "销售额按区域差 10 万元，区域经理 在 2026-03-31 前关闭：新客户还没分到省"
    assert found.says("objectives/revenue.amount.declared/region") == ["10 万元"]


def test_an_undeclared_gap_is_an_error_still(tmp_path: Path) -> None:
    """A gap by channel is not explained by one by region."""
    more = text("zhejiang: 60万元, jiangsu: 30万元", "10万元").replace(
        "gaps:", "channel: {own-store: 40万元, dealer: 50万元}, gaps:"
    )
    assert plans(tmp_path, more, ORG).codes == ["OBJ101", "OBJ150"]


def test_parts_may_be_more_than_the_total(tmp_path: Path) -> None:
    """60 + 50 of 100: ten too many, below zero."""
    assert declared(tmp_path, "zhejiang: 60万元, jiangsu: 50万元", "-10万元").codes == ["OBJ150"]


def test_the_amount_must_be_the_gap(tmp_path: Path) -> None:
    """Ten declared, twenty open: told once, with both numbers."""
    found = declared(tmp_path, "zhejiang: 60万元, jiangsu: 20万元", "10万元")
    assert found.codes == ["OBJ152"]
    assert found.message("OBJ152") == "销售额按区域写着差 10 万元，算出来差 20 万元"


def test_a_late_gap_is_a_warning(tmp_path: Path) -> None:
    """The handbook speaks of 2026-01-05; a gap of that day is in time, one of the day before is late."""
    parts = "zhejiang: 60万元, jiangsu: 30万元"
    assert declared(tmp_path / "late", parts, "10万元", "2026-01-04").codes == ["OBJ151"]
    assert declared(tmp_path / "today", parts, "10万元", "2026-01-05").codes == ["OBJ150"]
    assert declared(tmp_path / "open", parts, "10万元", "待定").codes == ["OBJ150"]
    assert CODES["OBJ151"].level is Level.WARNING


def test_a_closed_gap_is_to_be_removed(tmp_path: Path) -> None:
    """60 + 40 are 100."""
    assert declared(tmp_path, "zhejiang: 60万元, jiangsu: 40万元", "10万元").codes == ["OBJ153"]


def test_the_way_out_is_something_that_can_be_written(tmp_path: Path) -> None:
    """The amount without the unset part; with scenarios, where it is mended so that the others keep theirs."""
    alone = declared(tmp_path / "alone", "zhejiang: 60万元, jiangsu: 待定", "10万元")
    (finding,) = (each for each in alone.workspace.findings if each.code == "OBJ152")
    assert way_out(finding) == "把 amount 改成 40 万元，或改各部分"
    stretch = {"2026/demo/scenarios/stretch.yml": "objectives: {revenue: {target: 90万元}}\n"}
    both = declared(tmp_path / "both", "zhejiang: 60万元, jiangsu: 30万元", "10万元", files=stretch)
    (finding,) = (each for each in both.workspace.findings if each.code == "OBJ153")
    assert "就只写进这一个情景的文件" in way_out(finding)


def test_a_gap_of_nothing_is_told_with_what_there_is(tmp_path: Path) -> None:
    """A word that is no axis of this objective, and one that is nearly one."""
    found = declared(tmp_path, "zhejiang: 60万元, jiangsu: 30万元", "10万元", "2026-03-31", "regoin")
    assert found.codes == ["OBJ101", "OBJ154"]
    assert "是不是“region”？" in found.message("OBJ154")


def test_ranges_bounds_and_unset_parts_have_gaps_of_their_kind(tmp_path: Path) -> None:
    """100 less 60–70 is 30–40; less at least 60 at most 40; parts that are not set are counted beside it."""
    for number, (parts, amount) in enumerate(
        (
            ("zhejiang: 60–70万元", "30–40万元"),
            ("zhejiang: ≥60万元", "≤40万元"),
            ("zhejiang: ≥60万元, jiangsu: 待定", "≤40万元"),
            ("zhejiang: 60万元, jiangsu: 待定", "40万元"),
        )
    ):
        assert declared(tmp_path / str(number), parts, amount).codes == ["OBJ150"], parts
    assert declared(tmp_path / "wrong", "zhejiang: 60–70万元", "30万元").codes == ["OBJ152"]


def test_about_leaves_the_tolerance(tmp_path: Path) -> None:
    """约10 with 5% is 9.5 to 10.5."""
    assert declared(tmp_path / "a", "zhejiang: 89.6万元", "约10万元", files=TOLERANT).codes == ["OBJ150"]
    assert declared(tmp_path / "b", "zhejiang: 89万元", "约10万元", files=TOLERANT).codes == ["OBJ152"]


def test_the_owner_is_a_role(tmp_path: Path) -> None:
    """Nobody holds a gap whose owner is not there; owner, date and reason are required."""
    bad = text("zhejiang: 60万元, jiangsu: 30万元", "10万元").replace("owner: manager", "owner: boss")
    assert "PG212" in plans(tmp_path / "owner", bad, ORG).codes
    bare = text("zhejiang: 60万元, jiangsu: 30万元", "10万元").replace("owner: manager, ", "")
    assert "PG210" in plans(tmp_path / "bare", bare, ORG).codes


def test_child_plans_and_periods_have_gaps_too(tmp_path: Path) -> None:
    """100 above and 90 below; 100 in the year and 80 in its halves."""
    below = children("revenue: {name: 销售额, target: 90万元}\n")
    head = "revenue: {{name: 销售额, target: 100万元, {}, gaps: {{{}: {}}}}}\n"
    parent = head.format("rollup: children", "children", GAP.format("10万元", "2026-03-31"))
    assert plans(tmp_path / "children", parent, {**ORG, **below}).codes == ["OBJ150"]
    phased = head.format("phasing: {H1: 40万元, H2: 40万元}", "phasing", GAP.format("20万元", "2026-03-31"))
    assert plans(tmp_path / "phasing", phased, ORG).codes == ["OBJ150"]


def test_a_member_with_parts_has_a_gap(tmp_path: Path) -> None:
    """100 in the east, 90 in its provinces."""
    east = "region: {name: 区域, members: {east: {name: 华东}, zhejiang: {name: 浙江, parent: east}}}\n"
    files = {**ORG, "shared/dimensions.yml": east}
    found = plans(tmp_path, text("east: 100万元, zhejiang: 90万元", "10万元", "2026-03-31", "east"), files)
    assert found.codes == ["OBJ150"]
    assert found.message("OBJ150").startswith("销售额·华东按区域差 10 万元")


def ledger(found: Plans) -> str:
    """The ledger of gaps as HTML, with the address of each number."""
    return numbered(found.workspace.book(2026), "gaps.md")


def text_of(html: str) -> str:
    """What a reader sees of it."""
    return unescape(re.sub(r"<[^>]*>", "", html)).replace("\xa0", " ")


def pages(found: Plans) -> dict[str, Page]:
    """The book's pages by path."""
    return {page.path: page for page in found.workspace.book(2026).pages}


def test_the_ledger_lists_who_holds_what_until_when(tmp_path: Path) -> None:
    """Top-down, bottom-up, difference with the addresses of their figures; owner, day, reason, state."""
    page = ledger(declared(tmp_path, "zhejiang: 60万元, jiangsu: 30万元", "10万元"))
    plain = text_of(page)
    for words in ("100 万元", "90 万元", "10 万元", "区域经理", "2026-03-31", "新客户还没分到省", "未关闭"):
        assert words in plain
    for figure in ("revenue.target", "revenue.target.rollup/region", "revenue.gap/region"):
        assert f'data-address="demo:objectives/{figure}"' in page
    assert "有 1 条差额。" in plain


def test_a_year_without_gaps_says_so(tmp_path: Path) -> None:
    """60 + 40 are 100."""
    found = plans(tmp_path, "revenue: {name: 销售额, target: 100万元, region: {zhejiang: 60万元, jiangsu: 40万元}}\n")
    assert "没有未关闭的差额。" in str(pages(found)["gaps.md"])


def test_english_words(tmp_path: Path) -> None:
    """The same page for an English handbook."""
    files = {"handbook.yml": HANDBOOK.replace("zh-Hans", "en")}
    page = str(pages(declared(tmp_path, "zhejiang: 60万元, jiangsu: 30万元", "10万元", files=files))["gaps.md"])
    plain = text_of(page)
    assert "Open gaps between totals from above and parts from below: 1." in plain
    assert "Bottom-up" in page


def test_a_gap_that_only_unset_parts_can_fill_waits_for_them(tmp_path: Path) -> None:
    """60 of 100, one part not set: no finding, a line of the ledger."""
    found = plans(tmp_path, "revenue: {name: 销售额, target: 100万元, region: {zhejiang: 60万元, jiangsu: 待定}}\n")
    assert found.codes == []
    assert "等未定的数" in str(pages(found)["gaps.md"])


def test_nobody_holds_an_undeclared_gap_and_a_waived_one_says_why(tmp_path: Path) -> None:
    """The reason of a waiver stands in the ledger."""
    bare = "revenue: {name: 销售额, target: 100万元, region: {zhejiang: 60万元, jiangsu: 30万元}}\n"
    assert "没有人认领" in str(pages(plans(tmp_path / "bare", bare))["gaps.md"])
    waiver = (
        "waivers: [{code: OBJ101, address: 'demo:objectives/revenue.target.rollup/region', reason: 先这样, "
        "owner: manager, until: 2026-12-31}]\n"
    )
    page = str(pages(plans(tmp_path / "waived", bare, {**ORG, "handbook.yml": HANDBOOK + waiver}))["gaps.md"])
    assert "已豁免" in page
    assert "先这样" in page


def test_the_overview_shows_the_plans_own_gaps_once(tmp_path: Path) -> None:
    """A declared gap beside the findings, with a link to the ledger; a late one is a finding and not told twice."""
    parts = "zhejiang: 60万元, jiangsu: 30万元"
    page = str(pages(declared(tmp_path / "open", parts, "10万元"))["demo/index.md"].slots)
    assert '<a href="../gaps/">差额台账</a>' in page
    assert text_of(page).count("2026-03-31 前") == 1
    late = str(pages(declared(tmp_path / "late", parts, "10万元", "2026-01-04"))["demo/index.md"].slots)
    assert "OBJ151" in late
    assert text_of(late).count("2026-01-04 前") == 1


def test_budget_totals_that_no_lines_explain_stand_there_too(tmp_path: Path) -> None:
    """100 stated, 60 in lines."""
    lines = "lines: {rent: {name: 房租, amount: 60元}}"
    budget = f"setup: {{name: 筹备, owner: manager, stated: {{amount: 100元}}, {lines}}}\n"
    page = ledger(plans(tmp_path, "revenue: {name: 销售额, target: 1万元}\n", {**ORG, "budget.yml": budget}))
    assert 'data-address="demo:budget/setup.amount.gap"' in page
    assert "区域经理" in page


@pytest.mark.parametrize("amount", ["10万元", "待定"])
def test_the_bridge_shows_parts_gap_and_total(tmp_path: Path, amount: str) -> None:
    """Where a gap is open the page draws it; a closed one is not drawn."""
    drawn = declared(tmp_path / "open", "zhejiang: 60万元, jiangsu: 30万元", amount).page()
    assert "revenue-region-gap" in drawn
    assert "按区域还差 10 万元" in drawn
    assert "revenue-region-gap" not in declared(tmp_path / "no", "zhejiang: 60万元, jiangsu: 40万元", "10万元").page()


def test_no_bridge_of_ranges(tmp_path: Path) -> None:
    """A range would move every step that stands on it: the table says it, and nothing is drawn."""
    found = declared(tmp_path, "zhejiang: 60–70万元", "30–40万元")
    assert found.codes == ["OBJ150"]
    assert "revenue-region-gap" not in found.page()
