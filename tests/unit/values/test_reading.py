"""Every form in which plans write numbers."""

from decimal import Decimal

import pytest

from plangen.values import (
    DAY,
    MONTH,
    PEOPLE,
    POINT,
    SHARE,
    YUAN,
    Quantity,
    Refused,
    Unit,
    read_quantity,
    read_ratio,
    write_quantity,
)

exact, between, at_least, at_most = Quantity.exact, Quantity.range_, Quantity.at_least, Quantity.at_most
HOME, METRES, MINUTES = Unit(("家",)), Unit(("平米",)), Unit(("分钟",))
RATE = Unit(("元",), ("人", "月"))

FORMS = [
    # exact amounts with a unit
    ("1092万", "money", exact(10920000, YUAN)),
    ("1092万元", "money", exact(10920000, YUAN)),
    ("34700元", "money", exact(34700, YUAN)),
    ("5个亿", "money", exact(500000000, YUAN)),
    ("¥100", "money", exact(100, YUAN)),
    ("-3万元", "money", exact(-30000, YUAN)),
    ("0元", "money", exact(0, YUAN)),
    ("1,092 万元", "money", exact(10920000, YUAN)),
    ("三十万元", "money", exact(300000, YUAN)),
    ("$100", "money", exact(100, Unit(("美元",)))),
    ("100 USD", "money", exact(100, Unit(("美元",)))),
    ("¥100万", "money", exact(1000000, YUAN)),
    ("-¥5.25", "money", exact("-5.25", YUAN)),
    # unit scales
    ("3亿元", "money", exact(300000000, YUAN)),
    ("4人", "people", exact(4, PEOPLE)),
    ("3家", "count", exact(3, HOME)),
    ("5次", "count", exact(5, Unit(("次",)))),
    ("30秒", "count", exact(30, Unit(("秒",)))),
    ("80平米", "count", exact(80, METRES)),
    ("600公里", "count", exact(600, Unit(("公里",)))),
    ("2.5亩", "count", exact("2.5", Unit(("亩",)))),
    ("1.2万吨", "count", exact(12000, Unit(("吨",)))),
    ("2‰", "share", exact("0.002", SHARE)),
    ("20%", "share", exact("0.2", SHARE)),
    ("60分", "count", exact(60, Unit(("分",)))),
    ("1000万人次", "count", exact(10000000, Unit(("人次",)))),
    ("1.2", "number", exact("1.2")),
    ("1.5倍", "number", exact("1.5")),
    ("13", "count", exact(13)),
    ("5万", "count", exact(50000)),
    ("4名", "people", exact(4, PEOPLE)),
    ("4位", "people", exact(4, PEOPLE)),
    ("3个月", "months", exact(3, MONTH)),
    ("3月", "months", exact(3, MONTH)),
    ("半个月", "months", exact("0.5", MONTH)),
    ("15天", "days", exact(15, DAY)),
    ("半天", "days", exact("0.5", DAY)),
    # approximate
    ("约2400元", "money", exact(2400, YUAN, about=True)),
    ("3000左右", "count", exact(3000, about=True)),
    ("80平米左右", "count", exact(80, METRES, about=True)),
    ("近67亿元", "money", exact(6700000000, YUAN, about=True)),
    ("~2400元", "money", exact(2400, YUAN, about=True)),
    ("about 5 people", "people", exact(5, PEOPLE, about=True)),
    ("约100-150万元", "money", between(1000000, 1500000, YUAN, about=True)),
    ("约≥13家", "count", at_least(13, HOME, about=True)),
    # at least, at most
    ("≥13家", "count", at_least(13, HOME)),
    (">=13家", "count", at_least(13, HOME)),
    ("13家以上", "count", at_least(13, HOME)),
    ("不少于4家", "count", at_least(4, HOME)),
    ("至少2次", "count", at_least(2, Unit(("次",)))),
    ("10%及以上", "share", at_least("0.1", SHARE)),
    ("不超过5000元", "money", at_most(5000, YUAN)),
    ("控制在1万元以内", "money", at_most(10000, YUAN)),
    ("1万元以内", "money", at_most(10000, YUAN)),
    ("≤1万元", "money", at_most(10000, YUAN)),
    ("600公里为限", "count", at_most(600, Unit(("公里",)))),
    ("at least 3 stores", "count", at_least(3, HOME)),
    # strict comparison
    ("大于10%", "share", at_least("0.1", SHARE, strict=True)),
    (">10%", "share", at_least("0.1", SHARE, strict=True)),
    ("超过500元", "money", at_least(500, YUAN, strict=True)),
    ("低于3万元", "money", at_most(30000, YUAN, strict=True)),
    # ranges
    ("100-150万", "money", between(1000000, 1500000, YUAN)),
    ("100–150万元", "money", between(1000000, 1500000, YUAN)),
    ("¥100-150万", "money", between(1000000, 1500000, YUAN)),
    ("¥100-¥150", "money", between(100, 150, YUAN)),
    ("5000万-1.2亿", "money", between(50000000, 120000000, YUAN)),
    ("7-8名", "people", between(7, 8, PEOPLE)),
    ("7~8名", "people", between(7, 8, PEOPLE)),
    ("15-20个", "count", between(15, 20, Unit(("个",)))),
    ("3-5人", "people", between(3, 5, PEOPLE)),
    ("两到三个", "count", between(2, 3, Unit(("个",)))),
    ("2到3个", "count", between(2, 3, Unit(("个",)))),
    ("30平米到40平米", "count", between(30, 40, METRES)),
    ("15-30分钟", "count", between(15, 30, MINUTES)),
    ("两到三天", "days", between(2, 3, DAY)),
    ("20%或30%", "share", between("0.2", "0.3", SHARE)),
    ("20–30%", "share", between("0.2", "0.3", SHARE)),
    ("-5 至 3 万元", "money", between(-50000, 30000, YUAN)),
    ("5 to 6 days", "days", between(5, 6, DAY)),
    ("十到十五家", "count", between(10, 15, HOME)),
    # per unit of two dimensions
    ("7.5万/人/月", "rate", exact(75000, RATE)),
    ("7.5万元/人/月", "rate", exact(75000, RATE)),
    ("5000元/月/人", "rate", exact(5000, RATE)),
    ("8万/家/月", "rate", exact(80000, Unit(("元",), ("家", "月")))),
    ("3家/月", "rate", exact(3, Unit(("家",), ("月",)))),
    ("≥1次/2天", "rate", at_least("0.5", Unit(("次",), ("天",)))),
    ("9500元/月", "amount", exact(9500, Unit(("元",), ("月",)))),
    ("34700元", "amount", exact(34700, YUAN)),
    ("4分/天", "rate", exact(4, Unit(("分",), ("天",)))),
    # percentage points are no percents
    ("0.27个百分点", "points", exact("0.0027", POINT)),
    ("-0.75pp", "points", exact("-0.0075", POINT)),
    # blank but expected
    ("待定", "money", Quantity.unset_(YUAN)),
    ("TBD", "people", Quantity.unset_(PEOPLE)),
    ("缺数", "count", Quantity.unset_()),
    ("?", "share", Quantity.unset_(SHARE)),
    ("？", "rate", Quantity.unset_()),
    ("未定", "months", Quantity.unset_(MONTH)),
    ("__元", "money", Quantity.unset_(YUAN)),
    ("__万/人", "rate", Quantity.unset_(Unit(("元",), ("人",)))),
    ("XX万元", "money", Quantity.unset_(YUAN)),
    ("××家", "count", Quantity.unset_(HOME)),
    ("xx%", "share", Quantity.unset_(SHARE)),
    ("100–150 万元，另有 1 项未定", "money", Quantity(Decimal(1000000), Decimal(1500000), YUAN, missing=1)),
    # what a Chinese input method types
    ("１２３", "count", exact(123)),
    ("５％", "share", exact("0.05", SHARE)),
    ("￥100", "money", exact(100, YUAN)),
    ("1，092万", "money", exact(10920000, YUAN)),
    ("−5％", "share", exact("-0.05", SHARE)),
    ("＋5%", "share", exact("0.05", SHARE)),
    ("７～８名", "people", between(7, 8, PEOPLE)),
    ("5元／人", "rate", exact(5, Unit(("元",), ("人",)))),
    ("≧5家", "count", at_least(5, HOME)),
    ("100—150万元", "money", between(1000000, 1500000, YUAN)),
    ("3萬元", "money", exact(30000, YUAN)),
    ("3萬圓", "money", exact(30000, YUAN)),
    ("　5　家", "count", exact(5, HOME)),
    # anything
    ("200家", "any", exact(200, HOME)),
    ("30万元", "any", exact(300000, YUAN)),
    ("1092万", "any", exact(10920000, YUAN)),
    ("≥70%", "any", at_least("0.7", SHARE)),
]


