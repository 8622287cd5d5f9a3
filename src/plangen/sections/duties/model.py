"""Duties: under each role what it does. A duty keeps its id, and so its address, when another role takes it over."""

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

from pydantic import PlainValidator, WithJsonSchema, model_validator

from plangen.model import Id, Item, RoleRefs, Section, Text, Texts
from plangen.values import Refused


class _Under(str):
    """A role id on its way from the file's mapping into the duty, so that no file can hold it."""

    __slots__ = ()


def _role(value: Any) -> str:
    if isinstance(value, _Under):
        return str(value)
    raise Refused(
        "PG112",
        key="role",
        hint_zh="：职责写在哪个岗位下，就归哪个岗位。",
        hint_en=": a duty belongs to the role that it stands under.",
        known="text, tags, frequency, to, deliverable, source, owner, note, was",
    )


class Duty(Item):
    """One duty of a role."""

    invisible: ClassVar[frozenset[str]] = frozenset({"role"})
    answered_by: ClassVar[frozenset[str]] = frozenset({"role"})
    role: Annotated[str, PlainValidator(_role), WithJsonSchema({"type": "string"})] = ""
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
    return {name: {"role": _Under(role), **duty} if isinstance(duty, dict) else duty for name, duty in duties.items()}
