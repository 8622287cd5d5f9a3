"""Means, weighted means, ratios, last values and extremes: values worked out by hand."""

from decimal import Decimal

import pytest

from plangen.compute.averages import largest, last, mean, rate, smallest, weighted
from plangen.values import PEOPLE, SHARE, YUAN, Quantity, Refused, Unit, read_quantity, write_quantity

CENT = {"step": Decimal("0.01")}
BASIS = {"step": Decimal("0.0001")}


def q(text: str) -> Quantity:
    """A quantity as written."""
    return read_quantity(text, kind="any")


def written(quantity: Quantity) -> str:
    """A quantity as read."""
    return write_quantity(quantity)


def test_a_mean_is_rounded_half_up_to_its_step() -> None:
    """(1 + 2 + 2) ÷ 3 = 1.666…; a half goes away from zero: (1 + 2) ÷ 2 to whole people is 2."""
    assert written(mean([q("1人"), q("2人"), q("2人")], CENT)) == "1.67 人"
    assert written(mean([q("1人"), q("2人")], {"step": Decimal(1)})) == "2 人"


def test_a_mean_of_ranges_and_bounds_has_the_means_of_their_ends() -> None:
    """(4 + 6) ÷ 2 = 5 to (4 + 8) ÷ 2 = 6; an open end stays open."""
    assert written(mean([q("4人"), q("6–8人")], CENT)) == "5–6 人"
    assert written(mean([q("4人"), q("≥6人")], CENT)) == "≥5 人"
    assert written(mean([q("约4人"), q("6人")], CENT)) == "约 5 人"


def test_what_is_not_set_leaves_no_mean_and_is_counted() -> None:
    """A mean of what is known would be another number; the parts that are missing are counted."""
    found = mean([q("4人"), Quantity.unset_(PEOPLE), Quantity.unset_(PEOPLE)], CENT)
    assert (found.unset, found.missing, found.unit) == (True, 2, PEOPLE)


def test_a_sum_that_lacks_parts_leaves_no_mean() -> None:
    """A part that is a sum with one part missing is not known either."""
    part = q("4人") + Quantity.unset_(PEOPLE)
    assert mean([part, q("6人")], CENT).unset
    assert largest([part, q("6人")], {}).unset
    assert rate([part, q("6人")], BASIS).unset


def test_a_margin_is_weighted_by_revenue() -> None:
    """(30% × 100 + 20% × 300) ÷ 400 = 22.5%."""
    assert written(weighted([q("30%"), q("20%"), q("100万元"), q("300万元")], BASIS)) == "22.5%"


def test_a_weighted_mean_of_ranges_is_tight() -> None:
    """Smallest: 30% weighs 100 and 20% weighs 300, 22.5%; largest: 150 and 200, (45 + 40) ÷ 350 = 24.29%."""
    found = weighted([q("30%"), q("20%"), q("100–150万元"), q("200–300万元")], BASIS)
    assert written(found) == "22.5–24.29%"


def test_a_weight_without_an_upper_end_can_outweigh_all_others() -> None:
    """With 100万元 or more behind 30% the mean comes as near to 30% as one likes; at least it is 22.5%."""
    assert written(weighted([q("30%"), q("20%"), q("≥100万元"), q("300万元")], BASIS)) == "22.5–30%"


def test_a_weight_of_at_most_something_may_be_zero() -> None:
    """Up to 100万元 behind 30%: from 20% alone to 22.5%."""
    assert written(weighted([q("30%"), q("20%"), q("≤100万元"), q("300万元")], BASIS)) == "20–22.5%"


def test_a_value_without_weight_says_nothing() -> None:
    """A bound that weighs nothing leaves the others' mean as it is; one that weighs something opens the mean."""
    assert written(weighted([q("≥30%"), q("20%"), q("0元"), q("300万元")], BASIS)) == "20%"
    assert written(weighted([q("≥30%"), q("20%"), q("100万元"), q("300万元")], BASIS)) == "≥22.5%"


def test_weights_below_zero_are_refused_and_all_zero_leaves_nothing() -> None:
    """PG320 for −1; where all weights are zero PG302, or nothing where nobody asked."""
    with pytest.raises(Refused, match="PG320"):
        weighted([q("30%"), q("20%"), q("100元"), Quantity.exact(-1, YUAN)], BASIS)
    zero = [q("30%"), q("20%"), q("0元"), q("0元")]
    with pytest.raises(Refused, match="PG302"):
        weighted(zero, BASIS)
    assert weighted(zero, {**BASIS, "asked": False}).unset


def test_units_that_differ_are_refused() -> None:
    """A mean of people and yuan is no number, weights of people and yuan neither."""
    for verb, parts in ((mean, ["1人", "1元"]), (weighted, ["1%", "2%", "1人", "1元"]), (largest, ["1人", "1元"])):
        with pytest.raises(Refused, match="PG215"):
            verb([q(part) for part in parts], CENT)


def test_a_ratio_is_a_share_or_a_rate() -> None:
    """24 ÷ 96 = 25%; 100万元 ÷ 3人 = 333,333.33 元/人."""
    assert rate([q("24万元"), q("96万元")], BASIS) == Quantity.exact(Decimal("0.25"), SHARE)
    assert rate([q("100万元"), q("3人")], CENT) == Quantity.exact(Decimal("333333.33"), Unit(("元",), ("人",)))


def test_a_ratio_by_what_may_be_zero_is_refused_or_left_out() -> None:
    """PG302 where it was asked for; nothing where months are divided one by one."""
    with pytest.raises(Refused, match="PG302"):
        rate([q("1万元"), q("0人")], CENT)
    assert rate([q("1万元"), q("0人")], {**CENT, "asked": False}).unset


def test_last_is_the_value_at_the_end() -> None:
    """Whatever it is: a range, or not set."""
    assert written(last([q("5人"), q("7–8人")], {})) == "7–8 人"
    assert last([q("5人"), Quantity.unset_(PEOPLE)], {}).unset


@pytest.mark.parametrize(
    ("parts", "most", "least"),
    [
        (["3天", "5天"], "5 天", "3 天"),
        (["3–6天", "4–5天"], "4–6 天", "3–5 天"),
        (["≥3天", "5天"], "≥5 天", "3–5 天"),
        (["≤3天", "5天"], "5 天", "≤3 天"),
    ],
)
def test_extremes_end_by_end(parts: list[str], most: str, least: str) -> None:
    """The largest is at least the largest low end; an open end stays open on its own side only."""
    assert written(largest([q(part) for part in parts], {})) == most
    assert written(smallest([q(part) for part in parts], {})) == least
