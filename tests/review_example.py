"""The example of docs/review-example.md: the example handbook with a branch of five edits, and its review.

`python tests/review_example.py > docs/review-example.md` writes the page anew.
"""

import sys
import tempfile
from pathlib import Path

from plangen.request.markdown import render_markdown
from plangen.request.range import Range
from plangen.request.reviewing import review
from repositories import commit, run_git
from sample import copy_unit

PLAN = "content/2026/adhesives/east-china"
SITE = "https://preview.example.com/spring/"
EDITS = (
    ("objectives.yml", "target: 458.4万元", "target: 480万元"),
    ("duties.yml", "text: 拜访中遇到的难题当天给出办法", "text: 拜访中遇到的难题当天给出办法，记进案例本"),
    ("market.md", "一月补一份", "二月补一份"),
    ("budget.yml", "limit: ≤500元", "limit: ≤800元"),
    (
        "org.yml",
        "headcount: 1人\n    holder: 待定\n    reports_to: region-manager",
        "headcount: 1人\n    holder: 待定\n    reports_to: store-lead",
    ),
)
"""One channel's target, one duty, one sentence, one cap of the budget, one role's superior."""


def write_example(root: Path) -> Path:
    """The repository: the adhesives unit of the example on `main`, the five edits on `spring`."""
    copy_unit(root)
    commit(root, "2026-01-05")
    run_git(root, "switch", "--quiet", "--create", "spring")
    for name, old, new in EDITS:
        path = root / PLAN / name
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, (name, old)
        path.write_text(text.replace(old, new), encoding="utf-8")
    commit(root, "2026-01-12")
    return root


def printed(root: Path) -> str:
    """The comment of its review."""
    return render_markdown(review(root, Range("main", "spring", merge_base=True)), SITE)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        sys.stdout.buffer.write(printed(write_example(Path(folder) / "handbook")).encode())
