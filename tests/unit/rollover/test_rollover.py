"""`plangen rollover`: next year's files differ from this year's where they must, and nowhere else."""

from datetime import date
from pathlib import Path

import pytest

from plangen.scaffold.carrying import shifted
from plangen.workspace import open_handbook
from unit.rollover.years import ACTUALS, HEAD, PHASES, copied, errors, roll, rolled, says, tree


@pytest.mark.parametrize(
    ("day", "year", "moved"),
    [
        (date(2026, 3, 31), 1, date(2027, 3, 31)),
        (date(2026, 2, 15), 1, date(2027, 2, 15)),
        (date(2027, 2, 28), 1, date(2028, 2, 29)),
        (date(2028, 2, 29), 1, date(2029, 2, 28)),
        (date(2028, 2, 28), 1, date(2029, 2, 28)),
        (date(2026, 4, 30), 1, date(2027, 4, 30)),
    ],
)
def test_days_move_by_a_year(day: date, year: int, moved: date) -> None:
    """The last of a month stays the last; 28 February 2028 is not."""
    assert shifted(day, year) == moved


def test_days_in_files(tmp_path: Path) -> None:
    """In every style of writing; texts, comments and what is not set stay as they are."""
    result = rolled(tmp_path, {"phases.yml": PHASES})
    assert result.exit_code == 0
    expected = (
        PHASES.replace("start: 2026-01-31", "start: 2027-01-31")
        .replace("'2026-02-28'", "'2027-02-28'")
        .replace("2026-2-3", "2027-2-3")
        .replace('"2026-02-06"', '"2027-02-06"')
    )
    assert copied(tmp_path, "phases.yml") == expected
    assert "  顺延一年的日期：4\n" in result.output
    # 31 January 2027 and 28 February 2027 are Sundays, 6 February 2027 is a Saturday.
    assert "顺延后落在周末：3（content/2027/demo/phases.yml:4 2027-01-31, " in result.output
    assert "  还写着 2026 的行：1（content/2027/demo/phases.yml:7）\n" in result.output


def test_leap_years_in_files(tmp_path: Path) -> None:
    """Into a leap year the last of February becomes the 29th."""
    phases = "opening: {name: 开局期, start: 2027-02-01, end: 2027-2-28}\n"
    files = {"2027/demo/plan.yml": "name: 试验计划\n", "2027/demo/phases.yml": phases}
    assert rolled(tmp_path, files, years=(2027, 2028)).exit_code == 0
    assert copied(tmp_path, "phases.yml", 2028) == "opening: {name: 开局期, start: 2028-02-01, end: 2028-02-29}\n"


def test_what_is_not_changed_stays_byte_for_byte(tmp_path: Path) -> None:
    """Byte order mark, CR LF, comments, order, pictures; ids and sources too."""
    objectives = (
        "\ufeff# 头\r\nvisits:\r\n  name: 拜访   # 谁\r\n  source: [S-2, S-1]\r\n  was: calls\r\n  target: １００次\r\n"
    )
    files: dict[str, str | bytes] = {
        "objectives.yml": objectives.encode(),
        "market.md": "# 市场\n\n与  去年\t一样\n",
        "a.png": b"\x89PNG\r\n\x1a\n\0\0\0\0IEND\xaeB`\x82",
        "2026/shared/dimensions.yml": "# 今年的\nproduct: {name: 产品, members: {glue: {name: 胶}}}\n",
        "2026/index.md": "首页\n",
    }
    result = rolled(tmp_path, files)
    assert result.exit_code == 0, result.output
    assert copied(tmp_path, "objectives.yml") == objectives.replace("  was: calls\r\n", "")
    before, after = tree(tmp_path / "content/2026"), tree(tmp_path / "content/2027")
    assert set(after) == set(before) | {"review.csv", "demo/review.csv"}
    assert {name for name in before if before[name] != after[name]} == {"demo/objectives.yml"}


def test_renames_and_revisions_go(tmp_path: Path) -> None:
    """`was` and `original` speak of the year before, on items and cells, in braces and blocks; the summary counts."""
    objectives = """\
    revenue:
      name: 销售额
      target: 90万元
      original:   # 年中调过
        target: 100万元
        until: 2026-06-30
        reason: 停产
      channel:
        dealer: {target: 60万元, original: {target: 70万元, until: 2026-06-30, reason: 停产}, note: 两家}
        own-store: 30万元
    visits: {name: 拜访, was: calls, target: 30次}
    """
    result = rolled(tmp_path, {"objectives.yml": objectives})
    assert result.exit_code == 0, result.output
    assert copied(tmp_path, "objectives.yml") == (
        "revenue:\n  name: 销售额\n  target: 90万元\n  channel:\n    dealer: {target: 60万元, note: 两家}\n"
        "    own-store: 30万元\nvisits: {name: 拜访, target: 30次}\n"
    )
    assert "去掉的旧编号（was）：1\n" in result.output
    assert "去掉的年内调整（original）：2\n" in result.output


