"""The edits between two matched inventories."""

from collections.abc import Iterable, Iterator

from plangen.diff.edit import Edit
from plangen.diff.entity import Entity, EntityKey
from plangen.diff.inventory import PLAN, Inventory
from plangen.diff.matching import Matching
from plangen.model import Item


def edits_between(matching: Matching, after: Inventory) -> Iterator[Edit]:
    """Every edit, in the order of the side after; what was removed comes last."""
    yield from _divided(matching, after)
    new = {old: key for key, old in _olds(matching)}
    for before, now in matching.pairs:
        yield from _renamed(before, now, new.get(now.key))
        yield from _moved(before, now, new.get(now.key))
        yield from _changed(before, now)
    yield from (Edit("added", (), whole) for whole in _wholes(_rest(matching.added, matching, new=True)))
    yield from (Edit("removed", whole, ()) for whole in _wholes(_rest(matching.removed, matching, new=False)))


def _olds(matching: Matching) -> Iterator[tuple[EntityKey, EntityKey]]:
    """Old and new key of everything that is called or placed otherwise than before."""
    for old, new in matching.renames.items.items():
        yield EntityKey(*old), EntityKey(*new)
    for path, name in matching.renames.plans.items():
        yield EntityKey(path, PLAN, ()), EntityKey(name, PLAN, ())


def _renamed(before: Entity, now: Entity, old: EntityKey | None) -> Iterator[Edit]:
    if old is None or now.key.inner:
        return
    names = (old.item[-1], now.key.item[-1]) if now.key.item else (old.plan, now.key.plan)
    if names[0] != names[1]:
        yield Edit("renamed", (before,), (now,), "id", *names)


def _moved(before: Entity, now: Entity, old: EntityKey | None) -> Iterator[Edit]:
    """A move to another plan, section or home; `field` says which."""
    if old is not None and old.kind != now.key.kind:
        yield Edit("moved", (before,), (now,), "section", old.kind, now.key.kind)
    elif old is not None and old.item and now.key.plan != old.plan:
        yield Edit("moved", (before,), (now,), "plan", old.plan, now.key.plan)
    if isinstance(now.entry, Item) and before.home != now.home and now.key.kind == (old or now.key).kind:
        yield Edit("moved", (before,), (now,), "home", "/".join(before.home), "/".join(now.home))


def _changed(before: Entity, now: Entity) -> Iterator[Edit]:
    for name in dict.fromkeys([*now.fields, *before.fields]):
        old, new = before.value(name), now.value(name)
        if old != new:
            yield Edit("changed", (before,), (now,), name, old, new)


def _divided(matching: Matching, after: Inventory) -> Iterator[Edit]:
    """One that became several, and several that became one."""
    gone = {entity.key: entity for entity in matching.removed}
    for old, news in matching.splits.items():
        key = matching.renames.key(old)
        became = tuple(after[new] for new in news)
        names = tuple(each.item[-1] for each in ((key,) if key in after else ()))
        left = tuple(entity for at, entity in gone.items() if key.holds(at))
        yield Edit("split", left, _with_inner(became, after), "id", old.item[-1], (*names, *(n.item[-1] for n in news)))
    for new, olds in matching.merges.items():
        keys = [matching.renames.key(old) for old in olds]
        left = tuple(entity for at, entity in gone.items() if any(key.holds(at) for key in keys))
        ids = tuple(old.item[-1] for old in olds)
        yield Edit("merged", left, _with_inner((after[new],), after), "id", ids, new.item[-1])


def _with_inner(tops: tuple[Entity, ...], after: Inventory) -> tuple[Entity, ...]:
    """Entities, and what lies inside them."""
    keys = [top.key for top in tops]
    inside = (each for at, each in after.items() if at not in keys and any(key.holds(at) for key in keys))
    return (*tops, *inside)


def _rest(entities: Iterable[Entity], matching: Matching, *, new: bool) -> list[Entity]:
    """What no split and no merge tells of."""
    if new:
        told = [key for news in matching.splits.values() for key in news] + list(matching.merges)
    else:
        olds = [*matching.splits, *(old for each in matching.merges.values() for old in each)]
        told = [matching.renames.key(old) for old in olds]
    return [entity for entity in entities if not any(key.holds(entity.key) for key in told)]


def _wholes(entities: list[Entity]) -> Iterator[tuple[Entity, ...]]:
    """Entities grouped under the outermost of them that holds them."""
    groups: dict[EntityKey, list[Entity]] = {}
    for entity in sorted(entities, key=lambda each: (each.key.kind != PLAN, len(each.key.item), len(each.key.inner))):
        holder = next((key for key in _above(entity.key) if key in groups), None)
        groups.setdefault(holder or entity.key, []).append(entity)
    return (tuple(group) for group in groups.values())


def _above(key: EntityKey) -> Iterator[EntityKey]:
    """Every key that could hold this one, the outermost first."""
    yield EntityKey(key.plan, PLAN, ())
    for length in range(len(key.item)):
        yield EntityKey(key.plan, key.kind, key.item[:length])
    for length in range(len(key.inner)):
        yield EntityKey(key.plan, key.kind, key.item, key.inner[:length])
