"""What the figures of a handbook are called, and how they are written."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field

from plangen.compute import Figures, Variant, YearScope
from plangen.compute.verbs import change
from plangen.model import Entry
from plangen.render.figure_words import measure_word, scenario_word, verb_word, year_word
from plangen.render.names import item_name, member_names
from plangen.values import Address, Figure, Key, Quantity, dotted, record, say, write_quantity

SIGNS = {"sum": "+", "product": "×", "difference": "−", "share": "÷", "portion": "÷", "quotient": "÷", "ratio": "÷"}
"""What stands before the second and later inputs of a verb."""
SHOWN_USERS = 8
"""How many of the figures that use one are named."""


@record
class Origins:
    """What a derivation is told from: all figures, the scope of each year, and the years in other scenarios."""

    figures: Figures
    scopes: Mapping[int, YearScope]
    language: str
    variants: Mapping[tuple[int, str], Variant] = field(default_factory=dict)

    def keys(self, year: int, scenario: str) -> Iterator[Key]:
        """The keys of a year's figures in a scenario: its own, and the year's where both are the same."""
        variant = self.variants.get((year, scenario))
        gone = variant.gone if variant else frozenset()
        for key in self.figures:
            own = key._replace(scenario=scenario)
            if key.year != year or (key != own and (key.scenario or key.address in gone or own in self.figures)):
                continue
            yield key

    def scope(self, key: Key) -> YearScope | None:
        """The year of a figure, as its scenario has it."""
        variant = self.variants.get((key.year, key.scenario))
        return variant.scope if variant else self.scopes.get(key.year)

    def written(self, quantity: Quantity, address: Address, year: int) -> str:
        """The exact quantity; money in the plan's own unit."""
        return write_quantity(quantity, self.unit(quantity, address, year), language=self.language)

    def unit(self, quantity: Quantity, address: Address, year: int) -> str:
        """The unit that a quantity of a plan is shown in; empty where the number chooses it."""
        plan = self.scopes[year].plan_year.plans.get(address.plan) if year in self.scopes else None
        return plan.head.unit if plan and quantity.unit.is_money else ""

    def label(self, key: Key, seen_from: Key) -> str:
        """What a figure is called, without the year, plan and item that it shares with another one."""
        scope, address = self.scope(key), key.address
        if scope is None:
            return f"{key.year} {address}"
        there = seen_from.address
        same_item = (address.plan, address.kind, address.item) == (there.plan, there.kind, there.item)
        plan = scope.plan_year.plans.get(address.plan)
        parts = [plan.head.name if plan and address.plan != there.plan else ""]
        parts += ["" if same_item else item_name(scope, address), self._figure(scope, address)]
        parts.append(year_word(self.language, key.year) if key.year != seen_from.year else "")
        if key.scenario != seen_from.scenario and (key.scenario or key.year == seen_from.year):
            parts.append(self._scenario(key))
        parts.append(address.period.label(self.language) if address.period else "")
        parts += member_names(scope, address)
        return dotted(self.language, parts)

    def _scenario(self, key: Key) -> str:
        """What the scenario of a figure is called, where another one is spoken of too."""
        variant = self.variants.get((key.year, key.scenario))
        scope = self.scopes.get(key.year)
        known = scope.handbook.scenarios.get(key.year, ()) if scope else ()
        binding = next((each.title for each in known if each.binding), "")
        return scenario_word(self.language, variant.scenario.title if variant is not None else binding)

    def title(self, key: Key) -> str:
        """What a figure is called, in full."""
        return self.label(key, Key(0, Address("", "", (), "")))

    def _figure(self, scope: YearScope, address: Address) -> str:
        entry = scope.entry(address.item_address)
        own = entry.called(address.measure) if entry is not None else ""
        name = own or measure_word(self.language, address.measure, address.kind)
        facet = measure_word(self.language, address.facet)
        if not address.facet:
            return name
        return say(("{name}（{facet}）", "{name} ({facet})"), self.language, name=name, facet=facet)

    def sources(self, figure: Figure) -> str:
        """Where the paper says it: the source ids of the typed cell, or of the item it belongs to; of no actual."""
        if figure.address.facet.partition("-")[0] == "actual":
            return ""
        scope = self.scope(figure.key)
        entry = scope.entry(figure.address.item_address) if scope else None
        if entry is None:
            return ""
        return ", ".join((_cell(entry, figure.address) or entry).source or entry.source)

    def how(self, figure: Figure) -> str:
        """How a figure came about: the method's remark in the handbook's language, else the verb's name."""
        return figure.note or verb_word(self.language, figure.rule)

    def last_year(self, figure: Figure) -> str:
        """The same figure last year and the change since; empty where there is none."""
        before = self.before(figure.key)
        last = self.figures.get(before)
        if last is None:
            return ""
        return self.written(last.quantity, before.address, before.year) + self._since(figure.quantity, last.quantity)

    def _since(self, now: Quantity, last: Quantity) -> str:
        share = change((now, last), {})
        if share.unset:
            return ""
        sign = "+" if share.low is not None and share.low > 0 else ""
        return f" ({sign}{write_quantity(share, digits=1, language=self.language)})"

    def before(self, key: Key) -> Key:
        """The key of the same figure last year, under the id that the item had then."""
        scope = self.scope(key)
        return scope.last_year(key.address) if scope else Key(key.year - 1, key.address)


def _cell(entry: Entry, address: Address) -> Entry | None:
    found = (each for each in entry.walk() if each.address(address.measure) == address)
    return next(found, None)


def in_order(keys: Iterable[Key]) -> list[Key]:
    """Keys by year, scenario and address."""
    return sorted(keys, key=lambda key: (key.year, key.scenario, key.address))


def steering(figure: Figure) -> tuple[Key, ...]:
    """The inputs that a part is made from; of a two-way table only its own row and column, row first.

    Of a table with written cells also those of the same row, which leave less for the others; of parts in proportion
    to figures the whole and the part's own figure.
    """
    if figure.rule == "apportionment":
        return (figure.inputs[0], figure.inputs[1 + int(str(figure.settings["index"]))])
    if figure.rule not in ("allocation-table", "fitted-table"):
        return figure.inputs
    rows, row, column = (int(str(figure.settings[name])) for name in ("rows", "row", "column"))
    return (figure.inputs[row], figure.inputs[rows + column], *_written_in_row(figure, row))


def _written_in_row(figure: Figure, row: int) -> tuple[Key, ...]:
    places = figure.settings.get("written", ())
    assert isinstance(places, tuple), "as the rule has them"
    width = int(str(figure.settings["columns"])) if places else 1
    cells = figure.inputs[len(figure.inputs) - len(places) :]
    return tuple(cell for place, cell in zip(places, cells, strict=True) if place // width == row)
