"""Numbers for readers: units, rounding, signs, and reading them back."""

import re
from decimal import Decimal

import pytest
from babel.numbers import format_compact_decimal, format_decimal
from hypothesis import given, settings
from hypothesis import strategies as st

from plangen.values import (
    MONTH,
    NONE,
    PEOPLE,
    POINT,
    SHARE,
    YUAN,
    Quantity,
    Refused,
    Unit,
    in_unit,
    plain,
    read_quantity,
    unit_words,
    write_number,
    write_quantity,
)
from unit.values.amounts import decimals, quantities

exact, between, at_least, at_most = Quantity.exact, Quantity.range_, Quantity.at_least, Quantity.at_most
HOME, RATE = Unit(("家",)), Unit(("元",), ("人", "月"))


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        ("1092", None, "1,092"),
        ("1092", 1, "1,092.0"),
        ("2.665", 2, "2.67"),
        ("2.5", 0, "3"),
        ("-2.5", 0, "-3"),
        ("-0.4", 0, "0"),
        ("-0.00", None, "0"),
        ("1092.50", None, "1,092.5"),
        ("1E+6", None, "1,000,000"),
        ("-1234567.891", 1, "-1,234,567.9"),
        ("0.05", 1, "0.1"),
        ("999.95", 1, "1,000.0"),
        ("-999", None, "-999"),
        ("9" * 40, 2, "9," + ",".join(["999"] * 13) + ".00"),
    ],
)
def test_numbers(value: str, digits: int | None, text: str) -> None:
    """Numbers."""
    assert write_number(Decimal(value), digits) == text


@settings(deadline=None)
@given(decimals, st.integers(0, 4))
def test_numbers_as_babel_writes_them(value: Decimal, digits: int) -> None:
    """Numbers as babel writes them."""
    scaled = value.scaleb(digits)
    if scaled % 1 in (Decimal("0.5"), Decimal("-0.5")):
        return  # Babel rounds ties to even, readers expect half up
    expected = format_decimal(value, "#,##0" + ("." + "0" * digits if digits else ""), locale="zh_CN")
    assert write_number(value, digits) == (expected.removeprefix("-") if not value.__round__(digits) else expected)


LOCALES = {"zh-Hans": ("zh_Hans", " ", 10**4), "zh-Hant": ("zh_Hant_TW", " ", 10**4), "en": ("en", "", 10**6)}


@settings(deadline=None)
@given(st.integers(10**4, 10**12 - 1), st.sampled_from(sorted(LOCALES)))
def test_money_in_short_as_babel_has_it(number: int, language: str) -> None:
    """The number and the word of its scale, wherever Babel is right: it rounds ties to even and carries no scale on."""
    locale, blank, least = LOCALES[language]
    expected = format_compact_decimal(number, format_type="long" if language == "en" else "short", locale=locale)
    digits, word = re.fullmatch(r"([\d,]+)\s?(.*)", expected).groups()  # type: ignore[union-attr]
    scale = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "million": 10**6, "billion": 10**9}.get(word)
    limit = 1000 if language == "en" else 10**4
    if scale is None or number < least or int(digits.replace(",", "")) >= limit or 2 * number % scale == 0:
        return
    shown = f"{int(digits.replace(',', '')):,}"
    text = f"CN¥{shown} {word}" if language == "en" else f"{shown}{blank}{word}元"
    assert write_quantity(exact(number, YUAN), digits=0, language=language) == text


@settings(deadline=None)
@given(decimals)
def test_exports_are_exact(value: Decimal) -> None:
    """Exports are exact."""
    assert Decimal(plain(value)) == value
    assert "E" not in plain(value)
    assert plain(value) != "-0"


