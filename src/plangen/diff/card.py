"""A change card: what a change of plan comes to for one person or role."""

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from plangen.diff.entity import Entity
from plangen.diff.people import Person
from plangen.diff.value import Value
from plangen.values import Address, record

Way = Literal["added", "removed", "here", "away", "changed", "renamed", "split", "merged"]


@record
class CardLine:
    """One thing that is different for somebody.

    `kind` is the section kind that it stands in. `way`: `here` and `away` hand something over. `address` is set for a
    figure, in the words of the side after; `old` and `new` are its quantities then, None where a side has none.
    `entity` is what was edited, `edit` the place of the edit in `Changes.edits`; a computed figure has neither.
    """

    kind: str
    way: Way
    address: Address | None = None
    field: str = ""
    old: Value = None
    new: Value = None
    entity: Entity | None = None
    edit: int | None = None

    @property
    def is_figure(self) -> bool:
        """Whether it is a figure: a target, a headcount, an amount."""
        return self.address is not None

    @property
    def item(self) -> Address:
        """The address of the item that it is about."""
        return self.address.item_address if self.address else self.entity.key.address  # type: ignore[union-attr]


@record
class ChangeCard:
    """Everything that is different for one person or role. `more` counts, by section kind, what else was reworded."""

    person: Person
    name: str
    lines: tuple[CardLine, ...]
    more: Mapping[str, int] = field(default_factory=dict)

    @property
    def plan(self) -> str:
        """The plan where the card belongs: the role's own; a person's, the one that holds all that it speaks of."""
        if self.person.plan or not self.lines:
            return self.person.plan
        paths = [line.item.plan.split("/") for line in self.lines]
        common = []
        for steps in zip(*paths, strict=False):
            if len(set(steps)) > 1:
                break
            common.append(steps[0])
        return "/".join(common) or self.lines[0].item.plan
