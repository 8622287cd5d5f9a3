"""The blocks a page is made of. Every block is, or carries, a table."""

from collections.abc import Mapping
from dataclasses import field
from typing import Literal, get_args

from plangen.findings.finding import Finding
from plangen.values import record
from plangen.views.inline import Line, Link, Tone, Wording
from plangen.views.table import Table
from plangen.views.year_calendar import YearCalendar


@record
class Heading:
    """A section heading with a rule above it. `aside` is small text behind it, `link` stands at the right."""

    text: str
    id: str
    level: int = 2
    aside: Wording = ""
    link: Line = ()


@record
class Text:
    """A paragraph."""

    line: Line
    tone: Tone = ""


@record
class Card:
    """A key figure: label, figure, one line of comparison or state.

    `about` says what it is about, where that is what every plan is judged by; a page shows those first, in this order.
    """

    label: str
    figure: Line
    note: Line = ()
    tone: Tone = ""
    about: Literal["target", "reached", "cost", "people", "date", "open", ""] = ""


ABOUT = get_args(Card.__annotations__["about"])
"""What cards may be about, the most important first."""


@record
class Cards:
    """A box of cards, three or four in a row."""

    cards: tuple[Card, ...]
    table: Table


ChartKind = Literal[
    "bar", "bullet", "stack", "step", "line", "treemap", "gantt", "waterfall", "dots", "scatter", "diverging"
]


@record
class Chart:
    """A chart: a table plus an encoding. `title` is a sentence that says the finding, `subtitle` unit and method.

    kind and the column keys that `encode` must name (numbers are read from the `Num` cells of `table`, rows of role
    `body` only unless said; `Dot` cells give member colours):
      bar        label, value[, running]                       one horizontal bar a row; running: a column of running
                 shares, written at the right edge (a Pareto chart)
      diverging  label, right, left[, middle]                  what is for and against something, on two sides of a line
      stack      label, values (comma-separated column keys)   one vertical bar a row, one segment a value column;
                 slots (comma-separated member slots, as many as values); total (a column), written above where the
                 segments add up to it
      line       label, value[, plan]                          a cumulative line over the rows
      bullet     label, value, target[, note, bands]           a bar against a tick; bands are column keys of their ends
      step       label, value, line[, better]                  a level a row, against a line; `line` is its column;
                 better=lower: a line that levels should stay under
      treemap    label, value                                  one rectangle a row, slot from its Dot
      gantt      label, start, end, days[, note, disputed]     ISO dates as text cells; `days` is written beside them
      waterfall  label, value                                  rows body = steps, residual = hatched rest, total = total
      dots       label, values (comma-separated column keys)   one row a row, one mark a value column; strong (a key):
                 strong                                        the column that the others are compared with
      scatter    label, x, y[, xline, yline]                   one mark a row; the first row has the lines
    `unit` is the display unit of all values; of a scatter each number has its own. `owner` says who can give what is
    to be drawn; it is shown where there is nothing yet.
    """

    id: str
    kind: ChartKind
    title: Wording
    subtitle: Wording
    table: Table
    encode: Mapping[str, str]
    unit: str = ""
    source: str = ""
    height: int = 320
    owner: Wording = ""


@record
class Panel:
    """One quadrant of a board: title, a count line, items (each a main line and a small line)."""

    title: str
    aside: Wording
    items: tuple[tuple[Line, Line], ...]
    id: str = ""


@record
class Board:
    """A 2 × 2 board (SWOT): `panels` in reading order, `rows` and `columns` name the axes."""

    panels: tuple[Panel, Panel, Panel, Panel]
    rows: tuple[str, str]
    columns: tuple[str, str]
    table: Table


@record
class Node:
    """A box of a tree. `parent` is another node's id or empty for a root; `tone` unset = vacancy, bad = broken link.

    `cooperates` are ids of nodes that it works with (a dashed line); `link` leads to the page of the box.
    """

    id: str
    title: str
    fact: Wording = ""
    corner: Wording = ""
    parent: str = ""
    tone: Tone = ""
    here: bool = False
    cooperates: tuple[str, ...] = ()
    link: Link | None = None


@record
class Tree:
    """A tree of boxes, drawn as SVG, on narrow screens as a nested list."""

    id: str
    nodes: tuple[Node, ...]
    notes: Line
    table: Table


@record
class Stage:
    """One part of a strip: `days` gives the width."""

    title: str
    lines: tuple[Wording, ...]
    days: int


@record
class Strip:
    """Phases side by side, widths by days.

    `mark` is the number of days from the first stage's start to the as-of date, `mark_label` what stands at it.
    """

    stages: tuple[Stage, ...]
    table: Table
    mark: int | None = None
    mark_label: str = ""


@record
class Share:
    """One coloured part of a share bar; `part` is 0..1 of the whole, `slot` the member colour (0 = hatched rest)."""

    label: str
    value: Line
    part: float
    slot: int


@record
class ShareBar:
    """One horizontal bar of parts that make a whole."""

    shares: tuple[Share, ...]
    table: Table


@record
class Entries:
    """A plain list: each row has a main line, a small line below (`level`: beside it) and a line at the right."""

    rows: tuple[tuple[Line, Line, Line], ...]
    empty: str = ""
    level: bool = False


@record
class Findings:
    """Findings to show in place, most important first."""

    findings: tuple[Finding, ...]


@record
class Slot:
    """A place filled with the narrative of a page (Markdown converted by the host)."""

    name: str = "narrative"


@record
class Picture:
    """An image of a narrative. `file` is its path inside the version; `width` and `height` are shown pixels (0: own).

    `inline` is one inside a sentence: no frame, no caption.
    """

    file: str
    text: str
    caption: str = ""
    width: int = 0
    height: int = 0
    inline: bool = False


@record
class Fold:
    """Blocks behind a handle, which says what they are. `id` becomes the HTML anchor."""

    line: Line
    blocks: "tuple[Block, ...]"
    id: str = ""


@record
class Slip:
    """A slip for one reader, in a frame and on a sheet of its own when it is printed."""

    title: str
    blocks: "tuple[Block, ...]"
    id: str = ""
    aside: Wording = ""


@record
class Group:
    """Blocks together: one under the other, or in columns."""

    blocks: "tuple[Block, ...]"
    layout: Literal["stack", "columns"] = "stack"


Block = (
    Heading
    | Text
    | Cards
    | Table
    | Chart
    | Board
    | Tree
    | Strip
    | ShareBar
    | Entries
    | Findings
    | Slot
    | Fold
    | Picture
    | Slip
    | Group
    | YearCalendar
)


@record
class Document:
    """A page's content before any renderer: a head and blocks."""

    title: str
    blocks: tuple[Block, ...]
    eyebrow: Line = ()
    lede: Line = ()
    meta: Mapping[str, str] = field(default_factory=dict)
