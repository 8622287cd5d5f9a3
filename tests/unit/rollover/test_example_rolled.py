"""The example handbook rolled over: it passes the check, says the same, and owes what was typed."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest
import yaml
from click.testing import CliRunner

from house.source_tree import ROOT
from plangen.cli import main
from plangen.findings import Level, level_of
from plangen.values import Address, Key
from plangen.workspace import Workspace, open_handbook
from unit.rollover.years import roll

NAMED = {"name", "title", "tags", "was", "source"}
REFERENCES = {"owner", "parent", "reports_to", "cooperates", "to", "answer", "line", "share_of", "approver"}
REFERENCES |= {
    "actor",
    "asked_of",
    "assessor",
    "audience",
    "back_to",
    "base",
    "card",
    "conflict",
    "drivers",
    "exception",
}
REFERENCES |= {"forms", "measure", "part_of", "rep", "role", "scope", "tier", "trainer"}
CHOICES = {"kind", "sign", "counts", "better", "recipients", "award", "impact", "probability", "adds_up", "pair"}
NO_VALUES = NAMED | REFERENCES | CHOICES
"""Keys of the example under which no statement of the year stands, in any section; a mapping under one is an item."""
ALSO = {
    "campaigns": {"goal"},
    "channels": {"goal"},
    "documents": {"cycle"},
    "objectives": {"axis", "cross", "members", "rule", "time", "rollup", "season", "numerator", "denominator"},
    "org": {"unit"},
    "phases": {"after", "half"},
    "plan": {"unit", "region", "chapters"},
    "register": {"required", "unique", "type", "unit", "formula"},
    "review": {"status", "trend", "factors", "actions"},
    "routines": {"after"},
    "scorecards": {"period", "round", "annual"},
    "segments": {"customer_list"},
    "support": {"status"},
}
"""More of them by section: elsewhere these keys hold texts and numbers."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the example, with 2027."""
    root = tmp_path_factory.mktemp("example")
    copytree(ROOT / "content", root / "content")
    (root / "mkdocs.yml").write_bytes((ROOT / "mkdocs.yml").read_bytes())
    result = roll(root)
    assert result.exit_code == 0, result.output
    return root


@pytest.fixture(scope="module")
def workspace(root: Path) -> Workspace:
    """The handbook with 2027."""
    return open_handbook(root)


def test_it_passes_the_check(root: Path, workspace: Workspace) -> None:
    """No error in any year, and no warning but that nobody knows the holidays of a year that was not announced."""
    assert CliRunner().invoke(main, ["-C", str(root), "check"]).exit_code == 0
    told = [each for each in workspace.findings if level_of(each) is not Level.INFO and not each.waived]
    assert {(each.code, each.year) for each in told} <= {("ROU110", 2027)}


def test_typed_figures_are_equal(workspace: Workspace) -> None:
    """Of 2026 and 2027, in every scenario; but for the growth, which starts anew, and targets that follow from it.

    Results of a review that were formulas on last year's actuals are the values that they gave: nothing is reached yet.
    """

    def typed(year: int) -> dict[tuple[str, str], object]:
        figures = workspace.every_figure.values()
        mine = (figure for figure in figures if figure.key.year == year and figure.rule == "typed")
        return {(figure.key.scenario, str(figure.address)): figure.quantity for figure in mine}

    before, after = typed(2026), typed(2027)
    differ = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
    revenue = "adhesives/east-china:objectives/revenue"
    growths = {(scenario, f"{revenue}.growth") for scenario in ("", "floor", "stretch")}
    results = {key for key in differ if ":review/" in key[1]}
    assert differ - results == growths | {("floor", f"{revenue}.target"), ("stretch", f"{revenue}.target")}
    figures = workspace.every_figure
    for scenario, address in results:
        old, new = (figures[Key(year, Address.parse(address), scenario)] for year in (2026, 2027))
        assert (old.rule, new.rule, new.quantity) == ("formula", "typed", old.quantity), address
    assert len(before) > 150


def test_targets_are_those_of_the_year_before(workspace: Workspace) -> None:
    """Every planned total, in every scenario: what was computed in 2026 is computed in 2027."""
    figures = workspace.every_figure
    targets = [key for key in figures if key.year == 2026 and key.address.measure == "target" and not key.address.facet]
    for key in targets:
        assert figures[key._replace(year=2027)].quantity == figures[key].quantity, str(key)


def scalars(node: object, kind: str, key: str = "") -> Iterator[str]:
    """Every text of a YAML tree that is no name, reference or choice: an independent count of what can be outdated."""
    if isinstance(node, dict):
        for name, inner in node.items():
            known = name in NO_VALUES or name in ALSO.get(kind, ())
            if name not in ("covers", "at") and (isinstance(inner, dict) or not known):
                yield from scalars(inner, kind, str(name))
    elif isinstance(node, list):
        for inner in node:
            yield from scalars(inner, kind, key)
    elif node != "null":
        yield f"{key}={node}"


def typed_in(path: Path) -> Iterator[str]:
    """The same of a file: of a section, of a plan's head, or of a scenario, which holds sections."""
    tree = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 (texts only: 12:00 is no 720)
    for kind, inner in tree.items() if path.parent.name == "scenarios" else [(path.stem, tree)]:
        yield from scalars({kind: inner}, "") if not isinstance(inner, dict) else scalars(inner, kind)


def cells(path: Path) -> Iterator[str]:
    """What a list of customers says of the year: days, numbers and notes, no names and no tiers."""
    for row in csv.DictReader(path.open(encoding="utf-8")):
        yield from (text for name, text in row.items() if text and name not in ("编号", "名称", "等级", "上期等级"))


def pieces(text: str) -> list[str]:
    """The paragraphs of a narrative: an independent count."""
    body = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
    body = re.sub(r"(?ms)^ *```.*?^ *```$", "", re.sub(r"<!--.*?-->", "", body, flags=re.DOTALL))
    parts = [part for part in re.split(r"\n[ \t]*\n", body) if part.strip()]
    return [part for part in parts if any(line and not line.startswith("#") for line in part.split("\n"))]


def test_everything_is_listed(root: Path) -> None:
    """As many lines as there are texts and numbers in the copy's files, counted by another reader."""
    year, expected = root / "content/2027", 0
    for path in sorted(year.rglob("*")):
        if path.suffix == ".md":
            expected += len(pieces(path.read_text(encoding="utf-8")))
        elif path.suffix == ".csv" and path.name != "review.csv":
            expected += len([*cells(path)])
        elif path.suffix == ".yml" and "shared" not in path.parts:
            expected += len([*typed_in(path)])
    rows = [row for path in year.rglob("review.csv") for row in csv.reader(path.open(encoding="utf-8"))]
    assert len(rows) - len([*year.rglob("review.csv")]) == expected
    assert all(row[4:] == ["", ""] for row in rows if row[0] != "address")


def test_the_copy_has_pages(workspace: Workspace) -> None:
    """The book of 2027 is made, its numbers filled in; where nothing changed there is no page of changes."""
    books = [{page.path for page in workspace.book(year).pages} for year in (2026, 2027)]
    assert {path for path in books[1] ^ books[0] if "changes" not in path} == set()
