"""Campaigns: what is done to sell more for some days, at what cost, and how the effect is measured."""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from plangen.model import Amount, Count, Date, Id, Item, Money, Section, StatedCount, Text, Texts, reference

Goal: Any = reference("objectives")
"""An objective by id, or an address."""


class Campaign(Item):
    """One campaign."""

    governs: ClassVar[Mapping[str, str]] = {"cap": "caps", "effect": "definitions", "least": "rules"}
    name: Text
    """What it is called."""
    code: Text | None = None
    """The code that outlets and claims name it by."""
    theme: Text | None = None
    """What customers are told."""
    mechanics: Texts = ()
    """What is offered: 满减, 赠品, 累积奖."""
    least: StatedCount | None = None
    """How many mechanics have to run at once, where a rule asks for several: 2种."""
    ready: Date | None = None
    """The last day for the plan to be settled."""
    start: Date | None = None
    """The first day, or 待定."""
    end: Date | None = None
    """The last day, or 待定."""
    where: Texts = ()
    """The outlets or places."""
    outlets: Count | None = None
    """How many outlets take part."""
    cost: Money | None = None
    """What it costs; 待定 while it is not known."""
    cap: Money | None = None
    """The most that it may cost."""
    goal: Goal | None = None
    """The objective that it works for."""
    effect: Text | None = None
    """How the effect is measured: which figure, against what, over how long."""
    before: Amount | None = None
    """The sales of the stretch before it that the effect is compared with; 待定 until they are known."""
    after: Amount | None = None
    """The sales of a stretch as long after it, or during it; 待定 until they are known, or a row in `actuals/`."""
    audit: Text | None = None
    """How it is seen that it took place."""

    @property
    def window(self) -> tuple[date, date] | None:
        """The first and the last day, where both are known."""
        start, end = (each.value if each is not None else None for each in (self.start, self.end))
        return (start, end) if start is not None and end is not None else None


class Campaigns(Section):
    """The file `campaigns.yml`: campaigns by id."""

    root: ClassVar[str] = "items"
    invisible: ClassVar[frozenset[str]] = frozenset({"items"})
    items: dict[Id, Campaign]
    """The campaigns by id."""
