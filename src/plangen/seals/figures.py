"""The figures of a sealed year: as they were kept, as they are computed now, and where the two differ."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from plangen.compute import Figures
from plangen.render.export import unit_name, value_of
from plangen.seals.archive import FIGURES, member
from plangen.values import Figure, Span, record, write_quantity

Name = tuple[str, str]
"""A figure's scenario and address."""
_WORTH = ("value", "unit", "about", "strict", "missing")
_NONE = "—"


@record
class Kept:
    """A figure as it was sealed: what it is worth, how it was written, and the file that it was typed in."""

    worth: str
    text: str
    file: str


@record
class Move:
    """A figure that is not what was sealed. `follows`: one that it is computed from has moved too.

    `file` and `span` are where it is written now; of one that is gone, `file` is where it was.
    """

    name: Name
    old: str
    new: str
    file: str
    rule: str
    follows: bool
    span: Span | None


def kept_figures(archive: Path) -> dict[Name, Kept]:
    """The figures in an archive; empty where they cannot be read."""
    try:
        rows = json.loads(member(archive, FIGURES) or b"{}").get("figures", [])
        return {(row["scenario"], row["address"]): _kept(row) for row in rows}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def _kept(row: Mapping[str, Any]) -> Kept:
    worth = json.dumps([row[name] for name in _WORTH], ensure_ascii=False)
    return Kept(worth, str(row["text"]), str((row["source"] or {}).get("file", "")))


def worth_of(figure: Figure) -> str:
    """All that makes two figures the same number."""
    quantity = figure.quantity
    told = [value_of(quantity), unit_name(quantity.unit), quantity.about, quantity.strict, quantity.missing]
    return json.dumps(told, ensure_ascii=False)


def moves(kept: Mapping[Name, Kept], figures: Figures, year: int, language: str) -> list[Move]:
    """Where the figures of a year differ from those that were kept, by scenario and address."""
    now = {(key.scenario, str(key.address)): figure for key, figure in figures.items() if key.year == year}
    differs = {
        name
        for name in kept.keys() | now.keys()
        if name not in kept or name not in now or kept[name].worth != worth_of(now[name])
    }
    return [
        _move(name, kept.get(name), now.get(name), _follows(now.get(name), differs, year), language)
        for name in sorted(differs)
    ]


def _follows(figure: Figure | None, differs: set[Name], year: int) -> bool:
    used = figure.inputs if figure else ()
    return any(key.year == year and (key.scenario, str(key.address)) in differs for key in used)


def _move(name: Name, old: Kept | None, new: Figure | None, follows: bool, language: str) -> Move:  # noqa: FBT001
    text = write_quantity(new.quantity, language=language) if new else _NONE
    was = old.text if old else _NONE
    if old and new and was == text:  # written alike, but not the same number
        was, text = old.worth, worth_of(new)
    span = new.source if new else None
    place = span.file if span else old.file if old else ""
    return Move(name, was, text, place, _rule(new), follows, span)


def _rule(figure: Figure | None) -> str:
    """How a figure is computed, in one short text: its formula, or its rule and what goes in."""
    if figure is None:
        return _NONE
    formula = figure.settings.get("formula")
    if formula is not None:
        return str(getattr(formula, "text", formula)).strip()
    used = ", ".join(str(key.address) for key in figure.inputs[:3])
    more = f", … {len(figure.inputs)}" if len(figure.inputs) > 3 else ""
    return f"{figure.rule}: {used}{more}" if used else figure.rule


def listed(found: Iterable[Move], most: int = 3) -> Iterator[str]:
    """Moves as `address: old → new`; behind the first few only how many there are."""
    every = list(found)
    for move in every[:most]:
        yield f"{address(move.name)}: {move.old} → {move.new}"
    if len(every) > most:
        yield f"… {len(every)}"


def address(name: Name) -> str:
    """A figure's address, with the scenario that it is of."""
    return f"{name[1]} @{name[0]}" if name[0] else name[1]
