"""`plangen review`: exit statuses, forms, and the folder it writes."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from plangen.cli import main
from repositories import commit
from unit.request.requests import FILES, OBJECTIVES, edit, repository

NAMES = ["changes.json", "comment.md", "index.html", "plangen-manifest.json"]


@pytest.fixture(name="root")
def _root(tmp_path: Path) -> Path:
    repository(tmp_path / "book")
    edit(tmp_path / "book", ("objectives.yml", "60万元", "72万元"))
    commit(tmp_path / "book", "2026-01-02")
    return tmp_path / "book"


def run(root: Path, *args: str) -> Result:
    """The command on a repository."""
    return CliRunner().invoke(main, ["-C", str(root), "review", *args], prog_name="plangen")


def test_folder_is_the_same_twice(root: Path) -> None:
    """The comment that is printed is the one in the folder; a second run writes the same bytes, and leaves no more."""
    out = root.parent / "out"
    first = run(root, "main..spring", "--out", str(out))
    assert (first.exit_code, sorted(path.name for path in out.iterdir())) == (0, NAMES)
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    assert before["comment.md"] == first.stdout_bytes
    assert run(root, "main..spring", "--out", str(out)).exit_code == 0
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before
    assert sorted(path.name for path in root.parent.iterdir()) == ["book", "out"]


def test_the_page_loads_nothing(root: Path) -> None:
    """No script, no other origin; the change card is in it, with before and after."""
    out = root.parent / "out"
    run(root, "main..spring", "--out", str(out))
    page = (out / "index.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert "http" not in page.replace("http-equiv", "")
    assert '<section class="card">' in page
    assert "<td>100 万元</td><td>112 万元（+12 万元，+12.0%）</td>" in page


def test_json(root: Path) -> None:
    """The edits, approvals and pages as data."""
    told = json.loads(run(root, "main..spring", "--format", "json").stdout)
    (year,) = told["years"]
    assert [(each["what"], each["old"], each["new"]) for each in year["edits"]] == [("目标", "60 万元", "72 万元")]
    assert [(each["name"], each["because"][0]["share"]) for each in told["approvals"]] == [("总监", "0.2000")]
    assert told["refused"] is False


def test_text(root: Path) -> None:
    """The same at the terminal."""
    told = run(root, "main..spring", "--format", "text").stdout
    assert "目标 › 销售额·经销商：目标 60 万元 → 72 万元（+12 万元，+20.0%）" in told
    assert "<" not in told


def test_new_errors_are_status_1(tmp_path: Path) -> None:
    """Only new ones: a branch that leaves an old error as it is is reviewed with status 0."""
    files = {**FILES, "objectives.yml": OBJECTIVES.replace("owner: manager\n  channel", "target: 90万元\n  channel")}
    repository(tmp_path, files)
    edit(tmp_path, ("objectives.yml", "200家", "201家"))
    commit(tmp_path, "2026-01-02")
    assert run(tmp_path, "main..spring").exit_code == 0
    edit(tmp_path, ("budget.yml", "travel:", "travel: ["))
    assert run(tmp_path, "main..").exit_code == 1


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["main"], "main"),
        (["nowhere..spring"], "nowhere"),
        (["main..nowhere"], "nowhere"),
        (["--version..spring"], "--version"),
        (["main..spring", "--site-url", "javascript:alert(1)"], "javascript"),
        (["main..spring", "--out", "content"], "content"),
    ],
)
def test_wrong_usage(root: Path, args: list[str], said: str) -> None:
    """One sentence that names it, and status 2."""
    done = run(root, *args)
    assert done.exit_code == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", ["index.html", "notes.txt", "plangen-manifest.json"])
def test_files_of_others_are_not_overwritten(root: Path, name: str) -> None:
    """A folder that holds anything that no review has written stays as it is."""
    out = root.parent / "out"
    out.mkdir()
    (out / name).write_text("{}")
    done = run(root, "main..spring", "--out", str(out))
    assert (done.exit_code, (out / name).read_text()) == (2, "{}")
    assert sorted(path.name for path in out.iterdir()) == [name]


def test_a_published_site_is_not_replaced(root: Path) -> None:
    """A site has a manifest too, and is no review's."""
    out = root.parent / "out"
    run(root, "main..spring", "--out", str(out))
    manifest = json.loads((out / "plangen-manifest.json").read_text())
    (out / "2026.html").write_text("x")
    manifest["files"]["2026.html"] = "0" * 64
    (out / "plangen-manifest.json").write_text(json.dumps(manifest))
    assert run(root, "main..spring", "--out", str(out)).exit_code == 2
    assert (out / "2026.html").read_text() == "x"
