"""Between two revisions: where their ways parted, and which files differ."""

from plangen.source.git import GitFailed, RevisionRefused, git
from plangen.source.revision import Revision, is_shallow


def merge_base(one: Revision, other: Revision) -> Revision:
    """The commit where two revisions parted. Raises RevisionRefused where they have none in common."""
    try:
        answer = git(one.root, "merge-base", one.commit, other.commit)
    except GitFailed as failed:
        if is_shallow(one.root):
            zh = "这个仓库是浅克隆，找不到两边分开的地方；先运行 git fetch --unshallow（CI 里设 fetch-depth: 0）"
            en = (
                "this clone is shallow and does not reach to where both sides parted; run git fetch --unshallow "
                "(in CI: fetch-depth: 0)"
            )
            raise RevisionRefused(zh, en) from failed
        raise RevisionRefused("两个版本没有共同的历史", "the two revisions have no history in common") from failed
    return Revision(one.root, answer.decode("ascii", "replace").strip())


def changed_paths(base: Revision, head: Revision | None) -> list[str]:
    """The files below the folder that differ between two revisions, sorted; without a head, from the files there now.

    Files that git is told to ignore do not count.
    """
    options = ("--no-ext-diff", "--no-renames", "--relative", "--name-only", "-z")
    names = git(base.root, "diff", *options, base.commit, *([head.commit] if head else []), "--")
    if head is None:
        names += git(base.root, "ls-files", "--others", "--exclude-standard", "-z")
    found = {name.decode("utf-8", "surrogateescape") for name in names.split(b"\0") if name}
    return sorted(found)
