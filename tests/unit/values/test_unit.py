"""Units: what people write, and how units multiply."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plangen.values import MONTH, NONE, PEOPLE, POINT, SHARE, YUAN, Refused, Unit

RATE = Unit(("元",), ("人", "月"))

WRITTEN = [
    ("元", YUAN, "1"),
    ("万元", YUAN, "10000"),
    ("千万元", YUAN, "10000000"),
    ("亿元", YUAN, "100000000"),
    ("万", NONE, "10000"),
    ("个亿", NONE, "100000000"),
    ("", NONE, "1"),
    ("倍", NONE, "1"),
    ("¥", YUAN, "1"),
    ("CNY", YUAN, "1"),
    ("人民币", YUAN, "1"),
    ("万美元", Unit(("美元",)), "10000"),
    ("%", SHARE, "0.01"),
    ("‰", SHARE, "0.001"),
    ("成", SHARE, "0.1"),
    ("个百分点", POINT, "0.01"),
    ("pp", POINT, "0.01"),
    ("名", PEOPLE, "1"),
    ("位", PEOPLE, "1"),
    ("个人", PEOPLE, "1"),
    ("万人", PEOPLE, "10000"),
    ("people", PEOPLE, "1"),
    ("个月", MONTH, "1"),
    ("months", MONTH, "1"),
    ("㎡", Unit(("平米",)), "1"),
    ("平方米", Unit(("平米",)), "1"),
    ("千米", Unit(("公里",)), "1"),
    ("km", Unit(("公里",)), "1"),
    ("公里", Unit(("公里",)), "1"),
    ("米", Unit(("米",)), "1"),
    ("亩", Unit(("亩",)), "1"),
    ("吨", Unit(("吨",)), "1"),
    ("万吨", Unit(("吨",)), "10000"),
    ("秒", Unit(("秒",)), "1"),
    ("元/人/月", RATE, "1"),
    ("元/月/人", RATE, "1"),
    ("万元/名/个月", RATE, "10000"),
    ("万/人/月", Unit((), ("人", "月")), "10000"),
    ("次/2天", Unit(("次",), ("天",)), "0.5"),
    ("%/月", Unit(("%",), ("月",)), "0.01"),
    ("人·月", Unit(("人", "月")), "1"),
    ("/月", Unit((), ("月",)), "1"),
    ("元/万人", Unit(("元",), ("人",)), "0.0001"),
]


@pytest.mark.parametrize(("text", "unit", "scale"), WRITTEN)
def test_reads_units(text: str, unit: Unit, scale: str) -> None:
    """Reads units."""
    assert Unit.parse(text) == (unit, Decimal(scale))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("万圆整", "PG205"),
        ("abc", "PG205"),
        ("元/", "PG205"),
        ("次/3天", "PG207"),
        ("次/0天", "PG205"),
        ("x" * 100, "PG205"),
    ],
)
def test_refuses_unknown_units(text: str, code: str) -> None:
    """Refuses unknown units."""
    with pytest.raises(Refused) as refused:
        Unit.parse(text)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("left", "right", "product", "quotient"),
    [
        (RATE, PEOPLE, "元/月", "元/人/人/月"),
        (RATE, Unit(("人", "月")), "元", "元/人/人/月/月"),
        (YUAN, SHARE, "元", "元"),
        (SHARE, SHARE, "%", ""),
        (YUAN, YUAN, "元·元", ""),
        (NONE, SHARE, "%", ""),
        (YUAN, PEOPLE, "人·元", "元/人"),
        (SHARE, POINT, "pp", "%"),
        (NONE, MONTH, "月", "/月"),
    ],
)
def test_products_and_quotients(left: Unit, right: Unit, product: str, quotient: str) -> None:
    """Products and quotients."""
    assert (str(left * right), str(left / right)) == (product, quotient)


units = st.builds(
    lambda over, per: Unit(tuple(sorted(over)), tuple(sorted(per))),
    st.lists(st.sampled_from("元人家次天"), max_size=2),
    st.lists(st.sampled_from(["月", "年", "张"]), max_size=2),
)


@settings(deadline=None)
@given(units)
def test_a_unit_reads_back(unit: Unit) -> None:
    """A unit reads back."""
    assert Unit.parse(str(unit)) == (unit, Decimal(1))


@settings(deadline=None)
@given(units, units)
def test_products_commute_and_divide_back(left: Unit, right: Unit) -> None:
    """Products commute and divide back."""
    assert left * right == right * left
    assert left * right / right == left


def test_what_a_unit_is() -> None:
    """What a unit is."""
    assert YUAN.is_money
    assert RATE.is_money_rate
    assert not RATE.is_money
    assert PEOPLE.is_count
    assert NONE.is_count
    assert not YUAN.is_count
    assert not SHARE.is_count
    assert MONTH.is_time
    assert not PEOPLE.is_time
