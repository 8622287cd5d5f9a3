"""A small document: what a review says, before any format. Texts are plain; each format escapes them by itself."""

from collections.abc import Callable, Iterable
from dataclasses import field
from typing import Literal, TypeAlias

from plangen.values import record

Style = Literal["", "strong", "code", "old", "new", "dim"]


@record
class Word:
    """A stretch of text in one style, perhaps a link."""

    text: str
    style: Style = ""
    href: str = ""


Line: TypeAlias = tuple[Word, ...]


@record
class Heading:
    """The title of a part."""

    text: str


@record
class Paragraph:
    """A sentence or several."""

    line: Line


@record
class Item:
    """One point of a list, with points of its own."""

    line: Line
    inside: tuple["Item", ...] = ()


@record
class Points:
    """A list."""

    items: tuple[Item, ...]


@record
class Fold:
    """Points behind a summary, shown when somebody asks for them."""

    summary: str
    items: tuple[Item, ...]


Part: TypeAlias = Heading | Paragraph | Points | Fold


@record
class Document:
    """A title and its parts, the most important first."""

    title: str
    language: str
    parts: tuple[Part, ...] = field(default_factory=tuple)


def words(text: str, style: Style = "") -> Line:
    """A text as a line of one style; nothing for an empty one."""
    return (Word(text, style),) if text else ()


def joined(between: str, lines: list[Line]) -> Line:
    """Several lines as one."""
    found: list[Word] = []
    for line in lines:
        found += [Word(between)] if found and line else []
        found += line
    return tuple(found)


def first(items: Iterable[Item], most: int, more: Callable[[int], str]) -> list[Item]:
    """The first points of a list, and one that says how many more there are; the place of a single one is not saved."""
    found = list(items)
    rest = len(found) - most
    return [*found[:most], Item(words(more(rest), "dim"))] if rest > 1 else found
