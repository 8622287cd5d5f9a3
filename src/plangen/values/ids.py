"""Ids: the names that make up addresses."""

from functools import lru_cache
from re import compile as pattern
from unicodedata import category, normalize

from plangen.values.refused import Refused

_PERIOD = pattern(r"FY|H[0-9]|Q[0-9]|M[0-9]{2}|W[0-9]{2}")
RESERVED = frozenset({"previous", "parent", "actual"})


def check_id(text: str) -> None:
    """Accept an id: a Unicode letter first, then letters, digits, `_` and `-`; no reserved word.

    Raises Refused PG217 with `text`, `plain` (the nearest good id, or "") and `reason`: `empty`, `first` (the first
    character is no letter), `character`, `form` (full-width, invisible or decomposed characters) or `reserved`.
    """
    reason = id_problem(text)
    if reason:
        raise Refused("PG217", text=text, plain=plain_id(text), reason=reason)


@lru_cache(maxsize=65536)
def id_problem(text: str) -> str:
    """Why a text is no id, in one word of `check_id`; "" for a good id."""
    if word_problem(text):
        return word_problem(text)
    return "reserved" if text in RESERVED or _PERIOD.fullmatch(text) else ""


@lru_cache(maxsize=65536)
def word_problem(text: str) -> str:
    """Like `id_problem`, for names that may be reserved words: measures and facets."""
    if not text:
        return "empty"
    if text.isascii() and text.replace("-", "_").isidentifier() and text[0] != "_" and text[0] != "-":
        return ""
    if normalize("NFKC", text) != text or any(category(letter) == "Cf" for letter in text):
        return "form"
    if category(text[0])[0] != "L":
        return "first"
    return "" if all(_is_inner(letter) for letter in text) else "character"


def plain_id(text: str) -> str:
    """The nearest text that is an id; "" where nothing is left."""
    kept = (letter for letter in normalize("NFKC", text) if _is_inner(letter) or letter in " .")
    candidate = "".join("-" if letter in " ." else letter for letter in kept).lstrip("-_0123456789").rstrip("-")
    return candidate if candidate and not id_problem(candidate) else ""


def _is_inner(letter: str) -> bool:
    return letter in "-_0123456789" or category(letter)[0] in "LM"
