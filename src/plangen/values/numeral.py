"""Numerals: folding what a Chinese input method types, and reading one number exactly or refusing it."""

from decimal import Decimal
from re import IGNORECASE
from re import compile as pattern
from unicodedata import category, digit

from plangen.values.refused import Refused

MOST_DIGITS = 30
DIGITS = "0123456789"

_FOLDED = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {
    0x3000: " ", 0xA0: " ", 0x2009: " ", 0x202F: " ", 0x2212: "-", 0x2010: "-", 0x2011: "-", 0x2012: "–",
    0x2014: "–", 0x2015: "–", 0x301C: "~", 0xFFE5: "¥", 0x2248: "~", 0x2267: "≥", 0x2266: "≤", 0x2A7E: "≥",
    0x2A7D: "≤", 0x2236: ":", ord("圆"): "元", ord("圓"): "元", ord("萬"): "万", ord("億"): "亿", ord("個"): "个",
    ord("兩"): "两", ord("約"): "约", ord("點"): "点", ord("項"): "项",
}  # fmt: skip
_NOT_FINITE = pattern(r"[-+]?\.?(nan|inf|infinity|∞)", IGNORECASE)
_SCIENTIFIC = pattern(r"[-+]?[0-9.,_]+e([-+]?[0-9]+).*", IGNORECASE)
_LONG_HEXADECIMAL = pattern(r"[-+]?0[xX][0-9a-fA-F]{31}")
_PLAIN = pattern(r"[-+]?(?:0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.[0-9]+)?")
_HAN = {letter: number for number, letter in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_HAN_TENS = pattern(r"([一二三四五六七八九]?)十([一二三四五六七八九]?)")

NUMERAL = (
    r"(?:[-+]?\s?(?:0[xXoObB][0-9a-fA-F]*|[0-9.](?:[0-9,._:]|[eE][-+]?[0-9]|\s(?=[0-9]))*)"
    r"|[零〇一二三四五六七八九十两]+|半)"
)
"""A pattern for whatever stands where a number is expected, right or wrong."""


def fold(text: str) -> str:
    """The text with full-width letters, digits and signs in their plain form; positions stay the same.

    Raises Refused PG204 (`text`, `plain`) for digits of other scripts, which look alike and are never guessed.
    """
    folded = text.translate(_FOLDED)
    for position, letter in enumerate(folded):
        if not letter.isascii() and category(letter) in ("Nd", "No", "Nl") and letter not in "〇²³":
            plain = "".join(str(digit(each, each)) for each in folded)
            raise Refused("PG204", position, text=text, plain=plain)
    return folded


def folded(text: str) -> str:
    """The text in plain form as `fold` gives it, without judging digits of other scripts: for text that is no value."""
    return text.translate(_FOLDED)


def check_size(text: str) -> None:
    """Refuse a folded text before anything is computed from it.

    Raises Refused PG201 (`text`) for what is not finite, PG202 (`text`, `digits`, `most`) for far too many digits.
    """
    if _NOT_FINITE.fullmatch(text[:20]):
        raise Refused("PG201", text=text)
    scientific = _SCIENTIFIC.fullmatch(text) if len(text) <= 100 else None
    if scientific and abs(int(scientific[1])) > MOST_DIGITS:
        raise Refused("PG201", text=text)
    digits = sum(letter in DIGITS for letter in text)
    if digits > 4 * MOST_DIGITS or _LONG_HEXADECIMAL.match(text):
        raise Refused("PG202", text=f"{text[:20]}…", digits=max(digits, len(text)), most=MOST_DIGITS)


def read_numeral(text: str) -> Decimal:
    """One number in plain notation (`1092`, `1,092.5`, `-3`) or in Han digits up to 九十九.

    Raises Refused PG202 for more than 30 digits, PG203 (`text`, `plain`) for notations that mean different numbers to
    different readers.
    """
    han = _read_han(text)
    if han is not None:
        return han
    digits = sum(letter in DIGITS for letter in text)
    if digits > MOST_DIGITS:
        raise Refused("PG202", text=f"{text[:20]}…", digits=digits, most=MOST_DIGITS)
    joined = text[0] + text[1:].lstrip() if text[:1] in ("+", "-") else text
    if not _PLAIN.fullmatch(joined):
        raise Refused("PG203", text=text, plain=_suggestion(joined))
    return Decimal(joined.replace(",", ""))


def _read_han(text: str) -> Decimal | None:
    if text == "半":
        return Decimal("0.5")
    tens = _HAN_TENS.fullmatch(text)
    if tens:
        return Decimal(10 * _HAN.get(tens[1], 1) + _HAN.get(tens[2], 0))
    if text in _HAN:
        return Decimal(_HAN[text])
    if text[:1] in _HAN or text[:1] == "十":
        raise Refused("PG203", text=text, plain="")
    return None


def _suggestion(text: str) -> str:
    """What the writer may have meant, for the message only."""
    sign, body = (text[0], text[1:]) if text[:1] in ("+", "-") else ("", text)
    if body.isdigit():
        octal = all(letter in "01234567" for letter in body)
        return f"{sign}{int(body)}" + (f" / {sign}{int(body, 8)}" if octal and int(body) else "")
    if body.startswith(".") and body[1:].isdigit():
        return f"{sign}0{body}"
    for mark in "_ ,.":
        plain = body.replace(mark, "")
        if plain.isdigit():
            return f"{sign}{int(plain)}"
    return f"{sign}{int(body, 16)}" if _is_hexadecimal(body) else ""


def _is_hexadecimal(body: str) -> bool:
    return body[:2].lower() == "0x" and all(letter in "0123456789abcdefABCDEF" for letter in body[2:]) and len(body) > 2
