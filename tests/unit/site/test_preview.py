"""The live preview: last good pages, findings on top, recovery, and who may see it."""

import contextlib
import re
import socket
import struct
import threading
from collections.abc import Iterator
from dataclasses import replace
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from threading import Event, Thread

import pytest

from plangen.findings import Finding
from plangen.site.codes import BROKEN_LINK, HOST_SAYS
from plangen.site.publishing.publish import Outcome, Shelf
from plangen.site.serving.preview import Preview
from plangen.site.serving.server import PreviewServer, is_local, with_bar
from plangen.values.span import Span
from unit.site.books import FakeHost, FakeShelf, book, handbook

ERROR = Finding(BROKEN_LINK, Span.at("content/2025/<plan>.md", 3, 7), {"link": '<script>alert("x")</script>'})
WARNING = Finding(HOST_SAYS, Span.whole("mkdocs.yml"), {"text": "hm"})


class Desk:
    """A writer at work: `shelf` is what the content says now."""

    def __init__(self, folder: Path) -> None:
        self.order = replace(handbook(folder / "root"), site=folder / "preview" / "site")
        self.shelf: Shelf = FakeShelf({2025: book()})
        self.outcomes: list[Outcome] = []
        self.preview = Preview(self.order, lambda: self.shelf, lambda outcome, _: self.outcomes.append(outcome))

    def save(self, text: str, *findings: Finding) -> bool:
        """Change the content, then look."""
        (self.order.root / "content/2025/plan.yml").write_text(f"name: {text}\n", encoding="utf-8")
        self.shelf = FakeShelf({2025: book(extra=text)}, findings=list(findings))
        return self.preview.look()


@pytest.fixture
def desk(tmp_path: Path, host: FakeHost) -> Desk:
    """A writer's desk."""
    return Desk(tmp_path)


@pytest.fixture
def server(desk: Desk) -> Iterator[PreviewServer]:
    """The preview's server on a free port."""
    server = PreviewServer(desk.preview, ("127.0.0.1", 0), "en")
    Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def get(server: PreviewServer, path: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, str]:
    """Ask the preview for a path."""
    connection = HTTPConnection(str(server.server_address[0]), server.server_address[1], timeout=10)
    connection.request(method, path, headers=headers)
    answer = connection.getresponse()
    return answer, answer.read().decode("utf-8", "replace")


def test_only_changes_are_built(desk: Desk) -> None:
    """Only changes are built."""
    assert desk.preview.look()
    assert not desk.preview.look()
    assert desk.save("new text")
    assert not desk.preview.look()
    assert (desk.preview.version, [outcome.status for outcome in desk.outcomes]) == (2, [0, 0])


CONFIG = {
    "mkdocs.yml": "INHERIT: shared/base.yml\ndocs_dir: pages\ntheme: {name: material, custom_dir: over}\n",
    "shared/base.yml": "INHERIT: ../mkdocs.yml\nsite_name: x\nhooks: [hook.py]\n",
}


@pytest.mark.parametrize("name", [*CONFIG, "hook.py", "over/main.html", "pages/img/a.svg", "content/2025/x.md"])
def test_whatever_is_published_is_watched(desk: Desk, name: str) -> None:
    """The configuration, what it inherits, and every file that one of them names; a circle ends."""
    for place, text in CONFIG.items():
        path = desk.order.root / place
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert desk.preview.look()
    assert not desk.preview.look()
    path = desk.order.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write("# new\n")
    assert desk.preview.look()
    assert desk.outcomes[-1].sentence == "done", "and it is a reason to build"


def test_an_error_keeps_the_pages_and_a_correction_recovers(desk: Desk, server: PreviewServer) -> None:
    """An error keeps the pages and a correction recovers."""
    desk.save("first")
    assert "first" in get(server, "/2025/")[1]
    desk.save("second", ERROR, WARNING)
    answer, html = get(server, "/2025/")
    assert (answer.status, desk.preview.version) == (200, 2)
    assert "first" in html
    assert "second" not in html
    assert 'id="plangen-bar"' in html
    assert "content/2025/&lt;plan&gt;.md:3:7" in html
    assert "the link “&lt;script&gt;alert(&#34;x&#34;)&lt;/script&gt;”" in html
    assert "Error PG811" in html
    assert re.search(r"from the last good build \(\d\d:\d\d:\d\d\)", html), "how old the page is"
    assert "1 warning<" in html
    assert "<script>alert" not in html
    assert "PG818" not in html
    desk.save("third")
    html = get(server, "/2025/")[1]
    assert "third" in html
    assert "plangen-bar" not in html


