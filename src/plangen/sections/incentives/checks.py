"""Checks of incentives: conditions and consequences that say something, fields and ids that do not collide."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.incentives.model import Incentive, Incentives


@check(
    "INC104",
    Level.INFO,
    takes="incentives",
    zh="“{name}”没有写结果：没有金额、比例、阶梯，也没有 consequence",
    en="“{name}” has no consequence: no amount, no rate, no ladder and no text",
    fix_zh="写 consequence、amount、rate 或 ladder；数还没定的写 待定",
    fix_en="write consequence, amount, rate or ladder, with TBD where the number is not known yet",
)
def nothing_follows(section: Incentives, scope: PlanScope) -> Iterator[Finding]:
    """An incentive says what follows.

    Why: a reward that is promised without saying what it is disappoints whoever earns it.
    Bad:
        # incentives.yml
        first: {name: 首位完成奖, conditions: {done: {text: 区域第一个完成指标}}}
    Good:
        # incentives.yml
        first: {name: 首位完成奖, amount: 1000元, conditions: {done: {text: 区域第一个完成指标}}}
    """
    for incentive in section.items.values():
        if not incentive.pays and incentive.consequence is None:
            yield _about("INC104", incentive, scope)


def _about(code: str, incentive: Incentive, scope: PlanScope, field: str = "") -> Finding:
    span = incentive.span(field) if field else incentive.key_span()
    return Finding(code, span, {"name": incentive.name}, scope.year, incentive.address())


@check(
    "INC105",
    Level.WARNING,
    takes="incentives",
    zh="“{name}”没有写条件：什么时候罚",
    en="“{name}” has no condition: when does it punish",
    fix_zh="在 conditions 下写条件",
    fix_en="write its conditions",
)
def penalty_without_condition(section: Incentives, scope: PlanScope) -> Iterator[Finding]:
    """A penalty names its conditions.

    Why: what may be punished has to be known before it happens.
    Bad:
        # incentives.yml
        trial: {name: 延长试用期, kind: penalty, consequence: 试用期延长一个月}
    Good:
        # incentives.yml
        trial:
          name: 延长试用期
          kind: penalty
          consequence: 试用期延长一个月
          conditions: {low: {text: 两个月累计达成率, threshold: <80%}}
    """
    for incentive in section.items.values():
        if incentive.kind == "penalty" and not incentive.conditions:
            yield _about("INC105", incentive, scope)


@check(
    "INC106",
    Level.WARNING,
    takes="incentives",
    zh="“{name}”的条件 {id} 没有说清：要写 text，或 measure 和 threshold",
    en="the condition {id} of “{name}” says nothing that can be checked",
    fix_zh="写 text，或写 measure 和 threshold",
    fix_en="write text, or measure and threshold",
)
def empty_condition(section: Incentives, scope: PlanScope) -> Iterator[Finding]:
    """A condition is told in words, or by a figure and a threshold.

    Why: whether a condition holds must not depend on who is asked.
    Bad:
        # incentives.yml
        first: {name: 首位完成奖, amount: 1000元, conditions: {done: {period: M06..M08}}}
    Good:
        # incentives.yml
        first: {name: 首位完成奖, amount: 1000元, conditions: {done: {text: 第一个完成, period: M06..M08}}}
    """
    for incentive in section.items.values():
        for condition in incentive.conditions.values():
            if condition.text is None and (condition.measure is None or condition.threshold is None):
                args = {"name": incentive.name, "id": condition.id}
                yield Finding("INC106", condition.key_span(), args, scope.year, condition.address())


@check(
    "INC107",
    Level.WARNING,
    takes="incentives",
    zh="“{name}”有比例，没有写按什么算（base）",
    en="“{name}” has a rate and no base: of what",
    fix_zh="写 base，例如 base: objectives/revenue.target；手册里没有这个数的，在 note 里写明",
    fix_en="write base, such as objectives/revenue.target; tell it in note where the handbook has no such figure",
)
def rate_of_nothing(section: Incentives, scope: PlanScope) -> Iterator[Finding]:
    """A rate or a ladder says what it is paid on: by `base`, or in words by `note`.

    Why: 2% of orders and 2% of collections are not the same money.
    Bad:
        # incentives.yml
        fee: {name: 客户管理费, rate: 2‰}
    Good:
        # incentives.yml
        fee: {name: 客户管理费, rate: 2‰, note: 按大客户订单总额}
    """
    for incentive in section.items.values():
        if (incentive.rate is not None or incentive.ladder) and incentive.base is None and incentive.note is None:
            yield _about("INC107", incentive, scope, "rate" if incentive.rate is not None else "ladder")


@check(
    "INC109",
    Level.ERROR,
    takes="incentives",
    zh="“{name}”同时写了 rate 和 ladder",
    en="“{name}” has a rate and a ladder",
    fix_zh="只留一个",
    fix_en="keep one of them",
)
def rate_beside_ladder(section: Incentives, scope: PlanScope) -> Iterator[Finding]:
    """One rate, or a ladder of rates.

    Why: nobody knows whether they add up or which one holds.
    Bad:
        # incentives.yml
        bonus: {name: 回款奖, note: 按回款, rate: 1%, ladder: {low: {at_least: 0元, rate: 2%}}}
    Good:
        # incentives.yml
        bonus: {name: 回款奖, note: 按回款, ladder: {low: {at_least: 0元, rate: 2%}}}
    """
    for incentive in section.items.values():
        if incentive.rate is not None and incentive.ladder:
            yield _about("INC109", incentive, scope, "rate")


@check(
    "INC110",
    Level.ERROR,
    takes="incentives",
    zh="“{name}”里编号 {id} 用了两次，第一次在 {first}",
    en="the id {id} is used twice in “{name}”, first at {first}",
    fix_zh="给其中一个换个编号",
    fix_en="give one of them another id",
)
def ids_of_an_incentive(section: Incentives, scope: PlanScope) -> Iterator[Finding]:
    """Conditions, steps and samples of an incentive are one set of ids.

    Why: an address such as incentives/bonus/low has to mean one of them.
    Bad:
        # incentives.yml
        bonus:
          name: 回款奖
          note: 按回款
          conditions: {low: {text: 无坏账}}
          ladder: {low: {at_least: 0元, rate: 2%}}
    Good:
        # incentives.yml
        bonus:
          name: 回款奖
          note: 按回款
          conditions: {clean: {text: 无坏账}}
          ladder: {low: {at_least: 0元, rate: 2%}}
    """
    for incentive in section.items.values():
        first: dict[str, str] = {}
        for entry in (*incentive.conditions.values(), *incentive.ladder.values(), *incentive.samples.values()):
            place = str(entry.key_span())
            known = first.setdefault(entry.id.casefold(), place)
            if known != place:
                args = {"name": incentive.name, "id": entry.id, "first": known}
                yield Finding("INC110", entry.key_span(), args, scope.year, entry.address())
