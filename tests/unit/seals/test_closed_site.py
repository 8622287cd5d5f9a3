"""A closed year in the site: its archive's bytes, whatever changes, and never those of a broken archive."""

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from plangen.seals.archive import pack, unpack
from plangen.seals.seal import read_seal
from plangen.site.publishing.manifest import hash_tree
from plangen.site.publishing.publish import Order, publish
from plangen.site.publishing.stage import titles_of
from plangen.site.publishing.versions import version_list
from plangen.site.verifying.verify import verify
from unit.seals.closed import PageHost, build, edit
from unit.site.books import FakeShelf, book, codes


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


def test_a_changed_archive_is_seen_where_nothing_else_has_changed(root: Path) -> None:
    """A build that would have nothing to do looks at it all the same."""
    build(root)
    assert build(root).sentence == "same"
    with (root / "sealed/2025.zip").open("ab") as stream:
        stream.write(b"x")
    assert build(root).status == 1


def test_changed_content_refuses_the_build_of_another_year(root: Path) -> None:
    """2026 looks back at figures of 2025 that nobody has sealed."""
    build(root)
    edit(root, "2025/demo/market.md", "市场", "客户")
    assert codes(build(root, 2026)) == ["PG701"]


def test_a_manifest_that_names_other_files_is_refused(root: Path) -> None:
    """Its own hash and that of the archive are right, but not what it says is in there."""
    path = root / "sealed/2025.json"
    seal = read_seal("2025.json", path.read_bytes())
    assert seal is not None
    path.write_bytes(replace(seal, outputs={**seal.outputs, "site/2025/index.html": "0" * 64}).dump())
    assert codes(build(root)) == ["PG701"]
    assert not (root / "site").exists()


def test_a_sealed_page_may_lead_to_what_is_gone(tmp_path: Path) -> None:
    """It led somewhere when it was sealed, and cannot be mended; other pages can."""
    for year in ("2025", "2026"):
        (tmp_path / year).mkdir()
        (tmp_path / year / "index.html").write_text('<a href="../2027/gone/">x</a>')
    seen = verify(tmp_path, "", (), frozenset(), frozenset({"2025"}))
    assert [(finding.code, finding.span.file) for finding in seen.findings] == [("PG811", "2026/index.html")]
    assert len(verify(tmp_path, "", (), frozenset()).findings) == 1, "each address is told once"


def test_a_place_that_a_sealed_page_does_not_have_stops_no_build(tmp_path: Path) -> None:
    """It names its places as plangen did when it was sealed; a page that is not there is told."""
    (tmp_path / "2025").mkdir()
    (tmp_path / "2025/index.html").write_text("<h2 id='a'>x</h2>")
    (tmp_path / "index.html").write_text('<a href="2025/#a">x</a><a href="2025/#b">x</a><a href="2025/c/">x</a>')
    for closed, codes_ in ((frozenset({"2025"}), ["PG811"]), (frozenset[str](), ["PG811", "PG812"])):
        assert sorted(each.code for each in verify(tmp_path, "", (), frozenset(), closed).findings) == codes_


def test_titles_of_years_are_found_among_editions(tmp_path: Path) -> None:
    """The original of 2025 stands between 2025 and 2024 in the list."""
    titles = {2024: "2024 已封存", 2025: "2025 已订正"}
    (tmp_path / "versions.json").write_bytes(version_list(titles, 2025, {"2025-original": "2025 原版"}))
    assert titles_of(tmp_path) == titles


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
