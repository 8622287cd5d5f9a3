"""The lines of a file around a place in it."""

from plangen.values.span import Span


def lines_around(data: bytes, span: Span) -> list[tuple[int, str]]:
    """The lines of a file's bytes around a span (one before, one after, five at most), each with its number."""
    lines = data.decode("utf-8", "replace").splitlines()
    first, last = max(span.line - 1, 1), min(max(span.end_line, span.line) + 1, span.line + 4, len(lines))
    return [(number, lines[number - 1]) for number in range(first, last + 1)]
