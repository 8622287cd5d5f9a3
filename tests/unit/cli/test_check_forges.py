"""`plangen check --format github|gitlab|sarif` on a tiny handbook."""

from collections.abc import Callable
from json import loads
from pathlib import Path

import pytest

from unit.cli.tiny import Run

Objectives = Callable[[str, str], None]


@pytest.mark.parametrize("form", ["github", "gitlab", "sarif"])
def test_good_is_0_and_an_error_is_1(run: Run, objectives: Objectives, form: str) -> None:
    """As in every other form; the same bytes again."""
    assert run("check", "--format", form).exit_code == 0
    objectives("60万元", "50万元")
    result = run("check", "--format", form)
    assert result.exit_code == 1
    assert "OBJ101" in result.output
    assert run("check", "--format", form).stdout_bytes == result.stdout_bytes


def test_github(run: Run, objectives: Objectives) -> None:
    """The lines of the parts, the sentence, the way out."""
    assert run("check", "--format", "github").output == ""
    objectives("60万元", "50万元")
    assert run("check", "--format", "github").output == (
        "::error file=content/2026/demo/objectives.yml,line=5,endLine=6,"
        "title=OBJ101 demo%3Aobjectives/revenue.target.rollup/channel"
        "::销售额按渠道相加 90 万元，合计写着 100 万元，差 10 万元"
        "%0A改法：改其中一个部分，或把合计改成 90 万元，或在 gaps 里认领差额；各部分：直营店 40 万元，经销商 50 万元\n"
    )


@pytest.mark.parametrize("mark", ["folder", "file"])
def test_paths_begin_at_the_top_of_the_repository(run: Run, handbook: Path, objectives: Objectives, mark: str) -> None:
    """The handbook is a folder of a larger repository; a linked worktree has a file `.git`."""
    inner = handbook / "plans" / "sales"
    inner.mkdir(parents=True)
    objectives("60万元", "50万元")
    (handbook / "content").rename(inner / "content")
    (handbook / ".git").mkdir() if mark == "folder" else (handbook / ".git").write_text("gitdir: elsewhere\n")
    path = "plans/sales/content/2026/demo/objectives.yml"
    (issue,) = loads(run("-C", str(inner), "check", "--format", "gitlab").output)
    assert issue["location"] == {"path": path, "lines": {"begin": 5, "end": 6}}
    assert f"::error file={path},line=5" in run("-C", str(inner), "check", "--format", "github").output
    log = loads(run("-C", str(inner), "check", "--format", "sarif").output)
    (result,) = log["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == path


def test_a_waived_error(run: Run, handbook: Path, objectives: Objectives) -> None:
    """GitHub: a count. GitLab: nothing. SARIF: suppressed, with the reason and who answers for it."""
    objectives("60万元", "50万元")
    with (handbook / "content/handbook.yml").open("a", encoding="utf-8") as file:
        file.write("waivers:\n  - {code: OBJ101, reason: 原表如此, owner: x, until: 2026-12-31}\n")
    assert run("check", "--format", "github").output == (
        "::notice title=plangen::另有 1 项已豁免，没有标出；运行 plangen check 查看\n"
    )
    assert run("check", "--format", "gitlab").output == "[]\n"
    (result,) = loads(run("check", "--format", "sarif").output)["runs"][0]["results"]
    assert result["suppressions"][0]["justification"] == "原表如此（x，2026-12-31）"


def test_sarif_points_to_its_rules(run: Run, objectives: Objectives) -> None:
    """Each result finds the page of its code, in a handbook with several."""
    objectives("60万元", "50万元")
    objectives("name: 销售额", "name: 销售额\n  target_note: 1")
    (log,) = loads(run("check", "--format", "sarif").output)["runs"]
    rules = log["tool"]["driver"]["rules"]
    assert len(log["results"]) > 0
    for result in log["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert all(rules[result["ruleIndex"]][field]["text"] for field in ("shortDescription", "help"))
