"""The plain form of a handbook's files: what changes, and what does not."""

from pathlib import Path

import pytest

from handbooks import open_files
from plangen.tidy import formatted
from plangen.tidy.formatting import Formatted, _harmless

OBJECTIVES = "revenue:\n  name: 销售额\n  target: {}\n"


def plain(root: Path, name: str, text: str | bytes, **beside: str) -> str | None:
    """What a file of a small handbook would hold; None where nothing changes."""
    files = {f"{each}.yml": other for each, other in beside.items()}
    data = text if isinstance(text, bytes) else text.encode()
    found, _ = formatted(open_files(root, {**files, name: data}))
    assert all(each.path.endswith(name) for each in found)
    return found[0].after.decode() if found else None


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("１０９２万元", "1092万元"),
        ("1,092万元", "1092万元"),
        ("1，092.5万元  # １，０９２", "1092.5万元  # １，０９２"),
        ('"１，０９２万元"', '"1092万元"'),
        ("'≥ １３家'", "'≥ 13家'"),
        ("￥１００", "¥100"),
        ("100－150万元", "100-150万元"),
        ("７.５万元／人／月", "7.5万元/人/月"),
        ("＝ １００万元 ＊ ２", "= 100万元 * 2"),
        ("= round（100万元 ÷ 7，0.1万元）", "= round(100万元 ÷ 7, 0.1万元)"),
        ("= round(100万元 ÷ 7， 0.1万元)", "= round(100万元 ÷ 7, 0.1万元)"),
        ("= 1,000万元 × 2", "= 1000万元 × 2"),
    ],
)
def test_a_quantity(tmp_path: Path, typed: str, written: str) -> None:
    """Full-width forms and thousands commas; quotes, comments and the rest of the line stay."""
    assert plain(tmp_path, "objectives.yml", OBJECTIVES.format(typed)) == OBJECTIVES.format(written)


@pytest.mark.parametrize(
    "typed",
    [
        "1092 万元",  # a space is no slip
        "100–150万元",
        "约2400元",
        "100万元，另有 2 项未定",  # as plangen itself writes it
        "1,09万元",  # no number: PG203 reports it
        "١٢万元",  # other digits are not guessed
        "= max(1,200)",  # one number or two: PG203 reports it
        '"\\uFF11万元"',  # the file has plain letters
        "待定",
    ],
)
def test_what_is_plain_or_not_certain(tmp_path: Path, typed: str) -> None:
    """Stays as it is, also where it is wrong."""
    assert plain(tmp_path, "objectives.yml", OBJECTIVES.format(typed)) is None


def test_texts_ids_and_keys_stay(tmp_path: Path) -> None:
    """Names, notes, sources and the parts of a ratio, which are kept as they were typed."""
    text = """\
revenue:
  name: １号店（总店），1,000 元
  note: "２０２６年：１００％"
  source: Ｓ－１
  target: 100万元
  channel: {own-store: {note: １}, dealer: {note: ２}}
  spread: [{axis: channel, rule: ratio, ratio: "2：3"}]
"""
    assert plain(tmp_path, "objectives.yml", text) is None


def test_cells_phasing_and_weights(tmp_path: Path) -> None:
    """Wherever a quantity stands: alone for a cell, in a mapping of periods, in a list."""
    text = """\
revenue:
  name: 销售额
  target: 100万元
  bands: [８０%, 100%]
  phasing: {H1: ４０%, H2: 60％}
  channel: {own-store: ４０万元, dealer: {target: 60万元, original: {target: ７０万元, until: 2026-1-5, reason: 改１}}}
"""
    wanted = (
        text.replace("８０", "80")
        .replace("４０", "40")
        .replace("％", "%")
        .replace("７０", "70")
        .replace("-1-5", "-01-05")
    )
    assert plain(tmp_path, "objectives.yml", text) == wanted


def test_days(tmp_path: Path) -> None:
    """One digit, full width; in a mapping of one line; a day that does not exist stays."""
    text = 'opening: {name: 开拓期, start: 2026-1-8, end: "２０２６－０３－３１"}\n'
    wanted = 'opening: {name: 开拓期, start: 2026-01-08, end: "2026-03-31"}\n'
    assert plain(tmp_path, "phases.yml", text) == wanted


def test_the_head_of_the_handbook(tmp_path: Path) -> None:
    """A tolerance and a waiver's end."""
    text = (
        "format: 1\ntitle: 试１\ncurrent: 2026\ntolerance: ５％\nas_of: 2026-1-5\n"
        "waivers:\n  - {code: OBJ101, reason: １, owner: 甲, until: 2026-3-1}\n"
    )
    wanted = text.replace("５％", "5%").replace("-1-5", "-01-05").replace("-3-1", "-03-01")
    assert plain(tmp_path, "handbook.yml", text) == wanted


