"""The edits of a year as points of a list."""

from collections.abc import Iterator, Sequence

from plangen.diff import Run
from plangen.request.document import Item, Line, Word, joined, words
from plangen.request.request import ChangedYear
from plangen.request.words import say
from plangen.review import Report
from plangen.review.following import MAIN, Following
from plangen.review.lines import Line as Edited
from plangen.review.lines import Wording
from plangen.review.names import DOT, Names
from plangen.review.prose import Prose
from plangen.review.text import near
from plangen.review.words import bracketed, comma, listed

FEW = 3
"""Up to so many figures that follow are not counted: the one that tells most is named."""
NAMED = 2
"""How many of the figures that follow are named."""


class ChangePoints:
    """Tells the changes of one year, `most` points at most."""

    def __init__(self, year: ChangedYear, most: int) -> None:
        self._year, self._report, self._most = year, year.report, most
        self._language = year.report.language
        self._names = Names(year.changes, {}) if year.report.names is None else year.report.names
        self._colon = "：" if self._language.startswith("zh") else ": "

    def items(self) -> tuple[Item, ...]:
        """The edits, the heaviest first, then what changed in narratives; how many are left out."""
        found = [*self._edits(), *self._prose()]
        rest = len(found) - self._most
        if rest > 1:
            found = [*found[: self._most], Item(words(say(self._language, "more-in", rest), "dim"))]
        return (*found, *self._remarks())

    def _edits(self) -> Iterator[Item]:
        shown: set[str] = set()
        for block in self._report.blocks:
            where, first = block.where, block.lines[0]
            subject = self._home(first) or block.subject
            governs = say(self._language, block.governs) if block.governs else ""
            governs = "" if any(line.what == governs for line in block.lines) else bracketed(self._language, governs)
            head: Line = (Word(DOT.join(part for part in (where, subject) if part), "strong"), Word(governs))
            following = tuple(self._following(block.following, shown))
            if len(block.lines) == 1:
                yield Item((*head, Word(self._colon), *self.line(first)), following)
            else:
                yield Item(head, (*(Item(self.line(line)) for line in block.lines), *following))

    def _home(self, line: Edited) -> str:
        """Under what a thing stands whose own words changed: its name would repeat them."""
        if not line.runs or line.new != line.subject:
            return ""
        home = line.edit.entity.home
        return self._names.member(home[-1], line.edit.entity.key.plan) if home else line.old

    def line(self, line: Edited) -> Line:
        """One edit without its subject."""
        if line.runs:
            return (Word(f"{line.what} "), *changed_words(line.runs))
        pair = joined(" → ", [words(line.old), words(line.new, "strong" if line.old else "")])
        return (Word(f"{line.what} " if pair else line.what), *pair, Word(bracketed(self._language, line.remark)))

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
                yield Item((*head, *changed_words(prose.runs)))
            else:
                text = near(" ".join((passage.after or passage.before).split()), first=False, last=True)
                yield Item((*head, Word(f"{say(self._language, passage.kind)} {text}")))

    def _title(self, prose: Prose) -> str:
        """What a passage is called: a page of its own by its headings, not by its file."""
        passage, names = prose.passage, self._names
        if not passage.heading or names.section(passage.name) != passage.name or passage.name == "index":
            return prose.title
        plan = names.plan(passage.plan) if passage.plan and len(names.plans) > 1 else ""
        return DOT.join(part for part in (plan, " › ".join(passage.heading)) if part)

    def _remarks(self) -> Iterator[Item]:
        """What else is to be said of the year, a point each."""
        report, language = self._report, self._language
        if report.sources:
            named = listed(language, [line.subject for line in report.sources[: self._most]])
            yield Item(words(say(language, "sources", named)))
        for scenario in self._year.scenarios:
            yield Item(
                (
                    Word(say(language, "scenario", scenario.title), "strong"),
                    Word(self._colon),
                    *_of_scenario(scenario.report),
                )
            )
        for key, told in (("last-year", report.from_last_year), ("unexplained", report.unexplained)):
            if told:
                yield Item(words(say(language, key, len(told))))
        yield from (Item(words(each)) for each in report.suggestions[: self._most])
        if report.unread:
            yield Item(words(say(language, "unread", listed(language, list(report.unread))), "strong"))

    def accepted(self) -> Iterator[Item]:
        """The edits that the handbook accepts, with why."""
        wording = list(Wording(self._year.changes, self._names).lines())
        for place, acceptance in self._year.accepted.edits.items():
            line = wording[place]
            until = acceptance.until.value.isoformat() if acceptance.until.value else ""
            because = say(
                self._language, "accepted-because", reason=acceptance.reason, owner=acceptance.owner, until=until
            )
            head = DOT.join(part for part in (line.where, line.subject) if part)
            yield Item((Word(head, "strong"), Word(self._colon), *self.line(line)), (Item(words(because, "dim")),))


def _of_scenario(report: Report) -> Line:
    """What the year comes to in an edited scenario: how much moves, and the figures that tell most."""
    language = report.language
    told = dict.fromkeys(each.sentence(language) for block in report.blocks for each in block.following.told)
    named: Sequence[str] = list(told)[:NAMED]
    return words(comma(language).join([say(language, "scenario-moves", report.figures), *named]))


def changed_words(runs: Sequence[Run]) -> Line:
    """A changed text: what was struck out and what was put in, with what stands near."""
    last = len(runs) - 1
    styles = {"old": "old", "new": "new"}
    found = []
    for place, run in enumerate(runs):
        text = " ".join(run.text.split()) if run.kind != "same" else run.text.replace("\n", " ")
        text = near(text, first=place == 0, last=place == last) if run.kind == "same" else text
        found.append(Word(text, styles.get(run.kind, "")))  # type: ignore[arg-type]
    return tuple(found)
