"""The edits of a year as points of a list."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from plangen.diff import Run
from plangen.request.document import Item, Line, Style, Word, first, joined, words
from plangen.request.request import ChangedYear
from plangen.request.words import say
from plangen.review.following import MAIN, Following
from plangen.review.lines import Line as Edited
from plangen.review.prose import Prose
from plangen.review.report import placed
from plangen.review.text import middle, near
from plangen.review.words import bracketed, colon, comma, listed
from plangen.values import dotted

FEW = 3
"""Up to so many figures that follow are not counted: the one that tells most is named."""
LONG = 12
"""Of a text that is new, gone or struck out so many times what is shown beside a changed word."""
NAMED = 2
"""How many of the figures that follow are named."""


class ChangePoints:
    """Tells the changes of one year: `most` points at most, of long texts `around` characters beside a change."""

    def __init__(self, year: ChangedYear, most: int, around: int) -> None:
        self._year, self._report, self._most, self._around = year, year.report, most, around
        self._language = year.report.language
        self._names, self._values = year.report.wording.names, year.report.wording.values
        self._colon = colon(self._language)

    def items(self) -> tuple[Item, ...]:
        """What looks like a new id, the edits, the heaviest first, then narratives; how many are left out."""
        guesses = self._first(Item(words(each, "strong")) for each in self._report.suggestions)
        return (*guesses, *self._first([*self._edits(), *self._prose()]), *self._remarks())

    def _first(self, items: Iterable[Item]) -> list[Item]:
        return first(items, self._most, partial(say, self._language, "more-in"))

    def _edits(self) -> Iterator[Item]:
        shown: set[str] = set()
        for block in self._report.blocks:
            where, first = block.where, block.lines[0]
            subject = self._home(first) or block.subject
            governs = say(self._language, block.governs) if block.governs else ""
            governs = "" if any(line.what == governs for line in block.lines) else bracketed(self._language, governs)
            head: Line = (Word(placed(where, "")), Word(subject, "strong"), Word(governs))
            following = tuple(self._following(block.following, shown))
            members = [item for line in block.lines for item in self._members(line)]
            if len(block.lines) == 1:
                yield Item((*head, Word(self._colon), *self.line(first)), (*members, *following))
            else:
                yield Item(head, (*(Item(self.line(line)) for line in block.lines), *members, *following))

    def _home(self, line: Edited) -> str:
        """Under what a thing stands whose own words changed: its name would repeat them."""
        if not line.runs or line.new != line.subject:
            return ""
        home = line.edit.entity.home
        return self._names.member(home[-1], line.edit.entity.key.plan) if home else line.old

    def line(self, line: Edited) -> Line:
        """One edit without its subject."""
        if line.runs:
            return (Word(f"{line.what} "), *changed_words(line.runs, self._around))
        if _is_list(line):
            return words(line.what)
        old, new = self._short(line.old), self._short(line.new)
        pair = joined(" → ", [words(old), words(new, "strong" if old else "")])
        return (Word(f"{line.what} " if pair else line.what), *pair, Word(bracketed(self._language, line.remark)))

    def _short(self, text: str) -> str:
        """A text; of a long one its beginning and its end."""
        return middle(text, LONG * self._around)

    def _members(self, line: Edited) -> Iterator[Item]:
        """Of a changed list of settings (waivers, rules) what went and what came, not what stayed."""
        if not _is_list(line):
            return
        edit, changes = line.edit, self._year.changes
        old, new = edit.old or (), edit.new or ()
        for key, mine, others, side in (("removed", old, new, changes.before), ("added", new, old, changes.after)):
            entity = (edit.before if key == "removed" else edit.after)[0]
            style: Style = "old" if key == "removed" else "new"
            for member in (each for each in mine if each not in others):
                text = self._values.written(member, entity, edit.field, side.year)
                yield Item((Word(f"{say(self._language, key)} "), Word(self._short(text), style)))

    def _following(self, following: Following, shown: set[str]) -> Iterator[Item]:
        summary = following.summary(self._language)
        telling = [told for told in following.told if told.effect.address.measure in MAIN] or following.told[:1]
        fresh = [each for told in telling if (each := told.sentence(self._language)) not in shown][:NAMED]
        shown.update(fresh)
        if not summary:
            return
        named = listed(self._language, fresh)
        if following.figures <= FEW and fresh:
            yield Item(words(f"{say(self._language, 'so')}{self._colon}{named}", "dim"))
        else:
            text = say(self._language, "among", summary=summary, named=named) if fresh else summary
            yield Item(words(text, "dim"))

    def _prose(self) -> Iterator[Item]:
        for prose in self._report.prose:
            passage = prose.passage
            head = (Word(self._title(prose), "strong"), Word(self._colon))
            if passage.kind == "changed":
                yield Item((*head, *changed_words(prose.runs, self._around)))
            else:
                text = middle(" ".join(" ".join(run.text for run in prose.runs).split()), LONG * self._around)
                yield Item((*head, Word(f"{say(self._language, passage.kind)} {text}")))

    def _title(self, prose: Prose) -> str:
        """What a passage is called: a page of its own by its headings, not by its file."""
        passage, names = prose.passage, self._names
        if not passage.heading or names.section(passage.name) != passage.name or passage.name == "index":
            return prose.title
        plan = names.plan(passage.plan) if passage.plan and len(names.plans) > 1 else ""
        return dotted(self._language, (plan, " › ".join(passage.heading)))

    def _remarks(self) -> Iterator[Item]:
        """What else is to be said of the year, a point each."""
        report, language = self._report, self._language
        if report.sources:
            named = [line.subject for line in report.sources]
            rest = len(named) - self._most
            named = [*named[: self._most], say(language, "more", rest)] if rest > 1 else named
            yield Item(words(say(language, "sources", listed(language, named))))
        for scenario in self._year.scenarios:
            yield Item(
                (
                    Word(say(language, "scenario", scenario.title), "strong"),
                    Word(self._colon),
                    *_of_scenario(scenario.following, language),
                )
            )
        lists = (
            ("last-year", report.from_last_year),
            ("day", report.from_day),
            ("unexplained", report.unexplained),
        )
        for key, told in lists:
            if told:
                yield Item(words(say(language, key, len(told))))
        if report.unread:
            yield Item(words(say(language, "unread", listed(language, list(report.unread))), "strong"))

    def accepted(self) -> Iterator[Item]:
        """The edits that the handbook accepts, with why."""
        for place, acceptance in self._year.accepted.edits.items():
            line = self._report.wording.lines[place]
            until = acceptance.until.value.isoformat() if acceptance.until.value else ""
            because = say(
                self._language, "accepted-because", reason=acceptance.reason, owner=acceptance.owner, until=until
            )
            head = (Word(placed(line.where, "")), Word(line.subject, "strong"), Word(self._colon))
            yield Item((*head, *self.line(line)), (Item(words(because, "dim")),))


def _is_list(line: Edited) -> bool:
    """Whether a line changes a list whose members have fields of their own."""
    edit = line.edit
    members = [*(edit.old or ()), *(edit.new or ())] if isinstance(edit.old or edit.new, tuple) else []
    return edit.kind == "changed" and any(isinstance(each, tuple) for each in members)


def _of_scenario(following: Following, language: str) -> Line:
    """What follows in an edited scenario from its own file: how much moves, and the figures that tell most."""
    named = [each.sentence(language) for each in following.told[:NAMED]]
    others = say(language, "together", following.together) if following.together else ""
    told = comma(language).join([say(language, "scenario-moves", following.figures), *named])
    return words(told + bracketed(language, others))


def changed_words(runs: Sequence[Run], around: int) -> Line:
    """A changed text: what was struck out and what was put in, with what stands near."""
    last = len(runs) - 1
    styles = {"old": "old", "new": "new"}
    found = []
    for place, run in enumerate(runs):
        text = " ".join(run.text.split()) if run.kind != "same" else run.text.replace("\n", " ")
        if run.kind == "same":
            text = near(text, first=place == 0, last=place == last, around=around)
        else:
            text = middle(text, LONG * around)
        found.append(Word(text, styles.get(run.kind, "")))  # type: ignore[arg-type]
    return tuple(found)
