"""Bases: what next year's targets start from. Where the year has actuals these are it, else what was planned."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from plangen.model import BASE, Entry, Plan, PlanYear
from plangen.scaffold.carrying import Carrying
from plangen.scaffold.relative import relative_formulas
from plangen.source import YamlMapping, YamlScalar
from plangen.values import (
    SHARE,
    UNSET_WORDS,
    Figure,
    Formulated,
    Key,
    Quantity,
    Refused,
    read_quantity,
    record,
    write_quantity,
)
from plangen.workspace import Workspace

Item = tuple[str, str, tuple[str, ...]]
"""An item: plan, section kind, and its part of an address."""
TARGET, GROWTH, STATED = "target", "growth", "stated"


@record
class Turned:
    """One value that starts from what was reached: of which figure, and by which formula."""

    address: str
    formula: str


@dataclass
class Bases:
    """Decides for each target of a year what next year's is. `turned` are those that start from actuals.

    `typed` are items that keep what was typed, although they have actuals; `held` are items whose formulas with last
    year in them become the values that they gave.
    """

    workspace: Workspace
    year: int
    typed: AbstractSet[Item] = frozenset()
    held: AbstractSet[Item] = frozenset()
    turned: list[Turned] = field(default_factory=list)
    turned_items: set[Item] = field(default_factory=set)
    relative: set[Item] = field(default_factory=set)
    untouched: list[str] = field(default_factory=list)
    grown: list[str] = field(default_factory=list)

    def rebase(self, carrying: Carrying) -> None:
        """Make the edits: first in the plans' own files, then in those of the scenarios."""
        own = self._of(BASE)
        for plan in own.plans.values():
            for kind in plan.sections:
                self._section(carrying, plan, kind)
        handbook = self.workspace.handbook
        for scenario in handbook.scenarios.get(self.year, ()) if handbook else ():
            if scenario.id != BASE:
                self._scenario(carrying, own, scenario.id)

    def _of(self, scenario: str) -> PlanYear:
        """The year in a scenario; without scenarios the year itself."""
        handbook = self.workspace.handbook
        assert handbook is not None
        return handbook.variants.get(self.year, {}).get(scenario, handbook.years[self.year])

    def _value(self, entry: Entry, scenario: str) -> Quantity | None:
        """The target of an entry as a scenario computes it."""
        key = Key(self.year, entry.address(TARGET))
        other = next((v for v in self.workspace.variants if (v.year, v.scenario.id) == (self.year, scenario)), None)
        figure = (other.figures if other else self.workspace.figures).get(key)
        return figure.quantity if figure and not figure.quantity.unset else None

    def _section(self, carrying: Carrying, plan: Plan, kind: str) -> None:
        items: dict[Item, list[Entry]] = {}
        for entry in plan.sections[kind].walk():
            if TARGET in type(entry).model_fields and entry.address_item and not entry.facet:
                items.setdefault(item_of(entry), []).append(entry)
        for item, entries in items.items():
            formulas = self._formulas(plan, item, entries)
            if formulas:
                self.turned_items.add(item)
            for entry in entries:
                if formulas:
                    self._turn(carrying, entry, formulas)
                else:
                    self._keep(carrying, plan, entry)
        for entry in plan.sections[kind].walk():
            self._hold(carrying, plan, entry)

    def _formulas(self, plan: Plan, item: Item, entries: list[Entry]) -> dict[str, str]:
        """The formula for each typed value of an item, by address; empty where not all of them have actuals."""
        found = {str(entry.address(TARGET)): self._formula(entry) for entry in entries if _typed(entry)}
        if not found or not plan.reported(*item[1:]):
            return {}
        amounts = any(q.unit.over != SHARE.over for e in entries for _, _, _, q in e.phased_quantities() if not q.unset)
        if item in self.typed or amounts or not all(found.values()):
            self.untouched.append(f"{plan.path}:{'/'.join((item[1], *item[2]))}")
            return {}
        return found

    def _formula(self, entry: Entry) -> str:
        """What was reached of an entry's target, or where it is heading; empty where neither is known."""
        node = _written(entry)
        if node is None or node.span.file.endswith(".csv"):
            return ""
        figures = self.workspace.figures
        for name, address in (("actual", entry.address(TARGET, "actual")), ("landing", entry.address("landing"))):
            if _known(figures.get(Key(self.year, address))):
                return f'"= previous({name})"'
        return ""

    def _turn(self, carrying: Carrying, entry: Entry, formulas: dict[str, str]) -> None:
        address = str(entry.address(TARGET))
        growth = _key(entry, GROWTH)
        if address in formulas:
            self.turned.append(Turned(address, formulas[address].strip('"')))
            if growth is not None:
                _replace_pair(carrying, entry, growth, f"{TARGET}: {formulas[address]}")
            else:
                node = _written(entry)
                assert node is not None
                carrying.replace(node.span, formulas[address])
        stated = getattr(entry, STATED, None)
        claim = _key(stated, TARGET) if isinstance(stated, Entry) else None
        if claim is not None:
            alone = len(carrying.holder(claim).entries) == 1
            key = _key(entry, STATED) if alone else claim
            assert key is not None
            carrying.holder(key)
            carrying.remove(key)

    def _keep(self, carrying: Carrying, plan: Plan, entry: Entry) -> None:
        """A growth on the year before becomes none on the year itself: the target stays what it was."""
        value, growth = self._value(entry, BASE), _key(entry, GROWTH)
        if growth is not None and value is not None and _set(entry, GROWTH):
            if value == self._value(entry, self._binding):
                carrying.replace(entry.place.nodes[(*entry.path, GROWTH)].span, "0%")
            else:
                _replace_pair(carrying, entry, growth, f"{TARGET}: {_text(value, plan)}")
            self.grown.append(str(entry.address(TARGET)))

    def _hold(self, carrying: Carrying, plan: Plan, entry: Entry) -> None:
        """Where that is asked for, formulas that would mean another number become what they gave: 待定 is one too."""
        for node, address in relative_formulas(entry):
            item, figure = item_of(entry), self.workspace.figures.get(Key(self.year, address))
            if address.measure != GROWTH and figure is not None:
                self.relative.add(item)
                if item in self.held:
                    # of a sum that lacks parts nobody knows what it would have given
                    carrying.replace(node.span, _text(figure.quantity, plan) if _known(figure) else UNSET_WORDS[0])

    @property
    def _binding(self) -> str:
        handbook = self.workspace.handbook
        return (handbook.binding(self.year) if handbook else "") or BASE

    def _scenario(self, carrying: Carrying, own: PlanYear, scenario: str) -> None:
        """A scenario's growths become the targets they gave; what it takes out of its plan must still be there."""
        for plan in self._of(scenario).plans.values():
            for section in plan.sections.values():
                for entry in section.walk():
                    growth = _key(entry, GROWTH) if GROWTH in type(entry).model_fields else None
                    if growth is not None and f"/scenarios/{scenario}." in growth.span.file and _set(entry, GROWTH):
                        self._overlaid(carrying, own, entry, scenario)
        for each in own.differences:
            if each.scenario == scenario:
                for kind, pair in each.parts.items():
                    for entry in own.plans[each.plan].sections[kind].walk():
                        self._freed(carrying, entry, pair.value)

    def _overlaid(self, carrying: Carrying, own: PlanYear, entry: Entry, scenario: str) -> None:
        value, growth = self._value(entry, scenario), _key(entry, GROWTH)
        if value is None or growth is None:
            return
        plan = own.plans[entry.place.plan]
        text, holder = _text(value, plan), carrying.holder(growth)
        target = holder.get(TARGET)
        below = plan.sections[entry.place.kind].place
        stays = (*entry.path, GROWTH) in below.keys and self._binding == BASE  # as 0 % in the plan's own file
        stays = stays and item_of(entry) not in self.turned_items
        if target is not None:
            carrying.replace(target.span, text)
            if stays:
                carrying.replace(entry.place.nodes[(*entry.path, GROWTH)].span, "null")
            else:
                carrying.remove(growth)
            return
        freed = f"{GROWTH}: null{carrying.between(growth)}" if stays else ""
        _replace_pair(carrying, entry, growth, f"{freed}{TARGET}: {text}")

    def _freed(self, carrying: Carrying, entry: Entry, above: object) -> None:
        """Take out of a scenario's file what takes out, or changes, what next year's plan does not have any more."""
        item = item_of(entry)
        for step in entry.path:
            above = above.get(str(step)) if isinstance(above, YamlMapping) else None
        for key, value in above.entries if isinstance(above, YamlMapping) else ():
            gone = key.text == STATED and item in self.turned_items
            grown = item in self.turned_items or self._binding != BASE
            empty = isinstance(value, YamlScalar) and value.text in ("null", "~") and not value.style
            if gone or (key.text == GROWTH and grown and empty) or key.text == "original":
                carrying.holder(key)
                carrying.remove(key)


