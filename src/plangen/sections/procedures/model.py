"""Procedures: ordered steps. A step belongs to its procedure: `procedures/complaint/record`."""

from collections.abc import Iterator
from typing import Any, ClassVar

from pydantic import Field

from plangen.model import (
    Count,
    Entry,
    Id,
    Item,
    Measured,
    Part,
    RoleRef,
    Section,
    StatedCount,
    StatedMeasured,
    Text,
    Texts,
    references,
)

Forms: Any = references("documents")
"""Documents by id."""


class Stated(Entry):
    """What the paper says of the whole procedure; compared with its steps."""

    facet: ClassVar[str] = "stated"
    steps: StatedCount | None = None
    """How many steps the paper announces."""
    lasts: StatedMeasured | None = None
    """How long the paper says it takes."""


class Step(Part):
    """One step."""

    answered_by: ClassVar[frozenset[str]] = frozenset({"actor"})
    text: Text
    """What is done."""
    actor: RoleRef | None = None
    """The role that does it; the owner of the procedure where none is named."""
    outside: Text | None = None
    """Who does it, where that is nobody of the organisation: the customer, a carrier."""
    condition: Text | None = None
    """When it is taken, where that is not always."""
    lasts: Measured | None = None
    """How long it may take: 2小时, 1–2天; 待定 while it is not known."""
    reaches: Count | None = None
    """How many get through it, in a funnel: 200家, then 30家."""
    checklist: Texts = ()
    """What has to be seen to."""
    deliverable: Text | None = None
    """What is handed over to the next step."""
    forms: Forms = ()
    """The documents that it is written down in."""
    back_to: Id | None = None
    """The earlier step that it goes back to: until the condition no longer holds, or for the next round."""


class Procedure(Item):
    """One procedure."""

    name: Text
    """What it is called."""
    begins: Text | None = None
    """What makes it begin."""
    stated: Stated | None = None
    """What the paper says of the whole."""
    steps: dict[Id, Step] = Field(default_factory=dict)
    """The steps by id, in their order."""

    def timed(self) -> list[Step]:
        """The steps that say how long they take."""
        return [step for step in self.steps.values() if step.lasts is not None]

    def loops(self) -> Iterator[Step]:
        """The steps that go back."""
        return (step for step in self.steps.values() if step.back_to is not None)


class Procedures(Section):
    """The file `procedures.yml`: procedures by id."""

    root: ClassVar[str] = "items"
    invisible: ClassVar[frozenset[str]] = frozenset({"items"})
    items: dict[Id, Procedure]
    """The procedures by id."""
