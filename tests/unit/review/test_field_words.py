"""Fields have words: no reader meets the name of a key, in either language."""

from collections.abc import Iterator

import pytest

from plangen.catalogue import kinds
from plangen.model import Actual, Dimensions, Entry, PlanHead
from plangen.model.entry import holding_entries
from plangen.model.handbook import HandbookHead
from plangen.model.names import Names
from plangen.model.profile import Profiles
from plangen.model.terms import Terms
from plangen.review.field_words import choice_word, field_word
from plangen.review.values import choices

UNWRITTEN = {"role"}
"""What the binding itself puts into an entry."""


def entry_types() -> list[type[Entry]]:
    """Every type of entry that a file of a handbook is bound to."""
    waiting: list[type[Entry]] = [kind.model for kind in kinds().values()]
    waiting += [PlanHead, HandbookHead, Dimensions, Profiles, Terms, Names, Actual]
    seen: set[type[Entry]] = set()
    while waiting:
        entry = waiting.pop()
        if entry not in seen:
            seen.add(entry)
            fields = (entry.model_fields[name] for name in holding_entries(entry))
            waiting += [inner for info in fields for inner in inside(info.annotation)]
    return sorted(seen, key=lambda each: (each.__module__, each.__qualname__))


def inside(annotation: object) -> Iterator[type[Entry]]:
    """The types of entries in an annotation."""
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        yield annotation
    for part in getattr(annotation, "__args__", ()):
        yield from inside(part)


@pytest.mark.parametrize("entry", entry_types(), ids=lambda entry: f"{entry.__module__}.{entry.__qualname__}")
def test_every_field_has_a_word(entry: type[Entry]) -> None:
    """In Chinese it is no Latin word; in English it has no underscore."""
    fields = set(entry.model_fields) - entry.invisible - UNWRITTEN
    assert sorted(name for name in fields if field_word("zh", name).isascii()) == []
    assert sorted(name for name in fields if "_" in field_word("en", name)) == []


@pytest.mark.parametrize("entry", entry_types(), ids=lambda entry: f"{entry.__module__}.{entry.__qualname__}")
def test_every_choice_has_a_word(entry: type[Entry]) -> None:
    """What a field chooses from a list, too; units and languages are words by themselves."""
    known = {"zh-Hans", "zh-Hant", "en", "CNY"}
    words = {word for name in entry.model_fields for word in choices(entry, name)} - known
    assert sorted(word for word in words if choice_word("zh", word).isascii()) == []
