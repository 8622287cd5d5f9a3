"""What `was` declares: which entities of the other side an entity was made from."""

from collections.abc import Iterator, Mapping

from plangen.diff.entity import Entity, EntityKey
from plangen.diff.inventory import PLAN, Inventory

Claims = dict[EntityKey, list[EntityKey]]
"""For each old key the new ones that name it."""


def renamed_plans(before: Inventory, after: Inventory) -> dict[str, str]:
    """Plans whose folder was renamed, as their `plan.yml` says: old path to new one."""
    found: dict[str, str] = {}
    for key, entity in after.items():
        if key.kind == PLAN:
            above, _, _ = key.plan.rpartition("/")
            olds = (f"{above}/{old}" if above else old for old in _was(entity))
            found |= {
                old: key.plan
                for old in olds
                if EntityKey(old, PLAN, ()) in before and EntityKey(old, PLAN, ()) not in after
            }
    return found


def claims(before: Inventory, after: Inventory, plans: Mapping[str, str]) -> Claims:
    """For each entity of the side before the entities of the side after that were made from it, as these declare."""
    old_plans = {new: old for old, new in plans.items()}
    found: Claims = {}
    for key, entity in after.items():
        for old in _olds(key, entity, old_plans.get(key.plan, key.plan)):
            if old in before and key not in before:
                found.setdefault(old, []).append(key)
    return found


def claims_back(before: Inventory, after: Inventory) -> Claims:
    """The same where the newer state is the side before: for each old key the one that it is called after."""
    found: Claims = {}
    for key, entity in before.items():
        for old in _olds(key, entity, key.plan):
            if old in after and old not in before and key not in after:
                found.setdefault(key, []).append(old)
    return found


def member_names(items: Mapping[tuple[str, str, tuple[str, ...]], tuple[str, str, tuple[str, ...]]]) -> dict[str, str]:
    """The renamed members of dimensions among renamed items."""
    return {old[2][-1]: new[2][-1] for old, new in items.items() if old[1] == "dimensions" and old[2] and new[2]}


def _olds(key: EntityKey, entity: Entity, plan: str) -> Iterator[EntityKey]:
    if key.item and not key.inner:
        for old in _was(entity):
            yield EntityKey(plan, key.kind, (*key.item[:-1], old))


def _was(entity: Entity) -> tuple[str, ...]:
    return entity.entry.was if entity.entry is not None else ()
