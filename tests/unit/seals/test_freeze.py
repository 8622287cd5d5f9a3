"""Closing a year: what is written, what is refused, and that nothing is left behind on failure."""

import hashlib
import json
import zipfile
from pathlib import Path

import pytest

from plangen.findings import Finding
from plangen.sealing.press import published
from plangen.sealing.refused import SealRefused
from plangen.seals.archive import pack
from plangen.site.publishing import wing
from plangen.site.publishing.shelf import find_host
from plangen.workspace import open_handbook
from unit.seals.closed import PageHost, edit, found, make, seal


def files(root: Path) -> dict[str, bytes]:
    """Every file of a handbook folder."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def refusal(root: Path, year: int = 2025) -> SealRefused:
    """What keeps a year from being sealed; nothing may have been written."""
    before = files(root)
    with pytest.raises(SealRefused) as caught:
        seal(root, year)
    assert files(root) == before
    return caught.value


def codes(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    """Place and code of findings."""
    return [(finding.span.file, finding.code) for finding in findings]


def test_what_is_written(root: Path) -> None:
    """Archive and manifest; the manifest hashes every file of the year, of the archive, and the archive."""
    manifest = json.loads((root / "sealed/2025.json").read_bytes())
    said = {name: manifest[name] for name in ("year", "by", "on", "as_of", "previous", "amendment")}
    assert said == {
        "year": 2025, "by": "李文", "on": "2026-01-15", "as_of": "2025-03-05", "previous": "", "amendment": 0,
    }  # fmt: skip
    assert manifest["archive"] == hashlib.sha256((root / "sealed/2025.zip").read_bytes()).hexdigest()
    content = root / "content"
    inside = {path.relative_to(content).as_posix(): path for path in (content / "2025").rglob("*") if path.is_file()}
    assert manifest["inputs"] == {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in inside.items()}
    with zipfile.ZipFile(root / "sealed/2025.zip") as archive:
        hashes = {name: hashlib.sha256(archive.read(name)).hexdigest() for name in archive.namelist()}
        page = archive.read("site/2025/demo/objectives/index.html").decode()
        figures = {row["address"]: row["value"] for row in json.loads(archive.read("figures.json"))["figures"]}
    assert manifest["outputs"] == hashes
    assert figures["demo:objectives/revenue.target"] == "1200000"
    assert '<b>2025 已封存</b> <span class="pg-date">2026-01-15</span> 由 李文 封存' in page
    shared = [name for name in hashes if name.startswith("site/_assets/")]
    assert [name.partition("-")[0] for name in shared] == ["site/_assets/plangen"], "what the pages use, and no more"
    assert manifest["tool"]["plangen"]


def test_a_year_takes_along_what_it_uses_of_the_shared_files(root: Path) -> None:
    """So that a later edit of those does not touch it."""
    own, shared = (root / "content" / place / "shared/dimensions.yml" for place in ("2025", "."))
    assert own.read_bytes() == shared.read_bytes()
    edit(root, "shared/dimensions.yml", "经销商", "分销商")
    edit(root, "shared/dimensions.yml", "channel:", "product: {name: 产品, members: {a: {name: 甲}}}\nchannel:")
    workspace = open_handbook(root)
    handbook = workspace.handbook
    assert handbook is not None
    assert list(handbook.dimensions[2025].axes) == ["channel", "region", "person"]
    assert list(handbook.dimensions[2026].axes) == ["product", "channel", "region", "person"]
    assert found(root) == []


def test_the_years_own_entries_stay_in_their_place(tmp_path: Path, host: PageHost) -> None:
    """Those of the shared file that the year has of its own are the year's; comments stay with what they are about."""
    root = make(tmp_path)
    own = root / "content/2025/shared/dimensions.yml"
    own.parent.mkdir()
    own.write_text(
        "# 只有两个区\nregion: {name: 大区, members: {zhejiang: {name: 浙}}}\nowner: {name: 人, members: {}}\n"
    )
    seal(root)
    lines = own.read_text(encoding="utf-8").splitlines()
    assert [line.partition(":")[0] for line in lines] == ["channel", "# 只有两个区", "region", "person", "owner"]
    assert lines[2] == "region: {name: 大区, members: {zhejiang: {name: 浙}}}"


def test_the_same_year_gives_the_same_bytes(root: Path, tmp_path: Path) -> None:
    """On another day, in another folder."""
    other = make(tmp_path / "other")
    seal(other)
    for name in ("2025.zip", "2025.json"):
        assert (other / "sealed" / name).read_bytes() == (root / "sealed" / name).read_bytes()


def test_an_archive_depends_on_names_and_bytes_only() -> None:
    """Written by hand: two files, stored, in order, on the first day that zip knows."""
    data = pack({"b/中.txt": b"2", "a": b"1"})
    assert data == pack({"a": b"1", "b/中.txt": b"2"})
    assert data[:4] == b"PK\x03\x04"
    assert data[8:14] == b"\x00\x00" + b"\x00\x00" + b"\x21\x00", "stored; midnight; 1 January 1980"
    assert data[30:32] == b"a1"


