"""A page draws no more cells than anybody reads, and says how many it leaves out and where they are."""

from pathlib import Path

import pytest

from unit.sections.objectives.plans import Plans, plans


def axis(name: str, count: int) -> str:
    """An axis with as many members as asked for, a1 to the last."""
    members = ", ".join(f"{name}{index}: {{name: {name.upper()}{index}}}" for index in range(1, count + 1))
    return f"{name}: {{name: 维度{name.upper()}, members: {{{members}}}}}\n"


def crossed(folder: Path, *counts: int) -> Plans:
    """One objective, crossed by axes of so many members each, all of one size."""
    names = "abc"[: len(counts)]
    spreads = ", ".join(
        f"{{axis: {name}, members: [{', '.join(f'{name}{index}' for index in range(1, count + 1))}]}}"
        for name, count in zip(names, counts, strict=True)
    )
    text = f"revenue: {{name: 销售额, period: M01, target: 1亿元, spread: [{spreads}], cross: [{', '.join(names)}]}}\n"
    return plans(folder, text, {"shared/dimensions.yml": "".join(map(axis, names, counts))})


def test_a_table_of_four_hundred_cells_is_shown(tmp_path: Path) -> None:
    """20 × 20."""
    page = crossed(tmp_path, 20, 20).page()
    assert "objectives/revenue.target/a20/b20" in page
    assert "没有列在这里" not in page


def test_a_larger_table_is_not_drawn(tmp_path: Path) -> None:
    """21 × 20 are 420: the page says so, and what both axes add up to stands in their own tables."""
    page = crossed(tmp_path, 21, 20).page()
    assert "共 420 格，有 420 格没有列在这里" in page
    assert "plangen explain demo:objectives/revenue.target/成员…；全部：plangen export" in page
    assert "objectives/revenue.target/a1/b1" not in page
    assert "objectives/revenue.target/b20" in page


def test_a_third_axis_is_left_out_alone(tmp_path: Path) -> None:
    """5 × 2 cells are shown; the 10 × 40 of the third axis would make 410."""
    page = crossed(tmp_path, 5, 2, 40).page()
    assert "objectives/revenue.target/a5/b2" in page
    assert "objectives/revenue.target/a5/b2/c1" not in page
    assert "共 410 格，有 400 格没有列在这里" in page


@pytest.mark.parametrize(("count", "is_shown"), [(200, True), (201, False)])
def test_cells_inside_cells(tmp_path: Path, count: int, is_shown: bool) -> None:
    """Two members with as many parts each."""
    parts = ", ".join(f"b{index}: 1万元" for index in range(1, count + 1))
    text = f"revenue: {{name: 销售额, period: M01, a: {{a1: {{b: {{{parts}}}}}, a2: {{b: {{{parts}}}}}}}}}\n"
    page = plans(tmp_path, text, {"shared/dimensions.yml": axis("a", 2) + axis("b", count)}).page()
    assert ("objectives/revenue.target/a2/b1&quot;" in page or 'objectives/revenue.target/a2/b1"' in page) == is_shown
    assert ("共 402 格，有 402 格没有列在这里" in page) == (not is_shown)
