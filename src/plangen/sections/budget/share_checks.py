"""Checks of the budget's shares: certainly above, possibly above, measured against nothing."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.budget.gaps import say
from plangen.sections.budget.model import Budget
from plangen.sections.budget.shares import Share, share_of


def _finding(code: str, share: Share, scope: PlanScope) -> Finding:
    group = share.group
    texts = {"share": share.said, "amount": share.cost, "limit": share.limit, "allowed": share.allowed}
    args = {key: say(quantity, scope) for key, quantity in texts.items()}
    args |= {"name": group.name, "target": scope.name_of(share.target)}
    related = ((group.span("share_of"), group.share_of or ""),)
    address = group.address("sales-share")
    return Finding(code, group.span("max_share"), args, scope.year, address, (address,), related)


@check(
    "BUD105",
    Level.ERROR,
    takes="budget",
    zh="“{name}”{amount}，占 {target} 的 {share}，超过上限 {limit}（{allowed}）",
    en="“{name}” comes to {amount}, {share} of {target}, above the limit {limit} ({allowed})",
    fix_zh="减少费用，或改 max_share",
    fix_en="spend less, or change max_share",
)
def share_above_limit(section: Budget, scope: PlanScope) -> Iterator[Finding]:
    """The cost stays within its share of what it is measured against.

    The sum of the lines counts, and the stated total too: the larger of them is compared, without rounding.

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
        share = share_of(group, scope)
        if share is not None and share.certain:
            yield _finding("BUD105", share, scope)


@check(
    "BUD109",
    Level.WARNING,
    takes="budget",
    zh="“{name}”{amount}，可能超过 {target} 的 {limit}（{allowed}）",
    en="“{name}” comes to {amount}, which may be above {limit} of {target} ({allowed})",
    fix_zh="把费用写到上限以内，或改 max_share",
    fix_en="write a cost within the limit, or change max_share",
)
def share_maybe_above_limit(section: Budget, scope: PlanScope) -> Iterator[Finding]:
    """A cost or sales figure that is a range or a bound does not reach above the largest share.

    Why: what may be above the limit will be when it is spent.
    Bad:
        # budget.yml
        running:
          name: 日常费用
          share_of: objectives/revenue.target
          max_share: 10%
          lines: {fuel: {name: 油费, amount: 8–12万元}}
        # objectives.yml
        revenue: {name: 销售额, target: 100万元}
    Good:
        # budget.yml
        running:
          name: 日常费用
          share_of: objectives/revenue.target
          max_share: 10%
          lines: {fuel: {name: 油费, amount: 8–10万元}}
        # objectives.yml
        revenue: {name: 销售额, target: 100万元}
    """
    for group in section.items.values():
        share = share_of(group, scope)
        if share is not None and share.possible and not share.certain:
            yield _finding("BUD109", share, scope)


@check(
    "BUD108",
    Level.ERROR,
    takes="budget",
    zh="“{name}”写了 max_share {limit}，没写 share_of：不知道是谁的 {limit}",
    en="“{name}” has max_share {limit} and no share_of: nobody knows of what",
    fix_zh="写上对照的数，例如 share_of: objectives/revenue.target",
    fix_en="write what it is measured against, such as share_of: objectives/revenue.target",
)
def share_of_nothing(section: Budget, scope: PlanScope) -> Iterator[Finding]:
    """A largest share says what it is a share of.

    Why: a limit that cannot be compared limits nothing.
    Bad:
        # budget.yml
        running:
          name: 日常费用
          max_share: 5%
          lines: {fuel: {name: 油费, price: 4000元/月, periods: 12月}}
    Good:
        # budget.yml
        running:
          name: 日常费用
          share_of: objectives/revenue.target
          max_share: 5%
          lines: {fuel: {name: 油费, price: 4000元/月, periods: 12月}}
        # objectives.yml
        revenue: {name: 销售额, target: 100万元}
    """
    for group in section.items.values():
        if group.max_share is not None and group.share_of is None:
            limit = scope.quantity(group.address("max_share")) or group.max_share
            args = {"name": group.name, "limit": say(limit, scope)}
            yield Finding("BUD108", group.span("max_share"), args, scope.year, group.address("max_share"))
