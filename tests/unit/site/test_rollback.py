"""Going back to the release before, whole or not at all."""

from errno import ENOSPC
from pathlib import Path

import pytest
from click.testing import CliRunner

from plangen.cli import main
from plangen.site.publishing.disk import Disk
from plangen.site.publishing.lock import only_builder
from plangen.site.publishing.publish import Order
from plangen.site.publishing.release import Places
from plangen.site.publishing.rollback import rollback
from unit.site.books import FakeHost, book, codes, handbook, run, tree


class OldDisk(Disk):
    """A disk that cannot exchange two folders in one step, and whose n-th renaming fails."""

    def __init__(self, nth: int = 0) -> None:
        self.left = nth

    def exchange(self, one: Path, other: Path) -> bool:  # noqa: ARG002 (the disk's signature)
        """Not here."""
        return False

    def rename(self, source: Path, target: Path) -> None:
        """Rename, unless it is the one that fails."""
        self.left -= 1
        if self.left == 0:
            raise OSError(ENOSPC, "No space left on device", str(target))
        super().rename(source, target)


@pytest.fixture
def order(tmp_path: Path, host: FakeHost) -> Order:
    """Two releases: the first with one year, the second with two."""
    order = handbook(tmp_path)
    run(order, book())
    (tmp_path / "content/2025/plan.yml").write_text("name: 新\n", encoding="utf-8")
    run(order, book(2025, "新"), book(2026))
    return order


@pytest.mark.parametrize("disk", [Disk(), OldDisk()], ids=["exchange", "rename"])
def test_there_and_back(order: Order, disk: Disk) -> None:
    """It says what is there again; twice is as it was."""
    new, old = tree(order.site), tree(Places(order.site).previous)
    outcome = rollback(order, disk)
    assert (outcome.status, outcome.sentence, outcome.pages, outcome.args) == (0, "brought", 3, {"years": "2025"})
    assert (tree(order.site), tree(Places(order.site).previous)) == (old, new)
    assert rollback(order, disk).args == {"years": "2025, 2026"}
    assert (tree(order.site), tree(Places(order.site).previous)) == (new, old)
    assert sorted(path.name for path in order.root.iterdir()) == [
        ".site.plangen-previous", "content", "mkdocs.yml", "site",
    ]  # fmt: skip


def test_the_next_build_publishes_the_content_again(order: Order) -> None:
    """Going back changes no source."""
    new = tree(order.site)
    rollback(order)
    run(order, book(2025, "新"), book(2026))
    assert tree(order.site) == new


@pytest.mark.parametrize("nth", [1, 2])
def test_a_disk_that_fails_leaves_the_site(order: Order, nth: int) -> None:
    """At the first renaming or the second."""
    new = tree(order.site)
    assert codes(rollback(order, OldDisk(nth))) == ["PG803"]
    assert tree(order.site) == new


def test_nothing_to_go_back_to(tmp_path: Path, host: FakeHost) -> None:
    """Before the first build, and after it: one sentence."""
    order = handbook(tmp_path)
    assert (rollback(order).status, rollback(order).sentence) == (1, "no_release")
    run(order, book())
    done = CliRunner().invoke(main, ["-C", str(tmp_path), "rollback"])
    assert (done.exit_code, done.stdout, done.stderr) == (1, "", "没有上一个版本可以换回\n")


def test_a_release_that_was_changed_stays_away(order: Order) -> None:
    """Whoever has edited it, readers do not see it."""
    new, previous = tree(order.site), Places(order.site).previous
    (previous / "2025/index.html").write_text("x", encoding="utf-8")
    assert rollback(order).sentence == "touched"
    assert tree(order.site) == new


def test_files_of_others_in_the_site_stop_it(order: Order) -> None:
    """They would be lost at the build after the next."""
    (order.site / "CNAME").write_text("x", encoding="utf-8")
    assert (rollback(order).status, codes(rollback(order))) == (2, ["PG801"])


def test_a_build_that_runs_stops_it(order: Order) -> None:
    """One at a time."""
    with only_builder(Places(order.site.resolve()).lock):
        assert (rollback(order).status, codes(rollback(order))) == (75, ["PG802"])


def test_the_command_says_what_is_there(order: Order) -> None:
    """Years and pages."""
    done = CliRunner().invoke(main, ["-C", str(order.root), "rollback"])
    assert (done.exit_code, done.stdout) == (0, "已换回上一个版本：2025（3 页）\n")
