"""What `plangen new section` writes can be published as it is: every kind, in every language, in a new handbook."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from plangen.catalogue import kinds
from plangen.cli import main
from plangen.findings import CODES, message
from plangen.workspace import open_handbook


@pytest.mark.parametrize("language", ["zh", "zh-Hant", "en"])
def test_every_kind_can_be_added(language: str, tmp_path: Path) -> None:
    """Neither an error nor a warning, with all kinds side by side; the file names what the plan has."""
    run = CliRunner().invoke
    assert run(main, ["-C", str(tmp_path), "new", "handbook", ".", "--language", language]).exit_code == 0
    plan = next(tmp_path.glob("content/*/first-plan"))
    for name, kind in kinds().items():
        added = ["-C", str(tmp_path), "new", "section", name, "--plan", "first-plan", "--year", plan.parent.name]
        assert kind.is_first or run(main, added).exit_code == 0, name
        assert (plan / f"{name}.yml").is_file(), name
    found = [each for each in open_handbook(tmp_path).findings if CODES[each.code].level.value != "info"]
    assert [(each.code, str(each.span), message(each)) for each in found] == []
