"""The blocks a page is made of. Every block is, or carries, a table."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from plangen.findings.finding import Finding
from plangen.views.inline import Line, Link, Tone
from plangen.views.table import Table


@dataclass(frozen=True)
class Heading:
    """A section heading with a rule above it. `aside` is small text behind it, `link` stands at the right."""

    text: str
    id: str
    level: int = 2
    aside: str = ""
    link: Line = ()


@dataclass(frozen=True)
class Text:
    """A paragraph."""

    line: Line
    tone: Tone = ""


@dataclass(frozen=True)
class Card:
    """A key figure: label, figure, one line of comparison or state.

    `bar` draws a small bar under the figure: the part that is done and the part that should be (both 0..1).
    """

    label: str
    figure: Line
    note: Line = ()
    tone: Tone = ""
    bar: tuple[float, float] | None = None


@dataclass(frozen=True)
class Cards:
    """A box of cards, three or four in a row."""

    cards: tuple[Card, ...]
    table: Table


@dataclass(frozen=True)
class Chart:
    """A chart: a table plus an encoding. `title` is a sentence that says the finding, `subtitle` unit and method.

    kind and the column keys that `encode` must name (numbers are read from the `Num` cells of `table`, rows of role
    `body` only unless said; `Dot` cells give member colours):
      bar        label, value                                  one horizontal bar a row
      stack      label, values (comma-separated column keys)   one vertical bar a row, one segment a value column;
                 slots (comma-separated member slots, as many as values)
      line       label, value[, plan]                          a cumulative line over the rows
      treemap    label, value                                  one rectangle a row, slot from its Dot
      gantt      label, start, end[, note, tone]               ISO dates as text cells; `tone` cell `bad` marks conflict
      waterfall  label, value                                  rows body = steps, residual = hatched rest, total = total
      dots       label, values (comma-separated column keys)   one row a row, one mark a value column; strong (a key):
                 strong                                        the column that the others are compared with
    `unit` is the display unit of all values.
    """

    id: str
    kind: Literal["bar", "stack", "line", "treemap", "gantt", "waterfall", "dots"]
    title: str
    subtitle: str
    table: Table
    encode: Mapping[str, str]
    unit: str = ""
    source: str = ""
    height: int = 320


@dataclass(frozen=True)
class Panel:
    """One quadrant of a board: title, a count line, items (each a main line and a small line)."""

    title: str
    aside: str
    items: tuple[tuple[Line, Line], ...]
    id: str = ""


@dataclass(frozen=True)
class Board:
    """A 2 × 2 board (SWOT): `panels` in reading order, `rows` and `columns` name the axes."""

    panels: tuple[Panel, Panel, Panel, Panel]
    rows: tuple[str, str]
    columns: tuple[str, str]
    table: Table


@dataclass(frozen=True)
class Node:
    """A box of a tree. `parent` is another node's id or empty for a root; `tone` unset = vacancy, bad = broken link.

    `cooperates` are ids of nodes that it works with (a dashed line); `link` leads to the page of the box.
    """

    id: str
    title: str
    fact: str = ""
    corner: str = ""
    parent: str = ""
    tone: Tone = ""
    here: bool = False
    cooperates: tuple[str, ...] = ()
    link: Link | None = None


@dataclass(frozen=True)
class Tree:
    """A tree of boxes, drawn as SVG, on narrow screens as a nested list."""

    id: str
    nodes: tuple[Node, ...]
    notes: Line
    table: Table


@dataclass(frozen=True)
class Stage:
    """One part of a strip: `days` gives the width."""

    title: str
    lines: tuple[str, ...]
    days: int


@dataclass(frozen=True)
class Strip:
    """Phases side by side, widths by days.

    `mark` is the number of days from the first stage's start to the as-of date, `mark_label` what stands at it.
    """

    stages: tuple[Stage, ...]
    table: Table
    mark: int | None = None
    mark_label: str = ""


@dataclass(frozen=True)
class Share:
    """One coloured part of a share bar; `part` is 0..1 of the whole, `slot` the member colour (0 = hatched rest)."""

    label: str
    value: str
    part: float
    slot: int


@dataclass(frozen=True)
class ShareBar:
    """One horizontal bar of parts that make a whole."""

    shares: tuple[Share, ...]
    table: Table


@dataclass(frozen=True)
class Entries:
    """A plain list: each row has a main line, a small line below and a line at the right."""

    rows: tuple[tuple[Line, Line, Line], ...]
    empty: str = ""


@dataclass(frozen=True)
class Findings:
    """Findings to show in place, most important first."""

    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Slot:
    """A place filled with the narrative of a page (Markdown converted by the host)."""

    name: str = "narrative"


@dataclass(frozen=True)
class Group:
    """Blocks together: one under the other, or in columns."""

    blocks: "tuple[Block, ...]"
    layout: Literal["stack", "columns"] = "stack"


Block = Heading | Text | Cards | Table | Chart | Board | Tree | Strip | ShareBar | Entries | Findings | Slot | Group


@dataclass(frozen=True)
class Document:
    """A page's content before any renderer: a head and blocks."""

    title: str
    blocks: tuple[Block, ...]
    eyebrow: Line = ()
    lede: Line = ()
    meta: Mapping[str, str] = field(default_factory=dict)
