"""Units: what a number counts, as base symbols over base symbols."""

from decimal import Decimal, Inexact
from functools import lru_cache
from re import compile as pattern

from plangen.values.decimals import EXACT, ONE
from plangen.values.record import record
from plangen.values.refused import Refused
from plangen.values.words import CURRENCIES, PURE, TIMES, factor, simplified

_LONGEST = 60
_UNITS = ("元, 万元, 人, 家, 次, 天, 个月, %", "CNY, million CNY, people, stores, times, days, months, %")
"""What a unit may look like, for whoever wrote another one."""
_PER = pattern(r"(?:^|\s+)per\s+")
_COUNTED = pattern(r"([0-9]{1,6})\s*(.*)")


@record
class Unit:
    """A unit: `over` ÷ `per`, each a sorted tuple of base symbols; both empty for a pure number.

    Shares are `%` (20% is the ratio 0.2), percentage points `pp`; both count as ratios in products.
    """

    over: tuple[str, ...] = ()
    per: tuple[str, ...] = ()

    def __mul__(self, other: "Unit") -> "Unit":
        return self if other is NONE else _product(self.over, self.per, other.over, other.per)

    def __truediv__(self, other: "Unit") -> "Unit":
        return self if other is NONE else _product(self.over, self.per, other.per, other.over)

    def __str__(self) -> str:
        return "/".join(("·".join(self.over), *self.per))

    @property
    def is_money(self) -> bool:
        """Whether this is an amount of one currency."""
        return len(self.over) == 1 and self.over[0] in CURRENCIES and not self.per

    @property
    def is_money_rate(self) -> bool:
        """Whether this is one currency per something."""
        return len(self.over) == 1 and self.over[0] in CURRENCIES and bool(self.per)

    @property
    def is_count(self) -> bool:
        """Whether this counts things (people, stores, times, days), or is a bare number."""
        return len(self.over) <= 1 and not self.per and not CURRENCIES.union(PURE).intersection(self.over)

    @property
    def is_time(self) -> bool:
        """Whether this is a length of time."""
        return len(self.over) == 1 and self.over[0] in TIMES and not self.per

    @classmethod
    def parse(cls, text: str) -> tuple["Unit", Decimal]:
        """Read a unit as people write it: `万元/人/月` is (元 per 人 per 月, 10000).

        Raises Refused PG205 (`text`, `expected`) for an unknown word, PG207 where `1/3天` leaves no exact scale.
        """
        return _parse(text)


NONE = Unit()
SHARE = Unit(("%",))
POINT = Unit(("pp",))
YUAN = Unit(("元",))
PEOPLE = Unit(("人",))
MONTH = Unit(("月",))
DAY = Unit(("天",))


def unit_of(over: list[str], per: list[str]) -> Unit:
    """The unit of a product of symbols: equal ones cancel, ratios disappear beside other symbols."""
    left, below = list(over), []
    for symbol in per:
        if symbol in left:
            left.remove(symbol)
        elif symbol not in PURE:
            below.append(symbol)
    others = [symbol for symbol in left if symbol not in PURE]
    ratios = sorted(symbol for symbol in left if symbol in PURE)
    # 20% of 5 pp is 1 pp, 20% of 20% is 4%: the last symbol in order wins (`%` < `pp`).
    unit = Unit(tuple(sorted(others) or ratios[-1:]), tuple(sorted(below)))
    return NONE if unit == NONE else unit


@lru_cache(maxsize=4096)
def _product(over: tuple[str, ...], per: tuple[str, ...], more: tuple[str, ...], below: tuple[str, ...]) -> Unit:
    # Plain tuples as key: hashing them needs no Python code, and this runs once for every product of the graph.
    return unit_of([*over, *more], [*per, *below])


@lru_cache(maxsize=4096)
def _parse(text: str) -> tuple[Unit, Decimal]:
    if len(text) > _LONGEST:
        raise Refused("PG205", text=f"{text[:20]}…", expected=("元/人/月", "CNY/person/month"))
    head, *rates = _PER.sub("/", simplified(text).strip()).split("/")
    over, per, scale = [], [], ONE
    for word in head.split("·"):
        symbol, own = _factor(word, text)
        over.append(symbol)
        scale = EXACT.multiply(scale, own)
    for word in rates:
        counted = _COUNTED.fullmatch(word.strip())
        number = Decimal(counted[1]) if counted else ONE
        symbol, own = _factor(counted[2] if counted else word, text)
        if not symbol or not number:
            raise Refused("PG205", text=text, expected=("元/人/月", "CNY/person/month"))
        per.append(symbol)
        scale = _divided(scale, EXACT.multiply(number, own), text)
    return unit_of([symbol for symbol in over if symbol], per), scale


def _factor(word: str, text: str) -> tuple[str, Decimal]:
    found = factor(word.strip())
    if found is None:
        raise Refused("PG205", text=text, expected=_UNITS)
    return found


def _divided(scale: Decimal, by: Decimal, text: str) -> Decimal:
    try:
        return EXACT.divide(scale, by)
    except Inexact:
        raise Refused("PG207", text=text, digits=0) from None
