"""Versions by name: years, scenarios, git revisions and folders, the order in which they are tried, the refusals."""

from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from handbooks import HANDBOOK, write_handbook
from plangen.cli._opened import OpenedType
from plangen.values import Address, Key, write_quantity
from plangen.versions import Opened, Refusal, Versions
from plangen.workspace import open_handbook
from repositories import commit, run_git

TARGET = "revenue: {name: 销售额, target: %s}\n"
DAYLESS = HANDBOOK.replace("as_of: 2026-01-05\n", "")


def files(target: str) -> dict[str, str]:
    """A handbook of 2025 and 2026 whose 2026 has a scenario; it names no day."""
    return {
        "handbook.yml": DAYLESS,
        "shared/dimensions.yml": "region: {name: 区域, members: {zhejiang: {name: 浙江}}}\n",
        "2025/demo/plan.yml": "name: 试验计划\n",
        "2025/demo/objectives.yml": TARGET % "80万元",
        "2026/demo/plan.yml": "name: 试验计划\n",
        "2026/demo/objectives.yml": TARGET % target,
        "2026/demo/scenarios/stretch.yml": "name: 挑战\nobjectives: {revenue: {target: 300万元}}\n",
    }


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """`main~1` has 100万元 for 2026, `main` 110万元, the folder 120万元; `other` is another checkout with 130万元."""
    here = tmp_path / "here"
    here.mkdir()
    write_handbook(here, files("100万元"), plain=True)
    commit(here, "2026-02-01")
    write_handbook(here, files("110万元"), plain=True)
    commit(here, "2026-03-01")
    write_handbook(here, files("120万元"), plain=True)
    (here / "other").mkdir()
    write_handbook(here / "other", files("130万元"), plain=True)
    return here


def target(found: Opened | Refusal, year: int = 2026) -> str:
    """The revenue of a version."""
    assert isinstance(found, Opened), found
    key = Key(year, Address.parse("demo:objectives/revenue.target"), found.scenario)
    return write_quantity(found.workspace.every_figure[key].quantity).replace(" ", "")


def open_version(root: Path, text: str) -> Opened | Refusal:
    """The version of the handbook in a folder that a text names."""
    return Versions(root).open(text)


def refused(root: Path, text: str) -> tuple[str, int]:
    """The English sentence of a refusal and its exit status."""
    found = open_version(root, text)
    assert isinstance(found, Refusal)
    assert found.zh.startswith(f"{text}：")
    assert "{" not in found.zh
    return found.en.removeprefix(f"{text}: "), found.status


@pytest.mark.parametrize(
    ("text", "expected", "years", "scenario"),
    [
        ("2026", "120万元", (2026,), ""),
        ("2026@stretch", "300万元", (2026,), "stretch"),
        ("2026@base", "120万元", (2026,), ""),
        ("main:2026", "110万元", (2026,), ""),
        ("HEAD~1:2026", "100万元", (2026,), ""),
        ("main~1:2026@stretch", "300万元", (2026,), "stretch"),
        ("main~1", "100万元", (2025, 2026), ""),
        ("./other", "130万元", (2025, 2026), ""),
        ("other", "130万元", (2025, 2026), ""),
        ("other:2026", "130万元", (2026,), ""),
        ("./other/:2026@stretch", "300万元", (2026,), "stretch"),
        (".", "120万元", (2025, 2026), ""),
        ("main^{commit}:2026", "110万元", (2026,), ""),
    ],
)
def test_what_is_opened(root: Path, text: str, expected: str, years: tuple[int, ...], scenario: str) -> None:
    """Each form, with its years and scenario; the label is what was typed."""
    found = open_version(root, text)
    assert target(found) == expected
    assert isinstance(found, Opened)
    assert (found.years, found.scenario, found.label) == (years, scenario, text)


def test_four_digits_are_a_year_first(root: Path) -> None:
    """Though a branch is called so; its full name leads to it."""
    run_git(root, "branch", "2026", "HEAD~1")
    assert target(open_version(root, "2026")) == "120万元"
    assert target(open_version(root, "heads/2026")) == "100万元"
    run_git(root, "branch", "2031")
    assert refused(root, "2031") == ("the handbook has no year 2031; it has: 2025, 2026", 2)


def test_a_folder_without_separator_comes_after_a_revision(root: Path) -> None:
    """`other` is a branch now; `./other` still is the folder. A branch with a separator gives way to a handbook."""
    run_git(root, "branch", "other", "HEAD~1")
    assert target(open_version(root, "other:2026")) == "100万元"
    assert target(open_version(root, "./other:2026")) == "130万元"
    run_git(root, "branch", "draft/sales", "HEAD~1")
    (root / "draft/sales").mkdir(parents=True)
    assert target(open_version(root, "draft/sales")) == "100万元"
    write_handbook(root / "draft/sales", files("140万元"), plain=True)
    assert target(open_version(root, "draft/sales")) == "140万元"


