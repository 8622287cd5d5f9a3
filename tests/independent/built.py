"""The example's site as it was built, with its figures and findings."""

import json
import re
from dataclasses import dataclass
from functools import cached_property
from html import escape
from pathlib import Path
from typing import Any

from independent.export import Name, Row


@dataclass(frozen=True)
class Site:
    """The example, built once."""

    root: Path
    figures: dict[Name, Row]
    findings: list[dict[str, Any]]

    def pages(self) -> list[Path]:
        """Every page of every year."""
        return sorted(self.root.glob("20*/**/index.html"))

    def html(self, page: Path) -> str:
        """A page with the address of each number at the number: pages keep them in a file beside them."""
        text = page.read_text(encoding="utf-8")
        found = re.search(r'name="plangen-origins" content="([^"#]+)#([^"]+)"', text)
        if found is None:
            return text
        data = (page.parent / found[1]).resolve().read_text(encoding="utf-8")
        _, shown = json.loads(f"[{data.removeprefix('plangenOrigins(').rstrip().removesuffix(');')}]")
        return with_addresses(text, shown[found[2]])

    def year(self, page: Path) -> int:
        """The plan year of a page."""
        return int(page.relative_to(self.root).parts[0])

    @cached_property
    def written(self) -> set[tuple[int, str]]:
        """By year how the export writes each figure."""
        return {(year, row["text"]) for (year, _, _), row in self.figures.items()}


def with_addresses(html: str, addresses: list[str]) -> str:
    """Numbers carry the place of their address in the list of the page, or follow the number before them."""
    places: list[int] = []

    def named(found: re.Match[str]) -> str:
        places.append(int(found[2]) if found[2] else places[-1] + 1)
        return f'{found[1]} data-address="{escape(addresses[places[-1]])}"'

    text = re.sub(r'(<span class="pg-num(?: [^"]*)?")(?: data-address="(\d+)")?', named, html)
    assert set(places) == set(range(len(addresses))), "every address has its number"
    return text
