"""Which scenarios a year has, and which of them is the year itself."""

from plangen.findings import Finding, Level, level_of
from plangen.model.handbook import Handbook
from plangen.model.label import Label
from plangen.model.plan import PlanYear
from plangen.model.scenario import BASE, Scenario
from plangen.model.variants import variant_of
from plangen.values import say


def arrange(handbook: Handbook) -> list[Finding]:
    """Tell the scenarios of every year, make their variants, and let the binding one be what the year means."""
    findings: list[Finding] = []
    for year, plain in list(handbook.years.items()):
        if not plain.differences and not plain.unread_scenarios:
            continue
        scenarios = _scenarios(handbook, year, plain)
        made: dict[str, PlanYear] = {BASE: plain}
        for scenario in (each for each in scenarios if each.id != BASE):
            variant, found = variant_of(plain, scenario.id, handbook.dimensions[year].known(), handbook.head.language)
            mark = "" if scenario.binding else scenario.id
            findings += [finding.with_(scenario=mark) for finding in found]
            wrong = scenario.id in plain.unread_scenarios or any(level_of(each) is Level.ERROR for each in found)
            if scenario.binding or not wrong:
                made[scenario.id] = variant
        handbook.scenarios[year] = scenarios
        handbook.years[year] = made.pop(next(each.id for each in scenarios if each.binding))
        handbook.variants[year] = made
    return findings


def _scenarios(handbook: Handbook, year: int, plain: PlanYear) -> tuple[Scenario, ...]:
    """The scenarios of a year in the handbook's order, then the plan itself, then by id."""
    named = handbook.settings(year).years.get(str(year))
    base: dict[str, str] = {language: say(("目标", "target"), language) for language in handbook.languages}
    titles: dict[str, str] = {BASE: Label(base[handbook.language], base)}
    for each in plain.differences:
        if each.head.name:
            titles.setdefault(each.scenario, each.head.name)
    there = {BASE, *plain.unread_scenarios, *(each.scenario for each in plain.differences)}
    titles |= named.scenarios if named else {}
    binding = named.binding if named and named.binding in there else BASE
    order = dict.fromkeys([*(named.scenarios if named else ()), BASE, *sorted(there)])
    return tuple(Scenario(id_, titles.get(id_, id_), id_ == binding) for id_ in order if id_ in there)