def test_a_folder_from_anywhere(root: Path, tmp_path: Path) -> None:
    """A path may be absolute; nothing there needs git."""
    (tmp_path / "apart").mkdir()
    write_handbook(tmp_path / "apart", {})
    found = open_version(root, f"{tmp_path / 'apart'}:2026")
    assert isinstance(found, Opened)
    assert found.workspace.root == tmp_path / "apart"


def test_today_is_the_day_of_the_revision(root: Path) -> None:
    """No clock, and not the day of a later commit."""
    for text, day in (("main~1", "2026-02-01"), ("main", "2026-03-01")):
        found = open_version(root, text)
        assert isinstance(found, Opened)
        assert found.workspace.handbook
        assert str(found.workspace.handbook.as_of.value) == day


def test_findings_and_pages_are_those_of_the_revision(root: Path) -> None:
    """As if it were checked out: findings, excerpts, a whole book."""
    write_handbook(root, {**files("1万元"), "2026/demo/oops.yml": "a: 1\n"}, plain=True)
    (root / "other/mkdocs.yml").unlink()
    commit(root)
    on_disk = open_handbook(root)
    found = open_version(root, "HEAD")
    assert isinstance(found, Opened)
    assert found.workspace.findings == on_disk.findings
    assert found.workspace.findings
    span = found.workspace.findings[0].span
    assert found.workspace.excerpt(span) == on_disk.excerpt(span)
    assert not found.workspace.is_empty
    pages, others = (
        {page.path: page.markdown for page in each.book(2026).pages} for each in (found.workspace, on_disk)
    )
    assert pages == others


def test_links_to_pages_of_the_site_are_judged_by_the_revision(root: Path) -> None:
    """A page beside the plan, in the folder of the site's own pages, that is gone since."""
    (root / "mkdocs.yml").write_text("site_name: x\ndocs_dir: pages\nplugins: [plangen]\n")
    (root / "pages").mkdir()
    (root / "pages/about.md").write_text("# about\n")
    write_text = {"2026/demo/index.md": "[a](/about.md) [b](/gone.md)\n"}
    mkdocs = (root / "mkdocs.yml").read_text()
    write_handbook(root, {**files("1万元"), **write_text}, plain=True)
    (root / "mkdocs.yml").write_text(mkdocs)
    commit(root)
    expected = [str(finding.span) for finding in open_handbook(root).findings]
    (root / "pages/about.md").unlink()
    found = open_version(root, "HEAD")
    assert isinstance(found, Opened)
    assert [str(finding.span) for finding in found.workspace.findings] == expected


@pytest.mark.parametrize(("text", "expected"), [("2026@stretch", "300"), ("2026", "120"), ("main:2026@base", "110")])
def test_the_scope_is_that_of_the_scenario(root: Path, text: str, expected: str) -> None:
    """Its plans and its figures, under keys that name no scenario."""
    found = open_version(root, text)
    assert isinstance(found, Opened)
    scope = found.scope(2026)
    figure = scope.figures[Key(2026, Address.parse("demo:objectives/revenue.target"))]
    assert write_quantity(figure.quantity) == f"{expected} 万元"
    [entry] = [each for (_, kind, _), each in scope.entries.items() if kind == "objectives"]
    assert write_quantity(dict(entry.quantities())["target"]) == f"{expected} 万元"


@pytest.mark.parametrize(
    ("text", "sentence", "status"),
    [
        ("2024", "the handbook has no year 2024; it has: 2025, 2026", 2),
        ("main:2024", "the handbook has no year 2024; it has: 2025, 2026", 2),
        ("other:1999", "the handbook has no year 1999; it has: 2025, 2026", 2),
        ("2026@strech", "2026 has no scenario strech; it has: base, stretch", 2),
        ("main:2026@x", "2026 has no scenario x; it has: base, stretch", 2),
        ("2025@stretch", "2025 has no scenario stretch; it has: —", 2),
        ("20261", "there is no revision 20261", 2),
        ("mian:2026", "there is no revision mian; did you mean main", 2),
        ("content/2026", "there is no revision content/2026, and no handbook lies in that folder", 2),
        ("--output=x", "'--output=x' is no revision", 2),
        (":2026", "there is no revision :2026", 2),
    ],
)
def test_refusals(root: Path, text: str, sentence: str, status: int) -> None:
    """One sentence that begins with what was typed and names what there is."""
    assert refused(root, text) == (sentence, status)


