"""The register of names: what things are called in this handbook, and which other names mean the same."""

from typing import ClassVar

from plangen.model.entry import Entry
from plangen.model.fields import Text, Texts


class RightName(Entry):
    """One thing with the name that it has in the handbook."""

    name: Text
    """What it is called: a unit, a role, a standard, a product."""
    also: Texts
    """The names that are not used for it any more, or never should be: they are told wherever they stand."""
    reason: Text | None = None
    """Why it is called so."""


class Names(Entry):
    """The file `shared/names.yml`: right names, each with those that it replaces."""

    invisible: ClassVar[frozenset[str]] = frozenset()
    names: tuple[RightName, ...] = ()
    """The names, one after the other."""
