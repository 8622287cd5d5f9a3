"""Placeholders: whatever somebody types, it is shown, and no placeholder is left or mistaken."""

from pathlib import Path

import pytest

from handbooks import open_files
from plangen.site import fill

OBJECTIVES = "revenue: {name: %s, target: 100万元}\n"
NARRATIVE = "目标 {{ objectives/revenue.target }}，%s。\n"


@pytest.mark.parametrize(
    ("typed", "name", "mark"),
    [
        ("一切如常", "销售额", "xplangenslot"),
        ("xplangenslot0x 和 xplangenslot1x", "销售额", "xxplangenslot"),
        ("XPlangenSlot7", "销售额", "xxplangenslot"),
        ("xxxplangenslot0x", "销售额", "xxxxplangenslot"),
        ("一切如常", "xplangenslot1x", "xxplangenslot"),
    ],
)
def test_what_is_typed_is_no_placeholder(tmp_path: Path, typed: str, name: str, mark: str) -> None:
    """In a narrative or a name, in any letter case: all placeholders of the year begin with something else."""
    files = {"objectives.yml": OBJECTIVES % name, "index.md": NARRATIVE % typed, "market.md": "市场\n"}
    pages = {page.path: page for page in open_files(tmp_path, files).book(2026).pages}
    assert {token.rstrip("x").rstrip("0123456789") for page in pages.values() for token in page.slots} == {mark}
    html = fill(pages["demo/index.md"].markdown, pages["demo/index.md"].slots)
    assert typed in html
    assert mark not in html.lower()
    assert "100" in html
