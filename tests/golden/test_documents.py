"""Recorded documents: what the commands print for a small handbook, as somebody has read and checked it once.

Its numbers are small enough to follow: 80万元 and 25% make 100万元, over six months in steps of 0.1万元 that is
four times 16.7 and twice 16.6, a quarter 50; the dealers' 70 and the shops' 30 add up in every month.

After a wanted change: `PLANGEN_RECORD=1 .venv/bin/python -m pytest tests/golden`, then read the difference.
"""

import json
import os
import shutil
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner

from plangen.cli import main

HERE = Path(__file__).parent
OBJECTIVES, ORG = "content/2026/demo/objectives.yml", "content/2026/demo/org.yml"
QUARTER = "demo:objectives/revenue.target@Q2/dealer"
COMMANDS: dict[str, tuple[int, list[str]]] = {
    "check.txt": (0, ["check"]),
    "diff.md": (0, ["diff", "2025", "2026", "--format", "markdown"]),
    "diff.txt": (0, ["diff", "2025", "2026"]),
    "explain.txt": (0, ["explain", QUARTER]),
    "export.json": (0, ["export", "--format", "json"]),
}
"""Document → exit status and command."""

Print = Callable[..., str]


@pytest.fixture
def handbook(tmp_path: Path) -> Path:
    """A copy of the small handbook."""
    return Path(shutil.copytree(HERE / "handbook", tmp_path / "handbook"))


@pytest.fixture
def printed(handbook: Path) -> Print:
    """What a command prints on standard output, when it ends with the expected status."""

    def run(status: int, command: list[str]) -> str:
        result = CliRunner().invoke(main, ["-C", str(handbook), *command], prog_name="plangen")
        assert (result.exit_code, result.stderr) == (status, "")
        return result.stdout

    return run


def recorded(name: str, text: str) -> str:
    """The recorded document; with PLANGEN_RECORD it is this text from now on."""
    path = HERE / "expected" / name
    if os.environ.get("PLANGEN_RECORD"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_a_document_is_as_recorded(printed: Print, name: str) -> None:
    """To the letter."""
    text = printed(*COMMANDS[name])
    assert text == recorded(name, text)


def test_mistakes_are_told_as_recorded(handbook: Path, printed: Print) -> None:
    """A part that no longer fits its total, and a chapter that cannot be read: two mistakes, the rest stands below."""
    for name, good, bad in (
        (OBJECTIVES, "dealer: {target: 70万元}", "dealer: {target: 60万元}"),
        (ORG, "manager: {", "manager：{"),
    ):
        path = handbook / name
        text = path.read_text(encoding="utf-8")
        assert text.count(good) == 1
        path.write_text(text.replace(good, bad), encoding="utf-8")
    text = printed(1, ["check"])
    assert text == recorded("check-mistakes.txt", text)
    heads = [line for line in text.splitlines() if " error  " in line and not line.startswith(" ")]
    assert len(heads) == 2


def test_the_export_adds_up() -> None:
    """The recorded figures by themselves: every sum, difference, product and month is what its inputs make."""
    figures = json.loads((HERE / "expected/export.json").read_text(encoding="utf-8"))["figures"]
    values = {(each["year"], each["address"]): each["value"] for each in figures}
    rules = {each["rule"] for each in figures}
    assert {"typed", "sum", "difference", "product", "growth", "allocation", "allocation-table", "share"} <= rules
    checked = 0
    for each in figures:
        inputs = [values[used["year"], used["address"]] for used in each["inputs"]]
        if isinstance(each["value"], str) and inputs and None not in inputs and each["rule"] in SUMS:
            assert Decimal(each["value"]) == SUMS[each["rule"]]([Decimal(value) for value in inputs]), each["address"]
            checked += 1
    assert checked > 20
    for year, total in ((2025, 800_000), (2026, 1_000_000)):
        months = [values[year, f"demo:objectives/revenue.target@M{month:02}"] for month in range(4, 10)]
        assert sum(map(Decimal, months)) == total


def _product(values: list[Decimal]) -> Decimal:
    result = Decimal(1)
    for value in values:
        result *= value
    return result


SUMS: dict[str, Callable[[list[Decimal]], Decimal]] = {
    "sum": lambda values: sum(values, Decimal()),
    "difference": lambda values: values[0] - values[1],
    "product": _product,
    "growth": lambda values: values[0] * (1 + values[1]),
    "share": lambda values: values[0] / values[1],
    "change": lambda values: values[0] / values[1] - 1,
}
"""What some rules compute, said here a second time."""
