"""Scope: what rules, checks and views may look at: the handbook, one year, one plan, the figures."""

from collections.abc import Iterator, Mapping
from dataclasses import field, replace

from plangen.compute.figures import Figures
from plangen.model import Dimensions, Entry, Handbook, Plan, PlanYear, Profile, Section
from plangen.values import (
    Address,
    Figure,
    Formulated,
    Key,
    Language,
    Period,
    Quantity,
    Refused,
    record,
    say,
    unit_words,
)
from plangen.values.working_days import WorkingDays


@record
class YearScope:
    """One plan year of a handbook, with the figures once they are computed."""

    handbook: Handbook
    year: int
    figures: Figures = field(default_factory=lambda: Figures({}))

    @property
    def plan_year(self) -> PlanYear:
        """The year's plans."""
        return self.handbook.years[self.year]

    @property
    def is_variant(self) -> bool:
        """Whether this is the year in a scenario that does not bind."""
        return any(each is self.plan_year for each in self.handbook.variants.get(self.year, {}).values())

    @property
    def dimensions(self) -> Dimensions:
        """The year's dimensions."""
        return self.handbook.dimensions[self.year]

    @property
    def profiles(self) -> Mapping[str, Profile]:
        """The year's season profiles."""
        return self.handbook.profiles.get(self.year, {})

    @property
    def language(self) -> Language:
        """The language of generated words."""
        return self.handbook.language

    def plans(self) -> "Iterator[PlanScope]":
        """A scope for each plan of the year, parents first."""
        return (PlanScope(self.handbook, self.year, self.figures, plan=plan) for plan in self.plan_year.plans.values())

    @property
    def working_days(self) -> WorkingDays:
        """Which days are worked."""
        return self.handbook.working_days(self.year)

    @property
    def entries(self) -> Mapping[tuple[str, str, tuple[str, ...]], Entry]:
        """Every item of the year by (plan, kind, item)."""
        return self.plan_year.entries()

    def entry(self, address: Address) -> Entry | None:
        """The item an address belongs to, or None."""
        return self.entries.get((address.plan, address.kind, address.item))

    def is_unread(self, address: Address) -> bool:
        """Whether an address leads into a file that was refused, so that nobody can say what is there."""
        plan = self.plan_year.plans.get(address.plan)
        return address.plan in self.plan_year.refused or (plan is not None and address.kind in plan.broken)

    def quantity(self, address: Address) -> Quantity | None:
        """The quantity at an address of this year."""
        return self.figures.quantity(self.year, address)

    def figure(self, address: Address) -> Figure | None:
        """The figure at an address of this year."""
        return self.figures.get(Key(self.year, address))

    def last_year(self, address: Address) -> Key:
        """The key of the same figure last year, under the ids that its plan and its item had then."""
        return Key(self.year - 1, self.plan_year.before(address))

    def name_of(self, address: Address) -> str:
        """What an item is called, for reading; its id where it has no name."""
        entry = self.entry(address)
        return str(getattr(entry, "name", None) or getattr(entry, "text", None) or (address.item or ("",))[-1])

    def word(self, zh: str, en: str, /, **parts: object) -> str:
        """A word in the handbook's language; with `parts` a template, which they fill."""
        return say((zh, en), self.handbook.language, **parts)

    def in_words(self, unit: str) -> str:
        """A unit as this handbook's readers say it: `万元`, `CN¥ k`."""
        return unit_words(unit, self.language)


@record
class PlanScope(YearScope):
    """One plan of one year."""

    plan: Plan = None  # type: ignore[assignment]

    def section(self, kind: str) -> Section | None:
        """A section of this plan."""
        return self.plan.sections.get(kind)

    def key(self, address: Address) -> Key:
        """The key of an address in this year."""
        return Key(self.year, address)

    @property
    def period(self) -> Period:
        """The plan's period."""
        return self.plan.head.period

    def children(self) -> "list[PlanScope]":
        """The scopes of the child plans."""
        return [replace(self, plan=child) for child in self.plan.children]

    def unread_below(self, kind: str) -> list[str]:
        """The plans below this one whose section `kind`, or whose `plan.yml`, was refused."""
        refused = (path for path in self.plan_year.refused if path.startswith(f"{self.plan.path}/"))
        return sorted({*refused, *(child.path for child in self.plan.children if kind in child.broken)})

    def meant(self, text: str, kind: str = "") -> tuple[Address, ...]:
        """Every address that a reference may mean, nearest first, whether something is there or not."""
        if kind and "/" not in text:
            parts = self.plan.path.split("/")
            return tuple(Address("/".join(parts[:length]), kind, (text,)) for length in range(len(parts), 0, -1))
        try:
            return (Address.parse(text, plan=self.plan.path),)
        except Refused:
            return ()

    def resolve(self, text: str, kind: str = "") -> Address | None:
        """The address a reference means, or None where nothing is there.

        A plain id is looked for in the section `kind` of this plan, then of its ancestors; an address starts from
        this plan unless it names another.
        """
        if kind and "/" not in text:
            return self._by_id(text, kind)
        try:
            address = Address.parse(text, plan=self.plan.path)
        except Refused:
            return None
        item = Address(address.plan, address.kind, address.item)
        return address if self.entry(item) is not None else None

    def _by_id(self, text: str, kind: str) -> Address | None:
        for plan in self.plan.lineage():
            if (plan.path, kind, (text,)) in self.entries:
                return Address(plan.path, kind, (text,))
        return None

    def named(self, text: str, kind: str = "org") -> str:
        """The name behind a reference, or the reference itself."""
        address = self.resolve(text, kind)
        return self.name_of(address) if address else text


def typed_figures(section: Section) -> Iterator[Figure]:
    """The authored figures of a section: every quantity field of every entry. Formulas' rules give theirs."""
    for entry in section.walk():
        for name, quantity in entry.quantities():
            if not isinstance(quantity, Formulated):
                yield Figure(Key(entry.place.year, entry.address(name)), quantity, "typed", (), entry.span(name))
        for name, key, period, quantity in entry.phased_quantities():
            if not isinstance(quantity, Formulated):
                span = entry.place.span((*entry.path, name, key))
                yield Figure(Key(entry.place.year, entry.address(name).at(period)), quantity, "typed", (), span)
