"""Weights: how heavy an edit is by itself."""

from decimal import Decimal
from enum import StrEnum
from typing import Any, Literal, get_args, get_origin

from plangen.diff.edit import Edit
from plangen.diff.value import Value, is_quantity
from plangen.model import RefField, marked_fields
from plangen.values import EXACT, Quantity, half_up_ratio

MAJOR = Decimal("0.05")
"""From which relative change on a quantity is a major one, where the handbook says nothing."""
_STEP = Decimal("0.0001")


class Weight(StrEnum):
    """How heavy an edit is, the heaviest first.

    `breaking`: what others keep to (caps, pay, rules, definitions), or an id that is gone. `major`: a quantity from the
    handbook's threshold on, what is new, moved or handed to somebody else. `minor`: the rest of what is counted or
    dated. `text`: words.
    """

    BREAKING = "breaking"
    MAJOR = "major"
    MINOR = "minor"
    TEXT = "text"


def weigh(edit: Edit, major: Decimal = MAJOR) -> Weight:
    """The weight of an edit; `major` is the relative change from which a quantity's change is a major one."""
    if governed(edit):
        return Weight.BREAKING
    if edit.kind in ("removed", "split", "merged"):
        inside = edit.kind == "removed" and edit.entity.key.inner
        return Weight.MAJOR if inside else Weight.BREAKING
    if edit.kind in ("added", "moved"):
        return Weight.MAJOR
    return Weight.MINOR if edit.kind == "renamed" else _weigh_value(edit, major)


def governed(edit: Edit) -> str:
    """What the edit changes that others keep to: `caps`, `pay`, `rules`, `definitions`; empty where nothing."""
    if edit.kind in ("renamed", "moved"):
        return ""
    for entity in (*edit.after, *edit.before):
        names = [edit.field.partition(".")[0]] if edit.kind == "changed" else sorted(entity.fields)
        governs = entity.entry.governs if entity.entry is not None else {}
        for name in names:
            if name in governs:
                return governs[name]
    return ""


def relative(old: Value, new: Value) -> Decimal | None:
    """(new − old) ÷ |old| to 0.01%, of two known numbers of one unit; None where that says nothing."""
    if not (isinstance(old, Quantity) and isinstance(new, Quantity) and old.is_exact and new.is_exact):
        return None
    if old.unit != new.unit or not old.value:
        return None
    return half_up_ratio(EXACT.subtract(new.value, old.value), EXACT.abs(old.value), _STEP)


def _weigh_value(edit: Edit, major: Decimal) -> Weight:
    if is_quantity(edit.old) or is_quantity(edit.new):
        change = relative(edit.old, edit.new)
        return Weight.MINOR if change is not None and abs(change) < major else Weight.MAJOR
    if any(isinstance(value, str) and value.startswith("= ") for value in (edit.old, edit.new)) or _is_reference(edit):
        return Weight.MAJOR
    if edit.entity.key.kind == "scenarios":
        return Weight.MINOR  # numbers mostly, which the scenario's file has as they were typed
    words = all(value is None or isinstance(value, str | tuple) for value in (edit.old, edit.new))
    return Weight.TEXT if words and not _is_choice(edit) else Weight.MINOR


def _is_reference(edit: Edit) -> bool:
    entry = edit.entity.entry
    return entry is not None and any(name == edit.field for name, _ in marked_fields(type(entry), RefField))


def _is_choice(edit: Edit) -> bool:
    entry = edit.entity.entry
    info = type(entry).model_fields.get(edit.field) if entry is not None else None
    return info is not None and _has_literal(info.annotation)


def _has_literal(annotation: Any) -> bool:
    return get_origin(annotation) is Literal or any(_has_literal(part) for part in get_args(annotation))
