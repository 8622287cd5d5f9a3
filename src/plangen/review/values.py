"""Values of fields in words: quantities, days, periods, references, choices."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Literal, get_args, get_origin

from plangen.diff import Entity, relative
from plangen.model import Day, Entry, RefField, marked_fields
from plangen.review.field_words import choice_word, field_word
from plangen.review.names import Names
from plangen.review.words import comma, listed, say
from plangen.values import DAY, EXACT, MONTH, POINT, SHARE, Period, Quantity, is_chinese, write_quantity

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Values:
    """Writes the values of one comparison. `units` is the unit of money of each plan, by path."""

    def __init__(self, names: Names, units: Mapping[str, str]) -> None:
        self._names, self._units = names, units
        self.language = names.language

    def written(self, value: Any, entity: Entity, field: str, year: int) -> str:
        """A field's value in words; `year` is that of its side."""
        if value is None:
            return say(self.language, "unwritten")
        if isinstance(value, Quantity):
            return self.quantity(value, entity.key.plan, entity.key.kind)
        if isinstance(value, Day):
            return self.day(value.value, year)
        if isinstance(value, date):
            return self.day(value, year)
        if isinstance(value, Period):
            return value.label(self.language)
        if isinstance(value, tuple):
            return self._several(value, entity, field, year)
        return self._text(str(value), entity, field) if isinstance(value, str) else str(value)

    def quantity(self, quantity: Quantity, plan: str, kind: str) -> str:
        """A quantity; targets of money in the plan's unit, as long as that is not a fraction of one."""
        return write_quantity(quantity, self._unit((quantity,), plan, kind), language=self.language)

    def pair(self, old: Quantity | None, new: Quantity | None, plan: str, kind: str) -> tuple[str, str]:
        """Two quantities to be compared, in one unit; an empty text for none."""
        unit = self._unit([each for each in (old, new) if each is not None], plan, kind)
        first, last = (
            write_quantity(each, unit if each.unit.is_money else "", language=self.language) if each else ""
            for each in (old, new)
        )
        return first, last

    def _unit(self, quantities: Any, plan: str, kind: str) -> str:
        unit = self._units.get(plan, "") if kind == "objectives" else ""
        money = [each for each in quantities if each.unit.is_money and not each.unset]
        ends = [abs(end) for each in money for end in (each.low, each.high) if end is not None]
        return unit if unit and ends and max(ends) >= 10_000 else ""

    def difference(self, old: Quantity | None, new: Quantity | None, plan: str, kind: str) -> str:
        """By how much a known number changed: `+266.4 万元，+138.8%`; empty where that cannot be said."""
        if old is None or new is None or old.unit != new.unit or not (_is_known(old) and _is_known(new)):
            return ""
        change = EXACT.subtract(new.value, old.value)
        if not change:
            return ""
        points = old.unit == SHARE
        moved = Quantity.exact(EXACT.abs(change), POINT if points else old.unit)
        unit = "" if points else self._unit((old, new), plan, kind)
        share = None if points or old.unit in (DAY, MONTH) else relative(old, new)
        parts = [write_quantity(moved, unit, language=self.language)]
        if share is not None:
            parts.append(write_quantity(Quantity.exact(abs(share), SHARE), digits=1, language=self.language))
        sign = "+" if change > 0 else "−"
        return comma(self.language).join(f"{sign}{part}" for part in parts)

    def day(self, day: date | None, year: int) -> str:
        """A day, with its year where that is not the side's."""
        if day is None:
            return say(self.language, "unset")
        if is_chinese(self.language):
            text = f"{day.month} 月 {day.day} 日"
            return text if day.year == year else f"{day.year} 年 {text}"
        text = f"{day.day} {_MONTHS[day.month - 1]}"
        return text if day.year == year else f"{text} {day.year}"

    def _several(self, value: tuple[Any, ...], entity: Entity, field: str, year: int) -> str:
        if value and all(isinstance(part, tuple) and len(part) == 2 and isinstance(part[0], str) for part in value):
            pairs = [
                f"{field_word(self.language, name)} {self.written(inner, entity, name, year)}" for name, inner in value
            ]
            return listed(self.language, pairs)
        return listed(self.language, [self.written(part, entity, field, year) for part in value])

    def _text(self, text: str, entity: Entity, field: str) -> str:
        head, plan = field.partition(".")[0], entity.key.plan
        if entity.key.kind == "scenarios" and text == "null":
            return say(self.language, "unwritten")  # what the plan has and the scenario takes away
        marks = dict(marked_fields(type(entity.entry), RefField)) if entity.entry is not None else {}
        if head in marks:
            return self._names.reference(text, plan, marks[head].kind)
        if head == "chapters":
            return self._names.narrative("", text)
        if entity.entry is not None and choices(type(entity.entry), head):
            return choice_word(self.language, text)
        if head in IDS:
            return self._names.member(text, plan)
        if head == "season":
            return self._names.profile(text)
        return text


def _is_known(quantity: Quantity) -> bool:
    return quantity.is_exact and not quantity.missing


IDS = frozenset(
    {"cross", "members", "axis", "covers", "parents", "parent", "weights", "unit", "numerator", "denominator"}
)
"""Fields that name members of dimensions, roles or items by plain ids."""


def choices(entry: type[Entry], field: str) -> tuple[str, ...]:
    """The words that a field takes, where it takes only a few."""
    info = entry.model_fields.get(field)
    return tuple(_literals(info.annotation)) if info is not None else ()


def _literals(annotation: Any) -> Iterator[str]:
    if get_origin(annotation) is Literal:
        yield from map(str, get_args(annotation))
    else:
        for part in get_args(annotation):
            yield from _literals(part)
