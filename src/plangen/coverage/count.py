"""How many items of a document or a kind are carried, and which share of those that are to be carried."""

from collections.abc import Iterable
from fractions import Fraction

from plangen.coverage.carried import Carried
from plangen.values import record


@record
class Count:
    """Items by status. `due` are all but those left out on purpose."""

    carried: int = 0
    other: int = 0
    missing: int = 0
    left: int = 0

    @property
    def total(self) -> int:
        """All items."""
        return self.due + self.left

    @property
    def due(self) -> int:
        """The items that somebody has to carry."""
        return self.carried + self.other + self.missing

    @property
    def share(self) -> Fraction | None:
        """The carried ones as a share of those due; None where none is."""
        return Fraction(self.carried, self.due) if self.due else None


def count(items: Iterable[Carried]) -> Count:
    """The items by status."""
    found = {"carried": 0, "other": 0, "missing": 0, "left": 0}
    for item in items:
        found[item.status] += 1
    return Count(**found)
