"""Checks of targets and lines: in one unit, one number each, in an order that fits the good side, with a response."""

from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.kpis.labels import CHOICES
from plangen.sections.kpis.model import NUMBERS, Kpi, Kpis
from plangen.values import Quantity, Refused, Unit, write_quantity

ORDER = ("target", "warn", "alarm")
"""From the good side to the bad one."""
WORDS = {
    "target": ("目标", "target"),
    "warn": ("预警线", "warning line"),
    "alarm": ("报警线", "alarm line"),
    "value": ("数值", "value"),
}


def _known(kpi: Kpi, names: tuple[str, ...], scope: PlanScope) -> dict[str, Quantity]:
    """The numbers of a KPI that are set, by field."""
    found = {name: scope.quantity(kpi.address(name)) for name in names if getattr(kpi, name) is not None}
    return {name: each for name, each in found.items() if each is not None and not each.unset}


def _said(quantity: Quantity, scope: PlanScope) -> str:
    return write_quantity(quantity, language=scope.language)


@check(
    "KPI101",
    Level.ERROR,
    takes="kpis",
    zh="“{name}”{side}，{worse} {worse_number} 却比{good} {good_number} 还好",
    en="“{name}”: {side}, but the {worse} {worse_number} is better than the {good} {good_number}",
    fix_zh="两个数写反了就对调；方向写反了就改 better",
    fix_en="swap the two numbers if they are the wrong way round, or change better",
)
def lines_in_order(section: Kpis, scope: PlanScope) -> Iterator[Finding]:
    """Target, warning line and alarm line go from the good side to the bad one.

    Why: with lines in the wrong order the alarm comes before the warning, or never.
    Bad:
        # kpis.yml
        attainment: {name: 达成率, better: higher, target: 100%, warn: 80%, alarm: 90%}
    Good:
        # kpis.yml
        attainment: {name: 达成率, better: higher, target: 100%, warn: 90%, alarm: 80%}
    """
    for kpi in section.items.values():
        known = list(_known(kpi, ORDER, scope).items()) if kpi.better else []
        for (good, first), (worse, second) in pairwise(known):
            if kpi.better and _is_better(second, first, kpi.better):
                args = {"name": kpi.name, "side": scope.word(*CHOICES[kpi.better])}
                args |= {"worse": scope.word(*WORDS[worse]), "worse_number": _said(second, scope)}
                args |= {"good": scope.word(*WORDS[good]), "good_number": _said(first, scope)}
                about = (kpi.address(worse), *(kpi.address(f"beyond-{line}") for line in kpi.lines))
                related = ((kpi.span(good), scope.word(*WORDS[good])),)
                yield Finding("KPI101", kpi.span(worse), args, scope.year, about[0], about, related)


def _is_better(one: Quantity, other: Quantity, better: str) -> bool:
    if one.unit != other.unit:
        return False  # KPI110 says so
    return one.certainly_above(other) if better == "higher" else other.certainly_above(one)


@check(
    "KPI105",
    Level.WARNING,
    takes="kpis",
    zh="“{name}”有预警，没有写{lacks}",
    en="“{name}” has a line that warns, and does not say {lacks}",
    fix_zh="在 response 写出谁来做什么，在 within 写多久之内",
    fix_en="write who does what under response, and the time limit under within",
)
def lines_have_a_response(section: Kpis, scope: PlanScope) -> Iterator[Finding]:
    """What has a line that warns says what is done then, and within which time.

    Why: an alert that nobody has to answer is a red dot; after the third one nobody looks.
    Bad:
        # kpis.yml
        attainment: {name: 达成率, better: higher, alarm: 80%}
    Good:
        # kpis.yml
        attainment: {name: 达成率, better: higher, alarm: 80%, response: 主管逐人查找原因, within: 3天}
    """
    words = {"response": ("怎么应对", "what is done"), "within": ("多久之内", "within which time")}
    for kpi in section.items.values():
        lacks = [scope.word(*word) for field, word in words.items() if getattr(kpi, field) is None]
        if kpi.lines and lacks:
            args = {"name": kpi.name, "lacks": scope.word("、", " and ").join(lacks)}
            yield Finding("KPI105", kpi.span(kpi.lines[-1]), args, scope.year, kpi.address())


@check(
    "KPI110",
    Level.ERROR,
    takes="kpis",
    zh="“{name}”的{field} {number} 和{other}不是一个单位，比不了",
    en="“{name}”: the {field} {number} and {other} have different units, so that nothing can be compared",
    fix_zh="都用一个单位写；unit 写的就是这个单位",
    fix_en="write all of them in one unit; unit says which one",
)
def one_unit(section: Kpis, scope: PlanScope) -> Iterator[Finding]:
    """The target, the lines, the value and `unit` of a KPI are of one unit.

    Why: 5 people are neither above nor below 80%.
    Bad:
        # kpis.yml
        attainment: {name: 达成率, better: higher, target: 100%, value: 5人, as_of: 2026-03-31}
    Good:
        # kpis.yml
        attainment: {name: 达成率, better: higher, target: 100%, value: 95%, as_of: 2026-03-31}
    """
    for kpi in section.items.values():
        unit, other = _written(kpi), scope.word("单位“{unit}”", "the unit “{unit}”", unit=kpi.unit)
        for name, quantity in _known(kpi, NUMBERS, scope).items():
            if unit is not None and quantity.unit != unit:
                args = {"name": kpi.name, "field": scope.word(*WORDS[name]), "number": _said(quantity, scope)}
                address = kpi.address(name)
                args["other"] = other
                yield Finding("KPI110", kpi.span(name), args, scope.year, address, (address,))
            elif unit is None:
                first = scope.word(*WORDS[name])
                unit, other = quantity.unit, f"{first} {_said(quantity, scope)}"


def _written(kpi: Kpi) -> Unit | None:
    """The unit that is written for a KPI, where it is one that numbers can have."""
    with suppress(Refused):
        return Unit.parse(kpi.unit)[0] if kpi.unit else None
    return None


@check(
    "KPI111",
    Level.ERROR,
    takes="kpis",
    zh="“{name}”的{field}写成 {number}，不是一个数，分不出在线的哪一边",
    en="“{name}”: the {field} {number} is not one number, so that nothing is on one side of it",
    fix_zh="只写线本身，例如 80%；哪一边不好由 better 决定",
    fix_en="write the line itself, such as 80%; better tells which side is bad",
)
def line_is_one_number(section: Kpis, scope: PlanScope) -> Iterator[Finding]:
    """A warning or alarm line is one number, no range and no bound.

    Why: whether 85% is beyond a line of 80–90% nobody can say.
    Bad:
        # kpis.yml
        attainment: {name: 达成率, better: higher, alarm: 80–90%, response: 查原因, within: 3天}
    Good:
        # kpis.yml
        attainment: {name: 达成率, better: higher, warn: 90%, alarm: 80%, response: 查原因, within: 3天}
    """
    for kpi in section.items.values():
        for name, quantity in _known(kpi, kpi.lines, scope).items():
            if not quantity.is_exact:
                args = {"name": kpi.name, "field": scope.word(*WORDS[name]), "number": _said(quantity, scope)}
                address = kpi.address(name)
                yield Finding("KPI111", kpi.span(name), args, scope.year, address, (address,))
