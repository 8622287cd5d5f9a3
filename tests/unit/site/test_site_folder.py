"""Which folder a site may be written to: nothing of anybody else is ever replaced."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from plangen.findings import message
from plangen.site.publishing.manifest import read_manifest
from plangen.site.publishing.publish import Order
from unit.site.books import FakeHost, book, codes, handbook, run, tree


def change(order: Order) -> None:
    """Change the content, so that there is something to publish."""
    (order.root / "content/2025/plan.yml").write_text("name: 新\n", encoding="utf-8")


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


@pytest.mark.parametrize("name", ["CNAME", ".well-known/acme/token", "2025/notes.txt", "2025/link"])
@pytest.mark.parametrize("changed", [True, False])
def test_somebodys_file_in_the_site_is_never_lost(tmp_path: Path, host: FakeHost, name: str, *, changed: bool) -> None:
    """It is named, whether there is anything to publish or not; what a build has written may be replaced."""
    order = handbook(tmp_path)
    run(order, book())
    theirs = order.site / name
    theirs.parent.mkdir(parents=True, exist_ok=True)
    if name.endswith("link"):
        theirs.symlink_to("..")
    else:
        theirs.write_text("x", encoding="utf-8")
    (order.site / "robots.txt").write_text("changed", encoding="utf-8")
    if changed:
        change(order)
    outcome = run(order, book(extra="新" if changed else ""))
    assert (outcome.status, codes(outcome)) == (2, ["PG801"])
    assert message(outcome.findings[0], "en").endswith(f": {name}")
    theirs.unlink()
    assert run(order, book()).status == 0
    assert "Disallow" in (order.site / "robots.txt").read_text(encoding="utf-8")


def test_a_file_that_somebody_adds_during_the_build_is_not_lost(
    tmp_path: Path, host: FakeHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Building takes a while: the folder is looked at again before it is switched."""
    order = handbook(tmp_path)
    run(order, book())
    change(order)
    real = host.build

    def build(*args: Any) -> list[str]:
        (order.site / "CNAME").write_text("x", encoding="utf-8")
        return real(*args)

    monkeypatch.setattr(host, "build", build)
    outcome = run(order, book(extra="新"))
    assert (outcome.status, codes(outcome)) == (2, ["PG801"])
    assert (order.site / "CNAME").is_file()


@pytest.mark.parametrize(
    "wrong",
    ["{", "[]", '{"format": 1}', "files", "years", "notes", "warnings", "inputs"],
)
def test_a_damaged_manifest_is_none(tmp_path: Path, host: FakeHost, wrong: str) -> None:
    """The folder is refused, in a sentence that says why."""
    order = handbook(tmp_path)
    run(order, book())
    path = order.site / "plangen-manifest.json"
    damaged = wrong if wrong[0] in "{[" else json.dumps(json.loads(path.read_bytes()) | {wrong: [1]})
    path.write_text(damaged, encoding="utf-8")
    assert read_manifest(order.site) is None
    outcome = run(order, book(extra="新"))
    assert (outcome.status, codes(outcome)) == (2, ["PG801"])
    assert "plangen-manifest.json" in message(outcome.findings[0])


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
