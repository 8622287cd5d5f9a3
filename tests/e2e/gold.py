"""The gold set of the search: what readers type, and the pages that are right for it (tests/search)."""

import csv
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Page

from e2e.asking import ask, pages_of

GOLD = Path(__file__).resolve().parent.parent / "search" / "gold.csv"


class Wanted(NamedTuple):
    """One row of the set. `pages` are addresses below the year, the home page as `.`."""

    year: str
    kind: str
    query: str
    pages: tuple[str, ...]

    def right(self, root: str) -> set[str]:
        """The addresses of the right pages, on a site at `root`."""
        return {f"{root}{self.year}/{'' if name == '.' else f'{name}/'}" for name in self.pages}


def gold() -> list[Wanted]:
    """All rows."""
    with GOLD.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    return [Wanted(row["year"], row["kind"], row["query"], tuple(row["pages"].split())) for row in rows]


def ranks(page: Page, root: str, rows: list[Wanted]) -> dict[Wanted, int]:
    """For each row the place of the first right page among those found; 0 where none is. Each year is asked at once."""
    by_year: dict[str, list[Wanted]] = defaultdict(list)
    for row in rows:
        by_year[row.year].append(row)
    placed: dict[Wanted, int] = {}
    for year, some in by_year.items():
        page.goto(f"{root}{year}/")
        for row, groups in zip(some, ask(page, [row.query for row in some]), strict=True):
            right = row.right(root)
            placed[row] = next((place for place, url in enumerate(pages_of(groups), 1) if url in right), 0)
    return placed
