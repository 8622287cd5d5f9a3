"""Periods: stretches of whole months of the plan year."""

from re import compile as pattern
from unicodedata import normalize

from plangen.values.language import Pair, is_chinese, say
from plangen.values.record import record
from plangen.values.refused import Refused

_SINGLE = pattern(r"(FY)|H([12])|Q([1-4])|M(0[1-9]|1[0-2])")
_MONTH = pattern(r"([0-9]{1,2})\s*月")
_LENGTHS = (12, 6, 3, 1)
_QUARTERS = "一二三四"
_FIXED: dict[str, Pair] = {"FY": ("全年", "full year"), "H1": ("上半年", "H1"), "H2": ("下半年", "H2")}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@record
class Period:
    """The months `first` to `last` (1 to 12, both included) of the plan year. Ordered by start, then by end."""

    first: int
    last: int

    def __post_init__(self) -> None:
        if not 1 <= self.first <= self.last <= 12:
            raise Refused("PG208", text=f"M{self.first:02}..M{self.last:02}", expected="M01..M12")

    def __lt__(self, other: "Period") -> bool:
        return (self.first, self.last) < (other.first, other.last)

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Read `FY`, `H1`, `Q3`, `M06` or a stretch such as `M06..M12` or `Q1..Q3`.

        Raises Refused PG208 (`text`, `expected`) for anything else, PG209 for a stretch that ends before it starts,
        or inside its own start: Q1..M02.
        """
        start, dots, end = text.partition("..")
        first = _single(start, text)
        if not dots:
            return cls(*first)
        last = _single(end, text)
        if last[0] < first[0] or last[1] < first[1]:
            months = sorted((*first, *last))
            raise Refused("PG209", text=text, expected=f"M{months[0]:02}..M{months[-1]:02}")
        return cls(first[0], last[1])

    @property
    def name(self) -> str:
        """The shortest name: `FY`, `H1`, `Q3`, `M06`, else `M06..M12`."""
        for letter, length in zip("FHQM", _LENGTHS, strict=True):
            if self.length == length and (self.first - 1) % length == 0:
                number = (self.first - 1) // length + 1
                return "FY" if letter == "F" else f"M{number:02}" if letter == "M" else f"{letter}{number}"
        return f"M{self.first:02}..M{self.last:02}"

    def __str__(self) -> str:
        return self.name

    @property
    def length(self) -> int:
        """How many months."""
        return self.last - self.first + 1

    @property
    def months(self) -> tuple["Period", ...]:
        """The single months; always the same objects, so that keys with them compare faster."""
        return _SINGLE_MONTHS[self.first - 1 : self.last]

    @property
    def quarters(self) -> tuple["Period", ...]:
        """The quarters this period touches, each cut to the months it has: M06..M12 gives M06, Q3, Q4."""
        starts = range((self.first - 1) // 3 * 3 + 1, self.last + 1, 3)
        return tuple(Period(max(start, self.first), min(start + 2, self.last)) for start in starts)

    def __contains__(self, other: "Period") -> bool:
        return self.first <= other.first and other.last <= self.last

    def label(self, language: str = "zh") -> str:
        """The words for readers; month n of the plan year is called by the n-th month's name."""
        if not is_chinese(language):
            return _english(self)
        if self.name in _FIXED:
            return say(_FIXED[self.name], language)
        if self.name[0] == "Q":
            return f"{_QUARTERS[(self.first - 1) // 3]}季度"
        return f"{self.first} 月" if self.length == 1 else f"{self.first}–{self.last} 月"


FULL_YEAR = Period(1, 12)
_SINGLE_MONTHS = tuple(Period(month, month) for month in range(1, 13))


def _single(text: str, whole: str) -> tuple[int, int]:
    found = _SINGLE.fullmatch(text)
    if found is None:
        raise Refused("PG208", text=whole, expected="FY, H1, Q3, M06, M06..M12")
    for group, length in zip(found.groups(), _LENGTHS, strict=True):
        if group:
            first = 1 if group == "FY" else (int(group) - 1) * length + 1
            return first, first + length - 1
    raise AssertionError(text)


def _english(period: Period) -> str:
    if period.name == "FY":
        return _FIXED["FY"][1]
    if period.name[0] in "HQ":
        return period.name
    first, last = _MONTHS[period.first - 1], _MONTHS[period.last - 1]
    return first if first == last else f"{first}–{last}"


def plain_period(text: str) -> str:
    """A period of a spreadsheet in the words of `Period.parse`: `6月` and `６月` are M06; else the text itself."""
    folded = normalize("NFKC", text).strip()
    month = _MONTH.fullmatch(folded)
    return f"M{int(month[1]):02}" if month else folded
