"""One objective with its axes, members and keys: what rules, checks and views ask about it."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property

from plangen.compute import PlanScope, Rule, unit_of
from plangen.sections.objectives import rolling, units
from plangen.sections.objectives.cells import has_own_months, rolled_axes
from plangen.sections.objectives.model import Cell, Objective, Objectives, Spread, taken
from plangen.values import YUAN, Address, Key, Period, Span, Unit

Note = tuple[str, str]
GAP: Note = ("合计 − 各部分", "total less its parts")
BELOW: Note = ("下级计划", "of the child plans")


@dataclass
class Split:
    """One objective in its plan."""

    objective: Objective
    scope: PlanScope
    kept: dict[str, object] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What others worked out for this objective already, by a name of theirs."""

    @cached_property
    def period(self) -> Period:
        """The months the objective covers: the written ones, those of the child plans it sums up, or the plan's."""
        if self.objective.period is not None:
            return self.objective.period
        below = [part.period for part in self.parts_below()] if self.objective.rollup else []
        if below:
            return Period(min(p.first for p in below), max(p.last for p in below))
        return self.scope.period

    def key(self, measure: str = "target", *members: str, facet: str = "", period: Period | None = None) -> Key:
        """A key of this objective; asked again, the same one: tables of keys compare faster and stay smaller."""
        parts = (measure, facet, period, members)
        key = self._keys.get(parts)
        if key is None:
            plan, kind, item = self.home
            key = self._keys[parts] = Key(self.scope.year, Address(plan, kind, item, measure, facet, period, members))
        return key

    @cached_property
    def _keys(self) -> dict[tuple[str, str, Period | None, tuple[str, ...]], Key]:
        return {}

    @cached_property
    def home(self) -> tuple[str, str, tuple[str, ...]]:
        """Plan, kind and item of every address of this objective."""
        address = self.objective.address()
        return address.plan, address.kind, address.item

    def cell(
        self, members: Iterable[str], measure: str = "target", facet: str = "", period: Period | None = None
    ) -> Key:
        """A key of the cell of several members, which may come in any order."""
        return self.key(measure, *self.objective.place.in_order(members), facet=facet, period=period)

    def rule(
        self, key: Key, verb: str, inputs: tuple[Key, ...], span: Span, note: Note = ("", ""), **settings: object
    ) -> Rule:
        """A rule of this objective; `note` says the method, in Chinese and in English."""
        return Rule(key, verb, inputs, span, settings, self.scope.word(*note))

    def axes(self) -> dict[str, list[str]]:
        """Every axis with its members: written, spread, or found in the child plans."""
        return self._axes

    @cached_property
    def _axes(self) -> dict[str, list[str]]:
        """Every axis with its members: written, spread, or found in the child plans."""
        found = {axis: list(members) for axis, members in self._given.items()}
        for axis, members in rolled_axes(self.objective):
            found[axis] = list(dict.fromkeys([*found.get(axis, ()), *members]))
        return {axis: self.in_order(axis, members) for axis, members in found.items() if members}

    def given(self, axis: str) -> Collection[str]:
        """The members along an axis that somebody gives a part: all but those whose parts are sums over cells."""
        return self._given.get(axis, ())

    @cached_property
    def _given(self) -> dict[str, dict[str, None]]:
        found = {axis: dict.fromkeys(cells) for axis, cells in self.objective.axes.items()}
        for spread in self.objective.spread:
            found.setdefault(spread.axis, {}).update(dict.fromkeys(taken(self.objective, spread)))
        for child in self.parts_below() if self.objective.rollup else ():
            for axis, members in child.members_seen().items():
                found.setdefault(axis, {}).update(dict.fromkeys(members))
        for axis, members in rolling.ratio_axes(self):
            found.setdefault(axis, {}).update(dict.fromkeys(members))
        return {axis: members for axis, members in found.items() if members}

    def in_order(self, axis: str, members: Iterable[str]) -> list[str]:
        """Members of an axis in the order that the dimension has them."""
        known = self.scope.dimensions.axes.get(axis)
        order = list(known.members) if known else []
        members = known.without_groups(tuple(members)) if known and known.hierarchies else members
        return sorted(members, key=lambda member: order.index(member) if member in order else len(order))

    def inside(self, axis: str, member: str = "") -> list[str]:
        """The members of an axis that stand directly below a member; without one, those that stand below none.

        Only they add up: a province counts in its region, and not again beside it.
        """
        return [name for name, above in self._nesting.get(axis, {}).items() if above == member]

    def groups(self, axis: str) -> list[str]:
        """What the parts of an axis add up to: the whole (an empty text), and members that others stand below."""
        return list(dict.fromkeys(["", *self._nesting.get(axis, {}).values()]))

    @cached_property
    def _nesting(self) -> dict[str, dict[str, str]]:
        dimensions = self.scope.dimensions
        return {
            axis: {member: dimensions.above(member, members) for member in members}
            for axis, members in self.axes().items()
        }

    def parts_below(self) -> "list[Split]":
        """The same objective in the child plans."""
        return self._below

    @cached_property
    def _below(self) -> "list[Split]":
        """The same objective in the child plans."""
        found = []
        for child in self.scope.children():
            section = child.section("objectives")
            if isinstance(section, Objectives) and self.objective.id in section.items:
                found.append(Split(section.items[self.objective.id], child))
        return found

    def members_seen(self) -> dict[str, list[str]]:
        """The axes as the parent sees them: an axis that the plan covers is one member, its own."""
        covers = self.scope.plan.head.covers
        return {**self.axes(), **{axis: [member] for axis, member in covers.items()}}

    def part_key(self, axis: str, member: str, period: Period | None = None) -> Key | None:
        """The key of a member's part as the parent sees it; without an axis, of the whole."""
        if not axis or self.scope.plan.head.covers.get(axis) == member:
            return self.key(period=period)
        return self.key("target", member, period=period) if member in self.axes().get(axis, ()) else None

    def keys_below(self, axis: str = "", member: str = "", period: Period | None = None) -> tuple[Key, ...]:
        """The keys in the child plans whose sum is this part."""
        inside = [part for part in self.parts_below() if period is None or period in part.period]
        found = (part.part_key(axis, member, period) for part in inside)
        return (*(key for key in found if key is not None), *self._unread_keys())

    def _unread_keys(self) -> Iterator[Key]:
        """Keys without a figure for the child plans that were refused: a sum that may lack one of them is unset."""
        for plan in self.scope.unread_below("objectives"):
            yield Key(self.scope.year, Address(plan, "objectives", self.home[2], "target"))

    def last_year(self, *members: str) -> Key:
        """The key of the same target last year, under the id it had then."""
        return self.scope.last_year(self.key("target", *members).address)

    def cell_keys(self, axis: str, member: str = "") -> tuple[Key, ...]:
        """The keys of the parts along an axis that add up to the total, or to the part of a member."""
        return tuple(self.key("target", name) for name in self.inside(axis, member))

    def cells(self, axis: str) -> dict[str, Cell]:
        """The written cells of an axis."""
        return self.objective.axes.get(axis, {})

    def entries(self) -> list[tuple[str, Cell | Objective]]:
        """The objective itself (with an empty member) and every written cell with its member."""
        found: list[tuple[str, Cell | Objective]] = [("", self.objective)]
        for cells in self.objective.axes.values():
            found += cells.items()
        return found

    def axis_span(self, axis: str) -> Span:
        """Where an axis is asked for: its cells, its spread, or the roll-up."""
        if axis in self.objective.axes:
            return self.objective.span(axis)
        spread = next((spread for spread in self.objective.spread if spread.axis == axis), None)
        if spread is not None:
            return spread.span()
        return self.objective.span("rollup") if self.objective.rollup else self.objective.span()

    def spread_of(self, axis: str, member: str) -> Spread | None:
        """The spread that computes a member's part."""
        spreads = (spread for spread in self.objective.spread if spread.axis == axis)
        return next((spread for spread in spreads if member in taken(self.objective, spread)), None)

    @property
    def unit(self) -> Unit:
        """The unit of the target: as written, else that of the child plans, of last year, of the rates; else 元."""
        return self.known_unit or YUAN

    @cached_property
    def known_unit(self) -> Unit | None:
        """The unit of the target as far as something tells it."""
        return self.plain_unit or rolling.ratio_unit(self)

    @cached_property
    def plain_unit(self) -> Unit | None:
        """The unit that is written here, below or before; None where there is none, or the objective is a ratio."""
        return units.plain_unit(self)

    def unit_of(self, entry: Cell | Objective, field: str) -> Unit | None:
        """The unit of a field of the objective or of a member's cell, as far as it is told before computing."""
        return unit_of(entry, field, self.scope)

    @cached_property
    def over_members(self) -> str:
        """The rule by which members and child plans roll up."""
        return rolling.over_members(self)

    @cached_property
    def over_time(self) -> str:
        """The rule by which months roll up: the declared one, that of all child plans, or the unit's."""
        return rolling.over_time(self)

    @property
    def holds_levels(self) -> bool:
        """Whether a month holds a value, and no part of the target."""
        return self.over_time not in ("sum", "none")

    @property
    def adds_up(self) -> bool:
        """Whether parts make the whole by adding: amounts and counts do, shares and rates do not."""
        return self.over_members == "sum"

    @property
    def adds_over_time(self) -> bool:
        """Whether months make the whole by adding too: heads add up over members, and not over months."""
        return self.adds_up and self.over_time == "sum"

    @cached_property
    def months_from_cells(self) -> bool:
        """Whether the months are those that cells say themselves: amounts that add up, and no child plans' months."""
        return self.adds_over_time and not self.objective.rollup and has_own_months(self.objective)

    @property
    def rolls_up(self) -> bool:
        """Whether parts make the whole at all, by adding or by another rule."""
        return self.over_members != "none"

    @cached_property
    def step(self) -> Decimal:
        """The rounding step of computed parts: the written one, else 0.1万元 for money and 1 for counts."""
        if self.step_fits():
            assert self.objective.step is not None, "one that fits is written"
            return Decimal(self.objective.step.value)
        return Decimal(1000) if self.unit.is_money else Decimal(1)

    def step_fits(self) -> bool:
        """Whether a step is written that parts can be multiples of: one number above zero, in the target's unit."""
        step, known = self.objective.step, self.known_unit
        return step is not None and step.is_exact and step.value > 0 and (known is None or step.unit == known)

    @cached_property
    def before(self) -> "Split | None":
        """The same objective last year, under the id it had then."""
        year = self.scope.handbook.years.get(self.scope.year - 1)
        last = self.last_year().address
        entry = year.entries().get((last.plan, last.kind, last.item)) if year else None
        if year is None or not isinstance(entry, Objective):
            return None
        return Split(entry, replace(self.scope, year=self.scope.year - 1, plan=year.plans[last.plan]))

    def has_last_year(self) -> bool:
        """Whether last year's plan has this objective."""
        return self.before is not None

    def axis_of_rates(self) -> str:
        """The axis all of whose members have a rate, or an empty text."""
        for axis, cells in self.objective.axes.items():
            if all(member in cells and self.heads_of(cells[member]) for member in self.inside(axis)):
                return axis
        return ""

    def heads_of(self, entry: Cell | Objective) -> str:
        """Which field a rate multiplies: `heads`, or `count` where its unit is one the rate is per; else empty."""
        if entry.rate is None:
            return ""
        if entry.heads is not None:
            return "heads"
        count, rate = self.unit_of(entry, "count"), self.unit_of(entry, "rate")
        return "count" if count is not None and rate is not None and set(count.over) <= set(rate.per) else ""
