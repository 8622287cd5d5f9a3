"""Print the documents of a built site: served to a browser, twice, for the numbers in the contents."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from plangen.render.pdf import page_numbers, settled
from plangen.site.printing.browser import print_page
from plangen.site.printing.paper import for_paper, numbered
from plangen.values import record


@record
class Press:
    """A browser before a built site. `origin` is where the site is served, `url` where it will be read (or empty).

    `revision` is what the foot says of the version of the content, `day` the date that the files carry.
    """

    browser: Path
    site: Path
    origin: str
    url: str
    revision: str
    day: date

    def print(self, path: str, target: Path) -> bytes:
        """A document of the site as a PDF file. `target` is a file that the browser may write. Raises PrintFailed."""
        file = self.site / path
        page = for_paper(file.read_text(encoding="utf-8"), f"{self.url}{path}" if self.url else "", self.revision)
        file.write_text(page, encoding="utf-8")
        first = print_page(self.browser, self.origin + path, target)
        file.write_text(numbered(page, page_numbers(first)), encoding="utf-8")
        return settled(print_page(self.browser, self.origin + path, target), self.day)


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """A folder behind a free port of this machine, as long as it is needed; gives its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Files, directory=str(site)))
    server.daemon_threads = True
    Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


class _Files(SimpleHTTPRequestHandler):
    """Files, without a word."""

    def log_message(self, *_: object) -> None:
        """Nothing."""
