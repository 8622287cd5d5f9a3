"""Which names a file or folder of the content may have, so that every system, link and address can carry them."""

import re
from unicodedata import normalize

from plangen.findings import Finding, Level, declare
from plangen.source.limits import NAME_BYTES
from plangen.source.text import CONTROL, HIDDEN
from plangen.values import told
from plangen.values.span import Span

PG605 = declare(
    "PG605",
    Level.ERROR,
    zh="文件或文件夹的名字不可用：{name}（{why_zh}）",
    en="the name of a file or folder cannot be used: {name} ({why_en})",
    fix_zh="改名：用字母、汉字、数字、“-”“_”，不超过 {limit} 字节",
    fix_en="rename it with letters, digits, '-' and '_', at most {limit} bytes",
    manual="""The name of a file or folder has characters that a system, a link or an address cannot carry.

Why:
    A name becomes part of a page's address. Names with `<>:"|?*`, backslashes, `#`, `%`, control characters, a space
    or dot at the end, or reserved by Windows (con, nul, com1) cannot be checked out, linked or typed everywhere.

Bad:
    content/2026/adhesives/q1?.md

Good:
    content/2026/adhesives/q1-review.md
""",
)

PG606 = declare(
    "PG606",
    Level.ERROR,
    zh="“{name}”与“{other}”会成为同一个文件或页面",
    en='"{name}" and "{other}" would be one file or page',
    fix_zh="改名或合并其中一个",
    fix_en="rename or merge one of them",
    manual="""Two names differ only in capitals or in the normal form of their letters, or lead to the same page.

Why:
    On many systems the two are one file, and one of them is lost silently. `market.md` and `market/index.md` (or the
    plan folder `market/`) have the same address on the site.

Bad:
    content/2026/market.md beside content/2026/market/index.md

Good:
    content/2026/market/index.md only
""",
)

_FORBIDDEN = re.compile(r'[<>:"\\|?*#%]')
_DEVICE = re.compile(r"(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$")


def printable(name: str) -> str:
    """A name that can be printed: what is not text (bytes that are no UTF-8, controls, hidden marks) is escaped."""
    return "".join(_escape(c) if CONTROL.match(c) or HIDDEN.match(c) or c in "\n\t" else c for c in name)


def _escape(character: str) -> str:
    number = ord(character)
    if 0xDC80 <= number <= 0xDCFF:
        return f"\\x{number - 0xDC00:02x}"
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}"


def bad_name(path: str, name: str) -> Finding | None:
    """PG605 where a name cannot be used. `path` is the printable path of the file or folder."""
    why = _why(name)
    if why is None:
        return None
    args = {"name": printable(name), "why_zh": why[0], "why_en": why[1], "limit": NAME_BYTES}
    return Finding(PG605, Span.whole(path), args)


def too_deep(path: str, limit: int) -> Finding:
    """PG605 for a folder nested deeper than the limit."""
    zh, en = told("文件夹嵌套超过 {limit} 层", "folders nest deeper than {limit}", limit=limit)
    args = {"name": path.rpartition("/")[2], "why_zh": zh, "why_en": en, "limit": NAME_BYTES}
    return Finding(PG605, Span.whole(path), args)


def same_place(path: str, other: str) -> Finding:
    """PG606 for two paths that collide."""
    args = {"name": path, "other": other}
    return Finding(PG606, Span.whole(path), args, related=((Span.whole(other), other),))


def folded(name: str) -> str:
    """The form of a name in which two colliding names are equal."""
    return normalize("NFC", normalize("NFC", name).casefold())


def _why(name: str) -> tuple[str, str] | None:
    if any(0xDC80 <= ord(character) <= 0xDCFF for character in name):
        return "不是 UTF-8", "it is not UTF-8"
    if "\n" in name or "\t" in name or CONTROL.search(name) or HIDDEN.search(name):
        return "含有控制字符或不可见字符", "it has a control or invisible character"
    match = _FORBIDDEN.search(name)
    if match:
        return told("含有“{group}”", "it has '{group}'", group=match.group())
    if _DEVICE.match(name):
        return "是 Windows 的保留名", "Windows reserves it"
    if name[0] in " -~" or name[-1] in " .~":
        return "首尾有空格、点、“-”或“~”", "it begins or ends with a space, dot, '-' or '~'"
    if len(name.encode("utf-8")) > NAME_BYTES:
        return "太长", "it is too long"
    return None
