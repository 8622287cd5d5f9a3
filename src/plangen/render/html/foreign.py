"""Texts of another language in a page: each says its language, so that it is read and drawn as what it is."""

import re
from collections.abc import Mapping
from html import escape, unescape

from plangen.values import is_chinese

_PIECES = re.compile(r"(<(script|style|svg|textarea|option|title)\b.*?</\2\s*>|<[^<>]*>)", re.DOTALL | re.IGNORECASE)
_JOINED = re.compile(r"( ?· ?|：|，|、|；|（|）|「|」|“|”|: |, )")
"""What the page itself puts between texts."""
_HAN = re.compile(r"[㐀-鿿](?:[㐀-鿿　-〿＀-￯0-9 ]*[㐀-鿿])?")


def mark_foreign(html: str, language: str, foreign: Mapping[str, str]) -> str:
    """Finished HTML in which texts that stand in for missing translations have a `lang` of their own.

    `foreign` are these texts with their languages; `language` is the page's. Where it has no Chinese letters, whatever
    is written in them is marked, also inside of sentences.
    """
    if not foreign:
        return html
    parts = _PIECES.split(html)  # text, tag, name of a skipped element, text …
    parts[::3] = [_text(text, language, foreign) for text in parts[::3]]
    return "".join(part for place, part in enumerate(parts) if place % 3 != 2 and part)


def _text(text: str, language: str, foreign: Mapping[str, str]) -> str:
    bare = text.strip()
    if not bare:
        return text
    start = text.index(bare)
    return f"{text[:start]}{_marked(bare, language, foreign)}{text[start + len(bare) :]}"


def _marked(bare: str, language: str, foreign: Mapping[str, str]) -> str:
    if unescape(bare) in foreign:
        return _span(bare, foreign[unescape(bare)])
    if not is_chinese(language):
        other = next((tag for tag in foreign.values() if is_chinese(tag)), "")
        return _HAN.sub(lambda found: _span(found.group(), other), bare) if other else bare
    pieces = _JOINED.split(bare)
    return "".join(_span(piece, foreign[unescape(piece)]) if unescape(piece) in foreign else piece for piece in pieces)


def _span(text: str, language: str) -> str:
    return f'<span lang="{escape(language)}">{text}</span>'
