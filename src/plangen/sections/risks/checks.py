"""Checks of risks: what sets them off, whether that has happened, and whether somebody responds."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.risks.model import Risk, Risks
from plangen.sections.risks.watching import numbers, reached, watched
from plangen.values import write_quantity


@check(
    "RSK101",
    Level.WARNING,
    takes="risks",
    zh="“{name}”没有写由什么触发",
    en="“{name}” does not say what sets it off",
    fix_zh="在 trigger 里写情形，或写 figure 和 alarm",
    fix_en="write it in trigger, or give figure and alarm",
)
def risks_are_set_off(section: Risks, scope: PlanScope) -> Iterator[Finding]:
    """A risk says what sets the response off: a situation or a number.

    Why: a response without a trigger begins when it is too late.
    Bad:
        # risks.yml
        delay: {name: 延迟交货, response: 及早告知客户, within: 1天}
    Good:
        # risks.yml
        delay: {name: 延迟交货, trigger: 预计晚到, response: 及早告知客户, within: 1天}
    """
    for risk in section.items.values():
        if risk.trigger is None and risk.alarm is None:
            yield _finding("RSK101", risk, scope)


def _finding(code: str, risk: Risk, scope: PlanScope, field: str = "", **args: object) -> Finding:
    span = risk.span(field) if field else risk.key_span()
    return Finding(code, span, {"name": risk.name, **args}, scope.year, risk.address(), (risk.address(),))


@check(
    "RSK102",
    Level.WARNING,
    takes="risks",
    zh="“{name}”没有写怎么应对",
    en="“{name}” has no response",
    fix_zh="在 response 里写出做什么",
    fix_en="write in response what is done",
)
def risks_have_responses(section: Risks, scope: PlanScope) -> Iterator[Finding]:
    """A risk has a response.

    Why: a risk that is only feared is a worry, not a plan.
    Bad:
        # risks.yml
        delay: {name: 延迟交货, trigger: 预计晚到}
    Good:
        # risks.yml
        delay: {name: 延迟交货, trigger: 预计晚到, response: 及早告知客户, within: 1天}
    """
    for risk in section.items.values():
        if risk.response is None:
            yield _finding("RSK102", risk, scope)


@check(
    "RSK103",
    Level.INFO,
    takes="risks",
    zh="“{name}”没有写{missing}",
    en="“{name}” names no {missing}",
    fix_zh="在 owner 里写负责的岗位，在 within 里写时限",
    fix_en="name the role in owner and the time limit in within",
)
def responses_have_owner_and_limit(section: Risks, scope: PlanScope) -> Iterator[Finding]:
    """A response has an owner and a time limit.

    The owner is asked for where the plan, or one above it, has an organisation.

    Why: an alarm that is everybody's is answered by nobody.
    Bad:
        # risks.yml
        delay: {name: 延迟交货, trigger: 预计晚到, response: 及早告知客户}
    Good:
        # risks.yml
        delay: {name: 延迟交货, trigger: 预计晚到, response: 及早告知客户, within: 1天}
    """
    organised = any("org" in plan.sections for plan in scope.plan.lineage())
    for risk in section.items.values():
        if risk.response is None:
            continue
        wanted = ((("负责人", "owner"), risk.owner or not organised), (("时限", "time limit"), risk.within is not None))
        lacking = [scope.word(*words) for words, there in wanted if not there]
        if lacking:
            yield _finding("RSK103", risk, scope, missing=scope.word("和", " and no ").join(lacking))


@check(
    "RSK104",
    Level.ERROR,
    takes="risks",
    zh="“{name}”的触发线 {threshold} 与 {figure} 单位不同，比不了",
    en="the threshold {threshold} of “{name}” cannot be compared with {figure}: other units",
    fix_zh="换成同一种单位，或改 figure",
    fix_en="write it in the unit of the figure, or name another figure",
)
def thresholds_have_the_unit_of_the_figure(section: Risks, scope: PlanScope) -> Iterator[Finding]:
    """A threshold is in the unit of the figure that it is compared with.

    Why: a line that nothing can reach never sets anything off.
    Bad:
        # risks.yml
        low: {name: 回款慢, figure: objectives/paid.target, alarm: <80万元, response: 催收, within: 1天}
        # objectives.yml
        paid: {name: 回款率, target: 90%}
    Good:
        # risks.yml
        low: {name: 回款慢, figure: objectives/paid.target, alarm: <80%, response: 催收, within: 1天}
        # objectives.yml
        paid: {name: 回款率, target: 90%}
    """
    for risk in section.items.values():
        both = numbers(risk, scope)
        if both is not None and both[0].unit != both[1].unit:
            figure, threshold = (write_quantity(each, language=scope.language) for each in both)
            yield _finding("RSK104", risk, scope, "alarm", figure=figure, threshold=threshold)


@check(
    "RSK105",
    Level.WARNING,
    takes="risks",
    zh="“{name}”已到触发线：{figure}，触发线 {threshold}",
    en="“{name}” has come to its threshold: {figure}, threshold {threshold}",
    fix_zh="按 response 应对；线定得不对就改 alarm",
    fix_en="respond as it says; or correct alarm",
)
def thresholds_are_not_reached(section: Risks, scope: PlanScope) -> Iterator[Finding]:
    """No figure has come to the threshold of its risk.

    Only what is certain counts: a figure whose range reaches over the threshold says nothing.

    Why: the threshold was written so that somebody acts when it is reached.
    Bad:
        # risks.yml
        low: {name: 回款慢, figure: objectives/paid.target, alarm: <80%, response: 催收, within: 1天}
        # objectives.yml
        paid: {name: 回款率, target: 70%}
    Good:
        # risks.yml
        low: {name: 回款慢, figure: objectives/paid.target, alarm: <80%, response: 催收, within: 1天}
        # objectives.yml
        paid: {name: 回款率, target: 90%}
    """
    for risk in section.items.values():
        both, address = numbers(risk, scope), watched(risk, scope)
        if both is not None and address is not None and reached(risk, scope):
            figure, threshold = (write_quantity(each, language=scope.language) for each in both)
            yield _finding("RSK105", risk, scope, "alarm", figure=figure, threshold=threshold)


@check(
    "RSK106",
    Level.WARNING,
    takes="risks",
    zh="“{name}”写了 {there}，没有写 {missing}",
    en="“{name}” has {there} and no {missing}",
    fix_zh="补上 {missing}，或把触发情形写在 trigger 里",
    fix_en="add {missing}, or write what sets it off in trigger",
)
def figures_have_thresholds(section: Risks, scope: PlanScope) -> Iterator[Finding]:
    """A figure that is watched has a threshold, and a threshold its figure.

    Why: a line for no number, and a number without a line, both never set anything off.
    Bad:
        # risks.yml
        low: {name: 回款慢, alarm: <80%, response: 催收, within: 1天}
    Good:
        # risks.yml
        low: {name: 回款慢, figure: objectives/paid.target, alarm: <80%, response: 催收, within: 1天}
        # objectives.yml
        paid: {name: 回款率, target: 90%}
    """
    for risk in section.items.values():
        if (risk.figure is None) != (risk.alarm is None):
            there, missing = ("alarm", "figure") if risk.figure is None else ("figure", "alarm")
            yield _finding("RSK106", risk, scope, there, there=there, missing=missing)
