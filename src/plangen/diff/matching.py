"""Matching: which entity of one side is which of the other. By id, then as `was` declares; never by guessing."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import field

from plangen.diff.claims import claims, claims_back, member_names, renamed_plans
from plangen.diff.entity import Entity, EntityKey
from plangen.diff.inventory import ACTUALS, PICTURES, PLAN, SCENARIOS, Inventory
from plangen.diff.renames import Renames
from plangen.diff.translation import translated
from plangen.values import record

Key3 = tuple[str, str, tuple[str, ...]]


@record
class Matching:
    """Pairs of one entity on both sides, what is on one side only, and how names changed.

    `before` is the inventory of the side before in the words of the side after; `splits` are old keys with what was
    made from them, `merges` new keys with what they were made from.
    """

    renames: Renames
    before: Inventory
    pairs: tuple[tuple[Entity, Entity], ...]
    added: tuple[Entity, ...]
    removed: tuple[Entity, ...]
    splits: dict[EntityKey, tuple[EntityKey, ...]] = field(default_factory=dict)
    merges: dict[EntityKey, tuple[EntityKey, ...]] = field(default_factory=dict)


def matched(before: Inventory, after: Inventory) -> Matching:
    """Match two inventories. The order in which things are written plays no part."""
    plans = renamed_plans(before, after)
    items: dict[Key3, Key3] = {}
    splits: dict[EntityKey, tuple[EntityKey, ...]] = {}
    merges: dict[EntityKey, tuple[EntityKey, ...]] = {}
    forward = claims(before, after, plans)
    origins: dict[EntityKey, list[EntityKey]] = {}
    for old, news in forward.items():
        for new in news:
            origins.setdefault(new, []).append(old)
    for old, news in {**claims_back(before, after), **forward}.items():
        if any(len(origins.get(new, ())) > 1 for new in news):
            merges |= {new: tuple(origins[new]) for new in news if len(origins.get(new, ())) > 1}
        elif len(news) > 1 or old in after:
            splits[old] = tuple(sorted(news))
        else:
            items[old[:3]] = news[0][:3]
    items |= dict(_moved(before, after, Renames(plans, items)))
    renames = Renames(plans, items, member_names(items))
    moved = before if renames.is_empty else {renames.key(k): translated(e, renames) for k, e in before.items()}
    pairs = tuple((moved[key], entity) for key, entity in after.items() if key in moved)
    added = tuple(entity for key, entity in after.items() if key not in moved)
    removed = tuple(entity for key, entity in moved.items() if key not in after)
    return Matching(renames, moved, pairs, added, removed, splits, merges)


def _moved(before: Inventory, after: Inventory, renames: Renames) -> Iterator[tuple[Key3, Key3]]:
    """Items that went to another plan or section and kept their id: where exactly one went and one came."""
    there = {renames.key(key) for key in before}
    gone = [key for key in before if _is_item(key) and renames.key(key) not in after]
    come = [key for key in after if _is_item(key) and key not in there]
    plans = {renames.plan(key.plan) for key in before} & {key.plan for key in after}
    for same_kind in (True, False):
        left = [key for key in gone if renames.key(key).plan in plans]
        came = [key for key in come if key.plan in plans]
        names = {key: _name(before[key], same_kind=same_kind) for key in left}
        places = {_name(after[key], same_kind=same_kind): key for key in came}
        went = Counter(names.values())
        arrived = Counter(_name(after[key], same_kind=same_kind) for key in came)
        for key, name in names.items():
            if went[name] == arrived[name] == 1:
                yield key[:3], places[name][:3]
                gone.remove(key)
                come.remove(places[name])


def _name(entity: Entity, *, same_kind: bool) -> tuple[str, ...]:
    """By what a moved item is known: its id in its kind; else, in its own plan, its id and what it is called."""
    key = entity.key
    return (key.kind, *key.item) if same_kind else (key.plan, *key.item, entity.name)


def _is_item(key: EntityKey) -> bool:
    return len(key.item) == 1 and not key.inner and key.kind not in (PLAN, ACTUALS, SCENARIOS, PICTURES, "handbook")
