"""Formulas: the small total language of values that begin with `=`. Text becomes a tree; nothing is computed here."""

from plangen.formula.functions import FUNCTIONS, MOVES, Function
from plangen.formula.parsing import parse_formula
from plangen.formula.tree import (
    Call,
    Comparison,
    Formula,
    Negation,
    Node,
    Number,
    Operation,
    Reference,
    parts_of,
    references,
)

__all__ = [
    "FUNCTIONS", "MOVES", "Call", "Comparison", "Formula", "Function", "Negation", "Node", "Number", "Operation",
    "Reference", "parse_formula", "parts_of", "references",
]  # fmt: skip