CHOSEN = [
    (exact(9999, YUAN), None, "9,999 元"),
    (exact(10000, YUAN), None, "1 万元"),
    (exact(10920000, YUAN), None, "1,092 万元"),
    (exact(99990000, YUAN), None, "9,999 万元"),
    (exact(100000000, YUAN), None, "1 亿元"),
    (exact(99995000, YUAN), 0, "1 亿元"),
    (exact(99994999, YUAN), 0, "9,999 万元"),
    (exact("9999.5", YUAN), 0, "1 万元"),
    (exact(99995000, YUAN), 1, "9,999.5 万元"),
    (exact(99999500, YUAN), 1, "1.0 亿元"),
    (exact(-99995000, YUAN), 0, "-1 亿元"),
    (exact(34700, YUAN), None, "3.47 万元"),
    (exact(34700, YUAN), 1, "3.5 万元"),
    (exact(0, YUAN), None, "0 元"),
    (between(1000000, 1500000, YUAN), None, "100–150 万元"),
    (between(5000, 20000, YUAN), None, "0.5–2 万元"),
    (between(-50000, 30000, YUAN), None, "-5 至 3 万元"),
    (between(1000000, 1004000, YUAN), 0, "约 100 万元"),
    (exact(75000, RATE), None, "7.5 万元/人/月"),
    (exact(2000000, Unit(("美元",))), None, "200 万美元"),
    (exact(80, about=True), None, "约 80"),
    (at_least(13, HOME), None, "≥13 家"),
    (at_least(13, HOME, strict=True), None, ">13 家"),
    (at_most(10000, YUAN), None, "≤1 万元"),
    (at_most(10000, YUAN, strict=True), None, "<1 万元"),
    (exact(50000, HOME), None, "50,000 家"),
    (exact("0.2", SHARE), None, "20%"),
    (exact("0.1235", SHARE), 1, "12.4%"),
    (between("0.2", "0.3", SHARE), None, "20–30%"),
    (exact("0.0027", POINT), None, "0.27 个百分点"),
    (exact(3, MONTH), None, "3 个月"),
    (exact("0.02", Unit(("%",), ("月",))), None, "2%/月"),
    (exact(13), None, "13"),
    (Quantity.unset_(YUAN), None, "待定"),
    (Quantity(None, None), None, "不定"),
    (Quantity(Decimal(1000000), Decimal(1500000), YUAN, missing=1), None, "100–150 万元，另有 1 项未定"),
]


@pytest.mark.parametrize(("quantity", "digits", "text"), CHOSEN, ids=[text for *_, text in CHOSEN])
def test_chosen_units(quantity: Quantity, digits: int | None, text: str) -> None:
    """Chosen units."""
    assert write_quantity(quantity, digits=digits) == text


@pytest.mark.parametrize(
    ("quantity", "unit", "with_unit", "text"),
    [
        (exact(10920000, YUAN), "万元", True, "1,092 万元"),
        (exact(10920000, YUAN), "万元", False, "1,092"),
        (exact(10920000, YUAN), "元", True, "10,920,000 元"),
        (exact(10920000, YUAN), "亿元", True, "0.1092 亿元"),
        (exact(75000, RATE), "万元", True, "7.5 万元/人/月"),
        (exact(75000, RATE), "万元/人/月", True, "7.5 万元/人/月"),
        (exact("0.2", SHARE), "%", True, "20%"),
        (exact("0.2", SHARE), "%", False, "20"),
        (exact("0.2", SHARE), "", False, "20%"),
        (exact("0.2"), "%", True, "20%"),
        (exact("0.002", SHARE), "‰", True, "2‰"),
        (exact(4, PEOPLE), "名", True, "4 名"),
        (exact(3, MONTH), "月", True, "3 个月"),
        (exact(50000, HOME), "万", True, "5 万"),
        (exact("0.02", SHARE), "pp", True, "2 个百分点"),
        (exact(10920000, YUAN), "", False, "1,092"),
        (Quantity.unset_(), "家", True, "待定"),
    ],
)
def test_asked_units(quantity: Quantity, unit: str, text: str, *, with_unit: bool) -> None:
    """Asked units."""
    assert write_quantity(quantity, unit, with_unit=with_unit) == text


@pytest.mark.parametrize(
    ("quantity", "text"),
    [
        (exact(10920000, YUAN, about=True), "about CN¥10.92 million"),
        (exact(80_000_000, YUAN), "CN¥80 million"),
        (exact(1_200_000_000, YUAN), "CN¥1.2 billion"),
        (exact(34_700, YUAN), "CN¥34,700"),
        (exact(10_924_300, YUAN), "CN¥10,924,300"),
        (exact(-3_000_000, YUAN), "-CN¥3 million"),
        (Quantity.at_least(2_000_000, YUAN), "≥CN¥2 million"),
        (exact(75_000, Unit(("元",), ("人", "月"))), "CN¥75,000 per person per month"),
        (Quantity.unset_(YUAN), "TBD"),
        (exact(3, MONTH), "3 months"),
        (exact(1, MONTH), "1 month"),
        (exact(4, PEOPLE), "4 people"),
        (exact(2, Unit(("次",), ("周",))), "2 times per week"),
        (exact(6, Unit(("张",))), "6"),
        (exact(400, Unit(("元",), ("张",))), "CN¥400 per item"),
        (Quantity(Decimal(1), Decimal(2), YUAN, missing=1), "CN¥1–2 and 1 not set"),
        (between(-1, 2, YUAN), "-CN¥1 to 2"),
        (exact("0.0027", POINT), "0.27 pp"),
        (exact("0.25", SHARE), "25%"),
    ],
)
def test_english(quantity: Quantity, text: str) -> None:
    """Money in millions and billions where that is short, units in words, in the number that there is of them."""
    assert write_quantity(quantity, language="en") == text


