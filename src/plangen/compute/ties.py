"""Ties: what each role of a year has to do with, told from every entry of every plan, whatever its section kind."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from plangen.compute.answering import answering, texts_of
from plangen.compute.scope import PlanScope, YearScope
from plangen.model import Entry, Item, Part, RefField, marked_fields
from plangen.values import Address, record

ROLES = "org"
"""The section kind that a reference to a role leads to."""
STATED = "stated"
"""The facet of what the paper says elsewhere: a claim to be compared, and no task of anybody."""
Spot = tuple[str, str, tuple[str, ...]]
"""Plan, kind and item of an entry."""


@record
class Tie:
    """What an entry has to do with a role.

    `fields` are those that name it: `owner`, `to`, `approver`. Without any the entry is the role's because what it
    stands in is: the group, the section, the plan. `answers` says whether the role answers for it.
    """

    entry: Entry
    fields: tuple[str, ...]
    answers: bool

    @property
    def plan(self) -> str:
        """The path of the plan that the entry was written in."""
        return self.entry.place.plan

    @property
    def kind(self) -> str:
        """The section kind of the entry."""
        return self.entry.place.kind

    @property
    def is_assigned(self) -> bool:
        """Whether the entry itself names the role as the one that answers for it."""
        return bool(set(self.fields) & set(answering(self.entry)))

    @property
    def is_named(self) -> bool:
        """Whether the entry itself names the role."""
        return bool(self.fields)


@record
class Share:
    """What one role has of one section: what a kind's `role.py` is given. Ties stand in the order of the file."""

    role: Address
    ties: tuple[Tie, ...]

    def entries(self, *fields: str) -> list[Entry]:
        """The entries that name the role in one of these fields; without fields, those that it answers for."""
        return [tie.entry for tie in self.ties if (set(fields) & set(tie.fields) if fields else tie.answers)]


@record
class Ties:
    """The ties of a year: by role, in the order of the files; and who answers for each item and part.

    `nobodys` are the items that nobody answers for, not even for the plan that they stand in.
    """

    of: Mapping[Address, tuple[Tie, ...]]
    holders: Mapping[Spot, tuple[Address, ...]]
    nobodys: tuple[Entry, ...] = ()

    def shares(self, role: Address) -> dict[tuple[str, str], Share]:
        """What a role has of each section, by plan and kind; the section that it is written in is always there."""
        found: dict[tuple[str, str], list[Tie]] = {(role.plan, role.kind): []}
        for tie in self.of.get(role, ()):
            found.setdefault((tie.plan, tie.kind), []).append(tie)
        return {place: Share(role, tuple(ties)) for place, ties in found.items()}

    def holders_of(self, address: Address) -> tuple[Address, ...]:
        """Who answers for what an address is of; nobody where no item is named."""
        items = (address.item[:length] for length in range(len(address.item), 0, -1))
        spots = ((address.plan, address.kind, item) for item in items)
        return next((self.holders[spot] for spot in spots if spot in self.holders), ())


def is_role(entry: Entry | None) -> bool:
    """Whether an entry is a role of an organisation, and no unit."""
    return entry is not None and "reports_to" in type(entry).model_fields and isinstance(entry, Item)


def roles_of(scope: YearScope) -> dict[Address, Entry]:
    """Every role of a year, plan by plan as written."""
    entries = scope.entries.items()
    return {Address(*place): entry for place, entry in entries if place[1] == ROLES and is_role(entry)}


def role_meant(text: str, scope: PlanScope) -> Address | None:
    """The role that a text means in a plan; None where it means none."""
    address = scope.resolve(text, ROLES)
    return address.item_address if address is not None and is_role(scope.entry(address)) else None


def superior_of(role: Address, scope: YearScope) -> Address | None:
    """The role that a role reports to."""
    entry, plan = scope.entry(role), scope.plan_year.plans.get(role.plan)
    above = getattr(entry, "reports_to", None)
    if entry is None or plan is None or above is None:
        return None
    return role_meant(above, PlanScope(scope.handbook, scope.year, scope.figures, plan=plan))


def ties(scope: YearScope) -> Ties:
    """The ties of a year, told once."""
    return scope.plan_year.once("ties", lambda: _gathered(scope))


def _gathered(scope: YearScope) -> Ties:
    found: dict[Address, list[Tie]] = {}
    holders: dict[Spot, tuple[Address, ...]] = {}
    nobodys: list[Entry] = []
    for plan in scope.plans():
        head = _named(plan.plan.head, "owner", plan)
        for section in plan.plan.sections.values():
            for seen in _inside(section, plan, head):
                for role, tie in seen.ties:
                    found.setdefault(role, []).append(tie)
                if isinstance(seen.entry, Item | Part):
                    place = seen.entry.place
                    holders.setdefault((place.plan, place.kind, seen.entry.address_item), seen.holders)
                if isinstance(seen.entry, Item) and not seen.holders:
                    nobodys.append(seen.entry)
    return Ties({role: tuple(each) for role, each in found.items()}, holders, tuple(nobodys))


class _Seen(NamedTuple):
    """An entry with its ties and who answers for it."""

    entry: Entry
    ties: tuple[tuple[Address, Tie], ...]
    holders: tuple[Address, ...]


def _inside(entry: Entry, scope: PlanScope, above: tuple[Address, ...]) -> Iterator[_Seen]:
    """An entry and all inside it; what the paper says elsewhere ties nobody."""
    if entry.facet == STATED:
        return
    fields = _fields(entry, scope)
    own = tuple(role for role, names in fields.items() if set(names) & set(answering(entry)))
    holders = own or above
    found = {role: Tie(entry, names, role in holders) for role, names in fields.items()}
    for role in holders if isinstance(entry, Item) else ():
        found.setdefault(role, Tie(entry, (), answers=True))
    yield _Seen(entry, tuple(found.items()), holders)
    for child in entry.children():
        yield from _inside(child, scope, holders)


def _fields(entry: Entry, scope: PlanScope) -> dict[Address, tuple[str, ...]]:
    """The roles that an entry names, each with the fields that name it."""
    found: dict[Address, tuple[str, ...]] = {}
    marked = (name for name, mark in marked_fields(type(entry), RefField) if mark.kind == ROLES)
    for name in dict.fromkeys((*answering(entry), *marked)):
        for role in _named(entry, name, scope):
            found[role] = (*found.get(role, ()), name)
    return found


def _named(entry: Entry, name: str, scope: PlanScope) -> tuple[Address, ...]:
    """The roles that one field of an entry names; those that do not exist are left to the checks."""
    found = (role_meant(text, scope) for text in texts_of(entry, name))
    return tuple(dict.fromkeys(role for role in found if role is not None))
