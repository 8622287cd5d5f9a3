"""Targets that were revised within the year: both values, the date, the reason."""

from pathlib import Path

from unit.sections.objectives.plans import plans

REVISED = """\
revenue:
  name: 销售额
  target: 90万元
  original: {target: 120万元, until: 2026-06-30, reason: 两家工厂停产}
  channel:
    own-store: 40万元
    dealer: {target: 50万元, original: {target: 80万元, until: 2026-06-30, reason: 少签一家}}
"""


def test_the_original_stands_beside_the_target(tmp_path: Path) -> None:
    """90 binds, 120 is kept: 30 less, a quarter; the dealer's 80 became 50."""
    found = plans(tmp_path, REVISED)
    assert found.codes == []
    assert found.says(
        "objectives/revenue.target",
        "objectives/revenue.target.original",
        "objectives/revenue.revision",
        "objectives/revenue.revision-share",
        "objectives/revenue.target.original/dealer",
        "objectives/revenue.revision/dealer",
    ) == ["90 万元", "120 万元", "-30 万元", "-25%", "80 万元", "-30 万元"]
    assert found.says("objectives/revenue.target@M01") == ["7.5 万元"]


def test_the_page_tells_both_with_date_and_reason(tmp_path: Path) -> None:
    """One row a revised target; none without."""
    page = plans(tmp_path / "a", REVISED).page()
    assert all(text in page for text in ("年内调整", "2026-06-30", "两家工厂停产", "少签一家", "-25.0"))
    assert "年内调整" not in plans(tmp_path / "b", "revenue: {name: 销售额, target: 90万元}\n").page()


def test_a_revision_needs_its_reason_and_its_unit(tmp_path: Path) -> None:
    """Without a reason it is refused; in another unit it cannot be compared."""
    text = "revenue: {{name: 销售额, target: 90万元, original: {{target: {}, until: 2026-06-30{}}}}}\n"
    assert plans(tmp_path / "a", text.format("120万元", "")).codes == ["PG210"]
    assert plans(tmp_path / "b", text.format("120家", ", reason: 改口径")).codes == ["PG215"]
