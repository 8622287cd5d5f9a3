"""Parsing formulas: budgets first, then the grammar, then names and numbers; every refusal knows its column."""

from functools import lru_cache
from re import compile as pattern
from typing import TYPE_CHECKING, Any

from plangen.formula.functions import FUNCTIONS, MOVES, english, known_names
from plangen.formula.grammar import parser
from plangen.formula.tree import Call, Comparison, Formula, Negation, Node, Number, Operation, Reference
from plangen.values import YUAN, Quantity, Refused, read_quantity, told
from plangen.values.near import did_you_mean
from plangen.values.numeral import fold
from plangen.values.words import CURRENCIES

if TYPE_CHECKING:
    from lark import Token, Tree

LENGTH, DEPTH, NODES = 2_000, 64, 500
"""Budgets of one formula: characters, brackets and signs inside one another, numbers and names and operations."""
_SIGNS = {"*": "×", "<=": "≤", ">=": "≥", "==": "=", "!=": "≠", "<>": "≠", "≦": "≤", "≧": "≥"}
_FOREIGN = CURRENCIES.difference(YUAN.over)
_WIDE_COMMA = pattern(r"，(?![0-9]{3}(?![0-9]))|(?<![0-9])，")
_INVISIBLE = pattern(r"[\x00-\x08\x0b-\x1f\x7f\u2028\u2029]")


@lru_cache(maxsize=8192)
def parse_formula(text: str) -> Formula:
    """The tree of a formula, written without its leading `=`. Columns count from 0 in `text`.

    Raises Refused, each with its offset and with `what_zh` and `what_en`: PG303 (`limit`) beyond a budget, PG304 where
    the text is no formula, PG305 (`plain`) for a name in full-width letters, PG306 for an unknown function or a wrong
    number of arguments; and what `read_quantity` raises for a number.
    """
    if len(text) > LENGTH:
        raise Refused("PG303", LENGTH, what_zh="字符", what_en="characters", limit=LENGTH)
    text = text.rstrip().replace("\n", " ")
    odd = _INVISIBLE.search(text)
    if odd:
        raise _unreadable(text, odd.start())
    plain = _separated(text, fold(text)).replace("≦", "≤").replace("≧", "≥")
    _check_depth(plain)
    return Formula(text, _Builder(plain, text).node(_parsed(plain)))


def _separated(written: str, folded: str) -> str:
    """The folded text with `;` for a full-width comma that parts arguments: `round(a ÷ 7，0.1万元)` is no 7,0.1."""
    letters = list(folded)
    for found in _WIDE_COMMA.finditer(written):
        letters[found.start()] = ";"
    return "".join(letters)


def _check_depth(text: str) -> None:
    depth = run = 0
    for place, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        run = run + 1 if letter in "+-" else run if letter == " " else 0
        if depth + run > DEPTH:
            raise Refused("PG303", place, what_zh="层", what_en="levels", limit=DEPTH)


def _parsed(text: str) -> "Tree[Token]":
    from lark.exceptions import UnexpectedInput, UnexpectedToken

    try:
        return parser().parse(text)
    except UnexpectedInput as error:
        ended = isinstance(error, UnexpectedToken) and error.token.type == "$END"
        place = len(text.rstrip()) if ended else max(getattr(error, "pos_in_stream", None) or 0, 0)
        raise _unreadable(text, place) from None


def _unreadable(text: str, place: int) -> Refused:
    """What does not belong where it stands, with the way out for the usual slips."""
    found = text[place : place + 1]
    hints = {
        "": ("公式没有写完", "the formula ends too early"),
        "/": ("除号写成 ÷；/ 只用在地址和单位里", "write ÷ for division; / belongs to addresses and units"),
        "*": ("没有乘方，把乘式写出来", "there are no powers: write the product out"),
        ".": ("地址最多是 种类/条目.指标.方面", "an address is kind/item.measure.facet at most"),
    }
    shown = found if found.isprintable() else f"U+{ord(found):04X}"
    zh, en = hints.get(found, told("这里不能有“{shown}”", "“{shown}” cannot stand here", shown=shown))
    return Refused("PG304", place, text=_short(text), what_zh=zh, what_en=en)


def _short(text: str) -> str:
    plain = "".join(letter if letter.isprintable() else "·" for letter in text)
    return plain if len(plain) <= 40 else f"{plain[:40]}…"


