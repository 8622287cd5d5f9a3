"""How much a reader loads: pages, styles, scripts and the search index, beside the theme's plain ones.

    python -m benchmarks.weight [--plans 60] [--work DIR]     build a generated handbook and its floor, and weigh both
    python -m benchmarks.weight --site SITE --plain SITE      weigh two sites that are there; without `--plain`, ours

The floor is plain MkDocs and Material over the same finished pages. All figures are bytes of gzip -9; prints the tables
of docs/benchmarks.md. Sections are the pages of plans that a section's file makes: no registers, no pages of changes.
"""

import argparse
import gzip
import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.generate import Size, write_handbook
from benchmarks.measure import own, run

from plangen.catalogue import kinds
from plangen.model.reading import PERMANENT

MOST = 12_000
_TAG = re.compile(r"<(link|script)\b[^>]*>")
_URL = {"link": re.compile(r'\bhref="([^"]+)"'), "script": re.compile(r'\bsrc="([^"]+)"')}
INDEX = "search/search_index.json"


@cache
def packed(data: bytes) -> int:
    """Bytes as a server sends them."""
    return len(gzip.compress(data, 9, mtime=0))


def sections(site: Path) -> Mapping[str, int]:
    """URL path → weight of every section's page, in all years."""
    names = kinds().keys()
    pages = {path.parent.relative_to(site).as_posix(): path for path in sorted(site.glob("[0-9]*/*/**/index.html"))}
    wanted = [url for url in pages if url.rpartition("/")[2] in names and url.split("/")[1] != PERMANENT]
    return {url: packed(pages[url].read_bytes()) for url in wanted}


def loaded(page: Path) -> dict[str, tuple[int, int]]:
    """What a page loads before its first chart: `link` (styles) and `script` → how many files, and their weight."""
    found = dict.fromkeys(_URL, (0, 0))
    for tag in _TAG.finditer(page.read_text(encoding="utf-8")):
        url = _URL[tag[1]].search(tag[0])
        if url and (tag[1] == "script" or "stylesheet" in tag[0]):
            count, size = found[tag[1]]
            found[tag[1]] = (count + 1, size + packed((page.parent / url[1]).resolve().read_bytes()))
    return found


def index_of(site: Path, year: str) -> bytes:
    """A year's search index; of a site that has one for all years, that year's part."""
    own_index = site / year / INDEX
    if own_index.is_file():
        return own_index.read_bytes()
    index = json.loads((site / INDEX).read_bytes())
    index["docs"] = [each for each in index["docs"] if each["location"].startswith(f"{year}/")]
    return json.dumps(index, sort_keys=True, separators=(",", ":")).encode()


@dataclass(frozen=True)
class Weights:
    """What was weighed of one site: its pages of sections, what the heaviest loads, the index of its last year."""

    pages: Mapping[str, int]
    files: Mapping[str, tuple[int, int]]
    index: bytes

    @property
    def before_a_chart(self) -> int:
        """Styles and scripts together."""
        return sum(size for _, size in self.files.values())


def weigh(site: Path) -> Weights:
    """Weigh a site."""
    pages = sections(site)
    year = max(path.name for path in site.iterdir() if path.name.isdecimal())
    return Weights(pages, loaded(site / max(pages, key=lambda url: pages[url]) / "index.html"), index_of(site, year))


def table(all_weights: Mapping[str, Weights]) -> Iterator[str]:
    """A row for each figure, a column for each site."""
    yield f"| | {' | '.join(all_weights)} |"
    yield f"| --- |{' ---: |' * len(all_weights)}"
    for name, told in _ROWS.items():
        yield f"| {name} | {' | '.join(told(each) for each in all_weights.values())} |"


_ROWS: Mapping[str, Callable[[Weights], str]] = {
    "pages of sections": lambda each: f"{len(each.pages):,}",
    "the heaviest": lambda each: f"{max(each.pages.values()):,}",
    "the median": lambda each: f"{median(each.pages.values()):,.0f}",
    f"over {MOST:,}": lambda each: f"{sum(size > MOST for size in each.pages.values()):,}",
    "style sheets": lambda each: f"{each.files['link'][1]:,} ({each.files['link'][0]} files)",
    "scripts": lambda each: f"{each.files['script'][1]:,} ({each.files['script'][0]} files)",
    "both, before the first chart": lambda each: f"{each.before_a_chart:,}",
    "search index of a year": lambda each: f"{packed(each.index):,}",
    "the same, not packed": lambda each: f"{len(each.index):,}",
}


def over(weights: Weights) -> Iterator[str]:
    """The pages of sections that weigh more than they should, the heaviest first."""
    for url, size in sorted(weights.pages.items(), key=lambda pair: -pair[1]):
        if size > MOST:
            yield f"{size:,} {url}"


def build(size: Size, folder: Path) -> dict[str, Path]:
    """A generated handbook, published by plangen and as its floor; the sites by name."""
    handbook, plain = write_handbook(size, folder / "handbook"), folder / "plain"
    run([*own("floor"), str(handbook), str(plain)], folder, folder / "dump.log")
    plangen = [sys.executable, "-c", "from plangen.cli import main; main()", "-C", str(handbook), "build"]
    run(plangen, folder, folder / "build.log")
    run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(plain / "mkdocs.yml")],
        folder,
        folder / "plain.log",
    )
    return {"plangen": handbook / "site", "plain Material": plain / "site"}


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.weight", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--plans", type=int, default=60, help="plans a year, eight pages each [%(default)s]")
    parser.add_argument("--years", type=int, default=2, help="plan years [%(default)s]")
    parser.add_argument("--work", type=Path, metavar="DIR", help="where to work; kept [a temporary folder, removed]")
    parser.add_argument("--site", type=Path, help="a site of plangen's that is there")
    parser.add_argument("--plain", type=Path, help="the floor's site that is there")
    given = parser.parse_args(arguments)
    with TemporaryDirectory(prefix="plangen-weight-") as temporary:
        sites = (
            {"plangen": given.site, "plain Material": given.plain}
            if given.site
            else build(Size(given.plans, given.years), (given.work or Path(temporary)).resolve())
        )
        weights = {name: weigh(site) for name, site in sites.items() if site}
    print("\n".join(table(weights)))
    print("\n".join(over(weights["plangen"])))


if __name__ == "__main__":
    main()
