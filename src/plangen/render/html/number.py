"""A number as HTML: its qualifiers, its state and the words a screen reader needs."""

from html import escape

from plangen.render.html.money import exact_amount
from plangen.render.plain import Written, figure_name, write_pieces
from plangen.render.words import spoken, word
from plangen.values.quantity import Quantity
from plangen.views import Num


def render_number(num: Num, language: str) -> str:
    """A `Num` as an HTML fragment: `pg-num` with its address in `data-address`, `pg-bare` where it has none."""
    if num.quantity is None:
        return _sign("pg-na", "—", word(language, "not-applicable"), num)
    if num.quantity.unset:
        return _state("pg-unset", word(language, "unset"), word(language, "unset-state"), num)
    pieces = write_pieces(num, num.quantity, language)
    inner = _symbol(num.symbol, language) + _pieces(pieces)
    inner = f"<del>{inner}</del>" if num.struck else inner
    tone = num.tone or ("bad" if num.symbol == "≠" else "")
    amount = _amount(num, num.quantity, pieces, language)
    if not (tone or amount or num.address or num.name):
        return inner
    return f"<span{_named(num, f'pg-{tone}' if tone else '')}{amount}>{inner}</span>"


def _amount(num: Num, quantity: Quantity, pieces: Written, language: str) -> str:
    """The exact amount, for who shows it in another unit: only where the digits do not tell it."""
    amount = exact_amount(num, quantity, pieces, language)
    return f' data-amount="{amount}"' if amount else ""


def _pieces(pieces: Written) -> str:
    about = f'<span class="pg-about">{escape(pieces.about)}</span>' if pieces.about else ""
    bound = f'<span class="pg-bound">{escape(pieces.bound)}</span>' if pieces.bound else ""
    unit = f'<span class="pg-u">{escape(pieces.unit)}</span>' if pieces.unit else ""
    missing = _missing(pieces.missing) if pieces.missing else ""
    return f"{about}{bound}{escape(pieces.digits)}{unit}{missing}"


def _missing(text: str) -> str:
    """What a sum lacks; its comma apart, because in a table it stands on a line of its own."""
    comma = "，" if text.startswith("，") else ""
    apart = f'<span class="pg-comma">{comma}</span>' if comma else ""
    return f'<span class="pg-missing">{apart}{escape(text.removeprefix(comma))}</span>'


def _symbol(symbol: str, language: str) -> str:
    if not symbol:
        return ""
    said = spoken(language, symbol)
    reader = f'<span class="pg-sr">{escape(said)} </span>' if said else ""
    return f'<span class="pg-sym" aria-hidden="true">{escape(symbol)}</span>{reader}'


def _state(css: str, text: str, said: str, num: Num) -> str:
    return (
        f'<span{_named(num, css)}><span aria-hidden="true">{escape(text)}</span>'
        f'<span class="pg-sr">{escape(said)}</span></span>'
    )


def _sign(css: str, text: str, said: str, num: Num) -> str:
    """A sign in place of a number; tables are full of them, so that it is short."""
    return f'<span{_named(num, css)} role="img" aria-label="{escape(said)}">{escape(text)}</span>'


def _named(num: Num, css: str) -> str:
    """The class of a number, and the address of its figure."""
    name = figure_name(num)
    classes = " ".join(each for each in ("pg-num" if name else "" if css == "pg-na" else "pg-bare", css) if each)
    return f' class="{classes}"' + (f' data-address="{escape(name)}"' if name else "")
