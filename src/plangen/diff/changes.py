"""Changes: everything that differs between two sides, what was typed apart from what followed."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from plangen.diff.consequence import Consequence
from plangen.diff.edit import Edit
from plangen.diff.effect import Effect
from plangen.diff.entity import Entity
from plangen.diff.pairing import Pairing
from plangen.diff.passage import Passage
from plangen.diff.renames import Renames
from plangen.diff.side import Side
from plangen.values import record


@record
class Suggestion:
    """Something that went and something that came, which look like one that was renamed without `was`."""

    gone: Entity
    come: Entity


@record
class Unread:
    """A section (a plan, where `kind` is empty) that one side cannot read, so that nothing is said of it."""

    plan: str
    kind: str
    side: str


@dataclass(frozen=True)
class Changes:
    """One comparison. `edits` are ranked, the heaviest first; `consequences` has one for each of them.

    `effects` are the computed figures that changed, by address, each with the places of its causes in `edits`.
    """

    before: Side
    after: Side
    renames: Renames
    edits: tuple[Edit, ...]
    consequences: tuple[Consequence, ...]
    effects: tuple[Effect, ...]
    passages: tuple[Passage, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    unread: tuple[Unread, ...] = ()
    pairing: Pairing = field(repr=False, default=None)  # type: ignore[assignment]

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return not (self.edits or self.effects or self.passages or self.unread)

    @cached_property
    def _following(self) -> dict[int, list[Effect]]:
        found: dict[int, list[Effect]] = defaultdict(list)
        for effect in self.effects:
            for place in effect.causes:
                found[place].append(effect)
        return found

    def following(self, place: int) -> Sequence[Effect]:
        """The figures that follow from the edit at a place."""
        return self._following.get(place, ())

    @property
    def unexplained(self) -> tuple[Effect, ...]:
        """The figures that changed though nothing that they come from did: only another plangen can do that."""
        return tuple(effect for effect in self.effects if not effect.is_explained)

    @property
    def from_last_year(self) -> tuple[Effect, ...]:
        """The figures that changed only because last year's did."""
        return tuple(effect for effect in self.effects if effect.base and not effect.causes)

    @property
    def from_day(self) -> tuple[Effect, ...]:
        """The figures that changed only because they speak of another day."""
        return tuple(effect for effect in self.effects if effect.day)
