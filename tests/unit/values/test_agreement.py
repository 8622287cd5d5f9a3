"""Agreement of two statements of one number; expected values are worked out by hand."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.values import SHARE, Quantity, read_quantity
from plangen.values.agreement import agrees, widened
from unit.values.amounts import holds, inside, quantities

FIVE = Quantity.exact("0.05", SHARE)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("100万元", "100万元", True),
        ("100万元", "100.01万元", False),
        ("约100万元", "101万元", True),  # 95–105
        ("约100万元", "105万元", True),
        ("约100万元", "105.01万元", False),
        ("约100万元", "约109万元", True),  # 95–105 and 103.55–114.45
        ("约100万元", "约111万元", False),  # 105.45 at least
        ("≥100万元", "130万元", True),
        ("≥100万元", "99万元", False),
        ("大于100万元", "100万元", False),
        ("大于100万元", "≥100万元", True),
        ("115–125万元", "120万元", True),
        ("115–125万元", "126万元", False),
        ("约-100万元", "-104万元", True),
        ("待定", "1万元", True),
        ("80万元，另有 1 项未定", "100万元", True),
        ("110万元，另有 1 项未定", "100万元", False),
        ("100万元", "100家", False),
    ],
)
def test_agreement(one: str, other: str, *, same: bool) -> None:
    """Two numbers agree where one number is possible for both; the order does not matter."""
    left, right = read_quantity(one, kind="any"), read_quantity(other, kind="any")
    assert agrees(left, right, FIVE) is same
    assert agrees(right, left, FIVE) is same


def test_without_a_tolerance_about_leaves_no_room() -> None:
    """The handbook says how much 约 may be off; where it says nothing, nothing."""
    assert not agrees(read_quantity("约100万元", kind="money"), read_quantity("101万元", kind="money"))


def test_room_of_a_sum_is_the_room_of_its_about_parts() -> None:
    """约1 + 96 is 96.95–97.05, not 92.15–101.85."""
    parts = [read_quantity(text, kind="money") for text in ("约1万元", "96万元")]
    room = widened(parts[0], FIVE) + widened(parts[1], FIVE)
    assert (room.low, room.high) == (Decimal(969500), Decimal(970500))
    assert not agrees(room, read_quantity("100万元", kind="money"), FIVE)


@given(quantities(), quantities())
def test_agreement_is_symmetric_and_reflexive(one: Quantity, other: Quantity) -> None:
    """The order never matters, and a statement agrees with itself."""
    assert agrees(one, other, FIVE) == agrees(other, one, FIVE)
    assert agrees(one, one, FIVE) or (one.strict and one.is_exact)


@given(st.data())
def test_a_possible_number_agrees(data: st.DataObject) -> None:
    """A number that a quantity may mean agrees with it, and with every number possible for another, both agree."""
    quantity = data.draw(quantities().filter(lambda q: not (q.strict and q.is_range)))
    number = Quantity.exact(data.draw(inside(quantity)))
    assert agrees(quantity, number, None)
    other = data.draw(quantities())
    if holds(other, number.value):
        assert agrees(quantity, other, None)


@given(quantities(), quantities())
def test_more_tolerance_never_disagrees(one: Quantity, other: Quantity) -> None:
    """What agrees exactly agrees with any tolerance, also written with 约."""
    if agrees(one, other, None):
        about = Quantity(one.low, one.high, one.unit, about=True, strict=one.strict)
        assert agrees(about, other, FIVE)
