"""5,000 random one-byte edits in a sealed year, and what else can happen to its files: all of it is told."""

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from plangen.findings import Finding
from plangen.seals.against import against
from plangen.seals.chain import read_chain
from plangen.seals.judge import Present, seal_findings
from plangen.source import SEALED
from unit.seals.closed import commit, copy, edit, git, make, seal, use_host

EDITS = 5000
PLACES = 500
"""How many files are deleted, added, renamed, linked, or get another mode."""
SEED = 20251231


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A handbook whose years 2025 and 2026 are sealed, under git."""
    with pytest.MonkeyPatch.context() as patch:
        use_host(patch)
        root = make(tmp_path_factory.mktemp("edits") / "handbook")
        seal(root)
        seal(root, 2026)
    commit(root)
    return root


def told(root: Path) -> list[Finding]:
    """What is found in files alone; the figures of the content are no part of this."""
    return seal_findings(read_chain(root), Present(root, "content", None, "en"))


def sealed_files(root: Path) -> list[Path]:
    """Every file that belongs to a sealed year: content, archives, manifests."""
    below = [root / "content/2025", root / "content/2026", root / SEALED]
    return sorted(path for folder in below for path in folder.rglob("*") if path.is_file())


def one_byte(data: bytes, dice: random.Random) -> bytes:
    """The data with one byte replaced by another, taken out, or put in."""
    at, what = dice.randrange(len(data)), dice.random()
    if what < 0.8:
        return data[:at] + bytes([data[at] ^ dice.randrange(1, 256)]) + data[at + 1 :]
    return data[:at] + data[at + 1 :] if what < 0.9 else data[:at] + bytes([dice.randrange(256)]) + data[at:]


def test_every_edit_of_one_byte_is_told(closed: Path) -> None:
    """In whatever file, at whatever place; with the edit undone there is nothing to tell."""
    dice, files, silent = random.Random(SEED), sealed_files(closed), list[str]()
    assert len(files) == 13, "six of 2025, three of 2026, two seals of two files"
    assert told(closed) == []
    for number in range(EDITS):
        path = dice.choice(files)
        data = path.read_bytes()
        other = one_byte(data, dice)
        path.write_bytes(other)
        name = path.relative_to(closed).as_posix()
        if not any(finding.span.file == name for finding in told(closed)):
            silent.append(f"{number}: {name}")
        path.write_bytes(data)
    assert silent == []
    assert told(closed) == []


def doings(path: Path, aside: Path, dice: random.Random) -> Iterator[str]:
    """One thing that can happen to a file; goes on to undo it."""
    what = dice.choice(["delete", "add", "rename", "mode", "link", "swap"])
    if what == "mode":
        path.chmod(0o755)
        yield what
        path.chmod(0o644)
    elif what == "add":
        new = path.with_name(f"n{dice.randrange(10**6)}{path.suffix}")
        new.write_bytes(path.read_bytes() if dice.random() < 0.5 else b"x: y\n")
        yield what
        new.unlink()
    elif what == "rename":
        new = path.rename(path.with_name(f"n{dice.randrange(10**6)}{path.suffix}"))
        yield what
        new.rename(path)
    else:
        path.rename(aside)
        if what == "link":
            path.symlink_to(aside)
        if what == "swap":
            path.write_bytes(aside.read_bytes()[::-1])
        yield what
        path.unlink(missing_ok=True)
        aside.rename(path)


def test_whatever_else_happens_to_a_file_is_told(closed: Path) -> None:
    """Deleted, added beside it, renamed, executable, a link to the same bytes, the same bytes in another order."""
    dice, files, silent, seen = random.Random(SEED), sealed_files(closed), list[str](), set[str]()
    for number in range(PLACES):
        path = dice.choice(files)
        for what in doings(path, closed.parent / "aside", dice):
            seen.add(what)
            if not told(closed):
                silent.append(f"{number}: {what} {path.relative_to(closed).as_posix()}")
    assert len(seen) == 6
    assert silent == []
    assert told(closed) == []


def test_data_and_seal_edited_together_are_told_against_the_base(closed: Path, tmp_path: Path) -> None:
    """A whole history forged: the same years, sealed anew after an edit; without the base nothing shows it."""
    root = copy(closed, tmp_path / "handbook")
    shutil.rmtree(root / SEALED)
    edit(root, "2025/demo/objectives.yml", "dealer: 80万元", "dealer: 80.0万元")
    with pytest.MonkeyPatch.context() as patch:
        use_host(patch)
        seal(root)
        seal(root, 2026)
    assert told(root) == []
    compared = against(root, "HEAD")
    changed = ["2025.json", "2025.zip", "2026.json"]  # the pages of 2026 are the same
    assert [finding.span.file for finding in compared] == [f"{SEALED}/{name}" for name in changed]


@pytest.mark.parametrize("setting", ["true", "input", "false"])
def test_a_clone_is_untouched(closed: Path, tmp_path: Path, setting: str) -> None:
    """Whatever line ends the checkout writes."""
    git(tmp_path, "clone", "-c", f"core.autocrlf={setting}", str(closed), "clone")
    assert told(tmp_path / "clone") == []
    assert against(tmp_path / "clone", "HEAD") == []
