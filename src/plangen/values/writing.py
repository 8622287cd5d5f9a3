"""Writing numbers for readers, and exactly for exports."""

from decimal import Decimal

from plangen.values.decimals import EXACT, ONE, half_up
from plangen.values.language import source
from plangen.values.quantity import Quantity
from plangen.values.record import record
from plangen.values.refused import Refused
from plangen.values.unit import MONTH, NONE, POINT, SHARE, Unit
from plangen.values.words import PURE

_MYRIAD = Decimal(10_000)
_MONEY_SCALES = (("", Decimal(1)), ("万", _MYRIAD), ("亿", _MYRIAD * _MYRIAD))


@record
class _Words:
    """The words of one language around numbers."""

    about: str
    unset: str
    unknown: str
    to: str
    missing: str
    months: str
    points: str


_LANGUAGES = {
    "zh": _Words("约 ", "待定", "不定", " 至 ", "，另有 {} 项未定", " 个月", " 个百分点"),
    "en": _Words("about ", "TBD", "unknown", " to ", " and {} not set", " months", " pp"),
}


@record
class _Shown:
    """How one quantity is shown: what one display unit is in base units, and the text behind the number."""

    scale: Decimal
    suffix: str


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


def in_unit(value: Decimal, unit_text: str) -> Decimal:
    """A value in base units as a number of `unit_text` (10920000 元 in 万元 is 1092)."""
    return EXACT.divide(value, Unit.parse(unit_text)[1])


def write_quantity(
    q: Quantity, unit: str = "", digits: int | None = None, *, with_unit: bool = True, language: str = "zh"
) -> str:
    """The quantity for readers: `1,092 万元`, `约 80`, `100–150 万元`, `≥13 家`, `待定`.

    `unit` is the unit to show it in, "" chooses: money in 元 below 10,000, 万元 below 1 亿, else 亿元; shares in %.
    `digits` are decimals in that unit (None: as many as the number has). Without `with_unit` the unit is left out:
    only for callers that show it elsewhere. A share keeps its % unless `unit` asks for `%`.
    Raises Refused PG215 (`left`, `right`) where the quantity cannot be shown in `unit`.
    """
    words = _LANGUAGES[source(language)]
    if q.unset:
        return words.unset
    shown = _asked(q, unit, words) if unit else _chosen(q, digits, words)
    numbers = [write_number(EXACT.divide(end, shown.scale), digits) for end in (q.low, q.high) if end is not None]
    rest = words.missing.format(q.missing) if q.missing else ""
    if not numbers:
        return words.unknown + rest
    about, number = q.about, numbers[0]
    if q.is_bound:
        number = ("≥≤", "><")[q.strict][q.low is None] + number
    elif q.is_range and numbers[0] != numbers[-1]:
        number = ("–" if q.low is not None and q.low >= 0 else words.to).join(numbers)
    elif q.is_range:
        about = True  # both ends round to the same number
    suffix = shown.suffix if with_unit or (not unit and shown.suffix == "%") else ""
    return f"{words.about if about else ''}{number}{suffix}{rest}"


def _step(digits: int) -> Decimal:
    return EXACT.scaleb(ONE, Decimal(-digits))


def _asked(q: Quantity, text: str, words: _Words) -> _Shown:
    """The display unit that was asked for; a rate may be asked for by its amount alone (万元 for 元/人/月)."""
    unit, scale = Unit.parse(text)
    if unit.over == q.unit.over and not unit.per and q.unit.per:
        return _Shown(scale, _suffix(Unit((text,), q.unit.per), words))
    is_ratio = not unit.per and not q.unit.per and PURE.issuperset(unit.over) and PURE.issuperset(q.unit.over)
    if unit not in (q.unit, NONE) and not is_ratio:
        raise Refused("PG215", left=str(q.unit), right=text)
    return _Shown(scale, words.months if unit == MONTH and scale == 1 else _suffix(Unit((text,)), words))


def _chosen(q: Quantity, digits: int | None, words: _Words) -> _Shown:
    unit = q.unit
    if unit in (SHARE, POINT) or unit.over == SHARE.over:
        return _Shown(Decimal("0.01"), _suffix(unit, words))
    if not (unit.is_money or unit.is_money_rate):
        return _Shown(Decimal(1), _suffix(unit, words))
    largest = max(EXACT.abs(end) for end in (q.low, q.high, Decimal(0)) if end is not None)
    fitting = (pair for pair in _MONEY_SCALES if _rounded(EXACT.divide(largest, pair[1]), digits) < _MYRIAD)
    prefix, scale = next(fitting, _MONEY_SCALES[-1])
    return _Shown(scale, _suffix(Unit((prefix + unit.over[0],), unit.per), words))


def _rounded(value: Decimal, digits: int | None) -> Decimal:
    return value if digits is None else half_up(value, _step(digits))


def _suffix(unit: Unit, words: _Words) -> str:
    """What stands behind the number: `%` at once, everything else after a space."""
    text = str(unit)
    if unit == POINT:
        return words.points
    if unit == MONTH:
        return words.months
    return text if text.startswith(("%", "‰")) or not text else f" {text}"
