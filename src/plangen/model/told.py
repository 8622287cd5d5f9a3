"""Which fields of an entry say something of the year, and which of them in words: by themselves, in lists, by key."""

from functools import cache
from typing import Any, get_args, get_origin

from plangen.model.entry import Entry, marked_fields, phased_fields, quantity_fields
from plangen.model.fields import QuantityField, Reads, RefField, read_day, read_labels, read_period, scalar, several
from plangen.model.label import read_label
from plangen.model.weight import weighed_fields

WORDED = (scalar, several, read_label, read_labels)
"""What reads words: in one language or in several."""


@cache
def told_fields(entry: type[Entry]) -> tuple[str, ...]:
    """The fields of an entry type that hold quantities, weights, days, periods or texts, in their order."""
    told = {name for name, mark in marked_fields(entry, Reads) if mark.read in (read_day, read_period)}
    told |= {*quantity_fields(entry), *phased_fields(entry), *weighed_fields(entry), *worded_fields(entry)}
    told |= {name for name, info in entry.model_fields.items() if _holds(info, QuantityField)}
    return tuple(name for name in entry.model_fields if name in told)


@cache
def worded_fields(entry: type[Entry]) -> frozenset[str]:
    """The fields of an entry type that hold a text, a list of texts or texts by key, and no references."""
    references = {name for name, _ in marked_fields(entry, RefField)}
    found = {name for name, mark in marked_fields(entry, Reads) if mark.read in WORDED}
    for name, info in entry.model_fields.items():
        if any(mark.read in WORDED for mark in _holds(info, Reads)) and not _holds(info, RefField):
            found.add(name)
    return frozenset(found - references)


def _holds(info: Any, marker: type) -> list[Any]:
    """The markers of a type on what a field's list or mapping holds."""
    origin, arguments = get_origin(info.annotation), get_args(info.annotation)
    inside = arguments[1] if origin is dict else arguments[0] if origin is tuple else None
    return [mark for mark in getattr(inside, "__metadata__", ()) if isinstance(mark, marker)]
