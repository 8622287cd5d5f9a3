"""The files of a content folder: each looked at without following links, allowed by kind and name, read once."""

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Generic, Protocol, Self, TypeVar
from unicodedata import normalize

from plangen.findings import Finding, Level, declare
from plangen.source.limits import ASSET_BYTES, FOLDER_DEPTH, TEXT_BYTES
from plangen.source.names import bad_name, folded, printable, same_place, too_deep
from plangen.source.svg import harm
from plangen.source.text import too_large
from plangen.source.whole_picture import is_whole
from plangen.values import record, told
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
    manual="""The content folder has a device, pipe or socket, a folder named like a file, or an unreadable file.

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
    HTML and script files would run in the readers' browsers; other files would be silently ignored. An image whose
    content is of another kind than its name says, or that breaks off before its end, would be a broken frame.

Bad:
    content/2026/widget.html

Good:
    content/2026/chart.png
""",
)

PG607 = declare(
    "PG607",
    Level.ERROR,
    zh="SVG 图片里有不能发布的内容：{name}（{what}）",
    en="the SVG image holds what cannot be published: {name} ({what})",
    fix_zh="用绘图软件另存为“纯 SVG”，或导出成 PNG",
    fix_en="save it as plain SVG in the drawing program, or export it as PNG",
    manual="""An SVG image holds more than a drawing: a script, an event handler, HTML, an address elsewhere.

Why:
    Opened in full size an SVG is a page of the site: its scripts would run with the readers' rights, and what it
    loads from elsewhere tells others who reads which plan.

Bad:
    <svg xmlns="http://www.w3.org/2000/svg"><script>run()</script></svg>

Good:
    <svg xmlns="http://www.w3.org/2000/svg"><rect width="40" height="20"/></svg>
""",
)

PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg")
"""The kinds of images."""
TEXT_KINDS = (".yml", ".yaml", ".md")
ALLOWED = (*TEXT_KINDS, ".csv", *PICTURES)
HOMES = ("index.md", "plan.yml")
"""The files that make a folder a page of its own."""

_MAGIC: dict[str, bytes | tuple[bytes, ...]] = {
    ".png": b"\x89PNG\r\n\x1a\n",
    ".jpg": b"\xff\xd8\xff",
    ".jpeg": b"\xff\xd8\xff",
    ".gif": (b"GIF87a", b"GIF89a"),
    ".webp": b"RIFF",
}


class Place(Protocol):
    """What a walk asks of a file or folder: a path on disk, or an entry in the tree of a revision."""

    @property
    def name(self) -> str:
        """The last part of its path."""

    @property
    def stem(self) -> str:
        """The name without its ending."""

    @property
    def suffix(self) -> str:
        """The ending of the name."""

    def __truediv__(self, name: str, /) -> Self: ...

    def lstat(self) -> os.stat_result:
        """Mode and size, of a link its own; raises OSError where it is not there."""

    def is_symlink(self) -> bool:
        """Whether it is a symbolic link."""

    def iterdir(self) -> Iterator[Self]:
        """What lies in the folder."""


P = TypeVar("P", bound=Place)


@record
class SourceFile:
    """A file as it was read. `path` is relative to the root, with `/` and in normal form C on every system."""

    path: str
    data: bytes


def walk(root: Path, folder: str) -> tuple[list[SourceFile], list[Finding]]:
    """Every file below `root/folder`, sorted by path, and what may not lie there (PG103, PG601 to PG606).

    Looks at each path with lstat, opens ordinary files only and each once. Names that begin with a dot are left out,
    except that links and a `.git` are refused.
    """
    top = folder.strip("/")
    return walk_place(root / top, top, _bytes_of)


def walk_place(top: P, path: str, read: Callable[[P, int], bytes]) -> tuple[list[SourceFile], list[Finding]]:
    """The same for a folder that lies anywhere; `read` gives the bytes of an ordinary file, up to one above a limit."""
    walker = _Walker(read)
    walker.visit(top, path, 0)
    return sorted(walker.files, key=lambda file: file.path), walker.found


