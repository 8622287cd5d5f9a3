"""The files of a content folder: each looked at without following links, allowed by kind and name, read once."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize

from plangen.findings import Finding, Level, declare
from plangen.source.limits import ASSET_BYTES, FOLDER_DEPTH, TEXT_BYTES
from plangen.source.names import bad_name, folded, printable, same_place, too_deep
from plangen.source.text import too_large
from plangen.values.span import Span

PG601 = declare(
    "PG601",
    Level.ERROR,
    zh="不允许符号链接：{name}",
    en="symbolic links are not allowed: {name}",
    fix_zh="删除链接，放入文件本身",
    fix_en="delete the link and put the file itself there",
    manual="""A symbolic link lies in the content folder.

Why:
    A link can lead out of the handbook: followed, it would publish files of the machine that builds the site.
    Links are not opened, wherever they lead.

Bad:
    content/2026/market.md -> /somewhere/else.md

Good:
    content/2026/market.md, an ordinary file
""",
)

PG602 = declare(
    "PG602",
    Level.ERROR,
    zh="不是可以读取的普通文件或文件夹：{name}（{what_zh}）",
    en="not an ordinary file or folder that can be read: {name} ({what_en})",
    fix_zh="删除它，或换成普通文件",
    fix_en="delete it, or replace it by an ordinary file",
    manual="""A device, pipe or socket, a folder named like a file, or a file that cannot be read lies in the content folder.

Why:
    Reading a pipe waits for ever; a folder named `x.md` is mistaken for a page.

Bad:
    content/2026/market.md/ (a folder)

Good:
    content/2026/market/index.md
""",
)

PG604 = declare(
    "PG604",
    Level.ERROR,
    zh="内容文件夹里不能有这种文件：{name}{why_zh}",
    en="this kind of file cannot lie in the content folder: {name}{why_en}",
    fix_zh="移走或删除；允许的文件：{allowed}",
    fix_en="move or delete it; allowed are {allowed}",
    manual="""A file of a kind that the handbook does not read lies in the content folder.

Why:
    HTML, SVG and script files would run in the readers' browsers; other files would be silently ignored.

Bad:
    content/2026/widget.html

Good:
    content/2026/chart.png
""",
)

TEXT_KINDS = (".yml", ".yaml", ".md")
ALLOWED = (*TEXT_KINDS, ".csv", ".png", ".jpg", ".jpeg", ".webp", ".gif")
_MAGIC = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".gif": (b"GIF87a", b"GIF89a"),
    ".webp": (b"RIFF",),
}


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file as it was read. `path` is relative to the root, with `/` and in normal form C on every system."""

    path: str
    data: bytes


def walk(root: Path, folder: str) -> tuple[list[SourceFile], list[Finding]]:
    """Every file below `root/folder`, sorted by path, and what may not lie there (PG103, PG601 to PG606).

    Looks at each path with lstat, opens ordinary files only and each once. Names that begin with a dot are left out,
    except that links and a `.git` are refused.
    """
    walker = _Walker()
    top = folder.strip("/")
    walker.visit(os.path.join(root, top) if top else str(root), top, 0)
    return sorted(walker.files, key=lambda file: file.path), walker.found


