"""Checks of incentives: ladders without gaps, overlaps and falls; conditions and consequences that say something."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.incentives.model import Incentive, Incentives, Rung
from plangen.sections.incentives.rules import neighbours
from plangen.values import Quantity, write_quantity


def say(quantity: Quantity | None, scope: PlanScope) -> str:
    """A number in a sentence."""
    return write_quantity(quantity, language=scope.language) if quantity is not None else "—"


def _ends(section: Incentives) -> Iterator[tuple[Incentive, Rung, Rung, Quantity]]:
    """Steps with an end of their own in the unit of the ladder, and the step above."""
    for incentive in section.items.values():
        for rung, above in neighbours(incentive):
            if rung.below is not None and rung.below.is_exact and rung.below.unit == above.at_least.unit:
                yield incentive, rung, above, rung.below


def _between(code: str, rung: Rung, above: Rung, name: str, scope: PlanScope) -> Finding:
    args = {"name": name, "end": say(rung.below, scope), "start": say(above.at_least, scope)}
    related = ((above.span("at_least"), args["start"]),)
    about = (rung.address("below"), above.address("at_least"))
    return Finding(code, rung.span("below"), args, scope.year, about[0], about, related)


@check(
    "INC101",
    Level.ERROR,
    takes="incentives",
    zh="“{name}”的阶梯有空档：{end} 到 {start} 没有规定",
    en="the ladder of “{name}” has a gap: nothing holds from {end} to {start}",
    fix_zh="让上一档的 below 等于下一档的 at_least，或不写 below",
    fix_en="end the step where the next one begins, or leave `below` out",
)
def gap_in_a_ladder(section: Incentives, scope: PlanScope) -> Iterator[Finding]:
    """A step ends where the next one begins.

    Why: a result in the gap is paid by nobody's rule.
    Bad:
        # incentives.yml
        bonus:
          name: 回款奖
          base: objectives/paid.target
          ladder:
            low: {at_least: 0元, below: 50万元, rate: 1%}
            high: {at_least: 60万元, rate: 2%}
        # objectives.yml
        paid: {name: 回款, target: 100万元}
    Good:
        # incentives.yml
        bonus:
          name: 回款奖
          base: objectives/paid.target
          ladder:
            low: {at_least: 0元, below: 60万元, rate: 1%}
            high: {at_least: 60万元, rate: 2%}
        # objectives.yml
        paid: {name: 回款, target: 100万元}
    """
    for incentive, rung, above, end in _ends(section):
        if end.value < above.at_least.value:
            yield _between("INC101", rung, above, incentive.name, scope)


@check(
    "INC102",
    Level.ERROR,
    takes="incentives",
    zh="“{name}”的阶梯有重叠：一档到 {end}，下一档从 {start} 起",
    en="the ladder of “{name}” overlaps: a step runs to {end}, the next one begins at {start}",
    fix_zh="让上一档的 below 等于下一档的 at_least，或不写 below",
    fix_en="end the step where the next one begins, or leave `below` out",
)
def overlap_in_a_ladder(section: Incentives, scope: PlanScope) -> Iterator[Finding]:
    """A result belongs to one step; no two steps begin at the same result.

    Why: with two rates for one result there is a dispute about every payment.
    Bad:
        # incentives.yml
        bonus:
          name: 回款奖
          base: objectives/paid.target
          ladder:
            low: {at_least: 0元, below: 60万元, rate: 1%}
            high: {at_least: 50万元, rate: 2%}
        # objectives.yml
        paid: {name: 回款, target: 100万元}
    Good:
        # incentives.yml
        bonus:
          name: 回款奖
          base: objectives/paid.target
          ladder:
            low: {at_least: 0元, below: 50万元, rate: 1%}
            high: {at_least: 50万元, rate: 2%}
        # objectives.yml
        paid: {name: 回款, target: 100万元}
    """
    for incentive, rung, above, end in _ends(section):
        if end.value > above.at_least.value:
            yield _between("INC102", rung, above, incentive.name, scope)
    for incentive in section.items.values():
        for rung, above in neighbours(incentive):
            if rung.at_least.value == above.at_least.value and rung.below is None:
                start = say(above.at_least, scope)
                args = {"name": incentive.name, "end": start, "start": start}
                about = (above.address("at_least"),)
                yield Finding("INC102", above.span("at_least"), args, scope.year, about[0], about)


@check(
    "INC103",
    Level.WARNING,
    takes="incentives",
    zh="“{name}”在 {start} 处不升反降：差一点没到得 {before}，到了只得 {at}，少 {less}",
    en="“{name}” falls at {start}: {before} just below it, {at} there, {less} less",
    fix_zh="提高这一档的比例或金额",
    fix_en="raise the rate or the amount of the step",
)
def pay_falls(section: Incentives, scope: PlanScope) -> Iterator[Finding]:
    """Who reaches more is not paid less.

    Why: otherwise the last order of the month is held back until the next one.
    Bad:
        # incentives.yml
        bonus:
          name: 回款奖
          base: objectives/paid.target
          ladder:
            low: {at_least: 0元, rate: 2%}
            high: {at_least: 50万元, rate: 1%}
        # objectives.yml
        paid: {name: 回款, target: 100万元}
    Good:
        # incentives.yml
        bonus:
          name: 回款奖
          base: objectives/paid.target
          ladder:
            low: {at_least: 0元, rate: 1%}
            high: {at_least: 50万元, rate: 2%}
        # objectives.yml
        paid: {name: 回款, target: 100万元}
    """
    for incentive in section.ladders():
        for _, rung in neighbours(incentive):
            jump = scope.quantity(rung.address("jump"))
            if jump is None or jump.unset or jump.high is None or jump.high >= 0 or incentive.kind == "penalty":
                continue
            args = {"name": incentive.name, "start": say(rung.at_least, scope), "less": say(-jump, scope)}
            args |= {each: say(scope.quantity(rung.address(each)), scope) for each in ("before", "at")}
            about = (rung.address("jump"),)
            yield Finding("INC103", rung.key_span(), args, scope.year, about[0], about)


@check(
    "INC104",
    Level.INFO,
    takes="incentives",
    zh="“{name}”没有写结果：没有金额、比例、阶梯，也没有 consequence",
    en="“{name}” has no consequence: no amount, no rate, no ladder and no text",
    fix_zh="写 consequence、amount、rate 或 ladder；数还没定的写 待定",
    fix_en="write consequence, amount, rate or ladder, with 待定 where the number is not known yet",
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
        first: {name: 首位完成奖, amount: 1000元, conditions: {done: {window: M06..M08}}}
    Good:
        # incentives.yml
        first: {name: 首位完成奖, amount: 1000元, conditions: {done: {text: 第一个完成, window: M06..M08}}}
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
    "INC108",
    Level.ERROR,
    takes="incentives",
    zh="“{name}”的阶梯单位不一致：{left} 和 {right}",
    en="the steps of “{name}” have different units: {left} and {right}",
    fix_zh="各档用同一个单位",
    fix_en="use one unit for all steps",
)
def units_of_a_ladder(section: Incentives, scope: PlanScope) -> Iterator[Finding]:
    """The steps of a ladder and the sample results have one unit.

    Why: a result cannot be put beside a step of another unit.
    Bad:
        # incentives.yml
        bonus:
          name: 开户奖
          note: 按新客户
          ladder: {few: {at_least: 1家, amount: 100元}, many: {at_least: 10万元, amount: 900元}}
    Good:
        # incentives.yml
        bonus:
          name: 开户奖
          note: 按新客户
          ladder: {few: {at_least: 1家, amount: 100元}, many: {at_least: 9家, amount: 900元}}
    """
    for incentive in section.items.values():
        steps = incentive.steps()
        first = steps[0].at_least.unit if steps else None
        rungs = incentive.ladder.values()
        places = [(rung, name, getattr(rung, name)) for rung in rungs for name in ("at_least", "below")]
        results = [(sample, "result", sample.result) for sample in incentive.samples.values()]
        for entry, name, quantity in (*places, *results):
            if first is not None and quantity is not None and not quantity.unset and quantity.unit != first:
                args = {"name": incentive.name, "left": str(first) or "—", "right": str(quantity.unit) or "—"}
                address = entry.address(name)
                yield Finding("INC108", entry.span(name), args, scope.year, address, (address,))


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
