"""Addresses and ids."""

import pickle
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plangen.values import Address, Period, Refused, check_id

ids = st.from_regex(r"[a-z][a-z0-9_-]{0,6}|[华东区域渠道]{1,4}", fullmatch=True)
periods = st.tuples(st.integers(1, 12), st.integers(1, 12)).map(lambda pair: Period(min(pair), max(pair)))
figures = st.builds(
    Address,
    st.lists(ids, max_size=2).map("/".join),
    ids,
    st.lists(ids, min_size=1, max_size=3).map(tuple),
    ids,
    st.sampled_from(["", "rollup", "stated", "actual", "original"]),
    st.none() | periods,
    st.lists(ids, max_size=2).map(tuple),
)
items = st.builds(Address, ids, ids, st.lists(ids, min_size=1, max_size=3).map(tuple), st.just(""))
FULL = "adhesives/east-china:objectives/revenue.target.rollup@M06..M12/own-store/rep-a"


@settings(deadline=None)
@given(figures | items)
def test_addresses_read_back(address: Address) -> None:
    """Addresses read back."""
    assert Address.parse(str(address)) == address
    assert Address.parse(address.short(address.plan), plan=address.plan) == address
    assert address.short("elsewhere") == str(address)


def test_parts() -> None:
    """Parts."""
    assert Address.parse(FULL) == Address(
        "adhesives/east-china", "objectives", ("revenue",), "target", "rollup", Period(6, 12), ("own-store", "rep-a")
    )
    assert Address.parse("swot/a/b", plan="p") == Address("p", "swot", ("a", "b"), "")
    assert Address.parse("o/r.t/own-store") == Address("", "o", ("r",), "t", members=("own-store",))
    assert Address.parse("目标/销售额.目标值@Q1/直营店").kind == "目标"


def test_periods_are_written_in_their_shortest_form() -> None:
    """Periods are written in their shortest form."""
    assert str(Address.parse("o/r.t@M01..M06")) == "o/r.t@H1"


def test_changes() -> None:
    """Changes."""
    address = Address.parse(FULL)
    assert str(address.at(None).of().with_facet("")) == "adhesives/east-china:objectives/revenue.target"
    assert (
        str(address.at(Period(7, 9)).of("dealer")) == "adhesives/east-china:objectives/revenue.target.rollup@Q3/dealer"
    )
    assert address.with_measure("rate").measure == "rate"
    assert str(address.item_address) == "adhesives/east-china:objectives/revenue"
    assert address.item_address.with_measure("target") == Address.parse(
        "adhesives/east-china:objectives/revenue.target"
    )


@pytest.mark.parametrize(
    ("text", "code", "part"),
    [
        ("", "PG212", ""),
        ("revenue", "PG212", "revenue"),
        ("o/r.t.f.g", "PG212", "o/r.t.f.g"),
        ("o/r@Q1", "PG212", "o/r@Q1"),
        ("o/r.t/dealer@Q1", "PG212", "o/r.t/dealer@Q1"),
        ("a:b:o/r", "PG212", "a:b:o/r"),
        ("o//r", "PG212", ""),
        ("o/1r", "PG212", "1r"),
        ("o/r .t", "PG212", "r "),
        ("o/r.ｔ", "PG212", "ｔ"),
        ("o/r.t/Q1", "PG212", "Q1"),
        ("previous:o/r.t", "PG212", "previous"),
        ("o/r.t@Q5", "PG208", None),
        ("o/r.t@M12..M01", "PG209", None),
        ("o：x/r", "PG212", "o：x"),
    ],
)
def test_refused(text: str, code: str, part: str | None) -> None:
    """Refused."""
    with pytest.raises(Refused) as refused:
        Address.parse(text)
    assert refused.value.code == code
    assert part is None or refused.value.args_["part"] == part


def test_order_needs_no_period() -> None:
    """Order needs no period."""
    texts = ["a:o/r", "a:o/r.t", "a:o/r.t@Q1", "a:o/r.t@Q2", "b:o/r"]
    addresses = [Address.parse(text) for text in texts]
    assert sorted([*addresses[2:], *addresses[:2]]) == addresses
    assert addresses[0] < addresses[1] <= addresses[1]
    assert addresses[2] > addresses[1] >= addresses[1]


def test_the_kept_hash_does_not_travel_between_processes() -> None:
    """The kept hash does not travel between processes."""
    address = Address.parse(FULL)
    assert pickle.loads(pickle.dumps(address)) == address  # noqa: S301
    code = (
        "import pickle, sys; from plangen.values import Address;"
        "sys.stdout.buffer.write(pickle.dumps(Address.parse(sys.argv[1])))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, FULL],
        capture_output=True,
        check=True,
        env={"PYTHONPATH": ":".join(sys.path), "PYTHONHASHSEED": "7"},
    )
    assert hash(pickle.loads(done.stdout)) == hash(address)  # noqa: S301


@pytest.mark.parametrize(
    "text", ["a", "east-china", "华东", "rep_2", "é", "ß1", "Actual", "FYI", "M6", "H", "own-store"]
)
def test_good_ids(text: str) -> None:
    """Good ids."""
    check_id(text)


@pytest.mark.parametrize(
    ("text", "reason", "plain"),
    [
        ("", "empty", ""),
        ("1a", "first", "a"),
        ("-a", "first", "a"),
        ("_a", "first", "a"),
        ("a.b", "character", "a-b"),
        ("a/b", "character", "ab"),
        ("a:b", "character", "ab"),
        ("a@b", "character", "ab"),
        ("a b", "character", "a-b"),
        ("ａｂ", "form", "ab"),
        ("a\u200bb", "form", "ab"),
        ("e\u0301", "form", "é"),
        ("FY", "reserved", ""),
        ("H1", "reserved", ""),
        ("Q3", "reserved", ""),
        ("M06", "reserved", ""),
        ("W12", "reserved", ""),
        ("previous", "reserved", ""),
        ("parent", "reserved", ""),
        ("actual", "reserved", ""),
        ("a\n", "character", "a"),
        ("东区！", "form", "东区"),
    ],
)
def test_bad_ids(text: str, reason: str, plain: str) -> None:
    """Bad ids."""
    with pytest.raises(Refused) as refused:
        check_id(text)
    assert (refused.value.code, refused.value.args_) == ("PG217", {"text": text, "plain": plain, "reason": reason})


@settings(deadline=None)
@given(st.text(max_size=8))
def test_a_suggested_id_is_good(text: str) -> None:
    """A suggested id is good."""
    try:
        check_id(text)
    except Refused as refused:
        plain = str(refused.args_["plain"])
        if plain:
            check_id(plain)
