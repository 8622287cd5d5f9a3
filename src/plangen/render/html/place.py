"""Where on a page a block stands: what came before it, and which anchors are taken."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from typing import TYPE_CHECKING

from plangen.render.html.context import HtmlContext, no_terms
from plangen.render.html.line import render_line, safe_href
from plangen.render.html.partial import finished
from plangen.render.words import word
from plangen.values import record, unit_words
from plangen.views import Block, Fold, Group, Heading, Link, Slip, Table, Wording

if TYPE_CHECKING:
    from markupsafe import Markup

_COUNTED = re.compile(r"(?<=\d)((?:</\w+>)*(?:<span class=\"pg-(?!u\")[\w-]*\">)?) (?=[\u4e00-\u9fff])")
"""The space between a number and a Chinese word: `4</span> 个岗位`; the unit of a number stays with it anyway."""


@record
class Place:
    """Where a block stands.

    `level` is the heading level for titles of tables; `above` the text of the heading it stands under.
    `shown` are the anchors of tables that stand openly on the page; `used` those already written.
    """

    ctx: HtmlContext
    level: int = 2
    above: str = ""
    shown: frozenset[str] = frozenset()
    used: set[str] = field(default_factory=set)

    def line(self, line: Wording) -> "Markup":
        """A line as finished HTML, for use in partials."""
        return finished(render_line(line, self.ctx))

    def label(self, line: Wording) -> "Markup":
        """The same for a label or a short note: a number and the word that it counts stay on one line."""
        return finished(_COUNTED.sub(r"\1&nbsp;", render_line(line, self.ctx)))

    def word(self, key: str, *values: object) -> str:
        """One of the renderer's own words in the page's language."""
        return word(self.ctx.language, key, *values)

    def unit(self, text: str) -> str:
        """A unit in the page's language, as the head of a column has it."""
        return unit_words(text, self.ctx.language)

    def head(self, text: str, *, folded: bool = False) -> "Markup":
        """The head of a column; its terms are explained where it stands openly."""
        return finished(no_terms(text) if folded else self.ctx.terms(text))

    def href(self, link: Link) -> str | None:
        """A link's URL, None where it has none or an unsafe one."""
        href = self.ctx.links.href(link)
        return safe_href(href) if href else None

    def anchor(self, name: str, *, folded: bool = False) -> str:
        """The anchor to write for a name: empty where it is taken, or where an open table will carry it."""
        if not name or name in self.used or (folded and name in self.shown):
            return ""
        self.used.add(name)
        return name

    def after(self, block: Block) -> "Place":
        """The place of the block that follows `block`."""
        if isinstance(block, Heading):
            return replace(self, level=min(block.level + 1, 4), above=block.text)
        return self


def open_anchors(blocks: Sequence[Block]) -> Iterator[str]:
    """The anchors of all tables that are shown openly, in document order."""
    for block in blocks:
        if isinstance(block, Fold | Slip | Group):
            yield from open_anchors(block.blocks)
        elif isinstance(block, Table):
            yield block.id
            yield from (row.id for row in block.rows if row.id)
