"""A web server as a reader's company would run it: the built site, with the site's own policy as a header."""

from collections import Counter
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from plangen.site import csp


class Extra(NamedTuple):
    """A page that only a test puts beside the site: `status` and whether it gets the policy."""

    html: str
    status: HTTPStatus = HTTPStatus.OK
    obeys: bool = True


class SiteServer(ThreadingHTTPServer):
    """Serves a site below `prefix` at a free port of this machine, and counts which addresses are asked for.

    `extra` maps addresses to pages that stand in front of the site's files: controls that must be noticed.
    """

    daemon_threads = True

    def __init__(self, site: Path, prefix: str = "/") -> None:
        self.site, self.prefix = site, prefix
        self.policy = (site / csp.NAME).read_text(encoding="utf-8").strip()
        self.asked: Counter[str] = Counter()
        self.extra: dict[str, Extra] = {}
        super().__init__(("127.0.0.1", 0), _Handler)
        self.thread = Thread(target=self.serve_forever, args=(0.05,), daemon=True)
        self.thread.start()

    @property
    def origin(self) -> str:
        """Scheme, host and port."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    @property
    def base(self) -> str:
        """The address of the site's root, ending in a slash."""
        return self.origin + self.prefix

    def stop(self) -> None:
        """End it and free the port."""
        self.shutdown()
        self.server_close()

    def handle_error(self, *_: object) -> None:
        """Nothing: a browser that leaves a page hangs up."""


class _Handler(SimpleHTTPRequestHandler):
    """Files, with a page of its own for what is not there."""

    server: SiteServer
    protocol_version = "HTTP/1.1"
    obeys = True

    def __init__(self, request: Any, client: Any, server: SiteServer) -> None:
        super().__init__(request, client, server, directory=str(server.site))

    def do_GET(self) -> None:
        """An extra page, a file, or the site's page for unknown addresses."""
        path = urlsplit(self.path).path
        self.server.asked[path] += 1
        extra = self.server.extra.get(path)
        self.obeys = extra is None or extra.obeys
        if extra:
            self._answer(extra.html.encode(), extra.status)
        elif not path.startswith(self.server.prefix) or not self._is_there():
            self._answer((self.server.site / "404.html").read_bytes(), HTTPStatus.NOT_FOUND)
        else:
            super().do_GET()

    def translate_path(self, path: str) -> str:
        """The file behind an address below the prefix."""
        return super().translate_path("/" + path.removeprefix(self.server.prefix))

    def end_headers(self) -> None:
        """The policy, and a long life for the shared files whose names carry hashes (docs/publishing.md)."""
        if self.obeys:
            self.send_header("Content-Security-Policy", self.server.policy)
        if "/_assets/" in self.path:
            self.send_header("Cache-Control", "public, max-age=31536000, immutable")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Nothing."""

    def _is_there(self) -> bool:
        file = Path(self.translate_path(self.path))
        return file.is_file() or (file / "index.html").is_file()

    def _answer(self, body: bytes, status: HTTPStatus) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
