"""Every kind of change in a sealed year is told; what is no change is not."""

import hashlib
import json
import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from plangen.cli import main
from plangen.seals.against import against
from plangen.seals.canonical import canonical
from plangen.seals.seal import read_seal
from plangen.workspace import open_handbook
from unit.seals.closed import commit, edit, found, git, said, seal

PLAN = "content/2025/demo/plan.yml"


def run(root: Path, *args: str) -> Result:
    """The command line."""
    return CliRunner().invoke(main, ["-C", str(root), *args], prog_name="plangen")


def test_an_untouched_year_is_fine(root: Path) -> None:
    """And what is done to the other years, to settings and to notes beside them does not touch it."""
    assert run(root, "verify").stdout == "封存的年度没有变化：2025\n"
    edit(root, "2026/demo/objectives.yml", "50%", "60%")
    edit(root, "handbook.yml", "as_of: 2025-03-05", "as_of: 2026-07-01\ntolerance: 5%\nyears: {2025: {state: closed}}")
    (root / "content/2025/.DS_Store").write_bytes(b"x")
    assert found(root) == []
    assert run(root, "check").exit_code == 0


def link(path: Path) -> None:
    """Replace a file by a link to the same bytes."""
    elsewhere = path.rename(path.parents[3] / "elsewhere")
    path.symlink_to(elsewhere)


def pipe(path: Path) -> None:
    """Replace a file by what would keep a reader waiting."""
    path.unlink()
    os.mkfifo(path)


DOINGS: dict[str, tuple[Callable[[Path], object], str]] = {
    "changed": (lambda path: path.write_text("name: 别的\nperiod: FY\n", encoding="utf-8"), f"{PLAN} was changed"),
    "deleted": (Path.unlink, f"{PLAN} is gone"),
    "renamed": (lambda path: path.rename(path.with_name("plan.yaml")), f"{PLAN} was renamed to {PLAN[:-3]}yaml"),
    "added": (lambda path: path.with_name("new.md").write_text("# x\n"), f"{PLAN[:-8]}new.md was added"),
    "mode": (lambda path: path.chmod(0o755), f"{PLAN} was made executable"),
    "link": (link, f"{PLAN} was replaced by a link or a special file"),
    "pipe": (pipe, f"{PLAN} was replaced by a link or a special file"),
    "folder": (lambda path: path.parents[1].rename(path.parents[2] / "2024"), "content/2025 is gone"),
}


@pytest.mark.parametrize("doing", DOINGS)
def test_what_happens_to_a_file_is_told(root: Path, doing: str) -> None:
    """By its name, with the way out; the check and the build are refused."""
    act, expected = DOINGS[doing]
    act(root / PLAN)
    told = [text.partition(" is sealed, but ")[2].partition(" (")[0] for text in said(root)]
    assert told == [expected]
    assert {finding.code for finding in found(root)} == {"PG701"}
    assert "plangen amend 2025" in str(found(root)[0].args["out_en"])
    for command in ("verify", "check"):
        assert run(root, command).exit_code == 1


def test_a_linked_folder_is_told(root: Path) -> None:
    """One inside the year, and the year itself: what lies behind it is not looked at."""
    (root / "content/2025/demo").rename(root / "demo")
    (root / "content/2025/demo").symlink_to(root / "demo")
    assert any(text.startswith("content/2025/demo PG701") and "by a link" in text for text in said(root))
    (root / "content/2025").rename(root / "old")
    (root / "content/2025").symlink_to(root / "old")
    assert any(text.startswith("content/2025 PG701") and "by a link" in text for text in said(root))


def test_numbers_are_told_with_old_and_new(root: Path) -> None:
    """The one that was typed, at its line; what follows from it is counted: the channel's share, the bonus."""
    edit(root, "2025/demo/objectives.yml", "120万元", "130万元")
    finding = found(root)[0]
    assert str(finding.span) == "content/2025/demo/objectives.yml:3:11"
    assert "demo:objectives/revenue.target: 120 万元 → 130 万元" in str(finding.args["figures_zh"])
    assert "另有" in str(finding.args["figures_zh"])


def test_findings_of_a_sealed_year_are_history(root: Path) -> None:
    """The late month of 2025 was told before; now nobody can report it any more."""
    assert {finding.year for finding in open_handbook(root).findings} <= {None, 2026}


def unseal(sealed: Path) -> None:
    """Take a seal away."""
    for name in ("2025.zip", "2025.json"):
        (sealed / name).unlink()


def double(sealed: Path) -> None:
    """A seal under the name of another year."""
    for kind in ("zip", "json"):
        shutil.copy(sealed / f"2025.{kind}", sealed / f"2027.{kind}")


def link_archive(sealed: Path) -> None:
    """The same bytes, but elsewhere."""
    (sealed / "2025.zip").rename(sealed.parent / "x.zip")
    (sealed / "2025.zip").symlink_to("../x.zip")


