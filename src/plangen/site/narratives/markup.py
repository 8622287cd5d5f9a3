"""How narratives are turned into HTML: the Markdown extensions, and the names of headings."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from plangen.site.narratives.filling import without

_EXTENSIONS = ("toc", "tables", "admonition", "attr_list", "pymdownx.details", "pymdownx.superfences")


def markdown_extensions(slots: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """Extension → its settings, for a page with these placeholders.

    Headings get readable ids that do not hold what a placeholder stands for, so that they stay when a number changes.
    """
    settings: dict[str, dict[str, Any]] = {name: {} for name in _EXTENSIONS}
    settings["toc"] = {"slugify": lambda text, separator: slug(without(text, slots), separator)}
    return settings


def slug(text: str, separator: str = "-") -> str:
    """The anchor of a heading: its letters and digits in any script, lower case, joined by hyphens."""
    plain = unicodedata.normalize("NFC", re.sub(r"<[^>]*>", "", text)).lower()
    return re.sub(r"\s+", separator, re.sub(r"[^\w\- ]", "", plain).strip())
