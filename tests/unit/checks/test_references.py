"""References: figures, roles that are units, axes and members that a plan covers, chapters. One finding a mistake."""

from pathlib import Path

import pytest

from handbooks import DIMENSIONS, codes, open_files
from plangen.findings import message
from plangen.workspace import Workspace

REVENUE = "revenue: {name: 销售额, target: 100万元}\n"
ORG = "units:\n  office: {name: 办事处}\nroles:\n  lead: {name: 组长, unit: office}\n"
PHASE = "opening: {name: 开拓期, start: 2026-01-05, end: 2026-03-31%s}\n"


def said(workspace: Workspace) -> list[str]:
    """What is found, as sentences with their places."""
    return [f"{finding.span.line}:{finding.span.column} {message(finding)}" for finding in workspace.findings]


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("objectives/revenue", []),
        ("objectives/revenue.target", []),
        ("objectives/revenue.target@Q1", []),
        ("phases/opening.start", []),  # a field that is no number
        ("objectives/revenue.targt", ["PG212"]),
        ("objectives/revenue.target@Q1/dealer", ["PG212"]),
        ("objectives/revenu", ["PG212"]),
        ("phases/opening.after", ["PG212"]),
    ],
)
def test_a_measure_must_be_there(answer: str, expected: list[str], tmp_path: Path) -> None:
    """An item may be named without a measure; a measure that is named must be one."""
    swot = "".join(
        f"{name}: {{{name[0]}: {{text: 判断, answer: {answer}}}}}\n"
        for name in ("strengths", "weaknesses", "opportunities", "threats")
    )
    files = {"swot.yml": swot, "objectives.yml": REVENUE, "phases.yml": PHASE % ""}
    assert sorted(set(codes(open_files(tmp_path, files)))) == expected


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"phases.yml": PHASE % ", owner: lead"}, []),
        ({"phases.yml": PHASE % ", owner: office"}, ["1:65 owner 写的“office”不是岗位"]),
        ({"phases.yml": PHASE % ", owner: [lead, office]"}, ["1:72 owner 写的“office”不是岗位"]),
        ({"plan.yml": "name: 计划\nowner: office\n"}, ["2:8 owner 写的“office”不是岗位"]),
        ({"plan.yml": "name: 计划\nowner: lead\n"}, []),
    ],
)
def test_an_owner_is_a_role(files: dict[str, str], expected: list[str], tmp_path: Path) -> None:
    """A unit answers for nothing; `unit` itself takes one."""
    assert said(open_files(tmp_path, {"org.yml": ORG, **files})) == expected


@pytest.mark.parametrize(
    ("covers", "expected"),
    [
        ("{region: zhejiang}", []),
        ("{regon: zhejiang}", ["2:17 找不到“regon”，是不是“region”？"]),
        ("{region: zhejang}", ["2:18 找不到“zhejang”，是不是“zhejiang”？"]),
        ("{region: dealer}", ["2:18 找不到“dealer”"]),
    ],
)
def test_a_plan_covers_members_that_there_are(covers: str, expected: list[str], tmp_path: Path) -> None:
    """Axis and member are looked up in the dimensions, or a parent gets a split that nobody knows."""
    child = {"2026/demo/a/plan.yml": f"name: 子\ncovers: {covers}\n", "2026/demo/a/objectives.yml": REVENUE}
    workspace = open_files(tmp_path, {"objectives.yml": "revenue: {name: 销售额, rollup: children}\n", **child})
    assert said(workspace) == expected


def test_dimensions_that_were_refused_explain_what_is_missing(tmp_path: Path) -> None:
    """One mistake in the dimensions: what covers a member of them stands under it."""
    child = {"2026/demo/a/plan.yml": "name: 子\ncovers: {region: zhejiang}\n"}
    broken = {"shared/dimensions.yml": DIMENSIONS.replace("name: 渠道", "nam: 渠道")}
    workspace = open_files(tmp_path, {**child, **broken})
    roots = [finding.code for finding in workspace.findings if not finding.cause]
    assert "PG212" in codes(workspace)
    assert "PG212" not in roots


@pytest.mark.parametrize(
    ("chapters", "expected"),
    [
        ("[objectives, market]", []),
        ("[swot]", []),  # a kind that is not written yet
        ("[objectivs]", ["2:12 找不到“objectivs”，是不是“objectives”？"]),
        ("[objectives, markt]", ["2:24 找不到“markt”，是不是“market”？"]),
    ],
)
def test_chapters_are_pages(chapters: str, expected: list[str], tmp_path: Path) -> None:
    """A section kind or a narrative of the plan."""
    plan = {"plan.yml": f"name: 计划\nchapters: {chapters}\n", "market.md": "# 市场\n\n找谁。\n"}
    assert said(open_files(tmp_path, {"objectives.yml": REVENUE, **plan})) == expected
