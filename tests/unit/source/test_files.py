"""The walk over a content folder: links, special files, kinds, names and collisions."""

import os
from pathlib import Path

import pytest

from plangen.findings import message, way_out
from plangen.source import walk
from plangen.source.names import printable

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\0IEND\xaeB`\x82"


def lay(root: Path, files: dict[str, bytes]) -> Path:
    """Files below `root/content`."""
    for name, data in files.items():
        target = root / "content" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return root


def found(root: Path) -> list[str]:
    """Code and path of each finding, after a look at its sentences."""
    findings = walk(root, "content")[1]
    for finding in findings:
        for language in ("zh", "en"):
            assert "{" not in message(finding, language) + way_out(finding, language)
        finding.span.file.encode()
    return [f"{finding.code} {finding.span.file}" for finding in findings]


def paths(root: Path) -> list[str]:
    """The paths that were read."""
    return [file.path for file in walk(root, "content")[0]]


def test_files_are_read_in_order(tmp_path: Path) -> None:
    """Sorted by path, as bytes, hidden names left out."""
    names = ["b.yml", "a/z.yml", "a/b.md", "a-b/c.csv", "预算.md", "x.png", ".gitignore", "a/.gitkeep", ".cache/x.html"]
    root = lay(tmp_path, {name: PNG if name.endswith("png") else name.encode() for name in names})
    files, findings = walk(root, "content")
    assert findings == []
    assert [file.path for file in files] == [
        "content/a-b/c.csv",
        "content/a/b.md",
        "content/a/z.yml",
        "content/b.yml",
        "content/x.png",
        "content/预算.md",
    ]
    assert files[1].data == b"a/b.md"


@pytest.mark.parametrize("target", ["/etc/passwd", "/etc", ".", "nowhere", "a.yml"])
def test_links_are_refused(tmp_path: Path, target: str) -> None:
    """Files, folders, loops and links to nothing; none is opened."""
    root = lay(tmp_path, {"a.yml": b"a: 1"})
    (root / "content" / "l.md").symlink_to(target)
    (root / "content" / ".hidden").symlink_to(target)
    assert found(root) == ["PG601 content/.hidden", "PG601 content/l.md"]
    assert paths(root) == ["content/a.yml"]


def test_the_folder_itself_may_be_no_link(tmp_path: Path) -> None:
    """Where it is missing the reader says that there is no handbook, and nothing else is said."""
    (tmp_path / "content").symlink_to("/etc")
    assert found(tmp_path) == ["PG601 content"]
    (tmp_path / "content").unlink()
    assert found(tmp_path) == []


def test_special_files_do_not_hang(tmp_path: Path) -> None:
    """A pipe is not opened; a folder named like a file is not entered."""
    root = lay(tmp_path, {"x.md/k.txt": b"k", "a.yml": b""})
    os.mkfifo(root / "content" / "f.md")
    assert found(root) == ["PG602 content/f.md", "PG602 content/x.md"]


def test_unreadable_files_are_findings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not exceptions."""

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    root = lay(tmp_path, {"a.yml": b""})
    monkeypatch.setattr(os, "open", refuse)
    assert found(root) == ["PG602 content/a.yml"]


def test_a_file_that_becomes_a_pipe_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the look and the opening."""
    root = lay(tmp_path, {"a.yml": b""})
    before = os.lstat(root / "content" / "a.yml")
    (root / "content" / "a.yml").unlink()
    os.mkfifo(root / "content" / "a.yml")
    real = Path.lstat
    monkeypatch.setattr(Path, "lstat", lambda path: before if path.name == "a.yml" else real(path))
    assert found(root) == ["PG602 content/a.yml"]


@pytest.mark.parametrize("name", ["r.html", "p.xml", "x.js", "h.py", "A.MD", "b.txt", "noext", "x.md.bak"])
def test_other_kinds_are_refused(tmp_path: Path, name: str) -> None:
    """The finding names what is allowed."""
    root = lay(tmp_path, {name: b""})
    assert found(root) == [f"PG604 content/{name}"]
    assert ".yml" in way_out(walk(root, "content")[1][0])


def test_a_git_folder_is_refused(tmp_path: Path) -> None:
    """Below content it is none of ours."""
    assert found(lay(tmp_path, {".git/config": b"", "a/.git": b""})) == ["PG604 content/.git", "PG604 content/a/.git"]


def test_a_picture_must_be_one(tmp_path: Path) -> None:
    """HTML called .png is refused."""
    root = lay(tmp_path, {"a.png": b"<script>", "b.png": PNG, "c.gif": b"GIF89a 1 pixel;", "d.jpg": b"x"})
    assert found(root) == ["PG604 content/a.png", "PG604 content/d.jpg"]


def test_large_files_are_not_read(tmp_path: Path) -> None:
    """The size is looked at before the file is."""
    root = lay(tmp_path, {"a.yml": b"x" * 2_000_001, "b.csv": b"x" * 2_000_001})
    assert found(root) == ["PG103 content/a.yml"]


@pytest.mark.parametrize(
    "name",
    ["a\nb", "q?x", "h#x", "p%2e", "<img>", '"q"', "con", "a:b", "a\\b", "\u202egpj", "x" * 200, "-rf", "NUL", "a\x7f"],
)
def test_bad_names_are_refused(tmp_path: Path, name: str) -> None:
    """Once, printed escaped."""
    root = lay(tmp_path, {f"{name}.md": b""})
    assert [finding.split()[0] for finding in found(root)] == ["PG605"]
    assert "\n" not in walk(root, "content")[1][0].span.file


@pytest.mark.parametrize("name", ["a ", "a.", " a", "aux", "a?"])
def test_bad_folders_are_not_entered(tmp_path: Path, name: str) -> None:
    """One finding for the folder, none for what is in it."""
    assert found(lay(tmp_path, {f"{name}/x.html": b""})) == [f"PG605 content/{name}"]


@pytest.mark.parametrize("name", ["e😀", "a&b", "预算", "Q1-plan_b", "a.b", "a b", "x" * 190])
def test_good_names_are_read(tmp_path: Path, name: str) -> None:
    """Letters of any script and a few marks."""
    root = lay(tmp_path, {f"{name}.md": b""})
    assert found(root) == []
    assert paths(root) == [f"content/{name}.md"]


def test_names_that_are_no_text(tmp_path: Path) -> None:
    """Bytes that are no UTF-8 are shown escaped."""
    lay(tmp_path, {"a.md": b""})
    (Path(os.fsdecode(os.fsencode(tmp_path / "content") + b"/\xff\xfe.md"))).write_bytes(b"")
    assert found(tmp_path) == ["PG605 content/\\xff\\xfe.md"]
    assert printable("a\u202eb\n") == "a\\u202eb\\x0a"


def test_deep_folders_are_refused(tmp_path: Path) -> None:
    """At the level that is too deep."""
    root = lay(tmp_path, {"/".join(f"d{i}" for i in range(60)) + "/x.md": b""})
    assert [finding.split()[0] for finding in found(root)] == ["PG605"]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Plan.md", "plan.md", "content/plan.md"),
        ("é.md", "e\u0301.md", "content/é.md"),
        ("a.md", "a/index.md", "content/a.md"),
        ("a.md", "a/plan.yml", "content/a.md"),
        ("A/x.md", "a/y.md", "content/a"),
        ("README.md", "index.md", "content/README.md"),
    ],
)
def test_collisions_are_refused(tmp_path: Path, first: str, second: str, expected: str) -> None:
    """Both paths are named."""
    root = lay(tmp_path, {first: b"", second: b""})
    findings = walk(root, "content")[1]
    assert [finding.code for finding in findings] == ["PG606"]
    assert findings[0].span.file in (expected, expected.replace("é", "e\u0301"))
    assert findings[0].related


def test_a_narrative_beside_a_folder_of_pictures_is_fine(tmp_path: Path) -> None:
    """Only folders with a page of their own collide."""
    assert found(lay(tmp_path, {"a.md": b"", "a/x.png": PNG})) == []
