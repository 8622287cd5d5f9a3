"""Pages: a plan year becomes a book of finished pages."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from html import escape

from plangen.compute import PlanScope
from plangen.model import SCENARIOS, Plan
from plangen.render.html import HtmlContext, no_terms, render_block, render_document, render_line
from plangen.render.origins import Origins
from plangen.site import scenarios
from plangen.site.aliases import aliases
from plangen.site.book import Book, Page
from plangen.site.calendar import page as calendar
from plangen.site.calendar.feed import feeds
from plangen.site.changes.cards_page import cards_page
from plangen.site.changes.index_page import index_page
from plangen.site.changes.plan_page import plan_page
from plangen.site.edition import CALENDAR, CHANGES, Chapter, Edition
from plangen.site.frame import frame
from plangen.site.home import home
from plangen.site.links import SiteLinks
from plangen.site.narrative import Resolver
from plangen.site.origins import with_origins
from plangen.site.overview import eyebrow, overview
from plangen.site.permanent import permanent_pages, permanent_url
from plangen.site.roles.plan_page import who_page
from plangen.site.roles.role_page import role_page
from plangen.site.terms import PAGE, Explained, Explainer
from plangen.site.year_pages import REGISTERS
from plangen.source import Narrative
from plangen.views import (
    Block,
    Board,
    Cards,
    Chart,
    Document,
    Fold,
    Group,
    Inline,
    Line,
    Picture,
    Slip,
    Strip,
    Table,
    Tree,
    Words,
)

BLOCKS = (Board, Cards, Chart, Picture, Strip, Table, Tree, Group)


def book(edition: Edition, origins: Origins) -> Book:
    """Every page of a plan year: home, gaps, checks, each plan's pages; where their numbers come from."""
    head = edition.scope.handbook.head
    pages, files = with_origins(plain_pages(edition), edition.year, origins, head.edit_url or "")
    media = {**edition.scope.plan_year.media, **files, **feeds(edition), **permanent_pages(edition, pages)}
    return Book(edition.year, head.title, edition.version_title(), head.language, tuple(pages), media)


def plain_pages(edition: Edition) -> list[Page]:
    """Every page as it reads, without the data of where its numbers come from."""
    pages = list(_pages(edition))
    while any(_speaks_of(page, edition.mark) for page in pages):
        edition = replace(edition, mark=f"x{edition.mark}")
        pages = list(_pages(edition))
    return pages


def _pages(edition: Edition) -> Iterator[Page]:
    yield _home(edition)
    for each in REGISTERS:
        if each.is_there(edition):
            yield _whole(edition, f"{each.name}.md", None, each.make(edition))
    if edition.appointments:
        yield _whole(edition, f"{CALENDAR}.md", None, calendar.year_page(edition))
    if edition.since is not None:
        yield _whole(edition, f"{CHANGES}.md", None, index_page(edition, edition.since))
    for scope in edition.plans.values():
        yield _overview(edition, scope)
        for chapter in edition.contents(scope.plan):
            yield from _changes(edition, scope) if chapter.changes else (_chapter(edition, scope, chapter),)
    for role in edition.roles.roles:
        path = f"{edition.roles.page(role).removesuffix('/')}.md"
        yield _whole(edition, path, edition.plans[role.plan].plan, role_page(edition, role))


def _speaks_of(page: Page, mark: str) -> bool:
    """Whether a page holds the mark of placeholders elsewhere than in its own: somebody has typed it."""
    around = (page.frame.nav, page.frame.tabs, page.frame.breadcrumb, page.frame.banner, page.frame.paper)
    texts = (page.title, page.description, *around, *page.slots.values())
    return page.markdown.lower().count(mark) != len(page.slots) or any(mark in text.lower() for text in texts)


