"""The two sets of figures side by side: which changed, and how the figures of the side before are called now."""

from functools import cached_property

from plangen.diff.renames import Renames
from plangen.diff.side import Side
from plangen.values import Address, Figure, Key

Slot = tuple[int, Address]
"""The year of a figure counted from its side's own (0, -1 for last year), and its address on the side after."""


class Pairing:
    """The figures of both sides by slot."""

    def __init__(self, before: Side, after: Side, renames: Renames) -> None:
        self._sides = (before, after)
        self._renames = renames
        self._names: dict[Address, Address] = {}
        self._slots: tuple[dict[Key, Slot], dict[Key, Slot]] = ({}, {})
        self._one: dict[Slot, Slot] = {}
        self._taken: dict[tuple[int, int], tuple[Slot, ...]] = {}

    @cached_property
    def before(self) -> dict[Slot, Figure]:
        """The figures of the side before, called as on the side after."""
        return {self.slot(0, key): figure for key, figure in self._sides[0].figures.items()}

    @cached_property
    def after(self) -> dict[Slot, Figure]:
        """The figures of the side after."""
        return {self.slot(1, key): figure for key, figure in self._sides[1].figures.items()}

    @cached_property
    def changed(self) -> frozenset[Slot]:
        """Every slot whose quantity differs, or is there on one side only."""
        both = self.before.keys() | self.after.keys()
        return frozenset(slot for slot in both if _quantity(self.before.get(slot)) != _quantity(self.after.get(slot)))

    @property
    def days_differ(self) -> bool:
        """Whether the figures of the two sides speak of different days."""
        before, after = (side.scope.handbook.day(side.year) for side in self._sides)
        return before != after

    def slot(self, side: int, key: Key) -> Slot:
        """Where a figure of a side (0 before, 1 after) belongs."""
        found = self._slots[side].get(key)
        if found is None:
            slot = (key.year - self._sides[side].year, key.address if side else self._named(key.address))
            found = self._slots[side][key] = self._one.setdefault(slot, slot)  # one object a slot: looked up in no time
        return found

    def inputs(self, slot: Slot) -> tuple[tuple[Slot, ...], tuple[Slot, ...]]:
        """What a figure is computed from, on each side; empty where it is not there."""
        return self._inputs(0, self.before.get(slot)), self._inputs(1, self.after.get(slot))

    def _inputs(self, side: int, figure: Figure | None) -> tuple[Slot, ...]:
        """The slots of a figure's inputs; the parts of one whole share one tuple of inputs, which is told once."""
        if figure is None:
            return ()
        name = (side, id(figure.inputs))
        if name not in self._taken:
            self._taken[name] = tuple(self.slot(side, key) for key in figure.inputs)
        return self._taken[name]

    def is_redefined(self, slot: Slot) -> bool:
        """Whether a figure comes about otherwise than before, in a way that its inputs do not tell.

        That is: by another rule or other settings; from inputs that did not change and were not taken before; or on one
        side only, from nothing that changed.
        """
        before, after = self.before.get(slot), self.after.get(slot)
        old, new = self.inputs(slot)
        moved = self.changed
        if before is None or after is None:
            return not any(each in moved for each in (*old, *new))
        other = set(old) ^ set(new)
        return before.rule != after.rule or before.settings != after.settings or not other <= moved

    def has_period(self, address: Address) -> bool:
        """Whether the item of a figure has a period of its own, and not its plan's."""
        entry = self._sides[1].scope.entry(address.item_address)
        return getattr(entry, "period", None) is not None

    def _named(self, address: Address) -> Address:
        if self._renames.is_empty:
            return address
        if address not in self._names:
            self._names[address] = self._renames.address(address)
        return self._names[address]


def _quantity(figure: Figure | None) -> object:
    return None if figure is None else figure.quantity
