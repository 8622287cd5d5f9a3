"""A number as HTML: its qualifiers, its state and the words a screen reader needs."""

import re
from dataclasses import dataclass, replace
from html import escape

from plangen.render.words import spoken, word
from plangen.values.quantity import Quantity
from plangen.values.refused import Refused
from plangen.values.writing import write_quantity
from plangen.views import Num

_PIECES = re.compile(r"(约 |about )?([≥≤><])?(-?[\d,.]+(?:(?:–| 至 | to )-?[\d,.]+)?)(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Written:
    """A quantity in pieces: `约 `, `≥`, `1,092`, ` 万元`, `，另有 1 项未定`."""

    about: str
    bound: str
    digits: str
    unit: str
    missing: str


def write_pieces(num: Num, quantity: Quantity, language: str) -> Written:
    """Write a quantity that is set, taken apart so that each piece can be styled."""

    def write(value: Quantity) -> str:
        try:
            return write_quantity(value, num.unit, num.digits, with_unit=num.with_unit, language=language)
        except Refused:  # what does not fit the column's unit says its own
            return write_quantity(value, "", num.digits, language=language)

    known = write(replace(quantity, missing=0))
    missing = write(quantity).removeprefix(known) if quantity.missing else ""
    found = _PIECES.fullmatch(known)
    if found is None:
        return Written("", "", known, "", missing)
    about, bound, digits, unit = found.groups(default="")
    return Written(about, bound, digits, unit, missing)


def render_number(num: Num, language: str) -> str:
    """A `Num` as an HTML fragment; its address stands in `data-address`."""
    if num.quantity is None:
        return _state("pg-na", "—", word(language, "not-applicable"), num)
    if num.quantity.unset:
        return _state("pg-unset", word(language, "unset"), word(language, "unset-state"), num)
    inner = _symbol(num.symbol, language) + _pieces(num, num.quantity, language)
    tone = num.tone or ("bad" if num.symbol == "≠" else "")
    if not tone and num.address is None:
        return inner
    return f'<span class="pg-num{" pg-" + tone if tone else ""}"{_address(num)}>{inner}</span>'


def _pieces(num: Num, quantity: Quantity, language: str) -> str:
    pieces = write_pieces(num, quantity, language)
    sign = "+" if num.signed and quantity.low is not None and quantity.low > 0 else ""
    about = f'<span class="pg-about">{escape(pieces.about)}</span>' if pieces.about else ""
    bound = f'<span class="pg-bound">{escape(pieces.bound)}</span>' if pieces.bound else ""
    unit = f'<span class="pg-u">{escape(pieces.unit)}</span>' if pieces.unit else ""
    missing = f'<span class="pg-missing">{escape(pieces.missing)}</span>' if pieces.missing else ""
    return f"{about}{bound}{sign}{escape(pieces.digits)}{unit}{missing}"


def _symbol(symbol: str, language: str) -> str:
    if not symbol:
        return ""
    said = spoken(language, symbol)
    reader = f'<span class="pg-sr">{escape(said)} </span>' if said else ""
    return f'<span class="pg-sym" aria-hidden="true">{escape(symbol)}</span>{reader}'


def _state(css: str, text: str, said: str, num: Num) -> str:
    return (
        f'<span class="pg-num {css}"{_address(num)}><span aria-hidden="true">{escape(text)}</span>'
        f'<span class="pg-sr">{escape(said)}</span></span>'
    )


def _address(num: Num) -> str:
    if num.address is None:
        return ""
    return f' data-address="{escape(f"{num.version} {num.address}".strip())}"'