class _Walker:
    def __init__(self) -> None:
        self.files: list[SourceFile] = []
        self.found: list[Finding] = []

    def visit(self, place: str, path: str, depth: int) -> None:
        """Look at one file or folder: `place` is where it lies, `path` what it is called in findings."""
        try:
            status = os.lstat(place)
        except OSError as error:
            return self._unreadable(path, error)
        name = path.rpartition("/")[2]
        if stat.S_ISLNK(status.st_mode):
            self._find(PG601, path, name=name)
        elif stat.S_ISDIR(status.st_mode):
            self._folder(place, path, depth)
        elif not stat.S_ISREG(status.st_mode):
            self._find(PG602, path, name=name, what_zh="特殊文件", what_en="a special file")
        elif self._allowed(path, name):
            self._read(place, path, status)

    def _folder(self, place: str, path: str, depth: int) -> None:
        name = path.rpartition("/")[2]
        if depth and name.endswith(ALLOWED):
            return self._find(PG602, path, name=name, what_zh="是文件夹，却像文件名", what_en="a folder with a file's name")
        if depth > FOLDER_DEPTH:
            self.found.append(too_deep(path, FOLDER_DEPTH))
            return None
        try:
            names = sorted(os.listdir(place), key=_order)
        except OSError as error:
            return self._unreadable(path, error)
        self._collisions(path, [name for name in names if not name.startswith(".")], place)
        for name in names:
            inner = f"{path}/{normalize('NFC', printable(name))}" if path else normalize("NFC", printable(name))
            if self._welcome(os.path.join(place, name), inner, name):
                self.visit(os.path.join(place, name), inner, depth + 1)
        return None

    def _welcome(self, place: str, path: str, name: str) -> bool:
        """Whether a name is to be looked at: reports bad names and `.git`, passes over other names with a dot."""
        if name.startswith("."):
            if name == ".git":
                self._find(PG604, path, name=name, why_zh="", why_en="", allowed=" ".join(ALLOWED))
            return os.path.islink(place)
        finding = bad_name(path, name)
        if finding:
            self.found.append(finding)
        return finding is None

    def _allowed(self, path: str, name: str) -> bool:
        if name.endswith(ALLOWED) and not name.startswith("."):
            return True
        if not name.startswith("."):
            self._find(PG604, path, name=name, why_zh="", why_en="", allowed=" ".join(ALLOWED))
        return False

    def _read(self, place: str, path: str, status: os.stat_result) -> None:
        limit = TEXT_BYTES if path.endswith(TEXT_KINDS) else ASSET_BYTES
        if status.st_size > limit:
            sizes = (f"{status.st_size:,} B", f"{limit:,} B")
            self.found.append(too_large(Span.whole(path), "文件太大", "the file is too large", *sizes))
            return
        try:
            data = _bytes_of(place, limit)
        except OSError as error:
            return self._unreadable(path, error)
        magic = _MAGIC.get(path[path.rfind(".") :])
        if magic and not data.startswith(magic):
            why = {"why_zh": "（内容不是这种图片）", "why_en": " (its content is no such image)"}
            self._find(PG604, path, name=path.rpartition("/")[2], allowed=" ".join(ALLOWED), **why)
        else:
            self.files.append(SourceFile(path, data))

    def _collisions(self, path: str, names: list[str], place: str) -> None:
        first: dict[str, str] = {}
        base = f"{path}/" if path else ""
        for name in names:
            other = first.setdefault(folded(name), name)
            if other != name:
                self.found.append(same_place(base + printable(name), base + printable(other)))
        for name in names:
            folder = first.get(folded(name[:-3])) if name.endswith(".md") else None
            for inner in ("index.md", "plan.yml") if folder else ():
                if os.path.lexists(os.path.join(place, folder or "", inner)):
                    self.found.append(same_place(base + printable(name), f"{base}{printable(folder or '')}/{inner}"))
                    break
        if "index.md" in first and "readme.md" in first:
            self.found.append(same_place(base + first["readme.md"], base + first["index.md"]))

    def _unreadable(self, path: str, error: OSError) -> None:
        reason = error.strerror or type(error).__name__
        self._find(PG602, path, name=path.rpartition("/")[2], what_zh=f"无法读取：{reason}", what_en=f"unreadable: {reason}")

    def _find(self, code: str, path: str, **args: object) -> None:
        self.found.append(Finding(code, Span.whole(path), args))


def _order(name: str) -> tuple[str, bytes]:
    """Sort by the name's normal form, then by its bytes: the same order on every file system."""
    return normalize("NFC", name), os.fsencode(name)


def _bytes_of(place: str, limit: int) -> bytes:
    """The bytes of an ordinary file; never follows a link and never waits, even where the file was just replaced."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with open(os.open(place, flags), "rb") as stream:
        if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            raise OSError("replaced while it was read")
        return stream.read(limit + 1)
