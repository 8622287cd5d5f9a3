"""Year calendar: the days of a year, month by month, with how much is due on each."""

from datetime import date
from typing import Literal

from plangen.values.record import record
from plangen.views.inline import Line, Link, Tally
from plangen.views.table import Table


@record
class CalendarDay:
    """One day. `said` is all of it in words, for who cannot see the sheet; `link` leads to what is due.

    `count` is None where nothing is due. `off` is a day that is not worked; `mark` is set where that is against its
    weekday: `off` for a holiday on a weekday, `worked` for a weekend that is worked.
    """

    day: date
    said: str
    count: Tally | None = None
    link: Link | None = None
    off: bool = False
    mark: Literal["", "off", "worked"] = ""


@record
class CalendarMonth:
    """One month: its heading, how much is due in it, its days in order."""

    title: str
    days: tuple[CalendarDay, ...]
    count: Tally | None = None
    link: Link | None = None


@record
class YearCalendar:
    """Twelve sheets of a month, weeks from Monday to Sunday, the deeper in colour the more is due.

    `weekdays` are the headings of the seven columns, each short and in full. `notes` stand below.
    """

    id: str
    months: tuple[CalendarMonth, ...]
    weekdays: tuple[tuple[str, str], ...]
    table: Table
    notes: tuple[Line, ...] = ()
