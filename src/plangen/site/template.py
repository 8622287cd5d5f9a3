"""What a page's template is given: the frame's HTML and the addresses of styles and scripts."""

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from plangen.site.book import Page
from plangen.site.figures import figures_file


def template_values(page: Page, assets: Mapping[str, str]) -> dict[str, Any]:
    """The template's values for one page.

    `assets` maps keys to URLs relative to the version's root; the values are relative to the page. `nav`, `tabs`,
    `breadcrumb`, `banner` and `paper` are HTML; `css` and `js` lists of URLs; `plotly` is empty on pages with no chart,
    as `figures` (what its charts draw); `origins` (the data of "why this number") is empty on pages with no number.
    """
    up = "../" * page.url.count("/")
    urls = {key: up + url for key, url in assets.items()}
    return {
        "nav": page.frame.nav,
        "tabs": page.frame.tabs,
        "breadcrumb": page.frame.breadcrumb,
        "banner": page.frame.banner,
        "paper": page.frame.paper,
        "css": [url for key, url in urls.items() if PurePosixPath(key).match("plangen*.css")],
        "js": [url for key, url in urls.items() if PurePosixPath(key).match("plangen-*.js")],
        "origins": up + page.origins if page.origins else "",
        "figures": up + figures_file(page.figures)[0] if page.figures else "",
        "plotly": urls.get("plotly", "") if page.figures else "",
    }
