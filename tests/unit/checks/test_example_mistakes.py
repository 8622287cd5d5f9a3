"""Mistakes that writers make, planted in the real example: one finding each, at the right line, with a way out."""

from collections.abc import Callable
from pathlib import Path

import pytest

from plangen.findings import Finding, Level, level_of, message, way_out
from plangen.workspace import open_handbook
from sample import copy_unit

PLAN = Path("content/2025/adhesives/east-china")


def replaced(name: str, old: str, new: str) -> Callable[[Path], int]:
    """Replace the first `old` of a file of the plan; the line it stood in."""

    def change(root: Path) -> int:
        path = root / PLAN / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return text[: text.index(old)].count("\n") + 1

    return change


def brackets(root: Path) -> int:
    """Append 100,000 open brackets; the line they stand in."""
    path = root / PLAN / "swot.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}x: {'[' * 100_000}\n", encoding="utf-8")
    return text.count("\n") + 1


def in_gbk(root: Path) -> int:
    """Save the organisation as a Chinese Windows editor would; the line of the first Han character."""
    path = root / PLAN / "org.yml"
    text = path.read_text(encoding="utf-8")
    path.write_bytes(text.encode("gbk"))
    first = next(index for index, sign in enumerate(text) if ord(sign) > 127)
    return text[:first].count("\n") + 1


MISTAKES = {
    "end before start": (replaced("phases.yml", "end: 2025-05-14", "end: 2025-05-10"), "phases.yml", "PHA101"),
    "unknown superior": (
        replaced("org.yml", "reports_to: region-manager", "reports_to: regin-manager"),
        "org.yml",
        "PG212",
    ),
    "duplicate key": (
        replaced("objectives.yml", "  period: M06..M12\n", "  target: 1万元\n  period: M06..M12\n"),
        "objectives.yml",
        "PG104",
    ),
    "tab": (replaced("objectives.yml", "  name: 销售额", "\tname: 销售额"), "objectives.yml", "PG108"),
    "full-width colon": (replaced("objectives.yml", "  name: 销售额", "  name：销售额"), "objectives.yml", "PG109"),
    "anchor": (replaced("objectives.yml", "1092万元", "&a 1092万元"), "objectives.yml", "PG101"),
    "100,000 brackets": (brackets, "swot.yml", "PG102"),
    "GBK": (in_gbk, "org.yml", "PG107"),
}


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """A copy of the example handbook, as far as the unit goes that is spoiled here."""
    return copy_unit(tmp_path)


def errors(root: Path) -> list[Finding]:
    """The errors of a handbook, in order."""
    return [finding for finding in open_handbook(root).findings if level_of(finding) is Level.ERROR]


def test_the_example_has_no_error_and_lists_what_is_waived(example: Path) -> None:
    """Untouched, nothing is wrong; the accepted contradictions are still told."""
    found = open_handbook(example).findings
    assert errors(example) == []
    waived = sorted({finding.code for finding in found if finding.waived})
    assert waived == ["ACT110", "BUD101", "DUT103", "OBJ102", "PHA103", "PHA108"]


def test_a_changed_part_of_the_total(example: Path) -> None:
    """170 for 180: the first finding stands in the breakdown and names 1,092, 1,082 and 10; the parent follows."""
    replaced("objectives.yml", "target: 180万元", "target: 170万元")(example)
    found = errors(example)
    lines = (example / PLAN / "objectives.yml").read_text(encoding="utf-8").splitlines()
    first, last = lines.index("  channel:") + 1, lines.index("  region:") + 1
    assert found[0].code == "OBJ101"
    assert found[0].span.file == f"{PLAN}/objectives.yml"
    assert first < found[0].span.line < last
    assert found[0].span.column > 1
    said = message(found[0])
    assert all(number in said for number in ("1,092 万元", "1,082 万元", "差 10 万元"))
    assert {finding.cause for finding in found[1:]} == {found[0].id}


@pytest.mark.parametrize("name", sorted(MISTAKES))
def test_one_mistake_is_one_finding(example: Path, name: str) -> None:
    """The code, the line, a way out; everything else that goes wrong because of it stands below it."""
    change, file, code = MISTAKES[name]
    line = change(example)
    found = errors(example)
    roots = [finding for finding in found if not finding.cause]
    assert [finding.code for finding in roots] == [code]
    assert (roots[0].span.file, roots[0].span.line) == (f"{PLAN}/{file}", line)
    assert len(way_out(roots[0])) > 5
    assert found[0] is roots[0]
