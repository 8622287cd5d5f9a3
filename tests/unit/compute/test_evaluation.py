"""Evaluating formulas: exact, with units, ranges and unknowns; compared with an oracle of fractions."""

from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.compute.evaluation import Found, evaluate
from plangen.formula import Reference, parse_formula, references
from plangen.values import NONE, SHARE, YUAN, Quantity, Refused, Unit, read_quantity

KNOWN = {
    "a": Quantity.exact(100, YUAN),
    "b": Quantity.exact(30, YUAN),
    "r": Quantity.range_(100, 150, YUAN),
    "least": Quantity.at_least(10, YUAN),
    "u": Quantity.unset_(YUAN),
    "g": Quantity.exact("0.2", SHARE),
    "n": Quantity.exact(-4),
}


TOLERANCE = Quantity.exact("0.05", SHARE)


def meaning(reference: Reference) -> Sequence[Quantity]:
    """What a name stands for in these tests; several figures after a move."""
    return [KNOWN["a"], KNOWN["b"], KNOWN["u"]] if reference.moves else [KNOWN[reference.text]]


def value(text: str) -> Quantity:
    """What a formula gives."""
    root = parse_formula(text).root
    return evaluate(root, Found({reference: meaning(reference) for reference in references(root)}, TOLERANCE))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0.1 + 0.2", "0.3"),
        ("a × (1 + g)", "120元"),
        ("a × 2 ÷ 8", "25元"),
        ("a ÷ 3 × 3", "100元"),
        ("1 - 3 - 2", "-4"),
        ("-0.00", "0"),
        ("a - -b", "130元"),
        ("r + a", "200–250元"),
        ("a - r", "-50–0元"),
        ("least + a", "≥110元"),
        ("a ÷ n", "-25元"),
        ("-a ÷ n", "25元"),
        ("约3元 × 2", "约6元"),
        ("sum(a, b)", "130元"),
        ("mean(a, b)", "65元"),
        ("max(a, r)", "100–150元"),
        ("min(a, b, r)", "30元"),
        ("min(a, least)", "10–100元"),
        ("count(children)", "2"),
        ("round(a ÷ 3, 0.1元)", "33.3元"),
        ("round(2.5)", "3"),
        ("round(-2.5)", "-3"),
        ("share(b, a)", "30%"),
        ("share(a, b)", "333.33%"),
        ("growth(a, b)", "233.33%"),
        ("attainment(b, r)", "20–30%"),
        ("if(a > b, 1, 2)", "1"),
        ("if(a < b, 1, 2)", "2"),
        ("if(a = 100元, 1, 2)", "1"),
        ("if(a ≠ 100元, 1, 2)", "2"),
        ("if(r > 120元, a, b)", "30–100元"),
        ("if(r > 150元, a, b)", "30元"),
        ("if(r ≥ 100元, a, b)", "100元"),
        ("if(约100元 > 90元, a, b)", "100元"),
        ("if(约100元 > 97元, a, b)", "30–100元"),
        ("if(约100元 = a, a, b)", "30–100元"),
        ("if(a > sum(b, u), a, b)", "30–100元"),
        ("r ÷ 4–5", "20–37.5元"),
        ("r ÷ (4–5 × 2)", "10–18.75元"),
        ("-(r ÷ (0 - 4–5))", "20–37.5元"),
        ("7.5万元/人/月 × 4人 × 7月", "210万元"),
        ("g + 5%", "25%"),
    ],
)
def test_formulas_give_what_a_planner_works_out_by_hand(text: str, expected: str) -> None:
    """One line a sign and function; the right side was worked out by hand."""
    wanted = read_quantity(expected, kind="formula")

    assert value(text).same_as(wanted), value(text)
    assert value(text).about == wanted.about


def test_no_digit_is_lost() -> None:
    """More digits than a field takes still add up."""
    result = value("10000000000000000000000000000 + 0.01")

    assert result == Quantity.exact("10000000000000000000000000000.01")


