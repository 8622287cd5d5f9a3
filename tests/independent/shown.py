"""Whether a text on a page says what its figure is, rounded half up to the decimals that are shown."""

import re
from collections.abc import Mapping
from fractions import Fraction

from independent.amounts import exact, scale_of
from independent.arithmetic import Number, half_up, total
from independent.export import Name, Row, number_of

_SHOWN = re.compile(
    r"(?:约 )?([≥≤><])?([-−+]?[0-9][0-9,]*(?:\.[0-9]+)?)(?:(?:–| 至 )([-−]?[0-9][0-9,]*(?:\.[0-9]+)?))?\s*(.*)"
)


def named(names: str, year: int, figures: Mapping[Name, Row]) -> Number | None:
    """The figure behind a name: an address, after `2025` or `2026@stretch` where it is of another year or scenario.

    Several with ` + ` and ` − ` between them are added and taken away.
    """
    found = []
    for sign, name in re.findall(r"([+−]) ((?:(?! [+−] ).)+)", names if names.startswith("− ") else f"+ {names}"):
        before, _, address = name.rpartition(" ")
        other, _, scenario = before.partition("@")
        row = figures.get((int(other or year), scenario, address))
        if row is None:
            return None
        number = number_of(row)
        found.append(number if sign == "+" else turned(number))
    return found[0] if len(found) == 1 else total(found, {})


def shows(text: str, number: Number) -> bool:
    """Whether a text says a number; a text that says with a word which way it goes may leave out the minus."""
    plain = re.sub(r"[，,] ?另有.*", "", text).strip()
    found = _SHOWN.search(plain)
    if found is None:
        return number.unset
    bound, first, last, unit = found.groups()
    return not number.unset and any(
        all(end is None or agrees(shown, end, unit) for shown, end in zip((first, last or first), ends, strict=True))
        for ends in (_ends(number, bound), _ends(turned(number), bound))
    )


def turned(number: Number) -> Number:
    """The same below zero."""
    low, high = (None if end is None else -end for end in (number.low, number.high))
    return Number(None if number.unset else (high, low), number.missing)


def _ends(number: Number, bound: str | None) -> tuple[Fraction | None, Fraction | None]:
    if bound in ("≥", ">"):
        return number.low, number.low
    return (number.high, number.high) if bound else (number.low, number.high)


def agrees(shown: str, value: Fraction, unit: str) -> bool:
    """Whether a numeral is a value in a unit; without one in any of the units that columns name."""
    shown = shown.lstrip("+")
    step = Fraction(1, 10 ** len(shown.partition(".")[2]))
    units = {scale_of(unit), *((Fraction(1), Fraction(10_000), Fraction(1, 100)) if not unit else ())}
    return any(half_up(value / scale, step) == exact(shown) for scale in units)
