"""Pages in which what stands in for a missing translation says its language."""

from dataclasses import replace
from functools import partial

from plangen.model import Handbook
from plangen.render.html.foreign import mark_foreign
from plangen.site.book import Page


def marked(page: Page, handbook: Handbook) -> Page:
    """The page with a `lang` on every text that is of another language than the page's."""
    mark, around = partial(mark_foreign, language=handbook.language, foreign=handbook.foreign), page.frame
    frame = replace(
        around,
        nav=mark(around.nav),
        tabs=mark(around.tabs),
        breadcrumb=mark(around.breadcrumb),
        banner=mark(around.banner),
    )
    return replace(page, slots={token: mark(html) for token, html in page.slots.items()}, frame=frame)
