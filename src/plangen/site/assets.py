"""The browser's files that all years share: the chart library, plangen's own styles and scripts."""

import hashlib
import re
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path, PurePosixPath

from plangen.render.templates import template_dir

theme_dir = template_dir
"""The folder with plangen's templates, styles and scripts."""

FOLDER = "_assets"
"""The folder in the site's root that holds them, each with a hash of its content in its name."""
STYLE, SCRIPT = "assets/plangen.css", "assets/plangen.js"
"""The keys of what every page loads: the theme's files `plangen*.css` and `plangen-*.js`, each kind joined to one."""
Sources = tuple[Path, ...]
_OF_EVERY_PAGE = {".css": STYLE, ".js": SCRIPT}
_BROWSER_KINDS = frozenset(_OF_EVERY_PAGE)


@cache
def plotly_file() -> Path:
    """The chart library as its Python package ships it, found without importing that package (64 MB).

    Raises FileNotFoundError where it is not installed.
    """
    spec = find_spec("plotly")
    for place in (spec.submodule_search_locations or ()) if spec else ():
        path = Path(place) / "package_data" / "plotly.min.js"
        if path.is_file():
            return path
    raise FileNotFoundError("plotly/package_data/plotly.min.js")


@cache
def asset_files() -> Mapping[str, tuple[str, Sources]]:
    """Every shared file: its key (`plotly`, `STYLE`, `SCRIPT` or its path in the theme) → (published name, sources).

    The name carries eight digits of the content's SHA-256, so a reader's browser may keep a file for ever. What every
    page loads is one style sheet and one script: together they pack to three quarters of what the files do alone.
    """
    files: dict[str, tuple[str, Sources]] = {"plotly": (_plotly_name(), (plotly_file(),))}
    return files | {key: (_hashed(key, sources), sources) for key, sources in _sources().items()}


def _sources() -> Mapping[str, Sources]:
    """Key → the files in the theme that are published as one, in the order in which they are to be read."""
    theme, found = theme_dir(), dict[str, Sources]()
    for path in sorted(theme.rglob("*"), key=_rank):
        if path.suffix in _BROWSER_KINDS and path.is_file():
            joined = path.stem == "plangen" or path.stem.startswith("plangen-")
            key = _OF_EVERY_PAGE[path.suffix] if joined else path.relative_to(theme).as_posix()
            found[key] = (*found.get(key, ()), path)
    return found


@cache
def asset_bytes(sources: Sources) -> bytes:
    """What is published of a shared file: our own without comments and white space, the chart library as it is."""
    return b"\n".join(map(_published, sources))


def _published(path: Path) -> bytes:
    if theme_dir() not in path.parents:
        return path.read_bytes()
    from rcssmin import cssmin
    from rjsmin import jsmin

    text = path.read_text(encoding="utf-8")
    return str((cssmin if path.suffix == ".css" else jsmin)(text)).encode()


def asset_urls(prefix: str) -> dict[str, str]:
    """Key → URL of every shared file below `prefix`, such as `../_assets/`."""
    return {key: prefix + name for key, (name, _) in asset_files().items()}


def every_page(urls: Mapping[str, str]) -> dict[str, list[str]]:
    """What the template of a page loads, `css` and `js`, of the URLs of the shared files."""
    return {"css": [urls[STYLE]] if STYLE in urls else [], "js": [urls[SCRIPT]] if SCRIPT in urls else []}


def _rank(path: Path) -> tuple[bool, str, str]:
    """The order in which styles and scripts are read: the plain name first, print styles last."""
    return path.stem.endswith("print"), path.stem, path.suffix


def _plotly_name() -> str:
    with plotly_file().open("rb") as stream:
        found = re.search(rb"plotly\.js v([0-9][0-9A-Za-z.-]*)", stream.read(400))
    version = found.group(1).decode() if found else "0"
    return f"plotly-{version}-{_digits((plotly_file(),))}.min.js"


def _hashed(key: str, sources: Sources) -> str:
    name = PurePosixPath(key)
    return f"{name.stem}-{_digits(sources)}{name.suffix}"


def _digits(sources: Sources) -> str:
    return hashlib.sha256(asset_bytes(sources)).hexdigest()[:8]
