"""The preview's web server: the staged site as it is, with the problems of the moment at the top of every page."""

import sys
from collections.abc import Callable
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from socket import AF_INET, AF_INET6
from typing import Any
from urllib.parse import urlsplit

from plangen.site import csp
from plangen.site.assets import STYLE, asset_bytes, asset_files
from plangen.site.publishing.words import say
from plangen.site.serving.preview import Preview
from plangen.site.serving.preview_bar import preview_bar

_OWN = "/__plangen/"
_SCRIPT = """(function () {
  var mine = new URL(document.currentScript.src).searchParams.get("v");
  function ask() {
    fetch("/__plangen/version", { cache: "no-store" })
      .then(function (answer) { return answer.text(); })
      .then(function (now) { if (now !== mine) { location.reload(); } else { setTimeout(ask, 400); } })
      .catch(function () { setTimeout(ask, 2000); });
  }
  setTimeout(ask, 400);
})();
"""
_BARE = """<!doctype html>
<html lang="{language}" style="font-size: 125%"><head><meta charset="utf-8"><title>plangen</title>
<meta name="viewport" content="width=device-width,initial-scale=1">
<link rel="stylesheet" href="{own}plangen.css"></head>
<body style="max-width: 61rem; margin: 0 auto">
<p class="md-typeset pg" style="padding: 0 .8rem">{said}</p></body></html>
"""


def is_local(host: str) -> bool:
    """Whether only this machine can reach a server that listens on `host`."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def with_bar(html: str, preview: Preview, language: str) -> str:
    """A page with the problems at its top and the script that loads it again after the next build."""
    script = f'<script src="{_OWN}reload.js?v={preview.version}"></script>'
    start = html.find(">", html.find("<body")) + 1
    end = html.rfind("</body>")
    if start == 0 or end < start:
        return preview_bar(preview, language) + html + script
    return html[:start] + preview_bar(preview, language) + html[start:end] + script + html[end:]


def waiting_page(preview: Preview, language: str) -> str:
    """What is shown while there has been no good build yet: what is wrong, or that the first one runs."""
    said = "" if preview.findings or preview.stopped else say(language, "building")
    return with_bar(_BARE.format(language=language, own=_OWN, said=said), preview, language)


class PreviewServer(ThreadingHTTPServer):
    """A web server for a preview; it listens at once.

    Raises OSError where the port is taken or the host is not this machine's, UnicodeError for a host that is no name.
    """

    def __init__(self, preview: Preview, address: tuple[str, int], language: str) -> None:
        self.preview = preview
        self.language = language
        self.local = is_local(address[0])
        self.address_family = AF_INET6 if ":" in address[0] else AF_INET
        super().__init__(address, _Handler)

    @property
    def url(self) -> str:
        """Where the pages are."""
        host, port = self.server_address[:2]
        return f"http://[{host!s}]:{port}/" if self.address_family == AF_INET6 else f"http://{host!s}:{port}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that hangs up: it leaves a page while a file is on its way."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(SimpleHTTPRequestHandler):
    """Answers from the last good site."""

    server: PreviewServer
    server_version = "plangen"
    sys_version = ""

    def __init__(self, request: Any, client: Any, server: PreviewServer) -> None:
        self.root = server.preview.order.site
        super().__init__(request, client, server, directory=str(self.root))

    def do_GET(self) -> None:
        """A page with its bar, one of our own answers, or a file."""
        self._serve(super().do_GET)

    def do_HEAD(self) -> None:
        """The same without its body."""
        self._serve(super().do_HEAD)

    def _serve(self, send_file: Callable[[], None]) -> None:
        """Answer; an address that no file can have is not found, what is no address at all is refused."""
        try:
            if self.server.local and not is_local(self._host()):
                self._answer(b"", "text/plain", HTTPStatus.MISDIRECTED_REQUEST)
            else:
                self._find(send_file)
        except ConnectionError:
            raise
        except OSError:
            self._page(self.root / "404.html", HTTPStatus.NOT_FOUND)
        except ValueError:
            self._answer(b"", "text/plain", HTTPStatus.BAD_REQUEST)

    def _host(self) -> str:
        """The name that the browser knows this server by."""
        return urlsplit(f"//{self.headers.get('Host', '')}").hostname or ""

    def _find(self, send_file: Callable[[], None]) -> None:
        url = urlsplit(self.path).path
        file = Path(self.translate_path(self.path))
        if url.startswith(_OWN):
            self._own(url.removeprefix(_OWN))
        elif (page := _page_file(file, url)) is not None:
            self._page(page, HTTPStatus.OK)
        elif file.exists() and file != self.root:
            send_file()
        else:
            self._page(self.root / "404.html", HTTPStatus.NOT_FOUND)

    def end_headers(self) -> None:
        """Nothing is cached, and everything obeys the site's own policy."""
        self.send_header("Cache-Control", "no-store")
        self.send_header("Content-Security-Policy", _policy(self.root))
        super().end_headers()

    def list_directory(self, path: Any) -> None:
        """Nothing: a folder without a page of its own is not shown."""
        del path
        self._page(self.root / "404.html", HTTPStatus.NOT_FOUND)

    def log_message(self, *_: object) -> None:
        """Nothing: the terminal is for findings."""

    def _own(self, name: str) -> None:
        if name == "version":
            self._answer(str(self.server.preview.version).encode(), "text/plain", HTTPStatus.OK)
        elif name == "reload.js":
            self._answer(_SCRIPT.encode(), "text/javascript", HTTPStatus.OK)
        elif name == "plangen.css":
            self._answer(asset_bytes(asset_files()[STYLE][1]), "text/css", HTTPStatus.OK)
        else:
            self._answer(b"", "text/plain", HTTPStatus.NOT_FOUND)

    def _page(self, file: Path, status: HTTPStatus) -> None:
        preview, language = self.server.preview, self.server.language
        try:
            html = with_bar(file.read_text(encoding="utf-8"), preview, language)
        except OSError:
            html, status = waiting_page(preview, language), HTTPStatus.SERVICE_UNAVAILABLE
        self._answer(html.encode(), "text/html; charset=utf-8", status)

    def _answer(self, body: bytes, kind: str, status: HTTPStatus) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


def _page_file(path: Path, url: str) -> Path | None:
    if url.endswith("/") and (path / "index.html").is_file():
        return path / "index.html"
    return path if path.suffix == ".html" and path.is_file() else None


def _policy(root: Path) -> str:
    try:
        return (root / csp.NAME).read_text(encoding="utf-8").strip()
    except OSError:
        return csp.policy(())
