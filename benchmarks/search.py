"""The gold set asked of our search and of the theme's own, with and without a segmenter, side by side.

    python -m benchmarks.search [--jieba PYTHON]

`PYTHON` is an interpreter that has plangen and jieba; without it that row is left out. Prints the tables of
docs/search.md. Needs the browser that the tests need.
"""

import argparse
import gzip
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from e2e.gold import Wanted, gold, ranks  # noqa: E402  (the tests' folder is no package that is installed)
from e2e.serving import SiteServer  # noqa: E402

INDEX = "2026/search/search_index.json"


def main() -> None:
    """Build the sites, ask all queries of each, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jieba", help="an interpreter that has plangen and jieba")
    jieba = parser.parse_args().jieba
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        sites = _sites(Path(folder), jieba)
        found = subprocess.run([str(ROOT / "scripts/browser.sh"), "--find"], capture_output=True, text=True, check=True)
        browser = playwright.chromium.launch(executable_path=found.stdout.strip(), args=["--no-sandbox"])
        page = browser.new_page()
        placed = {name: _ask(page, site) for name, site in sites.items()}
        browser.close()
        print(_totals(placed, sites))
        print(_kinds(placed))


def _sites(folder: Path, jieba: str | None) -> dict[str, Path]:
    """Name → site: ours, and the theme's search over the same pages."""
    ours = folder / "ours"
    build = [sys.executable, "-c", "from plangen.cli import main; main()", "-C", str(ROOT)]
    subprocess.run([*build, "build", "--site-dir", str(ours)], check=True, stdout=sys.stderr)
    sites = {"plangen": ours}
    for name, python, kind in (
        ("Material", sys.executable, "plain"),
        ("Material, every Han character a word", sys.executable, "split"),
        ("Material with jieba", jieba, "plain"),
    ):
        if python:
            sites[name] = folder / name
            call = [python, "-m", "benchmarks.search_theirs", str(ROOT), str(folder / name), kind]
            subprocess.run(call, check=True, cwd=ROOT, stdout=sys.stderr)
            for file in ("csp.txt", "404.html"):
                (folder / name / file).write_text("default-src 'self' 'unsafe-inline'", encoding="utf-8")
    return sites


def _ask(page: Page, site: Path) -> dict[Wanted, int]:
    server = SiteServer(site)
    try:
        return ranks(page, server.base, gold())
    finally:
        server.stop()


def _totals(placed: Mapping[str, dict[Wanted, int]], sites: Mapping[str, Path]) -> str:
    rows = ["| search | first | in the first three | found at all | index of 2026 | gzip -9 |"]
    rows.append("|---|---:|---:|---:|---:|---:|")
    for name, places in placed.items():
        data = (sites[name] / INDEX).read_bytes()
        counts = (sum(low <= place <= high for place in places.values()) for low, high in ((1, 1), (1, 3), (1, 10**6)))
        told = " | ".join(f"{count} of {len(places)}" for count in counts)
        rows.append(f"| {name} | {told} | {len(data):,} | {len(gzip.compress(data, 9)):,} |")
    return "\n".join(rows) + "\n"


def _kinds(placed: Mapping[str, dict[Wanted, int]]) -> str:
    """In the first three, by kind of query."""
    kinds = list(dict.fromkeys(row.kind for row in gold()))
    rows = [f"| in the first three | {' | '.join(placed)} |", f"|---|{'---:|' * len(placed)}"]
    for kind in kinds:
        some = [[0 < place <= 3 for row, place in places.items() if row.kind == kind] for places in placed.values()]
        rows.append(f"| {kind} ({len(some[0])}) | {' | '.join(str(sum(each)) for each in some)} |")
    return "\n".join(rows) + "\n"


if __name__ == "__main__":
    main()
