"""The register of roles: what each role of a year answers for, owes and is told, indexed once for all pages."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from plangen.compute import Owed, Tie, Ties, owed_values, roles_of, superior_of, ties
from plangen.compute.ties import ROLES, Share
from plangen.findings import Finding
from plangen.model import Entry, Item
from plangen.values import Address
from plangen.views import Link

if TYPE_CHECKING:
    from plangen.site.edition import Edition

T = TypeVar("T")
FOLDER = "roles"
"""The folder of a year that holds a page for each role; `roles/` itself lists them."""
WHO = "responsibility"
"""The folder of a year that holds, for each plan, the page of who does what; `responsibility/` itself lists them."""


class Register:
    """All roles of an edition, plan by plan as written."""

    def __init__(self, edition: "Edition") -> None:
        self._edition = edition
        self._made: dict[str, Any] = {}
        self.roles: dict[Address, Entry] = roles_of(edition.scope)

    @cached_property
    def ties(self) -> Ties:
        """What every entry has to do with roles."""
        return ties(self._edition.scope)

    def once(self, name: str, make: Callable[[], T]) -> T:
        """What is told of all roles together: made once, under a name of its own."""
        if name not in self._made:
            self._made[name] = make()
        made: T = self._made[name]
        return made

    def page(self, role: Address) -> str:
        """The URL path of a role's page."""
        return f"{FOLDER}/{role.plan}/{role.item[-1]}/"

    def link(self, role: Address) -> Link:
        """A role by its name, with its page."""
        return Link(self._edition.scope.name_of(role), page=self.page(role))

    def shares(self, role: Address) -> Mapping[tuple[str, str], Share]:
        """What a role has of each section, by plan and kind."""
        return self.ties.shares(role)

    def answered(self, role: Address) -> list[Tie]:
        """What a role answers for: items, and parts that name it; the organisation's own entries are no work."""
        return [tie for tie in self.ties.of.get(role, ()) if is_work(tie)]

    def superior(self, role: Address) -> Address | None:
        """The role that a role reports to."""
        return superior_of(role, self._edition.scope)

    @cached_property
    def everything_owed(self) -> list[Owed]:
        """Every value of the year that is not set, plan by plan."""
        return list(owed_values(self._edition.scope))

    def owed(self, role: Address | None) -> Sequence[Owed]:
        """What a role still has to set; of None, what nobody answers for."""
        return self._owed.get(role, ())

    @cached_property
    def _owed(self) -> Mapping[Address | None, list[Owed]]:
        found: dict[Address | None, list[Owed]] = defaultdict(list)
        for each in self.everything_owed:
            found[each.role].append(each)
        return dict(found)

    def findings(self, role: Address) -> Sequence[Finding]:
        """What the checks say of what a role answers for, and of the role itself."""
        return self._findings.get(role, ())

    @cached_property
    def _findings(self) -> Mapping[Address, list[Finding]]:
        found: dict[Address, list[Finding]] = defaultdict(list)
        for finding in self._edition.findings_of():
            for role in self._judged(finding):
                found[role].append(finding)
        return dict(found)

    def _judged(self, finding: Finding) -> tuple[Address, ...]:
        if finding.address is None:
            return ()
        item = finding.address.item_address
        return tuple(dict.fromkeys((*((item,) if item in self.roles else ()), *self.ties.holders_of(finding.address))))

    def unowned(self, plan: str) -> list[Entry]:
        """The items of a plan that nobody answers for."""
        return [entry for entry in self.ties.nobodys if entry.place.plan == plan and entry.place.kind != ROLES]

    def of_plan(self, plan: str) -> list[Address]:
        """The roles of a plan, then those of other plans that have a part in it; in the order of the year."""
        working = self._working.get(plan, set())
        own = [role for role in self.roles if role.plan == plan]
        return [*own, *(role for role in self.roles if role.plan != plan and role in working)]

    @cached_property
    def _working(self) -> Mapping[str, set[Address]]:
        found: dict[str, set[Address]] = defaultdict(set)
        for role, mine in self.ties.of.items():
            for tie in mine:
                if tie.kind != ROLES:
                    found[tie.plan].add(role)
        return dict(found)

    def named_by(self, entry: Entry) -> Sequence[tuple[Address, Tie]]:
        """The roles that have to do with an entry."""
        return self._named.get(id(entry), ())

    @cached_property
    def _named(self) -> Mapping[int, list[tuple[Address, Tie]]]:
        found: dict[int, list[tuple[Address, Tie]]] = defaultdict(list)
        for role, tie in self._pairs():
            found[id(tie.entry)].append((role, tie))
        return dict(found)

    def _pairs(self) -> Iterator[tuple[Address, Tie]]:
        return ((role, tie) for role, mine in self.ties.of.items() for tie in mine)


def is_work(tie: Tie) -> bool:
    """Whether a tie says that the role answers for something that is to be done or reached."""
    return tie.answers and tie.kind != ROLES and (tie.is_assigned or isinstance(tie.entry, Item))
