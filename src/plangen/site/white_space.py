"""Finished pages without what templates leave behind and nobody sees: every byte of it is loaded with every page."""

import re

from plangen.site.settings import short_settings

_KEPT_OR_BLANK = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2>)|\n\s+", re.DOTALL | re.IGNORECASE)
_OPENS_TABS = re.compile(r'\s*<script>var target=document\.getElementById\([^<]*"__tabbed_"[^<]*</script>')
"""The theme's script that opens the tab which an address names."""
_GENERATOR = re.compile(r'\s*<meta name="generator"[^>]*>')
_TABS = 'id="__tabbed_'
_NAMESPACE = '<svg xmlns="http://www.w3.org/2000/svg"'
"""In HTML a drawing needs no namespace."""


def compact(html: str) -> str:
    """The page with one line break where there were several, or one and an indent; what must keep its own keeps it.

    A page without tabs has no script for them.
    """
    if _TABS not in html:
        html = _OPENS_TABS.sub("", html)
    html = _GENERATOR.sub("", html, count=1)
    html = _KEPT_OR_BLANK.sub(lambda found: found[1] or "\n", html).replace(_NAMESPACE, "<svg")
    return short_settings(html)