@dataclass
class Sheet:
    """One page being put together: Markdown with placeholders, and what fills them."""

    edition: Edition
    url: str
    slots: dict[str, str] = field(default_factory=dict)
    pieces: list[str] = field(default_factory=list)
    charts: bool = False
    plan: Plan | None = None

    @cached_property
    def terms(self) -> Explainer:
        """What explains the terms of this page; its own page explains them all."""
        return Explainer(self.edition, self.plan, SiteLinks(self.edition, self.url).to(f"{PAGE}/"))

    @property
    def context(self) -> HtmlContext:
        """The surroundings of this page for the HTML renderer."""
        language = "en" if self.edition.language == "en" else "zh-Hans"
        links = SiteLinks(self.edition, self.url)
        terms = no_terms if self.url == f"{PAGE}/" else self.terms.in_head
        return HtmlContext(language, links, self.edition.excerpt, lambda code: links.to("checks/", code), terms)

    def document(self, document: Document) -> None:
        """Add a document's head and blocks."""
        self._see(document.blocks)
        self.pieces.append(self._slot(render_document(document, self.context)))

    def blocks(self, blocks: tuple[Block, ...]) -> None:
        """Add blocks."""
        self._see(blocks)
        if blocks:
            self.pieces.append(self._slot(render_block(Group(blocks), self.context)))

    def addresses(self, scope: PlanScope, kind: str) -> None:
        """Add the section's permanent address, and what its items are called in other years, for the scripts."""
        found = aliases(scope.handbook, scope.year, scope.plan.path, kind)
        url = SiteLinks(self.edition, self.url).to(permanent_url(scope.plan.path, kind))
        more = f' data-aliases="{escape(json.dumps(found))}"' if found else ""
        self.pieces.append(self._slot(f'<span hidden data-permanent="{escape(url)}"{more}></span>'))

    def narrative(self, narrative: Narrative, scope: PlanScope | None) -> None:
        """Add a narrative's Markdown, its references and blocks replaced by placeholders."""
        text: list[str] = []
        at, resolver = 0, Resolver(self.edition, scope, narrative)
        parts = [*self.terms.in_narrative(narrative), *resolver.parts(), *resolver.pictures()]
        for start, end, part in sorted(parts, key=lambda piece: piece[0]):
            text += (narrative.body[at:start], self._part(part))
            at = end
        text.append(narrative.body[at:])
        self.pieces.append("".join(text))

    def _part(self, part: Explained | Inline | Block) -> str:
        """A part of a narrative as a placeholder; a block stands on a line of its own."""
        if isinstance(part, Explained):
            return self._slot(part.html)
        if isinstance(part, BLOCKS):
            self._see((part,))
            after = "" if isinstance(part, Picture) else "\n"
            return self._slot(render_block(part, self.context).strip()) + after
        line: Line = (part,)  # type: ignore[assignment]
        return self._slot(render_line(line, self.context))

    def _slot(self, html: str) -> str:
        token = f"{self.edition.mark}{len(self.slots)}x"
        self.slots[token] = html
        return token

    def _see(self, blocks: tuple[Block, ...]) -> None:
        for block in blocks:
            self.charts = self.charts or isinstance(block, Chart)
            if isinstance(block, Fold | Slip | Group):
                self._see(block.blocks)

    def page(self, path: str, title: str, plan: Plan | None, description: str = "") -> Page:
        """The finished page."""
        around = frame(self.edition, self.url, plan, title)
        return Page(path, title, "\n\n".join(self.pieces) + "\n", self.slots, around, description, self.charts)


def _home(edition: Edition) -> Page:
    sheet = Sheet(edition, "")
    head, rest = home(edition)
    sheet.document(head)
    _own_words(sheet, edition.scope.plan_year.narratives.get("index"), None)
    sheet.blocks(rest)
    return sheet.page("index.md", head.title, None)


def _own_words(sheet: Sheet, narrative: Narrative | None, scope: PlanScope | None) -> None:
    if narrative is not None:
        sheet.narrative(narrative, scope)


