"""The theme's colours and fonts, for pages that stand alone."""

from functools import cache
from re import DOTALL
from re import compile as pattern

from plangen.render.templates import template_dir

_TOKENS = pattern(r"body\[data-md-color-scheme(=\"slate\")?\] \{(.*?)\}", DOTALL)


@cache
def colours() -> tuple[str, str]:
    """The theme's colours and fonts, for light and for dark surroundings."""
    style = (template_dir() / "assets" / "plangen.css").read_text(encoding="utf-8")
    found = {scheme: " ".join(tokens.split()) for scheme, tokens in _TOKENS.findall(style)}
    return found[""], found['="slate"']
