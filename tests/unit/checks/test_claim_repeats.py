"""Numbers in narratives that a reference would show, and the waivers that accept what is told of them."""

from pathlib import Path

import pytest

from handbooks import codes, open_files
from plangen.findings import Finding, Level, level_of, message, way_out

OBJECTIVES = """\
revenue:
  name: 销售额
  target: 1092万元
  period: FY
  channel:
    own-store: {target: 900万元, count: 12家}
    dealer: {target: 192万元, rate: 8万元/家/月, heads: 2家, count: 4家}
leads: {name: 准客户名录, target: 200家}
quality: {name: 返单率, target: 65.93%}
"""
BUDGET = """\
running:
  name: 日常费用
  lines:
    rent: {name: 房租, price: 约1800元/月, periods: 12月}
    hosting: {name: 业务招待, price: 5000元/月, periods: 12月}
    fuel: {name: 油费, price: 5000元/月, periods: 12月}
"""
FILES = {"objectives.yml": OBJECTIVES, "budget.yml": BUDGET}


def found(tmp_path: Path, text: str) -> list[Finding]:
    """The findings of this family for the text of a plan's overview, waived ones too."""
    return [each for each in open_files(tmp_path, {**FILES, "index.md": text}).findings if each.code[:4] == "PG42"]


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("一年里要做到 1,092 万元。", "{{ objectives/revenue.target }}"),
        ("一年里要做到１０９２万。", "{{ objectives/revenue.target }}"),
        ("一年里要做到 10920000 元。", "{{ objectives/revenue.target unit=元 }}"),
        ("一年里要做到 0.1092 亿元。", "{{ objectives/revenue.target unit=亿元 }}"),
        ("经销商是新渠道，目标 192 万元。", "{{ objectives/revenue.target/dealer }}"),
        ("房租占大头，按约 1800 元一个月列。", "{{ budget/rent.price }}"),
        ("房租占大头，按每月 1,800 元列。", "{{ budget/rent.price }}"),
        ("先建准客户名录，要有 200 家。", "{{ objectives/leads.target }}"),
        ("{{ objectives/leads }} 要有 200 家。", "{{ objectives/leads.target }}"),
        ("返单率做到 65.93%。", "{{ objectives/quality.target }}"),
        ("| 全年 | 1092 万元 |\n| --- | --- |\n", "{{ objectives/revenue.target }}"),
    ],
)
def test_a_figure_that_is_copied_is_told_with_its_reference(text: str, reference: str, tmp_path: Path) -> None:
    """The reference is ready to paste, in the unit that was written."""
    (one,) = found(tmp_path, text)
    assert (one.code, level_of(one), one.args["instead"]) == ("PG421", Level.INFO, reference)
    pasted = text.replace(str(one.args["written"]), reference)
    assert codes(open_files(tmp_path / "pasted", {**FILES, "index.md": pasted})) == []


def test_what_it_says(tmp_path: Path) -> None:
    """Place, number, name, reference, and how to waive it, in two languages."""
    (one,) = found(tmp_path, "一年里要做到 1,092 万元。")
    assert str(one.span) == "content/2026/demo/index.md:1:8"
    assert one.span.end_column == 16
    assert (
        message(one)
        == "“1,092 万元”重复了计划里的数（销售额），计划改了它不会跟着变；可写 {{ objectives/revenue.target }}"
    )
    assert way_out(one, "en") == (
        "write {{ objectives/revenue.target }}; where it must be written, end the line with "
        "<!-- plangen: PG421 reason -->"
    )


