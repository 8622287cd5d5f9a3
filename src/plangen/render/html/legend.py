"""The legend below a table: how numbers are written that are not exact, as far as the table has such."""

from collections.abc import Iterator

from plangen.render.words import word
from plangen.values import say
from plangen.values.quantity import Quantity
from plangen.views import Num, Table, Words

LEAST = 4
"""Shorter tables are read cell by cell: a legend would be longer than they are."""
_SIGNS = {"range": "–", "least": "≥", "most": "≤", "about": "", "unset": "", "differs": "≠"}


def legend(table: Table, language: str) -> tuple[tuple[str, str, str], ...]:
    """The states that occur, each with its class, its sign and what it means; nothing for a short table."""
    if len(table.rows) < LEAST:
        return ()
    found = {state for row in table.rows for line in row.cells for part in line for state in _states(part, language)}
    return tuple((_css(state), _sign(state, language), word(language, f"legend-{state}"))
                 for state in _SIGNS if state in found)  # fmt: skip


def _css(state: str) -> str:
    return {"unset": "pg-unset", "differs": "pg-bad"}.get(state, "pg-about")


def _sign(state: str, language: str) -> str:
    if state == "unset":
        return word(language, "unset")
    return say(("约", "about"), language) if state == "about" else _SIGNS[state]


def _states(part: object, language: str) -> Iterator[str]:
    if isinstance(part, Num):
        if part.symbol == "≠":
            yield "differs"
        if part.quantity is not None:
            yield from _of(part.quantity)
    elif part == word(language, "unset") or (isinstance(part, Words) and part.text == word(language, "unset")):
        yield "unset"


def _of(quantity: Quantity) -> Iterator[str]:
    if quantity.unset:
        yield "unset"
    if quantity.about:
        yield "about"
    if quantity.is_range:
        yield "range"
    if quantity.is_bound:
        yield "least" if quantity.high is None else "most"
