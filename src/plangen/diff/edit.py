"""Edits: what a person changed, one value or one entity each."""

from collections.abc import Iterator
from hashlib import sha256
from typing import Literal

from plangen.diff.entity import Entity
from plangen.diff.value import Value
from plangen.model import Actual, quantity_fields
from plangen.values import Address, Formulated, Period, Refused, Span, record

EditKind = Literal["added", "removed", "changed", "moved", "renamed", "split", "merged"]
Part = Literal["plan", "section", "home"]


@record
class Edit:
    """One change that a person typed.

    `changed`: a field (`old` or `new` is None where it was or is not written). `added`, `removed`: an item, or what
    lies inside one, with all inside itself. `moved`: to another plan, section or home; `old` and `new` say which.
    `renamed`: another id. `split`, `merged`: one became several, several became one.
    `before` and `after` are the entities as each side has them; the first of each is the one that is spoken of.
    """

    kind: EditKind
    before: tuple[Entity, ...] = ()
    after: tuple[Entity, ...] = ()
    field: str = ""
    old: Value = None
    new: Value = None

    @property
    def entity(self) -> Entity:
        """The entity that is spoken of: as it is now, or as it was."""
        return (self.after or self.before)[0]

    @property
    def address(self) -> Address:
        """The address of the item that is spoken of."""
        return self.entity.key.address

    @property
    def span(self) -> Span | None:
        """Where the change stands: on the side after, or where the removed thing stood."""
        return self.entity.span(self.field if self.kind == "changed" else "")

    @property
    def id(self) -> str:
        """A stable name: kind, address, way inside the item and field, blind to values and places."""
        inside = "/".join(("", *self.entity.key.inner))
        return f"{self.kind} {self.address}{inside}{f'.{self.field}' if self.field else ''}"

    @property
    def anchor(self) -> str:
        """A short name for links, which stays while other edits come and go."""
        return sha256(self.id.encode()).hexdigest()[:8]

    def figures(self) -> Iterator[tuple[Address | None, Address | None]]:
        """The addresses of the typed figures that it touches: (before, after), None where a side has no such figure."""
        if self.kind == "changed":
            pair = _figure(self.before[0], self.field), _figure(self.after[0], self.field)
            if any(pair):
                yield pair
        elif self.kind in ("added", "removed", "split", "merged"):
            yield from ((address, None) for entity in self.before for address in typed_addresses(entity))
            yield from ((None, address) for entity in self.after for address in typed_addresses(entity))


def typed_addresses(entity: Entity) -> Iterator[Address]:
    """The addresses of the figures that an entity's fields are."""
    for field in entity.fields:
        address = _figure(entity, field)
        if address is not None:
            yield address


def _figure(entity: Entity, field: str) -> Address | None:
    """The address of the figure that a field is; None where it is none."""
    entry = entity.entry
    if entry is None:
        return None
    if isinstance(entry, Actual):
        return entry.reached if field == "value" else None
    name, _, key = field.partition(".")
    if name in quantity_fields(type(entry)):
        value = getattr(entry, name)
        return None if isinstance(value, Formulated) else entry.address(name)
    try:
        return entry.address(name).at(Period.parse(key)) if key else None
    except Refused:
        return None
