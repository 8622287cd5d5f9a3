"""The register of terms: words that the whole handbook uses in one meaning (口径)."""

from collections.abc import Mapping
from typing import ClassVar

from plangen.model.fields import Id, Text, Texts
from plangen.model.section import Item, Section


class Term(Item):
    """One defined term."""

    defines: ClassVar[tuple[str, ...]] = ("definition", "formula")
    governs: ClassVar[Mapping[str, str]] = dict.fromkeys(("also", "definition", "formula"), "definitions")
    name: Text
    """The word, as it stands in texts and heads of tables."""
    also: Texts = ()
    """Other words for the same."""
    definition: Text
    """What it means here: what counts and what does not."""
    formula: Text | None = None
    """How it is computed, in words."""


class Terms(Section):
    """The file `shared/terms.yml`: terms by id."""

    root: ClassVar[str] = "terms"
    invisible: ClassVar[frozenset[str]] = frozenset({"terms"})
    terms: dict[Id, Term]
