"""Checks of the budget's caps: certainly above, possibly above, in another unit, without an upper end."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.budget.gaps import say
from plangen.sections.budget.limits import Limit, limits
from plangen.sections.budget.model import Budget, Cap, Group, Line


def _limit_finding(code: str, limit: Limit, scope: PlanScope) -> Finding:
    amount = limit.quantity or limit.limit
    args = {
        "name": limit.name,
        "line": limit.limited.name,
        "unit": limit.limit.unit,
        "amount": say(amount, scope),
        "limit": say(limit.top, scope),
        "over": say(limit.over, scope) if limit.over is not None else "",
    }
    field = limit.figure.measure if limit.figure.measure in type(limit.limited).model_fields else ""
    related = ((limit.limited.span(field), limit.limited.name),)
    return Finding(code, limit.span, args, scope.year, limit.address, (limit.figure,), related)


@check(
    "BUD103",
    Level.ERROR,
    takes="budget",
    zh="“{line}”{amount}，超过上限 {limit}（多 {over}）",
    en="“{line}” comes to {amount}, above the cap {limit} (by {over})",
    fix_zh="减少支出，或由批准人提高上限",
    fix_en="spend less, or have the cap raised by who approves it",
)
def above_cap(section: Budget, scope: PlanScope) -> Iterator[Finding]:
    """A line or group stays within its cap: compared in the unit of its amount, or else of its price.

    A cap without `line` limits its whole group, unless a `basis` says what else it counts for.

    Why: a plan that is above its own limits is refused when the money is asked for.
    Bad:
        # budget.yml
        ads:
          name: 广告
          lines: {store: {name: 门店广告, amount: 12000元}}
          caps: {store-cap: {name: 广告, limit: ≤10000元, line: store}}
    Good:
        # budget.yml
        ads:
          name: 广告
          lines: {store: {name: 门店广告, amount: 9000元}}
          caps: {store-cap: {name: 广告, limit: ≤10000元, line: store}}
    """
    for limit in limits(section, scope):
        if limit.certain:
            yield _limit_finding("BUD103", limit, scope)


@check(
    "BUD104",
    Level.WARNING,
    takes="budget",
    zh="“{line}”{amount}，可能超过上限 {limit}",
    en="“{line}” comes to {amount}, which may be above the cap {limit}",
    fix_zh="把金额写到上限以内，或由批准人提高上限",
    fix_en="write an amount within the cap, or have the cap raised by who approves it",
)
def maybe_above_cap(section: Budget, scope: PlanScope) -> Iterator[Finding]:
    """A range or open bound does not reach above its cap.

    Why: what may be above the cap will be when it is spent.
    Bad:
        # budget.yml
        ads:
          name: 广告
          lines: {store: {name: 门店广告, amount: 8000–12000元, cap: 10000元}}
    Good:
        # budget.yml
        ads:
          name: 广告
          lines: {store: {name: 门店广告, amount: 8000–10000元, cap: 10000元}}
    """
    for limit in limits(section, scope):
        if limit.possible and not limit.certain:
            yield _limit_finding("BUD104", limit, scope)


@check(
    "BUD107",
    Level.ERROR,
    takes="budget",
    zh="上限“{name}”的单位是 {unit}，“{line}”的金额是 {amount}，没法比较",
    en="the cap “{name}” is in {unit}, “{line}” comes to {amount}: they cannot be compared",
    fix_zh="上限用这一行金额或单价的单位写；另有口径的上限写 basis，不写 line",
    fix_en="write the cap in the unit of the line's amount or price; one for something else takes basis and no line",
)
def cap_in_other_unit(section: Budget, scope: PlanScope) -> Iterator[Finding]:
    """A cap that names a line is in the unit of the line's amount or price.

    Why: a cap that cannot be compared limits nothing.
    Bad:
        # budget.yml
        running:
          name: 日常费用
          lines: {fuel: {name: 油费, price: 4000元/月, periods: 3月, cap: 5000元/人}}
    Good:
        # budget.yml
        running:
          name: 日常费用
          lines: {fuel: {name: 油费, price: 4000元/月, periods: 3月, cap: 5000元/月}}
    """
    for limit in limits(section, scope):
        if not limit.fits:
            yield _limit_finding("BUD107", limit, scope)


@check(
    "BUD110",
    Level.ERROR,
    takes="budget",
    zh="“{name}”的上限写成 {limit}，没有上端，什么也限制不了",
    en="the limit of “{name}” is {limit}: without an upper end it limits nothing",
    fix_zh="写成 ≤10000元 或 10000元；比例写成 ≤5% 或 5%",
    fix_en="write it like ≤10000 CNY or 10000 CNY; a share like ≤5% or 5%",
)
def limit_without_upper_end(section: Budget, scope: PlanScope) -> Iterator[Finding]:
    """A cap, a limit and a largest share say the most that is allowed.

    Why: ≥10000元 is the least and not the most; nothing is ever above it.
    Bad:
        # budget.yml
        ads:
          name: 广告
          lines: {store: {name: 门店广告, amount: 20000元, cap: ≥10000元}}
    Good:
        # budget.yml
        ads:
          name: 广告
          lines: {store: {name: 门店广告, amount: 9000元, cap: ≤10000元}}
    """
    for group in section.items.values():
        written: list[tuple[Group | Cap | Line, str]] = [(group, "max_share")]
        written += [*((cap, "limit") for cap in group.caps.values()), *((line, "cap") for line in group.lines.values())]
        for entry, field in written:
            limit = scope.quantity(entry.address(field)) if getattr(entry, field) is not None else None
            if limit is not None and not limit.unset and limit.high is None:
                args = {"name": entry.name, "limit": say(limit, scope)}
                yield Finding("BUD110", entry.span(field), args, scope.year, entry.address(field))
