"""Pairs: a key with its value is taken out of a mapping, or put into one, in the style the file is written in."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from plangen.source.node import Node, YamlMapping, YamlScalar
from plangen.source.splice import Splice
from plangen.values import Span


def removals(mapping: YamlMapping, keys: AbstractSet[str], lines: list[str]) -> Iterator[Splice]:
    """The splices that take keys with their values out of a mapping. `lines` are those of the file, without line ends.

    In braces the commas go too, in a block the whole lines with their comments; a mapping that is left without any
    key stays, as `{}`.
    """
    entries, file, braces = mapping.entries, mapping.span.file, in_braces(mapping, lines)
    if all(entry.key.text in keys for entry in entries):
        start, end = entries[0].key.span, _end(entries[-1].value, lines)
        empty = "" if braces else "{}\n" if end[1] == 1 else "{}"
        yield Splice(_span(file, (start.line, start.column), end), empty)
        return
    for index, (key, value) in enumerate(entries):
        if key.text not in keys:
            continue
        end = _end(value, lines)
        if not braces and not lines[key.span.line - 1][: key.span.column - 1].strip():
            yield Splice(_span(file, (key.span.line, 1), _after(end, lines)), "")
        elif any(entry.key.text not in keys for entry in entries[:index]):
            yield Splice(_span(file, _end(entries[index - 1].value, lines), end), "")
        else:
            following = entries[index + 1].key.span
            yield Splice(_span(file, (key.span.line, key.span.column), (following.line, following.column)), "")


def appended(mapping: YamlMapping, pair: str, lines: list[str]) -> Splice:
    """The splice that puts one more pair, in one line, behind the last one of a mapping."""
    last = mapping.entries[-1]
    end = _end(last.value, lines)
    if in_braces(mapping, lines):
        return Splice(_span(mapping.span.file, end, end), f", {pair}")
    place, indent = _after(end, lines), " " * (mapping.entries[0].key.span.column - 1)
    before = "\n" if place[1] > 1 else ""
    return Splice(_span(mapping.span.file, place, place), f"{before}{indent}{pair}\n")


def _after(end: tuple[int, int], lines: list[str]) -> tuple[int, int]:
    """The start of the line behind a value; the end of the file behind the last one."""
    line = end[0] if end[1] == 1 else end[0] + 1
    return (line, 1) if line <= len(lines) else (len(lines), len(lines[-1]) + 1)


def _end(node: Node, lines: list[str]) -> tuple[int, int]:
    """Where a value ends; of a block that is where its last value does, for the parser ends it at the next token."""
    if isinstance(node, YamlScalar):
        if node.is_empty:
            return node.span.line, node.span.column
        return node.span.end_line, node.span.end_column
    parts = [entry.value for entry in node.entries] if isinstance(node, YamlMapping) else list(node.items)
    if not parts or in_braces(node, lines):
        return node.span.end_line, node.span.end_column
    return _end(parts[-1], lines)


def in_braces(node: Node, lines: list[str]) -> bool:
    """Whether a mapping or list is written in braces or brackets, and not as a block."""
    span = node.span
    return lines[span.line - 1][span.column - 1 : span.column] in ("{", "[")


def _span(file: str, start: tuple[int, int], end: tuple[int, int]) -> Span:
    return Span(file, *start, *end)