@pytest.mark.parametrize(
    "text",
    [
        "跑三趟，谈 4 家。",  # trivial
        "经销商 4 家。",
        "一共 200 家。",  # a count, and no name near
        "每次 12 家。",
        "到年底 65.93%。",
        "每月 5000 元。",  # two lines have it
        "奖 5,000 元。",
        "一年里要做到 {{ objectives/revenue.target }}。",
        "上年也是 1092 万元。",
        "去年的情形：经销商 192 万元。",
        "1092 家。",
        "1092 元。",
        "约 1090 万元。",  # rounded: no copy
        "`1092 万元`",
        "A1092 万元",
        "第 1092 家。",
    ],
)
def test_what_is_no_certain_copy_is_not_told(text: str, tmp_path: Path) -> None:
    """Small counts, numbers that several figures are, other units, other years, code."""
    assert [each.code for each in found(tmp_path, text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "要做到 1092 万元。<!-- plangen: PG421 引自董事会决议 -->",
        "要做到 1092 万元。 <!--plangen：PG421：引自董事会决议-->",
        "<!-- plangen: PG421 引自董事会决议 -->\n要做到 1092 万元。",
        "<!-- plangen: PG421 引自董事会决议 -->\n\n要做到 1092 万元。",
        "<!-- plangen: PG420, PG421 引自董事会决议 -->\n销售额 1100 万元，要做到 1092 万元。",
        "> <!-- plangen: PG421 引自董事会决议 -->\n> 要做到 1092 万元。",
        "| 全年 | 1092 万元 <!-- plangen: PG421 引自董事会决议 --> |\n| --- | --- |\n",
    ],
)
def test_a_comment_on_the_line_or_the_one_before_waives_with_its_reason(text: str, tmp_path: Path) -> None:
    """The finding stays, marked; nothing else is told."""
    assert {each.code for each in found(tmp_path, text)} <= {"PG420", "PG421"}
    assert {each.waived for each in found(tmp_path, text)} == {"引自董事会决议"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("要做到 1092 万元。<!-- plangen: PG421 -->", ["PG422", "PG421"]),
        ("要做到 1092 万元。<!-- plangen: 引自决议 -->", ["PG422", "PG421"]),
        ("要做到 1092 万元。<!-- plangen: PG410 引自决议 -->", ["PG422", "PG421"]),
        ("要做到 1092 万元。<!-- plangen: PG420 引自决议 -->", ["PG423", "PG421"]),
        ("今年做全年。<!-- plangen: PG421 引自决议 -->", ["PG423"]),
        ("要做到 1092 万元。\n<!-- plangen: PG421 引自决议 -->", ["PG423", "PG421"]),
        ("要做到 1092 万元。\n\n又是 1092 万元。<!-- plangen: PG421 引自决议 -->", ["PG421", "PG421"]),
        ("`<!-- plangen: PG421 -->`", []),
        ("```\n<!-- plangen: PG421 -->\n```", []),
        ("<!-- 今年再看 -->", []),
    ],
)
def test_a_waiver_without_reason_or_use_is_told(text: str, expected: list[str], tmp_path: Path) -> None:
    """And waives nothing."""
    assert [each.code for each in found(tmp_path, text)] == expected


def test_places_of_waivers(tmp_path: Path) -> None:
    """A waiver's finding stands at the comment."""
    (one,) = found(tmp_path, "---\ntitle: 首页\n---\n今年做全年。<!-- plangen: PG421 引自决议 -->")
    assert str(one.span) == "content/2026/demo/index.md:4:7"
    assert message(one) == "行内豁免没有用上：第 4 行没有 PG421"


def test_a_waiver_is_not_stale_while_a_file_is_refused(tmp_path: Path) -> None:
    """Its finding is back when the file is mended."""
    text = "要做到 1092 万元。<!-- plangen: PG421 引自决议 -->"
    workspace = open_files(tmp_path, {"objectives.yml": "revenue: [", "index.md": text})
    assert "PG423" not in codes(workspace)


def test_a_waiver_does_not_show_on_the_page(tmp_path: Path) -> None:
    """What a reader sees has neither the comment nor its reason."""
    from markdown import markdown

    text = (
        "要做到 1092 万元。<!-- plangen: PG421 引自决议 -->\n\n| 甲 |\n| --- |\n| 一 <!-- plangen: PG421 又一 --> |\n"
    )
    workspace = open_files(tmp_path, {**FILES, "index.md": text})
    page = next(each for each in workspace.book(2026).pages if each.path == "demo/index.md")
    html = markdown(page.markdown, extensions=["tables"])
    assert "<!-- plangen: PG421 引自决议 -->" in html
    assert "&lt;!--" not in html


@pytest.mark.parametrize(
    "piece",
    ["1092万元", "1", "1,", "12–", "约", "（1092 万元", "销售额 1092 万元", "1092 万元，", "<!-- plangen: PG421 ",
     "每人每月 ",
     "<!-- plangen: PG421 a -->\n", "5 月 12 日至", "[a](", "<a ", "{{ objectives/leads }}1",
     "{:", "销售额的", "2026 年"],
)  # fmt: skip
def test_long_lines_are_read_in_time(piece: str, tmp_path: Path) -> None:
    """100,000 characters of what may match: an answer comes, and not more findings than are worth listing."""
    text = piece * (100_000 // len(piece))
    workspace = open_files(tmp_path, {**FILES, "index.md": text})
    assert len([each for each in workspace.findings if each.code in ("PG420", "PG421")]) <= 50
