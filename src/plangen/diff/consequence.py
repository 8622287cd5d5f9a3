"""Consequences: what an edit comes to, with all that follows from it."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from plangen.diff.edit import Edit
from plangen.diff.effect import Effect
from plangen.diff.pairing import Pairing
from plangen.diff.people import People, Person
from plangen.diff.renames import Renames
from plangen.diff.weight import MAJOR, Weight, governed, weigh
from plangen.values import EXACT, Quantity, record


@record
class Consequence:
    """How heavy an edit is, and why.

    `governs` is `caps`, `pay`, `rules` or `definitions` where the field is one. `money` is the largest change of an
    amount for the whole period, in the currency's base unit; `figures` how many computed figures follow; `people`
    whom it touches, `targets` those of them whose figures changed.
    """

    weight: Weight
    governs: str = ""
    money: Decimal = Decimal(0)
    figures: int = 0
    people: tuple[Person, ...] = ()
    targets: tuple[Person, ...] = ()

    @property
    def rank(self) -> tuple[int, Decimal, int, int]:
        """What edits are sorted by: the heaviest first."""
        return list(Weight).index(self.weight), -self.money, -len(self.people), -self.figures


class Weighing:
    """Tells the consequence of each edit of one comparison."""

    def __init__(self, pairing: Pairing, people: People, renames: Renames, major: Decimal = MAJOR) -> None:
        self._pairing, self._people, self._renames, self._major = pairing, people, renames, major

    def of(self, edit: Edit, effects: Sequence[Effect]) -> Consequence:
        """What an edit comes to; `effects` are those that follow from it."""
        targets = dict.fromkeys(self._people.of_addresses(effect.address for effect in effects))
        people = dict.fromkeys([*self._people.of_edit(edit), *targets])
        money = max([self._own(edit), *(_amount(each.before, each.after) for each in effects if _is_whole(each))])
        weight = weigh(edit, self._major)
        weight = Weight.MINOR if weight is Weight.TEXT and effects else weight
        found = (weight, governed(edit), money, len(effects))
        return Consequence(*found, tuple(_sorted(people)), tuple(_sorted(targets)))

    def _own(self, edit: Edit) -> Decimal:
        """The largest change of an amount that was typed; what a paper says of it moves no money."""
        found = [Decimal(0)]
        for before, after in edit.figures():
            if any(address is not None and address.facet for address in (before, after)):
                continue
            old = self._pairing.before.get((0, self._renames.address(before))) if before else None
            new = self._pairing.after.get((0, after)) if after else None
            found.append(_amount(old.quantity if old else None, new.quantity if new else None))
        return max(found)


def _is_whole(effect: Effect) -> bool:
    """Whether an effect is a figure for the whole period, and none that says how two others differ."""
    return effect.address.period is None and not effect.address.facet


def _amount(old: Quantity | None, new: Quantity | None) -> Decimal:
    """By how much an amount of money changed; zero where it is none, or is not known."""
    ends = [each for each in (old, new) if each is not None]
    if not ends or not all(each.unit.is_money and each.is_exact for each in ends):
        return Decimal(0)
    was, now = (each.value if each is not None else Decimal(0) for each in (old, new))
    return EXACT.abs(EXACT.subtract(now, was))


def _sorted(people: Iterable[Person]) -> list[Person]:
    return sorted(people, key=lambda person: (person.plan, person.id))
