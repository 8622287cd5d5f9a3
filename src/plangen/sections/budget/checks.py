"""Checks of the budget: totals against lines, typed amounts against products; caps and shares have their own files."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.budget.gaps import Gap, gap_of, names, say
from plangen.sections.budget.model import Budget
from plangen.values import Address
from plangen.values.agreement import agrees


def _gaps(section: Budget, scope: PlanScope) -> Iterator[Gap]:
    """The gaps that are no matter of ranges, bounds and 约."""
    for group in section.items.values():
        gap = gap_of(group, scope)
        if gap is not None and not gap.agree:
            yield gap


def _gap_finding(code: str, gap: Gap, scope: PlanScope) -> Finding:
    group = gap.group
    args = {
        "name": group.name,
        "stated": say(gap.stated, scope),
        "sum": say(gap.known, scope),
        "gap": say(gap.size, scope),
        "lines": names(gap.open, scope),
        **dict(zip(("sign_zh", "sign_en"), ("多", "more") if gap.beyond else ("少", "less"), strict=True)),
    }
    places = tuple((line.span("amount"), f"{line.name} {scope.word('待定', 'TBD')}") for line in gap.open)
    lines = (group.key_span("lines"), scope.word("各行之和 {args}", "sum of the lines {args}", args=args["sum"]))
    span = group.stated.span("amount") if group.stated is not None else group.span()
    about = (group.address("amount"), group.address("amount", "gap"))
    return Finding(code, span, args, scope.year, group.address("amount", "stated"), about, (lines, *places))


@check(
    "BUD101",
    Level.WARNING,
    takes="budget",
    zh="“{name}”写明 {stated}，明细只有 {sum}；其余 {gap} 只能在待定的{lines}里",
    en="“{name}” states {stated}, its lines come to {sum}; the other {gap} can only be in {lines}, not set yet",
    fix_zh="补上待定各行的金额，或改 stated",
    fix_en="write the amounts that are not set, or change stated",
)
def total_beyond_known_lines(section: Budget, scope: PlanScope) -> Iterator[Finding]:
    """A stated total is more than the known lines, and lines without an amount could hold the rest.

    Why: money without a line has no purpose, no owner and no limit.
    Bad:
        # budget.yml
        setup:
          name: 筹备费用
          stated: {amount: 1000元}
          lines:
            desks: {name: 办公桌, amount: 400元}
            other: {name: 其他, amount: 待定}
    Good:
        # budget.yml
        setup:
          name: 筹备费用
          stated: {amount: 1000元}
          lines:
            desks: {name: 办公桌, amount: 400元}
            other: {name: 其他, amount: 600元}
    """
    for gap in _gaps(section, scope):
        if gap.open and gap.short:
            yield _gap_finding("BUD101", gap, scope)


@check(
    "BUD102",
    Level.ERROR,
    takes="budget",
    zh="“{name}”写明 {stated}，明细相加却是 {sum}，{sign_zh} {gap}",
    en="“{name}” states {stated}, its lines come to {sum}: {gap} {sign_en}",
    fix_zh="改合计或改明细，让两者相等；缺的行写上 待定",
    fix_en="change the total or the lines; write a missing line with TBD",
)
def total_differs_from_lines(section: Budget, scope: PlanScope) -> Iterator[Finding]:
    """A stated total equals the sum of its lines, and is never below the lines that are known.

    Why: one of the two is wrong, and whoever approves the total approves something else than what is spent.
    Bad:
        # budget.yml
        setup:
          name: 筹备费用
          stated: {amount: 1000元}
          lines:
            desks: {name: 办公桌, amount: 400元}
    Good:
        # budget.yml
        setup:
          name: 筹备费用
          stated: {amount: 400元}
          lines:
            desks: {name: 办公桌, amount: 400元}
    """
    for gap in _gaps(section, scope):
        if gap.beyond or not gap.open:
            yield _gap_finding("BUD102", gap, scope)


@check(
    "BUD106",
    Level.WARNING,
    takes="budget",
    zh="“{name}”写的金额是 {amount}，按{factors}算是 {product}，差 {gap}",
    en="“{name}” has the amount {amount}; {factors} gives {product}, {gap} apart",
    fix_zh="删掉 amount 让它算出来，或改单价、数量、月数",
    fix_en="remove amount so that it is computed, or change price, quantity or months",
)
def amount_differs_from_product(section: Budget, scope: PlanScope) -> Iterator[Finding]:
    """A typed amount equals price × quantity × periods, where these are typed too.

    Why: two answers to one question; whoever reads only one of them is wrong half of the time.
    Bad:
        # budget.yml
        setup:
          name: 筹备费用
          lines: {desks: {name: 办公桌, price: 400元/张, quantity: 6张, amount: 2000元}}
    Good:
        # budget.yml
        setup:
          name: 筹备费用
          lines: {desks: {name: 办公桌, price: 400元/张, quantity: 6张, amount: 2400元}}
    """
    for line in section.lines():
        product, amount = scope.quantity(line.address("amount", "rollup")), scope.quantity(line.address("amount"))
        if (
            product is None
            or amount is None
            or line.amount is None
            or agrees(amount, product, scope.handbook.tolerance())
        ):
            continue
        factors = " × ".join(_said(line.address(name), scope) for name in line.factors())
        address, place = line.address("amount"), (line.span("price"), factors)
        if amount.unit != product.unit:
            units = {"left": amount.unit, "right": product.unit}
            yield Finding("PG215", line.span("amount"), units, scope.year, address, (address,), (place,))
            continue
        apart = amount - product if amount.certainly_above(product) else product - amount
        args = {key: say(q, scope) for key, q in (("amount", amount), ("product", product), ("gap", apart))}
        args |= {"name": line.name, "factors": f" {factors} "}
        yield Finding("BUD106", line.span("amount"), args, scope.year, address, (address,), (place,))


def _said(address: Address, scope: PlanScope) -> str:
    quantity = scope.quantity(address)
    return say(quantity, scope) if quantity is not None else "—"


@check(
    "BUD111",
    Level.INFO,
    takes="budget",
    zh="“{name}”只有名称，没有明细也没有合计",
    en="“{name}” has a name only, neither lines nor a total",
    fix_zh="写上明细；还不知道金额的行写 待定",
    fix_en="write its lines, with TBD where the amount is not known yet",
)
def group_without_content(section: Budget, scope: PlanScope) -> Iterator[Finding]:
    """A group of costs has lines or a stated total.

    Why: a heading without content looks like a budget and allows nothing, or everything.
    Bad:
        # budget.yml
        ads: {name: 广告}
    Good:
        # budget.yml
        ads: {name: 广告, lines: {posters: {name: 海报, amount: 1万元}}}
    """
    for group in section.items.values():
        if not group.lines and not group.has_stated:
            about = (group.address("amount"),)
            yield Finding("BUD111", group.key_span(), {"name": group.name}, scope.year, about[0], about)
