"""Verbs: changes, shares inside a sum, sums with parts that have no figure, what is written of a refusal."""

from decimal import Decimal

import pytest

from plangen.compute import Rule, compute
from plangen.compute.verbs import (
    VERBS,
    add,
    change,
    complete,
    divide,
    exceed,
    number_of,
    portion,
    subtract,
)
from plangen.findings import message
from plangen.values import PEOPLE, YUAN, Address, Figure, Key, Quantity, Span, read_quantity, write_quantity

HERE = Span.at("content/x.yml", 3, 5)
UNSET = "待定"


def q(text: str) -> Quantity:
    """Any quantity."""
    return read_quantity(text, kind="any")


@pytest.mark.parametrize(
    ("now", "base", "changed"),
    [
        ("120元", "100元", "20%"),
        ("80元", "100元", "-20%"),
        ("120元", "100–150元", "-20 至 20%"),  # 120/150 − 1, 120/100 − 1
        ("100–150元", "100元", "0–50%"),
        ("约120元", "100元", "约 20%"),
        ("≥120元", "100元", "≥20%"),
        ("120元", "≥100元", "-100 至 20%"),  # nothing is more than 120 over 100
        ("≥120元", "≥100元", "≥-100%"),
        ("120元", "0元", UNSET),
        ("120元", "≤100元", UNSET),
        ("120元", "100家", UNSET),
        (UNSET, "100元", UNSET),
        ("120元", UNSET, UNSET),
    ],
)
def test_changes(now: str, base: str, changed: str) -> None:
    """Now ÷ base − 1, where the 1 is exact; no change from what may be zero or is something else."""
    assert write_quantity(change((q(now), q(base)), {})) == changed


@pytest.mark.parametrize(
    ("part", "wholes", "share"),
    [
        ("100元", ["400元"], "25%"),
        ("100–150元", ["200–250元"], "50–60%"),  # the rest is 100
        ("100元", ["400元，另有 1 项未定"], UNSET),
        ("100元", ["400元，另有 1 项未定", "500元"], "20%"),
        ("100元", [UNSET, "500元"], "20%"),
        ("100元", ["400元", "500元"], "25%"),  # the sum is known in full
        ("100元", ["400家"], UNSET),
        ("100元", ["≤400元"], UNSET),
        (UNSET, ["400元"], UNSET),
    ],
)
def test_shares_inside_a_whole(part: str, wholes: list[str], share: str) -> None:
    """A share of the sum that the part is in, or of the total that is stated for it; never of an incomplete sum."""
    assert write_quantity(portion((q(part), *map(q, wholes)), {})) == share


def test_a_sum_counts_parts_without_a_figure() -> None:
    """1 + 2, one more part that has no figure, and one that is not set."""
    assert write_quantity(add((q("1元"), q("2元"), q(UNSET)), {"missing": 1})) == "3 元，另有 2 项未定"


@pytest.mark.parametrize(
    ("inputs", "taken"),
    [
        (["400元", "500元"], "400 元"),
        (["400元，另有 1 项未定", "500元"], "500 元"),
        (["400元，另有 1 项未定", UNSET], "400 元，另有 1 项未定"),
        ([UNSET, "500元"], "500 元"),
        ([UNSET, UNSET], UNSET),
    ],
)
def test_the_first_that_is_complete_counts(inputs: list[str], taken: str) -> None:
    """A sum whose parts are all known, else the total that is stated."""
    assert write_quantity(complete(list(map(q, inputs)), {})) == taken


def key(name: str) -> Key:
    """The key of a figure of the plan `p` in 2026."""
    return Key(2026, Address.parse(f"p:objectives/{name}.target"))


def computed(verb: str, left: str, right: str) -> tuple[Figure, list[str]]:
    """A rule over two typed figures, with what is said of it in both languages."""
    typed = [Figure(key(name), q(text), "typed", (), HERE) for name, text in (("a", left), ("b", right))]
    rule = Rule(key("c"), verb, (key("a"), key("b")), HERE, {"unset_note": "上年是零"}, "同比")
    figures, findings = compute(typed, [rule])
    return figures[key("c")], [message(finding, language) for finding in findings for language in ("zh", "en")]


def test_no_change_is_a_note_and_no_error() -> None:
    """Last year 0: a remark at the figure, which nobody asked for; with a base, the method."""
    figure, said = computed("change", "100元", "0元")
    assert (figure.quantity.unset, figure.note, said) == (True, "上年是零", [])
    figure, said = computed("change", "100元", "80元")
    assert (figure.note, said) == ("同比", [])
    figure, said = computed("change", "100元", UNSET)
    assert (figure.note, said) == ("同比", [])


