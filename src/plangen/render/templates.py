"""Where the theme lies: the block templates, the style sheets and the scripts."""

from functools import cache
from pathlib import Path


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
