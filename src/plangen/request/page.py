"""A review as one HTML page: everything in it, nothing loaded, printable with a change card a sheet."""

from collections.abc import Iterator
from html import escape as entities

from plangen.render.terminal.columns import visible
from plangen.request.card_points import CardRow, CardWords
from plangen.request.comment import EVERYTHING, comment
from plangen.request.document import Fold, Heading, Item, Line, Paragraph, Part, Points, Word
from plangen.request.request import Request
from plangen.request.words import say
from plangen.review.colours import colours
from plangen.values import dotted, named

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_STYLE = """\
body{max-width:52rem;margin:2rem auto;padding:0 1rem;background:var(--pg-bg);color:var(--pg-ink);\
font:15px/1.7 var(--pg-font);font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
h1{font-size:1.6rem;line-height:1.3}h2{font-size:1.15rem;margin-top:2.4rem;padding-top:.8rem;\
border-top:1px solid var(--pg-line)}
a{color:var(--pg-link)}li{margin:.2rem 0}
code{font-size:.85em;overflow-wrap:anywhere}
ins{text-decoration:none;background:var(--pg-good-bg);color:var(--pg-good)}
del{background:var(--pg-bad-bg);color:var(--pg-bad)}
.dim,li li{color:var(--pg-ink-3)}
details{margin:1rem 0}summary{cursor:pointer;font-weight:600}
.card{border:1px solid var(--pg-line-2);border-radius:.4rem;padding:.5rem 1rem;margin:1rem 0;break-inside:avoid}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid var(--pg-line)}
@media print{body{margin:0;max-width:none}.card{break-before:page;border:0}summary{list-style:none}}
"""
_TAGS = {"strong": "strong", "code": "code", "old": "del", "new": "ins"}


def render_page(request: Request, site_url: str = "") -> str:
    """The whole review; lists are not shortened."""
    document = comment(request, site_url, EVERYTHING)
    title = escape(document.title)
    body = "\n".join([f"<h1>{title}</h1>", *map(_part, document.parts), *_cards(request)])
    return (
        f'<!doctype html>\n<html lang="{named(request.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{title}</title>\n'
        f"<style>\n{_colours()}{_STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _colours() -> str:
    """Those of the handbook; on paper the light ones."""
    light, dark = colours()
    return (
        f":root{{color-scheme:light dark;{light}}}\n@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}\n"
    )


def _part(part: Part) -> str:
    match part:
        case Heading(text):
            return f"<h2>{escape(text)}</h2>"
        case Paragraph(line):
            return f"<p>{_line(line)}</p>"
        case Points(items):
            return _list(items)
        case Fold(summary, items):
            return f"<details><summary>{escape(summary)}</summary>\n{_list(items)}\n</details>"


def _list(items: tuple[Item, ...]) -> str:
    rows = (f"<li>{_line(item.line)}{_list(item.inside) if item.inside else ''}</li>" for item in items)
    return "<ul>\n" + "\n".join(rows) + "\n</ul>"


def _line(line: Line) -> str:
    return "".join(map(_word, line))


def _word(word: Word) -> str:
    text = escape(word.text)
    if word.style == "dim":
        text = f'<span class="dim">{text}</span>'
    elif word.style in _TAGS and text:
        text = f"<{_TAGS[word.style]}>{text}</{_TAGS[word.style]}>"
    return f'<a href="{escape(word.href)}">{text}</a>' if word.href else text


def _cards(request: Request) -> Iterator[str]:
    """Every change card in full."""
    language = request.language
    if any(year.cards for year in request.years):
        yield f"<h2>{escape(say(language, 'cards'))}</h2>"
    for year in request.years:
        told = CardWords(year)
        for card in year.cards:
            head = dotted(language, (card.name, str(year.year)))
            rows = "\n".join(_row(row) for row in told.rows(card))
            columns = "".join(f"<th>{escape(say(language, key))}</th>" for key in ("what", "before", "after"))
            more = sum(card.more.values())
            note = f"<p>{escape(say(language, 'reworded', more))}</p>\n" if more else ""
            yield (
                f'<section class="card">\n<h3>{escape(head)}</h3>\n<table>\n<tr>{columns}</tr>\n{rows}\n</table>\n'
                f"{note}</section>"
            )


def escape(text: str) -> str:
    """A text as HTML; what is invisible, or turns the direction of reading, as its code point."""
    return entities(visible(text))


def _row(row: CardRow) -> str:
    return f"<tr><td>{escape(row.what)}</td><td>{escape(row.old or '—')}</td><td>{escape(row.new or '—')}</td></tr>"
