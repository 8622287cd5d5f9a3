"""The grammar of formulas, and its parser: built on first use, because most runs meet no formula."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lark import Lark

_IDENT = r"[^\W\d_][\w-]*"
_PATH = rf"{_IDENT}(?:\/{_IDENT})*"
_PERIOD = r"@[A-Z][A-Z0-9]*(?:\.\.[A-Z][A-Z0-9]*)?"
_NUMERAL = r"[0-9](?:[0-9.,_]*[0-9])?"
_UNIT = r"(?:[%‰]|[^\W\d_]+)(?:[\/·][0-9]*[^\W\d_]+)*"
GRAMMAR = rf"""
?start: comparison
?comparison: sum (COMPARED sum)?
?sum: product (ADDED product)*
?product: factor (TIMES factor)*
?factor: atom | ADDED factor -> signed
?atom: NUMBER -> number
     | REFERENCE -> reference
     | FUNCTION "(" (comparison (_SEPARATOR comparison)*)? ")" -> call
     | "(" comparison ")"
FUNCTION.3: /{_IDENT}(?=[ ]*\()/
REFERENCE.2: /(?:{_PATH}:)?{_PATH}(?:\.{_IDENT}){{0,2}}(?:{_PERIOD})?(?:\/{_IDENT})*/
NUMBER.3: /(?:约[ ]*)?{_NUMERAL}(?:[ ]*[–~至][ ]*{_NUMERAL})?(?:[ ]*{_UNIT})?/
_SEPARATOR: /[,;]/
COMPARED: /<=|>=|<>|!=|==|[<>≤≥≠=]/
ADDED: /[+-]/
TIMES: /[×*÷]/
%ignore " "
"""


@cache
def parser() -> "Lark":
    """The parser: LALR, so that its time and memory grow with the text's length and it never recurses."""
    from lark import Lark

    return Lark(GRAMMAR, parser="lalr", lexer="contextual", propagate_positions=True, maybe_placeholders=False)
