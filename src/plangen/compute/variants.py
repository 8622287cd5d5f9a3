"""Variants: the figures of a year in another scenario, kept as far as they differ from those of the year itself."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from plangen.compute.figures import Figures
from plangen.compute.graph import compute
from plangen.compute.rule import Rule
from plangen.compute.scope import YearScope
from plangen.findings import Finding
from plangen.model import Handbook, Scenario, planned_measures
from plangen.values import SHARE, Address, Figure, Key

VARIANCE = "variance"
"""The facet of the difference to the year's binding figure."""
RATIOS = ("portion", "share")
"""Rules that put a part in relation to its whole."""
VARIANCE_SHARE = "variance-share"
"""The facet of the same difference as a share of the binding figure."""


@dataclass(frozen=True)
class Variant:
    """One year in a scenario that does not bind.

    `handbook` has the year as this scenario has it, and `figures` are computed from that: their keys name no scenario,
    as if this one were the year. `plain` are the figures of the year itself, `problems` what computing found.
    """

    scenario: Scenario
    handbook: Handbook
    year: int
    figures: Figures
    plain: Figures
    problems: tuple[Finding, ...] = ()

    @property
    def scope(self) -> YearScope:
        """The year as this scenario has it."""
        return YearScope(self.handbook, self.year, self.figures)

    @cached_property
    def differing(self) -> dict[Key, Figure]:
        """The figures that are others than the year's, or come from others, by their key in this scenario."""
        mine = {key: figure for key, figure in self.figures.items() if key.year == self.year}
        other = {key for key, figure in mine.items() if not _is_same(figure, self.plain.get(key))}
        waiting = list(other)
        while waiting:
            for user in self.figures.users(waiting.pop()):
                if user.year == self.year and user not in other:
                    other.add(user)
                    waiting.append(user)
        named = {key: key._replace(scenario=self.scenario.id) for key in other}
        return {
            named[key]: replace(mine[key], key=named[key], inputs=tuple(named.get(i, i) for i in mine[key].inputs))
            for key in mine
            if key in other
        }

    @cached_property
    def gone(self) -> frozenset[Address]:
        """The figures of the year that this scenario does not have."""
        return frozenset(k.address for k in self.plain if k.year == self.year and k not in self.figures)

    def key(self, address: Address) -> Key | None:
        """The key of this scenario's figure at an address: its own, or the year's where both are the same; or None."""
        own = Key(self.year, address, self.scenario.id)
        if own in self.differing:
            return own
        plain = Key(self.year, address)
        return plain if plain in self.figures else None

    @cached_property
    def variances(self) -> dict[Key, Figure]:
        """How far the planned figures are from the year's own: as a difference, and as a share of those."""
        given = [*self.differing.values(), *(self.plain[k._replace(scenario="")] for k in self._compared())]
        return {
            k: f for k, f in compute(given, self._variance_rules())[0].items() if k.address.facet.startswith(VARIANCE)
        }

    def _compared(self) -> Iterator[Key]:
        """The keys of figures that a planner compares: planned for the whole period, one number on both sides.

        Of ranges and bounds the difference would be a range wider than both, and says nothing.
        """
        for key, figure in self.differing.items():
            plain = self.plain.get(key._replace(scenario=""))
            if plain is None or not (plain.quantity.is_exact and figure.quantity.is_exact):
                continue
            now, then = figure.quantity, plain.quantity
            if now.unit == then.unit and now.value != then.value and is_planned(key.address, self.scope):
                yield key

    def _variance_rules(self) -> Iterator[Rule]:
        for key in self._compared():
            figure, plain = self.differing[key], key._replace(scenario="")
            assert figure.source is not None, "typed figures and rules always know their line"
            target = key._replace(address=key.address.with_facet(VARIANCE))
            yield Rule(target, "difference", (key, plain), figure.source)
            if figure.quantity.unit != SHARE:
                share = key._replace(address=key.address.with_facet(VARIANCE_SHARE))
                yield Rule(share, "change", (key, plain), figure.source)


def is_planned(address: Address, scope: YearScope) -> bool:
    """Whether a figure is one that planners set or add up (target, amount, headcount), for the whole period.

    A part's share of its whole is so only where it was typed: a computed one says again what the targets say.
    """
    plan = scope.plan_year.plans.get(address.plan)
    section = plan.sections.get(address.kind) if plan else None
    if section is None or address.period is not None or address.facet:
        return False
    figure = scope.figure(address)
    derived = figure is not None and figure.rule in RATIOS
    return not derived and address.measure in planned_measures(type(section))


def with_variants(figures: Figures, variants: Iterable[Variant]) -> Figures:
    """The figures of all years, and of each scenario those that differ."""
    found: dict[Key, Figure] = {}
    for variant in variants:
        found |= {**variant.differing, **variant.variances}
    return Figures({**figures, **found}) if found else figures


def _is_same(figure: Figure, plain: Figure | None) -> bool:
    return figure == plain and _settings(figure) == _settings(plain)


def _settings(figure: Figure | None) -> Mapping[str, object]:
    return figure.settings if figure is not None else {}
