"""Pages: a plan year becomes a book of finished pages."""

from collections.abc import Iterator
from dataclasses import replace

from plangen.compute import PlanScope
from plangen.model import SCENARIOS, Plan
from plangen.render.origins import Origins
from plangen.site.book import Book, Page
from plangen.site.calendar import page as calendar
from plangen.site.calendar.feed import feeds
from plangen.site.changes.cards_page import cards_page
from plangen.site.changes.index_page import index_page
from plangen.site.changes.plan_page import plan_page
from plangen.site.edition import CALENDAR, CHANGES, Chapter, Edition
from plangen.site.eyebrow import eyebrow
from plangen.site.figures import figures_files
from plangen.site.foreign import marked
from plangen.site.home.page import home
from plangen.site.origins import with_origins
from plangen.site.overview import overview
from plangen.site.permanent import permanent_pages
from plangen.site.registers.year_pages import REGISTERS
from plangen.site.roles.plan_page import who_page
from plangen.site.roles.role_page import role_page
from plangen.site.scenarios import page as scenarios
from plangen.site.search.index import INDEX, index_of
from plangen.site.sheet import Sheet
from plangen.site.tongues import base_of
from plangen.site.whole.outline import wholes
from plangen.source import Narrative
from plangen.views import (
    Document,
    Line,
    Words,
)


def book(edition: Edition, origins: Origins) -> Book:
    """Every page of a plan year: home, gaps, checks, each plan's pages; where their numbers come from."""
    head = edition.scope.handbook.head
    pages, files = with_origins(plain_pages(edition), edition.year, origins, head.edit_url or "")
    base, title = base_of(edition.language, head.language), edition.version_title()
    index = {INDEX: index_of(pages, edition.year, title, edition.language, base)}
    media = {**edition.scope.plan_year.media, **files, **figures_files(pages), **feeds(edition), **index}
    media |= permanent_pages(edition, pages)
    return Book(edition.year, head.title, title, edition.language, tuple(pages), media, base, wholes(edition))


def plain_pages(edition: Edition) -> list[Page]:
    """Every page as it reads, without the data of where its numbers come from."""
    pages = list(_pages(edition))
    while any(_speaks_of(page, edition.mark) for page in pages):
        edition = replace(edition, mark=f"x{edition.mark}")
        pages = list(_pages(edition))
    return [marked(page, edition.scope.handbook) for page in pages] if edition.scope.handbook.foreign else pages


def _pages(edition: Edition) -> Iterator[Page]:
    yield _home(edition)
    for each in REGISTERS:
        if each.is_there(edition):
            yield _whole(edition, f"{each.name}.md", None, each.make(edition), outline=not each.has_own)
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


def _whole(edition: Edition, path: str, plan: Plan | None, document: Document, *, outline: bool = True) -> Page:
    sheet = Sheet(edition, path.removesuffix(".md") + "/", lists=True, outline=outline, plan=plan)
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
    sheet = Sheet(edition, f"{plan.path}/{name}/", outline=True, plan=plan)
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
