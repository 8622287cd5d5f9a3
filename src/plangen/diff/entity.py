"""Entities: everything of a plan year that has an id and can change, without its figures' places and order."""

from collections.abc import Mapping
from typing import NamedTuple

from pydantic_core import PydanticUndefined

from plangen.diff.value import Value
from plangen.model import Entry
from plangen.values import Address, Span, record


class EntityKey(NamedTuple):
    """What names an entity: plan, section kind, the item part of its address, and the way inside the item.

    `inner` is empty for an item; ("channel", "own-store") for a cell, ("stated",) for what the paper claims.
    """

    plan: str
    kind: str
    item: tuple[str, ...]
    inner: tuple[str, ...] = ()

    @property
    def address(self) -> Address:
        """The address of the item that it is, or lies in."""
        return Address(self.plan, self.kind, self.item)

    def holds(self, other: "EntityKey") -> bool:
        """Whether another entity lies inside this one, or is this one."""
        same = (self.plan, self.kind) == (other.plan, other.kind)
        if self.item == other.item:
            return same and other.inner[: len(self.inner)] == self.inner
        return same and not self.inner and other.item[: len(self.item)] == self.item


@record
class Entity:
    """One thing with an id: its written fields, what it stands under, and the entry that it was bound to.

    `home` is the path of keys to it without its own id: the phase of a task, the role of a duty. Fields that map names
    to values are one field a name: `phasing.Q1`. `file` is where it is told where there is no entry.
    """

    key: EntityKey
    fields: Mapping[str, Value]
    home: tuple[str, ...] = ()
    entry: Entry | None = None
    place: Span | None = None

    @property
    def name(self) -> str:
        """What it is called; its id where it has no name."""
        said = self.fields.get("name") or self.fields.get("text") or self.fields.get("title")
        said = said or getattr(self.entry, "name", None)
        return str(said) if said else (self.key.inner or self.key.item or (self.key.plan,))[-1]

    def value(self, field: str) -> Value:
        """What a field says; where it is not written, what it means then."""
        if field in self.fields or self.entry is None:
            return self.fields.get(field)
        info = type(self.entry).model_fields.get(field)
        default = info.default if info is not None else None
        return None if default in ((), PydanticUndefined) else default

    def span(self, field: str = "") -> Span | None:
        """Where a field stands; without one, or where it is not written, where the entity stands."""
        if self.entry is None:
            return self.place
        if not field:
            return self.entry.key_span()
        name, _, key = field.partition(".")
        return self.entry.place.span((*self.entry.path, name, key) if key else (*self.entry.path, name))
