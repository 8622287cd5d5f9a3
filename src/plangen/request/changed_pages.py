"""Changed pages: which pages of the site come out otherwise, and where on each the first difference stands."""

from collections.abc import Iterator
from re import compile as pattern
from typing import Literal

from plangen.diff import Changes
from plangen.model.reading import YEAR_PAGES
from plangen.request.opening import Sides
from plangen.site.book import Page
from plangen.values import record
from plangen.workspace import Workspace

_ANCHOR = pattern(r' id="([^"]+)"')
_TOP = "pg-content"
"""The anchor of every page's title: as good as none."""


@record
class ChangedPage:
    """One page that differs, and how.

    `plan` is what its plan is called, empty for pages of the whole year. `anchor` is the item where the first
    difference stands; empty for the page itself.
    """

    year: int
    plan: str
    title: str
    path: str
    way: Literal["added", "removed", "changed"] = "changed"
    anchor: str = ""

    @property
    def link(self) -> str:
        """Where it is, from the root of the site; a removed page has none."""
        if self.way == "removed":
            return ""
        return f"{self.year}/{self.path}{'#' if self.anchor else ''}{self.anchor}"


def changed_pages(sides: Sides, year: int, changes: Changes | None) -> Iterator[ChangedPage]:
    """The pages of a year that differ, in the order of the site; `changes` is None for a year of one side."""
    before, after = (_pages(workspace, year) for workspace in (sides.base, sides.head))
    for path in dict.fromkeys([*after, *before]):
        old, new = before.get(path), after.get(path)
        page = new or old
        if page is None or (old and new and _texts(old) == _texts(new)):
            continue
        plan = _plan_of(sides.head if new else sides.base, year, path)
        if old and new:
            yield ChangedPage(year, plan, page.title, page.url, "changed", _first(old, new, changes))
        else:
            yield ChangedPage(year, plan, page.title, page.url, "added" if new else "removed")


def may_differ(sides: Sides, year: int) -> bool:
    """Whether pages of a year can differ: a file of it, of the year before it, or one that all years share does."""
    files = [_concerning(workspace, year) for workspace in (sides.base, sides.head)]
    return files[0] != files[1]


def _concerning(workspace: Workspace, year: int) -> dict[str, bytes]:
    others = {each for each in workspace.years if each not in (year, year - 1)}
    parts = {path.removeprefix(f"{workspace.folder}/"): data for path, data in workspace.files.items()}
    return {path: data for path, data in parts.items() if path.partition("/")[0] not in map(str, others)}


def _pages(workspace: Workspace, year: int) -> dict[str, Page]:
    if year not in workspace.years:
        return {}
    return {page.path: page for page in workspace.pages(year)}


def _texts(page: Page) -> tuple[str, str, tuple[str, ...]]:
    """What a page says. What stands around it is no part of it: a new plan would change every page's navigation."""
    return page.title, page.markdown, tuple(page.slots.values())


def _plan_of(workspace: Workspace, year: int, path: str) -> str:
    plans = workspace.scope(year).plan_year.plans
    register, _, inside = path.partition("/")
    path = inside if register in YEAR_PAGES else path
    while "/" in path:
        path = path.rpartition("/")[0]
        if path in plans:
            return plans[path].head.name
    return ""


def _first(old: Page, new: Page, changes: Changes | None) -> str:
    """The anchor of the heaviest edit that the page shows; else the nearest one above the first difference."""
    html = "".join(new.slots.values())
    known = set(_ANCHOR.findall(html))
    home = new.path.removesuffix(".md")
    for edit in changes.edits if changes else ():
        key = edit.entity.key
        here = f"{key.plan}/{key.kind}" == home and key.item
        names = ("-".join((*key.item, *key.inner[-1:])), "-".join(key.item)) if here else ()
        if found := next((name for name in names if name in known), ""):
            return found
    was = "".join(old.slots.values())
    if was == html:
        return ""
    same = next((n for n, pair in enumerate(zip(was, html, strict=False)) if pair[0] != pair[1]), len(html))
    above = _ANCHOR.findall(html[:same])
    return above[-1] if above and above[-1] != _TOP else ""
