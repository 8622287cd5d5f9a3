"""Values of fields, in a form that is equal where they mean the same."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from plangen.model import Entry
from plangen.values import Formulated, Period, Quantity, Refused, folded

Value: TypeAlias = Any
"""A Quantity, a Day, a Period, a text, a number, or a tuple of those; None where nothing is written."""


def is_quantity(value: Value) -> bool:
    """Whether a value is a number of the plan."""
    return isinstance(value, Quantity)


WORDS = frozenset({"name", "text", "note", "source", "title", "summary", "reason", "deliverable", "evidence", "fact"})
"""Fields of plain words: no rule reads them, and an id in them names nothing."""


def texts(value: Value) -> tuple[str, ...]:
    """The texts of a field that has one or several; none of any other value."""
    return (value,) if isinstance(value, str) else tuple(map(str, value)) if isinstance(value, tuple) else ()


def plain_value(value: Any) -> Value:
    """A field's value without its place: entries inside a list become their written fields."""
    if isinstance(value, Formulated):
        return f"= {' '.join(folded(value.formula).split())}"
    if isinstance(value, Entry):
        return tuple((name, plain_value(inner)) for name, inner in written_fields(value))
    if isinstance(value, tuple | list):
        return tuple(plain_value(inner) for inner in value)
    if isinstance(value, Mapping):
        return tuple(sorted((str(key), plain_value(inner)) for key, inner in value.items()))
    return " ".join(value.split()) if isinstance(value, str) else value


def written_fields(entry: Entry) -> Iterator[tuple[str, Any]]:
    """The fields of an entry that say something: all that differ from what they are where nothing is written."""
    for name, info in type(entry).model_fields.items():
        value = getattr(entry, name)
        if value is not None and value not in (info.default, {}) and name not in entry.invisible:
            yield name, value


def period_name(key: object) -> str:
    """A key of a mapping, one way to write it where it is a period: `q1` and `Q1` are one."""
    if isinstance(key, Period):
        return key.name
    try:
        return Period.parse(str(key)).name
    except Refused:
        return str(key)
