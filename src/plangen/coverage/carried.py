"""One item of a source document, with who carries it."""

from typing import Literal

from plangen.coverage.carrier import Carrier
from plangen.model import SourceDocument, SourceItem
from plangen.values import record

Status = Literal["carried", "other", "missing", "left"]
"""Carried by its kind; by others only; by nobody; left out on purpose."""


@record
class Carried:
    """One item and all that name it. `lacks` are its figures that nobody of these says."""

    document: SourceDocument
    name: str
    item: SourceItem
    carriers: tuple[Carrier, ...]
    lacks: tuple[str, ...] = ()

    @property
    def status(self) -> Status:
        """How it stands; what is left out with a reason is left out, even where somebody carries it."""
        if self.item.left:
            return "left"
        if any(carrier.kind == self.item.kind for carrier in self.carriers):
            return "carried"
        return "other" if self.carriers else "missing"

    @property
    def twice(self) -> tuple[int, ...]:
        """The years in which more than one item or passage carries it."""
        places: dict[int, set[tuple[str, ...]]] = {}
        for carrier in self.carriers:
            places.setdefault(carrier.year, set()).add(carrier.spot)
        return tuple(sorted(year for year, each in places.items() if len(each) > 1))