def test_actuals_become_the_base_and_stay_behind(tmp_path: Path) -> None:
    """Complete: what was reached; months missing: where it is heading. The claim of the paper goes; 待定 stays."""
    objectives = """\
    revenue:
      name: 销售额
      target: 120万元
      stated: {target: 120万元}
      channel:
        dealer: 60万元
        own-store: {target: 60万元}
      region: {zhejiang: {target: 待定}}
    """
    months = [f"revenue,M{month:02},dealer,4万元,2026-12-31\n" for month in range(1, 13)]
    months += [f"revenue,M{month:02},own-store,6万元,2026-12-31\n" for month in range(1, 7)]
    result = rolled(tmp_path, {"objectives.yml": objectives, "2026/demo/actuals/a.csv": ACTUALS + "".join(months)})
    assert result.exit_code == 0, result.output
    assert copied(tmp_path, "objectives.yml") == (
        'revenue:\n  name: 销售额\n  target: "= previous(landing)"\n  channel:\n    dealer: "= previous(actual)"\n'
        '    own-store: {target: "= previous(landing)"}\n  region: {zhejiang: {target: 待定}}\n'
    )
    assert not (tmp_path / "content/2027/demo/actuals").exists()
    workspace = open_handbook(tmp_path)
    # 12 × 4 = 48; 6 × 6 = 36 in half a year, 72 in a whole one; 48 + 72 = 120.
    assert [says(workspace, f"objectives/revenue.target{member}") for member in ("", "/dealer", "/own-store")] == [
        "120 万元", "48 万元", "72 万元",
    ]  # fmt: skip
    assert "改从上年实际数起算的目标：3（demo:objectives/revenue.target = previous(landing), " in result.output
    assert "没有带过来的实际数文件：1\n" in result.output


@pytest.mark.parametrize(
    "more",
    [
        "  region: {zhejiang: {target: 120万元}}\n",  # a cell without actuals
        "  phasing: {H1: 40万元, H2: 80万元}\n",  # its months are typed as amounts
    ],
)
def test_a_target_that_cannot_start_from_actuals_stays(tmp_path: Path, more: str) -> None:
    """All typed values of an objective, or none; it is named."""
    text = f"revenue:\n  name: 销售额\n  target: 120万元\n{more}"
    rows = "".join(f"revenue,M{month:02},,10万元,2026-12-31\n" for month in range(1, 13))
    result = rolled(tmp_path, {"objectives.yml": text, "2026/demo/actuals/a.csv": ACTUALS + rows})
    assert result.exit_code == 0, result.output
    assert copied(tmp_path, "objectives.yml") == text
    assert "对不上，照旧：1（demo:objectives/revenue）\n" in result.output


def test_a_target_that_would_contradict_something_stays(tmp_path: Path) -> None:
    """The paper of the plan above states 200: 120 + 80. What was reached, 100, would not fit; the other one turns."""
    files = {
        "2026/demo/north/plan.yml": "name: 北区\n",
        "objectives.yml": "revenue: {name: 销售额, rollup: children, stated: {target: 120万元}}\n",
        "2026/demo/north/objectives.yml": (
            "revenue: {name: 销售额, target: 120万元}\nvisits: {name: 拜访, target: 30次}\n"
        ),
        "2026/demo/north/actuals/a.csv": (
            "address,value,as_of\nobjectives/revenue,100万元,2026-12-31\nobjectives/visits,40次,2026-12-31\n"
        ),
    }
    result = rolled(tmp_path, files)
    assert result.exit_code == 0, result.output
    assert copied(tmp_path, "north/objectives.yml") == (
        'revenue: {name: 销售额, target: 120万元}\nvisits: {name: 拜访, target: "= previous(actual)"}\n'
    )
    assert errors(tmp_path) == []


def test_a_growth_becomes_none(tmp_path: Path) -> None:
    """100 × 1.2 = 120 stays the target; so do cells that are growths."""
    files = {
        "2025/demo/plan.yml": "name: 试验计划\n",
        "2025/demo/objectives.yml": (
            "revenue: {name: 销售额, target: 100万元, channel: {dealer: 60万元, own-store: 40万元}}\n"
        ),
        "objectives.yml": (
            "revenue: {name: 销售额, growth: 20%, channel: {dealer: {growth: 10%}, own-store: 54万元}}\n"
        ),
    }
    result = rolled(tmp_path, files)
    assert result.exit_code == 0, result.output
    assert copied(tmp_path, "objectives.yml") == (
        "revenue: {name: 销售额, growth: 0%, channel: {dealer: {growth: 0%}, own-store: 54万元}}\n"
    )
    workspace = open_handbook(tmp_path)
    assert [says(workspace, f"objectives/revenue.target{member}") for member in ("", "/dealer")] == [
        "120 万元", "66 万元",
    ]  # fmt: skip


