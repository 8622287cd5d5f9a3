"""What a year owes: every value that is not set, with the role that answers for it, and how it was last year."""

from collections.abc import Iterator

from plangen.compute.scope import PlanScope, YearScope
from plangen.compute.ties import role_meant
from plangen.compute.unset import Unset, unset_values
from plangen.model import Entry
from plangen.values import Address, Key, record


@record
class Owed:
    """One value that is not set yet, in its plan, with the role that answers for it; None: nobody does."""

    scope: PlanScope
    value: Unset
    role: Address | None

    @property
    def address(self) -> Address:
        """The address of the value."""
        return self.value.entry.address(self.value.field)

    @property
    def key_before(self) -> Key:
        """The key of the same value last year, under the ids that it had then."""
        return self.scope.last_year(self.address)

    def before(self) -> object:
        """The same value last year, also where that was not set; None where there was none."""
        figure = self.scope.figures.get(self.key_before)
        if figure is not None:
            return figure.quantity
        year, item = self.scope.handbook.years.get(self.key_before.year), self.key_before.address.item_address
        entry = year.entries().get((item.plan, item.kind, item.item)) if year else None
        same = entry is not None and _form(entry) == _form(self.value.entry)
        return getattr(entry, self.value.field, None) if same else None


def _form(entry: Entry) -> list[str | int]:
    """Where entries of its sort stand in a file: its path without the ids of its item, which may have changed.

    Types do not tell: each register makes its own for its rows.
    """
    form = list(entry.path)
    for name in reversed(entry.address_item):
        if name in form:
            del form[len(form) - 1 - form[::-1].index(name)]
    return form


def owed_values(scope: YearScope) -> Iterator[Owed]:
    """Every value of a year that is not set, plan by plan, in the order of the files."""
    for plan in scope.plans():
        for value in unset_values(plan):
            yield Owed(plan, value, role_meant(value.owner, plan) if value.owner else None)
