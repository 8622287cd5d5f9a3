"""Lines: one edit each in words, in parts that every format puts together in its own way."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import Any

from plangen.diff import Changes, Edit, Run, Side, runs
from plangen.model import Day
from plangen.model.label import NAMES
from plangen.render.figure_words import verb_word
from plangen.review.field_words import field_word
from plangen.review.names import Names
from plangen.review.values import Values
from plangen.review.words import bracketed, comma, listed, say
from plangen.values import Figure, Period, Quantity, Refused, dotted, record

PROSE = frozenset(
    {"text", "note", "summary", "reason", "evidence", "deliverable", "fact", "frequency", "basis", "name"}
)
"""Fields of words, which are compared word by word."""
STEPS = frozenset({"tasks", "lines", "roles", "units", "caps", "milestones", "items", "goals"})
"""Keys on the way to an item that only say what follows."""


@record
class Line:
    """One edit in words.

    `what` is the field's name, or what happened to the whole: 新增. `old` and `new` are empty where nothing stands
    against the other one; `remark` is what the change comes to: `+266.4 万元，+138.8%`. `runs` are there for words.
    """

    place: int
    edit: Edit
    where: str
    subject: str
    what: str
    old: str = ""
    new: str = ""
    remark: str = ""
    runs: tuple[Run, ...] = ()

    def sentence(self, language: str) -> str:
        """The line without its subject: `目标 192 万元 → 458.4 万元（+266.4 万元，+138.8%）`."""
        pair = f"{self.old} → {self.new}" if self.old and self.new else self.old or self.new
        return f"{self.what} {pair}".rstrip() + bracketed(language, self.remark)


class Wording:
    """Puts the edits of one comparison into words."""

    def __init__(self, changes: Changes, names: Names) -> None:
        self._changes, self.names = changes, names
        self.language = names.language
        self.values = Values(names, _units(changes.before, changes.after))
        self._words = names.words()

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every edit, in their order."""
        return tuple(self._line(place, edit) for place, edit in enumerate(self._changes.edits))

    def _line(self, place: int, edit: Edit) -> Line:
        entity = edit.entity
        head = (place, edit, self.names.where(entity.key), self.names.subject(entity))
        if edit.kind == "changed":
            return self._changed(head, edit)
        what = say(self.language, edit.kind)
        if edit.kind in ("added", "removed"):
            return Line(*head, what, remark=self._contents(edit))
        if edit.kind == "moved":
            old, new = (self._home(str(value), edit) for value in (edit.old, edit.new))
            steps = (str(value).split("/") for value in (edit.old, edit.new))
            return Line(*head, what, *self._told_apart(old, new, *steps))
        old, new = (listed(self.language, list(_texts(value))) for value in (edit.old, edit.new))
        return Line(*head, what, old, new)

    def _changed(self, head: tuple[int, Edit, str, str], edit: Edit) -> Line:
        what = self._field(edit)
        if edit.field in PROSE and isinstance(edit.old, str) and isinstance(edit.new, str):
            return Line(*head, what, edit.old, edit.new, runs=runs(edit.old, edit.new, self._words))
        if isinstance(edit.old, Quantity) or isinstance(edit.new, Quantity):
            return self._quantity(head, edit, what)
        old = self.values.written(edit.old, edit.before[0], edit.field, self._changes.before.year)
        new = self.values.written(edit.new, edit.after[0], edit.field, self._changes.after.year)
        old, new = self._told_apart(old, new, _texts(edit.old), _texts(edit.new))
        return Line(*head, what, old, new, self._shift(edit.old, edit.new))

    def _told_apart(self, old: str, new: str, olds: Sequence[str], news: Sequence[str]) -> tuple[str, str]:
        """Both values; where their names are the same, with the ids that are not."""
        if old != new:
            return old, new
        pairs = (old, olds, news), (new, news, olds)
        ids = [[each for each in own if each not in others] for _, own, others in pairs]
        told = [
            f"{text}{bracketed(self.language, listed(self.language, own))}"
            for (text, _, _), own in zip(pairs, ids, strict=True)
        ]
        return told[0], told[1]

    def _quantity(self, head: tuple[int, Edit, str, str], edit: Edit, what: str) -> Line:
        """A quantity; one that is computed on one of the sides is told with how."""
        key = edit.entity.key
        sides = (edit.old, edit.new)
        known = [value if isinstance(value, Quantity) else None for value in sides]
        figures = [self._figure(edit, after=after) for after in (False, True)]
        told = [each or (figure.quantity if figure else None) for each, figure in zip(known, figures, strict=True)]
        texts = list(self.values.pair(told[0], told[1], key.plan, key.kind))
        keys = ("was-computed", "computed")
        for place, (value, figure) in enumerate(zip(sides, figures, strict=True)):
            if value is None and figure is None:
                texts[place] = say(self.language, "unwritten")
            elif value is None and figure is not None:
                how = figure.note or verb_word(self.language, figure.rule)
                texts[place] = say(self.language, keys[place], how, texts[place])
            elif isinstance(value, str):
                texts[place] = say(self.language, "formula", value, texts[place]) if texts[place] else value
        return Line(*head, what, texts[0], texts[1], self.values.difference(told[0], told[1], key.plan, key.kind))

    def _figure(self, edit: Edit, *, after: bool) -> Figure | None:
        """The figure of a field on a side."""
        addresses = next(edit.figures(), (None, None))
        address = addresses[after] or addresses[not after]
        if address is None:
            return None
        if after:
            return self._changes.pairing.after.get((0, address))
        return self._changes.pairing.before.get((0, self._changes.renames.address(address)))

    def _field(self, edit: Edit) -> str:
        """What a field is called; of a mapping with the key: `节奏 一季度`, `覆盖 区域`."""
        name, _, key = edit.field.partition(".")
        kind = edit.entity.key.kind
        if kind == "scenarios":
            return self._overlaid(edit.entity.key.plan, *edit.field.split("."))
        entry = edit.entity.entry
        word = (entry.called(name) if entry is not None else "") or field_word(self.language, name, kind)
        return f"{word} {self._key(key)}" if key else word

    def _overlaid(self, plan: str, kind: str, *steps: str) -> str:
        """What a scenario's file says otherwise, by names: `目标·销售额·浙江·目标`."""
        told = [step for step in steps if step not in STEPS and not self.names.is_axis(step)]
        return dotted(self.language, (self.names.section(kind), *(self._step(plan, kind, step) for step in told)))

    def _key(self, key: str) -> str:
        if key in NAMES:  # a text in another language
            return NAMES[key]
        try:
            return Period.parse(key).label(self.language)
        except Refused:
            return self.names.member(key)

    def _shift(self, old: Any, new: Any) -> str:
        """How much later a day is, counted within the plan year."""
        if not (isinstance(old, Day) and isinstance(new, Day) and old.value and new.value):
            return ""
        days = (new.value - _same_day(old.value, self._changes.after.year - self._changes.before.year)).days
        return say(self.language, "later" if days > 0 else "earlier", abs(days)) if days else ""

    def _home(self, text: str, edit: Edit) -> str:
        """Where something stands: the plan, the section, the role or the phase."""
        key = edit.entity.key
        if edit.field == "plan":
            return self.names.plan(text)
        if edit.field == "section":
            return self.names.section(text)
        steps = [step for step in text.split("/") if step not in STEPS]
        names = [self._step(key.plan, key.kind, step) for step in steps]
        return dotted(self.language, names) or self.names.section(key.kind)

    def _step(self, plan: str, kind: str, step: str) -> str:
        own = self.names.by_id(plan, kind, step)
        if own != step:
            return own
        named = self.names.member(step, plan)
        return named if named != step else field_word(self.language, step, kind)

    def _contents(self, edit: Edit) -> str:
        """What an added or removed thing is in a few words: its most telling field, and how much it holds."""
        entity, kind = edit.entity, edit.entity.key.kind
        year = (self._changes.after if edit.after else self._changes.before).year
        said = [(name, entity.fields[name]) for name in TELLING if entity.fields.get(name) is not None][:2]
        parts = [
            f"{field_word(self.language, name, kind)} {self.values.written(value, entity, name, year)}"
            for name, value in said
        ]
        inside = [self.names.own(each) for each in (edit.after or edit.before)[1:]]
        if inside:
            names = listed(self.language, inside[:NAMED])
            more = say(self.language, "and-more", names, len(inside)) if len(inside) > NAMED else names
            parts.append(say(self.language, "inside", more))
        return comma(self.language).join(parts)


NAMED = 4
"""How many of the parts of what is new or gone are named."""
TELLING = (
    "target",
    "value",
    "growth",
    "amount",
    "price",
    "headcount",
    "limit",
    "start",
    "date",
    "end",
    "frequency",
    "owner",
)
"""The fields that say most of a thing that is new or gone, the best first."""


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, tuple) else (str(value),)


def _units(*sides: Side) -> dict[str, str]:
    """The unit of money of each plan; the later side's where both have one."""
    return {plan.path: plan.head.unit for side in sides for plan in side.scope.plan_year.plans.values()}


def _same_day(day: date, years: int) -> date:
    """The same month and day some years later; 1 March for a 29 February that is not there."""
    year = min(day.year + years, date.max.year)
    try:
        return day.replace(year=year)
    except ValueError:
        return date(year, 3, 1)
