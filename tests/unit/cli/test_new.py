"""`plangen new`: what it writes passes the check, and nothing is ever overwritten or left half-written."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from plangen.catalogue import kinds
from plangen.cli import main
from plangen.findings import Level, level_of
from plangen.model import RESERVED_PLANS
from plangen.scaffold import placing
from plangen.workspace import open_handbook
from unit.cli.tiny import Run


def problems(root: Path, *levels: Level) -> list[str]:
    """What is wrong with a handbook: its errors and warnings, or findings of other levels."""
    asked = levels or (Level.ERROR, Level.WARNING)
    return [f"{each.span} {each.code}" for each in open_handbook(root).findings if level_of(each) in asked]


def tree(root: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize("year", ["2026", "2031"])
def test_new_handbook(tmp_path: Path, year: str) -> None:
    """Everything that is needed, with the kinds of sections that a plan begins with; no finding but notes."""
    result = CliRunner().invoke(main, ["-C", str(tmp_path), "new", "handbook", "h", "--year", year])
    assert result.exit_code == 0
    written = tree(tmp_path / "h")
    plan = f"content/{year}/first-plan"
    sections = [f"{plan}/{name}.yml" for name, kind in kinds().items() if kind.is_first]
    assert len(sections) == 6
    assert sorted(written) == sorted(
        [
            ".gitignore", "README.md", "mkdocs.yml", "content/handbook.yml", "content/shared/dimensions.yml",
            f"content/{year}/index.md", f"{plan}/plan.yml", f"{plan}/index.md", *sections,
        ]
    )  # fmt: skip
    assert sorted(result.stdout.splitlines()) == sorted((tmp_path / "h" / name).as_posix() for name in written)
    assert problems(tmp_path / "h") == []
    assert open_handbook(tmp_path / "h").years == (int(year),)


def test_new_handbook_in_an_empty_folder(tmp_path: Path) -> None:
    """The folder itself stays; nothing but the handbook is in it."""
    assert CliRunner().invoke(main, ["-C", str(tmp_path), "new", "handbook", "."]).exit_code == 0
    assert {path.name for path in tmp_path.iterdir()} == {".gitignore", "README.md", "mkdocs.yml", "content"}


def test_new_handbook_refuses_a_folder_that_holds_something(tmp_path: Path) -> None:
    """Exit status 2, nothing changed."""
    (tmp_path / "note.txt").write_text("mine", encoding="utf-8")
    result = CliRunner().invoke(main, ["-C", str(tmp_path), "new", "handbook", "."])
    assert result.exit_code == 2
    assert tree(tmp_path) == {"note.txt": b"mine"}
    assert CliRunner().invoke(main, ["-C", str(tmp_path), "new", "handbook", "note.txt"]).exit_code == 2


@pytest.mark.parametrize("folder", [".", "a/b"])
def test_a_failure_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str) -> None:
    """The disk refuses the third file, or the last step: one sentence, exit status 1, no file."""
    real, calls = Path.rename, []

    def rename(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == (3 if folder == "." else 1):
            raise OSError(28, "No space left on device")
        return real(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    result = CliRunner().invoke(main, ["-C", str(tmp_path), "new", "handbook", folder])
    assert (result.exit_code, result.stderr) == (1, "plangen: No space left on device\n")
    assert tree(tmp_path) == {}

    def write(path: Path, text: str) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(placing, "write", write)
    assert CliRunner().invoke(main, ["-C", str(tmp_path), "new", "handbook", folder]).exit_code == 1
    assert tree(tmp_path) == {}


def test_new_year(run: Run, handbook: Path) -> None:
    """A home page and the heads of the plans, in the year's folder; what belongs to the old year stays there."""
    head = "name: '8848'\ntitle: 2026 年示范计划\nsummary: 头一年\nperiod: M06..M12\n"
    head += "owner: boss\nsource: S-1\ncovers: {channel: dealer}\n"
    (handbook / "content/2026/demo/plan.yml").write_text(head + "chapters: [objectives]\n", encoding="utf-8")
    assert run("new", "year", "2027").exit_code == 0
    assert sorted(tree(handbook / "content/2027")) == ["demo/plan.yml", "index.md"]
    kept = (handbook / "content/2027/demo/plan.yml").read_text(encoding="utf-8")
    assert kept == "name: '8848'\ntitle: 2027 年示范计划\nperiod: M06..M12\ncovers:\n  channel: dealer\n"
    assert [each for each in problems(handbook) if "/2027/" in each] == []


