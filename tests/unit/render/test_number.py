"""Numbers in HTML: what is seen, what is heard, where they can be found."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from plangen.render.html.line import render_line
from plangen.render.html.number import render_number
from plangen.render.plain import plain_text
from plangen.values import PEOPLE, SHARE, YUAN, Address, Quantity
from plangen.views import Link, Num, Tally, Words, phrase
from unit.render.samples import CONTEXT, money

ADDRESS = Address.parse("adhesives:objectives/revenue.target")


def seen(html: str) -> str:
    """What a reader sees: without what only screen readers get."""
    return re.sub(r"<[^>]+>", "", re.sub(r'<span class="pg-sr">[^<]*</span>', "", html))


def heard(html: str) -> str:
    """What a screen reader says: without what is hidden from it, signs by their name."""
    named = re.sub(r'<span[^>]*role="img" aria-label="([^"]*)">[^<]*</span>', r"\1", html)
    return re.sub(r"<[^>]+>", "", re.sub(r'<span[^>]*aria-hidden="true">[^<]*</span>', "", named))


def test_a_number_that_does_not_fit_its_column_says_its_own_unit() -> None:
    """4 people in a column of 万元 are 4 people: no page is lost for it."""
    assert seen(render_number(Num(Quantity.exact(4, PEOPLE), "万元"), "zh")) == "4 人"


RANGE = Quantity.range_(Decimal(1_000_000), Decimal(1_500_000), YUAN)


@pytest.mark.parametrize(
    ("num", "text"),
    [
        (Num(money(1092), "万元", 1), "1,092.0"),
        (Num(money(1092), "万元", with_unit=True), "1,092 万元"),
        (Num(money(1092), with_unit=True), "1,092 万元"),
        (Num(money(80, about=True), "万元"), "约 80"),
        (Num(RANGE, "万元"), "100–150"),
        (Num(-RANGE, "万元"), "-150 至 -100"),
        (Num(Quantity.at_least(Decimal(130_000), YUAN), "万元", with_unit=True), "≥13 万元"),
        (Num(Quantity.unset_(YUAN), "万元", with_unit=True), "待定"),
        (Num(None, "万元"), "—"),
        (Num(money(182), "万元", symbol="≠", signed=True), "≠+182"),
        (Num(money(-54), "万元", signed=True), "-54"),
        (Num(Quantity.exact("0.674", SHARE), "%", 1, symbol="▼", tone="bad", with_unit=True), "▼67.4%"),
        (Num(money(80) + Quantity.unset_(YUAN), "万元", with_unit=True), "80 万元，另有 1 项未定"),
    ],
)
def test_what_is_seen(num: Num, text: str) -> None:
    """What is seen."""
    assert seen(render_number(num, "zh")) == text


@pytest.mark.parametrize(
    ("num", "language", "text"),
    [
        (Num(Quantity.unset_(YUAN), "万元"), "zh", "应填未填"),
        (Num(None), "zh-Hans", "不适用"),
        (Num(None), "en", "not applicable"),
        (Num(money(1), "万元", symbol="▼"), "zh", "低于 1"),
        (Num(money(1), "万元", symbol="≠"), "zh", "算得不一致 1"),
    ],
)
def test_what_is_heard(num: Num, language: str, text: str) -> None:
    """What is heard."""
    assert heard(render_number(num, language)) == text


@pytest.mark.parametrize("quantity", [money(5), Quantity.unset_(YUAN), None])
def test_the_address_stands_at_the_number_in_every_state(quantity: Quantity | None) -> None:
    """The address stands at the number in every state."""
    html = render_number(Num(quantity, "万元", address=ADDRESS), "zh")
    assert f'data-address="{ADDRESS}"' in html


def test_a_plain_number_is_plain_text() -> None:
    """A plain number is plain text."""
    assert render_number(Num(money(5), "万元"), "zh") == "5"


def test_computed_differently_looks_wrong_by_itself() -> None:
    """Computed differently looks wrong by itself."""
    assert 'class="pg-bare pg-bad"' in render_number(Num(money(5), "万元", symbol="≠"), "zh")


def test_digits_of_a_range_that_rounds_to_one_number() -> None:
    """Digits of a range that rounds to one number."""
    near = Quantity.range_(Decimal(10_001), Decimal(10_002), YUAN)
    assert seen(render_number(Num(near, "万元", 1), "zh")) == "约 1.0"


def test_a_figure_of_another_version_says_so() -> None:
    """Its year and scenario stand before the address, as in the data of the panel."""
    num = Num(Quantity.exact(3), address=Address("demo", "objectives", ("a",), "target"), version="2026@stretch")
    assert 'data-address="2026@stretch demo:objectives/a.target"' in render_number(num, "zh")


def test_a_phrase_keeps_its_numbers() -> None:
    """Places are filled with numbers that keep their address; a tone is given to text and numbers alike."""
    num = Num(Quantity.exact(2), address=Address("demo", "budget", ("a",), "open"))
    line = phrase("有 {n} 行待定", "unset", n=num)
    assert line == (Words("有 ", "unset"), replace(num, tone="unset"), Words(" 行待定", "unset"))
    assert plain_text(line, "zh") == "有 2 行待定"


def test_a_count_says_what_it_counts_and_leads_there() -> None:
    """A tally is no figure: it names the list that it counts."""
    html = render_line((Tally(3, "gaps demo", Link("", page="demo/", anchor="gaps")),), CONTEXT)
    assert html == '<span class="pg-tally" data-tally="gaps demo"><a href="../there/#gaps">3</a></span>'
