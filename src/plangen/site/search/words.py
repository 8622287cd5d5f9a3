"""The prose of a narrative as entries: a stretch of text for each heading, from its Markdown."""

import re
from collections import Counter
from collections.abc import Iterator

from plangen.site.narratives.markup import slug
from plangen.site.search.entry import Entry
from plangen.source import without_markup

_HEADING = re.compile(r" {0,3}(#{1,6})\s+(.*?)\s*#*\s*")
_GIVEN = re.compile(r"\{:?[^{}]*#([^\s{}]+)[^{}]*\}")
_MARKS = re.compile(r"^\s*(?:[-*+>]\s+|\d+[.)]\s+|!!!.*$|\?\?\?.*$|\|?[\s:|-]{3,}\|?$)|\*\*|__|`|\|", re.MULTILINE)


def prose_entries(text: str, filled: str) -> Iterator[Entry]:
    """The entries of a narrative. `text` is its Markdown with references as words, `filled` the same without them.

    Both have the same lines. The anchors are those that the page's headings get.
    """
    seen: Counter[str] = Counter()
    name, anchor, lines = "", "", list[str]()
    for line, bare in zip(without_markup(text).split("\n"), filled.split("\n"), strict=True):
        found = _HEADING.fullmatch(line)
        if found is None:
            lines.append(line)
            continue
        yield from _entry(name, anchor, lines)
        name, anchor, lines = _plain(_GIVEN.sub("", found[2])), _anchor(bare, seen), []
    yield from _entry(name, anchor, lines)


def _entry(name: str, anchor: str, lines: list[str]) -> Iterator[Entry]:
    text = _plain("\n".join(lines))
    if name or text:
        yield Entry(name, "", anchor, "", text)


def _plain(text: str) -> str:
    return " ".join(_MARKS.sub(" ", text).replace("[", "").replace("]", "").split())


def _anchor(line: str, seen: Counter[str]) -> str:
    """The id of a heading: the one that is written, else what its words give; a second of the same has a number."""
    given = _GIVEN.search(line)
    if given:
        return given[1]
    found = _HEADING.fullmatch(line)
    name = slug(found[2] if found else "")
    seen[name] += 1
    return name if seen[name] == 1 else f"{name}_{seen[name] - 1}"
