"""Two versions of one plan as they were written: what differs is told, all of it and nothing else.

The department's charter was copied for the next year. Read side by side, the two texts differ in four lines: the year
in the title and in the contents, both years in the first task, the name of a standard. Else only spaces after numbers.
"""

from pathlib import Path

import pytest

from plangen.diff import Changes, Passage, Run, Side, compare, runs
from plans.expected import CORPUS, opened

YEAR = 2009
TITLE = {"changed marketing:plan.title": ("市场部职能与 XX 年度工作计划", "市场部职能与 2009 年度工作计划")}
TASK = {
    "changed marketing:phases/sales-plan.name": ("制定 XX 年销售工作计划", "制定 09 年销售工作计划"),
    "changed marketing:phases/sales-plan.deliverable": (
        "XX 年市场部和销售部的任务与工作计划",
        "2009 年市场部和销售部的任务与工作计划",
    ),
}
QUALITY = "按市场需要改进产品结构和功能，把住质量，严格执行 {} 质量体系"
STANDARD = {"changed marketing:duties/product-quality.text": (QUALITY.format("ISO-XX"), QUALITY.format("ISO-2000"))}
NAME = {"added names/quality": (None, None)}
"""What the name of the standard is known by, beside the plan: without a year there is none to know."""
CONTENTS = ["4 市场部XX年度销售工作计划", "4市场部09年度销售工作计划"]
"""The entry of the contents, which the title's year stands in too."""


@pytest.fixture
def charter(tmp_path: Path) -> Changes:
    """What differs between the charter with its year left open and the one of 2009."""
    before, after = (Side(name, opened(CORPUS / name, tmp_path / name).scope(YEAR)) for name in ("s000-7", "s000-9"))
    return compare(before, after)


def test_the_three_changes_of_the_charter(charter: Changes) -> None:
    """The year of the plan, the years of its first task, the standard and its name; nothing besides."""
    assert {edit.id: (edit.old, edit.new) for edit in charter.edits} == TITLE | TASK | STANDARD | NAME
    assert len(charter.edits) == 5
    assert charter.effects == ()
    assert charter.suggestions == ()
    assert charter.unread == ()


def test_the_contents_have_the_year_of_the_title(charter: Changes) -> None:
    """Of the text only that entry differs; headings and entries that were set closer are the same."""
    (passage,) = charter.passages
    assert (passage.kind, passage.plan, passage.name) == ("changed", "marketing", "charter")
    assert [text in passage.before for text in CONTENTS] == [True, False]
    assert [text in passage.after for text in CONTENTS] == [False, True]
    out, put = ({run.text.replace(" ", "") for run in _other(passage, kind)} for kind in ("old", "new"))
    assert (out - put, put - out) == ({"[4市场部XX年度销售工作计划](#sales-plan)"}, {f"[{CONTENTS[1]}](#sales-plan)"})


def _other(passage: Passage, kind: str) -> list[Run]:
    """What was struck out, or put in."""
    return [run for run in runs(passage.before, passage.after) if run.kind == kind]


def test_the_headings_are_set_closer() -> None:
    """The fixture has what must not be told."""
    texts = [(CORPUS / name / "2009/marketing/charter.md").read_text(encoding="utf-8") for name in ("s000-7", "s000-9")]
    assert ["## 一 市场部职能" in text for text in texts] == [True, False]
    assert ["## 一市场部职能" in text for text in texts] == [False, True]
