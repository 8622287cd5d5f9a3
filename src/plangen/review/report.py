"""The report: a comparison arranged for reading, whatever the format."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from decimal import Decimal

from plangen.diff import Changes, Edit, Effect, EntityKey, Person, Suggestion, Unread, Weight, relative
from plangen.diff.acceptance import Accepted
from plangen.review.following import Following, FollowingWords, Told, is_telling, rank
from plangen.review.known import Known, known_edits, stale_words
from plangen.review.lines import Line, Wording
from plangen.review.names import Names
from plangen.review.prose import Prose, ProseWords
from plangen.review.words import bracketed, say
from plangen.values import SHARE, Quantity, record, write_quantity

OTHERS = ("unexplained", "from-last-year", "from-day")
"""What else than an edit can move a figure; the first has to be looked into."""


@record
class Block:
    """The edits of one thing that are of one weight, and what follows from them together."""

    weight: Weight
    where: str
    subject: str
    governs: str
    lines: tuple[Line, ...]
    following: Following

    def governed(self, language: str) -> str:
        """The word for what it changes that others keep to; empty where nothing, or where a line says it already."""
        word = say(language, self.governs) if self.governs else ""
        return "" if any(line.what == word for line in self.lines) else word


NOTHING = Accepted({}, {}, ())


@record
class Report:
    """One comparison in words. `blocks` are ranked; `sources` are the edits of nothing but a source.

    `persons` and `roles` are those whose figures the edits move. `hidden` counts edits below `least`, the smallest
    relative change that is told. `accepted` are edits that the handbook knows of, told apart from the others; `stale`
    are acceptances that nothing needs. `wording` and `following` put more into words, for whoever tells more.
    """

    language: str
    changes: Changes
    wording: Wording = field(repr=False)
    following: FollowingWords = field(repr=False)
    blocks: tuple[Block, ...] = ()
    sources: tuple[Line, ...] = ()
    prose: tuple[Prose, ...] = ()
    from_last_year: tuple[Told, ...] = ()
    from_day: tuple[Told, ...] = ()
    unexplained: tuple[Told, ...] = ()
    effects: tuple[Effect, ...] = ()
    persons: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    hidden: int = 0
    least: str = ""
    unread: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    accepted: tuple[Known, ...] = ()
    stale: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """`2025 → 2026`."""
        return say(self.language, "title", before=self.changes.before.label, after=self.changes.after.label)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        told = (
            self.blocks,
            self.sources,
            self.prose,
            self.from_last_year,
            self.from_day,
            self.unexplained,
            self.unread,
            self.accepted,
        )
        return not any(told) and not self.hidden

    @property
    def edits(self) -> int:
        """How many edits there are, hidden ones included."""
        return sum(len(block.lines) for block in self.blocks) + len(self.sources) + len(self.accepted) + self.hidden

    @property
    def figures(self) -> int:
        """How many computed figures changed."""
        return len(self.effects)

    def lists(self) -> dict[str, tuple[Told, ...]]:
        """The figures that no edit moved, by what did."""
        named = (self.unexplained, self.from_last_year, self.from_day)
        return {key: told for key, told in zip(OTHERS, named, strict=True) if told}

    def lines(self) -> list[Line]:
        """Every edit that is told, in their order."""
        return sorted(
            (*self.sources, *(line for block in self.blocks for line in block.lines)), key=lambda line: line.place
        )

    def of(self, weight: Weight) -> list[Block]:
        """The blocks of one weight."""
        return [block for block in self.blocks if block.weight is weight]


def report(
    changes: Changes, titles: Mapping[str, str], plan: str = "", least: Decimal | None = None, known: Accepted = NOTHING
) -> Report:
    """A comparison in words. `titles` says what the section kinds are called.

    With `plan` only what is of that plan and of those below it, and what moves their figures; with `least` no change
    of a quantity that is relatively smaller.
    """
    names = Names(changes, titles)
    wording = Wording(changes, names)
    following = FollowingWords(changes, names, wording.values)
    places = [place for place in range(len(changes.edits)) if _concerns(changes, place, plan)]
    large = [place for place in places if not _is_small(changes.edits[place], least)]
    lines, shown = wording.lines, [place for place in large if place not in known.edits]
    sources = [lines[place] for place in shown if changes.edits[place].field == "source"]
    groups = _grouped(changes, [place for place in shown if changes.edits[place].field != "source"])
    persons, roles = _named(names, _people(changes, shown))
    effects = [each for each in changes.effects if _is_of(each.address.plan, plan)]
    prose = ProseWords(changes, names, names.words())
    return Report(
        names.language,
        changes,
        wording,
        following,
        tuple(_block(changes, group, lines, following) for group in groups),
        tuple(sources),
        tuple(prose.told(each) for each in changes.passages if _is_of(each.plan, plan)),
        *_without_edit(effects, following),
        tuple(effects),
        persons,
        roles,
        len(places) - len(large),
        write_quantity(Quantity.exact(least, SHARE)) if least else "",
        tuple(_unread(each, names) for each in changes.unread if _is_of(each.plan, plan)),
        tuple(_suggestion(each, names) for each in changes.suggestions if _is_of(each.come.key.plan, plan)),
        tuple(known_edits(known, large, lines)),
        stale_words(known, names.language),
    )


def _named(names: Names, people: Iterable[Person]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What persons and roles are called, apart."""
    found = list(people)
    return tuple(names.person(each) for each in found if not each.plan), tuple(
        names.person(each) for each in found if each.plan
    )


