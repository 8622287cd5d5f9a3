"""Change cards: for each person and role that a change touches, what is different for them."""

from collections import Counter
from collections.abc import Iterator

from plangen.diff.card import CardLine, ChangeCard, Way
from plangen.diff.changes import Changes
from plangen.diff.edit import Edit
from plangen.diff.people import Person
from plangen.diff.staff import Staff
from plangen.diff.value import is_quantity, texts
from plangen.values import Address

UNTOLD = frozenset({"source", "note", "tags"})
"""Fields that say nothing to the person who is touched."""


def cards(changes: Changes) -> tuple[ChangeCard, ...]:
    """A card for everybody whom the changes touch: the persons in the order of their dimension, then roles by plan."""
    staff = Staff(changes.after.scope)
    lines: dict[Person, list[CardLine]] = {}
    more: dict[Person, Counter[str]] = {}
    for person, line in (*_edited(changes, staff), *_computed(changes, staff)):
        if isinstance(line, CardLine):
            lines.setdefault(person, []).append(line)
        else:
            more.setdefault(person, Counter())[line] += 1
    return tuple(
        ChangeCard(each, _name(changes, each), _told_once(lines.get(each, [])), dict(more.get(each, {})))
        for each in staff.everybody()
        if each in lines
    )


def _told_once(lines: list[CardLine]) -> tuple[CardLine, ...]:
    """Figures first, and each once: typed before computed. An item that a figure speaks of is not told again."""
    figures = {line.address: line for line in reversed(lines) if line.is_figure}
    told = {line.item for line in figures.values()}
    rest = (
        line for line in lines if not line.is_figure and not (line.way in ("added", "removed") and line.item in told)
    )
    return (*reversed(figures.values()), *rest)


def _name(changes: Changes, person: Person) -> str:
    scope = changes.after.scope
    if not person.plan:
        return scope.dimensions.member_name(person.id)
    return scope.name_of(Address(person.plan, "org", (person.id,)))


def _edited(changes: Changes, staff: Staff) -> Iterator[tuple[Person, CardLine | str]]:
    """What was typed, for those whom it touches; of what they only answer for, rewordings are told by their kind."""
    for place, edit in enumerate(changes.edits):
        if edit.kind == "changed" and edit.field in UNTOLD:
            continue
        for person in dict.fromkeys(staff.of_edit(edit)):
            told = list(_lines(changes, staff, person, place))
            yield from ((person, line) for line in told)
            if not told and edit.kind == "changed":
                yield person, edit.entity.key.kind


def _lines(changes: Changes, staff: Staff, person: Person, place: int) -> Iterator[CardLine]:
    edit = changes.edits[place]
    if edit.kind == "changed" and (is_quantity(edit.old) or is_quantity(edit.new)):
        yield from _figures(changes, staff, place)
        return
    way = _handed(staff, person, edit) or _plain_way(staff, person, edit)
    if way is not None:
        entity = edit.entity
        yield CardLine(entity.key.kind, way, None, edit.field, edit.old, edit.new, entity, place)


def _plain_way(staff: Staff, person: Person, edit: Edit) -> Way | None:
    """How an edit stands on the card of somebody to whom it hands nothing; None where it is only counted."""
    if edit.kind == "moved":
        return "changed"
    if edit.kind == "changed":
        return "changed" if staff.is_own(person, edit.entity) else None
    return None if edit.entity.key.inner else edit.kind


def _figures(changes: Changes, staff: Staff, place: int) -> Iterator[CardLine]:
    """The figures that an edit of a quantity is; what is not typed any more may be computed now."""
    edit = changes.edits[place]
    for before, after in edit.figures():
        address = after or (changes.renames.address(before) if before else None)
        if address is not None and staff.is_target(address):
            old, new = (figures.get((0, address)) for figures in (changes.pairing.before, changes.pairing.after))
            quantities = (old and old.quantity, new and new.quantity)
            yield CardLine(edit.entity.key.kind, "changed", address, edit.field, *quantities, edit.entity, place)


def _handed(staff: Staff, person: Person, edit: Edit) -> Way | None:
    """`here` or `away` where an edit hands something from one role to another, and this is one of the two."""
    if edit.kind == "moved" and edit.field == "home":
        olds, news = (tuple(str(each).split("/")) for each in (edit.old, edit.new))
    elif edit.kind == "changed" and edit.field in ("owner", "reports_to"):
        olds, news = texts(edit.old), texts(edit.new)
    else:
        return None
    plan = edit.entity.key.plan
    was, now = (person in {staff.role(plan, each) for each in side} for side in (olds, news))
    if was == now:
        return None
    return "here" if now else "away"


def _computed(changes: Changes, staff: Staff) -> Iterator[tuple[Person, CardLine]]:
    """The computed targets that changed, for those whose they are."""
    for effect in changes.effects:
        at = effect.address
        if staff.is_target(at):
            for person in dict.fromkeys(staff.of_figure(at)):
                yield person, CardLine(at.kind, "changed", at, at.measure, effect.before, effect.after)