def _whole(edition: Edition, path: str, plan: Plan | None, document: Document) -> Page:
    sheet = Sheet(edition, path.removesuffix(".md") + "/", plan=plan)
    sheet.document(document)
    return sheet.page(path, document.title, plan)


def _overview(edition: Edition, scope: PlanScope) -> Page:
    plan = scope.plan
    sheet = Sheet(edition, f"{plan.path}/", plan=plan)
    head, rest = overview(edition, plan)
    sheet.document(head)
    _own_words(sheet, plan.narratives.get("index"), scope)
    sheet.blocks(rest)
    return sheet.page(f"{plan.path}/index.md", plan.title, plan, plan.head.summary or "")


def _changes(edition: Edition, scope: PlanScope) -> Iterator[Page]:
    """The page of what changed in a plan since last year, and the page of its change cards."""
    plan, since = scope.plan, edition.since
    assert since is not None, "only then a plan has this chapter"
    yield _told(edition, scope, CHANGES, plan_page(edition, since, plan))
    if plan.path in since.cards:
        yield _whole(edition, f"{plan.path}/{CHANGES}/cards.md", plan, cards_page(edition, since, plan))


def _told(edition: Edition, scope: PlanScope, name: str, document: Document) -> Page:
    """A page that plangen tells of a plan; the plan's own words of that name stand below its head."""
    plan = scope.plan
    sheet = Sheet(edition, f"{plan.path}/{name}/", plan=plan)
    sheet.document(replace(document, blocks=()))
    own = plan.narratives.get(name)
    _own_words(sheet, _without_title(own) if own else None, scope)
    sheet.blocks(document.blocks)
    return sheet.page(f"{plan.path}/{name}.md", document.title, plan)


def _chapter(edition: Edition, scope: PlanScope, chapter: Chapter) -> Page:
    if chapter.dates:
        return _told(edition, scope, CALENDAR, calendar.plan_page(edition, scope.plan))
    plan, sheet = scope.plan, Sheet(edition, chapter.url, plan=scope.plan)
    if chapter.who:
        return _whole(edition, f"{chapter.url.removesuffix('/')}.md", plan, who_page(edition, plan))
    comparison = edition.comparison(plan) if chapter.compares else None
    if comparison is not None:
        sheet.document(Document(chapter.title, (), eyebrow(edition, plan), scenarios.lede(edition, comparison)))
        own = plan.narratives.get(SCENARIOS)
        _own_words(sheet, _without_title(own) if own else None, scope)
        sheet.blocks(tuple(scenarios.blocks(edition, comparison)))
    elif chapter.kind is None:
        narrative = plan.narratives[chapter.name]
        sheet.document(Document(chapter.title, (), eyebrow(edition, plan), _description(narrative)))
        sheet.narrative(_without_title(narrative), scope)
    else:
        section = plan.sections[chapter.name]
        head = Document(chapter.title, (), eyebrow(edition, plan), chapter.kind.lede(section, scope))
        sheet.document(head)
        _own_words(sheet, plan.narratives.get(chapter.name), scope)
        sheet.blocks(tuple(chapter.kind.blocks(section, scope)))
        used = edition.uses.fold(plan.path, chapter.name)
        sheet.blocks((used,) if used else ())
        sheet.addresses(scope, chapter.name)
    return sheet.page(f"{plan.path}/{chapter.name}.md", chapter.title, plan)


def _description(narrative: Narrative) -> Line:
    text = narrative.front.get("description")
    return (Words(str(text)),) if text else ()


def _without_title(narrative: Narrative) -> Narrative:
    """The narrative with its first-level heading blanked out: the page's head shows it already."""
    lines = narrative.body.split("\n")
    for index, line in enumerate(lines):
        if line.startswith("# "):
            lines[index] = " " * len(line)
            break
        if line.strip():
            break
    return replace(narrative, body="\n".join(lines))
