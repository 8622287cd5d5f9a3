"""How changes are reviewed: what counts as major, which changes are accepted, who approves which."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from plangen.model.entry import Entry
from plangen.model.fields import Chosen, Date, Plains, Reads, SetShare, Text, scalar
from plangen.values import Address, Quantity, read_quantity

Governed = Literal["caps", "pay", "rules", "definitions"]
"""What others keep to, so that the size of a change says too little: entries tell it of their fields (`governs`)."""
OUTSIDE = ("actuals", "dimensions", "handbook", "names", "plan", "profiles", "scenarios", "terms")
"""The kinds of what can change and belongs to no section, as rules may name them."""
AddressText = Annotated[Address, Reads(lambda value: Address.parse(scalar(value).strip()), {"type": "string"})]
"""An address as it is written in findings."""


class Acceptance(Entry):
    """A change that is known: what changed, why, who answers for it and until when."""

    target: AddressText = Field(alias="address")
    """The address of the item, or of its figure, that changed; without a plan, in any plan."""
    reason: Text
    """Why it is accepted."""
    owner: Text
    """Who answers for it."""
    until: Date
    """The last day it is accepted."""


class ApprovalRule(Entry):
    """Who has to approve which changes. Without `up_to`, `above` and `always` it is for every change."""

    by: Text
    """The role that approves."""
    up_to: SetShare | None = None
    """For changes up to this size."""
    above: SetShare | None = None
    """For larger changes."""
    always: Annotated[tuple[Annotated[Governed, Chosen], ...], Field(min_length=1)] | None = None
    """For changes of caps, pay, rules or definitions, whatever their size."""
    plans: Plains = ()
    """Only for these plans and those below them."""
    kinds: Plains = ()
    """Only for these section kinds."""
    measures: Plains = ()
    """Only for changes of these measures."""


class Review(Entry):
    """How changes are reviewed."""

    governs: ClassVar[Mapping[str, str]] = dict.fromkeys(("major", "accepted", "approvals"), "rules")
    major: SetShare | None = None
    """Changes of a quantity from here on are major; 5% where it says nothing."""
    accepted: tuple[Acceptance, ...] = ()
    """Changes that are accepted for a time."""
    approvals: tuple[ApprovalRule, ...] = ()
    """Who has to approve; every rule that fits a change applies."""

    @property
    def major_share(self) -> Quantity:
        """From which size on a change is major."""
        return self.major or read_quantity("5%", kind="share")
