"""Rules of the budget: amounts of lines, sums, what the lines leave unexplained, shares."""

from collections.abc import Iterator
from decimal import Decimal

from plangen.compute import PlanScope, Rule
from plangen.sections.budget.model import Budget, Group, Line
from plangen.values import MONTH, YUAN, Key, Quantity

UNITS = (YUAN, YUAN / MONTH)
"""What the amount of a line is: money, or money a month."""
CENT = Decimal("0.01")


def rules(section: Budget, scope: PlanScope) -> Iterator[Rule]:
    """Every line, then every group."""
    for group in section.items.values():
        for line in group.lines.values():
            yield from _line(line, scope)
        yield from _amount(group, scope)
        yield from _shares(group, scope)


def _line(line: Line, scope: PlanScope) -> Iterator[Rule]:
    """The amount where it is not typed; beside a typed one the product to compare it with, or the price it implies."""
    facet = "rollup" if line.amount is not None else ""
    key = scope.key(line.address("amount", facet))
    if line.factors():
        inputs = tuple(scope.key(line.address(name)) for name in line.factors())
        note = scope.word(" × ", " × ").join(WORDS[name][scope.language == "en"] for name in line.factors())
        yield Rule(key, "product", inputs, line.span("price"), {"units": UNITS}, note)
    elif line.amount is None:
        note = scope.word("没有写金额，也没有单价", "neither amount nor price is written")
        yield Rule(key, "constant", (), line.key_span(), {"quantity": Quantity.unset_(YUAN)}, note)
    elif line.quantity is not None:
        inputs = (key_of(line, "amount", scope), key_of(line, "quantity", scope))
        note = scope.word("单价由金额反算，四舍五入到分", "price implied by the amount, rounded to 0.01")
        yield Rule(key_of(line, "unit-price", scope), "quotient", inputs, line.span("amount"), {"step": CENT}, note)


WORDS = {"price": ("单价", "price"), "quantity": ("数量", "quantity"), "periods": ("月数", "months")}


def key_of(entry: Line | Group, measure: str, scope: PlanScope, facet: str = "") -> Key:
    """The key of a measure of a line or group."""
    return scope.key(entry.address(measure, facet))


def _amount(group: Group, scope: PlanScope) -> Iterator[Rule]:
    """Sum of the lines, binding amount (stated, else the sum) and what the lines leave unexplained."""
    binding, rollup = key_of(group, "amount", scope), key_of(group, "amount", scope, "rollup")
    stated = key_of(group, "amount", scope, "stated")
    parts = tuple(key_of(line, "amount", scope) for line in group.lines.values())
    if parts:
        note = scope.word("各行之和", "sum of the lines")
        yield Rule(rollup, "sum", parts, group.key_span("lines"), note=note)
    if group.has_stated:
        note = scope.word("文件写明的合计", "the total that the paper states")
        yield Rule(binding, "sum", (stated,), group.span("stated"), note=note)
    elif parts:
        yield Rule(binding, "sum", (rollup,), group.key_span("lines"), note=scope.word("各行之和", "sum of the lines"))
    else:
        note = scope.word("没有合计，也没有明细", "neither a total nor lines")
        yield Rule(binding, "constant", (), group.key_span(), {"quantity": Quantity.unset_(YUAN)}, note)
    if group.has_stated and parts:
        note = scope.word("合计 − 各行之和", "total − sum of the lines")
        gap = key_of(group, "amount", scope, "gap")
        yield Rule(gap, "difference", (stated, rollup), group.span("stated"), note=note)


def _shares(group: Group, scope: PlanScope) -> Iterator[Rule]:
    """Each line in its group, the unexplained rest in it, the group in what it is measured against."""
    whole = key_of(group, "amount", scope)
    for line in group.lines.values():
        inputs = (key_of(line, "amount", scope), whole)
        yield Rule(key_of(line, "share", scope), "portion", inputs, line.key_span())
    if group.has_stated and group.lines:
        inputs = (key_of(group, "amount", scope, "gap"), whole)
        yield Rule(key_of(group, "share", scope, "gap"), "portion", inputs, group.span("stated"))
    target = scope.resolve(group.share_of) if group.share_of else None
    if target is not None and (group.lines or group.has_stated) and not _monthly(group):
        inputs = (whole, scope.key(target))
        note = scope.word("费用 ÷ 对照数", "cost ÷ what it is measured against")
        yield Rule(key_of(group, "sales-share", scope), "share", inputs, group.span("share_of"), note=note)


def _monthly(group: Group) -> bool:
    """Whether the group is money per time, which has no share of a plain sum."""
    if group.stated is not None and group.stated.amount is not None:
        return bool(group.stated.amount.unit.is_money_rate)
    return any(line.amount is not None and line.amount.unit.is_money_rate for line in group.lines.values()) or any(
        _open_price(line) for line in group.lines.values()
    )


def _open_price(line: Line) -> bool:
    """Whether a line's price stays per something when all its factors are multiplied."""
    if not line.factors() or line.amount is not None:
        return False
    units = [getattr(line, name).unit for name in line.factors()]
    product = units[0]
    for unit in units[1:]:
        product *= unit
    return bool(product.is_money_rate)