@pytest.mark.parametrize(
    ("quantity", "text"),
    [
        (exact(80_000_000, YUAN), "8,000 萬元"),
        (exact(1_200_000_000, YUAN), "12 億元"),
        (exact(10920000, YUAN, about=True), "約 1,092 萬元"),
        (exact(3, MONTH), "3 個月"),
        (exact("0.0027", POINT), "0.27 個百分點"),
        (exact(6, Unit(("张",))), "6 張"),
        (Quantity(Decimal(1), Decimal(2), YUAN, missing=1), "1–2 元，另有 1 項未定"),
    ],
)
def test_traditional(quantity: Quantity, text: str) -> None:
    """Traditional letters, in units too."""
    assert write_quantity(quantity, language="zh-Hant") == text


@pytest.mark.parametrize(("language", "text"), [("zh-Hans", "1,092.4"), ("zh-Hant", "1,092.4"), ("en", "10,924")])
def test_a_column_in_one_unit(language: str, text: str) -> None:
    """The same figure to the same thousand, in the unit that each language's heading names."""
    written = write_quantity(exact(10_924_300, YUAN), "万元", 1, with_unit=False, language=language)
    assert written == text
    assert in_unit(Decimal(10_924_000), "万元", language) == Decimal(text.replace(",", ""))


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        ("万元", ("万元", "萬元", "CN¥ k")),
        ("亿元", ("亿元", "億元", "CN¥ m")),
        ("元", ("元", "元", "CN¥")),
        ("万元/人/月", ("万元/人/月", "萬元/人/月", "CN¥ k per person per month")),
        ("人", ("人", "人", "people")),
        ("次/周", ("次/周", "次/周", "times per week")),
        ("%", ("%", "%", "%")),
        ("自己的", ("自己的", "自己的", "自己的")),
    ],
)
def test_the_heads_of_columns(unit: str, words: tuple[str, str, str]) -> None:
    """A unit in each language; what is no unit is left as it is typed."""
    assert tuple(unit_words(unit, language) for language in ("zh-Hans", "zh-Hant", "en")) == words


@pytest.mark.parametrize(("language", "text"), [("zh-Hans", "1 亿元"), ("zh-Hant", "1 億元"), ("en", "CN¥100 million")])
def test_what_rounds_to_the_next_unit_is_written_in_it(language: str, text: str) -> None:
    """99,995,000 to whole units: no 10,000 万元, no CN¥1,000 million."""
    assert write_quantity(exact(99_995_000, YUAN), digits=0, language=language) == text
    assert write_quantity(exact(999_600_000, YUAN), digits=0, language="en") == "CN¥1 billion"
    assert write_quantity(exact("999999.6", YUAN), digits=0, language="en") == "CN¥1 million"


@pytest.mark.parametrize(("quantity", "unit"), [(exact(1, YUAN), "家"), (exact(1, HOME), "%"), (exact(1), "元")])
def test_a_wrong_display_unit_is_refused(quantity: Quantity, unit: str) -> None:
    """A wrong display unit is refused."""
    with pytest.raises(Refused) as refused:
        write_quantity(quantity, unit)
    assert refused.value.code == "PG215"


def test_in_unit() -> None:
    """In unit."""
    assert in_unit(Decimal(10920000), "万元") == 1092
    assert in_unit(Decimal("0.2"), "%") == 20


KINDS = st.sampled_from(
    [
        ("money", YUAN),
        ("rate", RATE),
        ("share", SHARE),
        ("people", PEOPLE),
        ("months", MONTH),
        ("points", POINT),
        ("count", HOME),
        ("number", NONE),
        ("any", HOME),
    ]
)


@settings(deadline=None, max_examples=300)
@given(st.data(), KINDS, st.booleans(), st.integers(0, 3), st.sampled_from(["zh", "zh-Hant", "en"]))
def test_what_is_written_reads_back(
    data: st.DataObject, kind: tuple[str, Unit], about: bool, missing: int, language: str
) -> None:
    """What is written reads back."""
    drawn = data.draw(quantities(kind[1]))
    quantity = Quantity(drawn.low, drawn.high, drawn.unit, about, strict=drawn.strict, missing=missing)
    assert read_quantity(write_quantity(quantity, language=language), kind=kind[0]) == quantity


@pytest.mark.parametrize("kind", ["money", "share", "people", "months", "points", "count", "any"])
@pytest.mark.parametrize("language", ["zh", "zh-Hant", "en"])
def test_unset_reads_back(kind: str, language: str) -> None:
    """Unset reads back."""
    assert read_quantity(write_quantity(Quantity.unset_(), language=language), kind=kind).unset
