"""Permanent links: `id/<plan>/<kind>/#<item>` leads to an item wherever it stands now, under any id that it had."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from html import escape

from plangen.model.reading import PERMANENT
from plangen.site.aliases import Spot, anchor, former
from plangen.site.book import Page
from plangen.site.edition import Edition
from plangen.site.links import SiteLinks
from plangen.site.publishing.versions import bare_page
from plangen.values import Address, record

SCRIPT = f"{PERMANENT}/to.js"
_ANCHOR = re.compile(r'\sid="([^"]+)"')
_LEAD = b"""\
/* From a permanent address to where its item stands now. Without scripts the page is a list that does the same. */
(function () {
  "use strict";

  var id = decodeURIComponent(location.hash.slice(1));
  var here = id ? document.getElementById(id) : null;
  var link = (here || document).querySelector("a");
  if (link) { location.replace(link.href + (id && !here ? "#" + encodeURIComponent(id) : "")); }
})();
"""
_LOOK = "body{font:16px/1.75 sans-serif;margin:2rem auto;max-width:40rem;padding:0 1rem}:target{background:#edf3fb}"


def permanent_pages(edition: Edition, pages: Iterable[Page]) -> dict[str, bytes]:
    """Path and content of a page for every plan and every section, as they are called in this year or any other.

    A file for each item would more than triple the files of a site; one for each section lists its items, and a script
    of a few lines leads on to the one that the address names.
    """
    there = {page.url: _anchors(page) for page in pages}
    old_spots = former(edition.scope.handbook, edition.year)
    lists: dict[tuple[str, str], dict[Spot, Spot]] = defaultdict(dict)
    for path, scope in edition.plans.items():
        lists[path, ""] = {}
        lists |= {(path, kind): {} for kind in scope.plan.sections}
    for old, now in (*((spot, spot) for spot in edition.scope.entries), *old_spots.items()):
        lists[old[:2]][old] = now
    writer = _Writer(edition, there, old_spots)
    made = {f"{permanent_url(*key)}index.html": writer.page(*key, spots) for key, spots in sorted(lists.items())}
    return {**made, SCRIPT: _LEAD} if made else {}


def permanent_url(plan: str, kind: str) -> str:
    """The URL path of the permanent page of a section, inside the version."""
    return f"{PERMANENT}/{plan}/{kind}/" if kind else f"{PERMANENT}/{plan}/"


def _anchors(page: Page) -> frozenset[str]:
    return frozenset(found for html in page.slots.values() for found in _ANCHOR.findall(html))


@record
class _Writer:
    """Writes the pages of one year. `there` are the anchors of each page by its URL."""

    edition: Edition
    there: Mapping[str, frozenset[str]]
    former: Mapping[Spot, Spot]

    def page(self, plan: str, kind: str, spots: Mapping[Spot, Spot]) -> bytes:
        """The page of a section (or of a plan, without a kind) under one of its names; first the way to it all."""
        url = permanent_url(plan, kind)
        now = self.former.get((plan, "", ()), (plan, "", ()))[0]
        links = SiteLinks(self.edition, url)
        title = self._title(now, kind)
        first = f'<h1><a href="{escape(links.to(self._home(now, kind)))}">{escape(title)}</a></h1>'
        rows = (self._row(links, old, spot) for old, spot in spots.items() if old[2])
        told = self.edition.word("固定链接：编号改了也能打开。", "Permanent links: they open whatever an id is now.")
        script = f'<script src="{escape(links.to(SCRIPT))}"></script>'
        body = f"{first}\n<p>{told}</p>\n<ul>\n{''.join(rows)}</ul>\n{script}"
        return bare_page(self.edition.scope.handbook.language, title, body, f"<style>{_LOOK}</style>")

    def _home(self, plan: str, kind: str) -> str:
        """The page that holds a section: its own, else that of its plan, else the year's."""
        pages = (f"{plan}/{kind}/", f"{plan}/") if kind else (f"{plan}/",)
        return next((page for page in pages if page in self.there), "")

    def _title(self, plan: str, kind: str) -> str:
        scope = self.edition.plans.get(plan)
        parts = [step.head.name for step in reversed(list(scope.plan.lineage()))] if scope else [plan]
        known = self.edition.kinds.get(kind)
        return " · ".join([*parts, *([known.title(self.edition.language)] if known else [])])

    def _row(self, links: SiteLinks, old: Spot, now: Spot) -> str:
        name, target = self.edition.scope.name_of(Address(*now)), self._target(links, now)
        return f'<li id="{escape(anchor(old))}"><a href="{escape(target)}">{escape(name)}</a></li>\n'

    def _target(self, links: SiteLinks, spot: Spot) -> str:
        """Where an item stands now: a role has a page of its own; a part without a place stands with its item."""
        role = Address(*spot)
        if role in self.edition.roles.roles:
            return links.to(self.edition.roles.page(role))
        plan, kind, item = spot
        home = self._home(plan, kind)
        places = ("-".join(item[:length]) for length in range(len(item), 0, -1))
        return links.to(home, next((place for place in places if place in self.there.get(home, ())), ""))
