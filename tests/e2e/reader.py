"""A reader at a browser, and somebody who looks over the shoulder and notes what should not happen."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response, ViewportSize, WebError

DESK: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}
_TELL = """document.addEventListener('securitypolicyviolation',
  e => plangenTestRefused(`${e.violatedDirective} ${e.blockedURI}`))"""
_OF_NO_ORIGIN = {"data", "blob", "about"}


@dataclass
class Notes:
    """What happened in a browser window since the last page was opened."""

    requests: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    def slips(self) -> dict[str, list[str]]:
        """Everything that must be empty, as far as it is not."""
        kinds = {"foreign": self.foreign, "errors": self.errors, "refused": self.refused, "failed": self.failed}
        return {name: found for name, found in kinds.items() if found}


class Reader:
    """A window on one site. `base` is the site's root; every other origin is foreign."""

    def __init__(self, context: BrowserContext, base: str) -> None:
        self.context, self.base = context, base
        self.notes = Notes()
        context.expose_binding("plangenTestRefused", lambda _, what: self.notes.refused.append(str(what)))
        context.add_init_script(_TELL)
        context.on("request", self._on_request)
        context.on("response", self._on_response)
        context.on("requestfailed", self._on_failed)
        context.on("console", self._on_console)
        context.on("weberror", self._on_error)
        self.page: Page = context.new_page()

    def open(self, path: str) -> Page:
        """Open an address below the site's root; notes begin anew. Comes back when the version selector is there.

        Pages without a header (redirects, tests' own) have no selector; nobody waits for it then.
        """
        self.notes = Notes()
        self.page.goto(self.base + path)
        if self.page.locator(".md-header__topic").count():
            self.page.locator(".md-version").wait_for()
        return self.page

    def draw(self) -> None:
        """Draw every chart of the page, as printing does."""
        self.page.evaluate("() => window.plangenRenderAll && window.plangenRenderAll().then(() => null)")

    def asked(self, part: str) -> list[str]:
        """The requests of this page whose address holds `part`."""
        return [url for url in self.notes.requests if part in url]

    def _on_request(self, request: Request) -> None:
        self.notes.requests.append(request.url)
        if not request.url.startswith(self.base) and urlsplit(request.url).scheme not in _OF_NO_ORIGIN:
            self.notes.foreign.append(request.url)

    def _on_response(self, response: Response) -> None:
        if response.status >= 400:
            self.notes.failed.append(f"{response.status} {response.url}")

    def _on_failed(self, request: Request) -> None:
        """A request that was given up because the reader left the page is no failure."""
        if request.failure != "net::ERR_ABORTED":
            self.notes.failed.append(request.url)

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.notes.errors.append(message.text)

    def _on_error(self, problem: WebError) -> None:
        self.notes.errors.append(str(problem.error))


def until(page: Page, look: Callable[[], Any], what: str, seconds: float = 20.0) -> Any:
    """Ask again and again until the answer is true, and give it.

    The policy forbids Playwright's own `wait_for_function`; its `wait_for_timeout` lets a page's events come in.
    """
    end = monotonic() + seconds
    while not (found := look()):
        assert monotonic() < end, f"not within {seconds:.0f} s: {what}"
        page.wait_for_timeout(50)
    return found


def know_numbers(page: Page) -> None:
    """Wait until the page's numbers know their addresses, which come in a file of their own when there is time."""
    until(page, page.locator('.pg .pg-num[data-address]:not([data-address=""])').count, "addresses are there")


def focused(page: Page) -> dict[str, str]:
    """Tag, class and text of the element that has the keyboard, and the class of what is around it."""
    found: dict[str, str] = page.evaluate(
        "() => { const e = document.activeElement;"
        " return { tag: e.tagName.toLowerCase(), css: e.className, text: e.textContent.trim(),"
        " around: e.parentElement ? e.parentElement.className : '' } }"
    )
    return found


def tab_to(page: Page, is_it: Callable[[dict[str, str]], bool], limit: int = 150) -> dict[str, str]:
    """Press Tab until the keyboard is where it should be."""
    for here in _walk(page, limit):
        if is_it(here):
            return here
    raise AssertionError(f"{limit} times Tab did not lead there")


def _walk(page: Page, limit: int) -> Iterator[dict[str, str]]:
    for _ in range(limit):
        page.keyboard.press("Tab")
        yield focused(page)
