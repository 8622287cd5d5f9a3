"""A staged site becomes one that works from a folder."""

import json
from pathlib import Path

from plangen.site import csp
from plangen.site.assets import FOLDER, asset_files
from plangen.site.disk import Disk
from plangen.site.manifest import files_below
from plangen.site.offline.page import as_file
from plangen.site.tongues import split

_SCRIPT = "assets/offline.js"
_INDEX, VERSIONS = "search_index.json", "versions.json"
_OF_SERVERS = frozenset({csp.NAME, "404.html", "robots.txt", ".nojekyll", "sitemap.xml", "sitemap.xml.gz"})
"""Files that only a web server, or who asks one, has a use for."""


def to_files(folder: Path, disk: Disk) -> None:
    """Let every page of a staged site work as a file. To be done before the site is verified."""
    names = frozenset(path.relative_to(folder).as_posix() for path in files_below(folder))
    lists = {split(name)[0]: json.loads((folder / name).read_bytes()) for name in names if _is_list(name)}
    script = f"{FOLDER}/{asset_files()[_SCRIPT][0]}"
    for name in sorted(names):
        if name.endswith(".html"):
            html = (folder / name).read_text(encoding="utf-8")
            disk.write(folder / name, as_file(html, name, names, lists.get(split(name)[0], ()), script).encode())


def _is_list(name: str) -> bool:
    """Whether a file is the list of a language's versions."""
    return split(name)[1] == VERSIONS


def without_server(folder: Path, disk: Disk) -> None:
    """Leave out what only servers need, and put each index into a script, which a page of a folder may load.

    To be done when the site has been verified: that reads the index.
    """
    for path in files_below(folder):
        if path.name == _INDEX:
            disk.write(path.with_suffix(".js"), as_script(path.read_bytes()))
            path.unlink()
        elif path.name in _OF_SERVERS and len(path.relative_to(folder).parts) <= 2:
            path.unlink()


def as_script(index: bytes) -> bytes:
    """An index as the theme's script expects it from a folder."""
    text = index.decode().replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"var __index = {text};\n".encode()
