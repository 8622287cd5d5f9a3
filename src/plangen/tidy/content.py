"""The content of one file without its form: what has to be the same after formatting, scalar by scalar."""

from collections.abc import Iterator

from plangen.findings import Finding
from plangen.source import (
    CsvTable,
    Narrative,
    Node,
    Splice,
    YamlMapping,
    YamlScalar,
    read_csv,
    read_yaml,
    scan_narrative,
)
from plangen.tidy.plain import plain_forms
from plangen.values import Span, record

Piece = tuple[str, str, Span | None]
"""What it is, its text, and its place where it has one of its own: a scalar, a cell, what stands around them."""


@record
class Content:
    """The pieces of a file in order, the lines of texts that have lines of their own, and why it cannot be read."""

    path: str
    pieces: tuple[Piece, ...]
    lines: frozenset[int]
    found: tuple[Finding, ...]

    def kept_by(self, text: str, splices: tuple[Splice, ...]) -> bool:
        """Whether a text that was spliced holds the same pieces, but for those that were to change."""
        after = content_of(self.path, text)
        meant = {splice.span for splice in splices}
        if after.found or len(after.pieces) != len(self.pieces):
            return False
        return all(
            what == now and (is_ == was or (place in meant and is_ in plain_forms(was)))
            for (what, was, place), (now, is_, _) in zip(self.pieces, after.pieces, strict=True)
        )


def content_of(path: str, text: str) -> Content:
    """The content of a YAML file, a narrative or a table; its text as `read_text` gives it."""
    if path.endswith(".md"):
        narrative, found = scan_narrative(path, text)
        return Content(path, tuple(_of_narrative(narrative)), frozenset(), tuple(found))
    data = text.encode()
    if path.endswith(".csv"):
        table, found = read_csv(path, data)
        return Content(path, tuple(_of_table(table)) if table else (), frozenset(), tuple(found))
    mapping, found = read_yaml(path, data)
    if mapping is None:
        return Content(path, (), frozenset(), tuple(found))
    return Content(path, tuple(_of_node(mapping)), frozenset(_many_lines(mapping)), tuple(found))


def _of_node(node: Node) -> Iterator[Piece]:
    if isinstance(node, YamlScalar):
        yield "quoted" if node.style else "plain", node.text, node.span
        return
    yield type(node).__name__, "", None
    for child in _children(node):
        yield from _of_node(child)
    yield "end", "", None


def _children(node: Node) -> Iterator[Node]:
    if isinstance(node, YamlMapping):
        for pair in node.entries:
            yield from pair
    elif not isinstance(node, YamlScalar):
        yield from node.items


def _many_lines(node: Node) -> Iterator[int]:
    """The lines of block texts and of texts that go over several lines."""
    if isinstance(node, YamlScalar):
        if node.span.end_line > node.span.line:
            yield from range(node.span.line, node.span.end_line + 1)
    else:
        for child in _children(node):
            yield from _many_lines(child)


def _of_table(table: CsvTable) -> Iterator[Piece]:
    for row in (table.header, *table.rows):
        for cell in row:
            yield "cell", cell.text, cell.span
        yield "end", "", None


def _of_narrative(narrative: Narrative) -> Iterator[Piece]:
    yield from ((key, value, None) for key, value in narrative.front.items())
    yield from (("reference", f"{each.text} {each.options}", None) for each in narrative.references)
    yield from (("target", each.text, None) for each in narrative.targets)
    yield from (("line", line.rstrip(), None) for line in narrative.body.rstrip().split("\n"))
    for fence in narrative.fences:
        yield f"{fence.indent}{fence.name}", "", None
        if fence.body is not None:
            yield from ((what, text, None) for what, text, _ in _of_node(fence.body))
