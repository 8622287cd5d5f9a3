"""Build aside, then switch: readers see the old site or the new one, never a part of either."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from plangen.findings import Finding
from plangen.site.codes import REFUSED_FOLDER, Stopped
from plangen.site.publishing.disk import Disk
from plangen.site.publishing.manifest import NAME, read_manifest, strangers
from plangen.values import record, told
from plangen.values.span import Span

_WHY = {
    "root": ("它是手册所在的文件夹，或者包含手册", "it is, or contains, the folder of the handbook"),
    "content": ("它在手册的内容文件夹里", "it lies in the handbook's content folder"),
    "file": ("它是一个文件", "it is a file"),
    "git": ("里面有 .git，是一个代码仓库", "it holds .git, so it is a repository"),
    "manifest": told("里面的 {NAME} 读不出来", "its {NAME} cannot be read", NAME=NAME),
    "full": ("里面有不是 plangen 写的文件：{file}", "it holds a file that plangen has not written: {file}"),
}


@record
class Places:
    """The site folder and its siblings on the same file system. `site` must be a resolved path."""

    site: Path

    @property
    def next(self) -> Path:
        """Where a site is built before it is published."""
        return self._sibling("next")

    @property
    def previous(self) -> Path:
        """The release before this one, kept for a rollback."""
        return self._sibling("previous")

    @property
    def aside(self) -> Path:
        """The old site for the moment of switching, where the system cannot exchange two folders in one step."""
        return self._sibling("aside")

    @property
    def lock(self) -> Path:
        """The lock file of builds."""
        return self._sibling("lock")

    def _sibling(self, what: str) -> Path:
        return self.site.with_name(f".{self.site.name}.plangen-{what}")


def check_folder(root: Path, content: Path, site: Path) -> None:
    """Raise Stopped(PG801, exit 2) for a site folder whose replacement would lose something. Paths are resolved."""
    why = ""
    if site == root or site in root.parents:
        why = "root"
    elif site == content or content in site.parents:
        why = "content"
    elif site.exists() and not site.is_dir():
        why = "file"
    elif (site / ".git").exists():
        why = "git"
    if why:
        raise _refused(site, why)


def check_files(site: Path) -> None:
    """Raise Stopped(PG801, exit 2), naming a file, where the site folder holds one that no build has written.

    A file that a build has written may have been changed since: it is written again. Only for the holder of the lock,
    else another build could switch the site meanwhile.
    """
    if not site.is_dir():
        return
    manifest = read_manifest(site)
    if manifest is None and (site / NAME).exists():
        raise _refused(site, "manifest")
    file = next(strangers(site, manifest), "")
    if file:
        raise _refused(site, "full", file)


def _refused(site: Path, why: str, file: str = "") -> Stopped:
    zh, en = (text.format(file=file) for text in _WHY[why])
    args = {"folder": site.name or str(site), "why_zh": zh, "why_en": en}
    return Stopped(Finding(REFUSED_FOLDER, Span.whole(site.name or "/"), args), 2)


def recover(places: Places, disk: Disk) -> None:
    """Finish or undo what a killed build has left. Only for the holder of the lock."""
    if places.aside.exists():
        if places.site.exists():
            _keep(places.aside, places, disk)
        else:
            disk.rename(places.aside, places.site)
    disk.remove(places.next)


@contextmanager
def staging(places: Places, disk: Disk) -> Iterator[Path]:
    """An empty folder beside the site to build in; whatever is left of it at the end is removed."""
    disk.make(places.next)
    try:
        yield places.next
    finally:
        with suppress(OSError):
            disk.remove(places.next)


def switch(places: Places, disk: Disk) -> None:
    """Make the staged folder the site. Raises OSError with the old site still in place.

    The new files are on the medium before any reader can see them. What comes after the switch cannot fail the build:
    leftovers are removed by the next one.
    """
    disk.sync(places.next)
    if not places.site.exists():
        disk.rename(places.next, places.site)
    elif disk.exchange(places.next, places.site):
        _settle(places.next, places, disk)
    else:
        disk.rename(places.site, places.aside)
        try:
            disk.rename(places.next, places.site)
        except BaseException:  # Ctrl-C too must leave a site
            disk.rename(places.aside, places.site)
            raise
        _settle(places.aside, places, disk)


def go_back(places: Places, disk: Disk) -> None:
    """Let the site and the release before change places. Raises OSError with the site still in place."""
    if not places.site.exists():
        disk.rename(places.previous, places.site)
    elif not disk.exchange(places.previous, places.site):
        disk.rename(places.site, places.aside)
        try:
            disk.rename(places.previous, places.site)
        except BaseException:  # Ctrl-C too must leave a site
            disk.rename(places.aside, places.site)
            raise
        with suppress(OSError):  # else the next build finds it
            disk.rename(places.aside, places.previous)


def _settle(old: Path, places: Places, disk: Disk) -> None:
    with suppress(OSError):
        disk.sync(places.site.parent)
        _keep(old, places, disk)


def _keep(old: Path, places: Places, disk: Disk) -> None:
    """Keep the release that was replaced, in the place of the one before it."""
    if (old / NAME).is_file():
        disk.remove(places.previous)
        disk.rename(old, places.previous)
    else:
        disk.remove(old)
