"""What checks of objectives stay silent about, and the halves of their conditions: each guard has a handbook here."""

from pathlib import Path

import pytest

from handbooks import HANDBOOK
from unit.sections.objectives.plans import children, last_year, plans

REVENUE = "revenue: {{name: 销售额, {}}}\n"


def told(folder: Path, text: str, files: dict[str, str] | None = None) -> list[str]:
    """The codes of what is found for one objective, given without its name."""
    return plans(folder, REVENUE.format(text), files).codes


@pytest.mark.parametrize(("last", "found"), [("20万元", []), ("15万元", ["OBJ169"]), ("待定", [])])
def test_months_of_a_cell_make_its_target(tmp_path: Path, last: str, found: list[str]) -> None:
    """10 and 20 are the 30 that the cell says, 10 and 15 are not; what is not set may hold the rest."""
    cell = f"{{target: 30万元, phasing: {{Q1: 10万元, Q2: {last}}}}}"
    assert told(tmp_path, f"period: H1, channel: {{dealer: {cell}}}") == found


@pytest.mark.parametrize(
    ("keys", "wrong"), [("H1: 40%, X2: 60%", "X2"), ("H1: 40%, Q4: 60%", "Q4"), ("H1: 40%, Q2..Q3: 60%", "Q2..Q3")]
)
def test_periods_that_cannot_be_used_are_named(tmp_path: Path, keys: str, wrong: str) -> None:
    """No period at all, one that is not planned for, one that overlaps: told at the key."""
    text = REVENUE.format(f"target: 100万元, period: Q1..Q3, phasing: {{{keys}}}")
    finding = plans(tmp_path, text).finding("OBJ107")
    assert finding.args["period"] == wrong
    assert finding.span.column == text.index(wrong) + 1


@pytest.mark.parametrize(
    ("phasing", "part"),
    [
        ("{Q1: 待定, Q2: 20%, H2: 60万元}", "Q2 20%"),
        ("{H1: 60万元, H2: 40%}", "H2 40%"),
        ("{H1: 60万元, H2: 待定}", ""),
    ],
)
def test_the_part_of_another_kind_is_named(tmp_path: Path, phasing: str, part: str) -> None:
    """Not what is unset, and not what is in the target's unit; beside an amount, 待定 is no other kind."""
    found = plans(tmp_path, REVENUE.format(f"target: 100万元, phasing: {phasing}"))
    assert [each.args["part"] for each in found.workspace.findings if each.code == "OBJ118"] == ([part] if part else [])


@pytest.mark.parametrize(
    ("whole", "cell", "found"),
    [
        ("100万元", "{target: 40万元, share: 50%}", ["OBJ164"]),
        ("100万元", "{target: 50万元, share: 50%}", []),
        ("100万元", "{share: 50%}", []),
        ("待定", "{target: 40万元, share: 50%}", []),
        ("100万元", "{target: 40万元, share: 待定}", []),
    ],
)
def test_shares_and_targets_are_compared_where_both_are_known(
    tmp_path: Path, whole: str, cell: str, found: list[str]
) -> None:
    """50% of 100 are 50 and not 40; without a whole, a share or a target nothing is compared."""
    assert told(tmp_path, f"target: {whole}, channel: {{dealer: {cell}, own-store: 待定}}") == found


@pytest.mark.parametrize(
    ("rest", "why"),
    [
        ("axis: regoin, members: [zhejiang]", "没有“regoin”这个维度"),
        ("axis: region, rule: last-year, members: [zhejiang, jiangsu]", "江苏 上年没有确定的数"),
    ],
)
@pytest.mark.parametrize("before", ["10–20万元", "-5万元"])
def test_spreads_without_what_they_go_by(tmp_path: Path, rest: str, why: str, before: str) -> None:
    """An axis that is none; a figure of last year that is a range, or below zero."""
    files = last_year(f"revenue: {{name: 销售额, region: {{zhejiang: 10万元, jiangsu: {before}}}}}\n")
    found = plans(tmp_path, REVENUE.format(f"target: 60万元, spread: [{{{rest}}}]"), files)
    assert why in found.message("OBJ163")


def test_a_season_of_what_child_plans_make(tmp_path: Path) -> None:
    """The months come from below."""
    files = children("revenue: {name: 销售额, target: 1万元}\n")
    files["shared/profiles.yml"] = "summer: {name: 淡旺季, weights: {H1: 40, H2: 60}}\n"
    found = plans(tmp_path, REVENUE.format("rollup: children, season: summer"), files)
    assert "由下级计划汇总，月份也从那里来" in found.message("OBJ165")


@pytest.mark.parametrize(
    ("target", "heads", "hint"),
    [
        ("180万元", "4人", "；按 6 个月算正好"),
        ("390万元", "4人", ""),
        ("181万元", "4人", ""),
        ("180–190万元", "4人", ""),
        ("180万元", "4–5人", ""),
        ("180万元", "0人", ""),
    ],
)
def test_the_number_of_months_that_would_fit(tmp_path: Path, target: str, heads: str, hint: str) -> None:
    """30 a month: 180 are six months. 390 would be thirteen, 181 no whole number; ranges and nobody fit none."""
    text = REVENUE.format(f"target: {target}, rate: 7.5万元/人/月, heads: {heads}, period: M06..M12")
    finding = plans(tmp_path, text).finding("OBJ102")
    assert finding.args["hint"] == hint


