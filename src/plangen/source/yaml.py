"""YAML as located text: one strict reader for plan files, front matter and blocks in narratives."""

from typing import Any

import yaml as pyyaml
from yaml.events import DocumentStartEvent, StreamEndEvent

from plangen.findings import Finding
from plangen.source import guards
from plangen.source.composer import Composer, Stop
from plangen.source.fullwidth import PG109
from plangen.source.node import YamlMapping, YamlScalar, YamlSequence
from plangen.source.origin import Origin
from plangen.source.syntax import explain, misread
from plangen.source.text import read_text
from plangen.values.span import Span

Result = tuple[YamlMapping | None, list[Finding]]


def parser(text: str) -> Any:
    """PyYAML's event parser of a text: the C one, or the pure one (15 times slower) where it is missing."""
    try:
        from yaml._yaml import CParser
    except ImportError:
        return pyyaml.BaseLoader(text)
    return CParser(text)


def read_yaml(file: str, data: bytes) -> Result:
    """Read a YAML file into located nodes; every scalar stays text.

    `file` is the path shown in spans. Finds PG101 to PG111, PG113 and PG114. The mapping is None where the file cannot
    be used; with duplicate keys only (PG104) it is there and holds the first of each.
    """
    text, found = read_text(file, data)
    if found:
        return None, found
    return compose(Origin(file, text))


def compose(origin: Origin, *, empty: bool = False) -> Result:
    """Read a piece of YAML that stands somewhere in a file. `empty` allows it to hold nothing (no finding then)."""
    source = parser(origin.text)
    composer = Composer(origin, source.get_event)
    try:
        root = _document(origin, composer, source.get_event)
    except Stop as stop:
        return None, [*composer.found, stop.finding]
    except pyyaml.MarkedYAMLError as error:
        causes = [finding for finding in composer.found if finding.code == PG109]
        return None, causes or [*composer.found, explain(origin, error, composer.last)]
    if root is None and not empty:
        return None, [guards.not_a_mapping(Span.whole(origin.file), guards.EMPTY)]
    usable = all(finding.code == guards.PG104 for finding in composer.found)
    return (root if usable else None), composer.found


def _document(origin: Origin, composer: Composer, get_event: Any) -> YamlMapping | None:
    """The one mapping of a text, or None where the text holds nothing. Raises Stop."""
    get_event()
    start = get_event()
    if type(start) is not DocumentStartEvent:
        return None
    _no_directive(origin, start)
    root = composer.node(get_event(), 1)
    get_event()
    after = get_event()
    if type(after) is not StreamEndEvent:
        raise Stop(guards.not_a_mapping(origin.span(after.start_mark, after.end_mark), guards.DOCUMENTS))
    if isinstance(root, YamlMapping):
        return root
    if isinstance(root, YamlScalar) and root.is_empty:
        return None
    raise Stop(_wrong_root(root))


def _no_directive(origin: Origin, start: Any) -> None:
    if start.explicit:
        for line in range(start.end_mark.line):
            if origin.source_line(line).startswith("%"):
                raise Stop(guards.not_a_mapping(origin.at(line, 0), guards.DIRECTIVE))


def _wrong_root(root: YamlScalar | YamlSequence) -> Finding:
    if isinstance(root, YamlScalar):
        return misread(root) or guards.not_a_mapping(_first_line(root.span), guards.TEXT)
    return guards.not_a_mapping(_first_line(root.span), guards.LIST)


def _first_line(span: Span) -> Span:
    """The span, cut to its first column where it goes over several lines."""
    return span if span.line == span.end_line else Span.at(span.file, span.line, span.column)
