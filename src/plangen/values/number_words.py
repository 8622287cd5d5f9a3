"""The words around numbers in each language: qualifiers, units, scales of money; and how many of a unit there are."""

from decimal import Decimal

from plangen.values.decimals import EXACT, ONE
from plangen.values.language import named
from plangen.values.record import record
from plangen.values.unit import NONE, POINT, SHARE, Unit
from plangen.values.words import CURRENCIES, LETTERS, TRADITIONAL_LETTERS


@record
class Forms:
    """How one language writes around numbers.

    `scales` are what money is counted in, smallest first, each with the number from which the next one is taken.
    `traditional` are its letters where they differ from the symbols of units.
    """

    about: str
    unset: str
    unknown: str
    to: str
    missing: str
    months: str
    points: str
    scales: tuple[tuple[str, Decimal], ...]
    most: Decimal
    english: bool = False
    traditional: bool = False


_MYRIAD = Decimal(10_000)
_MILLION = Decimal(1_000_000)
_CHINESE = (("", ONE), ("万", _MYRIAD), ("亿", _MYRIAD * _MYRIAD))
_ENGLISH = (("", ONE), (" million", _MILLION), (" billion", 1000 * _MILLION))
SHORT = (("", ONE), (" k", Decimal(1000)), (" m", _MILLION), (" bn", 1000 * _MILLION))
"""What money of an English column is counted in: `CN¥ k`."""

_FORMS = {
    "zh-Hans": Forms("约 ", "待定", "不定", " 至 ", "，另有 {} 项未定", " 个月", " 个百分点", _CHINESE, _MYRIAD),
    "zh-Hant": Forms(
        "約 ", "待定", "不定", " 至 ", "，另有 {} 項未定", " 個月", " 個百分點", _CHINESE, _MYRIAD, traditional=True
    ),
    "en": Forms(
        "about ", "TBD", "unknown", " to ", " and {} not set", " months", " pp", _ENGLISH, Decimal(1000), english=True
    ),
}

_TRADITIONAL = str.maketrans(LETTERS, TRADITIONAL_LETTERS)
_SYMBOLS = {"元": "CN¥", "美元": "US$", "港元": "HK$", "日元": "JP¥", "欧元": "€", "英镑": "£"}
_ENGLISH_UNITS = {
    "人": ("person", "people"), "家": ("store", "stores"), "次": ("time", "times"), "人次": ("visit", "visits"),
    "场": ("session", "sessions"), "台": ("unit", "units"), "辆": ("vehicle", "vehicles"), "分": ("point", "points"),
    "期": ("period", "periods"), "班": ("class", "classes"), "单": ("order", "orders"), "页": ("page", "pages"),
    "户": ("customer", "customers"), "店": ("store", "stores"), "份": ("copy", "copies"), "套": ("set", "sets"),
    "箱": ("case", "cases"), "盒": ("box", "boxes"), "袋": ("bag", "bags"), "瓶": ("bottle", "bottles"),
    "批": ("batch", "batches"), "级": ("level", "levels"), "天": ("day", "days"), "月": ("month", "months"),
    "周": ("week", "weeks"), "季": ("quarter", "quarters"), "年": ("year", "years"), "秒": ("second", "seconds"),
    "小时": ("hour", "hours"), "分钟": ("minute", "minutes"), "工作日": ("working day", "working days"),
    "平米": ("m²", "m²"), "平方公里": ("km²", "km²"), "公顷": ("ha", "ha"), "立方米": ("m³", "m³"), "米": ("m", "m"),
    "厘米": ("cm", "cm"), "毫米": ("mm", "mm"), "公里": ("km", "km"), "公斤": ("kg", "kg"), "克": ("g", "g"),
    "吨": ("t", "t"), "升": ("L", "L"), "毫升": ("mL", "mL"), "千瓦时": ("kWh", "kWh"), "%": ("%", "%"),
    "pp": ("pp", "pp"),
}  # fmt: skip
_THING = ("item", "")
"""What an English text says of a measure word that counts anything: nothing, or what there is a price of."""


def forms_of(language: str) -> Forms:
    """How a language writes around numbers."""
    return _FORMS[named(language)]


def unit_words(text: str, language: str) -> str:
    """A unit as the head of a column says it: `万元/人/月`, `萬元/人/月`, `CN¥ k per person per month`.

    What is no unit is left as it is: a planner's own word.
    """
    forms = forms_of(language)
    if forms.traditional:
        return traditional_unit(text)
    if not forms.english or not text:
        return text
    try:
        unit, scale = Unit.parse(text)
    except ValueError:
        return text
    name = next(name for name, one in reversed(SHORT) if one <= scale) if is_money(unit) else ""
    return english_unit(unit, name)


def write_unit(unit: Unit, language: str) -> str:
    """A unit by itself, as a sentence says it: `元/人/月`, `CN¥ per person per month`; `—` for a bare number."""
    said = unit_words(str(unit), language)
    return said or ("—" if unit == NONE else english_unit(unit, one=True))


def traditional_unit(text: str) -> str:
    """A unit in traditional letters."""
    return text.translate(_TRADITIONAL)


def is_money(unit: Unit) -> bool:
    """Whether this is an amount of money, or one per something."""
    return unit.is_money or unit.is_money_rate


def english_unit(unit: Unit, scale: str = "", *, one: bool = False) -> str:
    """A unit in English: `people`, `times per week`, `CN¥ k per month`; `one` for the singular."""
    over = " ".join(_over(symbol, scale, one=one) for symbol in unit.over)
    return " ".join(word for word in (over, *(f"per {_english(symbol)[0]}" for symbol in unit.per)) if word)


def currency_sign(unit: Unit) -> str:
    """What an English amount begins with: `CN¥`."""
    return _SYMBOLS[unit.over[0]]


def _over(symbol: str, scale: str, *, one: bool) -> str:
    return f"{_SYMBOLS[symbol]}{scale}" if symbol in CURRENCIES else _english(symbol)[not one]


def _english(symbol: str) -> tuple[str, str]:
    return _ENGLISH_UNITS.get(symbol, _THING if not symbol.isascii() else (symbol, symbol))


def display_scale(text: str, language: str) -> Decimal:
    """What one of a unit, as a language shows it, is in base units: 万元 is 10,000, in English (`CN¥ k`) 1,000."""
    unit, scale = Unit.parse(text)
    if not forms_of(language).english or scale == 1:
        return scale
    if is_money(unit):
        return next(one for _, one in reversed(SHORT) if one <= max(scale, ONE))
    return Decimal("0.01") if unit in (SHARE, POINT) or unit.over == SHARE.over else ONE


def fewer_digits(text: str, language: str) -> int:
    """How many decimals fewer a number has in the unit that a language shows for another: 万元 in `CN¥ k` one."""
    apart = EXACT.divide(Unit.parse(text)[1], display_scale(text, language)) if text else ONE
    return max(apart.adjusted(), 0)
