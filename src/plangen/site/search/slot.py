"""The theme's search slot: its dialog stays, its worker is replaced by ours."""

import re
from collections.abc import Mapping
from posixpath import basename

WORKER, FINDING = "assets/search-worker.js", "assets/search-finding.js"
"""The keys of the two scripts among the shared files."""
_THEIRS = re.compile(r'(?<=")([^"]*?)assets/javascripts/workers/search\.[0-9a-f]+\.min\.js(?=")')


def worker_url(assets: Mapping[str, str]) -> str:
    """The worker's URL, relative to the version's root; it tells the worker what its other half is called."""
    return f"{assets[WORKER]}?with=_assets/{basename(assets[FINDING])}"


def with_worker(html: str, assets: Mapping[str, str]) -> str:
    """A finished page whose settings name our worker in place of the theme's; any other text is returned as it is."""
    at = html.rfind("assets/javascripts/workers/search.")
    if at < 0:
        return html
    start = html.rfind("\n", 0, at) + 1
    return html[:start] + _THEIRS.sub(lambda found: found[1] + worker_url(assets), html[start:], count=1)
