"""What stands inside a line: text, numbers, links, chips, member dots."""

from dataclasses import dataclass
from typing import Literal

from plangen.values.address import Address
from plangen.values.quantity import Quantity

Tone = Literal["", "good", "bad", "unset", "changed", "sealed", "muted"]
"""The meaning behind a colour; a symbol or word always says it too."""


@dataclass(frozen=True)
class Num:
    """A number to show. `unit` is the unit text to show it in (`万元`, `%`), `digits` the decimals (None: as needed).

    `with_unit` writes the unit behind the number (outside table columns that name their unit).
    `address` names the figure, `version` its scenario (`2026@stretch`; empty for the year itself).
    `symbol` stands before it (`≠`, `▲`, `▼`); `signed` writes + too. `quantity` None means not applicable, shown `—`.
    """

    quantity: Quantity | None
    unit: str = ""
    digits: int | None = None
    with_unit: bool = False
    symbol: str = ""
    signed: bool = False
    tone: Tone = ""
    address: Address | None = None
    version: str = ""


@dataclass(frozen=True)
class Link:
    """A link to an item of the same version, or to a page (`page` is a URL path inside the version, ending in `/`)."""

    text: str
    address: Address | None = None
    page: str = ""
    anchor: str = ""


@dataclass(frozen=True)
class Chip:
    """A short framed word: a level, a state, a code."""

    text: str
    tone: Tone = ""


@dataclass(frozen=True)
class Dot:
    """The colour dot of a dimension member; `slot` counts from 1 in the order of the dimension's registry."""

    slot: int


@dataclass(frozen=True)
class Words:
    """Text with a meaning: bold, muted, bad…; `struck` is a value that no longer holds."""

    text: str
    tone: Tone = ""
    bold: bool = False
    struck: bool = False


Inline = str | Num | Link | Chip | Dot | Words
Line = tuple[Inline, ...]
"""A line of inline parts, written one behind the other."""
