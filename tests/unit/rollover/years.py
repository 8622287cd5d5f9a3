"""Small years to roll over: files in, the copy out."""

from collections.abc import Mapping
from pathlib import Path

from click.testing import CliRunner, Result

from handbooks import write_handbook
from plangen.cli import main
from plangen.findings import Level, level_of
from plangen.values import Address, Key, write_quantity
from plangen.workspace import Workspace, open_handbook

HEAD = "format: 1\ntitle: 试验手册\ncurrent: 2026\nas_of: 2027-01-05\n"
ACTUALS = "objective,period,channel,value,as_of\n"
ORG = "roles: {boss: {name: 经理, headcount: 1人}, rep: {name: 业务员, headcount: 2人}}\n"

PHASES = """\
# 开局先跑完一轮
opening:
  name: 开局期   # 春节前
  start: 2026-01-31
  end: '2026-02-28'
  tasks:
    calls: {name: 电话, start: 2026-2-3, end: "2026-02-06", note: 2026 年照旧}
    later: {name: 以后, start: 待定, end: 待定}
"""


def rolled(root: Path, files: Mapping[str, str | bytes], *more: str, years: tuple[int, int] = (2026, 2027)) -> Result:
    """What the command says about a small handbook; the handbook is in the folder afterwards."""
    write_handbook(root, {"handbook.yml": HEAD, **files})
    return roll(root, *more, years=years)


def roll(root: Path, *more: str, years: tuple[int, int] = (2026, 2027)) -> Result:
    """What the command says about the handbook of a folder."""
    return CliRunner().invoke(main, ["-C", str(root), "rollover", *map(str, years), *more], prog_name="plangen")


def mark(root: Path, *names: str, year: int = 2027) -> Result:
    """Mark some names as reviewed."""
    options = ("--year", str(year), "--by", "boss", "--date", "2027-01-10")
    return CliRunner().invoke(main, ["-C", str(root), "reviewed", *names, *options], prog_name="plangen")


def copied(root: Path, name: str, year: int = 2027) -> str:
    """A file of the plan `demo` in the new year."""
    return (root / "content" / str(year) / "demo" / name).read_bytes().decode()


def errors(root: Path) -> list[str]:
    """The errors of a handbook that are not waived."""
    return [f"{f.span} {f.code}" for f in open_handbook(root).findings if level_of(f) is Level.ERROR and not f.waived]


def says(workspace: Workspace, address: str, year: int = 2027, scenario: str = "") -> str:
    """A figure as readers see it; empty where there is none."""
    figure = workspace.every_figure.get(Key(year, Address.parse(address, "demo"), scenario))
    return write_quantity(figure.quantity) if figure else ""


def tree(root: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}
