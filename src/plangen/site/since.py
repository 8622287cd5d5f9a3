"""Since last year: the comparison of a plan year with the one before, as its pages tell it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from plangen.compute import PlanScope, YearScope
from plangen.diff import ChangeCard, Changes, Consequence, Edit, Effect, Passage, Side, cards, compare
from plangen.review.lines import Line as EditLine
from plangen.review.lines import Wording
from plangen.review.names import Names
from plangen.site.comparison import MYRIAD, unit_for
from plangen.values import Address, Figure, Quantity
from plangen.views import Num


class Since:
    """The changes of one year since the one before. `titles` is what the section kinds are called."""

    def __init__(self, changes: Changes, titles: Mapping[str, str]) -> None:
        self.changes, self._titles = changes, titles

    @property
    def before(self) -> YearScope:
        """The year before."""
        return self.changes.before.scope

    @property
    def after(self) -> YearScope:
        """The year itself."""
        return self.changes.after.scope

    @cached_property
    def names(self) -> Names:
        """What the things of both years are called."""
        return Names(self.changes, self._titles)

    @cached_property
    def lines(self) -> tuple[EditLine, ...]:
        """The edits in words, in their order."""
        return Wording(self.changes, self.names).lines

    @cached_property
    def old_plans(self) -> dict[str, str]:
        """By path of a plan that both years have: its path in the year before."""
        now = self.after.plan_year.plans
        olds = {self.changes.renames.plan(path): path for path in self.before.plan_year.plans}
        return {path: old for path, old in olds.items() if path in now}

    def has_page(self, plan: str) -> bool:
        """Whether a plan was there last year and is not the same; what last year's figures alone moved is no news."""
        lost = (each for each in self.effects(plan) if not each.is_explained)
        return plan in self.old_plans and bool(self.edits(plan) or self.passages(plan) or any(lost))

    def edits(self, plan: str) -> Sequence[int]:
        """The places of a plan's edits, the heaviest first; of an empty path, those of what all plans share."""
        return self._edits.get(plan, ())

    @cached_property
    def _edits(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for place, edit in enumerate(self.changes.edits):
            found[edit.address.plan].append(place)
        return dict(found)

    def told(self, place: int) -> tuple[Edit, Consequence]:
        """The edit at a place, and what it comes to."""
        return self.changes.edits[place], self.changes.consequences[place]

    def effects(self, plan: str) -> Sequence[Effect]:
        """The computed figures of a plan that changed."""
        return self._effects.get(plan, ())

    @cached_property
    def _effects(self) -> dict[str, list[Effect]]:
        found: dict[str, list[Effect]] = defaultdict(list)
        for effect in self.changes.effects:
            found[effect.address.plan].append(effect)
        return dict(found)

    def passages(self, plan: str) -> Sequence[Passage]:
        """The texts of a plan that changed; of an empty path, those of the year."""
        return self._passages.get(plan, ())

    @cached_property
    def _passages(self) -> dict[str, list[Passage]]:
        found: dict[str, list[Passage]] = defaultdict(list)
        for passage in self.changes.passages:
            found[passage.plan].append(passage)
        return dict(found)

    @cached_property
    def cards(self) -> dict[str, list[ChangeCard]]:
        """The change cards by plan."""
        found: dict[str, list[ChangeCard]] = defaultdict(list)
        for card in cards(self.changes):
            found[card.plan].append(card)
        return dict(found)

    def figure(self, address: Address, *, last: bool = False) -> Figure | None:
        """The figure at an address of this year; `last`: last year's, under the name that it had then."""
        pairing = self.changes.pairing
        return (pairing.before if last else pairing.after).get((0, address))

    def scope(self, plan: str) -> PlanScope:
        """The scope of a plan of this year."""
        return PlanScope(
            self.after.handbook, self.after.year, self.after.figures, plan=self.after.plan_year.plans[plan]
        )

    def unit(self, address: Address) -> str:
        """The unit in which both years' figures at an address are shown."""
        plan = self.after.plan_year.plans.get(address.plan) or self.before.plan_year.plans.get(address.plan)
        found = (self.figure(address, last=last) for last in (False, True))
        return unit_for([each.quantity for each in found if each is not None], plan.head.unit if plan else "")

    def _fitting(self, address: Address) -> str:
        """The unit for a number that says its own: small amounts stay in the currency's."""
        found = [each for last in (False, True) if (each := self.figure(address, last=last)) is not None]
        ends = [abs(end) for each in found for end in (each.quantity.low, each.quantity.high) if end is not None]
        small = any(each.quantity.unit.is_money for each in found) and bool(ends) and max(ends) < MYRIAD
        return "" if small else self.unit(address)

    def number(self, address: Address, *, last: bool = False) -> Num:
        """The figure at an address of this or of last year; not applicable where there is none."""
        figure = self.figure(address, last=last)
        if figure is None:
            return Num(None)
        version = str(self.before.year) if last else ""
        unit = self._fitting(address)
        return Num(figure.quantity, unit, with_unit=True, address=figure.address, version=version)

    def apart(self, address: Address) -> Num:
        """By how much a figure changed: of two known single numbers in one unit; else not applicable."""
        now, last = self.figure(address), self.figure(address, last=True)
        if now is None or last is None or not is_apart(now.quantity, last.quantity):
            return Num(None)
        unit, name = self._fitting(address), f"{now.address} − {last.key}"
        return Num(now.quantity - last.quantity, unit, with_unit=True, signed=True, name=name)

    def label(self, address: Address, plan: str) -> str:
        """What a figure is called on the page of a plan."""
        return self.names.figure(address, plan)


def is_apart(now: Quantity, last: Quantity) -> bool:
    """Whether the difference of two quantities is one number other than zero."""
    known = now.is_exact and last.is_exact and now.unit == last.unit and not (now.missing or last.missing)
    return known and now.value != last.value


def since_last_year(scope: YearScope, titles: Mapping[str, str]) -> Since | None:
    """The changes since the year before; None where the handbook does not have it."""
    if scope.year - 1 not in scope.handbook.years:
        return None
    before = YearScope(scope.handbook, scope.year - 1, scope.figures)
    return Since(compare(Side(str(before.year), before), Side(str(scope.year), scope)), titles)
