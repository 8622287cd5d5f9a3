"""The judge of claims: whether a number in a narrative contradicts the plan, repeats a figure of it, or neither."""

from collections.abc import Iterator
from itertools import islice

from plangen.checks.claim_days import schedule_of
from plangen.checks.claim_passage import Passage
from plangen.checks.claim_reading import FAR, Naming, Reading, read_before
from plangen.checks.claim_repeats import repetition
from plangen.checks.claim_subjects import Subject, Subjects
from plangen.checks.claim_truths import Truths, reference_to
from plangen.checks.claim_words import day_role, ends_claim, is_generic, is_supposed, per_behind
from plangen.compute import YearScope
from plangen.findings import Finding
from plangen.source import FILLED, Amount, Days, find_amounts, find_days, periods_said, years_said
from plangen.values import Figure, Period, Unit, folded, write_quantity

CONTRADICTS = "PG420"
_MOST = 100
"""How many numbers of one clause are looked at."""


class Judge:
    """Judges the passages of one year. What the plans say is gathered when the first claim is met."""

    def __init__(self, scope: YearScope) -> None:
        self.scope = scope
        self._truths: dict[int, Truths] = {}

    def passage(self, passage: Passage) -> Iterator[Finding]:
        """The findings of one clause."""
        amounts = list(islice(find_amounts(passage.clause), _MOST))
        days = list(islice(find_days(passage.clause, self.scope.year), _MOST))
        if not amounts and len(days) == 1:
            yield from self._day(passage, days[0])
        for amount in amounts:
            alone = len(amounts) == 1 and not days
            found = (self._amount(passage, amount) if alone else None) or repetition(
                passage, amount, self._of(self.scope.year)
            )
            if found:
                yield found

    def _of(self, year: int) -> Truths:
        if year not in self._truths:
            self._truths[year] = Truths(YearScope(self.scope.handbook, year, self.scope.figures))
        return self._truths[year]

    def _read(self, passage: Passage, end: int) -> Reading | None:
        """The claim that ends before a place of a clause, where what it speaks of is this plan and certain."""
        if passage.years is None or is_supposed(passage.said_before + passage.clause):
            return None
        subjects = self._of(self.scope.year).subjects
        if FILLED not in passage.clause and not subjects.any_in(passage.clause[max(0, end - FAR) : end]):
            return None
        named = naming(subjects, passage)
        reading = read_before(folded(passage.clause), end, named)
        return reading if reading and all(each.items or each.members for each in reading.subjects) else None

    def _amount(self, passage: Passage, amount: Amount) -> Finding | None:
        behind, end = per_behind(passage.clause, amount.end)
        reading = self._read(passage, amount.start) if ends_claim(passage.clause, end) else None
        periods = _periods(passage) if reading else None
        if reading is None or periods is None:
            return None
        per = amount.quantity.unit.per or tuple(sorted({*reading.per, *behind}))
        meant: list[Figure] = []
        for year in self._years(passage):
            subjects = self._subjects(reading.subjects, year)
            if subjects is None or self._of(year).allows(amount, subjects, periods):
                return None
            unit = Unit(amount.quantity.unit.over, per)
            meant += self._of(year).meant(subjects, unit, passage.text.home, periods)
        return self._against(passage, amount, reading, meant[0]) if meant else None

    def _subjects(self, subjects: tuple[Subject, ...], year: int) -> tuple[Subject, ...] | None:
        """The subjects as a year has them, by name; None where that year has no such name, or there is no such year."""
        if year == self.scope.year:
            return subjects
        if year not in self.scope.handbook.years:
            return None
        known = self._of(year).subjects.by_name
        return tuple(known[each.name] for each in subjects) if all(each.name in known for each in subjects) else None

    def _years(self, passage: Passage) -> tuple[int, ...]:
        """The years that a clause speaks of: its own words, else the plan year and those that its line names."""
        own = years_said(passage.clause, self.scope.year)
        return tuple(sorted(own or {*(passage.years or ()), self.scope.year}, reverse=True))

    def _against(self, passage: Passage, amount: Amount, reading: Reading, figure: Figure) -> Finding:
        mine = figure.key.year == self.scope.year
        language = self.scope.language
        args = {
            "name": _said(reading),
            "written": amount.text,
            "model": figure.quantity,
            "instead": reference_to(figure, amount, passage.text.scope)
            if mine
            else write_quantity(figure.quantity, language=language),
        }
        span = passage.span(amount.start, amount.end)
        related = ((figure.source, str(figure.address)),) if figure.source else ()
        about = (figure.address,) if mine else ()
        return Finding(CONTRADICTS, span, args, self.scope.year, figure.address, about, related)

    def _day(self, passage: Passage, days: Days) -> Iterator[Finding]:
        role = day_role(folded(passage.clause), days.end)
        reading = self._read(passage, days.start) if role is not None else None
        own = passage.years == frozenset() or passage.years == frozenset({self.scope.year})
        if reading is None or role is None or not own or (days.has_year and days.first.year != self.scope.year):
            return
        schedule = schedule_of(reading, passage.text.home, self.scope)
        if schedule is None or schedule.allows(days, role):
            return
        text = schedule.text()
        args = {"name": _said(reading), "written": days.text, "model": text, "instead": text}
        related = ((schedule.span, str(schedule.address)),)
        span = passage.span(days.start, days.end)
        yield Finding(CONTRADICTS, span, args, self.scope.year, schedule.address, (), related)


def naming(subjects: Subjects, passage: Passage) -> Naming:
    """What tells the name that ends at a place of a passage's clause: a reference to an item, or its words."""

    def named(text: str, place: int) -> tuple[Subject, int] | None:
        if text[place - 1] == FILLED:
            start, address = passage.text.items.get(passage.start + place, (0, None))
            return (subjects.of(address), max(0, start - passage.start)) if address else None
        found = subjects.ending(text, place)
        return (found, place - len(found.name)) if found and not is_generic(found.name) else None

    return named


def _said(reading: Reading) -> str:
    return "".join(each.name for each in reversed(reading.subjects))


def _periods(passage: Passage) -> frozenset[Period] | None:
    """The one part of the year that a clause speaks of, or its sentence; empty for the whole; None where unclear."""
    said = periods_said(passage.clause)
    if said is not None and not said:
        said = periods_said(passage.around(0, len(passage.clause))[0])
    return said if said is not None and len(said) <= 1 else None
