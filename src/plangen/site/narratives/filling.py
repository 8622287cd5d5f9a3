"""Put finished HTML in the place of placeholders, after Markdown has been parsed."""

import re
from collections.abc import Mapping
from html import escape, unescape

_TAGS = re.compile(r"<[^<>]*>")
_TABLE_HEAD = re.compile(r"<thead>.*?</thead>", re.DOTALL)
_HEAD_CELL = re.compile(r"<th(?=[\s>])(?![^>]*\sscope=)")


def fill(html: str, slots: Mapping[str, str]) -> str:
    """Replace every placeholder of `slots` in the HTML that Markdown made.

    A placeholder alone in a paragraph takes the paragraph's place (its HTML may be a block); one inside a tag, such as
    an image's alternative text, becomes plain text; what was put in is not looked at again. The heads of Markdown's
    tables say that they stand above columns, as those of our own tables do.
    """
    html = _TABLE_HEAD.sub(lambda head: _HEAD_CELL.sub('<th scope="col"', head.group()), html)
    if not slots:
        return html
    token = _any_of(slots)
    place = re.compile(rf"<p>\s*({token})\s*</p>|(<[^<>]*?(?:{token})[^<>]*>)|({token})")

    def put(found: re.Match[str]) -> str:
        if found.group(2):
            return re.sub(token, lambda part: escape(_plain(slots[part.group()])), found.group(2))
        return slots[found.group(1) or found.group(3)]

    return place.sub(put, html)


def fill_text(text: str, slots: Mapping[str, str]) -> str:
    """Replace placeholders in a title by the words of their HTML, escaped, without tags."""
    if not slots:
        return text
    return re.sub(_any_of(slots), lambda found: escape(_plain(slots[found.group()]), quote=False), text)


def without(text: str, slots: Mapping[str, str]) -> str:
    """The text with every placeholder left out."""
    return re.sub(_any_of(slots), "", text) if slots else text


def _any_of(slots: Mapping[str, str]) -> str:
    return "|".join(re.escape(key) for key in sorted(slots, key=lambda key: (-len(key), key)))


def _plain(html: str) -> str:
    return unescape(_TAGS.sub("", html)).strip()
