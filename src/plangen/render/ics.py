"""Calendar files (ICS, RFC 5545). Here alone the library is asked for them.

The same events give the same bytes: they are stamped with the day that the content speaks of.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from plangen.values import record, source

if TYPE_CHECKING:
    import icalendar

ZONE = "Asia/Shanghai"
"""The zone of times of the day: all of China has one."""
OFFSET = timedelta(hours=8)
SINCE = datetime(1991, 9, 15, 1)  # noqa: DTZ001 (a zone says since when it holds in its own time)
"""Since when its clocks have not been changed."""


@record
class Event:
    """One event. `name` is what calendars know it by; `window` a time of the day in minutes after midnight."""

    name: str
    day: date
    title: str
    notes: str = ""
    window: tuple[int, int] | None = None


def calendar_file(title: str, stamp: date, events: Iterable[Event], language: str) -> bytes:
    """A calendar file with whole days, and with times in China's zone where a time of the day is known."""
    import icalendar

    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//plangen//calendar//{source(language).upper()}")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", title)
    made = [(_event(each, stamp), each.window) for each in events]
    if any(window for _, window in made):
        calendar.add_component(_zone())
    for event, _ in made:
        calendar.add_component(event)
    text: bytes = calendar.to_ical()
    return text


def _event(event: Event, stamp: date) -> "icalendar.Event":
    import icalendar

    made = icalendar.Event()
    made.add("uid", f"{event.name}@plangen")
    made.add("dtstamp", datetime.combine(stamp, time(), UTC))
    made.add("summary", event.title)
    if event.notes:
        made.add("description", event.notes)
    if event.window is None:
        made.add("dtstart", event.day)
        made.add("transp", "TRANSPARENT")
        return made
    start, end = (_moment(event.day, minute) for minute in event.window)
    made.add("dtstart", start)
    if end > start:
        made.add("dtend", end)
    return made


def _moment(day: date, minute: int) -> datetime:
    """A minute of a day; the last one of it is the first one of the next."""
    return datetime.combine(day, time(), ZoneInfo(ZONE)) + timedelta(minutes=minute)


def _zone() -> "icalendar.Timezone":
    import icalendar

    zone, standard = icalendar.Timezone(), icalendar.TimezoneStandard()
    zone.add("tzid", ZONE)
    standard.add("dtstart", SINCE)
    standard.add("tzoffsetfrom", OFFSET)
    standard.add("tzoffsetto", OFFSET)
    standard.add("tzname", "CST")
    zone.add_component(standard)
    return zone