def test_going_back_to_the_good_content_takes_the_bar_away(desk: Desk, server: PreviewServer) -> None:
    """Going back to the good content takes the bar away, although the site is the same."""
    desk.save("first")
    desk.save("second", ERROR)
    version = desk.preview.version
    desk.save("first")
    assert desk.outcomes[-1].sentence == "same"
    assert desk.preview.version > version
    assert "plangen-bar" not in get(server, "/2025/")[1]


def test_before_the_first_good_build_the_findings_are_the_page(desk: Desk, server: PreviewServer) -> None:
    """Before the first good build the findings are the page."""
    desk.save("x", ERROR)
    answer, html = get(server, "/2025/adhesives/")
    assert answer.status == 503
    assert "No pages to show yet" in html
    assert "--pg-bad:" in get(server, "/__plangen/plangen.css")[1], "it has the house's look all the same"
    assert "PG811" in html
    assert "/__plangen/reload.js?v=1" in html


def test_while_the_first_build_runs_the_page_says_so(desk: Desk, server: PreviewServer) -> None:
    """No empty page; the first good build takes its place."""
    assert "The pages are being built" in get(server, "/2025/")[1]
    desk.save("first")
    assert "plangen-bar" not in get(server, "/2025/")[1]


def test_what_was_asked_for_and_is_not_there_is_told(desk: Desk, server: PreviewServer) -> None:
    """Beside a warning too, which is no reason."""
    desk.preview.order = replace(desk.order, languages=("en",))
    desk.save("first", WARNING)
    html = get(server, "/2025/")[1]
    assert "the handbook is not published in en; it has: zh-Hans" in html
    assert "No pages to show yet" in html


def test_a_fault_of_the_program_is_shown_and_passes(desk: Desk, server: PreviewServer) -> None:
    """A fault of the program is shown and passes."""
    desk.save("first")

    class Broken(FakeShelf):
        """A workspace that fails."""

        @property
        def findings(self) -> list[Finding]:
            """Nothing but an exception."""
            raise RuntimeError("<oh>\nno")

        @findings.setter
        def findings(self, _: list[Finding]) -> None: ...

    (desk.order.root / "content/2025/plan.yml").write_text("name: y\n", encoding="utf-8")
    desk.shelf = Broken({2025: book()})
    desk.preview.look()
    html = get(server, "/2025/")[1]
    assert "RuntimeError: &lt;oh&gt; no" in html
    desk.save("third")
    assert "RuntimeError" not in get(server, "/2025/")[1]


def test_pages_ask_for_the_version_and_obey_the_policy(desk: Desk, server: PreviewServer) -> None:
    """Pages ask for the version and obey the policy."""
    desk.save("first")
    answer, html = get(server, "/2025/adhesives/")
    assert '<script src="/__plangen/reload.js?v=1"></script></body>' in html
    assert "script-src 'self'" in str(answer.getheader("Content-Security-Policy"))
    assert answer.getheader("Cache-Control") == "no-store"
    assert get(server, "/__plangen/version")[1] == "1"
    assert get(server, "/__plangen/reload.js")[0].getheader("Content-Type") == "text/javascript"
    assert get(server, "/2025/adhesives/img/a.png")[0].status == 200
    assert get(server, "/2025/adhesives")[0].status == 301
    assert get(server, "/versions.json")[0].status == 200
    missing, html = get(server, "/2025/nothing/")
    assert missing.status == 404
    assert "404" in html
    assert get(server, "/__plangen/other")[0].status == 404


@pytest.mark.parametrize(
    "path", ["/../root/content/handbook.yml", "/%2e%2e/root/content/handbook.yml", "/2025/adhesives/img/"]
)
def test_nothing_but_the_site_is_served(desk: Desk, server: PreviewServer, path: str) -> None:
    """Nothing but the site is served, and no list of a folder's files."""
    desk.save("first")
    answer, text = get(server, path)
    assert answer.status == 404
    assert "format: 1" not in text
    assert "Directory listing" not in text


