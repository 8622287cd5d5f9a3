"""The comment: what a review says, the most important first, short enough to be read."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from plangen.findings import Finding, Level, message, way_out
from plangen.request.approval_points import ApprovalPoints, asked_roles
from plangen.request.card_points import CardWords
from plangen.request.change_points import ChangePoints
from plangen.request.changed_pages import ChangedPage
from plangen.request.document import (
    Document,
    Fold,
    Heading,
    Item,
    Line,
    Paragraph,
    Part,
    Points,
    Word,
    first,
    joined,
    words,
)
from plangen.request.problems import Problem
from plangen.request.request import ChangedYear, Request
from plangen.request.words import say
from plangen.review.words import bracketed, colon, comma, listed, semicolon, stop
from plangen.values import Span, dotted, record


@record
class Room:
    """How much a comment holds: at most so many points of each list, so many characters beside a changed word."""

    points: int = 20
    folded: int = 40
    around: int = 12

    def half(self) -> "Room":
        """Half as much."""
        return Room(self.points // 2, self.folded // 2, self.around)


EVERYTHING = Room(10**9, 10**9, 10**6)
"""Where nothing has to be left out."""


def comment(request: Request, site_url: str = "", room: Room | None = None) -> Document:
    """The whole comment. `site_url` is where a preview of the site lies: with it pages are linked."""
    title = say(request.language, "title", title=request.title, after=request.after)
    return Document(title, request.language, tuple(_Comment(request, site_url, room or Room()).parts()))


class _Comment:
    def __init__(self, request: Request, site_url: str, room: Room) -> None:
        self._request, self._room, self._language = request, room, request.language
        self._site = site_url if not site_url or site_url.endswith("/") else f"{site_url}/"
        self._between = listed(self._language, ["", ""])
        self._approvals = ApprovalPoints(request, room.points)

    def _say(self, key: str, *values: object, **named: object) -> str:
        return say(self._language, key, *values, **named)

    def parts(self) -> Iterator[Part]:
        """Everything, the most important first."""
        yield Paragraph(self._lead())
        yield from self._problems()
        yield from self._seals()
        yield from self._changes()
        yield from self._needs()
        yield from self._folds()
        if self._request.outside:
            yield Paragraph(self._outside())
        before = self._request.before
        yield Paragraph(words(self._say("foot", before=before), "dim"))

    def _lead(self) -> Line:
        """One or two sentences that say what this is, whether it is sound, and who has to approve."""
        request = self._request
        lines = [self._how_much(), self._how_sound()]
        if request.asks and not request.is_empty:
            roles = asked_roles(request)
            nobody = "asks-later" if request.is_unread else "asks-nobody"
            lines.append((*words(self._say("asks", roles), "strong"),) if roles else words(self._say(nobody)))
        return (*joined(semicolon(self._language), [line for line in lines if line]), Word(stop(self._language)))

    def _how_much(self) -> Line:
        request = self._request
        if request.is_empty:
            return words(self._say("nothing").rstrip("。."))
        told = [self._year(each) for each in request.years if not each.is_empty]
        told += [self._say("year-added", year) for year in request.added]
        told += [self._say("year-removed", year) for year in request.removed]
        told += [self._say("unread", listed(self._language, list(request.unread)))] if request.unread else []
        told += [self._say("amends" if seal.amendment else "seals", seal.year) for seal in request.seals]
        return words(comma(self._language).join(told))

    def _year(self, year: ChangedYear) -> str:
        report = year.report
        parts = [self._say("edits", year.edits)] if year.edits else []
        parts += [self._say("passages", len(report.prose))] if report.prose else []
        parts += [self._say("moves", f"{report.figures:,}")] if report.figures else []
        parts = parts or [self._say("partly-unread")]
        return self._say("of-year", year=year.year, what=comma(self._language).join(parts))

    def _how_sound(self) -> Line:
        """How many problems are new, gone and waived."""
        found, language = self._request.problems, self._language
        counts = [self._say(f"count-{level}", found.count(level)) for level in Level if found.count(level)]
        said: list[Line] = []
        if counts:
            new = self._say("new", listed(language, counts))
            said.append(words(new + (self._say("mend") if found.errors else ""), "strong" if found.errors else ""))
        else:
            said.append(words(self._say("clean")))
        said += [words(self._say("newly-waived", len(found.waived)), "strong")] if found.waived else []
        said += [words(self._say("gone", len(found.gone)))] if found.gone and not self._request.is_unread else []
        return joined(comma(language), said)

    def _problems(self) -> Iterator[Part]:
        found = self._request.problems
        shown = [each for each in found.new if each.level is not Level.INFO]
        items = self._first(map(self._problem, shown), self._room.points)
        items += self._first(map(self._waived, found.waived), self._room.points)
        if items:
            yield Heading(self._say("problems"))
            yield Points(tuple(items))

    def _first(self, items: Iterable[Item], most: int) -> list[Item]:
        return first(items, most, partial(self._say, "more-in"))

    def _problem(self, problem: Problem) -> Item:
        finding, language = problem.finding, self._language
        level = self._say(problem.level.value)
        follows = [words(self._say("follows", problem.following))] if problem.following else []
        aside = joined(comma(language), [(_place(finding.span), Word(" "), Word(finding.code, "code")), *follows])
        first = Word(level, "strong" if problem.level is Level.ERROR else "")
        way = words(self._say("fix", way_out(finding, language)), "dim") if problem.level is Level.ERROR else ()
        line = (first, Word(f" {message(finding, language)}"), *_in_brackets(language, aside))
        return Item(line, (Item(way),) if way else ())

    def _waived(self, finding: Finding) -> Item:
        level, text = self._say("waived"), message(finding, self._language)
        because = Item(words(finding.waived, "dim"))
        return Item((Word(level, "strong"), Word(f" {text} "), Word(finding.code, "code")), (because,))

    def _seals(self) -> Iterator[Part]:
        """Years that are closed, and corrections of closed ones: by whom, when, why."""
        items = [
            Item(
                (
                    Word(self._say("amends" if seal.amendment else "seals", seal.year), "strong"),
                    Word(colon(self._language)),
                    Word(comma(self._language).join(part for part in (seal.by, seal.on, seal.reason) if part)),
                )
            )
            for seal in self._request.seals
        ]
        if items:
            yield Heading(self._say("closing"))
            yield Points(tuple(items))

    def _changes(self) -> Iterator[Part]:
        years = [year for year in self._request.years if not year.is_empty]
        for year in years:
            items = ChangePoints(year, self._room.points, self._room.around).items()
            if items:
                several = len(years) > 1
                yield Heading(self._say("changes-of", year.year) if several else self._say("changes"))
                yield Points(items)

    def _needs(self) -> Iterator[Part]:
        if not self._request.needs:
            return
        yield Heading(self._say("approvals"))
        yield Points(tuple(self._approvals.items()))
        free = self._approvals.free()
        if free:
            yield Paragraph(words(self._say("rest-free", free)))
        if self._request.changes_rules:
            yield Paragraph(words(self._say("changed-rules"), "strong"))

    def _folds(self) -> Iterator[Part]:
        """What is shown to those who ask: cards, pages, accepted changes."""
        room, request = self._room.folded, self._request
        cards = [item for year in request.years for item in self._first(CardWords(year).items(), room)]
        if cards:
            yield Fold(self._say("people", sum(len(year.cards) for year in request.years)), tuple(cards))
        if request.pages:
            yield Fold(self._say("pages", len(request.pages)), tuple(self._pages()))
        accepted = [item for year in request.years for item in ChangePoints(year, room, self._room.around).accepted()]
        stale = [
            Item(words(self._say("stale", address=each.target, reason=each.reason), "dim")) for each in request.stale
        ]
        counts = [self._say("accepted", len(accepted))] if accepted else []
        counts += [self._say("stale-count", len(stale))] if stale else []
        if counts:
            items = (*self._first(accepted, room), *self._first(stale, room))
            yield Fold(comma(self._language).join(counts), items)

    def _pages(self) -> Iterator[Item]:
        """The changed pages, a line for each plan and year."""
        several = len({page.year for page in self._request.pages}) > 1
        left = self._room.folded * 4
        groups: dict[tuple[int, str], list[ChangedPage]] = {}
        for page in self._request.pages:
            groups.setdefault((page.year, page.plan), []).append(page)
        for (year, plan), pages in groups.items():
            shown, left = pages[: max(left, 0)], left - len(pages)
            name = plan or self._say("all-pages")
            head = dotted(self._language, (str(year) if several else "", name))
            linked = [self._page(page) for page in shown]
            rest = len(pages) - len(shown)
            linked += [words(self._say("more", rest), "dim")] if rest else []
            yield Item((Word(head, "strong"), Word(colon(self._language)), *joined(self._between, linked)))

    def _page(self, page: ChangedPage) -> Line:
        href = f"{self._site}{page.link}" if self._site and page.link else ""
        way = bracketed(self._language, "" if page.way == "changed" else self._say(f"page-{page.way}"))
        place = () if href or not page.link else (Word(" "), Word(page.link, "code"))
        return (Word(page.title, "", href), *place, Word(way))

    def _outside(self) -> Line:
        paths: Sequence[str] = self._request.outside
        shown = [(Word(path, "code"),) for path in paths[: self._room.points]]
        rest = len(paths) - len(shown)
        named = joined(listed(self._language, ["", ""]), [*shown, words(self._say("more", rest) if rest else "")])
        return (Word(self._say("outside", len(paths)), "strong"), *named)


def _place(span: Span) -> Word:
    return Word(f"{span.file}:{span.line}", "code")


def _in_brackets(language: str, line: Line) -> Line:
    start, end = say(language, "bracket"), say(language, "bracket-end")
    return (Word(start), *line, Word(end))