def test_new_year_that_exists(run: Run, handbook: Path) -> None:
    """Exit status 2, nothing changed."""
    before = tree(handbook)
    assert run("new", "year", "2026").exit_code == 2
    assert tree(handbook) == before


@pytest.mark.parametrize("year", ["26", "abc", "20266"])
def test_new_year_that_is_none(run: Run, year: str) -> None:
    """Wrong usage."""
    assert run("new", "year", year).exit_code == 2


def test_new_plan(run: Run, handbook: Path) -> None:
    """A plan, then one below it."""
    assert run("new", "plan", "north", "--year", "2026").exit_code == 0
    assert run("new", "plan", "north/beijing", "--year", "2026").exit_code == 0
    assert sorted(tree(handbook / "content/2026/north")) == [
        "beijing/index.md",
        "beijing/plan.yml",
        "index.md",
        "plan.yml",
    ]
    assert problems(handbook) == []


@pytest.mark.parametrize(
    ("path", "year", "said"),
    [
        ("north/beijing", "2026", "2026 年没有计划 north，先建它"),
        ("demo", "2026", "已经存在"),
        ("Q1", "2026", "“Q1”不能当编号"),
        ("../out", "2026", "“..”不能当编号"),
        ("/abs", "2026", "“”不能当编号"),
        ("shared", "2026", "shared 是保留的名字"),
        ("checks", "2026", "checks 是保留的名字"),
        ("index", "2026", "index 是保留的名字"),
        ("demo/plan", "2026", "plan 是保留的名字"),
        ("north", "2031", "手册里没有 2031 年"),
    ],
)
def test_new_plan_refuses(run: Run, handbook: Path, path: str, year: str, said: str) -> None:
    """Wrong usage, in one sentence; nothing changed."""
    before = tree(handbook)
    result = run("new", "plan", path, "--year", year)
    assert result.exit_code == 2
    assert said in result.stderr
    assert tree(handbook) == before


IDS = ["Q1", "bad name", "", "../../x", "/etc/x", "previous"]


def test_new_plan_refuses_in_a_process_of_its_own(handbook: Path) -> None:
    """A bad id, as the first thing that a process does, and a folder without a handbook: a sentence each."""
    code = (
        "import sys; from click.testing import CliRunner; from plangen.cli import main\n"
        "for name in sys.argv[2:]:\n"
        "    done = CliRunner().invoke(main, ['-C', sys.argv[1], 'new', 'plan', name, '--year', '2026'])\n"
        "    print(done.exit_code, done.stderr, end='')"
    )

    def said(folder: Path, *names: str) -> list[str]:
        command = [sys.executable, "-c", code, str(folder), *names]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()

    shown = [f"2 plangen: “{name}”不能当编号" for name in ("Q1", "bad name", "", "..", "", "previous")]
    assert said(handbook, *IDS) == shown
    assert said(handbook / "content", "x") == ["1 plangen: 这里没有读得出的手册，先看 plangen check"]


def test_new_plan_beside_a_page_of_its_name(run: Run, handbook: Path) -> None:
    """Two pages cannot have one address: nothing is written, and the error is named that would have come."""
    (handbook / "content/2026/demo/market.md").write_text("市场\n", encoding="utf-8")
    before = tree(handbook)
    for name in ("market", "objectives"):
        result = run("new", "plan", f"demo/{name}", "--year", "2026")
        assert (result.exit_code, tree(handbook)) == (1, before)
        assert "PG606" in result.stderr


def test_the_reader_refuses_the_names_that_new_plan_refuses(run: Run, handbook: Path) -> None:
    """One list."""
    for name in RESERVED_PLANS:
        assert run("new", "plan", name, "--year", "2026").exit_code == 2
        (handbook / "content/2026" / name).mkdir()
        (handbook / "content/2026" / name / "plan.yml").write_text("name: x\n", encoding="utf-8")
    assert [each.partition(" ")[2] for each in problems(handbook)] == ["PG217"] * len(RESERVED_PLANS)


