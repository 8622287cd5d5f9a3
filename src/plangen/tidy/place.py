"""A place that was tidied: where, and what changed there, in words."""

from collections.abc import Mapping

from plangen.values import record

PLACES: Mapping[str, tuple[str, str]] = {
    "mark": ("文件开头的 BOM", "byte order mark"),
    "crlf": ("Windows 换行", "Windows line ends"),
    "spaces": ("行末空格", "trailing spaces"),
    "blank": ("多余的空行", "surplus blank lines"),
    "end": ("文件末尾的换行", "line end at the end of the file"),
}
"""What is not nice about the white space of a file, in Chinese and English."""
TIDIED = "value"
"""What a change of a value is called."""


@record
class Change:
    """One change: its place, one of PLACES or TIDIED, and for a value what it was and what it is now."""

    line: int
    column: int
    what: str
    was: str = ""
    now: str = ""