class _Walker(Generic[P]):
    def __init__(self, read: Callable[[P, int], bytes]) -> None:
        self.bytes_of = read
        self.files: list[SourceFile] = []
        self.found: list[Finding] = []

    def visit(self, place: P, path: str, depth: int) -> None:
        """Look at one file or folder: `place` is where it lies, `path` what it is called in findings."""
        try:
            status = place.lstat()
            if stat.S_ISLNK(status.st_mode):
                self._find(PG601, path)
            elif stat.S_ISDIR(status.st_mode):
                self._folder(place, path, depth)
            elif not stat.S_ISREG(status.st_mode):
                self._find(PG602, path, what_zh="特殊文件", what_en="a special file")
            elif path.endswith(ALLOWED):
                self._read(place, path, status.st_size)
            else:
                self._kind(path, "", "")
        except OSError as error:
            if not depth and isinstance(error, FileNotFoundError):
                return  # without the folder there is no handbook, and that is said once
            reason = error.strerror or type(error).__name__
            zh, en = told("无法读取：{reason}", "unreadable: {reason}", reason=reason)
            self._find(PG602, path, what_zh=zh, what_en=en)

    def _folder(self, place: P, path: str, depth: int) -> None:
        if depth and path.endswith(ALLOWED):
            self._find(PG602, path, what_zh="是文件夹，却像文件名", what_en="a folder with a file's name")
        elif depth > FOLDER_DEPTH:
            self.found.append(too_deep(path, FOLDER_DEPTH))
        else:
            children = sorted(place.iterdir(), key=_order)
            self._collisions(path, [child for child in children if not child.name.startswith(".")])
            for child in children:
                inner = _joined(path, normalize("NFC", child.name))
                if self._welcome(child, inner):
                    self.visit(child, inner, depth + 1)

    def _welcome(self, place: P, path: str) -> bool:
        """Whether a name is to be looked at: reports bad names and `.git`, passes over other names with a dot."""
        if place.name.startswith("."):
            if place.name == ".git":
                self._kind(path, "", "")
                return False
            return place.is_symlink()
        finding = bad_name(path, place.name)
        if finding:
            self.found.append(finding)
        return finding is None

    def _read(self, place: P, path: str, size: int) -> None:
        limit = TEXT_BYTES if path.endswith(TEXT_KINDS) else ASSET_BYTES
        data = self.bytes_of(place, limit) if size <= limit else b""
        if max(size, len(data)) > limit:
            sizes = (f"{max(size, len(data)):,} B", f"{limit:,} B")
            self.found.append(too_large(Span.whole(path), "文件太大", "the file is too large", *sizes))
        elif not data.startswith(_MAGIC.get(place.suffix, b"")):
            self._kind(path, "（内容不是这种图片）", " (its content is no such image)")
        elif not is_whole(place.suffix, data):
            self._kind(path, "（图片不完整，后面缺了一段）", " (the image breaks off before its end)")
        elif what := harm(data) if path.endswith(".svg") else "":
            self._find(PG607, path, what=printable(what))
        else:
            self.files.append(SourceFile(path, data))

    def _collisions(self, path: str, children: list[P]) -> None:
        first: dict[str, P] = {}
        for child in children:
            other = first.setdefault(folded(f"{child.stem}.yml" if child.suffix == ".yaml" else child.name), child)
            if other is not child:
                self.found.append(same_place(_joined(path, child.name), _joined(path, other.name)))
        for child in children:
            folder = first.get(folded(child.stem)) if child.suffix in TEXT_KINDS else None
            home = next((name for name in HOMES if _is_there(folder / name)), "") if folder else ""
            if folder and home:
                self.found.append(same_place(_joined(path, child.name), _joined(path, f"{folder.name}/{home}")))
        if "index.md" in first and "readme.md" in first:
            self.found.append(same_place(_joined(path, first["readme.md"].name), _joined(path, "index.md")))

    def _kind(self, path: str, why_zh: str, why_en: str) -> None:
        self._find(PG604, path, why_zh=why_zh, why_en=why_en, allowed=" ".join(ALLOWED))

    def _find(self, code: str, path: str, **args: object) -> None:
        self.found.append(Finding(code, Span.whole(path), {"name": path.rpartition("/")[2], **args}))


def _joined(path: str, name: str) -> str:
    """The path of a name inside a folder, as findings print it."""
    return f"{path}/{printable(name)}" if path else printable(name)


def _is_there(place: Place) -> bool:
    try:
        place.lstat()
    except OSError:
        return False
    return True


def _order(place: Place) -> tuple[str, bytes]:
    """Sort by the name's normal form, then by its bytes: the same order on every file system."""
    return normalize("NFC", place.name), os.fsencode(place.name)


def _bytes_of(place: Path, limit: int) -> bytes:
    """The bytes of an ordinary file; never follows a link and never waits, even where the file was just replaced."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(place, flags), "rb") as stream:
        if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            raise OSError("replaced while it was read")
        return stream.read(limit + 1)
