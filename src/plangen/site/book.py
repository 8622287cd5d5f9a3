"""What the host receives: a book of finished pages, one book a plan year."""

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import Protocol

from plangen.site.search import Trove
from plangen.values import record

WHOLE = "print.html"
"""The name of a plan's document, beside the plan's overview."""


@record
class Frame:
    """What stands around a page's content, as finished HTML: the host puts it in as it is."""

    nav: str = ""
    tabs: str = ""
    breadcrumb: str = ""
    banner: str = ""
    paper: str = ""


@record
class Tongue:
    """A language that a page exists in: its tag, its own name, and the page's URL there from the version's root.

    The URL is empty for the language of the page itself; `same` says that it leads to this very page.
    """

    language: str
    name: str
    url: str
    same: bool = True


@record
class Page:
    """One page. `path` is `adhesives/east-china/objectives.md`; its URL is the same without `.md`, with a final `/`.

    `markdown` is the narrative with placeholders; `slots` maps each placeholder to the finished HTML that replaces it
    *after* Markdown parsing, so that no value ever passes through the Markdown parser.
    `title` is plain text (hosts escape it); `figures` is what its charts draw, as JSON, which stands in a file beside
    the page; `origins` is the path, inside the version, of the file that says where the page's numbers come from.
    Both files are among the book's `media`. `tongues` are the languages that the page exists in, its own among them;
    none where there is only one. `trove` is what the search finds on it; hosts need not read it, the index is one of
    the book's `media`.
    """

    path: str
    title: str
    markdown: str
    slots: Mapping[str, str] = field(default_factory=dict)
    frame: Frame = Frame()
    description: str = ""
    figures: tuple[str, ...] = ()
    origins: str = ""
    tongues: tuple[Tongue, ...] = ()
    trove: Trove = Trove()

    @property
    def url(self) -> str:
        """The page's URL path inside its version: `''` for the home page, else ending in `/`."""
        stem = self.path.removesuffix(".md")
        if stem == "index" or stem.endswith("/index"):
            return stem.removesuffix("index")
        return stem + "/"


@record
class Whole:
    """A plan as one document, bound from its finished pages (see `whole/`).

    `plan` is the URL path of the plan's overview, `chapters` (URL path, title) are the pages in their order, `title`
    is the plan's, `above` and `facts` (name, value) stand around it on the cover, `lede` below it; `contents` is what
    the list of contents is called; `head` and `foot` run along each sheet of paper.
    """

    plan: str
    title: str
    chapters: tuple[tuple[str, str], ...]
    above: tuple[str, ...] = ()
    lede: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    contents: str = ""
    head: str = ""
    foot: str = ""

    @property
    def path(self) -> str:
        """Where the document lies inside the version: a file, so that it is no page of its own for lists and search."""
        return f"{self.plan}{WHOLE}"


@record
class Book:
    """All pages of one plan year, with the images they show and the data they load (path → bytes).

    `base` is the folder of its language in the site; empty for the handbook's own language. `wholes` are the plans as
    one document each.
    """

    year: int
    title: str
    version_title: str
    language: str
    pages: tuple[Page, ...]
    media: Mapping[str, bytes] = field(default_factory=dict)
    base: str = ""
    wholes: tuple[Whole, ...] = ()

    @property
    def folder(self) -> str:
        """Where the year stands in the site: `2026`, `en/2026`."""
        return f"{self.base}/{self.year}" if self.base else str(self.year)


class Host(Protocol):
    """A site generator that turns a book into HTML files. Found by the entry point group `plangen.hosts`."""

    def build(self, book: Book, config: Path, out: Path, assets: Mapping[str, str]) -> list[str]:
        """Write the book's site into the empty folder `out`; returns warnings.

        `config` is the handbook's own site configuration (`mkdocs.yml`); `assets` maps `plotly` to a URL relative
        to the version's root, such as `../_assets/plotly-3.0.0-ab12.min.js`. The year stands in the site's
        folder `book.folder`.
        """
        ...
