"""What stands inside a line: text, numbers, links, chips, member dots."""

from dataclasses import replace
from decimal import Decimal
from string import Formatter
from typing import Literal

from plangen.values import record
from plangen.values.address import Address
from plangen.values.quantity import Quantity

Tone = Literal["", "good", "bad", "unset", "changed", "sealed", "muted"]
"""The meaning behind a colour; a symbol or word always says it too."""


@record
class Num:
    """A number to show. `unit` is the unit text to show it in (`万元`, `%`), `digits` the decimals (None: as needed).

    `with_unit` writes the unit behind the number (outside table columns that name their unit).
    `symbol` stands before it (`≠`, `▲`, `▼`); `signed` writes + too; `struck` is what no longer holds.
    `quantity` None means not applicable, shown `—`.
    `address` names its figure, so that it explains itself; `version` its year and scenario
    (`2025`, `2026@stretch`), where they are not the page's own.
    `said` is what stands behind the digits in place of the unit (` 次`), before the parts of a sum that are open.
    `name` is what names a number that is no figure but made of several: `a:b/c.d − 2025 a:b/c.d`.
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
    struck: bool = False
    name: str = ""
    said: str = ""


@record
class Tally:
    """How many things of a kind the site lists: plans, open findings, values that are not set.

    `of` says what is counted (`gaps adhesives/east-china`), for who counts again; `link` leads to the list.
    """

    number: int
    of: str
    link: "Link | None" = None
    tone: Tone = ""


@record
class Link:
    """A link to an item, or to a page (`page` is a URL path inside the version, ending in `/`; else it is a file).

    `version` is the year whose version it leads to; empty for the page's own.
    """

    text: str
    address: Address | None = None
    page: str = ""
    anchor: str = ""
    version: str = ""


@record
class Chip:
    """A short framed word: a level, a state, a code."""

    text: str
    tone: Tone = ""


@record
class Dot:
    """The colour dot of a dimension member; `slot` counts from 1 in the order of the dimension's registry."""

    slot: int


@record
class Words:
    """Text with a meaning: bold, muted, bad…; `struck` is what no longer holds, `added` what was put in."""

    text: str
    tone: Tone = ""
    bold: bool = False
    struck: bool = False
    added: bool = False


@record
class Meter:
    """A small bar of parts that make a whole: how many there are of each, with its meaning.

    It only repeats the counts beside it: where colours cannot be seen, it says nothing.
    """

    parts: tuple[tuple[int, Tone], ...]


@record
class Progress:
    """A small bar against a tick: how much of the whole is `done`, and how much should be by now (`mark`).

    Both are parts of the whole, 0..1 and more; `done` may have two ends. It only repeats the numbers beside it.
    """

    done: tuple[Decimal, Decimal]
    mark: Decimal | None = None


Inline = str | Num | Tally | Link | Chip | Dot | Words | Meter | Progress
Line = tuple[Inline, ...]
"""A line of inline parts, written one behind the other."""
Wording = str | Line
"""A short text; as a line where it has numbers or links in it."""


def phrase(template: str, tone: Tone = "", **parts: Inline | Line) -> Line:
    """A sentence with parts in its places: `phrase("{n} 行待定", n=Num(…))`.

    `{n} plan(s)` has the plural that its number asks for.
    With a tone the text, and every number that has none, takes it. Raises KeyError for a place without a part.
    """
    line: list[Inline] = []
    part: Inline | Line = ""
    for raw, name, _, _ in Formatter().parse(template):
        text = raw.replace("(s)", "" if _is_one(part) else "s")
        line += [Words(text, tone) if tone else text] if text else []
        if name is not None:
            part = parts[name]
            line += part if isinstance(part, tuple) else (part,)
    return tuple(_toned(part, tone) for part in line)


def _is_one(part: Inline | Line) -> bool:
    """Whether a number asks for the singular."""
    if isinstance(part, tuple) and len(part) == 1:
        return _is_one(part[0])
    if isinstance(part, Num):
        return part.quantity is not None and part.quantity.low == part.quantity.high == 1
    return (part.number if isinstance(part, Tally) else part) in (1, "1")


def _toned(part: Inline, tone: Tone) -> Inline:
    return replace(part, tone=tone) if tone and isinstance(part, Num | Tally) and not part.tone else part
