"""The gold set of the search: what readers type, and the pages that are right for it."""

import csv
from collections import defaultdict
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Page

GOLD = Path(__file__).resolve().parent.parent / "search" / "gold.csv"
_ASK = """async ([queries, depth]) => {
  const config = JSON.parse(document.getElementById('__config').textContent);
  const base = new URL(config.base + '/', location.href);
  const index = await (await fetch(new URL('search/search_index.json', base))).json();
  const worker = new Worker(new URL(config.search, location.href));
  const asked = message => new Promise(done => {
    worker.onmessage = event => done(event.data);
    worker.postMessage(message);
  });
  await asked({ type: 0, data: { config: index.config, docs: index.docs, options: {} } });
  const found = [];
  for (const query of queries) {
    const answer = await asked({ type: 2, data: query });
    found.push(answer.data.items.slice(0, depth).map(group => new URL(group[0].location, base).href.split('#')[0]));
  }
  worker.terminate();
  return found;
}"""


class Wanted(NamedTuple):
    """One row of the set."""

    year: str
    kind: str
    query: str
    pages: tuple[str, ...]


def gold() -> list[Wanted]:
    """All rows. The home page is `.` in the file."""
    with GOLD.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    return [Wanted(row["year"], row["kind"], row["query"], tuple(row["pages"].split())) for row in rows]


def ranks(page: Page, root: str, rows: list[Wanted], depth: int = 10) -> dict[Wanted, int]:
    """For each row the place of the first right page among the pages that the site's own search gives; 0: none.

    `root` is the site's address. Each year is asked in one go through the worker that the published page names.
    """
    by_year: dict[str, list[Wanted]] = defaultdict(list)
    for row in rows:
        by_year[row.year].append(row)
    placed: dict[Wanted, int] = {}
    for year, some in by_year.items():
        page.goto(f"{root}{year}/")
        answers: list[list[str]] = ask(page, [row.query for row in some], depth)
        for row, answer in zip(some, answers, strict=True):
            right = {f"{root}{year}/{'' if name == '.' else f'{name}/'}" for name in row.pages}
            placed[row] = next((place for place, url in enumerate(answer, 1) if url in right), 0)
    return placed


def ask(page: Page, queries: list[str], depth: int = 10) -> Any:
    """The addresses of the pages found for each query, best first."""
    return page.evaluate(_ASK, [queries, depth])