def item_of(entry: Entry) -> Item:
    """The item that an entry belongs to."""
    return entry.place.plan, entry.place.kind, entry.address_item


def _typed(entry: Entry) -> bool:
    """Whether a target, or a growth that makes one, is typed here and set; a formula stays what it is."""
    return (_set(entry, TARGET) and not isinstance(getattr(entry, TARGET), Formulated)) or _set(entry, GROWTH)


def _set(entry: Entry, name: str) -> bool:
    value = getattr(entry, name, None)
    return isinstance(value, Quantity) and (not value.unset or isinstance(value, Formulated))


def _known(figure: Figure | None) -> bool:
    return figure is not None and not figure.quantity.unset and not figure.quantity.missing


def _key(entry: Entry, name: str) -> YamlScalar | None:
    return entry.place.keys.get((*entry.path, name))


def _written(entry: Entry) -> YamlScalar | None:
    """The scalar that says an entry's target; else that of its growth. A cell may be written as its target alone."""
    nodes = entry.place.nodes
    for path in ((*entry.path, TARGET), (*entry.path, GROWTH), entry.path):
        node = nodes.get(path)
        if isinstance(node, YamlScalar):
            return node
    return None


def _replace_pair(carrying: Carrying, entry: Entry, key: YamlScalar, text: str) -> None:
    """Put a text in the place of a key with its value."""
    value = entry.place.nodes[(*entry.path, key.text)].span
    carrying.replace(type(value)(value.file, key.span.line, key.span.column, value.end_line, value.end_column), text)


def _text(quantity: Quantity, plan: Plan) -> str:
    """A value as it is typed, in the plan's unit where it is money; in its base unit where that loses something."""
    for unit in (plan.head.unit if quantity.unit.is_money else "", str(quantity.unit)):
        text = write_quantity(quantity, unit).replace(",", "").replace(" ", "")
        try:
            if read_quantity(text, kind="any") == quantity:
                return text
        except Refused:
            continue
    return write_quantity(quantity, str(quantity.unit)).replace(",", "").replace(" ", "")
