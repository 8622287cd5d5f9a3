"""Who uses an item: other sections that name it, texts that link to it, figures that are computed from it."""

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import unquote

from plangen.compute import PlanScope
from plangen.compute.ties import ROLES
from plangen.model import Entry, Item, RefField, marked_fields
from plangen.source import Narrative
from plangen.values import Address, Refused, dotted, record
from plangen.views import Entries, Fold, Inline, Line, Link

if TYPE_CHECKING:
    from plangen.site.edition import Edition

SHOWN = 20
"""So many uses of one item are named; that there are more is said."""
LONG = 12
"""Names longer than this, such as sentences of an analysis, are cut; before a number, so that none is shown in part."""
_NUMBER = re.compile(r"\s*[0-9].*")


@record
class Use:
    """One place that uses an item. `home` is the URL of its page; `address` is empty of a text."""

    home: str
    address: Address | None = None


class Uses:
    """The uses of every item of a year by other pages than its own, in the order of the plans.

    Roles are left out: each has a page of its own, which says all that has to do with it.
    """

    def __init__(self, edition: "Edition") -> None:
        self._edition = edition

    def fold(self, plan: str, kind: str) -> Fold | None:
        """The list at the end of a section's page; None where nobody uses anything of it."""
        found = self._by_section.get((plan, kind))
        if not found:
            return None
        rows = tuple(self._row(item, list(uses)) for item, uses in found.items())
        return Fold((self._edition.word("谁用到这一页", "Who uses this page"),), (Entries(rows),), "used")

    def of(self, item: Address) -> tuple[Use, ...]:
        """The uses of one item."""
        return tuple(self._by_section.get((item.plan, item.kind), {}).get(item, ()))

    @cached_property
    def _by_section(self) -> Mapping[tuple[str, str], Mapping[Address, dict[Use, None]]]:
        found: dict[Address, dict[Use, None]] = defaultdict(dict)
        for named, use in (*self._named(), *self._told(), *self._computed()):
            item = self._item(named)
            if item.item and item.kind != ROLES and use.home != _home(item) and use.home in self._titles:
                found[item][use] = None
        ordered: dict[tuple[str, str], dict[Address, dict[Use, None]]] = defaultdict(dict)
        for plan, kind, path in self._edition.scope.entries:
            item = Address(plan, kind, path)
            if item in found:
                ordered[plan, kind][item] = found[item]
        return ordered

    def _item(self, address: Address) -> Address:
        """The item that an address is of: what lives inside one, such as a goal of a task, has no place of its own."""
        for length in range(len(address.item), 0, -1):
            spot = Address(address.plan, address.kind, address.item[:length])
            if isinstance(self._edition.scope.entry(spot), Item):
                return spot
        return Address(address.plan, address.kind, ())

    def _named(self) -> Iterator[tuple[Address, Use]]:
        """What entries name in their fields."""
        for scope in self._edition.plans.values():
            for section in scope.plan.sections.values():
                for entry in section.walk():
                    use = Use(_home(entry.address()), self._item(entry.address()))
                    yield from ((item, use) for item in _references(entry, scope))

    def _told(self) -> Iterator[tuple[Address, Use]]:
        """What narratives show and link to."""
        for plan, page, narrative in self._edition.scope.plan_year.texts():
            home = "/".join(part for part in (plan, "" if page == "index" else page) if part)
            use = Use(f"{home}/" if home else "")
            yield from ((item, use) for item in (*_shown(narrative, plan), *self._linked(narrative, plan)))

    def _linked(self, narrative: Narrative, plan: str) -> Iterator[Address]:
        for target in narrative.targets:
            path, _, place = unquote(target.text).partition("#")
            page = posixpath.normpath(posixpath.join(plan, path)).removesuffix(".md")
            item = self._places.get((page, place))
            if item is not None:
                yield item

    @cached_property
    def _places(self) -> Mapping[tuple[str, str], Address]:
        entries = (Address(*spot) for spot in self._edition.scope.entries)
        return {(f"{item.plan}/{item.kind}", "-".join(item.item)): item for item in entries}

    def _computed(self) -> Iterator[tuple[Address, Use]]:
        """What figures are computed from."""
        scope = self._edition.scope
        mine = (figure for figure in scope.figures.values() if figure.key.year == scope.year)
        for figure in mine:
            use = Use(_home(figure.address), self._item(figure.address))
            for key in figure.inputs:
                if key.year == scope.year:
                    yield key.address.item_address, use

    def _row(self, item: Address, uses: list[Use]) -> tuple[Line, Line, Line]:
        pages: dict[str, list[Link]] = defaultdict(list)
        for use in uses[:SHOWN]:
            pages[use.home] += self._link(use)
        line: list[Inline] = []
        for home, links in pages.items():
            title = self._title(home, item.plan)
            line += (self._edition.word("；", "; "),) if line else ()
            line += self._listed(title, links) if links else (Link(title, page=home),)
        if len(uses) > SHOWN:
            line.append(self._edition.word("；还有别处", "; and others"))
        return (Link(self._edition.scope.name_of(item), item),), tuple(line), ()

    def _listed(self, title: str, links: list[Link]) -> Iterator[Inline]:
        yield title
        for number, link in enumerate(links):
            yield self._edition.word("、", ", ") if number else self._edition.word("：", ": ")
            yield link

    def _link(self, use: Use) -> Iterator[Link]:
        """The item that uses another; none of a text, or of a figure that is a section's own."""
        entry = self._edition.scope.entry(use.address) if use.address is not None else None
        if entry is not None:
            name = self._edition.scope.name_of(entry.address())
            yield Link(_short(name), use.address)

    def _title(self, home: str, plan: str) -> str:
        """What a page is called; one of another plan with that plan's name before it."""
        title, owner = self._titles.get(home, ("", ""))
        name = self._edition.plans[owner].plan.head.name if owner else ""
        if owner in ("", plan) and title:
            return title
        return dotted(self._edition.language, (name, title))

    @cached_property
    def _titles(self) -> Mapping[str, tuple[str, str]]:
        """By URL of a page: its title (empty for a plan's overview), and its plan."""
        found = {"": (self._edition.word("首页", "Home"), "")}
        for path, scope in self._edition.plans.items():
            found[f"{path}/"] = ("", path)
            found |= {chapter.url: (chapter.title, path) for chapter in self._edition.contents(scope.plan)}
        return found


def _short(name: str) -> str:
    kept = _NUMBER.sub("", name[: LONG - 1])
    return f"{kept}…" if kept and len(name) > LONG else name


def _home(address: Address) -> str:
    return f"{address.plan}/{address.kind}/"


def _references(entry: Entry, scope: PlanScope) -> Iterator[Address]:
    for name, mark in marked_fields(type(entry), RefField):
        value = getattr(entry, name)
        for text in (value,) if isinstance(value, str) else value or ():
            address = scope.resolve(text, mark.kind)
            if address is not None:
                yield address.item_address


def _shown(narrative: Narrative, plan: str) -> Iterator[Address]:
    for reference in narrative.references:
        try:
            yield Address.parse(reference.text, plan=plan).item_address
        except Refused:
            continue
