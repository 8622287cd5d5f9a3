"""Host- and format-neutral views: what a page shows, before any renderer."""

from plangen.views.block import (
    Block,
    Board,
    Card,
    Cards,
    Chart,
    ChartKind,
    Document,
    Entries,
    Findings,
    Fold,
    Group,
    Heading,
    Node,
    Panel,
    Share,
    ShareBar,
    Slip,
    Slot,
    Stage,
    Strip,
    Text,
    Tree,
)  # fmt: skip
from plangen.views.due import Due
from plangen.views.inline import (
    Chip,
    Dot,
    Inline,
    Line,
    Link,
    Meter,
    Num,
    Tally,
    Tone,
    Wording,
    Words,
    phrase,
)
from plangen.views.ledger import LedgerLine
from plangen.views.remark import Manual, Remark
from plangen.views.table import Column, Row, Table, Under, telling
from plangen.views.year_calendar import CalendarDay, CalendarMonth, YearCalendar

__all__ = [
    "Block", "Board", "CalendarDay", "CalendarMonth", "Card", "Cards", "Chart", "ChartKind", "Chip", "Column",
    "Document", "Dot", "Due", "Entries", "Findings", "Fold", "Group", "Heading", "Inline", "LedgerLine", "Line",
    "Link", "Manual", "Meter", "Node", "Num", "Panel", "Remark", "Row", "Share", "ShareBar", "Slip", "Slot", "Stage",
    "Strip", "Table", "Tally", "Text", "Tone", "Tree", "Under", "Wording", "Words", "YearCalendar", "phrase",
    "telling",
]  # fmt: skip