def test_an_unknown_part_is_counted_and_never_zero() -> None:
    """Sums go on and count; everything else is not set either."""
    total = value("sum(children)")

    assert total.low == 130
    assert total.missing == 1
    assert value("a × u").unset
    assert value("mean(a, u)").unset
    assert value("max(a, u)").unset
    assert value("if(u > a, a, b)").same_as(Quantity.range_(30, 100, YUAN))


SHOP = Unit(("家",))
OPEN = {
    "yuan": Quantity.unset_(YUAN),
    "shops": Quantity.unset_(SHOP),
    "any": Quantity.unset_(),
    "three": Quantity.exact(3, SHOP),
}


@pytest.mark.parametrize(
    ("then", "otherwise", "unit"),
    [
        ("yuan", "yuan", YUAN),
        ("any", "yuan", YUAN),
        ("yuan", "any", YUAN),
        ("any", "any", NONE),
        ("any", "three", SHOP),
        ("three", "any", SHOP),
        ("yuan", "three", SHOP),
        ("yuan", "shops", YUAN),
    ],
)
def test_branches_that_are_not_set_give_one_value_that_is_not_set(then: str, otherwise: str, unit: Unit) -> None:
    """Nobody can tell the condition: what comes out lacks no parts, has the unit that is known, and refuses nothing.

    That an unset figure is counted in 元 may be no more than an assumption.
    """
    root = parse_formula(f"if(any > 1, {then}, {otherwise})").root
    result = evaluate(root, Found({reference: [OPEN[reference.text]] for reference in references(root)}))
    assert result == Quantity.unset_(unit)


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ("a + 3", "PG215", 4),
        ("a + 1 × 3家", "PG215", 4),
        ("1 + share(a, 3家)", "PG215", 4),
        ("max(a, 1)", "PG215", 0),
        ("if(a > 3家, 1, 2)", "PG215", 3),
        ("b + a ÷ (b - 30元)", "PG302", 9),
        ("1 ÷ n", "", 0),
        ("1 ÷ (least - 20元)", "PG302", 5),
        ("round(a, 0元)", "PG302", 0),
        ("1 + a ÷ b ÷ a × 7元", "PG308", 0),
        ("100元 ÷ 3", "PG308", 0),
        ("a + children", "PG306", 4),
        ("9" * 30 + " × " + "9" * 30 + " × " + "9" * 30, "PG301", 66),
    ],
)
def test_what_cannot_be_computed_is_refused_in_its_column(text: str, code: str, column: int) -> None:
    """The column is that of the part at fault, counted from 0."""
    if not code:
        assert value(text).same_as(Quantity.exact("-0.25"))
        return
    with pytest.raises(Refused) as caught:
        value(text)
    assert (caught.value.code, caught.value.offset) == (code, column)


numbers = st.decimals(min_value=-1000, max_value=1000, places=2, allow_nan=False)


@st.composite
def formulas(draw: st.DrawFn, depth: int = 3) -> tuple[str, Fraction | None]:
    """A formula and its value by fractions; None where something is divided by zero."""
    if depth == 0 or draw(st.booleans()):
        number = draw(numbers)
        return (f"({number})" if number < 0 else str(number)), Fraction(number)
    left, one = draw(formulas(depth - 1))
    right, other = draw(formulas(depth - 1))
    sign = draw(st.sampled_from("+-×÷"))
    text = f"({left} {sign} {right})"
    if one is None or other is None or (sign == "÷" and other == 0):
        return text, None
    return text, {"+": one + other, "-": one - other, "×": one * other}.get(sign) if sign != "÷" else one / other


@given(formulas())
def test_arithmetic_equals_an_oracle_of_fractions(pair: tuple[str, Fraction | None]) -> None:
    """The second method: Python's fractions, which round nothing."""
    text, expected = pair
    if expected is not None and _ends(expected):
        assert Fraction(value(text).value) == expected
        return
    with pytest.raises(Refused) as caught:
        value(text)
    assert caught.value.code == ("PG302" if expected is None else "PG308")


def _ends(value: Fraction) -> bool:
    """Whether a fraction has finitely many decimals: its denominator has no factor besides 2 and 5."""
    rest = value.denominator
    for factor in (2, 5):
        while rest % factor == 0:
            rest //= factor
    return rest == 1
