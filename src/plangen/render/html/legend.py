"""The legend below a table: how numbers are written that are not exact, as far as the table has such."""

from collections.abc import Iterator

from plangen.render.words import word
from plangen.values import say
from plangen.values.quantity import Quantity
from plangen.views import Num, Table, Words

LEAST = 4
"""Shorter tables are read cell by cell: a legend would be longer than they are."""
RANGE, LEAST_OF, MOST_OF = "legend-range", "legend-least", "legend-most"
ABOUT, UNSET, DIFFERS = "legend-about", "legend-unset", "legend-differs"
_SIGNS = {RANGE: ("–", "–"), LEAST_OF: ("≥", "≥"), MOST_OF: ("≤", "≤"), ABOUT: ("约", "about"), DIFFERS: ("≠", "≠")}
_ORDER = (RANGE, LEAST_OF, MOST_OF, ABOUT, UNSET, DIFFERS)
_CSS = {UNSET: "pg-unset", DIFFERS: "pg-bad"}


def legend(table: Table, language: str) -> tuple[tuple[str, str, str], ...]:
    """The states that occur, each with its class, its sign and what it means; nothing for a short table."""
    if len(table.rows) < LEAST:
        return ()
    found = {state for row in table.rows for line in row.cells for part in line for state in _states(part, language)}
    shown = [state for state in _ORDER if state in found]
    return tuple((_CSS.get(state, "pg-about"), _sign(state, language), word(language, state)) for state in shown)


def _sign(state: str, language: str) -> str:
    return word(language, "unset") if state == UNSET else say(_SIGNS[state], language)


def _states(part: object, language: str) -> Iterator[str]:
    if isinstance(part, Num):
        if part.symbol == "≠":
            yield DIFFERS
        if part.quantity is not None:
            yield from _of(part.quantity)
    elif part == word(language, "unset") or (isinstance(part, Words) and part.text == word(language, "unset")):
        yield UNSET


def _of(quantity: Quantity) -> Iterator[str]:
    if quantity.unset:
        yield UNSET
    if quantity.about:
        yield ABOUT
    if quantity.is_range:
        yield RANGE
    if quantity.is_bound:
        yield LEAST_OF if quantity.high is None else MOST_OF
