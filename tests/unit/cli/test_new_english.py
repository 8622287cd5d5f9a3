"""`plangen new` in English and in traditional Chinese: all that it writes speaks the language of the handbook."""

import re
from decimal import Decimal
from pathlib import Path

from click.testing import CliRunner

from plangen.catalogue import kinds
from plangen.cli import main
from plangen.values import Key
from plangen.workspace import open_handbook
from unit.cli.test_new import problems, tree

HAN = re.compile(r"[\u4e00-\u9fff]")


def numbers(root: Path) -> dict[Key, tuple[Decimal | None, Decimal | None, bool]]:
    """What every figure is, whatever its unit is called; counts by tag have names that are words."""
    found = open_handbook(root).figures.items()
    quantities = {key: figure.quantity for key, figure in found if key.address.measure != "tagged"}
    return {key: (each.low, each.high, each.about) for key, each in quantities.items()}


def test_a_new_handbook_in_english(tmp_path: Path) -> None:
    """Nothing is Chinese but the unit of money on the pages; its figures are those of the Chinese one."""
    for language in ("zh", "en"):
        command = ["-C", str(tmp_path), "new", "handbook", language, "--language", language]
        assert CliRunner().invoke(main, command).exit_code == 0
    english = {name: text.decode() for name, text in tree(tmp_path / "en").items()}
    han = [f"{name}: {line}" for name, text in english.items() for line in text.splitlines() if HAN.search(line)]
    assert han == ["content/2026/first-plan/plan.yml: unit: 万元"]
    assert problems(tmp_path / "en") == []
    one, other = (numbers(tmp_path / language) for language in ("zh", "en"))
    assert one == other


def test_what_is_added_speaks_the_language_of_the_handbook(tmp_path: Path) -> None:
    """A year, a plan, a section and a scenario of an English handbook."""
    commands = (
        ["new", "handbook", ".", "--language", "en"],
        ["new", "plan", "second"],
        ["new", "section", "objectives", "--plan", "second"],
        ["new", "scenario", "low", "--plan", "second"],
        ["new", "year", "2027"],
    )
    for command in commands:
        years = ["--year", "2026"] if command[1] in ("plan", "section", "scenario") else []
        result = CliRunner().invoke(main, ["-C", str(tmp_path), *command, *years])
        assert result.exit_code == 0, result.output
    written = {name: text.decode() for name, text in tree(tmp_path).items() if "second" in name or "2027/index" in name}
    assert len(written) == 6
    lines = [line for text in written.values() for line in text.splitlines() if HAN.search(line)]
    assert [line for line in lines if "unit: " not in line] == []


def test_a_new_handbook_in_traditional_chinese(tmp_path: Path) -> None:
    """Names, comments and units have no simplified letter; the figures are those of the simplified one."""
    for language in ("zh-Hans", "zh-Hant"):
        command = ["-C", str(tmp_path), "new", "handbook", language, "--language", language]
        assert CliRunner().invoke(main, command).exit_code == 0
        for kind in ("register", "segments", "routines"):
            added = ["-C", str(tmp_path / language), "new", "section", kind, "--plan", "first-plan", "--year", "2026"]
            assert CliRunner().invoke(main, added).exit_code == 0
    written = {name: text.decode() for name, text in tree(tmp_path / "zh-Hant").items()}
    assert [line for text in written.values() for line in text.splitlines() if is_simplified(line)] == []
    assert "language: zh-Hant" in written["content/handbook.yml"]
    assert "# 階段按先後寫" in written["content/2026/first-plan/phases.yml"]
    assert problems(tmp_path / "zh-Hant") == problems(tmp_path / "zh-Hans")
    one, other = (numbers(tmp_path / language) for language in ("zh-Hans", "zh-Hant"))
    assert one == other


def is_simplified(line: str) -> bool:
    """Whether a line has a letter that traditional Chinese has not."""
    return any(not letter.encode("big5", "ignore") for letter in line if "\u4e00" <= letter <= "\u9fff")


def test_comments_of_a_chinese_handbook_are_chinese(tmp_path: Path) -> None:
    """Every comment of every example has something Chinese, unless it is a line of YAML or a sign."""
    comments = [
        (kind.name, text)
        for kind in kinds().values()
        for text in re.findall(r"# (?![\w-]+: )([^\n]+)", kind.example())
        if not HAN.search(text)
    ]
    assert comments == [("risks", "low、medium、high")]
