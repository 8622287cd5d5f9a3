"""A page as readers get it: its Markdown parsed with the site's extensions, its placeholders filled, its frame."""

import markdown

from plangen.site import fill, markdown_extensions
from plangen.site.book import Page
from unit.render.page_reader import PageReader


def finished(page: Page) -> PageReader:
    """The elements and texts of a page with everything that stands around it."""
    settings = markdown_extensions(page.slots)
    body = markdown.markdown(page.markdown, extensions=list(settings), extension_configs=settings)
    frame = page.frame
    return PageReader("\n".join((frame.nav, frame.tabs, frame.breadcrumb, frame.banner, fill(body, page.slots))))
