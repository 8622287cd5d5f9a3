"""Reading quantities the way planners write them."""

from dataclasses import replace
from decimal import Decimal
from re import IGNORECASE
from re import compile as pattern

from plangen.values.affixes import Meant, strip_affixes
from plangen.values.decimals import EXACT, ZERO
from plangen.values.kinds import KINDS, Kind
from plangen.values.numeral import NUMERAL, check_size, fold, read_numeral
from plangen.values.quantity import Quantity
from plangen.values.record import record
from plangen.values.refused import Refused
from plangen.values.unit import NONE, YUAN, Unit
from plangen.values.words import simplified

UNSET_WORDS = ("待定", "未定", "缺数", "待补", "未填", "TBD", "tbd", "?", "??")
"""What people write where a number, a day or a name is still missing; TBD in any case."""

_BLANK = pattern(r"(?:_{2,}|X{2,}|x{2,}|×{2,})(.*)")
_MISSING = pattern(r"(.*?)(?:,\s*另有\s*([0-9]{1,6})\s*项未定|\s+and\s+([0-9]{1,6})\s+not\s+set)")
_CURRENCY = pattern(r"([-+]?)\s*(US\$|HK\$|CN¥|JP¥|[¥$€£]|CNY|RMB|USD|EUR|HKD|JPY|GBP)\s*(?=[-+0-9.])", IGNORECASE)
_TERM = rf"({NUMERAL})\s*((?:[^-–~至到或0-9]|/\s*[0-9]+)*)"
_RANGE = pattern(rf"{_TERM}(?:\s*(?:-|–|~|至|到|或)\s*{_TERM})?")
_TO = pattern(r"(?<=\s)to(?=\s)", IGNORECASE)
_SMALLEST_SCALE = Decimal(100)
_SYMBOLS = {"US$": "美元", "HK$": "港元", "CN¥": "元", "JP¥": "日元"}


@record
class _Term:
    """One number with its own unit; `scaled` where a scale word such as 万 stands behind it."""

    value: Decimal
    unit: Unit
    scale: Decimal
    written: str


def is_unset(text: str) -> bool:
    """Whether a text says that the value is expected and not known yet."""
    return text.strip().lower() in UNSET_WORDS


def read_quantity(text: str, *, kind: str) -> Quantity:
    """Read one quantity; the result is in base units.

    `kind` is one of money, rate, amount, count, people, share, points, number, months, days, any;
    money, rate, amount and any take `1092万` for 1092万元.

    Raises Refused with the text and: PG201 not finite; PG202 more than 30 digits (`digits`, `most`); PG203 a notation
    that is read in different ways (`plain`: what to write instead, or ""); PG204 digits of another script (`plain`);
    PG205 no quantity, or not of this kind (`expected`); PG207 more decimals than the field keeps (`digits`).
    """
    accepted = KINDS[kind]
    try:
        return _read(text, accepted)
    except Refused as refused:
        shown = text if len(text) <= 40 else f"{text[:40]}…"
        arguments = {**refused.args_, "text": shown}
        if refused.code == "PG205":
            arguments["expected"] = accepted.expected
        raise Refused(refused.code, refused.offset, **arguments) from None


def read_ratio(text: str) -> tuple[Decimal, ...]:
    """Read a ratio of parts such as `2:3:1` (also `2∶3∶1`). Raises Refused like `read_quantity`."""
    parts = fold(text).split(":")
    if len(parts) < 2 or len(text) > 400:
        raise Refused("PG205", text=text[:40], expected="2:3:1")
    check_size(text)
    numbers = tuple(read_numeral(part.strip() or "?") for part in parts)
    if any(number < 0 for number in numbers) or not any(numbers):
        raise Refused("PG205", text=text, expected="2:3:1")
    return numbers


def _read(text: str, kind: Kind) -> Quantity:
    plain = simplified(fold(text)).strip()
    check_size(plain)
    if len(plain) > 200 or not plain:
        raise Refused("PG205", text=text)
    if is_unset(plain):
        return Quantity.unset_(kind.default)
    if blank := _BLANK.fullmatch(plain):
        unit, scale = Unit.parse(blank[1])
        return Quantity.unset_(_fitting(_Term(ZERO, unit, scale, blank[1] or "_"), kind))
    missing = _MISSING.fullmatch(plain)
    meant = strip_affixes(missing[1] if missing else plain)
    known = _known(meant, kind)
    return replace(known, missing=int(missing[2] or missing[3])) if missing else known


def _known(meant: Meant, kind: Kind) -> Quantity:
    first, last = _terms(meant.rest)
    unit = _fitting(last, kind)
    low, high = _value(first, kind), _value(last, kind)
    if first is not last and (meant.sign or low > high):
        turned = f"{last.value}–{first.value}{last.written}" if first.scale == last.scale == 1 else ""
        raise Refused("PG203", text=meant.rest, plain="" if meant.sign else turned)
    bounds = (None if meant.sign in ("≤", "<") else low, None if meant.sign in ("≥", ">") else high)
    return Quantity(*bounds, unit, meant.about, strict=meant.sign in ("<", ">"))


def _terms(text: str) -> tuple[_Term, _Term]:
    """Both ends of a range, or one number twice. The last end's unit holds for the first where that has none."""
    symbols = {found[2].upper() for found in _CURRENCY.finditer(text)}
    found = _RANGE.fullmatch(_CURRENCY.sub(r"\1", _TO.sub("~ ", text)))
    if not found or len(symbols) > 1:
        raise Refused("PG205", text=text)
    terms = [_term(found[1], found[2])]
    if found[3]:
        terms.append(_term(found[3], found[4]))
    last = terms[-1] = _in_currency(terms[-1], symbols.pop()) if symbols else terms[-1]
    first = terms[0]
    if first is last:
        return last, last
    if not first.written:
        return replace(last, value=first.value), last
    if first.unit not in (NONE, last.unit):
        raise Refused("PG205", text=text)
    return replace(first, unit=last.unit), last


def _term(number: str, unit_text: str) -> _Term:
    written = unit_text.strip()
    value = read_numeral(number.strip())
    unit, scale = Unit.parse(written)
    return _Term(value, unit, scale, written)


def _in_currency(term: _Term, symbol: str) -> _Term:
    currency, _ = Unit.parse(_SYMBOLS.get(symbol, symbol))
    if term.unit.over not in ((), currency.over):
        raise Refused("PG205", text=term.written)
    return replace(term, unit=Unit(currency.over, term.unit.per), written=term.written or symbol)


def _fitting(term: _Term, kind: Kind) -> Unit:
    """The unit a number of this kind has, or PG205."""
    unit = term.unit
    if kind.implied and not unit.over and term.scale >= _SMALLEST_SCALE:
        unit = Unit(YUAN.over, unit.per)
    if not kind.fits(unit) or not (term.written or kind.bare):
        raise Refused("PG205", text=term.written)
    return unit


def _value(term: _Term, kind: Kind) -> Decimal:
    value = EXACT.multiply(term.value, term.scale)
    scaled = EXACT.scaleb(value, kind.digits)
    if scaled != scaled.to_integral_value():
        raise Refused("PG207", text=term.written, digits=kind.digits)
    return value
