"""Checks of ladders: gaps, overlaps, pay that falls, units."""

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
                args = {"name": incentive.name, "left": first, "right": quantity.unit}
                address = entry.address(name)
                yield Finding("INC108", entry.span(name), args, scope.year, address, (address,))
