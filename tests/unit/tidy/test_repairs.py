"""Repairs: made where there is one way out, left to a person everywhere else."""

from pathlib import Path

import pytest

from handbooks import open_files
from plangen.tidy import mended
from plangen.tidy.repairs import REPAIRS

OBJECTIVES = "objectives.yml"
PHASES = "phases.yml"
PHASE = "opening: {{name: 开拓期, start: {}, end: 2026-12-31}}\n"
TARGET = "revenue:\n  name: 销售额\n  target: {}\n"
PERIOD = "revenue: {{name: 销售额, target: 1万元, period: {}}}\n"


def repaired(root: Path, name: str, text: str, **beside: str) -> str | None:
    """What a file of a small handbook holds after one round of repairs; None where nothing is repaired."""
    files = {f"{each}.yml": other.encode() for each, other in beside.items()}
    workspace = open_files(root, {**files, name: text.encode()})
    found = mended(workspace, workspace.findings)
    assert len(found) <= 1
    return found[0].after.decode() if found else None


@pytest.mark.parametrize("typed", ["2026/1/8", "2026.1.8", "2026年1月8日", "2026 年 1 月 8 号", "２０２６／１／８"])
def test_a_day_whose_year_comes_first(tmp_path: Path, typed: str) -> None:
    """PG208: one day only; quotes stay."""
    assert repaired(tmp_path / "a", PHASES, PHASE.format(typed)) == PHASE.format("2026-01-08")
    assert repaired(tmp_path / "b", PHASES, PHASE.format(f'"{typed}"')) == PHASE.format('"2026-01-08"')


@pytest.mark.parametrize(
    "typed", ["1/8", "1月8日", "8/1/2026", "2026-13-01", "2026/2/30", "2026/1.8", "年初", "26/1/8"]
)
def test_a_day_that_is_not_certain(tmp_path: Path, typed: str) -> None:
    """PG208: no year, another order, a day that is in no calendar."""
    assert repaired(tmp_path, PHASES, PHASE.format(typed)) is None


@pytest.mark.parametrize(
    ("typed", "written"),
    [("q1", "Q1"), ("Ｑ１", "Q1"), ("M6", "M06"), ("6月", "M06"), ("Q1-Q3", "Q1..Q3"), ("Ｍ０６．．M12", "M06..M12")],
)
def test_a_period_in_another_form(tmp_path: Path, typed: str, written: str) -> None:
    """PG229: names of periods, a dash between two of them."""
    assert repaired(tmp_path, OBJECTIVES, PERIOD.format(typed)) == PERIOD.format(written)


@pytest.mark.parametrize("typed", ["6-12月", "M12..M06", "M13", "Q5", "上半年度", "2026", "6"])
def test_a_period_that_is_not_certain(tmp_path: Path, typed: str) -> None:
    """PG229: bare numbers, a stretch that runs backwards, months that do not exist."""
    assert repaired(tmp_path, OBJECTIVES, PERIOD.format(typed)) is None


def test_a_word_of_the_list(tmp_path: Path) -> None:
    """PG220: capitals, full width, `_` for `-`; another word is left to the writer."""
    spread = "revenue: {{name: 甲, target: 1万元, spread: [{{axis: channel, rule: {}, members: [dealer]}}]}}\n"
    for number, typed in enumerate(("Last_Year", "ｌａｓｔ－ｙｅａｒ")):
        assert repaired(tmp_path / str(number), OBJECTIVES, spread.format(typed)) == spread.format("last-year")
    assert repaired(tmp_path / "no", OBJECTIVES, spread.format("evn")) is None


def test_a_key_in_another_form(tmp_path: Path) -> None:
    """PG112: capitals, full width, `-` for `_`; "did you mean" is a guess, and nothing is guessed."""
    role = "roles:\n  lead: {{name: 主管, {}: boss}}\n  boss: {{name: 经理}}\n"
    for number, typed in enumerate(("Reports-To", "ｒｅｐｏｒｔｓ＿ｔｏ")):
        assert repaired(tmp_path / str(number), "org.yml", role.format(typed)) == role.format("reports_to")
    assert repaired(tmp_path / "no", "org.yml", role.format("report_to")) is None


def test_a_key_that_is_there_already(tmp_path: Path) -> None:
    """PG112: two values for one key would be PG104, so that a person has to choose."""
    assert repaired(tmp_path, OBJECTIVES, "revenue: {name: 甲, target: 1万元, Target: 2万元}\n") is None


def test_a_name_in_a_formula(tmp_path: Path) -> None:
    """PG305: the name as it is shown; the rest of the formula is fmt's."""
    text = TARGET.format("= ｓｕｍ(１万元, 2万元)")
    assert repaired(tmp_path, OBJECTIVES, text) == TARGET.format("= sum(１万元, 2万元)")


def test_a_name_in_a_formula_that_is_written_with_escapes(tmp_path: Path) -> None:
    """PG305: the place in the file is not known, so nothing is done."""
    assert repaired(tmp_path, OBJECTIVES, TARGET.format('"= \\uFF53um(1万元, 2万元)"')) is None