@pytest.mark.parametrize(("text", "kind", "quantity"), FORMS, ids=[f"{kind}-{text}" for text, kind, _ in FORMS])
def test_value_forms(text: str, kind: str, quantity: Quantity) -> None:
    """Value forms."""
    assert read_quantity(text, kind=kind) == quantity


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("6張", "6张"),
        ("2小時", "2小时"),
        ("15–30分鐘/次", "15–30分钟/次"),
        ("不少於500家", "不少于500家"),
        ("超過3億元", "超过3亿元"),
        ("10歐元以內", "10欧元以内"),
        ("3家/個月", "3家/个月"),
    ],
)
def test_traditional_letters_of_units(traditional: str, simplified: str) -> None:
    """A unit is one, whichever letters it is typed in; so two cells of a sum have the same."""
    assert read_quantity(traditional, kind="formula") == read_quantity(simplified, kind="formula")


@pytest.mark.parametrize("text", ["4 points/day", "1 time/week"])
def test_english_units_are_read_as_they_are_shown(text: str) -> None:
    """What findings tell an English planner to write."""
    assert write_quantity(read_quantity(text, kind="rate"), language="en") == text.replace("/", " per ")


@pytest.mark.parametrize(
    ("text", "parts"),
    [("2:3:1", (2, 3, 1)), ("2∶3∶1", (2, 3, 1)), ("２：３", (2, 3)), ("1.5 : 1", (Decimal("1.5"), 1))],
)
def test_ratios_of_parts(text: str, parts: tuple[Decimal | int, ...]) -> None:
    """Ratios of parts."""
    assert read_ratio(text) == parts


@pytest.mark.parametrize(
    ("text", "code"), [("2", "PG205"), ("2:", "PG203"), ("2:-1", "PG205"), ("0:0", "PG205"), ("2:010", "PG203")]
)
def test_refused_ratios(text: str, code: str) -> None:
    """Refused ratios."""
    with pytest.raises(Refused) as refused:
        read_ratio(text)
    assert refused.value.code == code
