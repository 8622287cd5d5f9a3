"""Atomic release: whatever fails, and whenever, the site is the old one or the new one, whole."""

import fcntl
import multiprocessing
import os
from dataclasses import replace
from errno import ENOSPC
from pathlib import Path
from typing import Any

import pytest

from plangen.site.disk import Disk
from plangen.site.lock import only_builder
from plangen.site.manifest import holds, read_manifest
from plangen.site.publish import Order, Outcome, publish
from plangen.site.release import Places
from unit.site.books import FakeHost, FakeShelf, book, codes, handbook, run, tree


class FailingDisk(Disk):
    """A disk whose n-th call fails, or ends the process; `exchanges` says whether it can exchange folders."""

    def __init__(self, nth: int, *, kills: bool, exchanges: bool) -> None:
        self.left = nth
        self.kills = kills
        self.exchanges = exchanges

    def _count(self) -> None:
        self.left -= 1
        if self.left == 0 and self.kills:
            os._exit(9)
        if self.left == 0:
            raise OSError(ENOSPC, "No space left on device", "/somewhere/file")

    def make(self, folder: Path) -> None:
        """Create a folder, unless it is the call that fails."""
        self._count()
        super().make(folder)

    def write(self, path: Path, data: bytes) -> None:
        """Write half of a file before it fails."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data[: len(data) // 2])
        self._count()
        path.write_bytes(data)

    def copy(self, source: Path, target: Path) -> None:
        """Copy, unless it is the call that fails."""
        self._count()
        super().copy(source, target)

    def rename(self, source: Path, target: Path) -> None:
        """Rename, unless it is the call that fails."""
        self._count()
        super().rename(source, target)

    def exchange(self, one: Path, other: Path) -> bool:
        """Exchange, unless it fails or the system cannot."""
        self._count()
        return self.exchanges and super().exchange(one, other)

    def remove(self, folder: Path) -> None:
        """Remove, unless it is the call that fails."""
        self._count()
        super().remove(folder)

    def sync(self, folder: Path) -> None:
        """Nothing but counting: tests need no medium."""
        del folder
        self._count()


def publish_new(order: Order, disk: Disk) -> Outcome:
    """Publish a new edition of the book over the old one."""
    shelf = FakeShelf({2025: book(extra="new")})
    return publish(order, lambda: shelf, lambda *_, **__: None, disk)


@pytest.mark.parametrize("exchanges", [True, False])
def test_a_failure_at_any_call_leaves_a_whole_site(tmp_path: Path, host: FakeHost, *, exchanges: bool) -> None:
    """A failure at any call leaves a whole site."""
    order = handbook(tmp_path)
    run(order, book())
    old = tree(order.site)
    (order.root / "content/2025/plan.yml").write_text("name: 新\n", encoding="utf-8")
    failures = 0
    for nth in range(1, 200):
        disk = FailingDisk(nth, kills=False, exchanges=exchanges)
        outcome = publish_new(order, disk)
        if outcome.status == 0:
            break
        failures += 1
        assert (outcome.status, codes(outcome)) == (1, ["PG803"])
        assert outcome.findings[0].args == {"reason": "No space left on device", "path": "file"}
        assert tree(order.site) == old
    assert failures > 20
    assert "new" in (order.site / "2025/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("exchanges", [True, False])
def test_a_kill_at_any_call_leaves_a_whole_site(tmp_path: Path, host: FakeHost, *, exchanges: bool) -> None:
    """After every kill the next build finds its way: at most the moment between two renames shows no site."""
    order = handbook(tmp_path)
    run(order, book())
    (order.root / "content/2025/plan.yml").write_text("name: 新\n", encoding="utf-8")
    for nth in range(1, 200):
        process = multiprocessing.get_context("fork").Process(
            target=publish_new, args=(order, FailingDisk(nth, kills=True, exchanges=exchanges))
        )
        process.start()
        process.join()
        manifest = read_manifest(order.site)
        if manifest is None:
            assert not exchanges
            assert (read_manifest(Places(order.site).aside)) is not None
        else:
            assert holds(order.site, manifest)
        if process.exitcode == 0:
            break
    assert process.exitcode == 0
    assert run(order, book(extra="newer")).status == 0
    assert {path.name for path in tmp_path.iterdir()} <= {"content", "mkdocs.yml", "site", ".site.plangen-previous"}


def test_the_release_before_is_kept(tmp_path: Path, host: FakeHost) -> None:
    """The release before is kept."""
    order = handbook(tmp_path)
    run(order, book())
    old = tree(order.site)
    (order.root / "content/2025/plan.yml").write_text("name: 新\n", encoding="utf-8")
    run(order, book(extra="new"))
    assert tree(Places(order.site).previous) == old


def test_a_second_build_says_who_holds_the_lock(tmp_path: Path, host: FakeHost) -> None:
    """A second build says who holds the lock."""
    order = handbook(tmp_path)
    run(order, book())
    before = tree(order.site)
    with only_builder(Places(order.site).lock):
        outcome = publish_new(order, Disk())
    assert (outcome.status, codes(outcome)) == (75, ["PG802"])
    assert outcome.findings[0].args == {"holder": str(os.getpid())}
    assert tree(order.site) == before
    assert publish_new(order, Disk()).status == 0


def test_a_lock_file_without_a_process_counts_for_nothing(tmp_path: Path, host: FakeHost) -> None:
    """A lock file without a process counts for nothing."""
    order = handbook(tmp_path)
    Places(order.site).lock.write_text("999999", encoding="utf-8")
    assert run(order, book()).status == 0
    assert not Places(order.site).lock.exists()


def test_a_lock_that_was_removed_meanwhile_is_taken_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its holder before may end, and remove the file, between opening and locking it."""
    lock, real, calls = tmp_path / "lock", fcntl.flock, []

    def flock(*args: Any) -> None:
        real(*args)
        calls.append(args)
        if len(calls) == 1:
            lock.unlink()

    monkeypatch.setattr(fcntl, "flock", flock)
    with only_builder(lock):
        assert len(calls) == 2
        assert lock.read_text(encoding="utf-8") == str(os.getpid())


