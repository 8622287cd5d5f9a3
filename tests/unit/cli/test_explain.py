"""`plangen explain` on a tiny handbook: 100万元 over twelve months in steps of 0.1万元.

100 ÷ 12 is 8.3333…: twelve times 8.3 make 99.6, and the four steps left over go evenly to M01, M04, M07 and M10.
"""

import re
from collections.abc import Callable
from pathlib import Path
from unicodedata import east_asian_width

import pytest

from plangen.lookup import all_codes
from plangen.render.terminal.manual import render_manual
from unit.cli.tiny import Run

PLACE = "content/2026/demo/objectives.yml"


def test_a_quarter_leads_back_to_the_typed_line(run: Run) -> None:
    """8.4 + 8.3 + 8.3 make 25."""
    result = run("explain", "demo:objectives/revenue.target@Q1")
    assert result.exit_code == 0
    split = str.split
    lines = [split(line) for line in result.output.splitlines()]
    assert lines[0] == ["示范·销售额·目标·2026", "年·一季度", "25", "万元"]
    assert lines[1] == ["2026", "demo:objectives/revenue.target@Q1"]
    assert lines[3] == ["25", "万元", "目标·一季度", "各月合计", f"{PLACE}:3:11"]
    assert lines[4] == ["8.4", "万元", "目标·1", "月", "按月均摊，最大余数", f"{PLACE}:3:11"]
    assert lines[5] == ["100", "万元", "目标", "手工填写", f"{PLACE}:3:11"]
    assert lines[6] == split("= 100 ÷ 12 = 8.3333…；取整到 0.1 万元（最大余数）+ 0.0666… = 8.4")
    assert lines[7][:3] == lines[10][:3] == ["+", "8.3", "万元"]
    assert lines[9] == split("= 100 ÷ 12 = 8.3333…；取整到 0.1 万元（最大余数）− 0.0333… = 8.3")


def test_the_method_is_said_in_english_too(run: Run, handbook: Path) -> None:
    """The rule that was used is printed, and not only the name of its verb."""
    path = handbook / "content/handbook.yml"
    path.write_text(path.read_text(encoding="utf-8") + "language: en\n", encoding="utf-8")
    lines = run("explain", "demo:objectives/revenue.target@Q1").output.splitlines()
    assert "sum of the months" in lines[3]
    assert "even by month, largest remainder" in lines[4]


def test_columns_stand_below_each_other(run: Run) -> None:
    """Names and places begin in the same column of a terminal, whatever the depth."""
    lines = run("explain", "demo:objectives/revenue.target@Q1").output.splitlines()[3:6]
    for mark in (PLACE, "目标"):
        before = [line.partition(mark)[0] for line in lines]
        assert len({sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text) for text in before}) == 1


def test_the_source_of_a_cell(run: Run) -> None:
    """What the cell itself says of its source."""
    assert (
        run("explain", "demo:objectives/revenue.target/own-store").output.splitlines()[3].endswith(":5:25   来源 S-1")
    )


def test_users_and_what_stands_beside(run: Run) -> None:
    """The parts' sum is the same number; the total is used by shares and months."""
    output = run("explain", "demo:objectives/revenue.target").output
    assert "  = 100 万元   汇总   demo:objectives/revenue.target.rollup/channel\n" in output
    assert "demo:objectives/revenue.share/dealer" in output
    assert output.endswith("上年\n  手册里没有 2025 年\n")


def test_last_year(run: Run, handbook: Path) -> None:
    """80 then, 100 now: 25% more; also under the id it had then."""
    last = handbook / "content/2025/demo"
    last.mkdir(parents=True)
    (last / "plan.yml").write_text("name: 示范\n", encoding="utf-8")
    (last / "objectives.yml").write_text("sales: {name: 销售额, target: 80万元}\n", encoding="utf-8")
    assert run("explain", "demo:objectives/revenue.target").output.endswith("上年\n  无此项\n")
    path = handbook / PLACE
    path.write_text(path.read_text(encoding="utf-8").replace("name: 销", "was: sales\n  name: 销"), encoding="utf-8")
    output = run("explain", "demo:objectives/revenue.target").output
    assert output.endswith("上年\n  80 万元 (+25.0%)   demo:objectives/sales.target --year 2025\n")
    older = run("explain", "demo:objectives/sales.target", "--year", "2025").output
    assert older.startswith("示范·销售额·目标·2025 年        80 万元\n")


