"""The home page in a browser: it leads to the other year and to roles; its bars say what its numbers say."""

from decimal import Decimal

import pytest

from e2e.conftest import NewReader
from e2e.drawing import numbers
from e2e.reader import PHONE, Reader

pytestmark = pytest.mark.browser
ROW = "[data-name=units] tr[id=unit-adhesives]"


def test_the_years_lead_to_one_another(desk: Reader) -> None:
    """From the draft to the edition in force, by the list and by the banner, and back; nothing breaks on the way."""
    page = desk.open("2026/")
    page.locator(".pg-banner a").click()
    page.wait_for_url(f"{desk.base}2025/")
    page.locator("#years ~ *, .pg-column").locator("a", has_text="2026 草案").click()
    page.wait_for_url(f"{desk.base}2026/")
    assert page.locator("h1").inner_text() == "经营计划手册"
    assert desk.notes.slips() == {}


def test_the_bar_says_what_the_numbers_say(desk: Reader) -> None:
    """Actual ÷ target wide, the tick where the target to date is; the attainment is actual ÷ target to date."""
    page = desk.open("2025/")
    cells = page.locator(f"{ROW} .pg-num[data-address]").all_inner_texts()
    target, actual = (numbers(text)[0] for text in cells[:2])
    attained = numbers(cells[2])[-1] / 100
    box, done, mark = (page.locator(f"{ROW} .pg-progress{part}").bounding_box() for part in ("", "__done", "__mark"))
    assert box
    assert done
    assert mark
    width = Decimal(str(box["width"]))
    assert abs(Decimal(str(done["width"])) / width - actual / target) < Decimal("0.01")
    tick = (Decimal(str(mark["x"])) + Decimal(str(mark["width"])) / 2 - Decimal(str(box["x"]))) / width
    assert abs(tick - actual / attained / target) < Decimal("0.01")


def test_a_role_is_two_clicks_away(new_reader: NewReader) -> None:
    """On a phone too: from the list of those who owe something, and from where to start."""
    reader = new_reader(viewport=PHONE)
    for heading in ("unset", "start"):
        page = reader.open("2026/")
        link = page.locator(f".pg-head:has(#{heading}) ~ * a").first
        name = link.inner_text()
        link.click()
        page.wait_for_url("**/roles/**")
        assert page.locator("h1").inner_text() == name
