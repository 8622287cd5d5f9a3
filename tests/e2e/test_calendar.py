"""The calendar as a reader uses it: the days say what they are, a click leads to the list, the file is there."""

from urllib.parse import urljoin

import pytest

from e2e.pages import CHILD
from e2e.reader import Reader, until

pytestmark = pytest.mark.browser
CONTRAST = """cell => {
  const context = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const light = colour => {
    for (const layer of [getComputedStyle(document.body).backgroundColor, colour]) {
      context.fillStyle = layer;
      context.fillRect(0, 0, 1, 1);
    }
    const parts = [...context.getImageData(0, 0, 1, 1).data].slice(0, 3).map(value => value / 255);
    const [r, g, b] = parts.map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ink = getComputedStyle(cell.querySelector("time")).color;
  const pair = [light(getComputedStyle(cell).backgroundColor), light(ink)];
  return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
}"""


def test_a_day_leads_to_what_is_due(desk: Reader) -> None:
    """14 February 2026 is a Saturday that is worked, and the weekly report is due; 16 February is off."""
    page = desk.open(f"2026/{CHILD}calendar/")
    worked, off = (page.locator(f"td:has(time[datetime='2026-02-{day}'])") for day in (14, 16))
    assert "班" in worked.inner_text()
    assert "休" in off.inner_text()
    assert off.locator("a").count() == 0
    off.hover()
    until(page, lambda: (off.get_attribute("title") or "").startswith("2 月 16 日 周一，春节"), "a pointer is told")
    worked.locator("a").click()
    assert page.url.endswith("#d-2026-02-14")
    row = page.locator("tr[id='d-2026-02-14']")
    assert "2-14 周六 春节调休上班" in row.inner_text()
    box = until(page, row.bounding_box, "the row is there")
    assert 0 < box["y"] < 900


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_numbers_can_be_read_on_every_depth(desk: Reader, scheme: str) -> None:
    """At least 4.5 : 1 between a day's number and its colour, in light and in dark."""
    page = desk.open("2026/calendar/")
    page.evaluate("scheme => document.body.setAttribute('data-md-color-scheme', scheme)", scheme)
    for level in range(1, 5):
        cell = page.locator(f"td.pg-heat{level}").first
        assert cell.evaluate(CONTRAST) >= 4.5, (scheme, level)


def test_the_calendar_file_of_a_role_is_there(desk: Reader) -> None:
    """As the page links it."""
    page = desk.open("2026/adhesives/east-china/calendar/")
    href = page.locator("a[href$='region-manager.ics']").get_attribute("href")
    assert href is not None
    answer = page.request.get(urljoin(page.url, href))
    assert answer.ok
    assert answer.body().startswith(b"BEGIN:VCALENDAR\r\n")
    assert "区域经理".encode() in answer.body()
