"""Words: what was struck out and what was put in, by clauses, then by names, numbers and characters."""

from time import process_time

import pytest

from plangen.diff import runs, unwrapped
from plangen.diff.prose import closed


def marked(before: str, after: str, words: tuple[str, ...] = ()) -> str:
    """A change on one line: `[-old-]{+new+}`."""
    marks = {"same": "{}", "old": "[-{}-]", "new": "{{+{}+}}"}
    return "".join(marks[run.kind].format(run.text) for run in runs(before, after, words))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("每周拜访一次，月底小结。", "每周拜访两次，月底小结。", "每周拜访[-一-]{+两+}次，月底小结。"),
        ("目标 192 万元", "目标 458.4 万元", "目标 [-192-]{+458.4+} 万元"),
        ("共 1,092 家", "共 1,192 家", "共 [-1,092-]{+1,192+} 家"),
        ("占 15%，已定", "占 15.5%，已定", "占 [-15%-]{+15.5%+}，已定"),
        ("先找大厂，再找小厂。", "先找大厂。", "先找大厂[-，再找小厂-]。"),
        ("call the plant", "call every plant", "call [-the-]{+every+} plant"),
        ("见 {{ objectives/revenue.target }}。", "见 {{ objectives/visits.target }}。",
         "见 [-{{ objectives/revenue.target }}-]{+{{ objectives/visits.target }}+}。"),
        ("老客户由经理兼管", "回访投诉样品三件", "[-老客户由经理兼管-]{+回访投诉样品三件+}"),
        ("", "新的", "{+新的+}"),
        ("旧的", "", "[-旧的-]"),
        ("一样", "一样", "一样"),
    ],
)  # fmt: skip
def test_words(before: str, after: str, expected: str) -> None:
    """Numbers, references and Latin words stay whole; clauses that have little in common are told as a whole."""
    assert marked(before, after) == expected


def test_names_stay_whole() -> None:
    """A name is never cut: without knowing it, half of it would seem to have stayed."""
    assert marked("由业务经理负责", "由业务员负责") == "由业务[-经理-]{+员+}负责"
    assert marked("由业务经理负责", "由业务员负责", ("业务经理", "业务员")) == "由[-业务经理-]{+业务员+}负责"


def test_specks_go_with_their_neighbours() -> None:
    """One equal character between two changes is no word."""
    assert marked("甲乙的丙丁到场开会了吧", "戊己的庚辛到场开会了吧") == "[-甲乙的丙丁-]{+戊己的庚辛+}到场开会了吧"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("每周拜访，\n月底小结。", "每周拜访，月底小结。"),
        ("call the\nplant", "call the plant"),
        ("段一\n\n段二", "段一\n段二"),
        ("- 一\n- 二\n  接着", "- 一\n- 二接着"),
        ("| 甲 | 乙 |\n| --- | --- |", "| 甲 | 乙 |\n| --- | --- |"),
        ("```text\na  b\nc\n```", "```text\na  b\nc\n```"),
        ('!!! note "口径"\n    华东是分区', '!!! note "口径"\n华东是分区'),
    ],
)
def test_unwrapped(text: str, expected: str) -> None:
    """Lines of a paragraph are one; blocks stay apart."""
    assert unwrapped(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("共 2026 年，用 ISO 标准", "共2026年，用ISO标准"),
        ("甲 乙，sales plan 7 8", "甲 乙，sales plan 7 8"),
        ("见 {{ org/rep text=名录 digits=1 }}", "见 {{ org/rep text=名录 digits=1 }}"),
        ("写 `用 a` 或", "写 `用 a` 或"),
        ("```text\n用 a\n```", "```text\n用 a\n```"),
        ("~~~text\n用 a\n~~~", "~~~text\n用 a\n~~~"),
    ],
)
def test_closed(text: str, expected: str) -> None:
    """Only spaces between Chinese characters and letters or figures go, and none in code or references."""
    assert closed(text) == expected


def test_other_line_breaks_are_no_change() -> None:
    """A paragraph that was wrapped again."""
    assert [run.kind for run in runs("每周拜访一次，\n月底小结。", "每周拜访\n一次，月底小结。")] == ["same"]


@pytest.mark.parametrize(
    ("before", "after"),
    [("的" * 30_000, "的" * 29_999), ("一，" * 20_000, "二，" * 20_000), ("{" * 60_000, "{{ a" * 20_000),
     ("甲" + "的是" * 20_000, "乙" + "是的" * 20_000)],
)  # fmt: skip
def test_hostile_texts_take_no_time(before: str, after: str) -> None:
    """Told as a whole where comparing every pair of pieces would take minutes."""
    start = process_time()
    found = runs(before, after)
    assert process_time() - start < 5
    assert "".join(run.text for run in found if run.kind != "new") == before
