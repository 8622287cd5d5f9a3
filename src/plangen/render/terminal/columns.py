"""Columns of a terminal: how wide text is, what of it may be shown, and its colours."""

from unicodedata import category, east_asian_width

_TAB = " " * 4
_CODES = {
    "error": "1;31",
    "warning": "33",
    "info": "36",
    "waived": "2",
    "dim": "2",
    "bold": "1",
    "old": "31",
    "new": "32",
}


def width(text: str) -> int:
    """How many columns a text takes: a Han character takes two, a combining mark none."""
    return len(text) if text.isascii() else sum(_width(letter) for letter in text)


def _width(letter: str) -> int:
    if east_asian_width(letter) in "WF":
        return 2
    return 0 if category(letter) in ("Mn", "Me") else 1


def visible(text: str) -> str:
    """The text with tabs as spaces and with every invisible or dangerous character as its code point.

    A terminal would obey an escape sequence and reorder what follows a direction mark.
    """
    return text if text.isprintable() else "".join(map(_shown, text))


def _shown(letter: str) -> str:
    if letter.isprintable() or category(letter) == "Zs":
        return letter
    return _TAB if letter == "\t" else f"<U+{ord(letter):04X}>"


def pad(text: str, columns: int) -> str:
    """The text with spaces up to a width."""
    return text + " " * (columns - width(text))


def clip(text: str, columns: int) -> str:
    """The beginning of a text, with `…` where it is cut to a width."""
    if width(text) <= columns:
        return text
    return _fitting(text, columns - 1) + "…"


def clip_start(text: str, columns: int) -> str:
    """The end of a text, with `…` where its start is cut off."""
    if width(text) <= columns:
        return text
    return "…" + _fitting(text[::-1], columns - 1)[::-1]


def _fitting(text: str, columns: int) -> str:
    used = 0
    for index, letter in enumerate(text):
        used += _width(letter)
        if used > columns:
            return text[:index]
    return text


def paint(text: str, style: str) -> str:
    """The text in a style: a level's name, `waived`, `bold`, `dim`, `old` or `new`."""
    return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if text else ""
