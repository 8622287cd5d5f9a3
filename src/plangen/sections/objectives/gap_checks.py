"""Checks of declared differences: is it the one that is there, is it in time, is it still open."""

from collections.abc import Iterator
from dataclasses import replace

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.objectives.gap_lines import GapLine, GapState, gap_names, lines_of
from plangen.sections.objectives.model import Objectives
from plangen.sections.objectives.saying import name_of, say
from plangen.sections.objectives.split import Split
from plangen.values.near import did_you_mean

ELSEWHERE = (
    "（别的情景里还是原来那样，就只写进这一个情景的文件，那里写 null 是去掉）",
    " (where other scenarios still have it as it was: in this scenario's file only; null takes it out there)",
)
"""Where a gap is mended that is another one in some scenario: the plan's own file would change it in all of them."""


@check(
    "OBJ150",
    Level.INFO,
    takes="objectives",
    zh="{name}按{axis}差 {difference}，{owner} 在 {due} 前关闭：{reason}",
    en="{name} by {axis} is {difference} apart; {owner} closes it by {due}: {reason}",
    fix_zh="关闭后删掉 gaps 里的这一条",
    fix_en="remove it from gaps when it is closed",
)
def gaps_are_open(section: Objectives, scope: PlanScope) -> Iterator[Finding]:
    """A declared difference is a line of the gap ledger until it is closed.

    Why: totals given from above and parts offered from below meet in talks that take weeks; until then everybody sees
    who holds how much.
    Bad:
        # org.yml
        roles: {manager: {name: 区域经理}}
        # objectives.yml
        revenue:
          name: 销售额
          target: 100万元
          region: {zhejiang: 60万元, jiangsu: 30万元}
          gaps: {region: {amount: 10万元, owner: manager, due: 2026-03-31, reason: 新客户还没分到省}}
    Good:
        # objectives.yml
        revenue: {name: 销售额, target: 100万元, region: {zhejiang: 60万元, jiangsu: 40万元}}
    """
    yield from _found("OBJ150", "open", section, scope)


@check(
    "OBJ151",
    Level.WARNING,
    takes="objectives",
    zh="{name}按{axis}差 {difference}，{owner} 应在 {due} 前关闭，已过期",
    en="{name} by {axis} is {difference} apart; {owner} was to close it by {due}",
    fix_zh="补上差额，或由负责人写明新的期限",
    fix_en="close the difference, or let its owner name a new date",
)
def gaps_are_in_time(section: Objectives, scope: PlanScope) -> Iterator[Finding]:
    """A declared difference is closed by its date; late is what lies before the handbook's `as_of`.

    Why: a date that passes silently was no date.
    Bad:
        # org.yml
        roles: {manager: {name: 区域经理}}
        # objectives.yml
        revenue:
          name: 销售额
          target: 100万元
          region: {zhejiang: 60万元, jiangsu: 30万元}
          gaps: {region: {amount: 10万元, owner: manager, due: 2025-12-31, reason: 新客户还没分到省}}
    Good:
        # org.yml
        roles: {manager: {name: 区域经理}}
        # objectives.yml
        revenue:
          name: 销售额
          target: 100万元
          region: {zhejiang: 60万元, jiangsu: 30万元}
          gaps: {region: {amount: 10万元, owner: manager, due: 2026-03-31, reason: 新客户还没分到省}}
    """
    yield from _found("OBJ151", "overdue", section, scope)


@check(
    "OBJ152",
    Level.ERROR,
    takes="objectives",
    zh="{name}按{axis}写着差 {declared}，算出来差 {difference}",
    en="{name} by {axis} declares a gap of {declared}, and the gap is {difference}",
    fix_zh="把 amount 改成 {amount}{where_zh}，或改各部分",
    fix_en="make the amount {amount}{where_en}, or change the parts",
)
def gaps_are_as_declared(section: Objectives, scope: PlanScope) -> Iterator[Finding]:
    """The declared amount is the total less what its parts make: above zero where they are short.

    Parts that are not set are no part of it, and a range stays one: `≤40万元`. 约 leaves the handbook's tolerance.

    Why: a difference that grows under an old explanation is not explained.
    Bad:
        # org.yml
        roles: {manager: {name: 区域经理}}
        # objectives.yml
        revenue:
          name: 销售额
          target: 100万元
          region: {zhejiang: 60万元, jiangsu: 20万元}
          gaps: {region: {amount: 10万元, owner: manager, due: 2026-03-31, reason: 新客户还没分到省}}
    Good:
        # org.yml
        roles: {manager: {name: 区域经理}}
        # objectives.yml
        revenue:
          name: 销售额
          target: 100万元
          region: {zhejiang: 60万元, jiangsu: 20万元}
          gaps: {region: {amount: 20万元, owner: manager, due: 2026-03-31, reason: 新客户还没分到省}}
    """
    yield from _found("OBJ152", "differs", section, scope)


