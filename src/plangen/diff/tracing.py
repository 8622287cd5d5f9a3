"""Tracing: from each computed figure that changed back to the edits that it follows from."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from plangen.diff.edit import Edit
from plangen.diff.effect import Effect
from plangen.diff.entity import Entity
from plangen.diff.inventory import PLAN
from plangen.diff.pairing import Pairing, Slot
from plangen.diff.renames import Renames
from plangen.diff.value import WORDS, texts
from plangen.model import Actual, RefField, marked_fields
from plangen.values import Address

BASE = 0
"""The bit of last year's figures; the bit of the edit at place n is n + 1."""
Home = tuple[str, str, str]
"""Plan, section kind and item that an edit is of."""
DESK = frozenset({"waivers", "review", "owner", "owners", "edit_url"})
"""Settings of the handbook which no rule reads."""
SHARED = ("dimensions", "profiles", "handbook")


class Tracing:
    """What the figures of one comparison follow from. Causes are sets of bits: one bit an edit."""

    def __init__(self, pairing: Pairing, edits: Sequence[Edit], renames: Renames) -> None:
        self._pairing = pairing
        self._typed: dict[Slot, int] = defaultdict(int)
        self._near: dict[Home, int] = defaultdict(int)
        self._inside: dict[Home, list[tuple[tuple[str, ...], int]]] = defaultdict(list)
        self._periods: dict[str, int] = {}
        for place, edit in enumerate(edits):
            self._enter(edit, 1 << (place + 1), renames)

    def _enter(self, edit: Edit, bit: int, renames: Renames) -> None:
        typed = [pair for pair in edit.figures() if any(pair)]
        for before, after in typed:
            if before is not None:
                self._typed[0, renames.address(before)] |= bit
            if after is not None:
                self._typed[0, after] |= bit
        if (edit.kind == "changed" and edit.field in WORDS) or _is_of_the_desk(edit):
            return
        for entity in (*edit.before, *edit.after):
            home = _place(entity)
            self._near[home] |= bit
            if not typed or edit.kind != "changed" or "." in edit.field:  # shares by period are settings too
                self._inside[home].append(((*entity.key.item[1:], *entity.key.inner), bit))
            if entity.key.kind == PLAN and edit.field == "period":
                self._periods[entity.key.plan] = bit
        for home in _named(edit):
            self._near[home] |= bit
            self._inside[home].append(((), bit))

    def effects(self) -> Iterator[Effect]:
        """Every computed figure of the year that changed, by address."""
        pairing, known = self._pairing, self._spread()
        own = (slot for slot in pairing.changed if slot[0] == 0 and slot not in self._typed)
        for slot in sorted(own, key=lambda slot: slot[1]):
            before, after = pairing.before.get(slot), pairing.after.get(slot)
            bits = known[slot]
            figure = after or before
            yield Effect(
                slot[1],
                before.quantity if before else None,
                after.quantity if after else None,
                tuple(_places(bits >> 1)),
                base=bool(bits >> BASE & 1),
                day=not bits and pairing.days_differ,
                source=figure.source if figure else None,
            )

    def _spread(self) -> dict[Slot, int]:
        """The causes of every changed slot: its own, and those of each changed input, until nothing is added.

        The inputs of both sides count, and together they may go in circles: a total that was typed and is a sum now.
        """
        changed = self._pairing.changed
        users: dict[Slot, list[Slot]] = defaultdict(list)
        for slot in changed:
            for each in self._moving(slot):
                users[each].append(slot)
        known = {slot: self._own(slot) for slot in changed}
        _carry(known, users, [slot for slot, bits in known.items() if bits])
        bare = [slot for slot, bits in known.items() if not bits]
        for slot in bare:
            known[slot] = self._beside(slot[1])
        _carry(known, users, bare)
        return known

    def _moving(self, slot: Slot) -> list[Slot]:
        """The inputs of a slot that changed; none of a typed figure or one of another year."""
        if slot[0] != 0 or slot in self._typed:
            return []
        old, new = self._pairing.inputs(slot)
        return [each for each in dict.fromkeys([*old, *new]) if each in self._pairing.changed and each != slot]

    def _own(self, slot: Slot) -> int:
        """What changed a slot by itself: last year, a typed value, an edit of how its item's figures come about."""
        if slot[0] != 0:
            return 1 << BASE
        if slot in self._typed:
            return self._typed[slot]
        if not self._pairing.is_redefined(slot):
            return 0
        own = _joined(bit for inner, bit in self._inside.get(_home(slot[1]), ()) if _concerns(inner, slot[1]))
        return own | (0 if self._pairing.has_period(slot[1]) else self._periods.get(slot[1].plan, 0))

    def _beside(self, address: Address) -> int:
        """Edits of what a rule can read beside: in its item, its section, its plan, shared files, plans below."""
        own, plan = self._near.get(_home(address), 0), self._near.get((address.plan, PLAN, ""), 0)
        return own or self._section(address) or plan or self._shared() or self._below(address)

    def _section(self, address: Address) -> int:
        return self._sections.get((address.plan, address.kind), 0)

    @cached_property
    def _sections(self) -> Mapping[tuple[str, str], int]:
        found: dict[tuple[str, str], int] = defaultdict(int)
        for (plan, kind, _), bits in self._near.items():
            found[plan, kind] |= bits
        return found

    def _shared(self) -> int:
        return _joined(bits for (_, kind), bits in self._sections.items() if kind in SHARED)

    def _below(self, address: Address) -> int:
        """Edits of the same item in the plans below, from which a figure may be rolled up."""
        item, start = address.item[:1], f"{address.plan}/"
        return _joined(
            bits
            for (plan, kind, name), bits in self._near.items()
            if plan.startswith(start) and (kind == PLAN or (kind, (name,)) == (address.kind, item))
        )


