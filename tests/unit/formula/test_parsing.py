"""Parsing formulas: what is read, what is refused and in which column."""

from pathlib import Path

import pytest

from plangen.formula import FUNCTIONS, MOVES, Call, Negation, Number, Operation, Reference, parse_formula, references
from plangen.values import MONTH, PEOPLE, YUAN, Quantity, Refused, Unit


def refusal(text: str) -> Refused:
    """How a text is refused."""
    with pytest.raises(Refused) as caught:
        parse_formula(text)
    return caught.value


def test_numbers_carry_the_units_that_planners_write() -> None:
    """Units stay with their numbers, in base units."""
    root = parse_formula("7.5万元/人/月 × 4人 × 7月").root

    assert isinstance(root, Operation)
    assert root.signs == ("×", "×")
    assert [part.quantity for part in root.operands if isinstance(part, Number)] == [
        Quantity.exact("75000.0", Unit(("元",), ("人", "月"))),
        Quantity.exact(4, PEOPLE),
        Quantity.exact(7, MONTH),
    ]


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("1，000", Quantity.exact(1000)),
        ("1,092万元", Quantity.exact(10_920_000, YUAN)),
        ("100–150万元", Quantity.range_(1_000_000, 1_500_000, YUAN)),
        ("约2400元", Quantity.exact(2400, YUAN, about=True)),
        ("３‰", Quantity.exact("0.003", Unit(("%",)))),
    ],
)
def test_a_number_is_read_as_in_any_field(text: str, quantity: Quantity) -> None:
    """The same reader as everywhere."""
    root = parse_formula(text).root

    assert isinstance(root, Number)
    assert root.quantity == quantity


def test_products_bind_closer_than_sums_and_signs_closest() -> None:
    """As at school."""
    root = parse_formula("-a + b × c").root

    assert isinstance(root, Operation)
    assert root.signs == ("+",)
    assert isinstance(root.operands[0], Negation)
    assert isinstance(root.operands[1], Operation)
    assert root.operands[1].signs == ("×",)


@pytest.mark.parametrize("text", ["（1＋a）×３％", "(1 + a) * 3%", "( 1 + a )×3%"])
def test_full_width_and_plain_signs_mean_the_same(text: str) -> None:
    """A Chinese input method types the first form."""
    root = parse_formula(text).root

    assert isinstance(root, Operation)
    assert root.signs == ("×",)
    assert [reference.text for reference in references(root)] == ["a"]


@pytest.mark.parametrize(
    ("text", "name", "moves"),
    [
        ("previous", "", ("previous",)),
        ("上年", "", ("previous",)),
        ("objectives/revenue.target@Q1/own-store", "objectives/revenue.target@Q1/own-store", ()),
        ("adhesives/east-china:budget/office", "adhesives/east-china:budget/office", ()),
        ("own-store", "own-store", ()),
        ("previous(parent(objectives/revenue))", "objectives/revenue", ("previous", "parent")),
        ("上年(目标)", "目标", ("previous",)),
    ],
)
def test_names_and_moves(text: str, name: str, moves: tuple[str, ...]) -> None:
    """A name is kept as written; moves stand apart, outermost first."""
    root = parse_formula(text).root

    assert isinstance(root, Reference)
    assert (root.text, root.moves) == (name, moves)


def test_a_minus_between_names_needs_spaces() -> None:
    """Ids have hyphens."""
    assert [reference.text for reference in references(parse_formula("a-b - c").root)] == ["a-b", "c"]


def test_functions_have_chinese_names() -> None:
    """One function, two names."""
    root = parse_formula("合计(下级)").root

    assert isinstance(root, Call)
    assert root.function == "sum"
    assert root.arguments == (Reference("", ("children",), 3, 5),)


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ("", "PG304", 0),
        ("1 ÷", "PG304", 3),
        ("1/0", "PG304", 1),
        ("2**3", "PG304", 2),
        ("a:=1", "PG304", 1),
        ("1;2", "PG304", 1),
        ("1\0+1", "PG304", 1),
        ("1 +\u2028 1", "PG304", 3),
        ("1 + (2", "PG304", 6),
        ("target['x']", "PG304", 6),
        ("1 + lambda: 1", "PG304", 10),
        ("a > 1", "PG304", 0),
        ("1 + (a > 1)", "PG304", 5),
        ("if(1, 2, 3)", "PG304", 3),
        ("previous(1)", "PG304", 9),
        ("1 + summ(2)", "PG306", 4),
        ("if(a > 1, 2)", "PG306", 0),
        ("min()", "PG306", 0),
        ("1 + ｓｕｍ(1)", "PG305", 4),
        ("max(1,200)", "PG203", 5),
        ("1 + 010", "PG203", 4),
        ("1 + 5蒲式耳", "PG205", 4),
        ("(" * 65 + "1" + ")" * 65, "PG303", 64),
        ("-" * 65 + "1", "PG303", 64),
        ("1+" * 700 + "1", "PG303", 998),
        ("9" * 3000, "PG303", 2000),
    ],
)
def test_what_is_no_formula_is_refused_in_its_column(text: str, code: str, column: int) -> None:
    """Columns count from 0 in the text behind the `=`."""
    refused = refusal(text)

    assert (refused.code, refused.offset) == (code, column)


def test_a_slip_in_a_function_names_the_nearest_one() -> None:
    """The way out of a slip of the keyboard."""
    assert "sum" in str(refusal("summ(1)").args_["what_en"])


def test_the_page_of_docs_names_every_function_and_move(repository: Path) -> None:
    """With its Chinese names; what is not told there does not exist for a planner."""
    text = (repository / "docs/formulas.md").read_text(encoding="utf-8")
    names = [name for function in FUNCTIONS.values() for name in (f"`{function.name}(", *function.names)]
    names += [name for move, others in MOVES.items() for name in (f"`{move}`", *others)]
    assert [name for name in names if name not in text] == []
