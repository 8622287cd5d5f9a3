"""What stands around a page: tabs of the handbook, navigation of one plan, the way up, the version's banner."""

from collections.abc import Sequence
from typing import Literal

from plangen.model import Plan
from plangen.render.html import (
    HtmlContext,
    NavItem,
    render_banner,
    render_breadcrumb,
    render_nav,
    render_paper,
    render_tabs,
)
from plangen.site.book import WHOLE, Frame
from plangen.site.edition import Edition
from plangen.site.links import SiteLinks
from plangen.site.registers.year_pages import REGISTERS
from plangen.site.sealed_line import sealed_line
from plangen.views import Line, Link, phrase

MOST_TABS = 7
"""More business units than this are reached through the home page, so that no page grows with the handbook."""
MOST_SIBLINGS = 7
"""More plans below one plan than this are reached through that plan's page, for the same reason."""


def frame(edition: Edition, url: str, plan: Plan | None, title: str) -> Frame:
    """The finished HTML around the page at `url`."""
    links = SiteLinks(edition, url)
    tabs = _tabs(edition, links, plan)
    registers = tabs[-1] if tabs[-1].trail else None
    nav = _nav(edition, links, plan) if plan else registers.children if registers else ()
    language = edition.language
    handbook = edition.scope.handbook.head.title
    return Frame(
        nav=render_nav(nav, tabs, language, title=handbook),
        tabs=render_tabs(tabs, language),
        breadcrumb=render_breadcrumb(_way_up(edition, links, plan, title), language),
        banner=_banner(edition, links),
        paper=render_paper(*paper(edition, plan, title)),
    )


def _tabs(edition: Edition, links: SiteLinks, plan: Plan | None) -> tuple[NavItem, ...]:
    roots = edition.scope.plan_year.roots()
    mine = list(plan.lineage())[-1] if plan else None
    shown = roots if len(roots) <= MOST_TABS else [root for root in roots if root is mine]
    home = NavItem(edition.word("首页", "Home"), links.to(""), here=links.url == "")
    units = (NavItem(r.head.name, links.to(f"{r.path}/"), here=r is mine, trail=r is mine) for r in shown)
    calendar = NavItem(edition.word("日历", "Calendar"), links.to("calendar/"), here=links.url == "calendar/")
    changes = NavItem(edition.word("与上年相比", "Changes"), links.to("changes/"), here=links.url == "changes/")
    dated = (calendar,) if edition.appointments else ()
    changed = (changes,) if edition.since is not None else ()
    return (home, *units, *dated, *changed, _registers(edition, links))


def _registers(edition: Edition, links: SiteLinks) -> NavItem:
    """All registers of the year under one tab, which leads to the first of them."""
    there = [each for each in REGISTERS if each.is_there(edition)]
    pages = tuple(NavItem(edition.word(*each.title), links.to(each.url), here=links.url == each.url) for each in there)
    inside = any(page.here for page in pages)
    return NavItem(edition.word("索引", "Index"), pages[0].href, pages, here=pages[0].here, trail=inside)


def _nav(edition: Edition, links: SiteLinks, plan: Plan) -> tuple[NavItem, ...]:
    """The plan's own pages, its ancestors, its siblings and its children: never the whole handbook."""
    root = list(plan.lineage())[-1]
    return _branch(edition, links, root, plan)


def _branch(edition: Edition, links: SiteLinks, at: Plan, plan: Plan) -> tuple[NavItem, ...]:
    lineage = list(plan.lineage())
    url = f"{at.path}/"
    chapters: tuple[NavItem, ...] = ()
    if at is plan:
        pages = (NavItem(c.title, links.to(c.url), here=c.url == links.url) for c in edition.contents(at))
        chapters = (*pages, NavItem(edition.word("整本打印", "Print all"), links.to(f"{url}{WHOLE}")))
    item = NavItem(at.head.name, links.to(url), chapters, here=url == links.url, trail=at in lineage)
    if at not in lineage:
        return (item,)
    shown = _near(at.children, lineage)
    below = [entry for child in shown for entry in _branch(edition, links, child, plan)]
    if len(shown) < len(at.children):
        count = len(at.children)
        below.append(NavItem(edition.word("全部 {count} 个", "all {count}", count=count), links.to(url)))
    return (item, *below)


def _near(children: Sequence[Plan], lineage: Sequence[Plan]) -> Sequence[Plan]:
    """The children of one plan that its navigation shows: all of few, else those around the one above this page."""
    if len(children) <= MOST_SIBLINGS:
        return children
    place = next((number for number, child in enumerate(children) if child in lineage), 0)
    start = min(max(place - MOST_SIBLINGS // 2, 0), len(children) - MOST_SIBLINGS)
    return children[start : start + MOST_SIBLINGS]


def _way_up(edition: Edition, links: SiteLinks, plan: Plan | None, title: str) -> tuple[NavItem, ...]:
    if links.url == "":
        return ()
    way = [NavItem(edition.word("首页", "Home"), links.to(""))]
    above = reversed(list(plan.lineage())) if plan else ()
    way += [NavItem(p.head.name, links.to(f"{p.path}/")) for p in above if f"{p.path}/" != links.url]
    return tuple(way)


def paper(edition: Edition, plan: Plan | None, title: str) -> tuple[str, str]:
    """The running head (where the page belongs, and that it is a draft) and foot (handbook, version, day)."""
    where = [step.head.name for step in reversed(list(plan.lineage()))] if plan else []
    head = " › ".join([*where, title] if where[-1:] != [title] else where)
    if edition.state() == "draft":
        head = f"{edition.word('草案', 'Draft')}　{head}"
    day = edition.scope.handbook.as_of.value
    foot = f"{edition.scope.handbook.head.title} {edition.version_title()}"
    return head, f"{foot}　{edition.word('截至', 'as of')} {day.isoformat()}" if day else foot


def _banner(edition: Edition, links: SiteLinks) -> str:
    ctx = HtmlContext(edition.language, links)
    sealings = edition.scope.handbook.sealed.get(edition.year)
    if sealings:
        state: Literal["amended", "sealed"] = "amended" if len(sealings) > 1 else "sealed"
        return render_banner(state, edition.version_title(), sealed_line(edition, links.url, sealings), ctx)
    if edition.state() != "draft":
        return ""
    current = edition.scope.handbook.current_year
    word = edition.word
    text: Line = (word("评审中，数字可能变动。", "Under review; numbers may change."),)
    if current is not None and current != edition.year:
        said = word("评审中，数字可能变动；现行的是 {edition}。", "Under review; {edition} is in force.")
        name = word("{year} 版", "the {year} edition", year=current)
        text = phrase(said, edition=Link(name, version=str(current)))
    return render_banner("draft", edition.version_title(), text, ctx)