def test_a_full_width_colon_behind_a_key(tmp_path: Path) -> None:
    """PG109: an English word where a key stands; the rest of the line is kept, also Windows line ends."""
    text = "revenue:\r\n  name: 甲  # 注\r\n  target：1万元  # 注：\r\n"
    assert repaired(tmp_path / "a", OBJECTIVES, text) == text.replace("target：", "target: ")
    assert repaired(tmp_path / "b", OBJECTIVES, "revenue：\n  name: 甲\n") == "revenue:\n  name: 甲\n"


def test_an_id_that_is_a_key_elsewhere(tmp_path: Path) -> None:
    """PG109: a member of a dimension is as certain as a field."""
    text = "revenue:\n  name: 甲\n  channel:\n    own-store：1万元\n    dealer: 1万元\n"
    assert repaired(tmp_path, OBJECTIVES, text) == text.replace("：", ": ")


def test_a_full_width_comma_before_a_key(tmp_path: Path) -> None:
    """PG109: in one line of a mapping."""
    text = "revenue: {name: 甲，target: 1万元}\n"
    assert repaired(tmp_path, OBJECTIVES, text) == text.replace("，", ", ")


@pytest.mark.parametrize(
    "text",
    [
        "revenue: {name: [甲，乙], target: 1万元}\n",  # one text or two
        "revenue:\n  name: 甲\n  备注：今年\n",  # a key or a text
        "revenue:\n  name: 甲\n  OKR：今年\n",
        "revenue: {name: “甲”, target: 1万元}\n",  # quotes of YAML or of the name
        "revenue:\n  name: 甲\n　target: 1万元\n",  # how deep it is indented
    ],
)
def test_full_width_marks_that_are_not_certain(tmp_path: Path, text: str) -> None:
    """PG109 with two ways out."""
    workspace = open_files(tmp_path, {OBJECTIVES: text.encode()})
    assert "PG109" in [finding.code for finding in workspace.findings]
    assert mended(workspace, workspace.findings) == []


def test_a_space_behind_a_colon(tmp_path: Path) -> None:
    """PG114: `target:1万元` behind an English word; not in an address, not behind a number or a Chinese word."""
    text = "revenue: {{name: 甲, {}}}\n"
    assert repaired(tmp_path / "a", OBJECTIVES, text.format("target:1万元")) == text.format("target: 1万元")
    for number, typed in enumerate(("9:00", "备注:今年", "http://x.example", "OKR:今年", "target:*1")):
        assert repaired(tmp_path / str(number), OBJECTIVES, text.format(typed)) is None


def test_letters_without_width(tmp_path: Path) -> None:
    """PG113 and PG106: taken out wherever they are; marks that turn or join what is seen stay."""
    text = TARGET.format("1万元\u200b").replace("name", "na\u2060me").replace("售", "售\ufeff")
    assert repaired(tmp_path / "a", OBJECTIVES, text) == TARGET.format("1万元")
    assert repaired(tmp_path / "b", OBJECTIVES, TARGET.format("\u202e1万元")) is None
    assert repaired(tmp_path / "c", OBJECTIVES, TARGET.format("1万元\x07")) is None


def test_an_id_in_full_width(tmp_path: Path) -> None:
    """PG217: the plain id, where nothing names it."""
    text = "ｒｅｖｅｎｕｅ: {name: 甲, target: 1万元}\n"
    assert repaired(tmp_path, OBJECTIVES, text) == "revenue: {name: 甲, target: 1万元}\n"


@pytest.mark.parametrize(
    "more",
    [
        "leads: {name: 乙, target: = ｒｅｖｅｎｕｅ}\n",  # something names it
        "revenue: {name: 乙, target: 2万元}\n",  # the plain id is another item's
    ],
)
def test_an_id_that_is_not_alone(tmp_path: Path, more: str) -> None:
    """PG217: a person has to look at both."""
    text = "ｒｅｖｅｎｕｅ: {name: 甲, target: 1万元}\n"
    result = repaired(tmp_path, OBJECTIVES, text + more)
    assert result is None or result.startswith("ｒｅｖｅｎｕｅ:")


def test_an_id_that_is_none_in_any_width(tmp_path: Path) -> None:
    """PG217: a space, a reserved word, a number first."""
    for number, name in enumerate(('"a b"', "Q1", "1a", "previous")):
        assert repaired(tmp_path / str(number), OBJECTIVES, f"{name}: {{name: 甲, target: 1万元}}\n") is None


def test_what_is_accepted_stays(tmp_path: Path) -> None:
    """A waiver is a decision."""
    workspace = open_files(tmp_path, {PHASES: PHASE.format("2026/1/8")})
    waived = [finding.with_(waived="已知") for finding in workspace.findings]
    assert mended(workspace, waived) == []


def test_every_code_with_a_repair_exists() -> None:
    """A repair of a code that was given up would be dead."""
    from plangen.catalogue import load_checks
    from plangen.findings import CODES

    load_checks()
    assert set(REPAIRS) <= set(CODES)