def _without_edit(
    effects: Sequence[Effect], following: FollowingWords
) -> tuple[tuple[Told, ...], tuple[Told, ...], tuple[Told, ...]]:
    """The figures that no edit moved: those that last year's moved, those that the day did, those that nothing did."""
    return (
        _told([each for each in effects if each.base and not each.causes], following),
        _told([each for each in effects if each.day], following),
        _told([each for each in effects if not each.is_explained], following),
    )


@record
class Comparison:
    """Everything that is told of two versions: a report for each year that both have, and the years that one lacks."""

    language: str
    before: str
    after: str
    reports: tuple[Report, ...]
    only: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return not self.only and all(report.is_empty for report in self.reports)

    @property
    def unread(self) -> tuple[str, ...]:
        """What could not be read, of all years."""
        return tuple(each for report in self.reports for each in report.unread)


def _is_of(path: str, plan: str) -> bool:
    return not plan or path == plan or path.startswith(f"{plan}/")


def _concerns(changes: Changes, place: int, plan: str) -> bool:
    """Whether an edit is of a plan or of one below; or stands in what all plans share and moves their figures."""
    edit = changes.edits[place]
    if any(_is_of(entity.key.plan, plan) for entity in (*edit.after, *edit.before)):
        return True
    shared = not edit.entity.key.plan
    return shared and any(_is_of(effect.address.plan, plan) for effect in changes.following(place))


def _is_small(edit: Edit, least: Decimal | None) -> bool:
    change = relative(edit.old, edit.new) if least is not None and edit.kind == "changed" else None
    return change is not None and least is not None and abs(change) < least


def _grouped(changes: Changes, places: Sequence[int]) -> Iterator[list[int]]:
    """Places of edits by weight and thing, each group where its heaviest stands."""
    groups: dict[tuple[Weight, str, EntityKey], list[int]] = {}
    for place in places:
        edit, told = changes.edits[place], changes.consequences[place]
        groups.setdefault((told.weight, told.governs, edit.entity.key), []).append(place)
    return iter(groups.values())


def _block(changes: Changes, places: list[int], lines: Sequence[Line], following: FollowingWords) -> Block:
    first, told = lines[places[0]], changes.consequences[places[0]]
    own = tuple(lines[place] for place in places)
    return Block(told.weight, first.where, first.subject, told.governs, own, following.of(places))


def _told(effects: list[Effect], following: FollowingWords) -> tuple[Told, ...]:
    """Figures in words, those that tell most first."""
    ranked = sorted(effects, key=lambda each: (not is_telling(each), *rank(each)))
    return tuple(following.told(each) for each in ranked)


def _people(changes: Changes, places: Sequence[int]) -> list[Person]:
    """Whose figures the edits move, persons before roles."""
    found = {person for place in places for person in changes.consequences[place].targets}
    return sorted(found, key=lambda person: (bool(person.plan), person.plan, person.id))


def _unread(unread: Unread, names: Names) -> str:
    if not unread.plan:
        return say(names.language, "unread-shared", side=unread.side, section=names.section(unread.kind))
    plan = names.plan(unread.plan)
    if not unread.kind:
        return say(names.language, "unread-plan", side=unread.side, plan=plan)
    return say(names.language, "unread-part", side=unread.side, plan=plan, section=names.section(unread.kind))


def placed(where: str, subject: str) -> str:
    """A thing with where it stands before it: `华东区域·目标 › 销售额`."""
    return f"{where} › {subject}" if where else subject


def _suggestion(each: Suggestion, names: Names) -> str:
    gone, come = (
        placed(names.where(entity.key), names.subject(entity)) + bracketed(names.language, str(entity.key.address))
        for entity in (each.gone, each.come)
    )
    key = each.gone.key
    return say(names.language, "suggestion", gone=gone, come=come, old=(*key.plan.split("/"), *key.item)[-1])
