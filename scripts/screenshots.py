"""Take the pictures of docs/images from a built site, each of the same size every time.

python scripts/screenshots.py SITE FOLDER    write FOLDER/NAME.png for every picture; SITE is what `plangen build` wrote
"""

import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import style_guide
from playwright.sync_api import Browser, Page, sync_playwright
from small_png import small

from plangen.values.record import record

MOST_BYTES = 100_000
HEADER = 120
"""How much of a page the header covers, with some room below it."""
TODAY = "2026-01-05T09:00:00+08:00"
"""The day of the example handbook: what a browser marks as today is the same in every picture."""
FIND = Path(__file__).with_name("browser.sh")


@record
class Picture:
    """One picture: a page (below `guide/`: of the style guide), what to do on it, how much of it.

    `at` is what the picture begins with, `click` what is opened first, `typed` what is looked for.
    """

    name: str
    page: str
    height: int = 900
    width: int = 1280
    dark: bool = False
    at: str = ""
    click: str = ""
    typed: str = ""


EAST = "adhesives/east-china"
PICTURES = (
    Picture("home", "2025/", 1180),
    Picture("home-dark-phone", "2026/", 1200, 390, dark=True),
    Picture("overview", f"2025/{EAST}/", 1120),
    Picture("overview-phone", f"2025/{EAST}/", 1200, 390),
    Picture("objectives", f"2025/{EAST}/objectives/", 1000, at="#revenue"),
    Picture("why", f"2025/{EAST}/objectives/", 900, click='[data-address$="target@Q3/end-customer"]'),
    Picture("phases", f"2026/{EAST}/phases/", 900, at=".pg-stripbox"),
    Picture("budget-dark", f"2025/{EAST}/budget/", 900, dark=True, at=".pg-cardbox"),
    Picture("organisation", f"2026/{EAST}/org/", 900),
    Picture("role", f"2026/roles/{EAST}/region-manager/", 900),
    Picture("changes", f"2026/{EAST}/changes/", 1000),
    Picture("search", "2026/", 700, typed="差旅"),
    Picture("states", "guide/index.html", 1000, at="#states"),
)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address under which a folder is served."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Say nothing of each file."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


def take(browser: Browser, address: str, picture: Picture) -> bytes:
    """One picture as PNG."""
    context = browser.new_context(
        viewport={"width": picture.width, "height": picture.height},
        color_scheme="dark" if picture.dark else "light",
        locale="zh-CN",
        timezone_id="Asia/Shanghai",
        reduced_motion="reduce",
    )
    context.clock.install(time=TODAY)
    page = context.new_page()
    page.goto(address + picture.page, wait_until="networkidle")
    _prepare(page, picture)
    _wait_for_charts(page)
    png = page.screenshot(animations="disabled", caret="hide")
    context.close()
    return small(png)


def _prepare(page: Page, picture: Picture) -> None:
    """What a reader would do first."""
    if picture.typed:
        page.locator(".md-search__input, [data-md-component=search-query]").first.click()
        page.keyboard.type(picture.typed, delay=30)
        page.keyboard.press("End")  # letters of Chinese come without the event that searching waits for
        page.locator(".md-search-result__item, .pg-hit").first.wait_for(state="visible")
    if picture.click:
        page.locator(picture.click).first.click()
    if picture.at:
        page.locator(picture.at).first.evaluate(
            "(element, header) => scrollTo(0, scrollY + element.getBoundingClientRect().top - header)", HEADER
        )
    page.wait_for_load_state("networkidle")


def _wait_for_charts(page: Page) -> None:
    """Until every chart that can be seen is drawn."""
    page.wait_for_function(
        """() => [...document.querySelectorAll('.pg-chart[data-figure]')].every(chart =>
             chart.getBoundingClientRect().top > innerHeight || chart.hasAttribute('data-drawn'))"""
    )
    page.evaluate("document.fonts.ready.then(() => new Promise(done => setTimeout(done, 500)))")


def main(site: Path, folder: Path) -> int:
    """Take them all; 1 where one is too large for a repository."""
    found = subprocess.run([FIND, "--find"], capture_output=True, text=True, check=True).stdout.strip()
    large = []
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        root = Path(temporary)
        style_guide.write(root / "guide")
        for each in site.iterdir():
            (root / each.name).symlink_to(each.resolve())
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--font-render-hinting=none"])
        folder.mkdir(parents=True, exist_ok=True)
        with served(root) as address:
            for picture in PICTURES:
                png = take(browser, address, picture)
                (folder / f"{picture.name}.png").write_bytes(png)
                print(f"{folder}/{picture.name}.png: {len(png) // 1000} kB")
                large += [picture.name] if len(png) > MOST_BYTES else []
        browser.close()
    if large:
        print(f"too large: {', '.join(large)}")
    return int(bool(large))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
