"""Formulas that mean harm, or mean nothing: each has one exact value or is refused in its column."""

import pytest

from plangen.compute.evaluation import Found, evaluate
from plangen.formula import parse_formula, references
from plangen.values import Quantity, Refused

# Adapted to the grammar: `/` is ÷ here, a power is refused as such, and the large number is written out.
REFUSED = [
    ("9**9**9", "PG304", 2), ("2**1000000", "PG304", 2), ("1÷0", "PG302", 2), ("0÷0", "PG302", 2), ("1/0", "PG304", 1),
    ("1e999999*1e999999", "PG304", 2), ("(" * 10_000 + "1" + ")" * 10_000, "PG303", 2_000),
    ("-" * 100_000 + "1", "PG303", 2_000), ("+".join(["1"] * 200_000), "PG303", 2_000), ("9" * 5_000, "PG303", 2_000),
    ("9" * 1_000, "PG202", 0), ("1e1000000", "PG304", 2), ("__import__('os').system('touch x')", "PG304", 0),
    ("().__class__.__bases__", "PG304", 1), ("target.__class__", "PG304", 6), ("target['__class__']", "PG304", 6),
    ("open('/etc/passwd')", "PG304", 5), ("lambda: 1", "PG304", 6), ("[x for x in (1,2)]", "PG304", 0),
    ("f'{1}'", "PG304", 1), ("'a'*10**9", "PG304", 0), ("exec('1')", "PG304", 5), ("a:=1", "PG304", 1),
    ("ｓｕｍ(1)", "PG305", 0), ("sum(1,2", "PG304", 7), ("", "PG304", 0), ("1;2", "PG304", 1), ("1\0+1", "PG304", 1),
    ("NaN", "name", 0), ("Infinity", "name", 0), ("nan > 1", "PG304", 0), ("True+1", "name", 0), ("0x10", "PG304", 2),
    ("1_000", "PG203", 0), ("010", "PG203", 0), ("self", "name", 0), ("min()", "PG306", 0), ("min(1,'a')", "PG304", 6),
    ("if(1,2)", "PG203", 4), ("1<2<3", "PG304", 3), ("f(" * 3_000 + "1" + ")" * 3_000, "PG303", 2_000),
    ("target.target.target", "name", 0), ("a" * 100_000, "PG303", 2_000), ("1 +\u2028 1", "PG304", 3),
    ("#", "PG304", 0), ("1÷3", "PG308", 0), ("if(1,2,3)", "PG203", 4), ("sum(all_units)", "name", 4),
]  # fmt: skip
EXACT = [
    ("0.1+0.2", "0.3"), ("1÷3*3", "1"), ("10000000000000000000000000000+0.01", "10000000000000000000000000000.01"),
    ("0.1*3", "0.3"), ("100.00*0.075", "7.5"), ("１＋２", "3"), ("1，000", "1000"), ("round(2.5)", "3"), ("-0.00", "0"),
]  # fmt: skip


def value(text: str) -> Quantity:
    """What a formula gives. A name, which nothing here has, is refused as the code `name`."""
    root = parse_formula(text).root
    for reference in references(root):
        raise Refused("name", reference.start)
    return evaluate(root, Found({}))


@pytest.mark.parametrize(("text", "code", "column"), REFUSED, ids=range(len(REFUSED)))
def test_it_is_refused_in_its_column(text: str, code: str, column: int) -> None:
    """Nothing runs, nothing is guessed, and the column is told (from 0)."""
    with pytest.raises(Refused) as caught:
        value(text)
    assert (caught.value.code, caught.value.offset) == (code, column)


@pytest.mark.parametrize(("text", "expected"), EXACT)
def test_it_has_one_exact_value(text: str, expected: str) -> None:
    """To the last digit."""
    assert value(text).same_as(Quantity.exact(expected))
