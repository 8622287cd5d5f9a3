"""Checks of goals against a quota: both are of one unit."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.phases.model import Phases


@check(
    "PHA111",
    Level.ERROR,
    takes="phases",
    zh="“{name}”的目标是 {target}，定额“{quota}”是 {due}：比不了",
    en="the goal “{name}” is in {target}, the quota “{quota}” in {due}: they cannot be compared",
    fix_zh="把目标改成定额的单位 {due}，或换一个 quota",
    fix_en="write the goal in the unit of the quota, {due}, or name another quota",
)
def goals_are_of_the_unit_of_their_quota(section: Phases, scope: PlanScope) -> Iterator[Finding]:
    """A goal that names a quota is of the unit of that quota.

    Why: the goals of a month are added up and held against the quota; of another unit they say nothing about it.
    Bad:
        # objectives.yml
        personal: {name: 个人指标, target: 900万元, rate: 37.5万元/人/月, heads: 2人}
        # phases.yml
        push:
          name: 冲刺期
          start: 2026-05-01
          end: 2026-05-31
          goals: {top: {name: 冲刺, target: 40万元/月, quota: objectives/personal.rate}}
    Good:
        # objectives.yml
        personal: {name: 个人指标, target: 900万元, rate: 37.5万元/人/月, heads: 2人}
        # phases.yml
        push:
          name: 冲刺期
          start: 2026-05-01
          end: 2026-05-31
          goals: {top: {name: 冲刺, target: 40万元/人/月, quota: objectives/personal.rate}}
    """
    for phase in section.items.values():
        for goal in (goal for entry in (phase, *phase.tasks.values()) for goal in entry.goals.values()):
            quota = scope.resolve(goal.quota) if goal.quota else None
            target, due = scope.quantity(goal.address("target")), scope.quantity(quota) if quota else None
            if quota is None or target is None or due is None or target.unset or due.unset or target.unit == due.unit:
                continue
            args = {"name": goal.name, "target": target.unit, "quota": scope.name_of(quota), "due": due.unit}
            about, related = (goal.address("target"),), ((goal.span("quota"), str(quota)),)
            yield Finding("PHA111", goal.span("target"), args, scope.year, about[0], about, related)
