"""Parts in proportion to figures. Expected values are computed by hand."""

from decimal import Decimal

import pytest

from plangen.compute.apportionment import apportion
from plangen.values import PEOPLE, SHARE, YUAN, Quantity, Refused, plain

STEP = Decimal(10)


def parts(whole: int, *weights: Quantity, rest: bool = False) -> list[str]:
    """The parts of a total in steps of ten; 待定 where they are not set."""
    found = apportion(Quantity.exact(whole, YUAN), weights, STEP, rest=rest)
    return ["待定" if part.unset else plain(part.value) for part in found]


def yuan(amount: int) -> Quantity:
    """An exact amount of money."""
    return Quantity.exact(amount, YUAN)


def share(text: str) -> Quantity:
    """An exact share."""
    return Quantity.exact(Decimal(text), SHARE)


def test_parts_are_as_the_figures_are_to_one_another() -> None:
    """1000 by 60 : 15 is 800 and 200; by 1 : 1 : 1 it is 333.3 each, and the step of ten goes to the first."""
    assert parts(1000, yuan(60), yuan(15)) == ["800", "200"]
    assert parts(1000, yuan(7), yuan(7), yuan(7)) == ["340", "330", "330"]


def test_shares_leave_what_they_leave() -> None:
    """30% and 20% of 1000 are 300 and 200, half of it is nobody's; 60% and 60% are 600 each, beyond the total."""
    assert parts(1000, share("0.3"), share("0.2"), rest=True) == ["300", "200"]
    assert parts(1000, share("0.6"), share("0.6"), rest=True) == ["600", "600"]


@pytest.mark.parametrize("odd", [Quantity.unset_(YUAN), Quantity.range_(1, 2, YUAN), yuan(-1)])
def test_without_certain_figures_there_are_no_parts(odd: Quantity) -> None:
    """Unset, a range, below zero: nobody can say what the others are."""
    assert parts(1000, yuan(60), odd) == ["待定", "待定"]


def test_nothing_is_no_proportion() -> None:
    """Zeros only."""
    assert parts(1000, yuan(0), yuan(0)) == ["待定", "待定"]


def test_figures_of_different_kinds_are_refused() -> None:
    """Yuan and people."""
    with pytest.raises(Refused) as refused:
        parts(1000, yuan(1), Quantity.exact(1, PEOPLE))
    assert refused.value.code == "PG215"


def test_about_stays_with_the_parts() -> None:
    """约 60 to 15 makes 约 800 and 约 200."""
    found = apportion(yuan(1000), (Quantity.exact(60, YUAN, about=True), yuan(15)), STEP)
    assert [part.about for part in found] == [True, True]
