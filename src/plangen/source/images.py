"""Images of a narrative, each with its caption and its width: what plangen shows as a figure."""

import re
from collections.abc import Iterator

from plangen.source.links import cleaned
from plangen.source.page import Page, escaped
from plangen.source.targets import Target, paragraphs_of, readable
from plangen.values import record
from plangen.values.span import Span

_IMAGE = re.compile(
    r"!\[(?P<alt>[^\[\]\n]*)\]"
    r"\(\s*(?:<(?P<in>[^<>\n]+)>|(?P<to>[^\s()<>]+))(?:[ \t]+(?:\"(?P<double>[^\"\n]*)\"|'(?P<single>[^'\n]*)'))?\s*\)"
    r"(?P<more>\{:?(?P<list>[^{}\n]*)\})?"
)
_WIDTH = re.compile(r"""\s*width=["']?([0-9]{1,5})(?:px)?["']?\s*""")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|[/?]")
_TARGET = 400
"""Longest stretch that is looked at for one image, in code points."""


@record
class Image:
    """One image: `start` and `end` are offsets into the body, `alone` says that it is a paragraph of its own.

    `width` is in pixels, 0 where none is asked for; `misread` is what stands in its braces and is no width.
    """

    start: int
    end: int
    alt: str
    target: Target
    caption: str
    width: int
    alone: bool
    misread: str
    braces: Span


def find_images(page: Page, visible: str) -> tuple[Image, ...]:
    """The images of a page that surely are images of the handbook. `visible` is the body with code blanked out.

    One inside a link stays as Markdown makes it: a click leads where the link does.
    """
    text = readable(visible) if "![" in visible else ""
    return tuple(image for start, end in paragraphs_of(text) for image in _inside(page, text, start, end))


def _inside(page: Page, text: str, start: int, end: int) -> Iterator[Image]:
    whole = text[start:end].strip()
    for found in _IMAGE.finditer(text, start, end):
        target = found["in"] or found["to"]
        linked = text[found.start() - 1 : found.start()] == "[" or escaped(text, found.start())
        if linked or "{{" in found.group() or len(target) > _TARGET or _ELSEWHERE.match(cleaned(target)):
            continue
        width, begin = _WIDTH.fullmatch(found["list"] or ""), found.start("in" if found["in"] else "to")
        at, until = found.span("more") if found["more"] else (found.end(), found.end())
        yield Image(
            *found.span(),
            found["alt"].strip(),
            Target(page.span(begin, begin + len(target)), target),
            (found["double"] or found["single"] or "").strip(),
            int(width[1]) if width else 0,
            whole == found.group(),
            "" if width or not found["more"] else found["more"],
            page.span(at, until),
        )
