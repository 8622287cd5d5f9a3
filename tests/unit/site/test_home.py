"""The home page: how units stand side by side, what adds up, what is new, what is owed, where to start."""

import re
from pathlib import Path

from handbooks import DIMENSIONS, HANDBOOK, write_handbook
from numbered import numbered
from plangen.workspace import open_handbook
from unit.site.test_roles import headings, rows, words

HEAD = {"handbook.yml": HANDBOOK.replace("2026-01-05", "2026-04-20"), "shared/dimensions.yml": DIMENSIONS}
ORG = "roles:\n  lead: {name: 组长, headcount: 2人}\n  rep: {name: 业务员, headcount: 1人, reports_to: lead}\n"


def unit(path: str, name: str, target: str, last: str = "", **more: str) -> dict[str, str]:
    """A plan with a sales target in 2026 and, where told, in 2025."""
    goals = "revenue: {name: 销售额, target: %s, owner: lead, spread: [{axis: month, rule: even}]}\n"
    files = {
        f"2026/{path}/plan.yml": f"name: {name}\n",
        f"2026/{path}/org.yml": ORG,
        f"2026/{path}/objectives.yml": goals % target,
        **{f"2026/{path}/{file}": text for file, text in more.items()},
    }
    if last:
        files |= {f"2025/{path}/plan.yml": f"name: {name}\n", f"2025/{path}/objectives.yml": goals % last}
    return files


def home(root: Path, *plans: dict[str, str]) -> str:
    """What fills the home page of 2026."""
    files = dict(HEAD)
    for plan in plans:
        files |= plan
    book = open_handbook(write_handbook(root, files, plain=True)).book(2026)
    return numbered(book, "index.md")


def cards(html: str) -> dict[str, str]:
    """What the cards say by their labels."""
    found = re.findall(r"<dt>(.*?)</dt>(.*?)</div>", html, re.DOTALL)
    return {words(label): words(text) for label, text in found}


def test_units_stand_side_by_side(tmp_path: Path) -> None:
    """Target, last year's and growth of each; what is not set is told and not counted as nothing."""
    html = home(tmp_path, unit("a", "甲", "1200万元", "1000万元"), unit("b", "乙", "800万元"), unit("c", "丙", "待定"))
    found = {row[0]: row[1:5] for row in rows(html, "units")}
    assert found["甲"] == ["销售额", "1,200", "1,000", "+20.0"]
    assert found["乙"][:3] == ["销售额", "800", "—"]
    assert found["丙"][:2] == ["销售额", "待定 应填未填"]
    assert found["销售额合计， 3 个单元"][1] == "2,000 ， 另有 1 项未定"
    assert (
        cards(html)["销售额目标"] == "2,000 万元 ， 另有 1 项未定 3 个单元合计，比 2025 年 +200 万元 （ 1 个单元可比）"
    )


def test_the_sum_names_what_it_is_made_of(tmp_path: Path) -> None:
    """So that it can be asked, and counted again."""
    html = home(tmp_path, unit("a", "甲", "1200万元", "1000万元"), unit("b", "乙", "800万元"))
    assert 'data-address="a:objectives/revenue.target + b:objectives/revenue.target"' in html
    assert 'data-address="a:objectives/revenue.target − 2025 a:objectives/revenue.target"' in html


def test_only_the_same_measure_adds_up(tmp_path: Path) -> None:
    """A number of heads, and money that is called otherwise, stand beside it with their own words."""
    plans = [unit(name, name.upper(), "100万元") for name in ("a", "b", "c", "d")]
    plans[2]["2026/c/objectives.yml"] = "visits: {name: 拜访, target: 500次}\n"
    plans[3]["2026/d/objectives.yml"] = "cash: {name: 回款, target: 70万元}\n"
    html = home(tmp_path, *plans)
    found = {row[0]: row[1:3] for row in rows(html, "units")}
    assert found["C"] == ["拜访 500 次", "—"]
    assert found["D"] == ["回款", "70"]
    assert cards(html)["销售额目标"] == "200 万元 2 个单元合计"


def test_a_plan_without_targets_shows_its_first_key_figure(tmp_path: Path) -> None:
    """Its headcount; its cells of money stay empty."""
    plan = unit("b", "乙", "1万元")
    del plan["2026/b/objectives.yml"]
    html = home(tmp_path, unit("a", "甲", "1200万元"), plan)
    found = {row[0]: row[1:3] for row in rows(html, "units")}
    assert found["乙"] == ["编制 3 人", "—"]


def test_what_is_reached_is_drawn_against_what_is_due(tmp_path: Path) -> None:
    """Three months of twelve are in, 240 of 300: the bar ends at a fifth, the tick stands at a quarter."""
    reported = "objective,period,value,as_of\nrevenue,M01,80万元,2026-01-31\nrevenue,M02,80万元,2026-02-28\n"
    actuals = {"actuals/sales.csv": reported + "revenue,M03,80万元,2026-03-31\n"}
    html = home(tmp_path, unit("a", "甲", "1200万元", **actuals), unit("b", "乙", "800万元"))
    table = html.partition('data-name="units"')[2]
    row = re.search(r'<tr[^>]*>\s*<th[^>]*>\s*<a href="a/".*?</tr>', table, re.DOTALL)
    assert row is not None
    assert 'width="20%"' in row[0]
    assert 'x="25%"' in row[0]
    assert "style=" not in row[0]
    assert "▼" in row[0]
    assert "80.0" in row[0]
    assert cards(html)["累计实际"] == "240 万元 同期目标 300 万元"


def test_changes_debts_roles_checks_and_years(tmp_path: Path) -> None:
    """Each list leads on; what there is none of has no heading."""
    html = home(tmp_path, unit("a", "甲", "1200万元", "1000万元"), unit("b", "乙", "待定"))
    assert headings(html) == ["业务单元", "最近改了什么", "还没填的", "从您的岗位开始", "检查怎么说", "各年度"]
    for link in ('href="a/changes/#', 'href="unset/"', 'href="roles/a/lead/"', 'href="checks/"', 'href="../2025/"'):
        assert link in html
    changed = html.partition('id="changed"')[2].partition("<h2")[0]
    assert "1,000" in changed
    assert "pg-changed" in changed
    assert "1,200" in changed
    assert 'data-tally="owed b lead"' in html.partition('id="unset"')[2]


def test_a_first_year_has_nothing_to_compare(tmp_path: Path) -> None:
    """No changes, no years, no columns for last year."""
    html = home(tmp_path, unit("a", "甲", "1200万元"), unit("b", "乙", "800万元"))
    assert headings(html) == ["业务单元", "从您的岗位开始", "检查怎么说"]
    assert "2025" not in words(html)
