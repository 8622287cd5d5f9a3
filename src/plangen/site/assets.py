"""The browser's files that all years share: the chart library, plangen's own styles and scripts."""

import hashlib
import re
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from plangen.render.templates import template_dir

theme_dir = template_dir
"""The folder with plangen's templates, styles and scripts."""

FOLDER = "_assets"
"""The folder in the site's root that holds them, each with a hash of its content in its name."""
_BROWSER_KINDS = frozenset({".css", ".js"})


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
def asset_files() -> Mapping[str, tuple[str, Path]]:
    """Every shared file: its key (`plotly`, or its path in the theme) → (published name, where it lies).

    The name carries eight digits of the content's SHA-256, so a reader's browser may keep a file for ever.
    """
    files = {"plotly": (_plotly_name(), plotly_file())}
    theme = theme_dir()
    for path in sorted(theme.rglob("*"), key=_rank):
        if path.suffix in _BROWSER_KINDS and path.is_file():
            files[path.relative_to(theme).as_posix()] = (_hashed(path), path)
    return files


@cache
def asset_bytes(path: Path) -> bytes:
    """What is published of a shared file: our own without comments and white space, the chart library as it is."""
    if theme_dir() not in path.parents:
        return path.read_bytes()
    from rcssmin import cssmin
    from rjsmin import jsmin

    text = path.read_text(encoding="utf-8")
    return str((cssmin if path.suffix == ".css" else jsmin)(text)).encode()


def asset_urls(prefix: str) -> dict[str, str]:
    """Key → URL of every shared file below `prefix`, such as `../_assets/`."""
    return {key: prefix + name for key, (name, _) in asset_files().items()}


def _rank(path: Path) -> tuple[bool, str, str]:
    """The order in which styles and scripts stand on a page: the plain name first, print styles last."""
    return path.stem.endswith("print"), path.stem, path.suffix


def _plotly_name() -> str:
    with plotly_file().open("rb") as stream:
        found = re.search(rb"plotly\.js v([0-9][0-9A-Za-z.-]*)", stream.read(400))
    version = found.group(1).decode() if found else "0"
    return f"plotly-{version}-{_digits(plotly_file())}.min.js"


def _hashed(path: Path) -> str:
    return f"{path.stem}-{_digits(path)}{path.suffix}"


def _digits(path: Path) -> str:
    return hashlib.sha256(asset_bytes(path)).hexdigest()[:8]
