"""One page being put together: Markdown with placeholders, and what fills them."""

import json
from dataclasses import dataclass, field
from functools import cached_property
from html import escape

from plangen.compute import PlanScope
from plangen.model import Plan
from plangen.render.html import HtmlContext, no_terms, render_block, render_document, render_line
from plangen.render.plain import plain_text
from plangen.site.aliases import aliases
from plangen.site.book import Page
from plangen.site.edition import Edition
from plangen.site.frame import frame
from plangen.site.links import SiteLinks
from plangen.site.narratives.filling import without
from plangen.site.narratives.narrative import Resolver
from plangen.site.permanent import permanent_url
from plangen.site.search import Trove
from plangen.site.search.gather import Gathering
from plangen.site.search.words import prose_entries
from plangen.site.terms import PAGE, Explained, Explainer
from plangen.source import Narrative
from plangen.views import (
    Block,
    Board,
    Cards,
    Chart,
    Document,
    Group,
    Inline,
    Line,
    Picture,
    Strip,
    Table,
    Tree,
)

BLOCKS = (Board, Cards, Chart, Picture, Strip, Table, Tree, Group)


@dataclass
class Sheet:
    """One page being put together: Markdown with placeholders, and what fills them.

    `lists`: it lists what other pages have; `outline`: of which the search takes nothing but the page's head.
    """

    edition: Edition
    url: str
    lists: bool = False
    outline: bool = False
    slots: dict[str, str] = field(default_factory=dict)
    pieces: list[str] = field(default_factory=list)
    plan: Plan | None = None
    figures: list[str] = field(default_factory=list)

    @cached_property
    def found(self) -> Gathering:
        """What the search finds here."""
        return Gathering(self.edition.language, self.outline)

    @cached_property
    def terms(self) -> Explainer:
        """What explains the terms of this page; its own page explains them all."""
        return Explainer(self.edition, self.plan, SiteLinks(self.edition, self.url).to(f"{PAGE}/"))

    @property
    def context(self) -> HtmlContext:
        """The surroundings of this page for the HTML renderer."""
        links = SiteLinks(self.edition, self.url)
        terms = no_terms if self.url == f"{PAGE}/" else self.terms.in_head
        excerpt, language = self.edition.excerpt, self.edition.language
        return HtmlContext(language, links, excerpt, lambda code: links.to("checks/", code), self.figures, terms)

    def document(self, document: Document) -> None:
        """Add a document's head and blocks."""
        self.found.lede(document.lede)
        self.found.blocks(document.blocks)
        self.pieces.append(self._slot(render_document(document, self.context)))

    def blocks(self, blocks: tuple[Block, ...]) -> None:
        """Add blocks."""
        self.found.blocks(blocks)
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
        text, said, at, resolver = list[str](), list[str](), 0, Resolver(self.edition, scope, narrative)
        parts = [*self.terms.in_narrative(narrative), *resolver.parts(), *resolver.pictures()]
        for start, end, part in sorted(parts, key=lambda piece: piece[0]):
            text += (narrative.body[at:start], self._part(part))
            said += (narrative.body[at:start], self._said(part, narrative.body[start:end]))
            at = end
        text.append(narrative.body[at:])
        self.pieces += self._in_its_language("".join(text), narrative)
        self.found.entries += prose_entries("".join((*said, narrative.body[at:])), without("".join(text), self.slots))

    def _in_its_language(self, text: str, narrative: Narrative) -> tuple[str, ...]:
        """A narrative that stands in for a missing translation says its language."""
        handbook = self.edition.scope.handbook
        if handbook.language in (handbook.head.language, narrative.file.split(".")[-2]):
            return (text,)
        return self._slot(f'<div lang="{handbook.head.language}">'), text, self._slot("</div>")

    def _part(self, part: Explained | Inline | Block) -> str:
        """A part of a narrative as a placeholder; a block stands on a line of its own."""
        if isinstance(part, Explained):
            return self._slot(part.html)
        if isinstance(part, BLOCKS):
            return self._slot(render_block(part, self.context).strip()) + _after(part)
        line: Line = (part,)  # type: ignore[assignment]
        return self._slot(render_line(line, self.context))

    def _said(self, part: Explained | Inline | Block, typed: str) -> str:
        """What the search finds of a part of a narrative; what a block says it finds apart."""
        if isinstance(part, Explained):
            return typed
        if isinstance(part, BLOCKS):
            self.found.blocks((part,))
            return _after(part)
        line: Line = (part,)  # type: ignore[assignment]
        return plain_text(line, self.edition.language)

    def _slot(self, html: str) -> str:
        token = f"{self.edition.mark}{len(self.slots)}x"
        self.slots[token] = html
        return token

    def page(self, path: str, title: str, plan: Plan | None, description: str = "") -> Page:
        """The finished page."""
        around = frame(self.edition, self.url, plan, title)
        trove = Trove(place_of(plan), tuple(self.found.entries), self.lists or self.outline)
        text = "\n\n".join(self.pieces) + "\n"
        return Page(path, title, text, self.slots, around, description, tuple(self.figures), trove=trove)


def place_of(plan: Plan | None) -> str:
    """Where a page belongs, as results say it: `粘合剂·华东区域`."""
    return "·".join(each.head.name for each in reversed(list(plan.lineage()))) if plan else ""


def _after(part: Block) -> str:
    """A block stands on a line of its own; a picture says itself whether it does."""
    return "" if isinstance(part, Picture) else "\n"
