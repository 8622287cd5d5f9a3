"""From parser events to located nodes, with every guard that keeps hostile or mistyped YAML out."""

import re
from collections.abc import Callable
from typing import Any, NoReturn
from unicodedata import normalize

from yaml.events import AliasEvent, MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent

from plangen.findings import Finding
from plangen.source import guards
from plangen.source.fullwidth import full_width, in_key, in_plain_value
from plangen.source.hints import BLOCK_INDICATOR, GLUED, bad_syntax
from plangen.source.limits import DEPTH, FINDINGS, NODES, SCALAR_CHARACTERS
from plangen.source.node import Entry, Node, YamlMapping, YamlScalar, YamlSequence
from plangen.source.origin import Origin
from plangen.source.text import code_point, too_large, unsafe_escape, unsafe_in_value
from plangen.values.span import Span

_INDICATOR = re.compile(r"[|>][+-]?[0-9]")


class Stop(Exception):
    """Ends the reading of one document with the finding that says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding


class Composer:
    """Builds the nodes of one document from a parser's events.

    `found` collects what does not end the reading; `last` is the last scalar seen, which tells a syntax error's cause.
    The three methods that run for every entry are written for speed: a handbook has 100,000 of them.
    """

    def __init__(self, origin: Origin, get_event: Callable[[], Any]) -> None:
        self.origin = origin
        self.found: list[Finding] = []
        self.last: Any = None
        self._get = get_event
        self._count = 0

    def node(self, event: Any, depth: int, within: str = "") -> Node:
        """The node that begins with an event; `within` is the flow bracket around it, or `key`. Raises Stop."""
        kind = type(event)
        if kind is ScalarEvent:
            return self._scalar(event, within)
        if kind is AliasEvent:
            self._stop(guards.PG101, event, what="*" + event.anchor)
        if event.anchor is not None or event.tag is not None:
            self._property(event)
        if depth > DEPTH:
            self._stop(guards.PG102, event, limit=DEPTH)
        self._count += 1
        return self._mapping(event, depth) if kind is MappingStartEvent else self._sequence(event, depth)

    def _scalar(self, event: Any, within: str) -> YamlScalar:
        if event.anchor is not None or event.tag is not None:
            self._property(event)
        self._count += 1
        if self._count > NODES:
            raise Stop(too_large(self._span(event), "条目太多", "too many entries", f"> {NODES:,}", f"{NODES:,}"))
        self.last = event
        text, style = event.value, event.style
        if style:
            self._styled(event, text, style)
        elif not text.isascii():
            offset = in_key(text) if within == "key" else in_plain_value(text, within)
            if offset >= 0:
                self._full_width(event, offset)
        if len(text) > SCALAR_CHARACTERS:
            size = (f"{len(text):,}", f"{SCALAR_CHARACTERS:,}")
            raise Stop(too_large(self._span(event), "一段文字太长", "one text is too long", *size))
        return YamlScalar(text, (self.origin, event.start_mark, event.end_mark), style or "")

    def _sequence(self, start: Any, depth: int) -> YamlSequence:
        items = []
        within = "[" if start.flow_style else ""
        while type(event := self._get()) is not SequenceEndEvent:
            items.append(self.node(event, depth + 1, within))
        end = items[-1].end_mark if items and not within else event.end_mark
        return YamlSequence(tuple(items), (self.origin, start.start_mark, end))

    def _mapping(self, start: Any, depth: int) -> YamlMapping:
        entries: list[Entry] = []
        seen: dict[str, YamlScalar] = {}
        within = "{" if start.flow_style else ""
        get, scalar = self._get, self._scalar
        while type(event := get()) is not MappingEndEvent:
            key = scalar(event, "key") if type(event) is ScalarEvent else self._no_key(event)
            text = key.text
            if key.style or text in ("<<", ""):
                self._odd_key(event, key)
            event = get()
            value = scalar(event, within) if type(event) is ScalarEvent else self.node(event, depth + 1, within)
            if within and ":" in text:
                self._glued(key, value)
            first = seen.setdefault(text if text.isascii() else normalize("NFC", text), key)
            if first is key:
                entries.append(Entry(key, value))
            else:
                self._note(guards.duplicate(key, first))
        end = entries[-1].value.end_mark if entries and not within else event.end_mark
        return YamlMapping(tuple(entries), (self.origin, start.start_mark, end))

    def _no_key(self, event: Any) -> NoReturn:
        if type(event) is AliasEvent:
            self.node(event, 0)
        self._stop(guards.PG111, event)

    def _odd_key(self, event: Any, key: YamlScalar) -> None:
        if key.text == "<<" and not key.style:
            self._stop(guards.PG101, event, what="<<")
        if not key.text or key.style in ("|", ">") or "\n" in key.text:
            self._stop(guards.PG111, event)

    def _glued(self, key: YamlScalar, value: Node) -> None:
        if not key.style and isinstance(value, YamlScalar) and value.is_empty:
            place = key.span
            colon = Span.at(place.file, place.line, place.column + key.text.index(":"))
            self._note(bad_syntax(colon, GLUED))

    def _styled(self, event: Any, text: str, style: str) -> None:
        if style == '"':
            unsafe = unsafe_in_value(text)
            if unsafe:
                raise Stop(unsafe_escape(self._span(event), unsafe[0], code_point(unsafe[1])))
        elif style != "'":
            mark = event.start_mark
            if _INDICATOR.match(self.origin.source_line(mark.line), mark.column):
                raise Stop(bad_syntax(self.origin.at(mark.line, mark.column), BLOCK_INDICATOR, character=style))

    def _full_width(self, event: Any, offset: int) -> None:
        character = event.value[offset]
        span = self.origin.nth(event.start_mark, character, event.value.count(character, 0, offset))
        self._note(full_width(span, character))

    def _property(self, event: Any) -> NoReturn:
        mark = event.start_mark
        sign = self.origin.source_line(mark.line)[mark.column : mark.column + 1]
        if event.anchor is not None and (event.tag is None or sign == "&"):
            what = "&" + event.anchor
            raise Stop(Finding(guards.PG101, self.origin.at(mark.line, mark.column, len(what)), {"what": what}))
        raise Stop(Finding(guards.PG105, self.origin.at(mark.line, mark.column), {"tag": event.tag}))

    def _note(self, finding: Finding) -> None:
        if len(self.found) + 1 >= FINDINGS:
            raise Stop(finding)
        self.found.append(finding)

    def _stop(self, code: str, event: Any, **args: object) -> NoReturn:
        raise Stop(Finding(code, self._span(event), args))

    def _span(self, event: Any) -> Span:
        return self.origin.span(event.start_mark, event.end_mark)
