"""What makes two handbooks the same, and what does not."""

from pathlib import Path

import pytest

from handbooks import open_files
from plangen.tidy.meaning import Meaning, changed, meaning

FILE = "content/2026/demo/objectives.yml"


def meant(root: Path, target: str, more: str = "") -> Meaning:
    """The meaning of a handbook with one objective."""
    workspace = open_files(root, {"objectives.yml": f"revenue: {{name: 销售额, target: {target}}}\n{more}"})
    assert workspace.handbook is not None
    return meaning(workspace.handbook, workspace.read_findings)


@pytest.mark.parametrize("other", ["１００万元", "1000000元", '"100万元"'])
def test_another_form_is_the_same(tmp_path: Path, other: str) -> None:
    """Letters, scale and quotes."""
    assert changed(meant(tmp_path / "a", "100万元"), meant(tmp_path / "b", other)) == set()


def test_formulas_are_compared_by_what_they_compute(tmp_path: Path) -> None:
    """Spaces and widths do not count, signs and numbers do."""
    one = meant(tmp_path / "a", '"= 100万元 × 2"')
    assert changed(one, meant(tmp_path / "b", '"=１００万元×２"')) == set()
    assert changed(one, meant(tmp_path / "c", '"= 100万元 + 2元"')) == {FILE}
    assert changed(one, meant(tmp_path / "d", "200万元")) == {FILE}


@pytest.mark.parametrize(("target", "more"), [("101万元", ""), ("约100万元", ""), ("100万", "x: {name: 甲}\n")])
def test_another_value_or_entry_is_not(tmp_path: Path, target: str, more: str) -> None:
    """A digit, a mark, an item."""
    assert changed(meant(tmp_path / "a", "100万元"), meant(tmp_path / "b", target, more)) == {FILE}


def test_another_finding_is_not(tmp_path: Path) -> None:
    """A file that cannot be bound any more."""
    assert changed(meant(tmp_path / "a", "100万元"), meant(tmp_path / "b", "100斤斤")) == {FILE}