class _Builder:
    """Makes our tree of the parser's, checking names, numbers and the count of nodes on the way."""

    def __init__(self, text: str, written: str) -> None:
        self.text = text
        self.written = written
        self.count = 0
        self.inside_call = 0

    def node(self, tree: Any, *, condition: bool = False) -> Node:
        """The node of a parser's tree: a comparison where a condition is wanted, and only there."""
        self.count += 1
        if self.count > NODES:
            raise Refused("PG303", tree.meta.start_pos, what_zh="项", what_en="parts", limit=NODES)
        build: Node = getattr(self, f"_{tree.data}")(tree.children, tree.meta.start_pos, tree.meta.end_pos)
        if isinstance(build, Comparison) and not condition:
            raise self._refused(build.start, "比较只能写在 if(…) 的条件里", "only the condition of if(…) compares")
        if condition and not isinstance(build, Comparison):
            raise self._refused(build.start, "这里要写条件，例如 a > b", "a condition such as a > b is needed here")
        return build

    def _refused(self, place: int, zh: str, en: str) -> Refused:
        return Refused("PG304", place, text=_short(self.text), what_zh=zh, what_en=en)

    def _number(self, children: list[Any], start: int, end: int) -> Node:
        text = str(children[0])
        comma = text.find(",")
        if comma >= 0 and self.inside_call:  # the grammar takes `1,200` for one number
            # `max(1,200)`: two arguments or one number? Nobody can tell, so neither is guessed.
            plain = text.replace(",", "")
            raise Refused("PG203", start + comma, text=text, plain=f"{plain} / {text.replace(',', ', ')}")
        quantity = self._quantity(text, start)
        if _FOREIGN.intersection(quantity.unit.over):
            raise Refused("PG205", start, text=text, expected="元, 万元, 亿元")
        return Number(quantity, start, end)

    def _quantity(self, text: str, start: int) -> Quantity:
        try:
            return read_quantity(text, kind="formula")
        except Refused as refused:
            raise Refused(refused.code, start + refused.offset, **refused.args_) from None

    def _name(self, token: Any, start: int) -> str:
        """A name as it stands; full-width letters in it are refused, because no id has them."""
        name, written = str(token), self.written[start : start + len(token)]
        if any("！" <= letter <= "～" for letter in written):
            raise Refused("PG305", start, text=_short(written), plain=_short(name))
        return written

    def _reference(self, children: list[Any], start: int, end: int) -> Node:
        text = self._name(children[0], start)
        move = english(text)
        if move in MOVES:
            return Reference("", (move,), start, end)
        return Reference(text, (), start, end)

    def _signed(self, children: list[Any], start: int, end: int) -> Node:
        operand = self.node(children[1])
        return Negation(operand, start, end) if children[0] == "-" else operand

    def _sum(self, children: list[Any], start: int, end: int) -> Node:
        signs = tuple(_SIGNS.get(str(sign), str(sign)) for sign in children[1::2])
        return Operation(signs, tuple(self.node(child) for child in children[::2]), start, end)

    _product = _sum

    def _comparison(self, children: list[Any], start: int, end: int) -> Node:
        left, sign, right = children
        return Comparison(_SIGNS.get(str(sign), str(sign)), self.node(left), self.node(right), start, end)

    def _call(self, children: list[Any], start: int, end: int) -> Node:
        token, *given = children
        written = self._name(token, start)
        name = english(written)
        if name is None:
            raise _unknown(written, start)
        self.inside_call += 1
        parts = tuple(self.node(child, condition=name == "if" and index == 0) for index, child in enumerate(given))
        self.inside_call -= 1
        least, most = (1, 1) if name in MOVES else (FUNCTIONS[name].least, FUNCTIONS[name].most)
        if not least <= len(parts) <= most:
            raise _miscounted(written, least, most, len(parts), start)
        return self._moved(name, parts[0], start, end) if name in MOVES else Call(name, parts, start, end)

    def _moved(self, name: str, inner: Node, start: int, end: int) -> Node:
        if not isinstance(inner, Reference):
            needs = told("{name}(…) 里要写一个地址", "{name}(…) takes an address", name=name)
            raise self._refused(inner.start, *needs)
        return Reference(inner.text, (name, *inner.moves), start, end)


def _unknown(name: str, place: int) -> Refused:
    zh, en = did_you_mean(name, known_names())
    zh, en = told("没有函数 {short}{more}", "no function {short}{more}", short=_short(name), more=(zh, en))
    return Refused("PG306", place, what_zh=zh, what_en=en, functions=" ".join(FUNCTIONS))


def _miscounted(name: str, least: int, most: int, given: int, place: int) -> Refused:
    wanted = f"{least}" if least == most else f"{least}–{most}"
    zh, en = told(
        "{name} 要 {wanted} 个参数，这里有 {given} 个",
        "{name} takes {wanted} arguments, {given} are given",
        name=name,
        wanted=wanted,
        given=given,
    )
    return Refused("PG306", place, what_zh=zh, what_en=en, functions=" ".join(FUNCTIONS))
