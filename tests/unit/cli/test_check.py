"""`plangen check` on a tiny handbook."""

from collections.abc import Callable
from json import loads
from pathlib import Path

from unit.cli.tiny import Run


def test_a_good_handbook(run: Run) -> None:
    """Nothing but the summary, exit status 0."""
    result = run("check")
    assert (result.exit_code, result.output) == (0, "0 个错误，0 个警告。1 个计划，1 个年度\n")


def test_what_is_not_set_is_counted(run: Run, objectives: Callable[[str, str], None]) -> None:
    """待定 is no mistake."""
    objectives("dealer: {target: 60万元}", "dealer: {target: 待定}")
    assert run("check").output == "0 个错误，0 个警告；1 项待定。1 个计划，1 个年度\n"


def test_an_error(run: Run, objectives: Callable[[str, str], None]) -> None:
    """40 and 50 make 90, the total says 100: place, level, numbers, excerpt, way out; exit status 1."""
    objectives("60万元", "50万元")
    result = run("check")
    lines = result.output.splitlines()
    assert result.exit_code == 1
    assert lines == [
        "content/2026/demo/objectives.yml:5:5  OBJ101 error  销售额按渠道相加 90 万元，合计写着 100 万元，差 10 万元",
        "  5 |     own-store: {target: 40万元, source: S-1}",
        "    |     " + "^" * 40,
        "  3 |   target: 100万元",
        "    |           ------- 合计写在这里",
        "  = 改法：改其中一个部分，或把合计改成 90 万元，或在 gaps 里认领差额；各部分：直营店 40 万元，经销商 50 万元",
        "  = demo:objectives/revenue.target.rollup/channel    plangen explain OBJ101",
        "",
        "1 个错误，0 个警告。1 个计划，1 个年度",
    ]


def test_a_wide_line_is_underlined_where_the_mistake_is(run: Run, objectives: Callable[[str, str], None]) -> None:
    """`  目标` before a key: the marks stand below the value as a terminal shows it."""
    objectives("name: 销售额", "name: 销售额\n  note: {目标: 1}")
    output = run("check").output
    assert "  3 |   note: {目标: 1}\n    |         ^^^^^^^^^\n" in output


def test_json(run: Run, objectives: Callable[[str, str], None]) -> None:
    """The documented form; the address and year of the finding; the summary counts errors."""
    objectives("60万元", "50万元")
    result = run("check", "--format", "json")
    document = loads(result.stdout)
    assert result.exit_code == 1
    assert list(document) == ["findings", "summary"]
    assert document["summary"] == {"error": 1, "warning": 0, "info": 0}
    first = document["findings"][0]
    assert list(first) == [
        "id", "code", "level", "message", "file", "line", "column", "end_line", "end_column",
        "address", "year", "scenario", "waived", "reason", "cause",
    ]  # fmt: skip
    assert (first["code"], first["level"], first["year"], first["waived"]) == ("OBJ101", "error", 2026, False)
    assert first["file"] == "content/2026/demo/objectives.yml"
    assert first["address"] == "demo:objectives/revenue.target.rollup/channel"


def test_json_of_a_good_handbook(run: Run) -> None:
    """Valid, and empty."""
    assert loads(run("check", "--format", "json").stdout) == {
        "findings": [],
        "summary": {"error": 0, "warning": 0, "info": 0},
    }


def test_a_waived_error_does_not_refuse(run: Run, handbook: Path, objectives: Callable[[str, str], None]) -> None:
    """It is listed last with its reason, counted apart, and in JSON marked."""
    objectives("60万元", "50万元")
    waiver = "waivers:\n  - {code: OBJ101, reason: 原表如此, owner: x, until: 2026-12-31}\n"
    with (handbook / "content/handbook.yml").open("a", encoding="utf-8") as file:
        file.write(waiver)
    result = run("check")
    assert result.exit_code == 0
    assert "OBJ101 已豁免" in result.output
    assert result.output.endswith("\n0 个错误，0 个警告，1 项豁免。1 个计划，1 个年度\n")
    found = loads(run("check", "--format", "json").stdout)["findings"][0]
    assert found["waived"] is True
    assert found["reason"].startswith("原表如此")


def test_a_year_that_is_not_there(run: Run) -> None:
    """Wrong usage, with the years that are."""
    result = run("check", "--year", "2031")
    assert (result.exit_code, result.stderr) == (2, "plangen: 手册里没有 2031 年；有：2026\n")


def test_only_one_year(run: Run, handbook: Path) -> None:
    """A mistake of 2027 does not refuse 2026; one in handbook.yml concerns every year."""
    (handbook / "content/2027/late").mkdir(parents=True)
    (handbook / "content/2027/late/plan.yml").write_text("nam: 晚\n", encoding="utf-8")
    assert run("check").exit_code == 1
    assert run("check", "--year", "2026").exit_code == 0
    assert run("check", "--year", "2027").exit_code == 1
    with (handbook / "content/handbook.yml").open("a", encoding="utf-8") as file:
        file.write("colour: red\n")
    assert run("check", "--year", "2026").exit_code == 1


def test_no_handbook(run: Run, handbook: Path) -> None:
    """A finding with a way out, not a traceback."""
    (handbook / "content/handbook.yml").unlink()
    result = run("check")
    assert result.exit_code == 1
    assert "PG224" in result.output


def test_a_wrong_folder(run: Run, handbook: Path) -> None:
    """One cause, one finding."""
    (handbook / "content").rename(handbook / "plans")
    found = loads(run("check", "--format", "json").stdout)["findings"]
    assert [each["code"] for each in found] == ["PG224"]


def test_a_folder_that_mkdocs_yml_names(run: Run, handbook: Path) -> None:
    """Every command looks there, as the plugin does."""
    (handbook / "content").rename(handbook / "plans")
    (handbook / "mkdocs.yml").write_text("plugins: [search, {plangen: {content: plans}}]\n", encoding="utf-8")
    assert run("check").exit_code == 0
    assert "100 万元" in run("explain", "objectives/revenue.target").output
    assert run("new", "plan", "north", "--year", "2026").exit_code == 0
    assert (handbook / "plans/2026/north/plan.yml").is_file()


def test_english(run: Run, handbook: Path) -> None:
    """The handbook's language is the language of the words."""
    path = handbook / "content/handbook.yml"
    path.write_text(path.read_text(encoding="utf-8") + "language: en\n", encoding="utf-8")
    assert run("check").output == "0 errors, 0 warnings. 1 plan, 1 year\n"
