"""The settings that the theme's script reads from each finished page."""

import json
import re
from collections.abc import Callable
from typing import Any

_SETTINGS = re.compile(r'(<script id="__config" type="application/json">)(.*?)(</script>)', re.DOTALL)
_INSTANT = "navigation.instant"


def with_settings(html: str, change: Callable[[dict[str, Any]], None]) -> str:
    """A page with its settings changed; one without settings, such as a redirect, is returned as it is."""

    def put(found: re.Match[str]) -> str:
        settings = json.loads(found[2])
        change(settings)
        return found[1] + _written(settings) + found[3]

    return _SETTINGS.sub(put, html, count=1)


def _written(settings: dict[str, Any]) -> str:
    return json.dumps(settings, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")


def short_settings(html: str) -> str:
    """A page with its settings written as short as can be."""
    return with_settings(html, lambda _: None)


def without_instant(settings: dict[str, Any]) -> None:
    """Let every page load anew: a folder has no list of pages, and some pages bring styles and scripts of their own."""
    settings["features"] = [name for name in settings.get("features", ()) if not name.startswith(_INSTANT)]
