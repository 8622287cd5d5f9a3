"""A comparison: one plan in all scenarios of its year, with the planned figures that differ."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from plangen.compute import VARIANCE, VARIANCE_SHARE, PlanScope, Variant, is_planned
from plangen.model import Scenario, planned_measures
from plangen.render.names import item_name, member_names
from plangen.values import Address, Figure, Key, Quantity, dotted

MAIN = ("target", "amount")
"""Measures that a plan is judged by; they stand first."""
MYRIAD = 10_000


@dataclass(frozen=True)
class Comparison:
    """One plan in several scenarios.

    `scenarios` are in the order of the year, the binding one among them; `kinds` are the section kinds in theirs.
    """

    scope: PlanScope
    kinds: tuple[str, ...]
    scenarios: tuple[Scenario, ...]
    variants: Mapping[str, Variant]

    @cached_property
    def addresses(self) -> tuple[Address, ...]:
        """The planned figures that are not the same in all scenarios, in the order of the plan's files."""
        return tuple(sorted(set(self._differing()), key=self._order))

    @cached_property
    def is_empty(self) -> bool:
        """Whether the plan is the same in every scenario."""
        return next(self._differing(), None) is None

    def _differing(self) -> Iterator[Address]:
        return (address for variant in self.variants.values() for address in self._other(variant))

    def _other(self, variant: Variant) -> Iterator[Address]:
        mine, scope = self.scope.plan.path, variant.scope
        for figure in variant.figures.of_plan(self.scope.year, mine):
            if is_planned(figure.address, scope):
                plain = self.scope.figure(figure.address)
                if plain is None or plain.quantity != figure.quantity:
                    yield figure.address
        yield from (each for each in variant.gone if each.plan == mine and is_planned(each, self.scope))

    def _order(self, address: Address) -> tuple[object, ...]:
        dimensions = self.scope.dimensions
        members = [name for axis in dimensions.axes.values() for name in axis.members]
        place = [members.index(name) if name in members else len(members) for name in address.members]
        measure = (address.measure not in MAIN, self._measures(address).index(address.measure))
        item = self._items.get((address.kind, address.item), len(self._items))
        return (
            self.kinds.index(address.kind),
            item,
            [dimensions.axis_of(m) for m in address.members],
            place,
            measure,
            address,
        )

    @cached_property
    def _items(self) -> dict[tuple[str, tuple[str, ...]], int]:
        return {(kind, item): place for place, (_, kind, item) in enumerate(self.scope.entries)}

    def _measures(self, address: Address) -> list[str]:
        section = self.scope.section(address.kind)
        return [*(planned_measures(type(section)) if section else ()), address.measure]

    @property
    def headline(self) -> Address:
        """The first figure that the plan is judged by, else the first that differs."""
        return next((each for each in self.addresses if each.measure in MAIN), self.addresses[0])

    @property
    def headline_name(self) -> str:
        """What the headline's item is called."""
        return self.name(self.headline)

    def figure(self, address: Address, scenario: Scenario) -> Figure | None:
        """The figure of a scenario, under its own key where it differs from the year's; None where there is none."""
        if scenario.binding:
            return self.scope.figure(address)
        variant = self.variants[scenario.id]
        key = variant.key(address)
        return None if key is None else variant.differing.get(key) or self.scope.figures.get(key)

    def variance(self, address: Address, scenario: Scenario, *, share: bool = False) -> Figure | None:
        """How far a scenario's figure is from the binding one, if that can be said."""
        if scenario.binding:
            return None
        facet = VARIANCE_SHARE if share else VARIANCE
        key = Key(self.scope.year, address.with_facet(facet), scenario.id)
        return self.variants[scenario.id].variances.get(key)

    def unit(self, address: Address) -> str:
        """The unit to show a figure in: the plan's for money, and for rates of 10,000 元 and more."""
        figures = (self.figure(address, scenario) for scenario in self.scenarios)
        return unit_for([each.quantity for each in figures if each is not None], self.scope.plan.head.unit)

    def name(self, address: Address) -> str:
        """What a row is called without its measure: the member, or the item."""
        if address.members:
            return dotted(self.scope.language, member_names(self.scope, address))
        return item_name(self.scope, address)


def unit_for(quantities: Iterable[Quantity], plan: str) -> str:
    """The unit to show quantities of one kind in: `plan`'s for money, and for rates of 10,000 元 and more."""
    known = [each for each in quantities if not each.unset]
    if not known:
        return ""
    unit = known[0].unit
    if unit.is_money:
        return plan
    if unit.is_money_rate and max(abs(end) for q in known for end in (q.low, q.high) if end is not None) >= MYRIAD:
        return "/".join((plan, *unit.per))
    return str(unit)


def comparison_of(scope: PlanScope, variants: tuple[Variant, ...], kinds: Iterable[str]) -> Comparison | None:
    """The comparison of a plan, or None where it is the same in every scenario. `kinds` are all section kinds."""
    known = {each.scenario.id: each for each in variants}
    scenarios = tuple(e for e in scope.handbook.scenarios.get(scope.year, ()) if e.binding or e.id in known)
    found = Comparison(scope, tuple(kinds), scenarios, known)
    return None if found.is_empty else found