@pytest.mark.parametrize(
    ("right", "zh", "en"),
    [
        ("0元", "除数是零：约 100 元 ÷ 0 元", "the divisor is zero: about CN¥100 ÷ CN¥0"),
        ("≤100万元", "除数可能为零：约 100 元 ÷ ≤100 万元", "the divisor may be zero: about CN¥100 ÷ ≤CN¥1 million"),
    ],
)
def test_a_division_by_zero_is_told_as_a_person_would(right: str, zh: str, en: str) -> None:
    """The numbers as readers write them, in their language; what may be zero is not said to be zero."""
    figure, said = computed("share", "约100元", right)
    assert figure.quantity.unset
    assert said == [zh, en]


def test_units_of_the_plan_are_kept() -> None:
    """A share has no unit of money."""
    assert portion((q("100元"), q("400元")), {}).unit != YUAN


@pytest.mark.parametrize(
    ("amounts", "over"),
    [
        (["12000元"], "2,000 元"),
        (["9000元"], UNSET),
        (["8000–12000元"], UNSET),  # it may be within
        (["11000–12000元"], "1,000–2,000 元"),
        (["9000元", "12000元"], "2,000 元"),  # the stated total is above, the sum of the lines is not
        (["500元/张", "12000元"], "2,000 元"),  # what is in another unit is not compared
        ([UNSET], UNSET),
    ],
)
def test_what_is_above_a_cap(amounts: list[str], over: str) -> None:
    """Of the first amount that is certainly above ≤10000元."""
    assert write_quantity(exceed([q("≤10000元"), *map(q, amounts)], {})) == over


@pytest.mark.parametrize(("of", "number"), [("all", 3), ("set", 2), ("unset", 1)])
def test_counting(of: str, number: int) -> None:
    """All figures, those that are set, and the others."""
    found = number_of([q("1元"), q(UNSET), q("2元")], {"of": of, "unit": PEOPLE})
    assert found == Quantity.exact(number, PEOPLE)


@pytest.mark.parametrize(("one", "other"), [(UNSET, "5元"), ("5元", UNSET), ("5元", "3家")])
def test_a_difference_that_nobody_asked_for(one: str, other: str) -> None:
    """It is unset where there is none, and no error; asked for, it counts what is missing or is refused."""
    assert subtract([q(one), q(other)], {"both": True}).unset
    assert subtract([q("5元"), q("3元")], {"both": True}) == q("2元")


def test_a_quotient_that_nobody_asked_for() -> None:
    """By what may be zero: unset, where a rule that somebody asked for refuses."""
    assert divide([q("5元"), q("0–3家")], {"step": 1, "asked": False}).unset


@pytest.mark.parametrize(
    ("shares", "parts"),
    [
        (["40%", "60%"], ["40 元", "60 元"]),
        (["40%", UNSET], ["40 元", UNSET]),
        (["约40%", "60%"], ["约 40 元", "60 元"]),
        (["40%", "20–60%"], ["40 元", UNSET]),
    ],
)
def test_weights_that_are_figures(shares: list[str], parts: list[str]) -> None:
    """The parts of 100元: what is not one number has no part of its own, and the others keep theirs."""
    inputs, step = [q("100元"), *map(q, shares)], Decimal(1)
    assert [write_quantity(VERBS["allocation"](inputs, {"index": index, "step": step})) for index in range(2)] == parts


def test_each_table_has_its_own_cells() -> None:
    """Cells of one table share it; other inputs, even as many of them, are another table: 6 and 8 over two months."""
    table = {"rows": 1, "weights": (Decimal(1), Decimal(1)), "step": Decimal(1), "row": 0}
    first, second = [(q(f"{total}元"), q(f"{total // 2}元"), q(f"{total // 2}元"), q(f"{total}元")) for total in (6, 8)]
    cells = [
        VERBS["allocation-table"](inputs, {**table, "column": column})
        for inputs in (first, second, first)
        for column in (0, 1)
    ]
    assert [write_quantity(cell) for cell in cells] == ["3 元", "3 元", "4 元", "4 元", "3 元", "3 元"]


@pytest.mark.parametrize("verb", ["share", "change"])
def test_of_what_lacks_parts_there_is_no_ratio(verb: str) -> None:
    """43 of 40 and something more is not 107.5%, and no growth of 7.5%."""
    whole = add([q("40元"), q("待定")], {})
    assert VERBS[verb]([q("43元"), whole], {}).unset
