"""Translation: an entity of the side before, as it would be written with the names of the side after."""

from dataclasses import replace

from plangen.diff.entity import Entity
from plangen.diff.renames import Renames
from plangen.diff.value import WORDS, Value
from plangen.model import RefField, marked_fields
from plangen.values import Address, Refused

TEXTS = WORDS | {"tags"}
"""Fields in which an id names nothing."""


def translated(entity: Entity, renames: Renames) -> Entity:
    """The entity with the key, home and references that it has once everything is called by its new name."""
    key = renames.key(entity.key)
    marks = dict(marked_fields(type(entity.entry), RefField)) if entity.entry is not None else {}
    fields = {
        _field(name, renames): _value(name, value, entity, renames, marks) for name, value in entity.fields.items()
    }
    home = tuple(_step(step, entity, renames) for step in entity.home)
    return replace(entity, key=key, fields=fields, home=home)


def _field(name: str, renames: Renames) -> str:
    head, dot, key = name.partition(".")
    return f"{head}.{renames.members.get(key, key)}" if dot else name


def _value(name: str, value: Value, entity: Entity, renames: Renames, marks: dict[str, RefField]) -> Value:
    head = name.partition(".")[0]
    if isinstance(value, tuple):
        return tuple(_value(name, inner, entity, renames, marks) for inner in value)
    if not isinstance(value, str) or head in TEXTS:
        return value
    if head in marks:
        return _reference(value, entity.key.plan, marks[head].kind, renames)
    return renames.members.get(value) or _id(value, entity.key.plan, entity.key.kind, renames)


def _reference(text: str, plan: str, kind: str, renames: Renames) -> str:
    """A reference as it has to be written now: a plain id as the new id, an address as the new address."""
    if kind and "/" not in text:
        return _id(text, plan, kind, renames)
    try:
        address = Address.parse(text, plan=plan)
    except Refused:
        return text
    new = renames.address(address)
    return text if new == address else new.short(renames.plan(plan))


def _id(text: str, plan: str, kind: str, renames: Renames) -> str:
    """An id of this plan or of one above, as it is called now."""
    parts = plan.split("/")
    for length in range(len(parts), 0, -1):
        found = renames.items.get(("/".join(parts[:length]), kind, (text,)))
        if found is not None:
            return found[2][-1]
    return text


def _step(step: str, entity: Entity, renames: Renames) -> str:
    """One step of the way to an entity: an item of its section, a role, or a member."""
    own = renames.items.get((entity.key.plan, entity.key.kind, (step,)))
    if own is not None:
        return own[2][-1]
    role = _id(step, entity.key.plan, "org", renames)
    return role if role != step else renames.members.get(step, step)
