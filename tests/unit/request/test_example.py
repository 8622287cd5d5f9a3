"""docs/review-example.md is what the review prints of five edits of the example handbook."""

from pathlib import Path

import review_example


def test_the_page_is_current(repository: Path, tmp_path: Path) -> None:
    """Byte for byte; `python tests/review_example.py` writes it anew. It is read in one go: at most 60 lines."""
    page = (repository / "docs/review-example.md").read_text(encoding="utf-8")
    assert review_example.printed(review_example.write_example(tmp_path / "handbook")) == page
    assert len(page.splitlines()) <= 60