def test_new_section_that_would_not_agree_with_the_plan_above(
    run: Run, handbook: Path, objectives: Callable[[str, str], None]
) -> None:
    """The example's revenue would not add up to that of the plan above: it is left out, the rest is written."""
    objectives("target: 100万元", "target: 100万元\n  rollup: children")
    run("new", "plan", "demo/north", "--year", "2026")
    assert run("new", "section", "objectives", "--plan", "demo/north", "--year", "2026").exit_code == 0
    written = (handbook / "content/2026/demo/north/objectives.yml").read_text(encoding="utf-8")
    assert "new-customers:" in written
    assert "revenue:" not in written
    assert problems(handbook, Level.ERROR) == []


def test_new_section_of_which_nothing_agrees(run: Run, handbook: Path, objectives: Callable[[str, str], None]) -> None:
    """Exit status 1, with the error that would have come; nothing is written."""
    totals = "new-customers: {name: 新客户, target: 1家, rollup: children}\nrevenue:\n  rollup: children"
    objectives("revenue:", totals)
    run("new", "plan", "demo/north", "--year", "2026")
    before = tree(handbook)
    result = run("new", "section", "objectives", "--plan", "demo/north", "--year", "2026")
    assert (result.exit_code, tree(handbook)) == (1, before)
    assert "OBJ101" in result.stderr


@pytest.mark.parametrize("kind", list(kinds()))
def test_new_section(run: Run, handbook: Path, kind: str) -> None:
    """Each kind, in a plan that has nothing and a handbook whose dimensions are its own: no error."""
    run("new", "plan", "north", "--year", "2026")
    result = run("new", "section", kind, "--plan", "north", "--year", "2026")
    assert result.exit_code == 0, result.stderr
    path = handbook / f"content/2026/north/{kind}.yml"
    assert result.output == f"{path.as_posix()}\n"
    assert problems(handbook, Level.ERROR) == []


def test_new_section_without_what_the_handbook_does_not_know(run: Run, handbook: Path) -> None:
    """The tiny handbook has no axis region: the example's spread over regions is left out, the rest stays."""
    (handbook / "content/2026/demo/objectives.yml").unlink()
    assert run("new", "section", "objectives", "--plan", "demo", "--year", "2026").exit_code == 0
    text = (handbook / "content/2026/demo/objectives.yml").read_text(encoding="utf-8")
    assert "zhejiang" not in text
    assert "own-store" in text


@pytest.mark.parametrize(
    ("kind", "plan", "said"),
    [
        ("objectives", "demo", "已经存在"),
        ("objectivs", "demo", "没有名为 objectivs 的章节，是不是“objectives”？"),
        ("budget", "dem", "2026 年没有计划 dem，是不是“demo”？"),
    ],
)
def test_new_section_refuses(run: Run, handbook: Path, kind: str, plan: str, said: str) -> None:
    """Wrong usage, in one sentence; nothing changed."""
    before = tree(handbook)
    result = run("new", "section", kind, "--plan", plan, "--year", "2026")
    assert result.exit_code == 2
    assert said in result.stderr
    assert tree(handbook) == before


def test_no_handbook(tmp_path: Path) -> None:
    """A year needs a handbook first."""
    result = CliRunner().invoke(main, ["-C", str(tmp_path), "new", "year", "2027"])
    assert (result.exit_code, tree(tmp_path)) == (1, {})


def test_the_scaffold_is_built_as_the_example_is(repository: Path, tmp_path: Path) -> None:
    """What its mkdocs.yml says of the folder, the plugins and requests is what this repository's says."""
    CliRunner().invoke(main, ["-C", str(tmp_path), "new", "handbook", "h"])
    ours, theirs = (yaml.safe_load((root / "mkdocs.yml").read_bytes()) for root in (repository, tmp_path / "h"))
    for name in ("docs_dir", "plugins", "extra"):
        assert theirs.get(name) == ours.get(name), name
    assert theirs["theme"]["font"] == ours["theme"]["font"] is False


def test_examples_bring_no_sources_of_ours(tmp_path: Path) -> None:
    """The ids of our own source documents are registered in no other handbook."""
    CliRunner().invoke(main, ["new", "handbook", str(tmp_path / "h")])
    for kind in ("policies", "org", "review"):
        CliRunner().invoke(main, ["-C", str(tmp_path / "h"), "new", "section", kind])
    texts = [path.read_text(encoding="utf-8") for path in (tmp_path / "h").rglob("*.yml")]
    assert len(texts) > 8
    assert [text for text in texts if re.search(r"S00[0-9]-[0-9]-", text)] == []
