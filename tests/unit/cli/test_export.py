"""`plangen export` on a tiny handbook."""

import re
from collections.abc import Callable
from json import loads
from pathlib import Path

import pytest

from plangen.compute.verbs import VERBS
from unit.cli.tiny import Run

PLACE = {"file": "content/2026/demo/objectives.yml", "line": 3, "column": 11}


def test_figures(run: Run) -> None:
    """The typed total and a computed share, exactly."""
    result = run("export", "--format", "json")
    document = loads(result.stdout)
    figures = {figure["address"]: figure for figure in document["figures"]}
    assert (result.exit_code, document["format"]) == (0, 1)
    total = figures["demo:objectives/revenue.target"]
    assert (total["value"], total["unit"], total["text"]) == ("1000000", "元", "100 万元")
    assert (total["rule"], total["inputs"], total["source"]) == ("typed", [], PLACE)
    share = figures["demo:objectives/revenue.share/dealer"]
    assert (share["value"], share["unit"], share["text"], share["rule"]) == ("0.6", "share", "60%", "share")
    assert [used["address"] for used in share["inputs"]] == [
        "demo:objectives/revenue.target/dealer",
        "demo:objectives/revenue.target",
    ]


def test_every_verb_is_explained(repository: Path) -> None:
    """The table of rules in the documentation is the list of verbs, and what nobody computed."""
    text = (repository / "docs" / "export-format.md").read_text(encoding="utf-8")
    table = text.partition("### Rules\n")[2].partition("\n\nA section kind")[0]
    assert set(re.findall(r"^\| `([a-z-]+)` \| ", table, re.MULTILINE)) - {"rule"} == {"typed", *VERBS}


def test_two_exports_are_equal(run: Run) -> None:
    """Byte for byte."""
    assert run("export").stdout_bytes == run("export").stdout_bytes


def test_errors_are_not_exported(run: Run, objectives: Callable[[str, str], None]) -> None:
    """Nothing on standard output, exit status 1."""
    objectives("60万元", "50万元")
    result = run("export")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "plangen: 内容有 1 个错误，没有导出；先看 plangen check\n"


def test_a_year_that_is_not_there(run: Run) -> None:
    """Wrong usage."""
    assert run("export", "--year", "2031").exit_code == 2


def test_an_unknown_form(run: Run) -> None:
    """Wrong usage."""
    assert run("export", "--format", "xml").exit_code == 2


ROUTINES = "a: {name: 周会, kind: meeting, role: rep, due: 每周一}\nb: {name: 结账, due: 每年12月31日}\n"


def test_a_calendar(run: Run, write: Callable[[str, str], None]) -> None:
    """Of the current year: 52 Mondays of 2026 and a year's end; of a role its own."""
    write("2026/demo/routines.yml", ROUTINES)
    write("2026/demo/org.yml", "roles: {rep: {name: 业务员}}\n")
    whole = run("export", "--format", "ics")
    assert (whole.exit_code, whole.stdout.count("BEGIN:VEVENT")) == (0, 53)
    for role in ("rep", "demo:org/rep"):
        assert run("export", "--format", "ics", "--role", role).stdout.count("BEGIN:VEVENT") == 52


def test_a_role_without_dates(run: Run, write: Callable[[str, str], None]) -> None:
    """Wrong usage, with the roles that have some; figures are of nobody."""
    write("2026/demo/routines.yml", ROUTINES)
    write("2026/demo/org.yml", "roles: {rep: {name: 业务员}}\n")
    refused = run("export", "--format", "ics", "--role", "chief")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert refused.stderr == "plangen: 2026 年没有岗位“chief”的日期；有日期的岗位：rep\n"
    assert run("export", "--role", "rep").exit_code == 2


def test_paper_without_a_browser(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is built for nothing: what was looked for, how to name one, and a status of its own."""
    monkeypatch.setenv("PLANGEN_BROWSER", "no-such-browser")
    result = run("export", "--format", "pdf")
    assert (result.exit_code, result.stdout) == (69, "")
    assert "no-such-browser" in result.stderr
    assert "PLANGEN_BROWSER" in result.stderr


def test_paper_of_a_plan_that_is_not_there(run: Run) -> None:
    """The plan that may have been meant is named."""
    result = run("export", "--format", "pdf", "demos")
    assert result.exit_code == 2
    assert "demos" in result.stderr
    assert "demo" in result.stderr.replace("demos", "")


def test_plans_and_folders_are_for_paper(run: Run) -> None:
    """A plan beside another form would be passed over in silence."""
    assert run("export", "demo").exit_code == 2
    assert run("export", "--out", "x").exit_code == 2
    assert run("export", "--format", "pdf", "--unset").exit_code == 2
    assert run("export", "--unset", "--untranslated").exit_code == 2


def test_paper_goes_into_a_folder(run: Run, tmp_path: Path) -> None:
    """A file with that name is told before anything is built."""
    (tmp_path / "x").write_text("", encoding="utf-8")
    result = run("export", "--format", "pdf", "--out", str(tmp_path / "x"))
    assert result.exit_code == 2
    assert "--out" in result.stderr
