"""Writing numbers for readers, and exactly for exports."""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from plangen.values.decimals import EXACT, ONE, half_up
from plangen.values.number_words import (
    Forms,
    currency_sign,
    display_scale,
    english_unit,
    fewer_digits,
    forms_of,
    is_money,
    traditional_unit,
)
from plangen.values.quantity import Quantity
from plangen.values.record import record
from plangen.values.refused import Refused
from plangen.values.unit import MONTH, NONE, POINT, SHARE, Unit
from plangen.values.words import PURE

_MOST_DECIMALS = 3
"""Decimals of an English million: what has more is written out in full."""


@record
class _Shown:
    """How one quantity is shown: what one display unit is in base units, and the texts around the number.

    `digits` are its decimals in that unit; None: as many as the number has.
    """

    scale: Decimal
    suffix: str
    sign: str = ""
    digits: int | None = None


def plain(value: Decimal) -> str:
    """The exact number without exponent, grouping or trailing zeros; never `-0`."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def write_number(value: Decimal, digits: int | None = None) -> str:
    """The number with thousands commas; rounded half up to `digits` decimals, or exact if None. Never `-0`."""
    text = plain(value) if digits is None else format(half_up(value, _step(digits)), f".{digits}f")
    whole, point, decimals = text.partition(".")
    return f"{int(whole):,}{point}{decimals}" if not whole.startswith("-") else f"-{int(whole[1:]):,}{point}{decimals}"


def in_unit(value: Decimal, unit_text: str, language: str = "zh") -> Decimal:
    """A value in base units as a number of `unit_text`, as a language counts it.

    10920000 元 in 万元 is 1092, in English (`CN¥ k`) 10920.
    """
    return EXACT.divide(value, display_scale(unit_text, language))


def write_quantity(
    q: Quantity, unit: str = "", digits: int | None = None, *, with_unit: bool = True, language: str = "zh"
) -> str:
    """The quantity for readers: `1,092 万元`, `约 80`, `100–150 万元`, `≥13 家`, `待定`; `CN¥10.92 million`.

    `unit` is the unit to show it in, "" chooses: money in 元 below 10,000, 万元 below 1 亿, else 亿元; shares in %.
    English says money in millions and billions; where the unit is left out, 万元 are thousands (`unit_words`).
    `digits` are decimals in that unit (None: as many as the number has). Without `with_unit` the unit is left out:
    only for callers that show it elsewhere. A share keeps its % unless `unit` asks for `%`.
    Raises Refused PG215 (`left`, `right`) where the quantity cannot be shown in `unit`.
    """
    forms = forms_of(language)
    if q.unset:
        return forms.unset
    if unit and with_unit and forms.english and is_money(q.unit) and digits is not None:
        q, digits = _to_step(q, EXACT.multiply(Unit.parse(unit)[1], _step(digits))), None
    shown = _asked(q, unit, digits, language, with_unit=with_unit) if unit else _chosen(q, digits, forms)
    if not (with_unit or (not unit and shown.suffix == "%")):
        shown = replace(shown, sign="", suffix="")
    ends = [_bare(end, shown) for end in (q.low, q.high) if end is not None]
    rest = forms.missing.format(q.missing) if q.missing else ""
    if not ends:
        return forms.unknown + rest
    about, number = q.about, _signed(ends[0], shown)
    if q.is_bound:
        number = ("≥≤", "><")[q.strict][q.low is None] + number
    elif q.is_range and ends[0] != ends[-1]:
        number = f"{number}{'–' if q.low is not None and q.low >= 0 else forms.to}{ends[-1]}"
    elif q.is_range:
        about = True  # both ends round to the same number
    return f"{forms.about if about else ''}{number}{shown.suffix}{rest}"


def asked_digits(decimals: int, unit: str, language: str) -> int:
    """The `digits` to ask for, so that a number has some decimals in a unit as a language shows it."""
    return decimals + fewer_digits(unit, language)


def _signed(number: str, shown: _Shown) -> str:
    """A number behind the sign of its currency: `-CN¥3`."""
    return f"-{shown.sign}{number[1:]}" if number.startswith("-") else f"{shown.sign}{number}"


def _bare(end: Decimal, shown: _Shown) -> str:
    return write_number(EXACT.divide(end, shown.scale), shown.digits)


def _step(digits: int) -> Decimal:
    return EXACT.scaleb(ONE, Decimal(-digits))


def _asked(q: Quantity, text: str, digits: int | None, language: str, *, with_unit: bool) -> _Shown:
    """The display unit that was asked for; a rate may be asked for by its amount alone (万元 for 元/人/月)."""
    unit, scale = Unit.parse(text)
    if unit.over == q.unit.over and not unit.per and q.unit.per:
        unit, text = q.unit, str(Unit((text,), q.unit.per))
    is_ratio = not unit.per and not q.unit.per and PURE.issuperset(unit.over) and PURE.issuperset(q.unit.over)
    if unit not in (q.unit, NONE) and not is_ratio:
        raise Refused("PG215", left=q.unit, right=text)
    forms = forms_of(language)
    if not forms.english:
        written = forms.months if unit == MONTH and scale == 1 else _suffix(text, unit, forms)
        return _Shown(scale, written, digits=digits)
    if with_unit and is_money(q.unit):
        return _chosen(q, digits, forms)
    fewer = None if digits is None else max(digits - fewer_digits(text, language), 0)
    return _Shown(display_scale(text, language), _english_suffix(q, unit, forms), digits=fewer)


def _to_step(q: Quantity, step: Decimal) -> Quantity:
    low, high = (None if end is None else half_up(end, step) for end in (q.low, q.high))
    return replace(q, low=low, high=high)


def _chosen(q: Quantity, digits: int | None, forms: Forms) -> _Shown:
    unit = q.unit
    if unit in (SHARE, POINT) or unit.over == SHARE.over:
        written = _english_suffix(q, unit, forms) if forms.english else _suffix(str(unit), unit, forms)
        return _Shown(Decimal("0.01"), written, digits=digits)
    if not is_money(unit):
        written = _english_suffix(q, unit, forms) if forms.english else _suffix(str(unit), unit, forms)
        return _Shown(Decimal(1), written, digits=digits)
    name, scale = _fitting(q, digits, forms)
    if not forms.english:
        counted = Unit((name + unit.over[0],), unit.per)
        return _Shown(scale, _suffix(str(counted), counted, forms), digits=digits)
    per = english_unit(Unit((), unit.per))
    return _Shown(scale, f"{name}{' ' if per else ''}{per}", currency_sign(unit), digits)


def _fitting(q: Quantity, digits: int | None, forms: Forms) -> tuple[str, Decimal]:
    """The scale in which the larger end is a short number; in English the first also for what has many decimals."""
    ends = [end for end in (q.low, q.high) if end is not None]
    largest = max(EXACT.abs(end) for end in (*ends, Decimal(0)))
    tried = pairwise((*forms.scales, ("", forms.scales[-1][1] * forms.most)))
    fitting = (one for one, (_, above) in tried if _rounded(EXACT.divide(largest, one[1]), digits) * one[1] < above)
    name, scale = next(fitting, forms.scales[-1])
    exact = digits is not None or not forms.english
    return (name, scale) if exact or all(_is_short(end, scale) for end in ends) else forms.scales[0]


def _is_short(end: Decimal, scale: Decimal) -> bool:
    return len(plain(EXACT.divide(end, scale)).partition(".")[2]) <= _MOST_DECIMALS


def _rounded(value: Decimal, digits: int | None) -> Decimal:
    return value if digits is None else half_up(value, _step(digits))


def _suffix(text: str, unit: Unit, forms: Forms) -> str:
    """What stands behind the number: `%` at once, everything else after a space."""
    if unit == POINT and text == str(POINT):
        return forms.points
    if unit == MONTH and text == str(MONTH):
        return forms.months
    said = traditional_unit(text) if forms.traditional else text
    return said if said.startswith(("%", "‰")) or not said else f" {said}"


def _english_suffix(q: Quantity, unit: Unit, forms: Forms) -> str:
    if unit == POINT:
        return forms.points
    said = english_unit(unit, one=q.is_exact and q.low == 1 and not q.missing)
    return said if said.startswith("%") or not said else f" {said}"
