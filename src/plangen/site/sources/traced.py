"""What a year carries of the source documents, and what only other years do."""

from collections.abc import Iterable, Mapping
from typing import Literal

from plangen.compute import YearScope
from plangen.coverage import Carried, Coverage, cover
from plangen.site.edition import Edition
from plangen.values import record

Standing = Literal["carried", "other", "elsewhere", "missing", "left"]
STANDINGS: tuple[Standing, ...] = ("carried", "other", "elsewhere", "missing", "left")
"""In this year by its kind, by another kind only; by its kind in other years only; by nobody; left out on purpose."""


@record
class Traced:
    """The coverage of one year; `elsewhere` are the other years that carry an item by its kind, by its id."""

    coverage: Coverage
    elsewhere: Mapping[str, tuple[int, ...]]

    def standing(self, item: Carried) -> Standing:
        """How an item stands in this year."""
        return "elsewhere" if item.status == "missing" and item.name in self.elsewhere else item.status

    def counts(self, items: Iterable[Carried]) -> dict[Standing, int]:
        """How many items stand how."""
        found = [self.standing(item) for item in items]
        return {standing: found.count(standing) for standing in STANDINGS}


def trace(edition: Edition) -> Traced:
    """The coverage of the edition's year, in any of its scenarios, beside that of the handbook's other years."""
    handbook, year = edition.scope.handbook, edition.year
    mine = cover(handbook.sources, (edition.scope, *(variant.scope for variant in edition.variants)))
    others = [YearScope(handbook, each) for each in sorted(handbook.years) if each != year]
    years: dict[str, tuple[int, ...]] = {}
    for item in cover(handbook.sources, others).items:
        named = {carrier.year for carrier in item.carriers if carrier.kind == item.item.kind}
        if named and item.status == "carried":
            years[item.name] = tuple(sorted(named))
    return Traced(mine, years)
