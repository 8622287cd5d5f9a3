"""Links of narratives: whether a page, a heading or an image is where they lead, before any page is made."""

import posixpath
import re
from collections.abc import Callable, Iterator
from html import unescape
from unicodedata import normalize
from urllib.parse import unquote

from plangen.findings import Finding
from plangen.model.reading import YEAR_PAGES
from plangen.site.codes import BROKEN_ANCHOR, BROKEN_LINK
from plangen.site.edition import CALENDAR, CHANGES, Edition
from plangen.site.roles.register import WHO
from plangen.site.verifying.scan import split_address
from plangen.source import Narrative

IsThere = Callable[[str], bool]
"""Whether a path inside the year is something else that the site may have, or that is reported already."""
_HEADING = re.compile(r"^(?: {0,3}#{1,6}(.+)|(.+)\n {0,3}(?:=+|-+) *$)", re.MULTILINE)
_NO_WORDS = re.compile(r"\{\{.*?\}\}|\{[^{}]*\}\s*$|<[^<>]*>|\]\([^()]*\)")
_NAMED = re.compile(r"""\{[^{}\n]*#([^\s{}]+)|(?:id|name)=["']([^"']+)""")


def link_findings(edition: Edition, is_there: IsThere) -> Iterator[Finding]:
    """PG811 and PG812 for a year's narratives. What only the finished pages can tell is left to `verify`."""
    pages = _pages(edition)
    narratives = dict(_narratives(edition))
    for path, narrative in narratives.items():
        for target in narrative.targets:
            code = _judge(edition, pages, path, target.text, is_there)
            if code:
                yield Finding(code, target.span, {"link": target.text}, edition.year)


def _narratives(edition: Edition) -> Iterator[tuple[str, Narrative]]:
    yield from ((f"{name}.md", narrative) for name, narrative in edition.scope.plan_year.narratives.items())
    for path, scope in edition.plans.items():
        yield from ((f"{path}/{name}.md", narrative) for name, narrative in scope.plan.narratives.items())


def _pages(edition: Edition) -> dict[str, Narrative | None]:
    """Every page's path, with its narrative where the page is nothing but that: then its headings are known."""
    pages: dict[str, Narrative | None] = {f"{name}.md": None for name in YEAR_PAGES - {CHANGES}}
    pages |= {f"{edition.roles.page(role).removesuffix('/')}.md": None for role in edition.roles.roles}
    pages |= {f"{WHO}/{path}.md": None for path in edition.plans if edition.roles.of_plan(path)}
    if edition.year - 1 in edition.scope.handbook.years:  # that both years differ is told only with the pages
        homes = ("", *(f"{plan}/" for plan in edition.plans))
        pages |= {f"{home}{name}.md": None for home in homes for name in (CHANGES, f"{CHANGES}/cards")}
    for path, scope in edition.plans.items():
        pages[f"{path}/index.md"] = None
        for chapter in edition.chapters(scope.plan):
            narrative = None if chapter.kind or chapter.compares else scope.plan.narratives[chapter.name]
            pages[f"{path}/{chapter.name}.md"] = None if narrative and narrative.fences else narrative
    # Whether anything has a day is told only with the pages.
    return pages | {f"{home}{CALENDAR}.md": None for home in ("", *(f"{plan}/" for plan in edition.plans))}


def _judge(edition: Edition, pages: dict[str, Narrative | None], page: str, text: str, is_there: IsThere) -> str:
    """The code of what is wrong with a target on a page; empty where nothing is, or nobody can tell yet."""
    parts = split_address(unescape(text))
    if parts is None:
        return BROKEN_LINK
    path = unquote(parts.path)
    where = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    if where in pages:
        narrative = pages[where]
        return BROKEN_ANCHOR if narrative and not _has_place(narrative, unquote(parts.fragment)) else ""
    if _is_media(edition, where) or is_there(where):
        return ""
    if not path.endswith(".md") and _is_address(edition, pages, page, path):
        return ""
    return BROKEN_LINK


def _is_address(edition: Edition, pages: dict[str, Narrative | None], page: str, path: str) -> bool:
    """Whether a path, as the page's own address sees it, is a page or an image, or outside this year's part."""
    address = posixpath.normpath(posixpath.join(_address(page), path))
    if address.startswith(".."):
        return True
    plain = address.removesuffix("index.html").rstrip("/")
    return plain in {"", "."} or f"{plain}.md" in pages or f"{plain}/index.md" in pages or _is_media(edition, address)


def _is_media(edition: Edition, address: str) -> bool:
    """Whether a path is that of an image, or of a calendar file; which of these there are is told with the pages."""
    if address in edition.scope.plan_year.media:
        return True
    folder, name = posixpath.split(address.removesuffix(".ics"))
    homes = {"", *edition.plans}
    is_file = (name == CALENDAR and folder in homes) or folder in {f"{home}/{CALENDAR}" for home in edition.plans}
    return address.endswith(".ics") and is_file


def _address(page: str) -> str:
    stem = page.removesuffix(".md")
    return posixpath.dirname(page) if posixpath.basename(stem) == "index" else stem


def _has_place(narrative: Narrative, anchor: str) -> bool:
    """Whether a page of nothing but this narrative may have an anchor: a heading, or an id that was typed.

    Compares letters and digits only, so that no reading of Markdown is needed; `verify` looks at the rest.
    """
    if not anchor or anchor.startswith(("_", "pg-")):
        return True
    body = narrative.body
    if any(anchor in match.groups() for match in _NAMED.finditer(body)):
        return True
    headings = {_letters(_NO_WORDS.sub("", unescape(one or other))) for one, other in _HEADING.findall(body)}
    return _letters(anchor) in headings or _letters(re.sub(r"_\d+$", "", anchor)) in headings


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", normalize("NFC", text).lower())
