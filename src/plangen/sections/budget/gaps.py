"""The gap of a group: what the paper's total leaves unexplained by the lines."""

from dataclasses import replace
from typing import Any

from plangen.compute import PlanScope
from plangen.sections.budget.model import Budget, Group, Line
from plangen.sections.numbers import shown
from plangen.values import Address, Quantity, is_chinese, record, total, write_quantity
from plangen.values.agreement import agrees, widened
from plangen.views import Line as TextLine
from plangen.views import Num


@record
class Gap:
    """Stated total and sum of the lines, where both are known; `rest` is the difference, its unset lines `open`.

    `stands` says that lines are missing, so that the stated total counts and not their sum. `agree` says that total
    and lines can be the same number, as far as ranges, bounds and 约 leave room.
    """

    group: Group
    stated: Quantity
    known: Quantity
    rest: Quantity
    share: Quantity | None
    open: tuple[Line, ...]
    stands: bool
    agree: bool

    @property
    def short(self) -> bool:
        """Whether the lines certainly explain less than the total."""
        return not self.agree and self.rest.low is not None and self.rest.low > 0

    @property
    def beyond(self) -> bool:
        """Whether the lines certainly come to more than the total."""
        return not self.agree and self.rest.high is not None and self.rest.high < 0

    @property
    def apart(self) -> bool:
        """Whether total and lines certainly differ, one way or the other."""
        return self.short or self.beyond

    @property
    def equal(self) -> bool:
        """Whether the lines are exactly the total."""
        return self.rest.low == self.rest.high == 0

    @property
    def size(self) -> Quantity:
        """The difference without its sign."""
        return -self.rest if self.beyond else self.rest

    def number(self, scope: PlanScope, unit: str, name: str = "size") -> Num:
        """One of its numbers with its figure: `stated`, `known`, `rest`, `size` or `share`."""
        measure, facet = {"stated": ("amount", "stated"), "known": ("amount", "rollup"), "share": ("share", "gap")}.get(
            name, ("amount", "gap")
        )
        look = ("%", 1) if name == "share" else (unit,)
        number = figure(self.group.address(measure, facet), scope, *look)
        if number.quantity is None or number.quantity.unset:
            return number
        return replace(number, quantity=getattr(self, name))


def open_lines(group: Group, scope: PlanScope) -> tuple[Line, ...]:
    """The lines whose amount is not known."""
    amounts = ((line, scope.quantity(line.address("amount"))) for line in group.lines.values())
    return tuple(line for line, amount in amounts if amount is None or amount.unset)


def refused(line: Line, scope: PlanScope) -> bool:
    """Whether a line without an amount has all its factors: they did not fit, which is reported already."""
    factors = [scope.quantity(line.address(name)) for name in line.factors()]
    known = all(factor is not None and not factor.unset for factor in factors)
    return line.amount is None and bool(factors) and known


def gap_of(group: Group, scope: PlanScope) -> Gap | None:
    """The gap of a group, or None where it states no total, has no lines, or one of both is not known.

    None too where a line or the sum was refused: that is reported, and would only be said again.
    """
    facets = ("stated", "rollup", "gap")
    stated, known, rest = (scope.quantity(group.address("amount", facet)) for facet in facets)
    if stated is None or known is None or rest is None or stated.unset or rest.unset:
        return None
    lines, stands = open_lines(group, scope), known.unset or bool(known.missing)
    if any(refused(line, scope) for line in lines) or (known.unset and len(lines) < len(group.lines)):
        return None
    if known.unset:
        known = Quantity.exact(0, stated.unit)
    share = scope.quantity(group.address("share", "gap"))
    agree = agrees(bare(stated), _room(group, scope, bare(known)), scope.handbook.tolerance())
    return Gap(group, stated, bare(known), bare(rest), bare(share) if share else None, lines, stands, agree)


def _room(group: Group, scope: PlanScope, known: Quantity) -> Quantity:
    """What the known lines can come to: a line with 约 leaves room for itself, not for the whole sum."""
    amounts = (scope.quantity(line.address("amount")) for line in group.lines.values())
    parts = [widened(amount, scope.handbook.tolerance()) for amount in amounts if amount and not amount.unset]
    return bare(total(parts, known.unit)) if parts else known


def bare(quantity: Quantity) -> Quantity:
    """A quantity without the count of its unset parts, for sentences that name them."""
    return replace(quantity, missing=0)


def money_unit(section: Budget, scope: PlanScope) -> str:
    """The unit of the page: 元 while every total is below a million, else the plan's."""
    totals = (scope.quantity(group.address("amount")) for group in section.items.values())
    largest = max((end for q in totals if q for end in (q.low, q.high) if end is not None), default=0)
    return "元" if largest < 1_000_000 else scope.plan.head.unit


def say(quantity: Quantity, scope: PlanScope, unit: str = "元") -> str:
    """A sum of money in a sentence, without the count of unset parts."""
    fitting = unit if quantity.unit.over == ("元",) else ""
    return write_quantity(bare(quantity), fitting, language=scope.language)


def figure(address: Address, scope: PlanScope, unit: str = "元", digits: int | None = None, **look: Any) -> Num:
    """A figure in a sentence, without the count of its unset parts: money in a unit, everything else in its own."""
    quantity = scope.quantity(address)
    fitting = unit if unit == "%" or (quantity is not None and quantity.unit.over == ("元",)) else ""
    number = shown(scope, address, fitting, digits, with_unit=True, **look)
    return replace(number, quantity=bare(number.quantity)) if number.quantity is not None else number


def near(number: Num, scope: PlanScope) -> TextLine:
    """A number after Han characters: a space before digits, none before 约."""
    about = number.quantity is not None and number.quantity.about
    return (number,) if about or not is_chinese(scope.language) else (" ", number)


def names(lines: tuple[Line, ...], scope: PlanScope) -> str:
    """The names of lines in quotation marks."""
    return scope.word("", ", ").join(scope.word("“{name}”", "“{name}”", name=line.name) for line in lines)