@check(
    "OBJ153",
    Level.WARNING,
    takes="objectives",
    zh="{name}按{axis}已经没有差额，gaps 里还写着 {declared}",
    en="{name} by {axis} has no gap any more, and gaps still declares {declared}",
    fix_zh="删掉 gaps 里的这一条{where_zh}",
    fix_en="remove it from gaps{where_en}",
)
def closed_gaps_are_removed(section: Objectives, scope: PlanScope) -> Iterator[Finding]:
    """What is declared is still open.

    Why: a stale line would silently accept the next difference on the same axis.
    Bad:
        # org.yml
        roles: {manager: {name: 区域经理}}
        # objectives.yml
        revenue:
          name: 销售额
          target: 100万元
          region: {zhejiang: 60万元, jiangsu: 40万元}
          gaps: {region: {amount: 10万元, owner: manager, due: 2026-03-31, reason: 新客户还没分到省}}
    Good:
        # objectives.yml
        revenue: {name: 销售额, target: 100万元, region: {zhejiang: 60万元, jiangsu: 40万元}}
    """
    yield from _found("OBJ153", "closed", section, scope)


@check(
    "OBJ154",
    Level.ERROR,
    takes="objectives",
    zh="{name}没有“{key}”这一项可以有差额{near}",
    en="{name} has nothing called “{key}” that could have a gap{near}",
    fix_zh="写已经分解的轴、children（下级计划）、层级或有下级的成员；这里有：{known}",
    fix_en="name an axis that is split, children, a hierarchy, or a member with parts; there are: {known}",
)
def gaps_belong_to_a_split(section: Objectives, scope: PlanScope) -> Iterator[Finding]:
    """A difference is declared under what it is a difference of.

    Why: one under a wrong name explains nothing, and the real one is an error still.
    Bad:
        # org.yml
        roles: {manager: {name: 区域经理}}
        # objectives.yml
        revenue:
          name: 销售额
          target: 100万元
          region: {zhejiang: 60万元, jiangsu: 40万元}
          gaps: {regoin: {amount: 10万元, owner: manager, due: 2026-03-31, reason: 新客户还没分到省}}
    Good:
        # objectives.yml
        revenue: {name: 销售额, target: 100万元, region: {zhejiang: 60万元, jiangsu: 40万元}}
    """
    for objective in section.items.values():
        known = gap_names(Split(objective, scope)) if objective.gaps else []
        for name, gap in objective.gaps.items():
            if name not in known and not scope.unread_below("objectives"):
                near = scope.word(*did_you_mean(name, known))
                args = {
                    "name": objective.name,
                    "key": name,
                    "near": near,
                    "known": scope.word("、", ", ").join(known) or "—",
                }
                yield Finding("OBJ154", gap.key_span(), args, scope.year, gap.address("amount"))


def _found(code: str, state: GapState, section: Objectives, scope: PlanScope) -> Iterator[Finding]:
    """One finding for each declared difference in a state."""
    declaring = (Split(objective, scope) for objective in section.items.values() if objective.gaps)
    for line in (line for split in declaring for line in lines_of(split)):
        if line.state == state and line.declared is not None:
            yield _finding(code, line, scope)


def _finding(code: str, line: GapLine, scope: PlanScope) -> Finding:
    gap, parts = line.declared, line.parts
    assert gap is not None, "only declared differences are told here"
    member = (*parts.whole.address.members, "")[0]
    args = {
        "name": name_of(scope, line.split.objective, member),
        "axis": parts.title,
        "difference": say(scope, line.computed),
        "amount": say(scope, replace(line.computed, missing=0)),
        "declared": say(scope, gap.amount),
        "owner": scope.named(gap.owner or ""),
        "due": gap.due.value.isoformat() if gap.due.value else scope.word("待定", "a day not set"),
        "reason": gap.reason,
    }
    where = ELSEWHERE if scope.handbook.scenarios.get(scope.year) else ("", "")
    args |= {"where_zh": where[0], "where_en": where[1]}
    span = gap.span("due" if code == "OBJ151" else "amount")
    about = (parts.gap.address, parts.rollup.address) if code == "OBJ152" else ()
    return Finding(code, span, args, scope.year, gap.address("amount"), about)
