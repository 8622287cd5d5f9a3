"""Finished pages without the white space that templates leave behind."""

import re

_KEPT_OR_BLANK = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2>)|\n\s+", re.DOTALL | re.IGNORECASE)


def compact(html: str) -> str:
    """The page with one line break where there were several, or one and an indent; what must keep its own keeps it."""
    return _KEPT_OR_BLANK.sub(lambda found: found[1] or "\n", html)
