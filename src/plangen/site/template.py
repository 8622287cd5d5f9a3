"""What a page's template is given: the frame's HTML and the addresses of styles and scripts."""

from collections.abc import Mapping
from typing import Any

from plangen.site.assets import every_page
from plangen.site.book import Page
from plangen.site.figures import figures_file
from plangen.site.origins import page_name
from plangen.values import say


def template_values(page: Page, assets: Mapping[str, str]) -> dict[str, Any]:
    """The template's values for one page.

    `assets` maps keys to URLs relative to the version's root; the values are relative to the page. `nav`, `tabs`,
    `breadcrumb`, `banner` and `paper` are HTML; `css` and `js` lists of URLs; `plotly` is empty on pages with no chart,
    as `figures` (what its charts draw); `origins` (the data of "why this number", and what the page is called there)
    is empty on pages with no number.
    `tongues` are the languages of the page: tag, name and URL of each, empty for its own.
    """
    up = "../" * page.url.count("/")
    urls = {key: up + url for key, url in assets.items()}
    return {
        "nav": page.frame.nav,
        "tabs": page.frame.tabs,
        "breadcrumb": page.frame.breadcrumb,
        "banner": page.frame.banner,
        "paper": page.frame.paper,
        **every_page(urls),
        "tongues": [
            {"tag": each.language, "name": each.name, "url": each.url and up + each.url, "same": each.same}
            for each in page.tongues
        ],
        "origins": f"{up}{page.origins}#{page_name(page)}" if page.origins else "",
        "figures": up + figures_file(page.figures)[0] if page.figures else "",
        "plotly": urls.get("plotly", "") if page.figures else "",
    }


def palette_names(language: str) -> tuple[str, str]:
    """What the switch of light and dark says in a language, while the page is light, and while it is dark."""
    return say(("切换到深色", "Switch to dark"), language), say(("切换到浅色", "Switch to light"), language)