ARCHIVE, MANIFEST, NEXT = ("sealed/2025.zip", "PG701"), ("sealed/2025.json", "PG701"), ("sealed/2026.json", "PG703")
SEALS: dict[str, tuple[Callable[[Path], object], list[tuple[str, str]]]] = {
    "archive changed": (lambda sealed: (sealed / "2025.zip").write_bytes(b"PK"), [ARCHIVE]),
    "archive gone": (lambda sealed: (sealed / "2025.zip").unlink(), [ARCHIVE]),
    "archive linked": (link_archive, [ARCHIVE]),
    "manifest gone": (lambda sealed: (sealed / "2025.json").unlink(), [ARCHIVE, NEXT]),
    "manifest no JSON": (lambda sealed: (sealed / "2025.json").write_bytes(b"[" * 9999), [MANIFEST]),
    "both gone": (unseal, [NEXT]),
    "stranger": (lambda sealed: (sealed / "notes.txt").write_text("x"), [("sealed/notes.txt", "PG701")]),
    "mode": (lambda sealed: (sealed / "2025.json").chmod(0o755), [MANIFEST]),
    "double": (double, [("sealed/2027.json", "PG701")]),
}


@pytest.mark.parametrize("doing", SEALS)
def test_what_happens_to_a_seal_is_told(root: Path, doing: str) -> None:
    """Of two sealed years; what follows from one mistake is told once."""
    seal(root, 2026)
    act, expected = SEALS[doing]
    act(root / "sealed")
    assert [(finding.span.file, finding.code) for finding in found(root)] == expected
    assert run(root, "verify").exit_code == 1


def test_a_folder_of_seals_that_is_a_link_is_told(root: Path) -> None:
    """Wherever it leads: nothing behind it is read."""
    (root / "sealed").rename(root / "elsewhere")
    (root / "sealed").symlink_to("elsewhere")
    assert said(root) == ["sealed PG701 sealed was replaced by a link or a special file"]


def forged(root: Path, **values: object) -> None:
    """Write another manifest of 2025 whose own hash is right."""
    path = root / "sealed/2025.json"
    whole = read_seal("2025.json", path.read_bytes())
    assert whole is not None
    path.write_bytes(replace(whole, **values).dump())  # type: ignore[arg-type]


def test_a_manifest_that_was_forged_breaks_the_chain(root: Path) -> None:
    """Its own hash is right; the next year holds another."""
    seal(root, 2026)
    forged(root, by="别人")
    sentence = "the chain of sealed years is not whole: sealed/2026.json does not follow 2025"
    assert said(root) == [f"sealed/2026.json PG703 {sentence}"]


def test_content_and_seal_changed_together_are_found_against_a_revision(root: Path) -> None:
    """Content, figures, archive and manifest agree; only the protected branch knows better."""
    commit(root)
    edit(root, "2025/demo/market.md", "目标", "说")
    path = "2025/demo/market.md"
    manifest = json.loads((root / "sealed/2025.json").read_bytes())
    inputs = manifest["inputs"] | {path: hashlib.sha256((root / "content" / path).read_bytes()).hexdigest()}
    forged(root, inputs=inputs)
    assert run(root, "verify").exit_code == 0
    done = run(root, "verify", "--against", "HEAD")
    assert (done.exit_code, "sealed/2025.json:1:1  PG701" in done.stdout) == (1, True)
    assert run(root, "verify", "--against", "no-such").exit_code == 2


def test_a_year_that_is_unsealed_is_found_against_a_revision(root: Path) -> None:
    """Taking the seal away altogether."""
    commit(root)
    for name in ("2025.json", "2025.zip"):
        (root / "sealed" / name).unlink()
    assert found(root) == []
    compared = against(root, "HEAD")
    assert [each.span.file for each in compared] == ["sealed/2025.json", "sealed/2025.zip"]


def test_years_sealed_since_are_no_change(root: Path) -> None:
    """Only what the revision has must stay."""
    commit(root)
    seal(root, 2026)
    assert run(root, "verify", "--against", "HEAD").exit_code == 0


@pytest.mark.parametrize("setting", ["true", "false", "input"])
def test_a_clone_is_untouched_whatever_its_line_ends(root: Path, tmp_path: Path, setting: str) -> None:
    """With CRLF in every text file of the working copy, with other modes, with other times."""
    commit(root)
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-c", f"core.autocrlf={setting}", str(root), str(clone))
    assert (b"\r\n" in (clone / "content/2025/index.md").read_bytes()) == (setting == "true")
    for path in clone.rglob("*"):
        if path.is_file() and ".git" not in path.parts:
            path.chmod(0o600)
            os.utime(path, (1, 1))
    assert found(clone) == []
    assert against(clone, "HEAD") == []


def test_a_file_system_without_modes_is_no_change(root: Path) -> None:
    """Git has noticed that when the clone was made."""
    git(root, "init")
    git(root, "config", "core.fileMode", "false")
    (root / PLAN).chmod(0o755)
    assert found(root) == []
    git(root, "config", "core.fileMode", "true")
    assert len(found(root)) == 1


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"a\r\nb\r\n", b"a\nb\n"),
        (b"a\nb\n", b"a\nb\n"),
        (b"a\r\nb\n", b"a\r\nb\n"),
        (b"a\rb\r\n", b"a\rb\n"),
        (b"", b""),
    ],
)
def test_line_ends_count_only_where_they_are_mixed(data: bytes, expected: bytes) -> None:
    """A picture is never changed."""
    assert canonical("x.md", data) == expected
    assert canonical("x.png", data) == data
