"""Checks of formulas: do the names in them mean figures."""

from collections.abc import Iterator

from plangen.compute import PlanScope, Written, YearScope, formulas
from plangen.findings import Finding, Level, check
from plangen.formula import FUNCTIONS, Reference
from plangen.values import Key, told
from plangen.values.near import did_you_mean


@check(
    "PG306",
    Level.ERROR,
    takes="year",
    zh="公式里：{what_zh}",
    en="in the formula: {what_en}",
    fix_zh="写条目的编号、指标（如 heads）或地址（如 objectives/revenue.target）；函数：{functions}",
    fix_en="write an item's id, a measure (heads) or an address (objectives/revenue.target); functions: {functions}",
)
def names_mean_figures(scope: YearScope) -> Iterator[Finding]:
    """Every name in a formula must mean a figure, and every function takes its number of arguments.

    Why: an unknown name counted as zero would be a wrong number.
    Bad:
        # objectives.yml
        revenue: {name: 销售额, target: 100万元}
        orders: {name: 订单, target: '= revenu × 2'}
    Good:
        # objectives.yml
        revenue: {name: 销售额, target: 100万元}
        orders: {name: 订单, target: '= revenue × 2'}
    """
    for plan in scope.plans():
        for section in plan.plan.sections.values():
            for written in formulas(section, plan):
                for reference, keys in written.found.items():
                    yield from _unknown(written, reference, keys, plan)


def _unknown(written: Written, reference: Reference, keys: tuple[Key, ...], scope: PlanScope) -> Iterator[Finding]:
    missing = next((key for key in keys if key not in scope.figures), None)
    if "children" in reference.moves and any(key in scope.figures for key in keys):
        return  # not every plan below need have it
    if keys and (missing is None or _is_unread(missing, scope) or _is_unread_actual(missing, scope)):
        return
    if "children" in reference.moves and not scope.plan.children:
        return  # a plan without plans below it has nothing to add up
    if reference.moves:
        what = str(missing) if missing is not None else " ".join([*reference.moves, reference.text]).strip()
        zh, en = told("没有 {what} 这个数", "there is no figure {what}", what=what)
    elif reference.text in _items(written, scope):
        measure = written.key.address.measure
        zh, en = told("{text} 没有写 {measure}", "{text} has no {measure}", text=reference.text, measure=measure)
    else:
        zh, en = did_you_mean(reference.text, _names(written, scope))
        zh, en = told("没有 {text} 这个数{more}", "there is no figure {text}{more}", text=reference.text, more=(zh, en))
    args = {"what_zh": zh, "what_en": en, "functions": " ".join(FUNCTIONS)}
    yield Finding("PG306", written.place(reference.start), args, scope.year, written.key.address)


def _is_unread(key: Key, scope: PlanScope) -> bool:
    """Whether the figure may be missing only because its file was refused."""
    if key.year != scope.year:
        before = scope.handbook.years.get(key.year)
        plan = before.plans.get(key.address.plan) if before else None
        return before is not None and (key.address.plan in before.refused or bool(plan and plan.broken))
    return scope.is_unread(key.address)


def _is_unread_actual(key: Key, scope: PlanScope) -> bool:
    """Whether the actual may be missing only because a file of actuals was refused."""
    year = scope.handbook.years.get(key.year)
    plans = year.plans.values() if year and key.address.facet == "actual" else ()
    return any(plan.unread_actuals for plan in plans)


def _names(written: Written, scope: PlanScope) -> list[str]:
    """What could stand there: items of the section, measures of the item, addresses of the plan."""
    own = written.key.address
    mine = [key.address for key in scope.figures if key.year == scope.year and key.address.plan == own.plan]
    measures = [address.measure for address in mine if (address.kind, address.item) == (own.kind, own.item)]
    return [*_items(written, scope), *measures, *(address.short(own.plan) for address in mine)]


def _items(written: Written, scope: PlanScope) -> list[str]:
    """The other items of the section: a formula that names its own would be a circle."""
    own = written.key.address
    items = (item for plan, kind, item in scope.entries if (plan, kind) == (own.plan, own.kind))
    return [item[-1] for item in items if item != own.item]
