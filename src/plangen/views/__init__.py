"""Host- and format-neutral views: what a page shows, before any renderer."""

from plangen.views.block import (
    ABOUT,
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
    Picture,
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
from plangen.views.headline import Headline
from plangen.views.inline import (
    Chip,
    Dot,
    Inline,
    Line,
    Link,
    Meter,
    Num,
    Progress,
    Tally,
    Tone,
    Wording,
    Words,
    phrase,
)
from plangen.views.ledger import LedgerLine
from plangen.views.progress import progress_of
from plangen.views.remark import Manual, Remark
from plangen.views.table import Column, Row, Table, Under, telling
from plangen.views.year_calendar import CalendarDay, CalendarMonth, YearCalendar

__all__ = [
    "ABOUT", "Block", "Board", "CalendarDay", "CalendarMonth", "Card", "Cards", "Chart", "ChartKind", "Chip", "Column",
    "Document", "Dot", "Due", "Entries", "Findings", "Fold", "Group", "Heading", "Headline", "Inline", "LedgerLine",
    "Line", "Link", "Manual", "Meter", "Node", "Num", "Panel", "Picture", "Progress", "Remark", "Row", "Share",
    "ShareBar", "Slip", "Slot", "Stage", "Strip", "Table", "Tally", "Text", "Tone", "Tree", "Under", "Wording", "Words",
    "YearCalendar", "phrase", "progress_of", "telling",
]  # fmt: skip
