"""Entry: anything with fields in a plan file. It knows where each field was written and what its address is."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import field
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Any, ClassVar, Self, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict

from plangen.model.fields import Ids, LabelField, Plains, QuantityField, RoleRef, Text
from plangen.source import Node, YamlScalar
from plangen.values import Address, Period, Quantity, Refused, Span, record

Path = tuple[str | int, ...]


@record
class Place:
    """What all entries of one file share: year, plan, section kind and the spans of its keys and values by path.

    `order` tells for each member of a dimension which dimension it is of, in their order.
    """

    year: int
    plan: str
    kind: str
    file: str
    keys: dict[Path, YamlScalar] = field(default_factory=dict, repr=False)
    nodes: dict[Path, Node] = field(default_factory=dict, repr=False)
    order: Mapping[str, int] = field(default_factory=dict, repr=False)

    def span(self, path: Path) -> Span:
        """The span of the value at a path, or of the nearest written thing above it."""
        while path and path not in self.nodes:
            path = path[:-1]
        return self.nodes[path].span if path in self.nodes else Span.whole(self.file)

    def span_inside(self, path: Path, offset: int) -> Span:
        """The span of one character of the text at a path, as far as the file shows the text as it is."""
        node = self.nodes.get(path)
        return node.span_inside(offset) if isinstance(node, YamlScalar) else self.span(path)

    def in_order(self, members: Iterable[str]) -> tuple[str, ...]:
        """Members as addresses have them: in the order of their dimensions."""
        given = tuple(members)
        if len(given) < 2:
            return given
        return tuple(sorted(given, key=lambda member: self.order.get(member, len(self.order))))

    def key_span(self, path: Path) -> Span:
        """The span of the key at a path, or of the nearest written thing above it."""
        return self.keys[path].span if path in self.keys else self.span(path)


class Entry(BaseModel):
    """Base of everything bound from YAML. `source`, `owner`, `note` and `was` may stand on any entry.

    `invisible` names fields that are no key in the file (the binding put them there); `part` says whether an entry
    under an id is an item of its own (False) or lives inside its parent (True); `member` that its id is a member of a
    dimension; `open` that the planner names its keys; `facet` the facet its figures belong to.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)
    invisible: ClassVar[frozenset[str]] = frozenset()
    part: ClassVar[bool] = False
    member: ClassVar[bool] = False
    open: ClassVar[bool] = False
    facet: ClassVar[str] = ""
    by_member: ClassVar[bool] = False
    """Whether results may be reported by member although nothing is planned by member: scores, KPIs."""
    past: ClassVar[frozenset[str]] = frozenset()
    """Days that say what has happened, or since when something holds: a copied year keeps them."""
    governs: ClassVar[Mapping[str, str]] = {}
    """Fields that others keep to: `caps`, `pay`, `rules` or `definitions` by field. To change one is breaking."""
    defines: ClassVar[tuple[str, ...]] = ()
    """Fields that say what the entry's name means (口径): it is a defined term wherever its plan speaks."""
    answered_by: ClassVar[frozenset[str]] = frozenset()
    """Fields that name, beside `owner`, the role that answers for it: who reports, teaches, takes the step."""

    source: Plains = ()
    """Where it comes from: ids of source documents' items."""
    owner: RoleRef | None = None
    """The role that answers for it."""
    note: Text | None = None
    """A remark for readers."""
    was: Ids = ()
    """The id it had before it was renamed; several where it was merged from them."""

    if TYPE_CHECKING:
        # Put into the instance by `settle`, past pydantic: its private attributes cost ten times a plain look-up.
        # ClassVar keeps them out of the constructor.
        _place: ClassVar[Place]
        _path: ClassVar[Path]
        _item: ClassVar[tuple[str, ...]]
        _members: ClassVar[tuple[str, ...]]

    @property
    def place(self) -> Place:
        """The file this entry was written in."""
        return self._place

    @property
    def path(self) -> Path:
        """The path of keys from the top of the file to this entry."""
        return self._path

    @property
    def id(self) -> str:
        """The id this entry was written under; empty for a section."""
        return (self._members or self._item or ("",))[-1]

    @property
    def id_before(self) -> str:
        """The one id that it had before; empty where it kept its id, or was merged from several."""
        return self.was[0] if len(self.was) == 1 else ""

    @property
    def address_item(self) -> tuple[str, ...]:
        """The item part of this entry's address; empty for a section itself."""
        return self._item

    def address(self, measure: str = "", facet: str = "") -> Address:
        """The address of one of this entry's measures, or of the entry itself."""
        facet = facet or (self.facet if measure else "")
        members = self._members if measure else ()
        return Address(self._place.plan, self._place.kind, self._item, measure, facet, None, members)

    def span(self, field_name: str = "", *inside: str | int) -> Span:
        """Where a field's value stands, or what is `inside` it; without a name, where the entry stands."""
        return self._place.span((*self._path, field_name, *inside) if field_name else self._path)

    def key_span(self, field_name: str = "") -> Span:
        """Where a field's key stands; without a name, the entry's own key."""
        return self._place.key_span((*self._path, field_name) if field_name else self._path)

    def children(self) -> Iterator["Entry"]:
        """The entries directly inside this one, in the order they were written."""
        for name in holding_entries(type(self)):
            yield from _entries_of(getattr(self, name))

    def called(self, measure: str) -> str:  # noqa: ARG002 (for kinds whose planners name their own measures)
        """What the planner calls a measure or field of it; empty where it is called as everywhere."""
        return ""

    def walk(self) -> Iterator["Entry"]:
        """This entry and all entries inside it."""
        yield self
        for child in self.children():
            yield from child.walk()

    def quantities(self) -> Iterator[tuple[str, Quantity]]:
        """The authored figures of this entry: (field name, quantity)."""
        for name in quantity_fields(type(self)):
            value = getattr(self, name)
            if isinstance(value, Quantity):
                yield name, value

    def phased_quantities(self) -> Iterator[tuple[str, str, Period, Quantity]]:
        """The authored figures by period, where a field is a mapping from periods: (field, key, period, quantity).

        A key that is no period is left out: the section's checks report it. Each period stands once: PG234.
        """
        for name in phased_fields(type(self)):
            for key, value in getattr(self, name).items():
                with suppress(Refused):
                    yield name, key, Period.parse(key), value

    def settle(self, place: Place, path: Path = (), item: tuple[str, ...] = (), members: tuple[str, ...] = ()) -> Self:
        """Tell this entry, and all inside it, where it was written."""
        for name, value in (("_place", place), ("_path", path), ("_item", item), ("_members", members)):
            object.__setattr__(self, name, value)
        for name in type(self).model_fields:
            value = getattr(self, name)
            under = path if name in self.invisible else (*path, name)
            _settle_value(value, place, under, self)
        return self


