"""Checks of how objectives roll up: what a rule needs is named, is an objective of the plan, and has its figures."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.objectives.declared import Aggregate
from plangen.sections.objectives.model import Objectives
from plangen.sections.objectives.rules import rules_of
from plangen.sections.objectives.split import Split
from plangen.values import Address, Key
from plangen.values.near import did_you_mean

NEEDS = {"weighted": ("weight",), "ratio": ("numerator", "denominator")}
"""Which fields a rule needs."""
ROLES = ("weight", "numerator", "denominator")


@check(
    "OBJ140",
    Level.ERROR,
    takes="objectives",
    zh="{name}的 aggregate {what}",
    en="the aggregate of {name} {what}",
    fix_zh="weighted 要写 weight；ratio 要写 numerator 和 denominator；别的规则都不要写",
    fix_en="weighted needs a weight, ratio a numerator and a denominator; no other rule takes them",
)
def rules_name_what_they_need(section: Objectives, scope: PlanScope) -> Iterator[Finding]:
    """A weighted mean names its weight, a ratio its numerator and denominator; what no rule uses is not written.

    Why: a mean without weights counts a small store like a large one.
    Bad:
        # objectives.yml
        margin: {name: 毛利率, aggregate: {members: weighted}, channel: {own-store: 30%, dealer: 20%}}
    Good:
        # objectives.yml
        revenue: {name: 销售额, target: 30万元, channel: {own-store: 10万元, dealer: 20万元}}
        margin:
          name: 毛利率
          aggregate: {members: weighted, weight: revenue}
          channel: {own-store: 30%, dealer: 20%}
    """
    comma = scope.word("、", ", ")
    for objective in section.items.values():
        if objective.aggregate is None:
            continue
        lacking, unused = _roles(objective.aggregate)
        found = [(objective.span("aggregate"), scope.word("少了 ", "lacks ") + comma.join(lacking))] if lacking else []
        said = scope.word("用不到 ", "has no use for ")
        found += [(objective.aggregate.span(role), f"{said}{role}") for role in unused]
        for span, what in found:
            yield Finding(
                "OBJ140", span, {"name": objective.name, "what": what}, scope.year, objective.address("target")
            )


def _roles(aggregate: Aggregate) -> tuple[list[str], list[str]]:
    """The fields that a rule needs and lacks, and those that are written and no rule uses."""
    needed = {role for rule in (aggregate.members, aggregate.time) for role in NEEDS.get(rule or "", ())}
    written = {role for role in ROLES if getattr(aggregate, role) is not None}
    return [role for role in ROLES if role in needed - written], [role for role in ROLES if role in written - needed]


@check(
    "OBJ141",
    Level.ERROR,
    takes="objectives",
    zh="{name}的 {role} 写着“{named}”，它不是这份计划里的另一个目标{near}",
    en="the {role} of {name} is “{named}”, which is no other objective of this plan{near}",
    fix_zh="写 objectives.yml 里另一个目标的编号",
    fix_en="write the id of another objective of objectives.yml",
)
def weights_are_objectives(section: Objectives, scope: PlanScope) -> Iterator[Finding]:
    """A weight, a numerator and a denominator are other objectives of the same plan.

    Why: a mean that is weighted by nothing is no number.
    Bad:
        # objectives.yml
        revenue: {name: 销售额, target: 30万元, channel: {own-store: 10万元, dealer: 20万元}}
        margin:
          name: 毛利率
          aggregate: {members: weighted, weight: revenu}
          channel: {own-store: 30%, dealer: 20%}
    Good:
        # objectives.yml
        revenue: {name: 销售额, target: 30万元, channel: {own-store: 10万元, dealer: 20万元}}
        margin:
          name: 毛利率
          aggregate: {members: weighted, weight: revenue}
          channel: {own-store: 30%, dealer: 20%}
    """
    for objective in section.items.values():
        for role in ROLES if objective.aggregate else ():
            named = getattr(objective.aggregate, role)
            if named is None or (named in section.items and named != objective.id):
                continue
            others = [each for each in section.items if each != objective.id]
            near = scope.word(*did_you_mean(named, others))
            args = {"name": objective.name, "role": role, "named": named, "near": near}
            assert objective.aggregate is not None, "it names something"
            yield Finding("OBJ141", objective.aggregate.span(role), args, scope.year, objective.address("target"))


@check(
    "OBJ142",
    Level.WARNING,
    takes="objectives",
    zh="{name}要用 {missing} 来算，没有这个数：{computed}待定",
    en="{name} needs {missing}, which has no figure: {computed} stays unset",
    fix_zh="把 {other} 也按同样的成员、期间和下级计划分解",
    fix_en="split {other} by the same members, periods and child plans",
)
def weights_have_figures(section: Objectives, scope: PlanScope) -> Iterator[Finding]:
    """What a mean is weighted by, and what a ratio divides, is known at the same members, periods and child plans.

    Why: parts without a weight would leave the mean without saying so.
    Bad:
        # objectives.yml
        revenue: {name: 销售额, target: 30万元}
        margin:
          name: 毛利率
          aggregate: {members: weighted, weight: revenue}
          channel: {own-store: 30%, dealer: 20%}
    Good:
        # objectives.yml
        revenue: {name: 销售额, target: 30万元, channel: {own-store: 10万元, dealer: 20万元}}
        margin:
          name: 毛利率
          aggregate: {members: weighted, weight: revenue}
          channel: {own-store: 30%, dealer: 20%}
    """
    for objective in section.items.values():
        if objective.aggregate is None:
            continue
        roles = [getattr(objective.aggregate, role) for role in ROLES]
        named = {each for each in roles if each in section.items and each != objective.id}
        found = _lacking(Split(objective, scope), named)
        if found is not None:
            computed, missing = found
            other = missing.address.item[-1]
            args = {
                "name": objective.name,
                "missing": _called(missing.address, scope),
                "computed": _called(computed.address, scope),
                "other": scope.name_of(Address(scope.plan.path, "objectives", (other,))),
            }
            yield Finding("OBJ142", objective.span("aggregate"), args, scope.year, computed.address)


def _lacking(split: Split, named: set[str]) -> tuple[Key, Key] | None:
    """The first figure of an objective whose weight, numerator or denominator is not there at all."""
    scope = split.scope
    for rule in rules_of(split):
        for used in rule.inputs if rule.verb in NEEDS else ():
            other = used.address.item[-1] in named
            if other and used not in scope.figures and not scope.is_unread(used.address):
                return rule.key, used
    return None


def _called(address: Address, scope: PlanScope) -> str:
    return address.short(scope.plan.path)
