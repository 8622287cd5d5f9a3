"""What follows from edits, in words: how many figures, whose, and the few that tell most."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from plangen.diff import Changes, Effect, Person
from plangen.review.names import Names
from plangen.review.values import Values
from plangen.review.words import bracketed, comma, say
from plangen.values import EXACT, Quantity, record

MAIN = frozenset({"target", "amount", "headcount"})
"""The measures that plans are made of; the others compare or explain them."""
SHOWN = 3
"""How many figures are named with an edit."""


@record
class Told:
    """One figure that changed: what it is called, and both values (empty where a side has none)."""

    effect: Effect
    name: str
    old: str
    new: str
    remark: str = ""

    def sentence(self, language: str) -> str:
        """`销售额·目标 1,092 万元 → 2,402.4 万元（+1,310.4 万元，+120.0%）`."""
        return f"{self.name} {self.old or '—'} → {self.new or '—'}{bracketed(language, self.remark)}"


@record
class Following:
    """What follows from one edit, or from several of one thing.

    `together` counts the other edits that the named figures follow from too.
    """

    figures: int
    persons: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    told: tuple[Told, ...] = ()
    together: int = 0

    def summary(self, language: str) -> str:
        """`带动 44 个数，4 人的目标`; empty where nothing follows."""
        if not self.figures:
            return ""
        parts = [say(language, "figures", self.figures)]
        parts += [say(language, "targets", len(self.persons))] if self.persons else []
        parts += [say(language, "roles", len(self.roles))] if self.roles else []
        return say(language, "follows", comma(language).join(parts))

    @property
    def rest(self) -> int:
        """How many figures are not named."""
        return self.figures - len(self.told)


class FollowingWords:
    """Tells what follows from the edits of one comparison."""

    def __init__(self, changes: Changes, names: Names, values: Values) -> None:
        self._changes, self._names, self._values = changes, names, values

    def of(self, places: Sequence[int]) -> Following:
        """What follows from the edits at some places together."""
        effects = {effect.address: effect for place in places for effect in self._changes.following(place)}
        people = dict.fromkeys(each for place in places for each in self._changes.consequences[place].targets)
        plan = self._changes.edits[places[0]].entity.key.plan
        telling = sorted((each for each in effects.values() if is_telling(each)), key=rank)[:SHOWN]
        causes = {cause for each in telling for cause in each.causes}
        return Following(
            len(effects),
            tuple(self._named(person for person in people if not person.plan)),
            tuple(self._named(person for person in people if person.plan)),
            tuple(self.told(each, plan) for each in telling),
            len(causes - set(places)),
        )

    def told(self, effect: Effect, plan: str = "") -> Told:
        """One figure in words, seen from a plan."""
        address = effect.address
        old, new = self._values.pair(effect.before, effect.after, address.plan, address.kind)
        remark = self._values.difference(effect.before, effect.after, address.plan, address.kind)
        return Told(effect, self._names.figure(address, plan), old, new, remark)

    def _named(self, people: Iterable[Person]) -> list[str]:
        return [self._names.person(person) for person in people]


def is_telling(effect: Effect) -> bool:
    """Whether a figure says something by itself: for the whole period, none that compares two others, on both sides."""
    return effect.address.period is None and not effect.address.facet and None not in (effect.before, effect.after)


def rank(effect: Effect) -> tuple[object, ...]:
    """What figures are sorted by: what plans are made of before what compares; money by how much it changed."""
    address, change = effect.address, _change(effect.before, effect.after)
    money = effect.after is not None and effect.after.unit.is_money and change is not None
    own = address.measure in MAIN
    return not own, not money, -(change or 0) if money else 0, len(address.members), address


def _change(old: Quantity | None, new: Quantity | None) -> Decimal | None:
    if old is None or new is None or not (old.is_exact and new.is_exact) or old.unit != new.unit:
        return None
    return EXACT.abs(EXACT.subtract(new.value, old.value))