def test_a_growth_with_actuals_becomes_a_target(tmp_path: Path) -> None:
    """The key changes with the value."""
    files = {
        "2025/demo/plan.yml": "name: 试验计划\n",
        "2025/demo/objectives.yml": "visits: {name: 拜访, target: 100次}\n",
        "objectives.yml": "visits:\n  name: 拜访\n  growth: 20%  # 翻不动\n",
        "2026/demo/actuals/a.csv": "address,value,as_of\nobjectives/visits,130次,2026-12-31\n",
    }
    result = rolled(tmp_path, files)
    assert result.exit_code == 0, result.output
    assert copied(tmp_path, "objectives.yml") == 'visits:\n  name: 拜访\n  target: "= previous(actual)"  # 翻不动\n'
    assert says(open_handbook(tmp_path), "objectives/visits.target") == "130 次"


def test_a_formula_on_last_year_stays_where_it_fits(tmp_path: Path) -> None:
    """`previous` means the copied year now: 120 × 1.2 = 144. Where parts contradict that, it becomes its value."""
    files = {
        "2025/demo/plan.yml": "name: 试验计划\n",
        "2025/demo/objectives.yml": "visits: {name: 拜访, target: 100次}\nrevenue: {name: 销售额, target: 50万元}\n",
        "objectives.yml": (
            "visits: {name: 拜访, target: '= previous × 1.2'}\n"
            "revenue: {name: 销售额, target: '= 上年 × 2', channel: {dealer: 60万元, own-store: 40万元}}\n"
        ),
    }
    result = rolled(tmp_path, files)
    assert result.exit_code == 0, result.output
    assert copied(tmp_path, "objectives.yml") == (
        "visits: {name: 拜访, target: '= previous × 1.2'}\n"
        "revenue: {name: 销售额, target: 100万元, channel: {dealer: 60万元, own-store: 40万元}}\n"
    )
    assert says(open_handbook(tmp_path), "objectives/visits.target") == "144 次"


def test_a_formula_on_actuals_becomes_its_value(tmp_path: Path) -> None:
    """Next year has no actuals yet: 10 % of 20 were 2. One on last year's actuals stays, though the year has some."""
    files = {
        "2025/demo/plan.yml": "name: 试验计划\n",
        "2025/demo/objectives.yml": "revenue: {name: 销售额, target: 50万元}\n",
        "2025/demo/actuals/a.csv": "address,value,as_of\nobjectives/revenue,40万元,2025-12-31\n",
        "2026/demo/actuals/a.csv": "address,value,as_of\nobjectives/revenue,20万元,2026-12-31\n",
        "objectives.yml": (
            "revenue: {name: 销售额, target: '= previous(actual) × 1.2'}\n"
            "bonus: {name: 奖金, target: '= 实际(revenue.target) × 10%'}\n"
        ),
        "budget.yml": (
            "gifts:\n  name: 礼品\n  lines:\n    cards: {name: 卡, amount: = actual(objectives/revenue.target) × 1%}\n"
        ),
    }
    result = rolled(tmp_path, files)
    assert result.exit_code == 0, result.output
    assert copied(tmp_path, "objectives.yml") == (
        "revenue: {name: 销售额, target: '= previous(actual) × 1.2'}\nbonus: {name: 奖金, target: 2万元}\n"
    )
    assert "amount: 0.2万元" in copied(tmp_path, "budget.yml")
    assert says(open_handbook(tmp_path), "objectives/revenue.target") == "24 万元"


def test_dry_run(tmp_path: Path) -> None:
    """Says the same, writes nothing."""
    result = rolled(tmp_path, {"phases.yml": PHASES}, "--dry-run")
    before = tree(tmp_path)
    assert result.exit_code == 0
    assert "没有写入（--dry-run）" in result.output
    assert not (tmp_path / "content/2027").exists()
    assert roll(tmp_path).output.splitlines()[1:] == result.output.splitlines()[1:]
    assert {name: tree(tmp_path)[name] for name in before if name != "content/handbook.yml"} == {
        name: data for name, data in before.items() if name != "content/handbook.yml"
    }


def test_the_summary_in_english(tmp_path: Path) -> None:
    """In the handbook's language."""
    files = {"handbook.yml": f"{HEAD}language: en\n", "phases.yml": PHASES, "org.yml": "roles: {boss: {name: Boss}}\n"}
    output = rolled(tmp_path, files).output
    assert output.startswith("2026 → 2027: 4 files, written\n")  # plan, phases, organisation, review list
    assert "\n  days moved on by a year: 4\n" in output
    assert "\n  lines that still name 2026: 1 (content/2027/demo/phases.yml:7)\n" in output