def test_errors_are_refused(tmp_path: Path, host: PageHost) -> None:
    """In the year itself; those of an open year are its own business."""
    root = make(tmp_path)
    edit(root, "2025/demo/objectives.yml", "dealer: 80万元", "dealer: 70万元")
    assert codes(refusal(root).findings) == [("content/2025/demo/objectives.yml", "OBJ101")]
    edit(root, "2025/demo/objectives.yml", "dealer: 70万元", "dealer: 80万元")
    edit(root, "2026/demo/objectives.yml", "growth: 50%", "growth: 50%, channel: {dealer: 1万元, own-store: 1元}")
    seal(root)


@pytest.mark.parametrize(
    ("name", "old", "new"), [("dimensions.yml", "dealer: {name: 经销商}", ""), ("profiles.yml", "Q1: 40", "Q1: 10")]
)
def test_a_copy_of_the_shared_files_that_says_something_else_is_refused(
    tmp_path: Path, host: PageHost, monkeypatch: pytest.MonkeyPatch, name: str, old: str, new: str
) -> None:
    """The year is compared with what it was: a cell of nobody is an error, another season makes other months."""
    root = make(tmp_path)
    profiles = "slow: {name: 淡旺季, weights: {Q1: 40, Q2: 20, Q3: 20, Q4: 20}}\n"
    (root / "content/shared/profiles.yml").write_text(profiles, encoding="utf-8")
    edit(root, "2025/demo/objectives.yml", "  name: 销售额", "  name: 销售额\n  season: slow")
    texts = {path.name: path.read_text(encoding="utf-8") for path in (root / "content/shared").iterdir()}
    assert old in texts[name]
    texts[name] = texts[name].replace(old, new)
    monkeypatch.setattr(
        "plangen.sealing.sharing._joined",
        lambda shared, _: texts[shared.name].encode() if shared.name in texts else None,
    )
    assert "another one" in refusal(root).sentence[1]


def test_shared_files_used_by_shared_files_are_kept(tmp_path: Path) -> None:
    """A page names a style, the style a font; a second script is not used."""
    files = {"2025/index.html": "../_assets/a-1.css", "_assets/a-1.css": "url(b-2.woff)", "_assets/b-2.woff": "x"}
    for name, text in {**files, "_assets/c-3.js": "x"}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    assert sorted(published(tmp_path, ["2025"])) == [f"site/{name}" for name in sorted(files)]


def test_a_page_that_cannot_be_published_is_refused(tmp_path: Path, host: PageHost) -> None:
    """What only the finished pages show: a dead link in HTML."""
    root = make(tmp_path)
    edit(root, "2025/demo/market.md", "目标", "[这里](gone.png) 目标")
    assert {code for _, code in codes(refusal(root).findings)} <= {"PG811", "PG406"}


def test_a_year_is_sealed_once(root: Path) -> None:
    """The way to correct it is said."""
    finding = refusal(root).findings[0]
    assert (finding.code, finding.span.file, finding.args["what_en"]) == (
        "PG703", "sealed/2025.json", "2025 is sealed already",
    )  # fmt: skip
    assert "amend 2025" in str(finding.args["out_en"])


def test_years_are_sealed_oldest_first(tmp_path: Path, host: PageHost) -> None:
    """2026 while 2025 is open would leave a gap; an earlier year that comes later cannot be put in."""
    root = make(tmp_path)
    assert refusal(root, 2026).findings[0].args["what_en"] == "2025 lies before 2026 and is open"
    seal(root)
    (root / "content/2024").mkdir()
    (root / "content/2024/index.md").write_text("# 2024\n", encoding="utf-8")
    assert refusal(root, 2024).findings[0].args["what_en"] == "2025 is sealed, 2024 lies before it"
    assert refusal(root, 2031).status == 2


def test_the_next_year_names_the_one_before(root: Path) -> None:
    """Its manifest holds the hash of the earlier manifest."""
    seal(root, 2026)
    manifest = json.loads((root / "sealed/2026.json").read_bytes())
    assert manifest["previous"] == hashlib.sha256((root / "sealed/2025.json").read_bytes()).hexdigest()
    assert found(root) == []


def test_nothing_is_sealed_over_a_changed_seal(root: Path) -> None:
    """The next link is put onto a whole chain only."""
    (root / "sealed/2025.zip").write_bytes(b"")
    assert codes(refusal(root, 2026).findings) == [("sealed/2025.zip", "PG701")]


@pytest.mark.parametrize("name", ["2025.zip", "2025.json"])
def test_a_disk_that_fails_leaves_nothing(
    tmp_path: Path, host: PageHost, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Neither the copies of the shared files nor an archive without manifest; the next try succeeds."""
    root = make(tmp_path)
    before, rename = files(root), Path.rename

    def fails(self: Path, target: Path) -> Path:
        if target.name == name:
            raise OSError(28, "No space left on device", str(target))
        return rename(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", fails)
        with pytest.raises(OSError, match="No space"):
            seal(root)
    assert files(root) == before
    seal(root)
    assert found(root) == []


def test_the_stand_in_ends_with_what_asked_for_it(original: Path) -> None:
    """What is made once for all tests leaves the installed host to those that build with it."""
    del original
    assert vars(wing)["find_host"] is find_host
