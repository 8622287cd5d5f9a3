"""What the paper states of a total, of a part, of a goal: the page shows both numbers, the check their difference."""

import re
from pathlib import Path

from unit.sections.objectives.plans import plans

PARTS = """\
revenue:
  name: 销售额
  target: 100万元
  stated: {target: 100万元}
  channel:
    own-store: {target: 40万元, stated: {target: OWN, count: 3家}, count: 3家}
    dealer: 60万元
visits: {name: 拜访, target: 30家, stated: {target: 28家}}
"""


def seen(folder: Path, own: str) -> str:
    """The page as a reader sees it, without tags."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", plans(folder, PARTS.replace("OWN", own)).page()))


def test_a_part_that_is_not_what_the_paper_states(tmp_path: Path) -> None:
    """The finding stands in the part's own line, and names the part and both numbers: 45 less 40 is 5."""
    found = plans(tmp_path, PARTS.replace("OWN", "45万元").replace("28家", "30家"))
    assert found.message("OBJ103") == "销售额·直营店算出来是 40 万元，文件写 45 万元，差 5 万元"
    assert found.finding("OBJ103").span.line == 6
    assert str(found.finding("OBJ103").address) == "demo:objectives/revenue.target.stated/own-store"


def test_the_page_shows_both(tmp_path: Path) -> None:
    """Below the table of its axis, with ≠ where they differ; behind a goal that has no table."""
    page = seen(tmp_path, "45万元")
    assert "合计：文件写 100 万元" in page
    assert "直营店：≠算得不一致 文件写 45 万元" in page
    assert "直营店：文件写 3 家" in page
    assert "≠算得不一致 文件写 28 家" in page


def test_what_agrees_has_no_mark(tmp_path: Path) -> None:
    """The same number as the paper's is shown without a sign, and is no finding."""
    assert "直营店：文件写 40 万元" in seen(tmp_path, "40万元")
