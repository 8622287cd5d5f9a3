"""The small bar against a tick: widths in percent, no inline style, nothing for who cannot see it."""

import re
from decimal import Decimal

from plangen.render.html.progress import render_progress
from plangen.render.plain import plain_text
from plangen.values import YUAN, Quantity
from plangen.views import Num, Progress, progress_of


def widths(html: str) -> dict[str, tuple[str, str]]:
    """Where each part begins and how wide it is."""
    parts = re.findall(r'class="pg-progress__(\w+)"([^>]*)', html)
    pick = re.compile(r'\b(x|width)="([^"]*)"')
    return {name: (dict(pick.findall(rest)).get("x", "0"), dict(pick.findall(rest))["width"]) for name, rest in parts}


def test_what_is_done_against_what_should_be() -> None:
    """46 of 100 done, the tick at 50."""
    html = render_progress(Progress((Decimal("0.4637"), Decimal("0.4637")), Decimal("0.5")))
    assert widths(html) == {"track": ("0", "100%"), "done": ("0", "46.4%"), "mark": ("50%", "2")}
    assert "style" not in html
    assert 'aria-hidden="true"' in html


def test_a_range_has_a_part_that_may_be() -> None:
    """Solid to the low end, paler to the high one; no tick where nothing is due."""
    html = render_progress(Progress((Decimal("0.4"), Decimal("0.6"))))
    assert widths(html) == {"track": ("0", "100%"), "maybe": ("40%", "20%"), "done": ("0", "40%")}


def test_more_than_the_whole_moves_the_tick_inside() -> None:
    """125 of 100: the bar is full, the tick stands at four fifths of it; less than nothing is nothing."""
    over = render_progress(Progress((Decimal("1.25"), Decimal("1.25")), Decimal(1)))
    assert widths(over)["done"] == ("0", "100%")
    assert widths(over)["mark"] == ("80%", "2")
    assert widths(render_progress(Progress((Decimal(-1), Decimal(-1)))))["done"] == ("0", "0%")


def number(low: int | None, high: int | None) -> Num:
    """A number of 万元."""
    least, most = (None if end is None else Decimal(end) for end in (low, high))
    return Num(Quantity(least, most, YUAN), "万元")


def test_a_bar_is_made_of_three_numbers() -> None:
    """817 of 1,092 are done, 936 are due; of a range of targets the bar has two ends."""
    made = progress_of(number(8172, 8172), number(10920, 10920), number(9360, 9360))
    assert made == Progress((Decimal("0.7484"), Decimal("0.7484")), Decimal("0.8571"))
    between = progress_of(number(58, 58), number(100, 150), Num(None))
    assert between == Progress((Decimal("0.3867"), Decimal("0.5800")), None)


def test_an_open_end_has_no_bar() -> None:
    """What is at least so much has no whole; nor has what is not set, or nothing."""
    for target in (number(13, None), Num(Quantity.unset_(YUAN)), Num(None), number(0, 0)):
        assert progress_of(number(5, 5), target, Num(None)) is None
    assert progress_of(Num(None), number(5, 5), Num(None)) is None


def test_it_says_nothing_in_plain_text() -> None:
    """The numbers beside it do."""
    assert plain_text((Progress((Decimal(1), Decimal(1))), "12"), "zh") == "12"
