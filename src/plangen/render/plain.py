"""Numbers and lines as plain text, as every renderer writes them."""

import re
from dataclasses import replace

from plangen.render.words import word
from plangen.values.quantity import Quantity
from plangen.values.record import record
from plangen.values.refused import Refused
from plangen.values.writing import write_quantity
from plangen.views import Dot, Inline, Meter, Num, Progress, Tally, Wording

_PIECES = re.compile(
    r"(约 |約 |about )?([≥≤><])?(-?(?:[A-Z]{2}[¥$]|[€£])?[\d,.]+(?:(?:–| 至 | to )-?[\d,.]+)?)(.*)", re.DOTALL
)


@record
class Written:
    """A quantity in pieces: `约 `, `≥`, `1,092`, ` 万元`, `，另有 1 项未定`."""

    about: str
    bound: str
    digits: str
    unit: str
    missing: str


def write_pieces(num: Num, quantity: Quantity, language: str) -> Written:
    """Write a quantity that is set, taken apart so that each piece can be styled."""
    known = write_fitting(num, replace(quantity, missing=0), language)
    missing = write_fitting(num, quantity, language).removeprefix(known) if quantity.missing else ""
    found = _PIECES.fullmatch(known)
    if found is None:
        return Written("", "", known, "", missing)
    about, bound, digits, unit = found.groups(default="")
    digits = f"+{digits}" if num.signed and quantity.low is not None and quantity.low > 0 else digits
    return Written(about, bound, digits, num.said or unit, missing)


def write_fitting(num: Num, quantity: Quantity, language: str) -> str:
    """Write a quantity as a number asks for; what does not fit its unit says its own."""
    try:
        return write_quantity(quantity, num.unit, num.digits, with_unit=num.with_unit, language=language)
    except Refused:
        return write_quantity(quantity, "", num.digits, language=language)


def plain_text(wording: Wording, language: str) -> str:
    """A text or line as plain text: numbers as they are shown, colour dots left out."""
    parts = (wording,) if isinstance(wording, str) else wording
    return "".join(_part(part, language) for part in parts)


def _part(part: Inline, language: str) -> str:
    match part:
        case str():
            return part
        case Num():
            return _number(part, language)
        case Tally():
            return str(part.number)
        case Dot() | Meter() | Progress():
            return ""
    return part.text


def _number(num: Num, language: str) -> str:
    if num.quantity is None:
        return "—"
    if num.quantity.unset:
        return word(language, "unset")
    pieces = write_pieces(num, num.quantity, language)
    return f"{num.symbol}{pieces.about}{pieces.bound}{pieces.digits}{pieces.unit}{pieces.missing}"


def figure_name(num: Num) -> str:
    """What names a number's figure on a page: its address, after the version where that is another one; else empty."""
    if num.name or num.address is None:
        return num.name
    return f"{num.version} {num.address}" if num.version else str(num.address)
