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
from plangen.values import Quantity
from plangen.workspace import Workspace, open_handbook
from unit.rollover.years import roll

REFERENCES = {"source", "owner", "was", "chapters", "parent", "reports_to", "cooperates", "unit", "to", "after"}
REFERENCES |= {"answer", "line", "axis", "members", "cross", "season", "numerator", "denominator", "share_of"}
REFERENCES |= {"approver", "covers"}
NO_VALUES = REFERENCES | {"name", "title", "tags", "rule", "time", "rollup", "pair"}
"""Keys of the example below which no statement of the year stands: names, references, choices."""


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
    """No error, and no warning but that nobody knows the holidays of 2027 yet."""
    assert CliRunner().invoke(main, ["-C", str(root), "check"]).exit_code == 0
    loud = [finding for finding in workspace.findings if level_of(finding) is not Level.INFO and not finding.waived]
    assert {(finding.code, finding.year) for finding in loud} == {("ROU110", 2027)}


def same(one: Quantity, other: object) -> bool:
    """Whether two quantities say the same; of two that are not set nobody asks for the unit."""
    return one == other or (one.unset and getattr(other, "unset", False))


def test_typed_figures_are_equal(workspace: Workspace) -> None:
    """Of 2026 and 2027, in every scenario; but for the growth, which starts anew, and targets that follow from it."""

    def typed(year: int) -> dict[tuple[str, str], object]:
        figures = workspace.every_figure.values()
        mine = (figure for figure in figures if figure.key.year == year and figure.rule == "typed")
        return {(figure.key.scenario, str(figure.address)): figure.quantity for figure in mine}

    before, after = typed(2026), typed(2027)
    differ = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
    revenue = "adhesives/east-china:objectives/revenue"
    growths = {(scenario, f"{revenue}.growth") for scenario in ("", "floor", "stretch")}
    reviewed = {key for key in differ if ":review/" in key[1]}
    # Formulas on what only 2025 had, in the reviews of 2026, are now what they gave: 待定 where that was nothing.
    given = {str(key.address): figure.quantity for key, figure in workspace.every_figure.items() if key.year == 2026}
    changed = [key for key in reviewed if not same(given[key[1]], after[key])]
    assert changed == []
    assert differ == growths | reviewed | {("floor", f"{revenue}.target"), ("stretch", f"{revenue}.target")}
    assert len(before) > 150


def test_targets_are_those_of_the_year_before(workspace: Workspace) -> None:
    """Every planned total, in every scenario: what was computed in 2026 is computed in 2027."""
    figures = workspace.every_figure
    targets = [key for key in figures if key.year == 2026 and key.address.measure == "target" and not key.address.facet]
    for key in targets:
        assert figures[key._replace(year=2027)].quantity == figures[key].quantity, str(key)


def scalars(node: object, key: str = "") -> Iterator[str]:
    """Every text of a YAML tree that is no name, reference or choice: an independent count of what can be outdated."""
    if isinstance(node, dict):
        for name, inner in node.items():
            if str(name) not in NO_VALUES:
                yield from scalars(inner, str(name))
    elif isinstance(node, list):
        for inner in node:
            yield from scalars(inner, key)
    elif node is not None:
        yield f"{key}={node}"


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
        elif path.suffix == ".yml" and "shared" not in path.parts:
            tree = yaml.safe_load(path.read_text(encoding="utf-8"))
            expected += len([*scalars(tree)])
    rows = [row for path in year.rglob("review.csv") for row in csv.reader(path.open(encoding="utf-8"))]
    assert len(rows) - len([*year.rglob("review.csv")]) == expected
    assert all(row[4:] == ["", ""] for row in rows if row[0] != "address")


def test_the_copy_has_pages(workspace: Workspace) -> None:
    """The book of 2027 is made, its numbers filled in; where nothing changed there is no page of changes."""
    books = [{page.path for page in workspace.book(year).pages} for year in (2026, 2027)]
    assert {path for path in books[1] ^ books[0] if "changes" not in path} == set()
