"""Passages: what changed in narratives, and what only looks otherwise."""

from pathlib import Path

import pytest

from unit.diff.versions import changes

OBJECTIVES = {"objectives.yml": "revenue: {name: 销售额, target: 100万元}\n"}
PAGE = "---\ntitle: 市场\n---\n先做华东。\n\n# 客户\n\nFirst come dealers.\n\nThen come shops.\n"


@pytest.mark.parametrize(
    ("old", "new", "heading"),
    [
        ("title: 市场", "title: 渠道", ()),
        ("title: 市场", "title: 市场\ndescription: 客户在哪里", ()),
        ("先做华东", "先做华中", ()),
        ("dealers.\n\nThen", "dealers. Then", ("客户",)),
    ],
)
def test_a_changed_passage(tmp_path: Path, old: str, new: str, heading: tuple[str, ...]) -> None:
    """A title that only the front matter has, a sentence, a paragraph that was joined with the next."""
    found = changes(
        tmp_path, {**OBJECTIVES, "market.md": PAGE}, {**OBJECTIVES, "market.md": PAGE.replace(old, new)}
    ).passages
    assert [(each.name, each.heading, each.kind) for each in found] == [("market", heading, "changed")]


def test_lines_broken_otherwise(tmp_path: Path) -> None:
    """Where lines break, and how many blank lines stand between paragraphs, plays no part."""
    other = PAGE.replace("First come", "First\ncome").replace("\n\nThen", "\n\n\nThen")
    assert changes(tmp_path, {**OBJECTIVES, "market.md": PAGE}, {**OBJECTIVES, "market.md": other}).passages == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("# 客户", "# 1 客户"),
        ("先做华东", "先做 East 华东"),
    ],
)
def test_spaces_beside_chinese_characters(tmp_path: Path, old: str, new: str) -> None:
    """Whether a space stands between them and letters or figures plays no part, in headings and in the text."""
    apart = {**OBJECTIVES, "market.md": PAGE.replace(old, new)}
    close = {**OBJECTIVES, "market.md": PAGE.replace(old, new.replace(" 客", "客").replace(" East ", "East"))}
    assert changes(tmp_path, apart, close).passages == ()


def test_a_chinese_number_of_a_heading(tmp_path: Path) -> None:
    """It may stand apart; what stands apart elsewhere are two words."""
    page = "# 一 客户\n\n先做华东。\n"
    close = {**OBJECTIVES, "market.md": page.replace("一 ", "一")}
    assert changes(tmp_path / "number", {**OBJECTIVES, "market.md": page}, close).passages == ()
    words = {**OBJECTIVES, "market.md": page.replace("一 客户", "一 客 户")}
    assert len(changes(tmp_path / "words", {**OBJECTIVES, "market.md": page}, words).passages) == 2


def test_two_headings_that_only_spaces_tell_apart(tmp_path: Path) -> None:
    """Neither takes the other's place: a change below the first is told, and one below the second."""
    page = "# 1 客户\n\n先做华东。\n\n# 1客户\n\n再做华中。\n"
    for number, old in enumerate(("华东", "华中")):
        other = {**OBJECTIVES, "market.md": page.replace(old, "华南")}
        found = changes(tmp_path / str(number), {**OBJECTIVES, "market.md": page}, other).passages
        assert [each.before[2:4] for each in found] == [old]
