"""Growth on last year: of the total, of parts, over periods of different length."""

from pathlib import Path

from unit.sections.objectives.plans import last_year, plans


def test_growth_over_other_months_is_told(tmp_path: Path) -> None:
    """1200 in twelve months and 10% more, in seven: 188.6 a month instead of 100."""
    files = last_year("revenue: {name: 销售额, target: 1200万元}\n")
    found = plans(tmp_path, "revenue: {name: 销售额, growth: 10%, period: M06..M12}\n", files)
    assert found.codes == ["OBJ120"]
    assert "12 个月" in found.message("OBJ120")
    assert "7 个月" in found.message("OBJ120")


def test_growth_over_as_many_months_is_fine(tmp_path: Path) -> None:
    """Seven months on seven months, wherever they lie."""
    files = last_year("revenue: {name: 销售额, target: 1200万元, period: M05..M11}\n")
    assert plans(tmp_path, "revenue: {name: 销售额, growth: 10%, period: M06..M12}\n", files).codes == []


def test_growth_of_a_part_needs_its_base(tmp_path: Path) -> None:
    """Last year had no channels: the part has nothing to grow on."""
    files = last_year("revenue: {name: 销售额, target: 100万元}\n")
    text = "revenue:\n  name: 销售额\n  target: 120万元\n  channel:\n    own-store: {growth: 20%}\n    dealer: 60万元\n"
    found = plans(tmp_path, text, files)
    assert found.codes == ["OBJ110"]
    assert found.finding("OBJ110").span.line == 5
    assert found.message("OBJ110").startswith("销售额·直营店")


def test_growth_of_a_part_agrees_with_its_target(tmp_path: Path) -> None:
    """50 and half as much again is 75, not 60; 50 and a fifth is 60."""
    files = last_year("revenue: {name: 销售额, target: 100万元, channel: {own-store: 50万元, dealer: 50万元}}\n")
    cells = "{{own-store: {{target: 60万元, growth: {}%}}, dealer: 60万元}}"
    text = f"revenue: {{{{name: 销售额, target: 120万元, channel: {cells}}}}}\n"
    wrong = plans(tmp_path / "a", text.format(50), files)
    assert wrong.codes == ["OBJ104"]
    assert wrong.message("OBJ104") == "销售额·直营店按增长率算是 75 万元，目标写 60 万元"
    assert plans(tmp_path / "b", text.format(20), files).codes == []
