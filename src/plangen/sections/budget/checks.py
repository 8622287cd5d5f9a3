"""Checks of the budget: totals against lines, shares, typed amounts against products; caps have a file of their own."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.budget import cap_checks  # noqa: F401 (they register their checks)
from plangen.sections.budget.gaps import Gap, gap_of, names, say, within_tolerance
from plangen.sections.budget.model import Budget, Group


def _gaps(section: Budget, scope: PlanScope) -> Iterator[Gap]:
    """The gaps that are no matter of 约."""
    for group in section.items.values():
        gap = gap_of(group, scope)
        if gap is not None and not within_tolerance(gap.known, gap.stated, scope):
            yield gap


def _gap_finding(code: str, gap: Gap, scope: PlanScope) -> Finding:
    group = gap.group
    args = {
        "name": group.name,
        "stated": say(gap.stated, scope),
        "sum": say(gap.known, scope),
        "gap": say(gap.size, scope),
        "lines": names(gap.open, scope),
        "sign_zh": "多" if gap.beyond else "少",
        "sign_en": "more" if gap.beyond else "less",
    }
    places = tuple((line.span("amount"), f"{line.name} {scope.word('待定', 'TBD')}") for line in gap.open)
    lines = (group.key_span("lines"), scope.word(f"各行之和 {args['sum']}", f"sum of the lines {args['sum']}"))
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
    fix_en="change the total or the lines; write a missing line with 待定",
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
    "BUD105",
    Level.ERROR,
    takes="budget",
    zh="“{name}”{amount}，占 {target} 的 {share}，超过上限 {limit}",
    en="“{name}” comes to {amount}, {share} of {target}, above the limit {limit}",
    fix_zh="减少费用，或改 max_share",
    fix_en="spend less, or change max_share",
)
def share_above_limit(section: Budget, scope: PlanScope) -> Iterator[Finding]:
    """The cost stays within its share of what it is measured against.

    Why: costs that grow faster than sales eat the margin.
    Bad:
        # budget.yml
        running:
          name: 日常费用
          share_of: objectives/revenue.target
          max_share: 5%
          lines: {fuel: {name: 油费, price: 4000元/月, periods: 12月}}
        # objectives.yml
        revenue: {name: 销售额, target: 60万元}
    Good:
        # budget.yml
        running:
          name: 日常费用
          share_of: objectives/revenue.target
          max_share: 10%
          lines: {fuel: {name: 油费, price: 4000元/月, periods: 12月}}
        # objectives.yml
        revenue: {name: 销售额, target: 60万元}
    """
    for group in section.items.values():
        share = scope.quantity(group.address("sales-share"))
        limit = group.max_share
        if share is not None and limit is not None and share.certainly_above(limit):
            yield _share_finding(group, scope)


def _share_finding(group: Group, scope: PlanScope) -> Finding:
    share, amount = (scope.quantity(group.address(measure)) for measure in ("sales-share", "amount"))
    target = scope.resolve(group.share_of) if group.share_of else None
    texts = {"share": share, "amount": amount, "limit": group.max_share}
    args = {key: say(q, scope) for key, q in texts.items() if q is not None}
    args |= {"name": group.name, "target": scope.name_of(target) if target else ""}
    related = ((group.span("share_of"), group.share_of or ""),)
    address = group.address("sales-share")
    return Finding("BUD105", group.span("max_share"), args, scope.year, address, (address,), related)


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
        product = scope.quantity(line.address("amount", "rollup"))
        known = product is not None and line.amount is not None and not product.unset and not line.amount.unset
        if not known or product is None or line.amount is None or product.unit != line.amount.unit:
            continue
        if not within_tolerance(line.amount, product, scope):
            apart = line.amount - product if line.amount.certainly_above(product) else product - line.amount
            texts = {"amount": line.amount, "product": product, "gap": apart}
            args = {key: say(q, scope) for key, q in texts.items()}
            factors = " × ".join(say(getattr(line, name), scope) for name in line.factors())
            about = (line.address("amount"),)
            related = ((line.span("price"), factors),)
            args |= {"name": line.name, "factors": f" {factors} "}
            yield Finding("BUD106", line.span("amount"), args, scope.year, about[0], about, related)
