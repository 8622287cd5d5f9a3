"""Windows: stretches of one day, such as 8:30–9:00."""

from re import compile as pattern

from plangen.values import folded, record

_TIME = r"([0-9]{1,2}):([0-9]{2})"
_WINDOW = pattern(rf"{_TIME}(?:\s*(?:[-–~至到]|to)\s*{_TIME}|前|之前)?")
MIDNIGHT = 24 * 60


@record
class Window:
    """From one minute of the day to another; a single time has no length."""

    start: int
    end: int

    @property
    def minutes(self) -> int:
        """How long it is."""
        return self.end - self.start


def read_window(text: str) -> Window | None:
    """The window that a text names; None where it names none, or one that ends before it starts."""
    found = _WINDOW.fullmatch(folded(text).strip())
    if found is None:
        return None
    hours, minutes, *until = found.groups()
    start = _minute(hours, minutes)
    end = _minute(*until) if until[0] else start
    if start is None or end is None or (until[0] and end <= start):
        return None
    return Window(start, end)


def _minute(hours: str, minutes: str) -> int | None:
    minute = int(hours) * 60 + int(minutes)
    return minute if int(minutes) < 60 and minute <= MIDNIGHT else None
