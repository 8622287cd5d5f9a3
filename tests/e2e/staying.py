"""Whether a page came into the window that was open, without being loaded anew."""

from playwright.sync_api import Page

from e2e.reader import until

_SITEMAP_IS_HERE = """() => performance.getEntriesByType("resource").some(
  entry => entry.name.endsWith("/sitemap.xml") && entry.responseEnd > 0)"""


def mark(page: Page) -> None:
    """Mark the window. A page just loaded learns from the sitemap where it may go instantly: wait for that."""
    until(page, lambda: page.evaluate(_SITEMAP_IS_HERE), "the sitemap is here")
    page.evaluate("() => { window.stayed = true }")


def marked(page: Page) -> bool:
    """Whether it is the window that was marked."""
    return bool(page.evaluate("() => window.stayed === true"))
