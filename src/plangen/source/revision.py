"""A revision of the repository that a handbook lies in: its files, read without a checkout.

Blobs are read as they are stored. `git archive` would leave out what `.gitattributes` marks `export-ignore`, fill in
`export-subst` and run filters, so that a version of the handbook would lack files or hold others.
"""

from collections.abc import Iterable
from pathlib import Path
from re import fullmatch

from plangen.findings import Finding
from plangen.source.files import ALLOWED, SourceFile, walk_place
from plangen.source.git import GitFailed, RevisionRefused, git
from plangen.source.limits import ASSET_BYTES
from plangen.source.site_config import named_content, parsed_config
from plangen.source.stored import Blob, Stored, stored_tree
from plangen.values import record, told


@record
class Revision:
    """A commit, with the folder of the clone (or a folder inside it) that paths are relative to."""

    root: Path
    commit: str

    def blobs(self, *paths: str) -> dict[str, Blob]:
        """The entries of the tree at these paths and below them, by path."""
        found: dict[str, Blob] = {}
        for line in git(self.root, "ls-tree", "-r", "-l", "-z", self.commit, "--", *paths).split(b"\0"):
            if line:
                facts, _, path = line.partition(b"\t")
                mode, _, oid, size = facts.decode("ascii").split()
                name = path.decode("utf-8", "surrogateescape")
                found[name] = Blob(int(mode, 8), oid, int(size) if size.isdigit() else 0)
        return found

    def contents(self, blobs: Iterable[Blob]) -> dict[str, bytes]:
        """The bytes of blobs, by object, in one call."""
        asked = list(dict.fromkeys(blob.oid for blob in blobs))
        answer = git(self.root, "cat-file", "--batch", given="".join(f"{oid}\n" for oid in asked).encode())
        found, at = dict[str, bytes](), 0
        for oid in asked:
            end = answer.find(b"\n", at)
            _, kind, size = (*answer[at:end].split(), b"", b"")[:3]
            if kind != b"blob":
                words = f"{oid[:12]} {kind.decode() or '?'}"
                raise RevisionRefused(
                    *told("仓库里缺少这个版本的文件（{words}）", "the clone lacks a file of it ({words})", words=words)
                )
            found[oid] = answer[end + 1 : end + 1 + int(size)]
            at = end + 2 + int(size)
        return found

    def read(self, path: str) -> bytes | None:
        """The bytes of one ordinary file, or None where there is no such file."""
        blob = self.blobs(path).get(path)
        return self.contents([blob])[blob.oid] if blob and blob.mode in _ORDINARY else None

    def holds(self, path: str) -> bool:
        """Whether there is an ordinary file of that path."""
        blob = None if path.startswith("/") or "\0" in path else self.blobs(path).get(path)
        return blob is not None and blob.mode in _ORDINARY

    def holds_page(self, folder: str, path: str) -> bool:
        """Whether a path is a file of the site's own pages, where those lie elsewhere than in the content folder."""
        docs = str(self.config().get("docs_dir") or "docs").removeprefix("./").rstrip("/")
        return docs != folder and not path.startswith("..") and self.holds(f"{docs}/{path}")

    def config(self) -> dict[str, object]:
        """The site generator's `mkdocs.yml` at this revision; empty where there is none."""
        return parsed_config((self.read("mkdocs.yml") or b"").decode("utf-8", "replace"))

    def content_folder(self) -> str:
        """The content folder that `mkdocs.yml` names at this revision. Raises RevisionRefused where it is not there."""
        folder = named_content(self.config())
        if not self.blobs(folder):
            short = self.commit[:7]
            raise RevisionRefused(
                *told(
                    "版本 {short} 里没有内容文件夹 {folder}/",
                    "{short} has no content folder {folder}/",
                    short=short,
                    folder=folder,
                )
            )
        return folder

    def walk(self, folder: str) -> tuple[list[SourceFile], list[Finding]]:
        """The files of a folder and what may not lie there, by the same rules as `walk` has for one on disk."""
        blobs = self.blobs(folder)
        wanted = [each for path, each in blobs.items() if path.endswith(ALLOWED) and _is_read(each)]
        return walk_place(stored_tree(blobs, self.contents(wanted), folder), folder, Stored.read)


_ORDINARY = frozenset({0o100644, 0o100755, 0o100664})


def _is_read(blob: Blob) -> bool:
    return blob.mode in _ORDINARY and blob.size <= ASSET_BYTES


def find_revision(root: Path, name: str) -> Revision:
    """The commit that a name means (a branch, a tag, `HEAD~3`, a hash). Raises RevisionRefused where there is none."""
    if not name or name.startswith("-") or not name.isprintable():
        raise RevisionRefused(*told("{name!r} 不是版本名", "{name!r} is no revision", name=name))
    try:
        answer = git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    except GitFailed:
        raise _unknown(root, name) from None
    commit = answer.decode("ascii", "replace").strip()
    if not fullmatch(r"[0-9a-f]{40,64}", commit):  # such as `^main`, which means all but main
        raise _unknown(root, name)
    return Revision(root, commit)


def revision_names(root: Path) -> list[str]:
    """The branches and tags of the repository, also those of its remotes; none where there is no repository."""
    places = ("refs/heads", "refs/tags", "refs/remotes")
    try:
        return git(root, "for-each-ref", "--format=%(refname:short)", *places).decode("utf-8", "replace").splitlines()
    except RevisionRefused:
        return []


def is_shallow(root: Path) -> bool:
    """Whether the clone lacks older history."""
    return git(root, "rev-parse", "--is-shallow-repository").strip() == b"true"


def _unknown(root: Path, name: str) -> RevisionRefused:
    """Why a name means no commit: no repository, a clone without its history, or no such name and what is near it."""
    try:
        shallow = is_shallow(root)
    except GitFailed as failed:
        if "not a git repository" in failed.words:
            return RevisionRefused(
                "这里不是 git 仓库，没有历史版本", "this is no git repository, so it has no revisions"
            )
        return failed
    if shallow:
        bare = (
            "这个仓库是浅克隆，里面没有版本 {name}；先运行 git fetch --unshallow（CI 里设 fetch-depth: 0）",
            "this clone is shallow and lacks the revision {name}; run git fetch --unshallow (in CI: fetch-depth: 0)",
        )
        return RevisionRefused(*told(*bare, name=name))
    near = _near(root, name)
    more = told("；是不是：{near}", "; did you mean {near}", near=near) if near else ("", "")
    return RevisionRefused(*told("没有版本 {name}{more}", "there is no revision {name}{more}", name=name, more=more))


def _near(root: Path, name: str) -> str:
    from plangen.values.near import nearest

    known = revision_names(root)
    remote = [each for each in known if each.endswith(f"/{name}")]
    return ", ".join(remote or nearest(name, known))
