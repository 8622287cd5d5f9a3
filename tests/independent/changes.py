"""What the pages of changes list, counted again."""

import re
from pathlib import Path

WEIGHTS = {
    "breaking": ("要先看", "上限", "薪酬", "规则", "口径"),
    "major": ("主要",),
    "minor": ("次要",),
    "text": ("文字",),
}
"""What the chips of edits say, by weight."""


def rows_of(root: Path, year: int, kind: str, words: list[str]) -> int:
    """Rows of the pages of changes: all, of one plan, of one weight, those that follow from one edit; cards."""
    plan = next((word for word in words if (root / f"{year}/{word}/changes/index.html").is_file()), "")
    places = [root / f"{year}/{plan}"] if plan else sorted((root / f"{year}").glob("**/"))
    pages = [place / "changes/index.html" for place in places]
    text = "\n".join(page.read_text(encoding="utf-8") for page in pages if page.is_file())
    if kind == "cards":
        page = root / f"{year}/{plan}/changes/cards/index.html"
        return page.read_text(encoding="utf-8").count('<section class="pg-slip"')
    if kind == "follows":
        fold = re.search(rf'<div id="follow-{words[-1]}">.*?</details>', text, re.DOTALL)
        more = re.search(r"另有 (\d+) 个没有列出", fold[0]) if fold else None
        return fold[0].count('<tr class="pg-body">') + int(more[1] if more else 0) if fold else -1
    rows = re.findall(r'<tr id="edit-[0-9a-f]+" class="pg-body">.*?</tr>', text, re.DOTALL)
    chips = WEIGHTS.get(words[-1] if words else "", ())
    if len(words) == 3:  # what is folded away in one section
        fold = re.search(rf'data-name="{words[1]}-{words[2]}s".*?</section>', text, re.DOTALL)
        rows = re.findall(r'<tr id="edit-[0-9a-f]+" class="pg-body">.*?</tr>', fold[0] if fold else "", re.DOTALL)
    rows += [] if plan else re.findall(r'<span class="pg-chip[^<]*</span>', _come_and_gone(text))
    return sum(not chips or any(f">{chip}</span>" in row for chip in chips) for row in rows)


def _come_and_gone(text: str) -> str:
    """The list of plans that one of the years has alone: each is an edit, with its weight."""
    found = re.search(r'id="come-and-gone".*?</ul>', text, re.DOTALL)
    return found[0] if found else ""
