"""When `plangen rollover` writes nothing, and what it writes into the settings."""

from pathlib import Path

import pytest
import yaml

from plangen.workspace import open_handbook
from unit.rollover.years import HEAD, PHASES, errors, roll, rolled, tree


@pytest.mark.parametrize("years", [(2026, 2026), (2026, 2028), (2026, 2025), (2024, 2025)])
def test_only_the_next_year(tmp_path: Path, years: tuple[int, int]) -> None:
    """Wrong usage; nothing is written."""
    result = rolled(tmp_path, {"phases.yml": PHASES}, years=years)
    assert result.exit_code == 2
    assert sorted(path.name for path in (tmp_path / "content").iterdir()) == ["2026", "handbook.yml", "shared"]


def test_a_year_that_exists(tmp_path: Path) -> None:
    """Twice is refused; nothing is changed."""
    assert rolled(tmp_path, {"phases.yml": PHASES}).exit_code == 0
    before = tree(tmp_path)
    result = roll(tmp_path)
    assert (result.exit_code, result.stderr) == (2, "plangen: 2027 年已经存在，没有改动\n")
    assert tree(tmp_path) == before


def test_a_year_with_errors(tmp_path: Path) -> None:
    """The first error is named; nothing is written."""
    result = rolled(tmp_path, {"phases.yml": "opening: {name: 开局期, start: 2026-13-01, end: 2026-02-01}\n"})
    assert result.exit_code == 1
    assert "2026 年还有 1 个错误" in result.stderr
    assert "content/2026/demo/phases.yml:1:29 PG208" in result.stderr
    assert not (tmp_path / "content/2027").exists()


@pytest.mark.parametrize("last", ["replace", "rename"])
def test_a_failure_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, last: str) -> None:
    """The disk refuses the settings, or the folder: all files are as before."""

    def refuse(path: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, last, refuse)
    result = rolled(tmp_path, {"phases.yml": PHASES})
    assert (result.exit_code, result.stderr) == (1, "plangen: No space left on device\n")
    assert sorted(tree(tmp_path)) == sorted(
        ["mkdocs.yml", "content/handbook.yml", "content/shared/dimensions.yml"]
        + [f"content/2026/demo/{name}" for name in ("plan.yml", "phases.yml")]
    )
    assert (tmp_path / "content/handbook.yml").read_text(encoding="utf-8") == HEAD


def test_waived_errors_are_open_again(tmp_path: Path) -> None:
    """Waivers are for their year: the copy is written, and the error is told."""
    waiver = "waivers:\n  - {code: OBJ101, year: 2026, reason: 原表如此, owner: boss, until: 2027-12-31}\n"
    objectives = "revenue: {name: 销售额, target: 120万元, channel: {dealer: 60万元, own-store: 40万元}}\n"
    result = rolled(tmp_path, {"handbook.yml": HEAD + waiver, "objectives.yml": objectives})
    assert result.exit_code == 0, result.output
    assert "没有带过来的豁免：1\n" in result.output
    assert "原来豁免、新的一年要处理的错误：1（OBJ101 " in result.output
    assert [each.split()[-1] for each in errors(tmp_path)] == ["OBJ101"]


@pytest.mark.parametrize(
    ("years", "added"),
    [
        ("years:\n  2026: {state: current}\n", "years:\n  2026: {state: current}\n  2027: {state: draft}\n"),
        ("years: {2026: {state: current}}  # 年\n", "years: {2026: {state: current}, 2027: {state: draft}}  # 年\n"),
        (
            "years:\n  2026:\n    title: 2026 版\n    scenarios: {base: 目标}\n# 完",
            "years:\n  2026:\n    title: 2026 版\n    scenarios: {base: 目标}\n  2027: SAID\n# 完",
        ),
        ("years: {}\n", "years: {2027: {state: draft}}\n"),
        ("", "years: {2027: {state: draft}}\n"),
    ],
)
def test_the_settings_get_a_draft(tmp_path: Path, years: str, added: str) -> None:
    """Spliced in, whatever the style; everything else stays."""
    assert rolled(tmp_path, {"handbook.yml": HEAD + years, "phases.yml": PHASES}).exit_code == 0
    said = "{state: draft, title: 2027 版, scenarios: {base: 目标}}"
    assert (tmp_path / "content/handbook.yml").read_text(encoding="utf-8") == HEAD + added.replace("SAID", said)
    handbook = open_handbook(tmp_path).handbook
    assert handbook is not None
    assert handbook.state(2027) == "draft"


def test_a_draft_never_becomes_the_current_year(tmp_path: Path) -> None:
    """Where the newest year is the current one, this is written down."""
    head = HEAD.replace("current: 2026\n", "")
    assert rolled(tmp_path, {"handbook.yml": head, "phases.yml": PHASES}).exit_code == 0
    settings = yaml.safe_load((tmp_path / "content/handbook.yml").read_text(encoding="utf-8"))
    assert settings["current"] == 2026
    assert open_handbook(tmp_path).current_year == 2026
