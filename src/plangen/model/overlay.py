"""Laying one YAML tree over another: only the differences are written, every node keeps its own place."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from plangen.source import Entry, Node, YamlMapping, YamlScalar, YamlSequence
from plangen.values.record import record

Path = tuple[str | int, ...]
Kind = Literal["added", "changed", "removed", "missing", "shape"]
NULLS = frozenset({"null", "~"})
"""What removes a key; in quotes it is a text like any other."""


@record
class Touch:
    """One place where an overlay speaks: what it does to the tree below, at which key, with which value.

    `added`: the key is not there below. `changed`: a value for a value. `removed`: the key is taken out.
    `missing`: there is nothing to take out. `shape`: the two are not of one kind (a value over a mapping).
    """

    kind: Kind
    path: Path
    key: YamlScalar
    value: Node
    known: tuple[str, ...] = ()


@dataclass(slots=True)
class Overlay:
    """Two trees becoming one: `touches` tells what the upper one does."""

    touches: list[Touch] = field(default_factory=list)

    def laid(self, below: YamlMapping, above: YamlMapping, path: Path = ()) -> YamlMapping:
        """The tree below with the differences above.

        A mapping merges by key, `null` takes a key out, anything else replaces as a whole.
        Source: RFC 7386, JSON Merge Patch; unlike there, nothing is replaced by a value of another kind, except a
        value by the mapping that says more (a cell that is written as its target alone).
        """
        upper = {entry.key.text: entry for entry in above.entries}
        entries = [each for entry in below.entries for each in self._over(entry, upper.get(entry.key.text), path)]
        there = {entry.key.text for entry in below.entries}
        for entry in above.entries:
            if entry.key.text not in there:
                kind: Kind = "missing" if is_null(entry.value) else "added"
                self.touches.append(Touch(kind, (*path, entry.key.text), entry.key, entry.value, tuple(sorted(there))))
                if kind == "added":
                    entries.append(entry)
        return YamlMapping(tuple(entries), below.span)

    def _over(self, below: Entry, above: Entry | None, path: Path) -> Iterator[Entry]:
        """One key of the tree below, as the overlay leaves it."""
        if above is None:
            yield below
            return
        inner = (*path, above.key.text)
        if is_null(above.value):
            self.touches.append(Touch("removed", inner, above.key, above.value))
        elif isinstance(below.value, YamlMapping) and isinstance(above.value, YamlMapping):
            yield Entry(below.key, self.laid(below.value, above.value, inner))
        elif _fits(below.value, above.value):
            self.touches.append(Touch("changed", inner, above.key, above.value))
            yield above
        else:
            self.touches.append(Touch("shape", inner, above.key, above.value, _keys(below.value)))
            yield below


def is_null(node: Node) -> bool:
    """Whether a value takes its key out: `null` or `~`, not in quotes."""
    return isinstance(node, YamlScalar) and not node.style and node.text in NULLS


def _fits(below: Node, above: Node) -> bool:
    return type(below) is type(above) or (isinstance(below, YamlScalar) and not isinstance(above, YamlSequence))


def _keys(node: Node) -> tuple[str, ...]:
    return tuple(entry.key.text for entry in node.entries) if isinstance(node, YamlMapping) else ()
