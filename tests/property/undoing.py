"""Changes applied backwards: the entities of the side after become those of the side before."""

from dataclasses import replace

from plangen.diff import Changes, Entity, EntityKey, inventory
from plangen.diff.translation import translated
from plangen.model import Item

State = dict[EntityKey, tuple[dict[str, object], tuple[str, ...]]]


def undone(changes: Changes) -> State:
    """The side after with every edit taken back, in the words of the side after."""
    state = state_of(inventory(changes.after))
    for edit in changes.edits:
        for entity in edit.after if edit.kind in ("added", "split", "merged") else ():
            del state[entity.key]
        for entity in edit.before if edit.kind in ("removed", "split", "merged") else ():
            state |= state_of({entity.key: entity})
    for edit in changes.edits:
        key = edit.entity.key
        if edit.kind == "moved" and edit.field == "home":
            state[key] = (state[key][0], tuple(edit.old.split("/")))
        elif edit.kind == "changed":
            fields = {**state[key][0], edit.field: edit.old}
            if edit.old is None or edit.old == replace(edit.entity, fields={}).value(edit.field):
                del fields[edit.field]
            state[key] = (fields, state[key][1])
    return state


def original(changes: Changes) -> State:
    """The side before, in the words of the side after."""
    entities = (translated(each, changes.renames) for each in inventory(changes.before).values())
    return state_of({each.key: each for each in entities})


def state_of(entities: dict[EntityKey, Entity]) -> State:
    """What entities say and stand under; only items stand under something of their own."""
    return {
        key: (dict(each.fields), each.home if isinstance(each.entry, Item) else ()) for key, each in entities.items()
    }
