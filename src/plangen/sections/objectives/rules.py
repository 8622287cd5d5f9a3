"""Rules of objectives: totals, parts, shares, months, quarters, what rates imply, growth."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from plangen.compute import PlanScope, Rule
from plangen.sections.objectives import phasing
from plangen.sections.objectives.model import Cell, Objective, Objectives
from plangen.values import Address, Key, Period, Quantity, Span, Unit

MONTH = Unit.parse("月")[0]


def rules(section: Objectives, scope: PlanScope) -> Iterator[Rule]:
    """Everything that follows from the objectives of one plan."""
    for objective in section.items.values():
        yield from Split(objective, scope).rules()


@dataclass
class Split:
    """One objective on its way to rules."""

    objective: Objective
    scope: PlanScope

    def rules(self) -> Iterator[Rule]:
        """Total, axes, shares, growth, rates, then the calendar."""
        yield from self.total()
        for axis in self.axes():
            yield from self.axis(axis)
        yield from self.growth()
        yield from self.implied()
        yield from phasing.rules(self)

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
        """A key of this objective."""
        plan, kind, item = self.home
        return Key(self.scope.year, Address(plan, kind, item, measure, facet, period, members))

    @cached_property
    def home(self) -> tuple[str, str, tuple[str, ...]]:
        """Plan, kind and item of every address of this objective."""
        address = self.objective.address()
        return address.plan, address.kind, address.item

    def rule(
        self, key: Key, verb: str, inputs: tuple[Key, ...], span: Span, note: str = "", **settings: object
    ) -> Rule:
        """A rule of this objective."""
        return Rule(key, verb, inputs, span, settings, note)

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
        return tuple(key for key in found if key is not None)

    def total(self) -> Iterator[Rule]:
        """The total: typed, or grown, or rolled up, or the sum of the first axis."""
        objective, key = self.objective, self.key()
        if objective.target is not None:
            return
        if objective.growth is not None:
            last = self.last_year()
            yield self.rule(key, "growth", (last, self.key("growth")), objective.span("growth"), "上年 × (1 + 增长)")
        elif objective.rollup:
            parts = self.keys_below()
            if parts:
                yield self.rule(key, "sum", parts, objective.span("rollup"), "下级计划合计")
        elif objective.axes:
            axis = next(iter(objective.axes))
            yield self.rule(key, "sum", self.cell_keys(axis), objective.span(axis), "各部分合计")

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

    def axis(self, axis: str) -> Iterator[Rule]:
        """The parts along an axis, their sum, what is left over, and their shares."""
        members, span = self.axes()[axis], self.axis_span(axis)
        yield from self._parts(axis, members)
        yield self.rule(self.key("target", axis, facet="rollup"), "sum", self.cell_keys(axis), span)
        gap = (self.key(), self.key("target", axis, facet="rollup"))
        yield self.rule(self.key("gap", axis), "difference", gap, span)
        for member in members:
            inputs = (self.key("target", member), self.key())
            yield self.rule(self.key("share", member), "share", inputs, span, "四舍五入到 0.01%")

    def _parts(self, axis: str, members: list[str]) -> Iterator[Rule]:
        spread = next((spread for spread in self.objective.spread if spread.axis == axis), None)
        cells = self.cells(axis)
        for member in members:
            key = self.key("target", member)
            cell = cells.get(member)
            if spread is not None and member in spread.members:
                yield self._spread(key, spread.ratio, len(spread.members), spread.members.index(member), spread.span())
            elif cell is not None and cell.target is not None:
                continue
            elif cell is not None and cell.growth is not None:
                inputs = (self.last_year(member), self.key("growth", member))
                yield self.rule(key, "growth", inputs, cell.span("growth"), "上年 × (1 + 增长)")
            elif self.objective.rollup:
                below = self.keys_below(axis, member)
                yield self.rule(key, "sum", below, self.objective.span("rollup"), "下级计划合计")
            else:
                unset = Quantity.unset_(self.unit())
                yield self.rule(key, "constant", (), (cell or self.objective).span(), "未填", quantity=unset)

    def _spread(self, key: Key, ratio: str | None, count: int, index: int, span: Span) -> Rule:
        weights = phasing.ratio_weights(ratio, count)
        note = f"按 {ratio} 分解，最大余数" if ratio else f"均分 {count} 份，最大余数"
        return self.rule(key, "allocation", (self.key(),), span, note, index=index, weights=weights, step=self.step())

    def unit(self) -> Unit:
        """The unit of the target, as far as it is written."""
        written = [
            self.objective.target,
            *(cell.target for cells in self.objective.axes.values() for cell in cells.values()),
        ]
        return next((quantity.unit for quantity in written if quantity is not None and quantity.unit.over), MONEY)

    def step(self) -> Decimal:
        """The rounding step of computed parts: the written one, else 0.1万元 for money and 1 for counts."""
        if self.objective.step is not None and self.objective.step.is_exact:
            return Decimal(self.objective.step.value)
        return Decimal(1000) if self.unit() == MONEY else Decimal(1)

    def growth(self) -> Iterator[Rule]:
        """Change from last year's target, where there is one; and what a typed growth would give."""
        if self.has_last_year():
            yield self.rule(self.key("yoy"), "change", (self.key(), self.last_year()), self.objective.span("target"))
            if self.objective.target is not None and self.objective.growth is not None:
                inputs = (self.last_year(), self.key("growth"))
                yield self.rule(self.key("grown"), "growth", inputs, self.objective.span("growth"))

    def has_last_year(self) -> bool:
        """Whether last year's plan has this objective."""
        before = self.scope.handbook.years.get(self.scope.year - 1)
        last = self.last_year().address
        return before is not None and (last.plan, last.kind, last.item) in before.entries()

    def implied(self) -> Iterator[Rule]:
        """Rate × heads × months, for the objective and for each cell that has a rate."""
        months = self.key("months")
        cells = {m: c for cells in self.objective.axes.values() for m, c in cells.items() if self.heads_of(c)}
        if not cells and not self.heads_of(self.objective):
            return
        length = Quantity.exact(len(self.period.months), MONTH)
        span = self.objective.span("period") if self.objective.period else self.objective.span()
        yield self.rule(months, "constant", (), span, self.period.label("zh"), quantity=length)
        for member, cell in cells.items():
            yield self._product(cell, (member,), months)
        if self.heads_of(self.objective):
            yield self._product(self.objective, (), months)
        elif self.axis_of_rates():
            keys = tuple(self.key("implied", member) for member in cells)
            yield self.rule(self.key("implied"), "sum", keys, self.objective.span())

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

    def _product(self, entry: Cell | Objective, members: tuple[str, ...], months: Key) -> Rule:
        heads = self.key(self.heads_of(entry), *members)
        inputs = (self.key("rate", *members), heads, months)
        return self.rule(self.key("implied", *members), "product", inputs, entry.span("rate"), "单价 × 数量 × 月数")


MONEY = Unit(("元",), ())
