"""The theme's search slot: its dialog stays, its worker is replaced by ours."""

import re
from collections.abc import Mapping
from posixpath import basename
from typing import Any

from plangen.site.assets import every_page
from plangen.values import say

WORKER, FINDING = "assets/search-worker.js", "assets/search-finding.js"
"""The keys of the worker's two scripts among the shared files."""
LOST = "assets/lost.js"
"""The key of the script that searches for what a lost address may have meant."""
_THEIRS = re.compile(r'(?<=")([^"]*?)assets/javascripts/workers/search\.[0-9a-f]+\.min\.js(?=")')


def worker_url(assets: Mapping[str, str]) -> str:
    """The worker's URL, relative to the version's root; it tells the worker what its other half is called."""
    return assets[WORKER].removesuffix(basename(assets[WORKER])) + worker_name(assets)


def worker_name(assets: Mapping[str, str]) -> str:
    """The same, relative to the folder of shared files."""
    return f"{basename(assets[WORKER])}?with=_assets/{basename(assets[FINDING])}"


def with_worker(html: str, assets: Mapping[str, str]) -> str:
    """A finished page whose settings name our worker in place of the theme's; any other text is returned as it is."""
    at = html.rfind("assets/javascripts/workers/search.")
    if at < 0:
        return html
    start = html.rfind("\n", 0, at) + 1
    return html[:start] + _THEIRS.sub(lambda found: found[1] + worker_url(assets), html[start:], count=1)


def lost_values(year: int | None, base: str, assets: Mapping[str, str], language: str) -> dict[str, Any]:
    """What the template of the page for lost addresses is given; `base` is the version's address on its host.

    Without `year` the site is one year and nothing else: its index stands in its root.
    """
    home = base.rstrip("/") + "/"
    urls = {key: home + url for key, url in assets.items()}
    return {
        "home": home,
        "title": say(("没有这个页面", "There is no such page"), language),
        "back": say(("回到手册首页", "Back to the handbook"), language),
        **every_page(urls),
        "script": urls[LOST],
        "worker": worker_name(assets),
        "year": year or "",
    }
