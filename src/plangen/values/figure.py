"""A figure: a quantity with an address, a rule and the inputs it came from."""

from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType
from typing import NamedTuple

from plangen.values.address import Address
from plangen.values.quantity import Quantity
from plangen.values.record import record
from plangen.values.span import Span


class Key(NamedTuple):
    """What names a figure across the whole handbook: (year, scenario, address)."""

    year: int
    address: Address
    scenario: str = ""

    def __str__(self) -> str:
        version = f"{self.year}@{self.scenario}" if self.scenario else str(self.year)
        return f"{version} {self.address}"


NOTHING: Mapping[str, object] = MappingProxyType({})


@record
class Figure:
    """One number of the plan: what it is, how it came about and where it was typed.

    `rule` is the verb's name (`typed` for an authored figure); `inputs` are in the order the rule takes them;
    `source` is where the authored value, or the line that asks for the computation, stands; `settings` are the rule's
    own (weights, step, the formula): with the inputs they give the quantity again.
    """

    key: Key
    quantity: Quantity
    rule: str
    inputs: tuple[Key, ...] = ()
    source: Span | None = None
    note: str = ""
    settings: Mapping[str, object] = field(default_factory=lambda: NOTHING, compare=False, repr=False)

    @property
    def address(self) -> Address:
        """The figure's address within its year."""
        return self.key.address
