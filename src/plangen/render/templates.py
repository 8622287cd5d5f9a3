"""Where the theme lies: the block templates, the style sheets and the scripts."""

from functools import cache
from pathlib import Path

STYLES = ("plangen.css", "plangen-blocks.css", "plangen-frame.css", "plangen-table.css", "plangen-print.css")
"""Style sheets of `assets/`, in the order in which a page must link them: the tokens first, paper last."""

SCRIPTS = ("plangen-charts.js", "plangen-colours.js", "plangen-tools.js")
"""Scripts of `assets/`; any order does."""


@cache
def template_dir() -> Path:
    """The folder of the theme: packaged beside `plangen` in a wheel, else the one of the repository.

    Raises FileNotFoundError where neither exists.
    """
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "site_templates", package.parent.parent / "site_templates"):
        if (folder / "plangen_theme" / "main.html").is_file():
            return folder / "plangen_theme"
    raise FileNotFoundError("the plangen theme is missing: neither packaged nor in site_templates/")


def asset_files() -> tuple[Path, ...]:
    """Every style sheet and script of the theme, styles first, each in loading order."""
    assets = template_dir() / "assets"
    return tuple(assets / name for name in (*STYLES, *SCRIPTS))
