"""Who answers for an entry, as its own fields say it."""

from collections.abc import Iterator

from plangen.model import Entry


def answering(entry: Entry) -> tuple[str, ...]:
    """The fields of an entry that name who answers for it: its owner, and what its kind declares."""
    return ("owner", *(name for name in type(entry).model_fields if name in type(entry).answered_by))


def texts_of(entry: Entry, name: str) -> tuple[str, ...]:
    """The references that a field holds: one, several or none."""
    value = getattr(entry, name)
    return value if isinstance(value, tuple) else (value,) if value else ()


def answerer(entry: Entry) -> str:
    """The first role that answers for an entry, as it was written; empty where the entry names none."""
    return next(_answerers(entry), "")


def _answerers(entry: Entry) -> Iterator[str]:
    return (text for name in answering(entry) for text in texts_of(entry, name))
