"""Located YAML: every scalar is text with its place; nothing is typed here."""

from typing import Any, NamedTuple, Protocol

from plangen.values.span import Span


class Locator(Protocol):
    """Turns two parser marks into a span."""

    def span(self, start: Any, end: Any) -> Span:
        """The span between two marks."""


Place = Span | tuple[Locator, Any, Any]
"""A span, or what it is made from: of the many thousand nodes that are read, few are ever pointed at."""


class _Located:
    __slots__ = ("_place",)
    _place: Place

    @property
    def span(self) -> Span:
        """Where the node stands, quotes and brackets included; at least one column wide."""
        place = self._place
        if isinstance(place, tuple):
            place = self._place = place[0].span(place[1], place[2])
        return place

    @property
    def end_mark(self) -> Any:
        """The parser's mark of the end while the tree is being composed, or None."""
        return self._place[2] if isinstance(self._place, tuple) else None

    def _parts(self) -> tuple[object, ...]:
        raise NotImplementedError

    def __eq__(self, other: object) -> bool:
        return isinstance(other, type(self)) and self._parts() == other._parts()

    def __hash__(self) -> int:
        return hash(self._parts())

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), self._parts()

    def __repr__(self) -> str:
        return f"{type(self).__name__}{self._parts()!r}"


class YamlScalar(_Located):
    """One scalar: its text as typed (quotes and escapes resolved), its place and its style.

    `style` is `''` for plain, or one of `'` `"` `|` `>`. An empty value has the text `''`. A block scalar's span ends
    at the start of the line after it. Never changed once made.
    """

    __slots__ = ("style", "text")

    def __init__(self, text: str, span: Place, style: str = "") -> None:
        self.text = text
        self._place = span
        self.style = style

    @property
    def is_empty(self) -> bool:
        """True where nothing was typed after the colon or dash (a quoted `""` is not empty)."""
        return not self.text and not self.style

    def span_inside(self, offset: int) -> Span:
        """The span of one character of the text; the whole scalar's where escapes or line breaks hide the place."""
        span, quoted = self.span, len(self.style)
        if span.line != span.end_line or span.end_column - span.column != len(self.text) + 2 * quoted:
            return span
        return Span.at(span.file, span.line, span.column + quoted + min(offset, max(len(self.text) - 1, 0)))

    def _parts(self) -> tuple[object, ...]:
        return (self.text, self.span, self.style)


class YamlSequence(_Located):
    """A list: its items in order. Never changed once made."""

    __slots__ = ("items",)

    def __init__(self, items: tuple["Node", ...], span: Place) -> None:
        self.items = items
        self._place = span

    def _parts(self) -> tuple[object, ...]:
        return (self.items, self.span)


class Entry(NamedTuple):
    """One `key: value` of a mapping."""

    key: YamlScalar
    value: "Node"


class YamlMapping(_Located):
    """A mapping: its entries in the order written; no key stands twice. Never changed once made."""

    __slots__ = ("entries",)

    def __init__(self, entries: tuple[Entry, ...], span: Place) -> None:
        self.entries = entries
        self._place = span

    def get(self, key: str) -> "Node | None":
        """The value of a key, or None where the key is absent."""
        for entry in self.entries:
            if entry.key.text == key:
                return entry.value
        return None

    def _parts(self) -> tuple[object, ...]:
        return (self.entries, self.span)


Node = YamlScalar | YamlMapping | YamlSequence
