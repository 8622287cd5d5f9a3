"""What is no quantity, or means different numbers to different readers, is refused and never guessed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plangen.values import Quantity, Refused, read_quantity
from plangen.values.kinds import KINDS
from unit.values.amounts import result_or_code

REFUSED = [
    (".nan", "number", "PG201"),
    ("NaN", "number", "PG201"),
    (".inf", "money", "PG201"),
    ("-inf", "number", "PG201"),
    ("1e999999999", "number", "PG201"),
    ("1e-999999999", "number", "PG201"),
    ("∞", "count", "PG201"),
    ("9" * 31, "number", "PG202"),
    ("9" * 5000, "money", "PG202"),
    ("0x" + "f" * 5000, "number", "PG202"),
    ("0." + "1" * 30, "number", "PG202"),
    ("9" * 200 + "家", "count", "PG202"),
    ("010", "count", "PG203"),
    ("00", "count", "PG203"),
    ("1_000", "count", "PG203"),
    ("1:30", "count", "PG203"),
    ("0x10", "count", "PG203"),
    ("0b1", "count", "PG203"),
    ("1 000", "count", "PG203"),
    ("5.", "count", "PG203"),
    (".5", "count", "PG203"),
    ("1,00", "count", "PG203"),
    ("1.000.000", "count", "PG203"),
    ("1e5", "count", "PG203"),
    ("1 092 万元", "money", "PG203"),
    ("100,", "count", "PG203"),
    ("两三天", "days", "PG203"),
    ("7八家", "count", "PG205"),
    ("150-100万元", "money", "PG203"),
    ("5000-1万个", "count", "PG203"),
    ("至少5-6家", "count", "PG203"),
    ("≥5家以下", "count", "PG203"),
    ("2:3:1", "number", "PG203"),
    ("٣家", "count", "PG204"),
    ("१२", "count", "PG204"),
    ("③家", "count", "PG204"),
    ("½", "number", "PG204"),
    ("1092", "money", "PG205"),
    ("13家", "money", "PG205"),
    ("20%", "money", "PG205"),
    ("1092万元", "count", "PG205"),
    ("7.5万元/人/月", "money", "PG205"),
    ("34700元", "rate", "PG205"),
    ("30/月", "rate", "PG205"),
    ("2倍", "money", "PG205"),
    ("3家/月", "amount", "PG205"),
    ("4", "people", "PG205"),
    ("4家", "people", "PG205"),
    ("0.2", "share", "PG205"),
    ("0.27%", "points", "PG205"),
    ("20%", "number", "PG205"),
    ("1,000元", "number", "PG205"),
    ("3天", "months", "PG205"),
    ("3月", "days", "PG205"),
    ("3", "days", "PG205"),
    ("20%", "count", "PG205"),
    ("5人-6家", "count", "PG205"),
    ("30平米到40", "count", "PG205"),
    ("", "money", "PG205"),
    ("abc", "money", "PG205"),
    ("13", "any", "PG205"),
    ("=1+1", "any", "PG205"),
    ("2社4部/天", "any", "PG205"),
    ("每笔超过500", "any", "PG205"),
    ("至少两天一次", "any", "PG205"),
    ("经常", "any", "PG205"),
    ("8名 → 4名", "people", "PG205"),
    ("20xx年", "any", "PG205"),
    ("上一年×1.2", "any", "PG205"),
    ("5月8日", "any", "PG205"),
    ("每月8日前", "any", "PG205"),
    ("60分,每项扣5分", "any", "PG205"),
    ("(100)", "number", "PG205"),
    ("¥5%", "money", "PG205"),
    ("¥100-$150", "money", "PG205"),
    ("1台一体机__元", "money", "PG205"),
    ("100万圆整", "money", "PG205"),
    ("家" * 300, "count", "PG205"),
    ("0.001元", "money", "PG207"),
    ("0.00001元/人", "amount", "PG207"),
    ("1次/3天", "rate", "PG207"),
    ("0.1234567家", "count", "PG207"),
]


@pytest.mark.parametrize(("text", "kind", "code"), REFUSED, ids=[f"{kind}-{text[:20]}" for text, kind, _ in REFUSED])
def test_refused_texts(text: str, kind: str, code: str) -> None:
    """Refused texts."""
    with pytest.raises(Refused) as refused:
        read_quantity(text, kind=kind)
    assert refused.value.code == code
    assert "text" in refused.value.args_
    if code == "PG205":
        assert refused.value.args_["expected"] == KINDS[kind].expected


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("010", "10 / 8"),
        ("089", "89"),
        ("1_000", "1000"),
        ("1 000", "1000"),
        ("5.", "5"),
        (".5", "0.5"),
        ("0x10", "16"),
        ("٣", "3"),
        ("1,00", "100"),
        ("-010", "-10 / -8"),
        ("1:30", ""),
        ("5-3", "3–5"),
    ],
)
def test_the_plain_form_is_shown(text: str, plain: str) -> None:
    """The plain form is shown."""
    with pytest.raises(Refused) as refused:
        read_quantity(text, kind="number")
    assert refused.value.args_["plain"] == plain


@settings(deadline=None, max_examples=300)
@given(
    st.text("0123456789.,-–~至到约≥><万亿千元家人月%/ _:xe¥待定两十半两", max_size=30), st.sampled_from(sorted(KINDS))
)
def test_any_text_is_read_or_refused(text: str, kind: str) -> None:
    """Any text is read or refused."""
    result = result_or_code(lambda: read_quantity(text, kind=kind))
    if isinstance(result, Quantity):
        assert result.low is None or result.high is None or result.low <= result.high
    else:
        assert result in {"PG201", "PG202", "PG203", "PG204", "PG205", "PG207"}


@settings(deadline=None)
@given(st.text(max_size=300), st.sampled_from(sorted(KINDS)))
def test_any_unicode_is_read_or_refused(text: str, kind: str) -> None:
    """Any unicode is read or refused."""
    result = result_or_code(lambda: read_quantity(text, kind=kind))
    assert isinstance(result, Quantity) or result.startswith("PG20")