def _settle_value(value: Any, place: Place, path: Path, owner: Entry) -> None:
    if isinstance(value, Entry):
        value.settle(place, path, owner._item, owner._members)  # noqa: SLF001 (same class family)
    elif isinstance(value, dict):
        for key, child in value.items():
            _settle_keyed(key, child, place, (*path, key), owner)
    elif isinstance(value, tuple):
        for index, child in enumerate(value):
            _settle_value(child, place, (*path, index), owner)


def _settle_keyed(key: str, child: Any, place: Place, path: Path, owner: Entry) -> None:
    if not isinstance(child, Entry):
        _settle_value(child, place, path, owner)
    elif child.member:
        child.settle(place, path, owner.address_item, place.in_order((*owner._members, key)))  # noqa: SLF001 (its own)
    elif child.part:
        child.settle(place, path, (*owner.address_item, key))
    else:
        child.settle(place, path, (key,))


def _entries_of(value: Any) -> Iterator[Entry]:
    if isinstance(value, Entry):
        yield value
    elif isinstance(value, dict):
        for child in value.values():
            yield from _entries_of(child)
    elif isinstance(value, tuple):
        for child in value:
            yield from _entries_of(child)


@cache
def quantity_fields(entry: type[Entry]) -> tuple[str, ...]:
    """The names of an entry type's quantity fields."""
    return tuple(name for name, _ in marked_fields(entry, QuantityField))


@cache
def phased_fields(entry: type[Entry]) -> tuple[str, ...]:
    """The names of an entry type's fields that map texts to quantities."""
    fields = entry.model_fields.items()
    return tuple(name for name, info in fields if get_origin(info.annotation) is dict and _holds_quantities(info))


def _holds_quantities(info: Any) -> bool:
    marks = getattr(get_args(info.annotation)[1], "__metadata__", ())
    return any(isinstance(mark, QuantityField) for mark in marks)


@cache
def marked_fields(entry: type[Entry], marker: type) -> tuple[tuple[str, Any], ...]:
    """Field name and marker of every field of an entry type that carries a marker of some type."""
    return tuple((name, mark) for name, info in entry.model_fields.items() for mark in _marks(info, marker))


def _marks(info: Any, marker: type) -> list[Any]:
    """The markers of a type on a field, also inside an optional type."""
    found = [mark for mark in info.metadata if isinstance(mark, marker)]
    optional = get_origin(info.annotation) in (Union, UnionType)
    for argument in get_args(info.annotation) if optional else ():
        found += [mark for mark in getattr(argument, "__metadata__", ()) if isinstance(mark, marker)]
    return found


@cache
def label_fields(entry: type[Entry]) -> tuple[str, ...]:
    """The names of an entry type's fields that hold texts for readers: one, a list, or one for each id."""
    return tuple(name for name, info in entry.model_fields.items() if _is_label(info))


def _is_label(info: Any) -> bool:
    marks = [*info.metadata, *_metadata_inside(info.annotation)]
    return any(isinstance(mark, LabelField) for mark in marks)


def _metadata_inside(annotation: Any) -> Iterator[Any]:
    yield from getattr(annotation, "__metadata__", ())
    for argument in get_args(annotation):
        yield from _metadata_inside(argument)


@cache
def holding_entries(entry: type[Entry]) -> tuple[str, ...]:
    """The names of an entry type's fields that can hold entries."""
    return tuple(name for name, info in entry.model_fields.items() if _can_hold(info.annotation))


def _can_hold(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        return True
    return any(_can_hold(argument) for argument in get_args(annotation))