@pytest.mark.parametrize("site", [".", "..", "content", "content/2025", "content/site", "mkdocs.yml", "work", "full"])
def test_a_folder_that_would_lose_something_is_refused(tmp_path: Path, host: FakeHost, site: str) -> None:
    """A folder that would lose something is refused."""
    root = tmp_path / "root"
    order = handbook(root)
    (root / "work" / ".git").mkdir(parents=True)
    (root / "full").mkdir()
    (root / "full" / "letter.txt").write_text("x", encoding="utf-8")
    before = tree(tmp_path)
    outcome = run(replace(order, site=root / site), book())
    assert (outcome.status, codes(outcome)) == (2, ["PG801"])
    assert tree(tmp_path) == before


def test_an_empty_or_new_folder_is_taken(tmp_path: Path, host: FakeHost) -> None:
    """An empty or new folder is taken."""
    order = handbook(tmp_path)
    (tmp_path / "empty").mkdir()
    assert run(replace(order, site=tmp_path / "empty"), book()).status == 0
    assert run(replace(order, site=tmp_path / "deep" / "er"), book()).status == 0
    assert not list(tmp_path.glob(".*plangen*"))


def test_a_link_to_the_site_is_followed(tmp_path: Path, host: FakeHost) -> None:
    """A link to the site is followed."""
    order = handbook(tmp_path)
    (tmp_path / "www").mkdir()
    (tmp_path / "link").symlink_to("www")
    assert run(replace(order, site=tmp_path / "link"), book()).status == 0
    assert (tmp_path / "www" / "versions.json").is_file()
    assert (tmp_path / "link").is_symlink()
