"""One built example for all tests, web servers for it, and a browser."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from e2e.bilingual import SMALL
from e2e.publishing import build, copy_example, once, write
from e2e.reader import DESK, PHONE, Reader
from e2e.serving import SiteServer

NewReader = Callable[..., Reader]


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that all test processes of this run share."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


@pytest.fixture(scope="session")
def example(shared: Path, repository: Path) -> Path:
    """The folder with the published example in `site/`: copied and built once for all test processes."""

    def make(place: Path) -> None:
        copy_example(repository, place)
        build(place, place / "site", TZ="Asia/Shanghai", PYTHONHASHSEED="1", LANG="zh_CN.UTF-8")

    return once(shared, "example", make)


@pytest.fixture(scope="session")
def small(shared: Path) -> Path:
    """The same for a small English handbook, one page of which is in its first year only."""

    def make(place: Path) -> None:
        build(write(place, SMALL), place / "site")

    return once(shared, "small", make)


@pytest.fixture(scope="session")
def server(example: Path) -> Iterator[SiteServer]:
    """The example behind a web server."""
    server = SiteServer(example / "site")
    yield server
    server.stop()


@pytest.fixture(scope="session")
def small_server(small: Path) -> Iterator[SiteServer]:
    """The small handbook behind a web server, not at the root of its host."""
    server = SiteServer(small / "site", "/plans/small/")
    yield server
    server.stop()


@pytest.fixture(scope="session")
def browser(browser_path: str, browser_flags: list[str]) -> Iterator[Browser]:
    """A running Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=browser_flags)
        yield browser
        browser.close()


@pytest.fixture
def new_reader(browser: Browser, server: SiteServer) -> Iterator[NewReader]:
    """Opens windows that know nothing of one another: `base` (default: the example), then a context's settings."""
    opened: list[Reader] = []

    def open_window(base: str = "", **settings: object) -> Reader:
        context = browser.new_context(**{"viewport": DESK, "color_scheme": "light", **settings})  # type: ignore[arg-type]
        opened.append(Reader(context, base or server.base))
        return opened[-1]

    yield open_window
    for reader in opened:
        reader.context.close()


@pytest.fixture
def reader(new_reader: NewReader) -> Reader:
    """A new window on the example."""
    return new_reader()


@pytest.fixture(scope="session")
def desk(browser: Browser, server: SiteServer) -> Iterator[Reader]:
    """One window for all tests that only look: files stay in its cache."""
    reader = Reader(browser.new_context(viewport=DESK, color_scheme="light"), server.base)
    yield reader
    reader.context.close()


@pytest.fixture(scope="session")
def phone(browser: Browser, server: SiteServer) -> Iterator[Reader]:
    """The same on a phone."""
    context = browser.new_context(viewport=PHONE, is_mobile=True, has_touch=True)
    reader = Reader(context, server.base)
    yield reader
    reader.context.close()


@pytest.fixture(scope="session")
def small_phone(browser: Browser, small_server: SiteServer) -> Iterator[Reader]:
    """A phone on the small handbook, for tests that only look."""
    reader = Reader(browser.new_context(viewport=PHONE, is_mobile=True, has_touch=True), small_server.base)
    yield reader
    reader.context.close()
