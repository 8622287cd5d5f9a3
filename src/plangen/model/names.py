"""The register of names: what things are called in this handbook, and which other names mean the same."""

from typing import ClassVar

from plangen.model.fields import Id, Plains, Text
from plangen.model.section import Item, Section


class RightName(Item):
    """One thing with the name that it has in the handbook; or words that somebody has to look at first."""

    name: Text | None = None
    """What it is called: a unit, a role, a standard, a product. Without it the words have no right name."""
    also: Plains
    """The names that are not used for it any more, or words to be looked at: they are told wherever they stand."""
    reason: Text | None = None
    """Why it is called so, or what is doubtful about the words."""


class Names(Section):
    """The file `shared/names.yml`: right names by id, each with those that it replaces."""

    root: ClassVar[str] = "names"
    invisible: ClassVar[frozenset[str]] = frozenset({"names"})
    names: dict[Id, RightName]
