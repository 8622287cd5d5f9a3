"""Duties: under each role what it does. A duty keeps its id, and so its address, when another role takes it over."""

from collections.abc import Iterator
from typing import Any, ClassVar

from pydantic import Field, model_validator
from pydantic.json_schema import SkipJsonSchema

from plangen.model import Id, Item, RoleRefs, Section, Text, Texts

_UNDER = "(role)"
"""The key that carries a duty's role from the file's mapping into the duty; no id, so no file can hold it."""


class Duty(Item):
    """One duty of a role."""

    invisible: ClassVar[frozenset[str]] = frozenset({"role"})
    role: SkipJsonSchema[str] = Field(default="", alias=_UNDER)
    """The role it stands under."""
    text: Text
    """What is done."""
    tags: Texts = ()
    """Words that group duties over the roles."""
    frequency: Text | None = None
    """How often, or by when: 每周日前."""
    to: RoleRefs = ()
    """The roles that get the result."""
    deliverable: Text | None = None
    """What is handed over."""


class Duties(Section):
    """The file `duties.yml`: role id, duty id, duty; in the order of importance."""

    root: ClassVar[str] = "items"
    invisible: ClassVar[frozenset[str]] = frozenset({"items"})
    items: dict[Id, dict[Id, Duty]]
    """The duties by role and id."""

    @model_validator(mode="before")
    @classmethod
    def _under_roles(cls, data: Any) -> Any:
        """Tell each duty the role it stands under."""
        items = data.get("items") if isinstance(data, dict) else None
        if not isinstance(items, dict):
            return data
        return {**data, "items": {role: _told(role, duties) for role, duties in items.items()}}

    def duties(self) -> Iterator[Duty]:
        """All duties, in the order written."""
        for group in self.items.values():
            yield from group.values()


def _told(role: str, duties: Any) -> Any:
    if not isinstance(duties, dict):
        return duties
    return {name: {**duty, _UNDER: role} if isinstance(duty, dict) else duty for name, duty in duties.items()}
