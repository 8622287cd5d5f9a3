"""Source lines with the place underlined, as wide as a terminal shows them."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

from plangen.render.terminal.columns import clip, clip_start, paint, visible, width
from plangen.values import Span

Lines = Callable[[str], Sequence[str]]
"""Gives the lines of a source file by the path that spans name; none where it cannot be read."""

BEFORE, MARKED, AFTER = 60, 60, 40
"""Columns shown before, in and behind the place; longer lines are cut."""


def lines_below(root: Path) -> Lines:
    """Reads source files below a handbook folder, each once. Undecodable bytes are shown as `�`."""

    @cache
    def lines(file: str) -> Sequence[str]:
        try:
            text = (root / file).read_bytes().decode("utf-8", "replace")
        except OSError:
            return ()
        return text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")

    return lines


def excerpt(lines: Lines, places: Sequence[tuple[Span, str]], style: str) -> Iterator[str]:
    """The line of each place with its span underlined: the first with `^` in a style, others with `-` and a note.

    A place that concerns the file as a whole, or whose line is not there, gives nothing.
    """
    shown = [(span, note) for span, note in places if _line(lines, span) is not None]
    gutter = max((len(str(span.line)) for span, _ in shown), default=0)
    for span, note in shown:
        first = span == places[0][0]
        text, marks = underline(_line(lines, span) or "", span, "^" if first else "-")
        yield f"  {span.line:>{gutter}} | {text}".rstrip()
        yield f"  {'':>{gutter}} | {paint(marks, style if first else 'dim')}{f' {visible(note)}' if note else ''}"


def _line(lines: Lines, span: Span) -> str | None:
    if (span.line, span.column) == (span.end_line, span.end_column):
        return None
    known = lines(span.file)
    return known[span.line - 1] if span.line <= len(known) else None


def underline(line: str, span: Span, sign: str) -> tuple[str, str]:
    """A line and the marks below its span, both as shown; a span over several lines is marked to the line's end."""
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else max(len(line.rstrip()), start + 1)
    before, after = visible(line[:start]), clip(visible(line[end:]), AFTER)
    marked = clip(visible(line[start:end]), MARKED)
    indent = " " * (width(before) - width(before.lstrip()))
    if width(before) > BEFORE:
        before = indent[:20] + clip_start(before.lstrip(), BEFORE - len(indent[:20]))
    return before + marked + after, " " * width(before) + sign * max(1, width(marked))
