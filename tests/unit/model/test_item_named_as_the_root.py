"""An item may be called as the field that holds all items is called in the code: it takes no other item's place."""

from pathlib import Path

from handbooks import open_files


def test_a_mistake_of_another_item_is_told_at_its_own_place(tmp_path: Path) -> None:
    """The formula of `coverage` is broken in line 2; line 3 is another KPI, called `items`."""
    kpis = """\
        coverage: {name: 覆盖率, better: higher,
          target: 80%, value: = previous(}
        items: {name: 品项, better: higher, target: 5个, value: 4个}
        """
    findings = [f for f in open_files(tmp_path, {"kpis.yml": kpis}).findings if f.code.startswith("PG3")]
    assert [(f.code, f.span.line) for f in findings] == [("PG304", 2)]


def test_a_mistake_of_the_item_itself_is_told_at_its_place(tmp_path: Path) -> None:
    """The item `items` has an unknown key in line 2."""
    kpis = """\
        coverage: {name: 覆盖率, better: higher, target: 80%, value: 80%, as_of: 2026-01-04}
        items: {name: 品项, bettor: higher, target: 5个}
        """
    findings = [f for f in open_files(tmp_path, {"kpis.yml": kpis}).findings if f.code == "PG112"]
    assert [f.span.line for f in findings] == [2]
