"""Formulas as rules: what each name in a formula means, seen from where it stands."""

from collections.abc import Iterator
from dataclasses import replace

from plangen.compute.rule import Rule
from plangen.compute.scope import PlanScope
from plangen.formula import Call, Node, Reference, parse_formula, parts_of, references
from plangen.model import Entry, Section
from plangen.values import Address, Formulated, Key, Period, Quantity, Refused, Span, record


@record
class Written:
    """One formula of a plan: where it stands, the figure that it gives, the figures that its references mean."""

    entry: Entry
    path: tuple[str, ...]
    key: Key
    value: Formulated
    found: dict[Reference, tuple[Key, ...]]

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.entry.place.span((*self.entry.path, *self.path))

    def rule(self, tolerance: Quantity | None = None) -> Rule:
        """The rule that computes it; `tolerance` is how far 约 may be off in a condition."""
        inputs = tuple(dict.fromkeys(key for keys in self.found.values() for key in keys))
        places = {reference: tuple(inputs.index(key) for key in keys) for reference, keys in self.found.items()}
        formula = parse_formula(self.value.formula)
        settings = {"formula": formula, "places": places, "kind": self.value.kind, "tolerance": tolerance}
        note = f"= {self.value.formula.strip()}"
        return Rule(self.key, "formula", inputs, self.span, settings, note, self.place)

    def place(self, offset: int) -> Span:
        """The span of a character of the formula in its file."""
        return self.entry.place.span_inside((*self.entry.path, *self.path), self.value.lead + offset)


def formulas(section: Section, scope: PlanScope) -> Iterator[Written]:
    """Every formula of a section."""
    for entry in section.walk():
        for name, quantity in entry.quantities():
            if isinstance(quantity, Formulated):
                yield _written(entry, (name,), entry.address(name), quantity, scope)
        for name, key, period, quantity in entry.phased_quantities():
            if isinstance(quantity, Formulated):
                yield _written(entry, (name, key), entry.address(name).at(period), quantity, scope)


def _written(entry: Entry, path: tuple[str, ...], own: Address, value: Formulated, scope: PlanScope) -> Written:
    root = parse_formula(value.formula).root
    summed = set(_cumulated(root))
    found: dict[Reference, tuple[Key, ...]] = {}
    for reference in references(root):
        address = named_address(reference.text, own, scope)
        keys = () if address is None else tuple(_moved(reference.moves, Key(scope.year, address), scope))
        if reference in summed:
            keys = tuple(month for key in keys for month in _months(key, scope))
        found[reference] = keys
    return Written(entry, path, Key(entry.place.year, own), value, found)


def _cumulated(node: Node) -> Iterator[Reference]:
    """The references that stand for all months so far."""
    if isinstance(node, Call) and node.function == "cumulative":
        yield from references(node)
    else:
        for part in parts_of(node):
            yield from _cumulated(part)


def named_address(text: str, own: Address, scope: PlanScope) -> Address | None:
    """The address that a name in a formula means; None where it is none.

    Nothing is the formula's own address; `heads` another measure of the same item, `dealer` (or `dealer.target`) an
    item of the same section; everything else is an address, by default of the same measure.
    """
    if not text:
        return own
    if not {"/", ":"}.intersection(text.partition(".")[0].partition("@")[0]):
        return _neighbour(text, own, scope)
    try:
        address = Address.parse(text, plan=own.plan)
    except Refused:
        return None
    return address if address.measure else replace(address, measure=own.measure)


def _neighbour(text: str, own: Address, scope: PlanScope) -> Address | None:
    item, *rest = text.partition("@")[0].split(".")
    if (own.plan, own.kind, (item,)) in scope.entries:
        written = f"{own.kind}/{text}" if rest else f"{own.kind}/{item}.{own.measure}{text[len(item) :]}"
    else:
        written = f"{'/'.join((own.kind, *own.item))}.{text}"
        if own.members and "/" not in text:
            written += "".join(f"/{member}" for member in own.members)
    try:
        return Address.parse(written, plan=own.plan)
    except Refused:
        return None


def _moved(moves: tuple[str, ...], key: Key, scope: PlanScope) -> Iterator[Key]:
    """Where the moves lead from a key, the innermost first."""
    keys = [key]
    for move in reversed(moves):
        keys = [found for each in keys for found in _step(move, each, scope)]
    yield from keys


def _step(move: str, key: Key, scope: PlanScope) -> Iterator[Key]:
    address = key.address
    plan = scope.handbook.years[key.year].plans.get(address.plan) if key.year in scope.handbook.years else None
    if move == "previous":
        year = scope.handbook.years.get(key.year)
        yield Key(key.year - 1, year.before(address) if year else address, key.scenario)
    elif move == "actual":
        yield key._replace(address=address.with_facet("actual"))
    elif move == "parent" and plan is not None and plan.parent is not None:
        yield key._replace(address=replace(address, plan=plan.parent.path))
    elif move == "children" and plan is not None:
        entries = scope.handbook.years[key.year].entries()
        below = (replace(address, plan=child.path) for child in plan.children)
        yield from (key._replace(address=each) for each in below if (each.plan, each.kind, each.item) in entries)
        unread = replace(scope, plan=plan).unread_below(address.kind) if key.year == scope.year else []
        yield from (key._replace(address=replace(address, plan=path)) for path in unread)


def _months(key: Key, scope: PlanScope) -> Iterator[Key]:
    """The months from the first of the plan's period to the last of the key's."""
    period = key.address.period
    plan = scope.plan_year.plans.get(key.address.plan)
    if period is None or plan is None:
        yield key
        return
    for month in range(plan.head.period.first, period.last + 1):
        yield key._replace(address=replace(key.address, period=Period(month, month)))
