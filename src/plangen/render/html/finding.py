"""Findings as HTML: what is wrong, where, the source with the place underlined, a way out."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from plangen.findings import CODES, Finding, message, way_out
from plangen.render.html.line import safe_href
from plangen.render.html.partial import fill
from plangen.render.html.place import Place
from plangen.values import record
from plangen.values.span import Span
from plangen.views import Findings

if TYPE_CHECKING:
    from markupsafe import Markup

_TONES = {"error": "bad", "warning": "unset", "info": "sealed"}
_SIGNS = {"error": "✕", "warning": "!", "info": "·", "waived": "⊘"}


@record
class SourceLine:
    """One line of source: before the problem, the problem, behind it."""

    number: int
    before: str
    marked: str
    after: str


@record
class Note:
    """A finding in words: what a template needs and nothing to decide."""

    tone: str
    sign: str
    level: str
    code: str
    message: str
    way_out: str
    waived: str
    where: str
    lines: tuple[SourceLine, ...]
    related: tuple[tuple[str, str], ...]
    manual: str | None
    anchor: str


def render_findings(block: Findings, place: Place) -> "Markup":
    """All findings of a block, in the given order."""
    return fill("findings", notes=[_note(finding, place) for finding in block.findings], place=place)


def _note(finding: Finding, place: Place) -> Note:
    language = place.ctx.language
    known = finding.code in CODES
    level = CODES[finding.code].level.value if known else "error"
    kind = "waived" if finding.waived else level
    manual = place.ctx.manual(finding.code)
    return Note(
        tone="sealed" if finding.waived else _TONES[level],
        sign=_SIGNS[kind],
        level=place.word(kind),
        code=finding.code,
        message=message(finding, language) if known else finding.code,
        way_out=way_out(finding, language) if known else "",
        waived=finding.waived,
        where=str(finding.span),
        lines=tuple(mark_lines(place.ctx.excerpt(finding.span), finding.span)),
        related=tuple((str(span), str(finding.args.get(key, key))) for span, key in finding.related),
        manual=safe_href(manual) if manual else None,
        anchor=place.anchor(finding.anchor),
    )


def mark_lines(lines: Sequence[tuple[int, str]], span: Span) -> Iterator[SourceLine]:
    """Cut each line at the span: columns count from 1, the end is exclusive."""
    for number, text in lines:
        if not span.line <= number <= span.end_line:
            yield SourceLine(number, text, "", "")
            continue
        start = span.column - 1 if number == span.line else 0
        end = span.end_column - 1 if number == span.end_line else len(text)
        yield SourceLine(number, text[:start], text[start:end], text[end:])
