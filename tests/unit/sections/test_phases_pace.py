"""The goals of the phases by month against a quota; sums worked out by hand."""

from pathlib import Path

import pytest

from handbooks import codes, open_files
from plangen.catalogue import kinds
from plangen.render.plain import plain_text
from plangen.values import Address, write_quantity
from plangen.views import Chart, Num
from plangen.workspace import Workspace

OBJECTIVES = "personal: {name: 个人指标, target: 900万元, rate: 37.5万元/人/月, heads: 2人}\n"
PHASES = """\
growth:
  name: 放量期
  start: 2026-02-01
  end: 2026-06-30
  tasks:
    visits:
      name: 走访
      start: 2026-02-10
      end: 2026-03-05
      goals: {sales: {name: 销售额, target: 20万元/人/月, quota: objectives/personal.rate}}
    dealers:
      name: 经销商
      start: 2026-03-01
      end: 2026-03-31
      goals:
        more: {name: 渠道, target: 5万元/人/月, quota: objectives/personal.rate, period: M03..M05}
        other: {name: 家数, target: 3家}
    push:
      name: 冲刺
      start: 2026-05-01
      end: 2026-05-31
      goals: {top: {name: 冲刺, target: 40万元/人/月, quota: objectives/personal.rate}}
"""


def opened(root: Path, phases: str = PHASES) -> Workspace:
    """A plan with a quota and goals."""
    return open_files(root, {"objectives.yml": OBJECTIVES, "phases.yml": phases})


def charts(workspace: Workspace) -> list[Chart]:
    """The step charts of the phases page."""
    scope = next(workspace.scope(2026).plans())
    blocks = kinds()["phases"].blocks(scope.plan.sections["phases"], scope)
    return [block for block in blocks if isinstance(block, Chart) and block.kind == "step"]


def chart(workspace: Workspace) -> Chart:
    """The only one."""
    (found,) = charts(workspace)
    return found


def test_goals_of_a_month_are_added_up(tmp_path: Path) -> None:
    """February 20, March 20 + 5 (the visits end on the 5th), April 5, May 5 + 40; June has none."""
    workspace = opened(tmp_path)
    found = {}
    for month in range(1, 7):
        address = Address.parse(f"demo:phases/growth.run-rate@M{month:02}")
        quantity = workspace.figures.quantity(2026, address)
        found[month] = quantity and write_quantity(quantity)
    assert found == {
        1: None, 2: "20 万元/人/月", 3: "25 万元/人/月", 4: "5 万元/人/月", 5: "45 万元/人/月", 6: None,
    }  # fmt: skip


def test_the_chart_counts_the_months_below_the_quota(tmp_path: Path) -> None:
    """Three of four months stay below 37.5."""
    drawn = chart(opened(tmp_path))
    assert plain_text(drawn.title, "zh") == "2 月、3 月、4 月的目标合计低于定额 37.5 万元/人/月"
    numbers = [part for row in drawn.table.rows for part in row.cells[1] if isinstance(part, Num)]
    assert [part.quantity and part.quantity.value for part in numbers] == [200_000, 250_000, 50_000, 450_000]


def test_a_quota_that_is_reached_says_so(tmp_path: Path) -> None:
    """One month, 40 of 37.5."""
    goals = "{top: {name: 冲刺, target: 40万元/人/月, quota: objectives/personal.rate}}"
    phases = f"push: {{name: 冲刺期, start: 2026-05-01, end: 2026-05-31, goals: {goals}}}\n"
    assert plain_text(chart(opened(tmp_path, phases)).title, "zh") == "各月目标合计都够定额 37.5 万元/人/月"


@pytest.mark.parametrize(("target", "found"), [("待定", []), ("3家", ["PHA111"]), ("20–50万元/人/月", [])])
def test_a_quota_that_may_be_missed_is_not_said_to_be_reached(tmp_path: Path, target: str, found: list[str]) -> None:
    """Not set, of another unit, or a range around the 37.5 that are due."""
    goals = f"{{top: {{name: 冲刺, target: {target}, quota: objectives/personal.rate}}}}"
    phases = f"push: {{name: 冲刺期, start: 2026-05-01, end: 2026-05-31, goals: {goals}}}\n"
    workspace = opened(tmp_path, phases)
    assert codes(workspace) == found
    assert plain_text(chart(workspace).title, "zh") == "还不能断定各月目标合计都够定额 37.5 万元/人/月"


def test_a_month_that_lacks_a_goal_is_not_said_to_be_below(tmp_path: Path) -> None:
    """20 and one that is not set may be 37.5."""
    goal = "{name: 冲刺, target: %s, quota: objectives/personal.rate}"
    goals = f"{{one: {goal % '20万元/人/月'}, two: {goal % '待定'}}}"
    phases = f"push: {{name: 冲刺期, start: 2026-05-01, end: 2026-05-31, goals: {goals}}}\n"
    assert plain_text(chart(opened(tmp_path, phases)).title, "zh").startswith("还不能断定")


TWO = """\
push: {name: 冲刺期, start: 2026-05-01, end: 2026-06-15, goals: {top: {name: 冲刺, target: 30万元/人/月, quota: &}}}
pull: {name: 拉动期, start: 2026-06-16, end: 2026-07-31, goals: {more: {name: 拉动, target: 10万元/人/月, quota: &}}}
"""


def test_phases_that_share_a_month_are_added_up(tmp_path: Path) -> None:
    """Both have goals in June: 30 + 10 reach 37.5; May and July do not."""
    drawn = chart(opened(tmp_path, TWO.replace("&", "objectives/personal.rate")))
    assert [plain_text(row.cells[1], "zh") for row in drawn.table.rows] == ["30", "40", "10"]
    assert plain_text(drawn.title, "zh") == "5 月、7 月的目标合计低于定额 37.5 万元/人/月"


def test_goals_of_two_quotas_are_not_added_up(tmp_path: Path) -> None:
    """Two quotas of one unit in one phase: 30 against 37.5, and 3 against 2; each has its own chart."""
    goals = (
        "one: {name: 甲, target: 30万元/人/月, quota: objectives/personal.rate},"
        " two: {name: 乙, target: 3人, quota: objectives/personal.heads}"
    )
    phases = f"push: {{name: 冲刺期, start: 2026-05-01, end: 2026-05-31, goals: {{{goals}}}}}\n"
    workspace = opened(tmp_path, phases)
    drawn = charts(workspace)
    assert codes(workspace) == []
    assert {each.id: plain_text(each.title, "zh") for each in drawn} == {
        "pace-personal-rate": "5 月的目标合计低于定额 37.5 万元/人/月",
        "pace-personal-heads": "各月目标合计都够定额 2 人",
    }


def test_a_quota_that_is_not_there_is_found(tmp_path: Path) -> None:
    """A reference to a figure, like any other."""
    assert "PG212" in codes(opened(tmp_path, PHASES.replace("personal.rate", "persnal.rate", 1)))


def test_without_a_quota_there_is_no_chart(tmp_path: Path) -> None:
    """Goals alone are listed as before."""
    assert charts(opened(tmp_path, PHASES.replace(", quota: objectives/personal.rate", ""))) == []
