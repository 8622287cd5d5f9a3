"""What a field takes: which units fit which kind of quantity, and how many decimals."""

from collections.abc import Callable

from plangen.values.language import Pair
from plangen.values.record import record
from plangen.values.unit import DAY, MONTH, NONE, PEOPLE, POINT, SHARE, YUAN, Unit


@record
class Kind:
    """One kind of quantity.

    `default` is the unit of an unset value. `implied` is the currency that `1092万` may leave out. `bare` allows a
    number without any unit. `digits` are the decimals a value may have in base units. `expected` shows writers how.
    """

    fits: Callable[[Unit], bool]
    expected: Pair
    default: Unit = NONE
    implied: bool = False
    bare: bool = False
    digits: int = 6


def _only(unit: Unit) -> Callable[[Unit], bool]:
    return lambda found: found == unit


def _is_rate(unit: Unit) -> bool:
    return bool(unit.over and unit.per)


def _is_anything(_: Unit) -> bool:
    return True


def _is_amount(unit: Unit) -> bool:
    return unit.is_money or unit.is_money_rate


KINDS: dict[str, Kind] = {
    "money": Kind(
        lambda unit: unit.is_money, ("1092万元, 34700元", "10.92 million CNY, 34700 CNY"), YUAN, implied=True, digits=2
    ),
    "rate": Kind(_is_rate, ("7.5万元/人/月, 3家/月", "75000 CNY/person/month, 3 stores/month"), implied=True),
    "amount": Kind(_is_amount, ("34700元, 9500元/月", "34700 CNY, 9500 CNY/month"), YUAN, implied=True, digits=4),
    "count": Kind(lambda unit: unit.is_count, ("13家, 200次, 15", "13 stores, 200 times, 15"), bare=True),
    "people": Kind(_only(PEOPLE), ("4人, 7–8名", "4 people, 7–8 people"), PEOPLE),
    "share": Kind(_only(SHARE), ("20%, 2‰", "20%, 2‰"), SHARE, digits=10),
    "points": Kind(_only(POINT), ("0.27个百分点, 0.27pp", "0.27pp"), POINT, digits=10),
    "number": Kind(_only(NONE), ("1.2, 15", "1.2, 15"), bare=True, digits=12),
    "months": Kind(_only(MONTH), ("3个月", "3 months"), MONTH),
    "days": Kind(_only(DAY), ("15天", "15 days"), DAY),
    "formula": Kind(
        _is_anything,
        ("1092万元, 13家, 20%, 1.2", "10.92 million CNY, 13 stores, 20%, 1.2"),
        implied=True,
        bare=True,
        digits=12,
    ),
    "any": Kind(_is_anything, ("1092万元, 13家, 20%", "10.92 million CNY, 13 stores, 20%"), implied=True, digits=12),
}
"""Every kind that `read_quantity` knows, by name."""