def _named(edit: Edit) -> Iterator[Home]:
    """The items that an edited reference leads to, or led to: what is counted or added up there changes with it.

    Who owns something is counted nowhere.
    """
    entry = edit.entity.entry
    marks = dict(marked_fields(type(entry), RefField)) if entry is not None else {}
    if edit.kind == "changed" and edit.field in marks and edit.field != "owner":
        for value in (edit.old, edit.new):
            for text in texts(value):
                plan, _, path = text.rpartition(":")
                yield plan or edit.entity.key.plan, marks[edit.field].kind, path.rpartition("/")[2]


def _is_of_the_desk(edit: Edit) -> bool:
    """Whether an edit is of what findings and changes are judged by: no figure is computed from that."""
    key = edit.entity.key
    return key.kind == "handbook" and (edit.field in DESK or bool(set(key.inner) & DESK))


def _place(entity: Entity) -> Home:
    """Where an edited thing is read: what was reached, beside what was planned."""
    if isinstance(entity.entry, Actual):
        return _home(entity.entry.planned)
    return entity.key.plan, entity.key.kind, entity.key.item[0] if entity.key.item else ""


def _home(address: Address) -> Home:
    return address.plan, address.kind, address.item[0] if address.item else ""


def _concerns(inner: tuple[str, ...], address: Address) -> bool:
    """Whether what lies inside an item can say how one of its figures comes about: the same part, member or facet."""
    return not inner or inner[-1] in (*address.item[1:], *address.members, address.measure, address.facet)


def _places(bits: int) -> Iterator[int]:
    """Where bits are set, the lowest first."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def _carry(known: dict[Slot, int], users: dict[Slot, list[Slot]], waiting: list[Slot]) -> None:
    """Hand causes on to whoever uses a slot."""
    while waiting:
        slot = waiting.pop()
        for user in users.get(slot, ()):
            if known[slot] & ~known[user]:
                known[user] |= known[slot]
                waiting.append(user)


def _joined(bits: Iterable[int]) -> int:
    found = 0
    for each in bits:
        found |= each
    return found
