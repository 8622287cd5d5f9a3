"""Scenarios: what is found in one of them alone, and what the handbook says of them."""

from collections.abc import Iterable, Iterator

from plangen.checks.one_year import check_year
from plangen.compute import Variant, YearScope
from plangen.findings import Finding, Level, check, message
from plangen.model import Handbook
from plangen.values.near import asked


def variant_findings(variant: Variant, known: Iterable[Finding]) -> list[Finding]:
    """What computing and the checks find in a scenario and not in the year itself, marked with the scenario.

    A finding with other numbers is another finding; the same sentence about the same figure is not.
    """
    told = {_sameness(finding) for finding in known if not finding.scenario}
    found = [*variant.problems, *check_year(variant.scope)]
    return [f.with_(scenario=variant.scenario.id) for f in found if _sameness(f) not in told]


def _sameness(finding: Finding) -> tuple[object, ...]:
    """What makes two findings one: a scenario's own line may stand in another file than the plan's."""
    place = finding.address or finding.span
    return finding.code, finding.year, place, message(finding)


@check(
    "PG505",
    Level.ERROR,
    takes="handbook",
    zh="{year} 年没有名为 {name} 的情景{hint_zh}",
    en="the year {year} has no scenario {name}{hint_en}",
    fix_zh="改成已有的情景：{known}；情景写在计划的 scenarios/ 里，文件名就是名字",
    fix_en="name a scenario that is there: {known}; scenarios lie in a plan's scenarios/, named by their file",
)
def named_scenarios_exist(handbook: Handbook) -> Iterator[Finding]:
    """The binding scenario of a year, and each one that the handbook or a waiver names, has a file in a plan.

    Why: the year would be published as another scenario than the one that was meant.
    Bad:
        # handbook.yml
        format: 1
        title: 手册
        years: {2026: {binding: strech}}
        # 2026/demo/scenarios/stretch.yml
        objectives: {revenue: {target: 150万元}}
        # objectives.yml
        revenue: {name: 销售额, target: 100万元}
    Good:
        # handbook.yml
        format: 1
        title: 手册
        years: {2026: {binding: stretch}}
        # 2026/demo/scenarios/stretch.yml
        objectives: {revenue: {target: 150万元}}
        # objectives.yml
        revenue: {name: 销售额, target: 100万元}
    """
    for year, head in handbook.head.years.items():
        known = [each.id for each in handbook.scenarios.get(int(year) if year.isdigit() else 0, ())] or ["base"]
        for name, span in (
            (head.binding, head.span("binding")),
            *((n, head.span("scenarios")) for n in head.scenarios),
        ):
            if name not in known:
                yield Finding(
                    "PG505", span, {"year": year, "name": name, **asked(name, known), "known": ", ".join(known)}
                )


@check(
    "PG506",
    Level.WARNING,
    takes="year",
    zh="情景 {scenario} 在这里叫“{name}”，在 {other} 里叫“{first}”",
    en="the scenario {scenario} is called “{name}” here and “{first}” in {other}",
    fix_zh="各计划用同一个名字，或在 handbook.yml 的 years 里写一次",
    fix_en="use one name in all plans, or say it once in handbook.yml under years",
)
def one_name_in_all_plans(scope: YearScope) -> Iterator[Finding]:
    """A scenario has one name in all plans of a year, unless the handbook says what it is called.

    Why: the same file name in several plans is one scenario; two names for it mislead whoever compares them.
    Bad:
        # objectives.yml
        revenue: {name: 销售额, target: 100万元}
        # 2026/demo/scenarios/stretch.yml
        {name: 挑战, objectives: {revenue: {target: 150万元}}}
        # 2026/demo/north/plan.yml
        name: 北区
        # 2026/demo/north/objectives.yml
        revenue: {name: 销售额, target: 50万元}
        # 2026/demo/north/scenarios/stretch.yml
        {name: 冲刺, objectives: {revenue: {target: 80万元}}}
    Good:
        # objectives.yml
        revenue: {name: 销售额, target: 100万元}
        # 2026/demo/scenarios/stretch.yml
        {name: 挑战, objectives: {revenue: {target: 150万元}}}
    """
    first: dict[str, tuple[str, str]] = {}
    head = scope.handbook.head.years.get(str(scope.year))
    for each in scope.plan_year.differences:
        if each.head.name and not (head and each.scenario in head.scenarios):
            name, other = first.setdefault(each.scenario, (each.head.name, each.head.place.file))
            if name != each.head.name:
                args = {"scenario": each.scenario, "name": each.head.name, "first": name, "other": other}
                yield Finding("PG506", each.head.span("name"), args, scope.year)
