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
