"""Values, units and places as exported."""

from decimal import Decimal
from json import loads

import pytest

from plangen.render.export import figures_json, unit_name, value_of
from plangen.values import POINT, SHARE, YUAN, Address, Figure, Key, Quantity, Span, Unit

RATE = Unit.parse("万元/人/月")[0]


@pytest.mark.parametrize(
    ("quantity", "value"),
    [
        (Quantity.exact(10_920_000, YUAN), "10920000"),
        (Quantity.exact("0.20", SHARE), "0.2"),
        (Quantity.exact(Decimal("1E+6"), YUAN), "1000000"),
        (Quantity.range_(1_000_000, 1_500_000, YUAN), {"low": "1000000", "high": "1500000"}),
        (Quantity.at_least(13), {"low": "13", "high": None}),
        (Quantity.at_most(10_000, YUAN), {"low": None, "high": "10000"}),
        (Quantity.unset_(YUAN), None),
    ],
)
def test_value(quantity: Quantity, value: object) -> None:
    """Exact decimals as text; open ends and unset ones are null."""
    assert value_of(quantity) == value


@pytest.mark.parametrize(
    ("unit", "name"), [(YUAN, "元"), (RATE, "元/人/月"), (SHARE, "share"), (POINT, "points"), (Unit(), "")]
)
def test_unit(unit: Unit, name: str) -> None:
    """Base units; ratios have names of their own."""
    assert unit_name(unit) == name


def test_figures_are_in_order_one_a_line() -> None:
    """By year, then address; every key of the documented form."""
    first = Key(2025, Address("b", "objectives", ("revenue",), "target"))
    second = Key(2026, Address("a", "objectives", ("revenue",), "target"))
    typed = Figure(first, Quantity.exact(2_400, YUAN, about=True), "typed", (), Span("f.yml", 2, 11, 2, 17))
    grown = Figure(second, Quantity.unset_(YUAN), "growth", (first,))
    text = figures_json({second: grown, first: typed}, "zh")
    assert [line[:13] for line in text.splitlines()] == [
        '{"format": 1,',
        '"figures": [',
        '{"year": 2025',
        '{"year": 2026',
        "],",
        '"scenarios": ',
    ]
    assert loads(text)["figures"] == [
        {
            "year": 2025, "scenario": "", "address": "b:objectives/revenue.target", "value": "2400", "unit": "元",
            "text": "约 2,400 元", "about": True, "strict": False, "missing": 0, "rule": "typed", "inputs": [],
            "settings": {},
            "source": {"file": "f.yml", "line": 2, "column": 11},
        },
        {
            "year": 2026, "scenario": "", "address": "a:objectives/revenue.target", "value": None, "unit": "元",
            "text": "待定", "about": False, "strict": False, "missing": 0, "rule": "growth",
            "inputs": [{"year": 2025, "scenario": "", "address": "b:objectives/revenue.target"}],
            "settings": {}, "source": None,
        },
    ]  # fmt: skip


def test_no_figures() -> None:
    """Still a valid document."""
    assert loads(figures_json({}, "zh")) == {"format": 1, "figures": [], "scenarios": []}
