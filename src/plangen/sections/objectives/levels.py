"""Levels: values that hold in a month and are not handed out, such as heads, stores, prices and margins."""

from collections.abc import Iterator

from plangen.compute import Rule
from plangen.sections.objectives import rolling
from plangen.sections.objectives.phases import phases
from plangen.sections.objectives.split import Note, Split
from plangen.values import Key, Period, Quantity

GIVEN: Note = ("节奏里写的数", "written in the phasing")
OPEN: Note = ("数还没定", "not set yet")
SAME: Note = ("没有写节奏，各月都是目标值", "no phasing: every month has the target")
CARRIED: Note = ("沿用上月", "as in the month before")
BEFORE: Note = ("节奏从后面的月份开始", "the phasing starts later")


def months(split: Split) -> Iterator[Rule]:
    """Month by month: the value written for it, or the one before it; without a phasing the target itself.

    A ratio is divided month by month where nothing is written. Parts have months only where no phasing is written:
    one for the total does not say how its parts get there.
    """
    found = phases(split)
    if found:
        yield from _written(split, found)
        return
    for member in ("", *(member for members in split.axes().values() for member in members)):
        names = tuple(filter(None, [member]))
        for key in month_keys(split, *names):
            span = split.objective.span("aggregate")
            if split.over_time == "ratio":
                yield rolling.ratio(split, key, span)
            else:
                yield split.rule(key, "last", (split.key("target", *names),), span, SAME)


def month_keys(split: Split, *names: str) -> tuple[Key, ...]:
    """The keys of all months, of the total or of a part."""
    return tuple(split.key("target", *names, period=month) for month in split.period.months)


def has_months(split: Split, member: str) -> bool:
    """Whether the total (no member) or a part has months."""
    return not (member and split.holds_levels and split.objective.phasing)


def _written(split: Split, found: dict[Period, Quantity]) -> Iterator[Rule]:
    span = split.objective.span("phasing")
    before: Key | None = None
    for month, key in zip(split.period.months, month_keys(split), strict=True):
        value = next((value for period, value in found.items() if month in period), None)
        if value is not None:
            known = Quantity.unset_(split.unit) if value.unset else value
            yield split.rule(key, "constant", (), span, OPEN if value.unset else GIVEN, quantity=known)
        elif before is not None:
            yield split.rule(key, "last", (before,), span, CARRIED)
        else:
            yield split.rule(key, "constant", (), span, BEFORE, quantity=Quantity.unset_(split.unit))
        before = key
