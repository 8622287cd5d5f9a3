"""`plangen serve` while somebody writes: mistakes appear on the open page, and go when they are corrected."""

import re
import signal
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, Route

from e2e.conftest import NewReader
from e2e.pages import CHILD
from e2e.publishing import PLANGEN, surroundings
from e2e.reader import Reader, until
from e2e.staying import mark, marked
from sample import copy_unit

pytestmark = [pytest.mark.browser, pytest.mark.slow]
FOLDER = "content/2025/adhesives/east-china/"
SOON = 60.0
"""Seconds: a look at the content every 0.3, a check of well under one; the rest is for a busy machine."""
MISTAKES = {
    "a task that ends before it starts": ("phases.yml", "end: 2025-05-14", "end: 2025-05-01", "PHA101"),
    "a tab as indent": ("phases.yml", "      owner: rep\n", "\towner: rep\n", "PG108"),
    "a figure that is not there": ("market.md", "objectives/leads.target", "objectives/leeds.target", "PG410"),
}


@dataclass(frozen=True)
class Preview:
    """A running preview of a copy: where it is, and what it has said so far."""

    process: subprocess.Popen[bytes]
    root: Path
    log: Path
    url: str

    def said(self) -> str:
        """Everything it has printed."""
        return self.log.read_text(encoding="utf-8")


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    """A preview of one unit of the example on a free port, with its first pages ready."""
    root, log = copy_unit(tmp_path / "handbook"), tmp_path / "log.txt"
    with log.open("wb") as out:
        call = [str(PLANGEN), "-C", str(root), "serve", "--port", "0"]
        process = subprocess.Popen(call, stdout=out, stderr=subprocess.STDOUT, env=surroundings())
    try:
        yield Preview(process, root, log, ready(process, log))
    finally:
        process.kill()
        process.wait()


def ready(process: subprocess.Popen[bytes], log: Path) -> str:
    """The address that it tells, when there is a page."""
    end = monotonic() + 90
    while monotonic() < end and process.poll() is None:
        told = re.search(r"http://[\w.:]+/", log.read_text(encoding="utf-8"))
        try:
            if told and urlopen(told[0] + "2025/").status == 200:  # noqa: S310 (our own server)
                return told[0]
        except (HTTPError, URLError):
            pass
        sleep(0.2)
    raise AssertionError(log.read_text(encoding="utf-8"))


def know_the_address(preview: Preview, reader: Reader) -> None:
    """Let the sitemap name the preview, as where a site is at home: then pages come without being loaded anew."""

    def told(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("http://localhost/", preview.url))

    reader.context.route("**/sitemap.xml", told)


def go(page: Page, chapter: str, title: str) -> None:
    """Follow a link of the sidebar; the page comes without being loaded anew."""
    mark(page)
    page.locator(f'.pg-sidebar a[href$="{chapter}/"]').first.click()
    until(page, lambda: page.locator("h1").inner_text() == title, f"{title} is shown")
    assert marked(page)


def test_mistakes_come_and_go(preview: Preview, new_reader: NewReader) -> None:
    """One finding with code and place on the page and in the terminal, above the last good page; then all is as before.

    Nothing that the writer does brings a traceback, and Ctrl+C ends it.
    """
    reader = new_reader(preview.url)
    know_the_address(preview, reader)
    page = reader.open(f"2025/{CHILD}phases/")
    bar = page.locator("#plangen-bar")
    assert bar.count() == 0
    for name, (file, right, wrong, code) in MISTAKES.items():
        path = preview.root / FOLDER / file
        good = path.read_text(encoding="utf-8")
        assert right in good
        bad = good.replace(right, wrong, 1)
        line = bad[: bad.index(wrong)].count("\n") + 1
        path.write_text(bad, encoding="utf-8")
        # the page of the mistake before may be on its way: it is this one's code that has to come
        until(page, page.locator("#plangen-bar", has_text=code).count, f"{name}: the page tells it", SOON)
        box = bar.bounding_box()
        assert box, name
        assert box["y"] == 0, f"{name}: wherever the page was scrolled to, the finding is in sight"
        told = bar.inner_text()
        assert bar.locator(".pg-finding").count() == 1, name
        assert ("由它引起的还有" in told) == (code == "PG108"), "what follows from it is counted, not listed"
        assert f"{FOLDER}{file}:{line}:" in told, name
        assert page.locator("h1").inner_text() == "阶段与任务"
        assert f"{FOLDER}{file}:{line}:" in preview.said(), name
        go(page, "objectives", "目标")
        assert bar.inner_text() == told, "it stays at the top of every page"
        go(page, "phases", "阶段与任务")
        path.write_text(good, encoding="utf-8")
        until(page, lambda: not bar.count(), f"{name}: corrected, the page is as before", SOON)
    path = preview.root / FOLDER / "phases.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("name: 区域细分", "name: 区域再分"), encoding="utf-8")
    until(page, lambda: "区域再分" in page.locator("article").inner_text(), "a change is shown", SOON)
    assert reader.notes.slips() == {}
    reader.context.unroute_all(behavior="wait")
    preview.process.send_signal(signal.SIGINT)
    assert preview.process.wait(SOON) == 0
    assert "Traceback" not in preview.said()
    assert not (preview.root / "site").exists()
