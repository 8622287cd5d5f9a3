"""What the host receives: a book of finished pages, one book a plan year."""

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import Protocol

from plangen.values import record


@record
class Frame:
    """What stands around a page's content, as finished HTML: the host puts it in as it is."""

    nav: str = ""
    tabs: str = ""
    breadcrumb: str = ""
    banner: str = ""
    paper: str = ""


@record
class Page:
    """One page. `path` is `adhesives/east-china/objectives.md`; its URL is the same without `.md`, with a final `/`.

    `markdown` is the narrative with placeholders; `slots` maps each placeholder to the finished HTML that replaces it
    *after* Markdown parsing, so that no value ever passes through the Markdown parser.
    `title` is plain text (hosts escape it); `figures` is what its charts draw, as JSON, which stands in a file beside
    the page; `origins` is the path, inside the version, of the file that says where the page's numbers come from (both
    are among the book's `media`).
    """

    path: str
    title: str
    markdown: str
    slots: Mapping[str, str] = field(default_factory=dict)
    frame: Frame = Frame()
    description: str = ""
    figures: tuple[str, ...] = ()
    origins: str = ""

    @property
    def url(self) -> str:
        """The page's URL path inside its version: `''` for the home page, else ending in `/`."""
        stem = self.path.removesuffix(".md")
        if stem == "index" or stem.endswith("/index"):
            return stem.removesuffix("index")
        return stem + "/"


@record
class Book:
    """All pages of one plan year, with the images they show and the data they load (path → bytes)."""

    year: int
    title: str
    version_title: str
    language: str
    pages: tuple[Page, ...]
    media: Mapping[str, bytes] = field(default_factory=dict)


class Host(Protocol):
    """A site generator that turns a book into HTML files. Found by the entry point group `plangen.hosts`."""

    def build(self, book: Book, config: Path, out: Path, assets: Mapping[str, str]) -> list[str]:
        """Write the book's site into the empty folder `out`; returns warnings.

        `config` is the handbook's own site configuration (`mkdocs.yml`); `assets` maps `plotly` to a URL relative
        to the version's root, such as `../_assets/plotly-3.0.0-ab12.min.js`.
        """
        ...
