"""Parts of a bridge: a total or one of what makes it, in both years."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from plangen.site.since import Since
from plangen.values import Address, Figure, Quantity, record
from plangen.views import Line, Num


@record
class Part:
    """Figures of last and of this year, which together are one part; a side without any has no such part."""

    name: Line
    last: tuple[Figure, ...]
    now: tuple[Figure, ...]

    @property
    def size(self) -> Decimal:
        """By how much it changed."""
        sides = (sum((each.quantity.value for each in side), Decimal(0)) for side in (self.now, self.last))
        return next(sides) - next(sides)

    @property
    def is_told(self) -> bool:
        """Whether every figure of it is one number, all in one unit."""
        found = [each.quantity for each in (*self.now, *self.last)]
        units = {each.unit for each in found}
        return len(units) == 1 and all(each.is_exact and not each.missing for each in found)

    def number(self, unit: str, *, last: bool = False) -> Num:
        """What it was last year or is this year."""
        figures = self.last if last else self.now
        names = [str(each.key if last else each.address) for each in figures]
        return Num(_total(figures), unit, name=" + ".join(names))

    def step(self, unit: str) -> Num:
        """By how much it changed, as a number that names what it is made of."""
        plus = " + ".join(str(each.address) for each in self.now)
        minus = "".join(f" − {each.key}" for each in self.last)
        about = any(each.quantity.about for each in (*self.now, *self.last))
        size = Quantity.exact(self.size, (*self.now, *self.last)[0].quantity.unit, about=about)
        return Num(size, unit, signed=True, tone="changed", name=f"{plus}{minus}".strip())


def _total(figures: Sequence[Figure]) -> Quantity:
    first, *rest = (each.quantity for each in figures)
    for each in rest:
        first = first + each
    return first


def part_of(since: Since, name: Line, address: Address) -> Part | None:
    """The part at an address; None where neither year has it."""
    last, now = since.figure(address, last=True), since.figure(address)
    found = Part(name, (last,) if last else (), (now,) if now else ())
    return found if last or now else None


def joined(name: Line, parts: Iterable[Part]) -> Part:
    """Several parts as one."""
    found = list(parts)
    return Part(name, tuple(f for each in found for f in each.last), tuple(f for each in found for f in each.now))
