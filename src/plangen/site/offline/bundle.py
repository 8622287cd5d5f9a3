"""A staged site becomes one that works from a folder."""

import json
from pathlib import Path
from typing import Any

from plangen.site import csp
from plangen.site.assets import FOLDER, asset_files
from plangen.site.offline.page import as_file
from plangen.site.publishing.disk import Disk
from plangen.site.publishing.manifest import files_below
from plangen.site.search.index import as_script
from plangen.site.tongues import split

_SCRIPT = "assets/offline.js"
_INDEX = "search_index.json"
_OF_SERVERS = frozenset({*csp.files(""), "404.html", "robots.txt", ".nojekyll", "sitemap.xml", "sitemap.xml.gz"})
"""Files that only a web server, or who asks one, has a use for."""


def to_files(folder: Path, disk: Disk) -> None:
    """Let every page of a staged site work as a file. To be done before the site is verified."""
    names = frozenset(path.relative_to(folder).as_posix() for path in files_below(folder))
    versions = {base: _versions(folder / base) for base in {split(name)[0] for name in names}}
    script = f"{FOLDER}/{asset_files()[_SCRIPT][0]}"
    for name in sorted(names):
        if name.endswith(".html"):
            html = (folder / name).read_text(encoding="utf-8")
            disk.write(folder / name, as_file(html, name, names, versions[split(name)[0]], script).encode())


def _versions(folder: Path) -> list[dict[str, Any]]:
    """The versions of one language; none where it has no list."""
    path = folder / "versions.json"
    found: list[dict[str, Any]] = json.loads(path.read_bytes()) if path.is_file() else []
    return found


def without_server(folder: Path, disk: Disk) -> None:
    """Leave out what only servers need, and put each index into a script, which a page of a folder may load.

    To be done when the site has been verified: that reads the index.
    """
    for path in files_below(folder):
        if path.name == _INDEX:
            disk.write(path.with_suffix(".js"), as_script(path.read_bytes()))
            path.unlink()
        elif path.name in _OF_SERVERS and len(path.relative_to(folder).parts) <= 3:
            path.unlink()