def test_a_scenario_with_errors_has_no_figures(root: Path) -> None:
    """It exists, so the content is refused and not the name."""
    write_handbook(root, {**files("1万元"), "2026/demo/scenarios/stretch.yml": "objectives: {revnue: 1}\n"}, plain=True)
    assert refused(root, "2026@stretch") == ("the scenario stretch has errors and no figures; see plangen check", 1)


def test_a_revision_before_the_handbook(tmp_path: Path) -> None:
    """No content folder yet; a content folder without a readable head."""
    (tmp_path / "README").write_text("soon")
    first = commit(tmp_path)
    write_handbook(tmp_path, {"handbook.yml": "format: 9\n"}, plain=True)
    commit(tmp_path)
    assert refused(tmp_path, "HEAD~1:2026") == (f"{first[:7]} has no content folder content/", 2)
    assert refused(tmp_path, "HEAD") == ("no handbook can be read there; see plangen check", 1)
    assert refused(tmp_path, "2026") == ("no handbook can be read there; see plangen check", 1)


def test_without_git_years_and_folders_work(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only revisions need it."""
    monkeypatch.setenv("PATH", "")
    assert target(open_version(root, "2026")) == "120万元"
    assert target(open_version(root, "./other:2026")) == "130万元"
    assert target(open_version(root, "other:2026")) == "130万元"
    assert refused(root, "main:2026") == ("git cannot be run; it is needed to read a revision", 2)


def test_a_damaged_clone_is_a_refusal(root: Path) -> None:
    """Found, but not readable to its end."""
    oid = run_git(root, "rev-parse", "HEAD:content/handbook.yml")
    (root / ".git/objects" / oid[:2] / oid[2:]).unlink()
    sentence, _ = refused(root, "main:2026")
    assert sentence.startswith(("git failed", "the clone lacks"))


def test_versions_share_what_they_read(root: Path) -> None:
    """Two years of one checkout or one commit, by whatever name, are one workspace."""
    versions = Versions(root)
    opened = [versions.open(text) for text in ("2025", "2026@stretch", ".", "main:2025", "HEAD", "main~1")]
    workspaces = [id(each.workspace) for each in opened if isinstance(each, Opened)]
    assert [workspaces.index(each) for each in workspaces] == [0, 0, 0, 3, 3, 5]


@click.group()
@click.option("-C", "root", default=".")
def tool(root: str) -> None:
    """Stands for plangen."""


@tool.command()
@click.argument("a", type=OpenedType())
@click.argument("b", type=OpenedType())
def compare(a: Opened, b: Opened) -> None:
    """Stands for a command that takes two versions."""
    click.echo(f"{a.label} {b.label} {a.workspace is b.workspace}")


def run(root: Path, *args: str) -> Result:
    """The command on a handbook."""
    return CliRunner().invoke(tool, ["-C", str(root), "compare", *args])


def test_the_argument_opens_or_refuses(root: Path) -> None:
    """In the handbook's language, with the refusal's exit status; both arguments share what was read."""
    assert run(root, "2025", "2026").stdout == "2025 2026 True\n"
    assert run(root, "2025", "main:2025").stdout == "2025 main:2025 False\n"
    result = run(root, "2025", "2024")
    assert (result.exit_code, result.stderr) == (2, "plangen: 2024：手册里没有 2024 年；有：2025, 2026\n")
    english = (root / "content/handbook.yml").read_text() + "language: en\n"
    (root / "content/handbook.yml").write_text(english.replace("language: zh-Hans\n", ""))
    assert run(root, "2024", "2025").stderr == "plangen: 2024: the handbook has no year 2024; it has: 2025, 2026\n"


@pytest.mark.parametrize(
    ("begun", "expected"),
    [
        ("", ["2025", "2026", "main", "v1"]),
        ("202", ["2025", "2026"]),
        ("m", ["main"]),
        ("2026@", ["2026@base", "2026@stretch"]),
        ("2026@s", ["2026@stretch"]),
        ("main:", ["main:2025", "main:2026"]),
        ("main:2026@s", ["main:2026@stretch"]),
        ("./other:20", ["./other:2025", "./other:2026"]),
        ("nosuch:", []),
        ("1999@", []),
    ],
)
def test_completion(root: Path, begun: str, expected: list[str]) -> None:
    """Years and revisions, years of a revision or folder, scenarios of a year."""
    run_git(root, "tag", "v1")
    context = click.Context(tool)
    context.params = {"root": str(root)}
    parameter = click.Argument(["a"], type=OpenedType())
    items = OpenedType().shell_complete(context, parameter, begun)
    assert [item.value for item in items] == expected
