"""Atomic release: whatever fails, and whenever, the site is the old one or the new one, whole."""

import fcntl
import multiprocessing
import os
from errno import ENOSPC
from pathlib import Path
from typing import Any

import pytest

from plangen.findings import message
from plangen.site.publishing.disk import Disk
from plangen.site.publishing.lock import only_builder
from plangen.site.publishing.manifest import holds, read_manifest
from plangen.site.publishing.publish import Order, Outcome, publish
from plangen.site.publishing.release import Places
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


def change(order: Order) -> None:
    """Change the content, so that there is something to publish."""
    (order.root / "content/2025/plan.yml").write_text("name: 新\n", encoding="utf-8")


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
    change(order)
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
    change(order)
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
    change(order)
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
    assert message(outcome.findings[0], "en") == f"another build is running (process {os.getpid()})"
    assert tree(order.site) == before
    assert publish_new(order, Disk()).status == 0


def test_a_holder_that_has_not_written_its_number_yet_is_not_named(tmp_path: Path, host: FakeHost) -> None:
    """The sentence holds no question mark."""
    order = handbook(tmp_path)
    with only_builder(Places(order.site).lock):
        Places(order.site).lock.write_text("", encoding="utf-8")
        outcome = run(order, book())
    assert message(outcome.findings[0]) == "另一个构建正在进行"
    assert message(outcome.findings[0], "en") == "another build is running"


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


def test_an_interrupt_between_two_renames_leaves_a_site(tmp_path: Path, host: FakeHost) -> None:
    """Ctrl-C too, where the system cannot exchange two folders."""
    order = handbook(tmp_path)
    run(order, book())
    old = tree(order.site)
    change(order)

    class Interrupted(FailingDisk):
        def rename(self, source: Path, target: Path) -> None:
            if source == Places(order.site).next:
                raise KeyboardInterrupt
            super().rename(source, target)

    disk = Interrupted(999, kills=False, exchanges=False)
    with pytest.raises(KeyboardInterrupt):
        publish(order, lambda: FakeShelf({2025: book(extra="新")}), lambda *_, **__: None, disk)
    assert tree(order.site) == old


@pytest.mark.parametrize("target", ["elsewhere", "nowhere"])
def test_a_link_in_place_of_the_stage_is_taken_away(tmp_path: Path, host: FakeHost, target: str) -> None:
    """What it leads to stays."""
    order = handbook(tmp_path)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "letter.txt").write_text("x", encoding="utf-8")
    Places(order.site).next.symlink_to(target)
    assert run(order, book()).status == 0
    assert tree(tmp_path / "elsewhere") != {}
    assert not Places(order.site).next.is_symlink()