@pytest.mark.parametrize("growth", ["growth: 20%", "region: {zhejiang: {channel: {dealer: {growth: 20%}}}}"])
@pytest.mark.parametrize(
    ("before", "found"), [("revenue: {name: 销售额, targt: 1万元}", 0), ("other: {name: 别的, target: 1万元}", 1)]
)
def test_growth_on_a_year_that_cannot_be_read(tmp_path: Path, growth: str, before: str, found: int) -> None:
    """Nobody can say that last year has no such target where its file was refused."""
    assert told(tmp_path, growth, last_year(f"{before}\n")).count("OBJ110") == found


@pytest.mark.parametrize(("child", "found"), [("targt", 0), ("target", 1)])
def test_gaps_of_child_plans_that_cannot_be_read(tmp_path: Path, child: str, found: int) -> None:
    """What could have a gap is known only where everything below was read."""
    gap = "gaps: {regoin: {amount: 1万元, owner: manager, due: 2026-03-31, reason: 还没分}}"
    files = children(f"revenue: {{name: 销售额, {child}: 1万元}}\n")
    assert told(tmp_path, f"rollup: children, {gap}", files).count("OBJ154") == found


@pytest.mark.parametrize(
    ("target", "dealer", "found"),
    [
        ("100万元", "60万元", ["OBJ130"]),
        ("90–110万元", "60万元", []),
        ("100万元", "约60万元", []),
        ("100万元", "待定", []),
        ("≥90万元", "60万元", []),
    ],
)
def test_ranges_that_reach_a_total_in_part(tmp_path: Path, target: str, dealer: str, found: list[str]) -> None:
    """30–50 and 60 make 90–110: a total of 100 is only one of them; 约, bounds and what is not set are no ranges."""
    assert told(tmp_path, f"target: {target}, channel: {{own-store: 30–50万元, dealer: {dealer}}}") == found


def test_a_declared_gap_is_told_once(tmp_path: Path) -> None:
    """The gap ledger has it: the range is not told again."""
    gap = "gaps: {channel: {amount: 10万元, owner: manager, due: 2026-03-31, reason: 还没分}}"
    text = f"target: 100万元, channel: {{own-store: 30–50万元, dealer: 60万元}}, {gap}"
    assert "OBJ130" not in told(tmp_path, text)


@pytest.mark.parametrize("claim", ["target: 待定", "target: 100万元"])
def test_claims_about_what_is_not_set(tmp_path: Path, claim: str) -> None:
    """The paper does not say it yet, or the plan does not."""
    assert told(tmp_path, f"target: {'待定' if '100' in claim else '90万元'}, stated: {{{claim}}}") == []


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ("M01,9万元 M01/own-store,3万元 M01/dealer,5万元", 1),
        ("M01,9万元 M01/own-store,3万元 M01/dealer,待定", 0),
        ("M01,9万元 M01/own-store,3万元", 0),
        ("M01,待定 M01/own-store,3万元 M01/dealer,5万元", 0),
    ],
)
def test_reports_are_compared_where_all_parts_are_in(tmp_path: Path, rows: str, found: int) -> None:
    """3 and 5 are no 9; what is missing, or not set, may be the rest."""
    lines = "".join(f"objectives/revenue@{row},2026-01-31\n" for row in rows.split())
    files = {"2026/demo/actuals/a.csv": f"address,value,as_of\n{lines}"}
    files["handbook.yml"] = HANDBOOK.replace("2026-01-05", "2026-02-03")
    cells = "target: 120万元, channel: {own-store: 48万元, dealer: 72万元}"
    assert told(tmp_path, cells, files).count("ACT112") == found


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("target: 20%, channel: {dealer: 20%}, region: {zhejiang: 20%}, cross: [channel, region]", "它的各部分不相加"),
        ("target: 1万元, channel: {dealer: {region: {zhejiang: 1万元}}}, cross: [region, channel]", "它没有各部分的数"),
    ],
)
def test_axes_that_cannot_be_crossed(tmp_path: Path, text: str, why: str) -> None:
    """Parts that do not add up; a first axis that nobody gave a part of."""
    messages = [
        each.args["why"] for each in plans(tmp_path, REVENUE.format(text)).workspace.findings if each.code == "OBJ161"
    ]
    assert why in messages


def test_a_mean_is_not_weighted_by_itself(tmp_path: Path) -> None:
    """It is told, and not offered as what may have been meant."""
    text = "margin: {name: 毛利率, target: 20%, aggregate: {members: weighted, weight: margin}}\n"
    finding = plans(tmp_path, text).finding("OBJ141")
    assert finding.args["near"] == ""


def test_periods_of_two_years_are_compared_for_growth_only(tmp_path: Path) -> None:
    """Seven months after twelve are no matter where nothing grows, and nothing where there was no year before."""
    before = last_year("revenue: {name: 销售额, target: 1200万元}\n")
    assert told(tmp_path / "a", "target: 700万元, period: M06..M12", before) == []
    assert "OBJ120" in told(tmp_path / "b", "growth: 10%, period: M06..M12", before)
    assert "OBJ120" not in told(tmp_path / "c", "growth: 10%, period: M06..M12")
