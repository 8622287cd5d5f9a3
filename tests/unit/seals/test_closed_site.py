"""A closed year in the site: its archive's bytes, whatever changes, and never those of a broken archive."""

import zipfile
from pathlib import Path

import pytest

from plangen.seals.archive import pack, unpack
from plangen.site.manifest import hash_tree
from plangen.site.publish import Order, publish
from unit.seals.closed import PageHost, build, edit
from unit.site.books import FakeShelf, book


def archived(root: Path) -> dict[str, bytes]:
    """The published files in the archive of 2025, by their path in the site."""
    with zipfile.ZipFile(root / "sealed/2025.zip") as archive:
        return {name[5:]: archive.read(name) for name in archive.namelist() if name.startswith("site/")}


def in_site(root: Path) -> dict[str, bytes]:
    """The same files as they stand in the site."""
    return {name: (root / "site" / name).read_bytes() for name in archived(root)}


def test_a_closed_year_is_copied_and_never_built(root: Path, host: PageHost) -> None:
    """Another language, title, theme of the site and text of the shared files: the bytes of 2025 stay."""
    host.built.clear()
    assert build(root).status == 0
    assert host.built == [2026]
    assert in_site(root) == archived(root)
    edit(root, "handbook.yml", "language: zh-Hans", "language: en")
    edit(root, "handbook.yml", "试验手册", "Trial")
    edit(root, "shared/dimensions.yml", "经销商", "分销商")
    (root / "mkdocs.yml").write_text(
        "site_name: other\ndocs_dir: content\ntheme: {name: material}\nplugins: [search]\n"
    )
    assert build(root).status == 0
    assert host.built == [2026, 2026]
    assert in_site(root) == archived(root)
    assert '"title": "2025 sealed"' in (root / "site/versions.json").read_text(encoding="utf-8")


def test_shared_files_of_an_older_theme_stay(root: Path) -> None:
    """The page names a file that no theme has any more: it comes out of the archive."""
    name = next(name for name in archived(root) if name.startswith("_assets/"))
    assert name in (root / "sealed/2025.json").read_text(encoding="utf-8")
    build(root)
    assert (root / "site" / name).read_bytes() == archived(root)[name]


@pytest.mark.parametrize("what", ["changed", "gone"])
def test_a_broken_archive_refuses_the_build(root: Path, what: str) -> None:
    """The site before stays, byte for byte, even for a year that nobody asked for."""
    build(root)
    before = hash_tree(root / "site")
    path = root / "sealed/2025.zip"
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data) if what == "changed" else path.unlink()
    edit(root, "2026/demo/objectives.yml", "50%", "60%")
    for years in ((), (2026,)):
        outcome = build(root, *years)
        assert (outcome.status, {finding.code for finding in outcome.findings} & {"PG701"}) == (1, {"PG701"})
    assert hash_tree(root / "site") == before


def test_the_archive_is_looked_at_where_it_is_taken_out(root: Path) -> None:
    """Whatever the check of the content has said: the stage trusts hashes only."""
    path = root / "sealed/2025.zip"
    path.write_bytes(path.read_bytes()[:-1])
    shelf = FakeShelf({2025: book(2025), 2026: book(2026)})
    outcome = publish(Order(root, root / "site"), lambda: shelf, lambda *_, **__: None)
    assert (outcome.status, [finding.code for finding in outcome.findings]) == (1, ["PG701"])


@pytest.mark.parametrize("name", ["../x", "/x", "site/../../x", "site\\..\\x", "C:x"])
def test_no_member_leaves_its_folder(tmp_path: Path, name: str) -> None:
    """A forged archive with a forged manifest writes nothing elsewhere."""
    path = tmp_path / "a.zip"
    path.write_bytes(pack({name: b"x"}))
    assert unpack(path, {name: "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"}) is None


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\x05\x06" + b"\xff" * 18])
def test_what_is_no_archive(tmp_path: Path, data: bytes) -> None:
    """It has no members, and nothing breaks."""
    path = tmp_path / "a.zip"
    path.write_bytes(data)
    assert unpack(path, {"a": "0"}) is None


def test_a_handbook_of_closed_years_only(root: Path) -> None:
    """Nothing is built; the way in leads to the current year all the same."""
    (root / "content/2026/demo/objectives.yml").unlink()
    (root / "content/2026/demo/plan.yml").unlink()
    (root / "content/2026/demo").rmdir()
    (root / "content/2026").rmdir()
    edit(root, "handbook.yml", "current: 2026", "current: 2025")
    assert build(root).status == 0
    assert 'url=2025/"' in (root / "site/index.html").read_text(encoding="utf-8")
