"""What axe-core finds on a page. Its script comes with a Python package, so that no Node is needed."""

from importlib.resources import files
from typing import Any

from playwright.sync_api import Page

_SCRIPT = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
_RUN = """() => axe.run(document, { resultTypes: ['violations'], preload: false,
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })"""
_GRAVE = frozenset({"serious", "critical"})


def grave(page: Page) -> list[str]:
    """Rule, number of places and the first place of every violation that is serious or critical."""
    page.evaluate(_SCRIPT)
    found: list[dict[str, Any]] = page.evaluate(_RUN)["violations"]
    return [
        f"{each['id']}: {len(each['nodes'])}, the first {each['nodes'][0]['html'][:200]}"
        for each in found
        if each["impact"] in _GRAVE
    ]
