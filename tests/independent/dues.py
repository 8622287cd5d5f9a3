"""What has a day, counted in the calendar files that lie beside the pages: no library, only lines of text."""

import re
from pathlib import Path


def dues_of(root: Path, year: int, which: str, day: str = "") -> int:
    """How many events a calendar file has: of a plan, or of the whole year (`*`); on a day, or in a month (2026-03)."""
    folder = root / str(year) if which == "*" else root / str(year) / which
    text = (folder / "calendar.ics").read_bytes().decode("utf-8").replace("\r\n ", "")
    events = re.findall(r"BEGIN:VEVENT\r\n(.*?)END:VEVENT", text, re.DOTALL)
    starts = [re.findall(r"^DTSTART[^:\r]*:(\d{8})", event, re.MULTILINE) for event in events]
    assert all(len(each) == 1 for each in starts), "an event begins on one day"
    return sum(start.startswith(day.replace("-", "")) for (start,) in starts)
