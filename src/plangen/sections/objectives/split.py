"""One objective with its axes, members and keys: what rules, checks and views ask about it."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from plangen.compute import PlanScope, Rule
from plangen.sections.objectives.model import Cell, Objective, Objectives
from plangen.values import YUAN, Address, Key, Period, Span, Unit

Note = tuple[str, str]
ROLLED_UP: Note = ("下级计划合计", "sum of the child plans")


@dataclass
class Split:
    """One objective in its plan."""

    objective: Objective
    scope: PlanScope

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
        found = {axis: list(cells) for axis, cells in self.objective.axes.items()}
        for spread in self.objective.spread:
            found.setdefault(spread.axis, list(spread.members))
        if self.objective.rollup:
            for child in self.parts_below():
                for axis, members in child.members_seen().items():
                    found.setdefault(axis, [])
                    found[axis] += [member for member in members if member not in found[axis]]
        return {axis: self._in_order(axis, members) for axis, members in found.items()}

    def _in_order(self, axis: str, members: list[str]) -> list[str]:
        known = self.scope.dimensions.axes.get(axis)
        order = list(known.members) if known else []
        return sorted(members, key=lambda member: order.index(member) if member in order else len(order))

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
        now = self.key("target", *members).address
        item = (self.objective.was,) if self.objective.was else now.item
        return Key(self.scope.year - 1, Address(now.plan, now.kind, item, "target", "", None, members))

    def cell_keys(self, axis: str) -> tuple[Key, ...]:
        """The keys of the parts along an axis."""
        return tuple(self.key("target", member) for member in self.axes().get(axis, ()))

    def cells(self, axis: str) -> dict[str, Cell]:
        """The written cells of an axis."""
        return self.objective.axes.get(axis, {})

    def axis_span(self, axis: str) -> Span:
        """Where an axis is asked for: its cells, its spread, or the roll-up."""
        if axis in self.objective.axes:
            return self.objective.span(axis)
        spread = next((spread for spread in self.objective.spread if spread.axis == axis), None)
        return spread.span() if spread else self.objective.span("rollup")

    @cached_property
    def unit(self) -> Unit:
        """The unit of the target, as far as it is written."""
        return next((unit for unit in self._written_units() if unit.over), YUAN)

    def _written_units(self) -> list[Unit]:
        parts = (cell.target for cells in self.objective.axes.values() for cell in cells.values())
        return [quantity.unit for quantity in (self.objective.target, *parts) if quantity is not None]

    @cached_property
    def step(self) -> Decimal:
        """The rounding step of computed parts: the written one, else 0.1万元 for money and 1 for counts."""
        if self.step_fits():
            assert self.objective.step is not None, "one that fits is written"
            return self.objective.step.value
        return Decimal(1000) if self.unit == YUAN else Decimal(1)

    def step_fits(self) -> bool:
        """Whether a step is written that parts can be multiples of: one number above zero, in the target's unit."""
        step, units = self.objective.step, self._written_units()
        return step is not None and step.is_exact and step.value > 0 and (not units or step.unit in units)

    def has_last_year(self) -> bool:
        """Whether last year's plan has this objective."""
        before = self.scope.handbook.years.get(self.scope.year - 1)
        last = self.last_year().address
        return before is not None and (last.plan, last.kind, last.item) in before.entries()

    def axis_of_rates(self) -> str:
        """The axis all of whose members have a rate, or an empty text."""
        full = (axis for axis, cells in self.objective.axes.items() if all(self.heads_of(c) for c in cells.values()))
        return next(full, "")

    def heads_of(self, entry: Cell | Objective) -> str:
        """Which field a rate multiplies: `heads`, or `count` where its unit is one the rate is per; else empty."""
        if entry.rate is None:
            return ""
        if entry.heads is not None:
            return "heads"
        fits = entry.count is not None and set(entry.count.unit.over) <= set(entry.rate.unit.per)
        return "count" if fits else ""
