"""Rules of the budget: amounts of lines, sums, what the lines leave unexplained, shares."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from plangen.compute import PlanScope, Rule
from plangen.sections.budget import excess
from plangen.sections.budget.model import Budget, Group, Line
from plangen.values import MONTH, YUAN, Address, Key, Quantity, Span, Unit

UNITS = (YUAN, YUAN / MONTH)
"""What the amount of a line is: money, or money a month."""
CENT = Decimal("0.01")
ROWS, GROUPS = Unit(("行",)), Unit(("类",))
COUNTS = {"lines": "all", "known": "set", "open": "unset"}


def rules(section: Budget, scope: PlanScope) -> Iterator[Rule]:
    """Every line, then every group."""
    for group in section.items.values():
        for line in group.lines.values():
            yield from _line(line, scope)
        yield from _amount(group, scope)
        yield from _shares(group, scope)
        yield from _counts(group.address(), group.lines.values(), group.key_span("lines"), scope)
    yield from _counts(total(scope, ""), section.lines(), section.span(), scope)
    yield from _measured(section, scope)
    yield from excess.rules(section, scope)


def measured(section: Budget, scope: PlanScope) -> list[Group]:
    """The groups that are measured against the same figure as the first that is measured at all."""
    found = [group for group in section.items.values() if group.share_of and (group.lines or group.has_stated)]
    return [group for group in found if scope.resolve(group.share_of or "") == scope.resolve(found[0].share_of or "")]


def _measured(section: Budget, scope: PlanScope) -> Iterator[Rule]:
    """What several such groups cost together, and how much that is of what they are measured against."""
    groups = measured(section, scope)
    target = scope.resolve(groups[0].share_of or "") if groups else None
    if target is None or len(groups) < 2:
        return
    span, amount = groups[0].span("share_of"), scope.key(total(scope, "amount"))
    parts = tuple(key_of(group, "amount", scope) for group in groups)
    against = scope.word("对照同一个数的各类费用", "the groups that are measured against the same figure")
    yield Rule(amount, "sum", parts, span, note=against)
    yield Rule(scope.key(total(scope, "measured")), "count", parts, span, {"of": "all", "unit": GROUPS})
    note = scope.word(*SHARE)
    yield Rule(scope.key(total(scope, "sales-share")), "share", (amount, scope.key(target)), span, note=note)


def total(scope: PlanScope, measure: str) -> Address:
    """The address of a figure of all groups together: `budget/total.lines`."""
    return Address(scope.plan.path, "budget", ("total",), measure)


def _line(line: Line, scope: PlanScope) -> Iterator[Rule]:
    """The amount where it is not typed; beside a typed one the product to compare it with, or the price it implies."""
    facet = "rollup" if line.amount is not None else ""
    key = scope.key(line.address("amount", facet))
    if line.factors():
        inputs = tuple(scope.key(line.address(name)) for name in line.factors())
        yield Rule(key, "product", inputs, line.span("price"), {"units": UNITS}, factor_words(line, scope))
    elif line.amount is None:
        note = scope.word("没有写金额，也没有单价", "neither amount nor price is written")
        yield Rule(key, "constant", (), line.key_span(), {"quantity": Quantity.unset_(YUAN)}, note)
    elif line.quantity is not None:
        inputs = (key_of(line, "amount", scope), key_of(line, "quantity", scope))
        note = scope.word("单价由金额反算，四舍五入到分", "price implied by the amount, rounded to 0.01")
        yield Rule(key_of(line, "unit-price", scope), "quotient", inputs, line.span("amount"), {"step": CENT}, note)


WORDS = {"price": ("单价", "price"), "quantity": ("数量", "quantity"), "periods": ("月数", "months")}
MONTHLY = ("每月金额", "amount per month")


def factor_words(line: Line, scope: PlanScope) -> str:
    """What is multiplied, in words: 单价 × 月数."""
    words = {**WORDS, "price": MONTHLY} if line.monthly else WORDS
    return " × ".join(scope.word(*words[name]) for name in line.factors())


def key_of(entry: Line | Group, measure: str, scope: PlanScope, facet: str = "") -> Key:
    """The key of a measure of a line or group."""
    return scope.key(entry.address(measure, facet))


def _amount(group: Group, scope: PlanScope) -> Iterator[Rule]:
    """Sum of the lines, binding amount (the sum; the stated total where lines are missing), and what is left over."""
    binding, rollup = key_of(group, "amount", scope), key_of(group, "amount", scope, "rollup")
    stated = key_of(group, "amount", scope, "stated")
    parts = tuple(key_of(line, "amount", scope) for line in group.lines.values())
    sources = tuple(key for key, there in ((rollup, parts), (stated, group.has_stated)) if there)
    span = group.key_span("lines") if parts else group.span("stated")
    if parts:
        yield Rule(rollup, "sum", parts, span, note=scope.word(*LINES))
    if not sources:
        note = scope.word("没有合计，也没有明细", "neither a total nor lines")
        yield Rule(binding, "constant", (), group.key_span(), {"quantity": Quantity.unset_(YUAN)}, note)
    elif len(sources) == 1:
        yield Rule(binding, "sum", sources, span, note=scope.word(*(LINES if parts else STATED)))
    else:
        yield Rule(binding, "complete", sources, span, note=scope.word(*EITHER))
        note = scope.word("合计 − 各行之和", "total − sum of the lines")
        gap = key_of(group, "amount", scope, "gap")
        yield Rule(gap, "difference", (stated, rollup), group.span("stated"), note=note)


SHARE = ("费用 ÷ 对照数", "cost ÷ what it is measured against")
LINES = ("各行之和", "sum of the lines")
STATED = ("文件写明的合计", "the total that the paper states")
EITHER = ("各行之和；有行未定时取文件写明的合计", "sum of the lines; the stated total while lines are not set")


def _counts(at: Address, lines: Iterable[Line], span: Span, scope: PlanScope) -> Iterator[Rule]:
    """How many lines there are, how many have an amount and how many have none."""
    inputs = tuple(key_of(line, "amount", scope) for line in lines)
    for measure, of in COUNTS.items():
        yield Rule(scope.key(at.with_measure(measure)), "count", inputs, span, {"of": of, "unit": ROWS})


def _shares(group: Group, scope: PlanScope) -> Iterator[Rule]:
    """Each line in its group, the unexplained rest in the total, the group in what it is measured against."""
    rollup, stated = (key_of(group, "amount", scope, facet) for facet in ("rollup", "stated"))
    wholes = (rollup, stated) if group.has_stated else (rollup,)
    for line in group.lines.values():
        inputs = (key_of(line, "amount", scope), *wholes)
        yield Rule(key_of(line, "share", scope), "portion", inputs, line.key_span())
    whole = key_of(group, "amount", scope)
    if group.lines:
        yield Rule(key_of(group, "share", scope), "portion", (whole, whole), group.key_span("lines"))
    if group.has_stated and group.lines:
        inputs = (key_of(group, "amount", scope, "gap"), stated)
        yield Rule(key_of(group, "share", scope, "gap"), "portion", inputs, group.span("stated"))
    target = scope.resolve(group.share_of) if group.share_of else None
    if target is not None and (group.lines or group.has_stated):
        inputs = (key_of(group, "amount", scope), scope.key(target))
        note = scope.word(*SHARE)
        yield Rule(key_of(group, "sales-share", scope), "share", inputs, group.span("share_of"), note=note)
