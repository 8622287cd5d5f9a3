"""Which plans a generated handbook has: a parent for about every ten, with one child plan a region below it."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from benchmarks.words import PRODUCTS, REGIONS

FAMILY = 10
"""A parent plan and its children."""


@dataclass(frozen=True)
class Subject:
    """One plan of one year. `region` is empty for a plan of the whole product line, `children` counts those below."""

    seed: int
    year: int
    first_year: int
    line: str
    product: str
    region: str
    children: int

    @property
    def path(self) -> str:
        """The plan's folder below the year."""
        return f"{self.line}/{self.region}" if self.region else self.line

    @property
    def name(self) -> str:
        """The plan's name in the navigation."""
        return REGIONS[self.region][0] + "区域" if self.region else self.product

    @property
    def parts(self) -> list[str]:
        """The parts of its territory: the members of its region axis."""
        return list(REGIONS[self.region or "east-china"][1])

    @property
    def age(self) -> int:
        """How many plan years it has behind it in this handbook."""
        return self.year - self.first_year

    @property
    def leads(self) -> str:
        """The id of the role that leads it."""
        return "director" if self.children else "manager"

    def dice(self, what: str, *, yearly: bool = False) -> Random:
        """Seeded dice for one matter of this plan; the same in every year unless `yearly`."""
        return Random(f"{self.seed}/{self.path}/{what}/{self.year if yearly else ''}")


def subjects(plans: int, year: int, first_year: int, seed: int) -> Iterator[Subject]:
    """The plans of a year, parents first."""
    names = list(PRODUCTS.items())
    for start in range(0, plans, FAMILY):
        turn, index = divmod(start // FAMILY, len(names))
        line, product = names[index]
        if turn:
            line, product = f"{line}-{turn + 1}", f"{product}{turn + 1}部"
        children = min(FAMILY, plans - start) - 1
        yield Subject(seed, year, first_year, line, product, "", children)
        for region in list(REGIONS)[:children]:
            yield Subject(seed, year, first_year, line, product, region, 0)
