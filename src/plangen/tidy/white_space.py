"""White space that says nothing: trailing spaces, surplus blank lines, the end of a file."""

from collections.abc import Collection, Iterator
from re import compile as pattern

from plangen.source import Splice
from plangen.values import Span

BLANK = 2
"""How many blank lines may follow one another in YAML."""
_FENCE = pattern(r"[ \t>]*(?:[-*+][ \t]+|[0-9]+[.)][ \t]+)?(```|~~~)")
_BREAK = pattern(r" {2,}$")
"""Two spaces at the end of a line are a line break in Markdown."""


def yaml_space(file: str, text: str, kept: Collection[int]) -> Iterator[Splice]:
    """What is to go from a YAML text. `kept` are the lines (from 1) of texts that have lines of their own."""
    lines = text.split("\n")
    last = _last(lines)
    run = 0
    for number, line in enumerate(lines[: last - 1], 1):
        run = 0 if line.strip(" \t") or number in kept else run + 1
        if run > BLANK:
            yield Splice(Span(file, number, 1, number + 1, 1), "")
        elif number not in kept:
            yield from _trailing(file, number, line)
    yield from _ending(file, lines, last, trim=last not in kept)


def markdown_space(file: str, text: str) -> Iterator[Splice]:
    """What is to go from a narrative: line breaks (two spaces), code and the front matter stay."""
    lines = text.split("\n")
    last = _last(lines)
    code = _code(lines)
    for number, line in enumerate(lines[: last - 1], 1):
        if number not in code and not (line.strip(" \t") and _BREAK.search(line)):
            yield from _trailing(file, number, line)
    yield from _ending(file, lines, last, trim=False)


def _code(lines: list[str]) -> set[int]:
    """The lines that may be code, where spaces count: in fences, indented, with a backtick that has no partner."""
    found: set[int] = set()
    fence = "---" if lines[0].rstrip() == "---" else ""
    for number, line in enumerate(lines, 1):
        mark = _FENCE.match(line)
        if fence:
            found.add(number)
            closes = line.rstrip() in ("---", "...") and number > 1 if fence == "---" else mark and mark[1] == fence
            fence = "" if closes else fence
        elif mark:
            found.add(number)
            fence = mark[1]
        elif (line.strip() and line.startswith(("    ", "\t"))) or line.count("`") % 2:
            found.add(number)
    return found


def table_space(file: str, text: str) -> Iterator[Splice]:
    """What is to be added to a CSV file: the end of its last line."""
    if text and not text.endswith("\n"):
        lines = text.split("\n")
        yield from _ending(file, lines, len(lines), trim=False)


def _last(lines: list[str]) -> int:
    """The number of the last line that has something; 0 where none has."""
    return next((number for number in range(len(lines), 0, -1) if lines[number - 1].strip(" \t")), 0)


def _trailing(file: str, number: int, line: str) -> Iterator[Splice]:
    bare = line.rstrip(" \t")
    if bare != line:
        yield Splice(Span(file, number, len(bare) + 1, number, len(line) + 1), "")


def _ending(file: str, lines: list[str], last: int, *, trim: bool) -> Iterator[Splice]:
    """One line end after the last line that has something."""
    if not last:
        return
    line = lines[last - 1]
    bare = line.rstrip(" \t") if trim else line
    if "\n".join([line[len(bare) :], *lines[last:]]) != "\n":
        yield Splice(Span(file, last, len(bare) + 1, len(lines), len(lines[-1]) + 1), "\n")
