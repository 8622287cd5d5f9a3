"""Comparing: two sides become their changes."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from plangen.diff.changes import Changes, Suggestion, Unread
from plangen.diff.consequence import Weighing
from plangen.diff.edit import Edit
from plangen.diff.edits import edits_between
from plangen.diff.effect import Effect
from plangen.diff.entity import Entity
from plangen.diff.inventory import ACTUALS, PLAN, SCENARIOS, Inventory, inventory
from plangen.diff.matching import Matching, matched
from plangen.diff.pairing import Pairing
from plangen.diff.passage import Passage, passages_between
from plangen.diff.people import People
from plangen.diff.renames import Renames
from plangen.diff.side import Side
from plangen.diff.tracing import Tracing
from plangen.diff.weight import MAJOR
from plangen.model import Day


def compare(before: Side, after: Side, major: Decimal = MAJOR) -> Changes:
    """Everything that differs between two sides. `major` is the relative change from which one is a major one."""
    unread = tuple(_unread(before, after))
    old, new = (_readable(inventory(side, same_year=before.year == after.year), unread) for side in (before, after))
    matching = matched(old, new)
    edits = [edit for edit in edits_between(matching, new) if not _is_shifted(edit, after.year - before.year)]
    pairing = Pairing(before, after, matching.renames)
    traced = Tracing(pairing, edits, matching.renames).effects()
    effects = [each for each in traced if not _is_unread(each, unread)]
    weighing = Weighing(pairing, People(after.scope), matching.renames, major)
    following: dict[int, list[Effect]] = {}
    for effect in effects:
        for place in effect.causes:
            following.setdefault(place, []).append(effect)
    told = [weighing.of(edit, following.get(place, ())) for place, edit in enumerate(edits)]
    order = sorted(range(len(edits)), key=lambda place: (told[place].rank, place))
    places = {place: rank for rank, place in enumerate(order)}
    return Changes(
        before,
        after,
        matching.renames,
        tuple(edits[place] for place in order),
        tuple(told[place] for place in order),
        tuple(replace(each, causes=tuple(sorted(places[place] for place in each.causes))) for each in effects),
        tuple(_passages(before, after, matching.renames, unread)),
        tuple(_suggestions(matching)),
        unread,
        pairing,
    )


def _unread(before: Side, after: Side) -> Iterator[Unread]:
    for side in (before, after):
        year = side.scope.plan_year
        yield from (Unread(path, "", side.label) for path in sorted(year.refused))
        for plan in year.plans.values():
            broken = {*plan.broken, *([ACTUALS] if plan.unread_actuals and before.year == after.year else [])}
            yield from (Unread(plan.path, kind, side.label) for kind in sorted(broken))
        if year.unread_scenarios:
            yield Unread("", SCENARIOS, side.label)


def _readable(entities: Inventory, unread: tuple[Unread, ...]) -> Inventory:
    """What both sides can read: of the rest it would be said that it was removed or added."""
    lost = {(each.plan, each.kind) for each in unread}
    homes = {key: {(key.plan, key.kind), (key.plan, "")} for key in entities}
    homes |= {key: {*homes[key], ("", SCENARIOS)} for key in entities if key.kind == SCENARIOS}
    return {key: each for key, each in entities.items() if not homes[key] & lost}


def _passages(before: Side, after: Side, renames: Renames, unread: tuple[Unread, ...]) -> Iterator[Passage]:
    """What changed in narratives, but for those of plans that one side cannot read."""
    lost = {each.plan for each in unread if not each.kind}
    return (each for each in passages_between(before, after, renames) if each.plan not in lost)


def _is_unread(effect: Effect, unread: tuple[Unread, ...]) -> bool:
    """Whether a figure is of what one side cannot read, or differs for no other reason."""
    home = effect.address.plan, effect.address.kind
    there = any((each.plan, each.kind or home[1]) == home for each in unread)
    return there or bool(unread and not effect.is_explained)


def _is_shifted(edit: Edit, years: int) -> bool:
    """Whether a day only went with the year: the same month and day."""
    if not (years and isinstance(edit.old, Day) and isinstance(edit.new, Day)):
        return False
    old, new = edit.old.value, edit.new.value
    if old is None or new is None:
        return False
    return (old.year + years, old.month, old.day) == (new.year, new.month, new.day)


def _suggestions(matching: Matching) -> Iterator[Suggestion]:
    """Pairs of a gone and a new item of a section, or plan of a folder, with one name: perhaps only the id changed."""
    came: dict[tuple[str, str, str], list[Entity]] = {}
    for entity in filter(_has_own_id, matching.added):
        came.setdefault(_called(entity), []).append(entity)
    for entity in filter(_has_own_id, matching.removed):
        found = came.get(_called(entity), [])
        if len(found) == 1:
            yield Suggestion(entity, found[0])


def _has_own_id(entity: Entity) -> bool:
    """Whether it is an item or a plan, and not what lies inside one."""
    return not entity.key.inner and bool(entity.key.item or entity.key.kind == PLAN)


def _called(entity: Entity) -> tuple[str, str, str]:
    """Where an item or plan lies, and what it is called there."""
    plan, kind = entity.key.plan, entity.key.kind
    return plan.rpartition("/")[0] if kind == PLAN else plan, kind, entity.name
