"""Formulas read a second time: recursive descent over exact numbers and ranges, with fractions."""

import re
from collections.abc import Callable, Sequence
from fractions import Fraction

from independent.amounts import exact, scale_of
from independent.arithmetic import STEP, UNSET, Number, made, over, times, total

_TOKEN = re.compile(
    r"\s*(?:(?P<number>(?:约\s*)?[0-9][0-9.,]*(?:[–~][0-9][0-9.,]*)?(?:\s*(?:[%‰]|[^\W\d_]+)(?:/[^\W\d_]+)*)?)"
    r"|(?P<name>[^\W\d_][\w\-]*(?:[/:.@][\w\-]+)*)|(?P<sign>[-+×*÷(),<>≤≥=≠]))"
)
_NUMBER = re.compile(r"(?:约\s*)?([0-9][0-9.,]*)(?:[–~]([0-9][0-9.,]*))?\s*(.*)")
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
MOVES = {"previous", "parent", "children", "actual", "上年", "去年", "上级", "下级", "实际", "实绩"}


class Reader:
    """One formula; `names` are its places in the export's order, `inputs` the figures they point to."""

    def __init__(self, text: str, places: list[dict[str, list[int]]], inputs: Sequence[Number]) -> None:
        self.tokens = [
            found.lastgroup and (found.lastgroup, found[found.lastgroup])
            for found in _TOKEN.finditer(text.translate(_WIDE))
        ]
        self.at, self.places, self.inputs = 0, iter(places), inputs

    def peek(self) -> str:
        """The next token's text; empty at the end."""
        token = self.tokens[self.at] if self.at < len(self.tokens) else None
        return token[1].strip() if token else ""

    def take(self) -> tuple[str, str]:
        """The next token."""
        token = self.tokens[self.at]
        self.at += 1
        assert token
        return token[0], token[1].strip()

    def sum(self) -> Number:
        """Products joined by + and -."""
        result = self.product()
        while self.peek() in ("+", "-"):
            sign, other = self.take()[1], self.product()
            if result.unset or other.unset:
                result = UNSET
            elif sign == "+":
                result = total((result, other), {})
            else:
                result = made(result.bounds[0] - other.bounds[1], result.bounds[1] - other.bounds[0])
        return result

    def product(self) -> Number:
        """Factors joined by × and ÷."""
        result = self.factor()
        while self.peek() in ("×", "*", "÷"):
            sign, other = self.take()[1], self.factor()
            result = over(result, other, Fraction(1, 10**40)) if sign == "÷" else times(result, other)
        return result

    def factor(self) -> Number:
        """A number, a name, a call, a bracket, or one of them with a sign."""
        kind, text = self.take()
        if text in ("+", "-"):
            inner = self.factor()
            return inner if text == "+" or inner.unset else made(-inner.bounds[1], -inner.bounds[0])
        if text == "(":
            inner = self.sum()
            self.take()
            return inner
        if kind == "number":
            return number(text)
        return self.call(text) if self.peek() == "(" else self.figures()[0]

    def figures(self) -> list[Number]:
        """What the next name in order stands for."""
        return [self.inputs[index] for index in next(self.places)["inputs"]]

    def call(self, name: str) -> Number:
        """A function; a move only says where its name is looked for, which the places have followed already."""
        self.take()
        if name in MOVES:
            depth = 1
            while depth:
                text = self.take()[1]
                depth += (text == "(") - (text == ")")
            return self.figures()[0]
        given: list[list[Number]] = []
        while self.peek() != ")":
            given.append(self.argument())
            if self.peek() == ",":
                self.take()
        self.take()
        return FUNCTIONS[name](given)

    def argument(self) -> list[Number]:
        """One argument: several figures behind a bare name, else one number."""
        token = self.tokens[self.at]
        after = self.tokens[self.at + 1][1] if self.at + 1 < len(self.tokens) else ""  # type: ignore[index]
        if token and token[0] == "name" and after in (",", ")"):
            self.take()
            return self.figures()
        return [self.sum()]


def number(text: str) -> Number:
    """A number with its scale."""
    found = _NUMBER.fullmatch(text)
    assert found, text
    scale = scale_of(found[3])
    return made(exact(found[1]) * scale, exact(found[2] or found[1]) * scale)


def flat(given: list[list[Number]]) -> list[Number]:
    """All arguments as one list."""
    return [each for part in given for each in part]


def extreme(pick: Callable[..., Fraction]) -> Callable[[list[list[Number]]], Number]:
    """The smallest or largest of all."""

    def found(given: list[list[Number]]) -> Number:
        numbers = flat(given)
        if any(each.unset for each in numbers):
            return UNSET
        return made(pick(each.bounds[0] for each in numbers), pick(each.bounds[1] for each in numbers))

    return found


def rounded(given: list[list[Number]]) -> Number:
    """Half up to the step."""
    step = given[1][0].bounds[0] if len(given) > 1 else Fraction(1)
    return over(given[0][0], made(Fraction(1), Fraction(1)), step)


def part_of(given: list[list[Number]], less: int = 0) -> Number:
    """The first as a share of the second, to 0.01%, which lacks no parts; less one it is the growth."""
    (part,), (whole,) = given
    found = UNSET if whole.missing else over(part, whole, STEP)
    return found if found.unset else made(found.bounds[0] - less, found.bounds[1] - less)


def mean(given: list[list[Number]]) -> Number:
    """The plain mean of all; not set where one is not set."""
    numbers = flat(given)
    if any(each.unset for each in numbers):
        return UNSET
    count = Fraction(len(numbers))
    return over(total(numbers, {}), made(count, count), Fraction(1, 10**40))


FUNCTIONS: dict[str, Callable[[list[list[Number]]], Number]] = {
    "sum": lambda given: total(flat(given), {}),
    "mean": mean,
    "min": extreme(min),
    "max": extreme(max),
    "round": rounded,
    "share": part_of,
    "attainment": part_of,
    "growth": lambda given: part_of(given, 1),
    "cumulative": lambda given: total(flat(given), {}),
}