def test_a_formula_that_would_break_its_line_stays(tmp_path: Path) -> None:
    """Inside braces a plain comma would part two entries; the number beside it is written plainly all the same."""
    text = "revenue: {name: 销售额, target: = max(100万元，９０万元), count: １３家}\n"
    assert plain(tmp_path, "objectives.yml", text) == text.replace("１３", "13")


def test_white_space(tmp_path: Path) -> None:
    """Byte order mark, line ends, trailing spaces, surplus blank lines, the end; a block text keeps its own."""
    text = (
        "\ufeffrevenue:  \r\n  name: 销售额\t\r\n\r\n\r\n\r\n\r\n  # 备注  \r\n  target: 100万元\r\n"
        "  note: |\r\n    行  \r\n\r\n\r\n\r\n    行\r\n\r\n\r\n"
    )
    wanted = "revenue:\n  name: 销售额\n\n\n  # 备注\n  target: 100万元\n  note: |\n    行  \n\n\n\n    行\n"
    assert plain(tmp_path, "objectives.yml", text) == wanted


def test_a_missing_line_end(tmp_path: Path) -> None:
    """In YAML, Markdown and CSV."""
    assert plain(tmp_path / "a", "objectives.yml", OBJECTIVES.format("1元")[:-1]) == OBJECTIVES.format("1元")
    assert plain(tmp_path / "b", "index.md", "# 页") == "# 页\n"
    assert plain(
        tmp_path / "c", "2026/demo/actuals/a.csv", "address,value,as_of", objectives=OBJECTIVES.format("1元")
    ) == ("address,value,as_of\n")


def test_a_block_text_that_would_change_keeps_its_end(tmp_path: Path) -> None:
    """`|` without a line end is another text than with one."""
    assert plain(tmp_path, "objectives.yml", OBJECTIVES.format("1元") + "  note: |\n    行") is None


def test_narratives(tmp_path: Path) -> None:
    """Line breaks, code and full-width letters stay."""
    text = "# １页 \n\n行  \n行\t\n   \n    缩进 \n- `a \n\n```text\n代码 \n```\n１００％\n"
    wanted = "# １页\n\n行  \n行\n\n    缩进 \n- `a \n\n```text\n代码 \n```\n１００％\n"
    assert plain(tmp_path, "index.md", text) == wanted


def test_actuals(tmp_path: Path) -> None:
    """Numbers and days of a table, also where the unit has a column of its own and a comma needs quotes."""
    text = (
        '指标,月份,数值,单位,截至,备注\n销售额,６月,１２０,万元,2026-7-1,１\n销售额,7月,"１,２００",万元,2026-08-01,\n'
    )
    wanted = '指标,月份,数值,单位,截至,备注\n销售额,６月,120,万元,2026-07-01,１\n销售额,7月,"1200",万元,2026-08-01,\n'
    assert plain(tmp_path, "2026/demo/actuals/a.csv", text, objectives=OBJECTIVES.format("9000万元")) == wanted


def test_cells_in_a_table(tmp_path: Path) -> None:
    """The side file of an objective; its ids stay."""
    objectives = "revenue: {name: 销售额, cells: cells.csv}\n"
    text = "channel,target,note\ndealer,６０万元,６０\n"
    assert plain(tmp_path, "cells.csv", text, objectives=objectives) == text.replace("６０万", "60万")


def test_scenarios(tmp_path: Path) -> None:
    """What differs in a scenario; the plan's own file is read through it all the same."""
    text = "name: 挑战\nobjectives: {revenue: {target: １２０万元}}\n"
    found, _ = formatted(
        open_files(
            tmp_path, {"objectives.yml": OBJECTIVES.format("１００万元"), "2026/demo/scenarios/stretch.yml": text}
        )
    )
    assert {each.path.rpartition("/")[2]: each.after.decode() for each in found} == {
        "objectives.yml": OBJECTIVES.format("100万元"),
        "stretch.yml": text.replace("１２０", "120"),
    }


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    """No YAML: nothing changes. Values that do not fit: white space only."""
    files = {"objectives.yml": "revenue：\n  name: 甲  \n", "phases.yml": "a: {name: 甲, start: 2026-13-1}  \n"}
    found, unread = formatted(open_files(tmp_path, files))
    assert [(each.path, each.after.decode()) for each in found] == [
        ("content/2026/demo/phases.yml", "a: {name: 甲, start: 2026-13-1}\n")
    ]
    assert [(each.code, each.span.file.rpartition("/")[2]) for each in unread] == [
        ("PG109", "objectives.yml"),
        ("PG208", "phases.yml"),
    ]


def test_a_file_that_would_mean_something_else_is_left_out() -> None:
    """The last net: the whole handbook is bound again, and the files that do harm are found one by one."""
    files = [Formatted(name, b"1", b"2", ()) for name in "abc"]
    assert _harmless(files, lambda some: any(each.path == "b" for each in some)) == [files[0], files[2]]
