"""Stretches: months of any year. A review looks back, so that its months are often those of years before the plan's."""

from re import compile as pattern
from typing import Annotated, Any

from plangen.model.fields import Reads, scalar
from plangen.sections.review.codes import NO_STRETCH
from plangen.values import FULL_YEAR, Period, Refused, is_chinese, record, say
from plangen.values.numeral import fold

_END = pattern(r"(?:([0-9]{4})(?:\s+|$))?(.*)")
_YEAR = 12


@record
class Stretch:
    """The months from `first` to `last`, both included, each counted from the year 0: 2026 M03 is 2026 × 12 + 2."""

    first: int
    last: int

    @classmethod
    def parse(cls, text: str, year: int) -> "Stretch":
        """Read `2025 M08..M12`, `2025 H2`, `2025` or `2024 M12..2025 M02`; without a year those of `year`.

        Raises Refused REV100 (`text`) for anything else, and for an end before the start.
        """
        start, dots, end = fold(text).strip().partition("..")
        since, first = _end(start, text, year)
        until, last = _end(end, text, since) if dots else (since, first)
        found = cls(since * _YEAR + first.first - 1, until * _YEAR + last.last - 1)
        if until * _YEAR + last.first - 1 < found.first or found.last < since * _YEAR + first.last - 1:
            raise Refused(NO_STRETCH, text=text)
        return found

    @property
    def months(self) -> int:
        """How many months."""
        return self.last - self.first + 1

    def shared(self, other: "Stretch") -> int:
        """How many months are in both."""
        return max(0, min(self.last, other.last) - max(self.first, other.first) + 1)

    @property
    def seasons(self) -> frozenset[int]:
        """The months of the year that it has, whatever the year."""
        return frozenset(month % _YEAR for month in range(self.first, self.last + 1))

    def label(self, language: str) -> str:
        """The words for readers, always with the year: `2025 年 8–12 月`, `Aug–Dec 2025`."""
        since, until = self.first // _YEAR, self.last // _YEAR
        if since != until:
            ends = (Stretch(self.first, self.first), Stretch(self.last, self.last))
            return say(("至 ", " to "), language).join(end.label(language) for end in ends)
        months = Period(self.first % _YEAR + 1, self.last % _YEAR + 1)
        if not is_chinese(language):
            return str(since) if months == FULL_YEAR else f"{months.label('en')} {since}"
        words = months.label(language)
        return f"{since} 年 {words}" if words[0].isdigit() else f"{since} 年{words}"


def _end(text: str, whole: str, year: int) -> tuple[int, Period]:
    """The year and the months of one end."""
    written = _END.fullmatch(text.strip())
    try:
        assert written is not None
        months = Period.parse(written[2].strip()) if written[2] or not written[1] else FULL_YEAR
    except Refused:
        raise Refused(NO_STRETCH, text=whole) from None
    return int(written[1] or year), months


Months_: Any = Annotated[str, Reads(scalar, {"type": "string", "examples": ["2025 M08..M12", "H1", "2025"]})]
"""Months of a year, or of several; without a year those of the plan's."""
