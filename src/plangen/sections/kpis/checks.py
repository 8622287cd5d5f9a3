"""Checks of the KPIs: one definition each, a good side, somebody who answers for it, a use; lines in their own file."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.kpis.drivers import circle
from plangen.sections.kpis.model import Kpi, Kpis
from plangen.sections.kpis.uses import unused


@check(
    "KPI102",
    Level.WARNING,
    takes="kpis",
    zh="{names}写的是同一个{field}：“{text}”",
    en="{names} have the same {field}: “{text}”",
    fix_zh="只留一项，或把两项的区别写进口径",
    fix_en="keep one of them, or write what is different into the definitions",
)
def one_definition_one_kpi(section: Kpis, scope: PlanScope) -> Iterator[Finding]:
    """Two KPIs differ in their definitions, and in their formulas; punctuation and case do not count.

    Why: one number under two names is reported twice and argued about twice; or one of the two was copied wrongly.
    Bad:
        # kpis.yml
        reach: {name: 覆盖率, definition: 上柜的终端 ÷ 全部终端}
        shelf: {name: 上柜率, definition: 上柜的终端÷全部终端。}
    Good:
        # kpis.yml
        reach: {name: 覆盖率, definition: 到访过的终端 ÷ 全部终端}
        shelf: {name: 上柜率, definition: 上柜的终端 ÷ 全部终端}
    """
    words = {"definition": scope.word("口径", "definition"), "formula": scope.word("算式", "formula")}
    told: set[str] = set()
    for field, word in words.items():
        for same in _alike(section, field):
            first, *others = same
            if told.issuperset(kpi.id for kpi in same):
                continue
            told.update(kpi.id for kpi in same)
            args = {"names": _names(same, scope), "field": word, "text": getattr(first, field)}
            related = tuple((kpi.span(field), kpi.name) for kpi in others)
            about = tuple(kpi.address() for kpi in same)
            yield Finding("KPI102", first.span(field), args, scope.year, about[0], about, related)


def _alike(section: Kpis, field: str) -> list[list[Kpi]]:
    """The KPIs that have one text in a field, of those that several have."""
    found: dict[str, list[Kpi]] = {}
    for kpi in section.items.values():
        text = getattr(kpi, field) or ""
        plain = "".join(sign for sign in text if sign not in " 。.，,；;、").lower()
        if plain:
            found.setdefault(plain, []).append(kpi)
    return [same for same in found.values() if len(same) > 1]


def _names(kpis: list[Kpi], scope: PlanScope) -> str:
    return scope.word("、", ", ").join(scope.word("“{name}”", "“{name}”", name=kpi.name) for kpi in kpis)


@check(
    "KPI103",
    Level.WARNING,
    takes="kpis",
    zh="“{name}”没有写越高越好还是越低越好",
    en="“{name}” does not say whether higher or lower is better",
    fix_zh="写上 better: higher 或 better: lower",
    fix_en="write better: higher or better: lower",
)
def good_side_is_written(section: Kpis, scope: PlanScope) -> Iterator[Finding]:
    """A KPI that is defined or measured says which side is good.

    Why: an input–output ratio is cost ÷ profit for one and profit ÷ cost for the other; with the wrong side the worst
    result looks like the best, and the lines warn of success.
    Bad:
        # kpis.yml
        trips: {name: 投入产出比, definition: 出差费用 ÷ 销售毛利润}
    Good:
        # kpis.yml
        trips: {name: 投入产出比, definition: 出差费用 ÷ 销售毛利润, better: lower}
    """
    for kpi in section.items.values():
        if kpi.better is None and (kpi.is_measured or kpi.definition or kpi.formula):
            field = next((name for name in ("formula", "definition") if getattr(kpi, name)), "")
            yield Finding("KPI103", kpi.span(field), {"name": kpi.name}, scope.year, kpi.address())


@check(
    "KPI104",
    Level.INFO,
    takes="kpis",
    zh="“{name}”没有负责人",
    en="nobody answers for “{name}”",
    fix_zh="写上 owner：org.yml 里的岗位 id",
    fix_en="write owner: the id of a role in org.yml",
)
def kpi_has_an_owner(section: Kpis, scope: PlanScope) -> Iterator[Finding]:
    """A KPI with a target, a line or a value has an owner.

    Where neither the plan nor a plan above has an organisation yet, nothing is reported.

    Why: a number that nobody answers for is reported until it is bad, and then by nobody.
    Bad:
        # kpis.yml
        complaints: {name: 投诉率, better: lower, target: 1%}
        # org.yml
        roles: {lead: {name: 组长}}
    Good:
        # kpis.yml
        complaints: {name: 投诉率, better: lower, target: 1%, owner: lead}
        # org.yml
        roles: {lead: {name: 组长}}
    """
    if not any("org" in {*plan.sections, *plan.broken} for plan in scope.plan.lineage()):
        return
    for kpi in section.items.values():
        if kpi.owner is None and kpi.is_measured:
            yield Finding("KPI104", kpi.key_span(), {"name": kpi.name}, scope.year, kpi.address())


@check(
    "KPI106",
    Level.ERROR,
    takes="kpis",
    zh="驱动关系绕成了圈：{names}",
    en="the drivers run in a circle: {names}",
    fix_zh="从其中一项的 drivers 里去掉一个，让推动只有一个方向",
    fix_en="take one of them out of drivers, so that they lead one way",
)
def drivers_lead_one_way(section: Kpis, scope: PlanScope) -> Iterator[Finding]:
    """No KPI drives itself, directly or by others.

    Why: in a circle nobody knows where to begin, and every cause is also a result.
    Bad:
        # kpis.yml
        sales: {name: 销售额, drivers: visits}
        visits: {name: 拜访数, drivers: sales}
    Good:
        # kpis.yml
        sales: {name: 销售额, drivers: visits}
        visits: {name: 拜访数}
    """
    told: set[str] = set()
    for kpi in section.items.values():
        way = circle(kpi, scope)
        if way and not told.intersection(one.id for one in way):
            told.update(one.id for one in way)
            names = " → ".join(one.name for one in (*way, kpi))
            related = tuple((one.span("drivers"), one.name) for one in way[1:])
            about = tuple(one.address() for one in way)
            yield Finding("KPI106", kpi.span("drivers"), {"names": names}, scope.year, about[0], about, related)


@check(
    "KPI107",
    Level.WARNING,
    takes="kpis",
    zh="列了{names}，却没有用在任何地方：没有目标、预警线和数值，考核、公式和别的指标也没有引用",
    en="{names}: listed and used nowhere; no target, no line, no value, and no score, formula or KPI refers to it",
    fix_zh="写上目标或预警线，在用它的地方引用它，或者删去",
    fix_en="write a target or a line, refer to it where it counts, or delete it",
)
def kpi_is_used(section: Kpis, scope: PlanScope) -> Iterator[Finding]:
    """A KPI has a number that is expected, or something in the handbook refers to it.

    Why: people work for what is counted. A KPI that enters no score, no target and no alert is announced and then
    ignored, and so are the others.
    Bad:
        # kpis.yml
        visits: {name: 访问成功率}
        growth: {name: 销售额增长率, better: higher, target: 8%}
    Good:
        # kpis.yml
        visits: {name: 访问成功率}
        growth: {name: 销售额增长率, better: higher, target: 8%, drivers: visits}
    """
    idle = unused(section, scope)
    if idle:
        related = tuple((kpi.key_span(), kpi.name) for kpi in idle[1:])
        about = tuple(kpi.address() for kpi in idle)
        args = {"names": _names(idle, scope)}
        yield Finding("KPI107", idle[0].key_span(), args, scope.year, about[0], about, related)


@check(
    "KPI109",
    Level.WARNING,
    takes="kpis",
    zh="“{name}”的数值没有写是哪一天的",
    en="the value of “{name}” does not say of which day it is",
    fix_zh="写上 as_of: 2026-03-31 这样的日期",
    fix_en="write as_of with a day such as 2026-03-31",
)
def value_has_a_day(section: Kpis, scope: PlanScope) -> Iterator[Finding]:
    """A value that is typed has the day that it speaks of; a formula has the days of its figures.

    Why: without it a number of last autumn is taken for today's.
    Bad:
        # kpis.yml
        complaints: {name: 投诉率, better: lower, target: 1%, value: 2%}
    Good:
        # kpis.yml
        complaints: {name: 投诉率, better: lower, target: 1%, value: 2%, as_of: 2026-03-31}
    """
    for kpi in section.items.values():
        if kpi.value is not None and not kpi.value.unset and (kpi.as_of is None or kpi.as_of.unset):
            address = kpi.address("value")
            yield Finding("KPI109", kpi.span("value"), {"name": kpi.name}, scope.year, address, (address,))
