"""The step of an allocation in words."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from plangen.render.origins import steering
from plangen.render.terminal.rounding import rounding
from plangen.values import YUAN, Address, Figure, Key, Quantity

PARTS = [Key(2026, Address("demo", "objectives", (name,), "target")) for name in "abcdefgh"]
STEP = Decimal(1_000)


def money(amount: str) -> Quantity:
    """An amount in 万元."""
    return Quantity.exact(Decimal(amount) * 10_000, YUAN)


def said(verb: str, inputs: list[Quantity], result: str, settings: Mapping[str, object], language: str = "zh") -> str:
    """The sentence of a part that came out as `result`万元."""
    figure = Figure(
        PARTS[0], money(result), verb, tuple(PARTS[1 : len(inputs) + 1]), settings={**settings, "step": STEP}
    )
    return rounding(figure, inputs, language, "万元")


@pytest.mark.parametrize(
    ("weights", "index", "result", "sentence"),
    [
        ((2, 1), 0, "666.7", "1,000 × 2 ÷ 3 = 666.6666…；取整到 0.1 万元（最大余数）+ 0.0333… = 666.7"),
        ((2, 1), 1, "333.3", "1,000 ÷ 3 = 333.3333…；取整到 0.1 万元（最大余数）− 0.0333… = 333.3"),
        ((1, 1), 0, "500", "1,000 ÷ 2 = 500"),
        ((1,), 0, "1000", "1,000 × 1 = 1,000"),
        ((1, 2000), 0, "0.5", "1,000 × 0.0499…% = 0.4997…；取整到 0.1 万元（最大余数）+ 0.0002… = 0.5"),
    ],
)
def test_one_total(weights: tuple[int, ...], index: int, result: str, sentence: str) -> None:
    """1000万元 by weights, in steps of 0.1万元; a fraction that nobody reads is shown in per cent."""
    settings = {"weights": tuple(map(Decimal, weights)), "index": index}
    assert said("allocation", [money("1000")], result, settings) == sentence


def test_a_cell_of_a_table() -> None:
    """Rows 60 and 40, columns 30 and 70 of 100: the first cell is 60 × 30 ÷ 100."""
    settings = {"rows": 2, "row": 0, "column": 0, "weights": (Decimal(1), Decimal(1))}
    inputs = [money(amount) for amount in ("60", "40", "30", "70", "100")]
    assert said("allocation-table", inputs, "18", settings) == "60 × 3 ÷ 10 = 18"


def test_a_table_that_leaves_something() -> None:
    """Rows make 90 and columns 80 of 100: the first cell is 60 × 30 ÷ 100 all the same."""
    settings = {"rows": 2, "row": 0, "column": 0, "weights": (Decimal(1), Decimal(1))}
    inputs = [money(amount) for amount in ("60", "30", "30", "50", "100")]
    assert said("allocation-table", inputs, "18", settings) == "60 × 3 ÷ 10 = 18"


def test_a_table_of_nothing() -> None:
    """Rows of 40 and -40 make zero: each is split by the weights alone."""
    settings = {"rows": 2, "row": 1, "column": 0, "weights": (Decimal(1), Decimal(3))}
    inputs = [money(amount) for amount in ("-40", "40", "0", "0", "0")]
    assert said("allocation-table", inputs, "10", settings) == "40 ÷ 4 = 10"


def test_weights_of_nothing_are_even() -> None:
    """0% and 0%, which has its own finding, is half and half."""
    settings = {"weights": (Decimal(0), Decimal(0)), "index": 0}
    assert said("allocation", [money("1000")], "500", settings) == "1,000 ÷ 2 = 500"


def test_only_its_own_row_and_column_steer_a_cell() -> None:
    """Second row, first column of two by two."""
    settings = {"rows": 2, "row": 1, "column": 0}
    figure = Figure(PARTS[0], money("1"), "allocation-table", tuple(PARTS[1:5]), settings=settings)
    assert steering(figure) == (PARTS[2], PARTS[3])


def test_a_range_is_not_spelled_out() -> None:
    """Both ends are split; one sentence cannot say it."""
    settings = {"weights": (Decimal(1), Decimal(1)), "index": 0}
    assert said("allocation", [Quantity.range_(1, 2, YUAN)], "1", settings) == ""


def test_english() -> None:
    """The same in English."""
    settings = {"weights": (Decimal(2), Decimal(1)), "index": 1}
    rounded = "rounded to CN¥1,000 (largest remainder) − 333.3333… = 3,333,000"
    sentence = f"10,000,000 ÷ 3 = 3,333,333.3333…; {rounded}"
    assert said("allocation", [money("1000")], "333.3", settings, "en") == sentence