def test_an_unset_figure(run: Run, objectives: Callable[[str, str], None]) -> None:
    """待定 is a value like any other."""
    objectives("{target: 60万元}", "{target: 待定}")
    assert run("explain", "demo:objectives/revenue.target/dealer").output.startswith(
        "示范·销售额·目标·2026 年·经销商        待定\n"
    )


def test_an_item_lists_its_figures(run: Run) -> None:
    """Without a measure the item itself is meant."""
    lines = run("explain", "demo:objectives/revenue").output.splitlines()
    assert lines[0].startswith("销售额  demo:objectives/revenue  有 ")
    assert "  100 万元" in "\n".join(lines)


def test_the_plan_may_be_left_out(run: Run) -> None:
    """Only one plan has such a figure."""
    assert run("explain", "objectives/revenue.target").exit_code == 0


@pytest.mark.parametrize(
    ("asked", "near"),
    [
        ("demo:objectives/revenu.target", "demo:objectives/revenue.target"),
        ("objectives/revenu.target", "demo:objectives/revenue.target"),
        ("demo:objectives/revenue.target/dealr", "demo:objectives/revenue.target/dealer"),
        ("demo:objectives/revenue.cumulative", "demo:objectives/revenue.cumulative@M12"),
    ],
)
def test_did_you_mean(run: Run, asked: str, near: str) -> None:
    """The nearest address, exit status 1."""
    result = run("explain", asked)
    assert result.exit_code == 1
    assert result.stderr.splitlines()[:2] == [f"plangen: 没有 {asked} (2026)；是不是：", f"  {near}"]


@pytest.mark.parametrize("asked", ["：：", "", "a.b.c.d.e", "objectives", "x" * 1000])
def test_what_is_no_address(run: Run, asked: str) -> None:
    """One sentence, exit status 1."""
    result = run("explain", asked)
    assert result.exit_code == 1
    assert result.stderr.startswith("plangen: ")


@pytest.mark.parametrize("code", ["PG112", "pg112"])
def test_the_manual_page_of_a_code(run: Run, code: str) -> None:
    """Level, sentence, manual text with its examples, way out."""
    result = run("explain", code)
    assert result.exit_code == 0
    assert result.output.startswith("PG112  error  不认识的键")
    assert "\nWhy: a misspelt key would silently lose its value.\n" in result.output
    assert "    revenue: {name: 销售额, targt: 100万元}\n" in result.output
    assert result.output.endswith("改法：改成这里能用的键：…\n")


def test_no_manual_page_shows_the_name_of_a_field() -> None:
    """What only a finding knows is left open; braces of examples stay."""
    for code in all_codes().values():
        for language in ("zh", "en"):
            first, *_, last = render_manual(code, language).splitlines()
            assert not re.search(r"\{\w+\}", first + last), code.code


def test_the_code_of_a_higher_floor(run: Run) -> None:
    """Codes of publishing are found too, also where there is no handbook."""
    assert run("explain", "PG802").output.startswith("PG802  error  ")


def test_an_unknown_code(run: Run) -> None:
    """Exit status 1."""
    result = run("explain", "OBJ999")
    assert result.exit_code == 1
    assert result.stderr.startswith("plangen: 没有 OBJ999；是不是：\n  OBJ")


def test_a_year_that_is_not_there(run: Run) -> None:
    """Wrong usage."""
    assert run("explain", "demo:objectives/revenue.target", "--year", "2031").exit_code == 2


def test_no_handbook(run: Run, handbook: Path) -> None:
    """One sentence, exit status 1."""
    (handbook / "content/handbook.yml").unlink()
    assert run("explain", "demo:objectives/revenue.target").exit_code == 1
