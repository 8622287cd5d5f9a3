"""Acceptances: changes that the handbook knows and accepts for a time, and those that nothing needs any more."""

from collections.abc import Iterable, Iterator
from datetime import date

from plangen.diff.changes import Changes
from plangen.diff.edit import Edit
from plangen.model import Acceptance
from plangen.values import Address, record


@record
class Accepted:
    """The accepted edits by their place in `Changes.edits`, the accepted effects by address, and what is stale.

    Stale is an acceptance that no change needs; one that has ended accepts nothing and is reported by the checks.
    """

    edits: dict[int, Acceptance]
    effects: dict[Address, Acceptance]
    stale: tuple[Acceptance, ...]


def accepted(changes: Changes, acceptances: Iterable[Acceptance], today: date | None) -> Accepted:
    """Which changes are accepted; the first acceptance that fits counts."""
    valid = [each for each in acceptances if _holds(each, today)]
    if not valid:
        return Accepted({}, {}, ())
    named = [(each, {str(each.target), str(changes.renames.address(each.target))}) for each in valid]
    by_edit = {place: _first(named, _addresses(edit)) for place, edit in enumerate(changes.edits)}
    by_effect = {effect.address: _first(named, (effect.address,)) for effect in changes.effects}
    on_edits = {place: each for place, each in by_edit.items() if each is not None}
    on_effects = {address: each for address, each in by_effect.items() if each is not None}
    used = {id(each) for each in (*on_edits.values(), *on_effects.values())}
    return Accepted(on_edits, on_effects, tuple(each for each in valid if id(each) not in used))


def _holds(acceptance: Acceptance, today: date | None) -> bool:
    until = acceptance.until.value
    return until is not None and (today is None or until >= today)


def _addresses(edit: Edit) -> Iterator[Address]:
    """The item that an edit speaks of, and the figures that it touches."""
    yield from (entity.key.address for entity in (*edit.before[:1], *edit.after[:1]))
    yield from (address for pair in edit.figures() for address in pair if address is not None)


def _first(named: list[tuple[Acceptance, set[str]]], addresses: Iterable[Address]) -> Acceptance | None:
    """The first acceptance of one of some addresses, by its name on either side."""
    known = {text for address in addresses for text in (str(address), address.short(address.plan))}
    return next((each for each, names in named if not names.isdisjoint(known)), None)
