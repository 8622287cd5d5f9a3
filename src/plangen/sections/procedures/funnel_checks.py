"""Checks of funnels: no step lets more through than came to it."""

from collections.abc import Iterator
from itertools import pairwise

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.procedures.funnel import counted
from plangen.sections.procedures.model import Procedures
from plangen.values import write_quantity


@check(
    "PRO120",
    Level.ERROR,
    takes="procedures",
    zh="“{text}”到 {number}，上一步“{before}”只有 {at_most}",
    en="“{text}” is reached by {number}, the step before, “{before}”, only by {at_most}",
    fix_zh="两个数写反了就对调；后一步不能比前一步多",
    fix_en="swap them if they are the wrong way round; no step has more than the one before",
)
def funnels_narrow(section: Procedures, scope: PlanScope) -> Iterator[Finding]:
    """No step of a funnel has more than the one before it.

    Why: of 30 that are called 200 cannot agree to meet; one of the two goals is wrong.
    Bad:
        # procedures.yml
        leads: {name: 线索, steps: {call: {text: 打电话, reaches: 30家}, meet: {text: 约见, reaches: 200家}}}
    Good:
        # procedures.yml
        leads: {name: 线索, steps: {call: {text: 打电话, reaches: 200家}, meet: {text: 约见, reaches: 30家}}}
    """
    for procedure in section.items.values():
        for before, step in pairwise(counted(procedure)):
            most, number = (scope.quantity(each.address("reaches")) for each in (before, step))
            if most is not None and number is not None and most.unit == number.unit and number.certainly_above(most):
                address = step.address("reaches")
                args = {"text": step.text, "before": before.text}
                args |= {"number": write_quantity(number, language=scope.language)}
                args |= {"at_most": write_quantity(most, language=scope.language)}
                related = ((before.span("reaches"), before.text),)
                yield Finding("PRO120", step.span("reaches"), args, scope.year, address, (address,), related)