def test_another_name_for_this_machine_is_refused(desk: Desk, server: PreviewServer) -> None:
    """A page of another origin that has its name point to this machine must not read the draft."""
    desk.save("first")
    assert get(server, "/2025/", Host="evil.example:8000")[0].status == 421
    assert get(server, "/2025/", Host="localhost:8000")[0].status == 200
    assert get(server, "/2025/", Host="[::1]:8000")[0].status == 200
    assert get(server, "/2025/", "HEAD", Host="evil.example")[0].status == 421


def test_a_head_is_what_get_answers_without_its_body(desk: Desk, server: PreviewServer) -> None:
    """A head is what get answers, without its body."""
    desk.save("first")
    for path in ("/2025/", "/2025/adhesives/img/a.png", "/__plangen/version", "/nothing/", "/2025/adhesives/img/"):
        (full, _), (head, body) = get(server, path), get(server, path, "HEAD")
        wanted, found = ((each.status, each.getheader("Content-Length")) for each in (full, head))
        assert (found, body) == (wanted, "")


@pytest.mark.parametrize(
    ("path", "name", "status"),
    [("/" + "x" * 300, "localhost", 404), ("/2025/%00/", "localhost", 404), ("/2025/", "[::1", 400)],
)
def test_strange_requests_are_answered(
    desk: Desk, server: PreviewServer, capfd: pytest.CaptureFixture[str], path: str, name: str, status: int
) -> None:
    """With a status, and nothing in the terminal."""
    desk.save("first")
    assert get(server, path, Host=name)[0].status == status
    assert capfd.readouterr().err == ""


def test_who_hangs_up_is_not_told_of(desk: Desk, server: PreviewServer, capfd: pytest.CaptureFixture[str]) -> None:
    """A browser that leaves while a large file is on its way; a fault of the program is still told."""
    desk.save("first")
    (desk.order.site / "large.js").write_bytes(bytes(30_000_000))
    others = set(threading.enumerate())  # servers of other tests may have browsers that stay connected
    with socket.create_connection(server.server_address[:2]) as browser:  # type: ignore[arg-type]
        browser.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        browser.sendall(b"GET /large.js HTTP/1.0\r\nHost: localhost\r\n\r\n")
        assert browser.recv(100)
    for thread in set(threading.enumerate()) - others:
        if "process_request" in thread.name:
            thread.join(10)
    assert capfd.readouterr().err == ""
    with contextlib.suppress(RuntimeError):
        try:
            raise RuntimeError("a fault")
        finally:
            server.handle_error(None, ("127.0.0.1", 1))
    assert "a fault" in capfd.readouterr().err


@pytest.mark.parametrize(("address", "start"), [("::1", "http://[::1]:"), ("127.0.0.1", "http://127.0.0.1:")])
def test_both_kinds_of_addresses(desk: Desk, address: str, start: str) -> None:
    """The preview listens at the local address of either protocol."""
    desk.save("first")
    with PreviewServer(desk.preview, (address, 0), "en") as server:
        assert server.url.startswith(start)
        Thread(target=server.serve_forever, daemon=True).start()
        assert get(server, "/2025/")[0].status == 200
        server.shutdown()


@pytest.mark.parametrize(
    ("host", "local"),
    [("127.0.0.1", True), ("localhost", True), ("::1", True), ("0.0.0.0", False), ("10.1.1.1", False), ("", False)],  # noqa: S104
)
def test_what_is_local(host: str, *, local: bool) -> None:
    """What is local."""
    assert is_local(host) is local


def test_watching_ends_when_asked(desk: Desk) -> None:
    """Watching ends when asked."""
    stop = Event()
    thread = Thread(target=desk.preview.watch, args=(stop,))
    thread.start()
    stop.set()
    thread.join(5)
    assert not thread.is_alive()


def test_a_page_without_a_body_gets_its_bar_all_the_same(desk: Desk) -> None:
    """A page without a body gets its bar all the same."""
    desk.save("x", ERROR)
    assert with_bar("text", desk.preview, "en").startswith('<div id="plangen-bar"')
