"""Reading a folder at a git revision: the same files and findings as on disk, and one sentence where it cannot be."""

import os
import subprocess
from pathlib import Path

import pytest

from plangen.source import walk
from plangen.source.git import LOCAL, RevisionRefused
from plangen.source.history import commit_day
from plangen.source.revision import Revision, find_revision, revision_names
from repositories import commit, run_git

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\0IEND\xaeB`\x82"


def lay(root: Path, files: dict[str, bytes]) -> Path:
    """Files below `root`."""
    for name, data in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
    return root


def refused(root: Path, name: str) -> str:
    """The sentence that refuses a revision."""
    with pytest.raises(RevisionRefused) as caught:
        find_revision(root, name)
    assert caught.value.zh
    return caught.value.en


def test_the_files_are_those_of_the_revision(tmp_path: Path) -> None:
    """Chinese names, a renamed file, bytes as they were; what lies in the folder now is not looked at."""
    lay(tmp_path, {"content/2026/华东/计划.yml": b"a: 1\r\n", "content/x.png": PNG, "other/y.md": b"y"})
    first = commit(tmp_path)
    (tmp_path / "content/2026/华东/计划.yml").rename(tmp_path / "content/2026/华东/目标.yml")
    commit(tmp_path)
    lay(tmp_path, {"content/new.md": b"not committed"})
    revision = find_revision(tmp_path, "main~1")
    assert revision.commit == first
    files, findings = revision.walk("content")
    assert findings == []
    assert [(file.path, file.data) for file in files] == [
        ("content/2026/华东/计划.yml", b"a: 1\r\n"),
        ("content/x.png", PNG),
    ]
    assert [file.path for file in find_revision(tmp_path, "main").walk("content")[0]] == [
        "content/2026/华东/目标.yml",
        "content/x.png",
    ]


def test_the_rules_are_those_of_a_folder_on_disk(tmp_path: Path) -> None:
    """Links, kinds, names, sizes, collisions: the same findings in the same order, and the same files."""
    hostile = {
        "content/a.yml": b"a: 1",
        "content/page.html": b"",
        "content/q?.md": b"",
        "content/fake.png": b"<script>",
        "content/large.yml": b"x" * 2_000_001,
        "content/a.md": b"",
        "content/A.md": b"",
        "content/b.md": b"",
        "content/b/index.md": b"",
        "content/x.md/inner.yml": b"",
        "content/.hidden/secret.html": b"",
        "content/sub/.keep": b"",
        "content/" + "/".join("d" * 40) + "/deep.md": b"",
    }
    lay(tmp_path, hostile)
    (tmp_path / os.fsdecode(b"content/\xff.md")).write_bytes(b"")
    for name, target in {"l.md": "a.yml", ".l": "/etc", "folder": "sub", "nowhere.png": "none"}.items():
        (tmp_path / "content" / name).symlink_to(target)
    commit(tmp_path)
    files, findings = find_revision(tmp_path, "HEAD").walk("content")
    on_disk, told = walk(tmp_path, "content")
    assert sorted(finding.code for finding in findings) == [
        *["PG103", *["PG601"] * 4, "PG602", *["PG604"] * 2, *["PG605"] * 3, *["PG606"] * 2]
    ]
    assert findings == told
    assert files == on_disk


def test_a_submodule_is_no_part_of_it(tmp_path: Path) -> None:
    """What it holds is in another repository; that is said."""
    lay(tmp_path, {"content/a.yml": b""})
    head = commit(tmp_path)
    run_git(tmp_path, "update-index", "--add", "--cacheinfo", f"160000,{head},content/sub")
    run_git(tmp_path, "commit", "--quiet", "--message", "sub")
    files, findings = find_revision(tmp_path, "HEAD").walk("content")
    assert [finding.code for finding in findings] == ["PG602"]
    assert [file.path for file in files] == ["content/a.yml"]


def test_the_content_folder_may_be_no_link(tmp_path: Path) -> None:
    """As on disk."""
    lay(tmp_path, {"real/a.yml": b""})
    (tmp_path / "content").symlink_to("real")
    commit(tmp_path)
    files, findings = find_revision(tmp_path, "HEAD").walk("content")
    assert (files, [finding.code for finding in findings]) == ([], ["PG601"])


def test_attributes_leave_nothing_out(tmp_path: Path) -> None:
    """`git archive` would: nothing may be missing or filled in because of `.gitattributes`."""
    attributes = b"secret.yml export-ignore\nstamp.yml export-subst\n*.yml eol=crlf\n"
    lay(tmp_path, {".gitattributes": attributes, "content/secret.yml": b"a: 1\n", "content/stamp.yml": b"$Format:%H$"})
    commit(tmp_path)
    files, _ = find_revision(tmp_path, "HEAD").walk("content")
    assert [file.data for file in files] == [b"a: 1\n", b"$Format:%H$"]


def test_a_handbook_in_a_folder_of_a_repository(tmp_path: Path) -> None:
    """Paths are relative to the handbook's folder, not to the repository's."""
    root = lay(tmp_path, {"books/sales/content/a.yml": b"1", "content/a.yml": b"2"}) / "books" / "sales"
    commit(tmp_path)
    files, _ = find_revision(root, "HEAD").walk("content")
    assert [(file.path, file.data) for file in files] == [("content/a.yml", b"1")]


def test_single_files(tmp_path: Path) -> None:
    """Read whole; links and what is not there are none."""
    lay(tmp_path, {"sealed/2025.tar": b"\0bytes", "content/a.yml": b""})
    (tmp_path / "link").symlink_to("content/a.yml")
    commit(tmp_path)
    revision = find_revision(tmp_path, "HEAD")
    assert revision.read("sealed/2025.tar") == b"\0bytes"
    assert [revision.read(name) for name in ("sealed/2024.tar", "link", "content")] == [None] * 3
    assert [revision.holds(name) for name in ("content/a.yml", "link", "content", "/etc/passwd")] == [
        *[True, False, False, False]
    ]


def test_the_content_folder_is_the_one_named_then(tmp_path: Path) -> None:
    """`mkdocs.yml` is that of the revision."""
    config = b"plugins: [plangen: {content: %s}]\n"
    lay(tmp_path, {"mkdocs.yml": config % b"plans", "plans/handbook.yml": b""})
    commit(tmp_path)
    lay(tmp_path, {"mkdocs.yml": config % b"content"})
    commit(tmp_path)
    assert find_revision(tmp_path, "HEAD~1").content_folder() == "plans"
    with pytest.raises(RevisionRefused, match="has no content folder content/"):
        find_revision(tmp_path, "HEAD").content_folder()


def test_the_day_is_that_of_the_content(tmp_path: Path) -> None:
    """Of its last commit up to the revision; commits of other files do not count, nor do those behind it."""
    lay(tmp_path, {"content/a.yml": b"1"})
    commit(tmp_path, "2026-02-01")
    lay(tmp_path, {"README": b""})
    second = commit(tmp_path, "2026-03-01")
    lay(tmp_path, {"content/a.yml": b"2"})
    commit(tmp_path, "2026-04-01")
    assert commit_day(tmp_path, "content", second) == "2026-02-01"
    assert commit_day(tmp_path, "content") == "2026-04-01"


@pytest.mark.parametrize("name", ["-x", "--help", "", "a\nb", "a\0b"])
def test_no_option_is_a_revision(tmp_path: Path, name: str) -> None:
    """Refused before git is called: there is no repository here."""
    assert refused(tmp_path, name).endswith("is no revision")


@pytest.mark.parametrize("name", ["nosuch", "HEAD~9", "^HEAD", "HEAD..HEAD", "HEAD:content", "0" * 40, "main mian"])
def test_unknown_revisions(tmp_path: Path, name: str) -> None:
    """Names, ranges, exclusions, folders and hashes that are no commit of this repository."""
    commit(lay(tmp_path, {"content/a.yml": b""}))
    assert refused(tmp_path, name).startswith(f"there is no revision {name}")


def test_near_names_are_told(tmp_path: Path) -> None:
    """A slip, and a branch that only the remote has."""
    commit(lay(tmp_path / "far", {"content/a.yml": b""}))
    run_git(tmp_path / "far", "branch", "targets")
    run_git(tmp_path, "clone", "--quiet", str(tmp_path / "far"), "near")
    root = tmp_path / "near"
    assert refused(root, "mian") == "there is no revision mian; did you mean main"
    assert refused(root, "targets").endswith("did you mean origin/targets")
    assert {"main", "origin/targets"} <= set(revision_names(root))


def test_a_shallow_clone_says_how_to_deepen_it(tmp_path: Path) -> None:
    """The commit before is not there, and no spelling would help."""
    root = lay(tmp_path / "far", {"content/a.yml": b""})
    commit(root)
    commit(root)
    run_git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{root}", "near")
    assert "git fetch --unshallow (in CI: fetch-depth: 0)" in refused(tmp_path / "near", "HEAD~1")


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither here nor above."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert refused(tmp_path, "main") == "this is no git repository, so it has no revisions"
    assert revision_names(tmp_path) == []
    assert commit_day(tmp_path, "content") == ""


def test_no_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the program is missing."""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert refused(tmp_path, "main") == "git cannot be run; it is needed to read a revision"
    assert commit_day(tmp_path, "content") == ""


def test_git_that_hangs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not waited for without end."""
    program = tmp_path / "git"
    program.write_text("#!/bin/sh\nexec sleep 60\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setattr("plangen.source.git.SECONDS", 0.1)
    assert refused(tmp_path, "main") == "git gave no answer within 0.1 seconds"


def test_missing_objects_are_told(tmp_path: Path) -> None:
    """A damaged clone gives a sentence, not half a handbook."""
    commit(lay(tmp_path, {"content/a.yml": b"a: 1"}))
    oid = run_git(tmp_path, "rev-parse", "HEAD:content/a.yml")
    (tmp_path / ".git/objects" / oid[:2] / oid[2:]).unlink()
    with pytest.raises(RevisionRefused):
        find_revision(tmp_path, "HEAD").walk("content")


def test_a_hook_does_not_lead_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Inside a hook of another repository the folder's own is read; every variable that git calls local is judged."""
    commit(lay(tmp_path / "here", {"content/a.yml": b""}))
    commit(lay(tmp_path / "there", {"content/b.yml": b""}))
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "there/.git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "there/.git/index"))
    files, _ = find_revision(tmp_path / "here", "HEAD").walk("content")
    assert [file.path for file in files] == ["content/a.yml"]
    local = subprocess.run(["git", "rev-parse", "--local-env-vars"], capture_output=True, text=True, check=True)
    settings = {"GIT_CONFIG", "GIT_CONFIG_PARAMETERS", "GIT_CONFIG_COUNT", "GIT_NO_REPLACE_OBJECTS"}
    assert set(local.stdout.split()) - settings - {"GIT_IMPLICIT_WORK_TREE", "GIT_INTERNAL_SUPER_PREFIX"} <= set(LOCAL)


def test_a_bare_repository(tmp_path: Path) -> None:
    """It has no files on disk, but revisions."""
    commit(lay(tmp_path / "far", {"content/a.yml": b"1"}))
    run_git(tmp_path, "clone", "--quiet", "--bare", str(tmp_path / "far"), "bare.git")
    revision: Revision = find_revision(tmp_path / "bare.git", "main")
    assert [file.path for file in revision.walk("content")[0]] == ["content/a.yml"]
