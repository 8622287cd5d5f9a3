"""Pruning YAML by lines: an entry is taken out with everything below it, comments elsewhere stay."""

from collections.abc import Iterable


def prune(text: str, numbers: Iterable[int]) -> str:
    """The text without the entries that begin at these lines (from 1); empty where no entry is left.

    An entry that loses everything below it goes too.
    """
    lines = text.split("\n")
    for number in sorted(set(numbers), reverse=True):
        if number <= len(lines):
            _cut(lines, number - 1)
    return "\n".join(lines) if any(_is_entry(line) for line in lines) else ""


def entries(text: str) -> list[int]:
    """The lines (from 1) on which the outermost entries of a text begin."""
    return [number for number, line in enumerate(text.split("\n"), 1) if _is_entry(line) and _indent(line) == 0]


def _cut(lines: list[str], start: int) -> None:
    """Remove the entry at a line, and upwards every entry that is left without content."""
    while True:
        del lines[start : _end(lines, start)]
        above = next((index for index in range(start - 1, -1, -1) if _is_entry(lines[index])), None)
        if above is None or not _is_open(lines[above]) or any(map(_is_entry, lines[above + 1 : _end(lines, above)])):
            return
        start = above


def _end(lines: list[str], start: int) -> int:
    """The line behind an entry, its indented comments included; empty lines stay."""
    last = start
    for index in range(start + 1, len(lines)):
        if lines[index].strip():
            if _indent(lines[index]) <= _indent(lines[start]):
                break
            last = index
    return last + 1


def _is_entry(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _is_open(line: str) -> bool:
    """Whether the entry's content stands on the lines below."""
    return line.partition(" #")[0].rstrip().endswith(":")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
