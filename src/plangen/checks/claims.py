"""Claims: amounts, counts, shares and days that narratives write by hand, against the plan that they speak of."""

from collections.abc import Iterator
from itertools import islice

from plangen.checks.claim_judge import CONTRADICTS, Judge
from plangen.checks.claim_passage import Text, passages
from plangen.checks.line_waivers import waive
from plangen.compute import YearScope
from plangen.findings import Finding, Level, check
from plangen.source import FINDINGS, has_digit


@check(
    CONTRADICTS,
    Level.WARNING,
    takes="year",
    zh="正文写{name} {written}，计划里是 {model}",
    en="the text says {name} {written}, the plan has {model}",
    fix_zh="改成 {instead}，或改计划里的数；两个都对时在行尾写 <!-- plangen: PG420 原因 -->",
    fix_en="write {instead}, or mend the plan; where both are right, end the line with <!-- plangen: PG420 reason -->",
)
def claims_hold(scope: YearScope) -> Iterator[Finding]:
    """A narrative that names an item and its number must say what the plan says.

    Looked at are amounts, counts and shares in digits (`经销商目标 192 万元`, `业务员 4 人`) and days (`第一次出差
    5 月 23 日开始`) that stand directly behind the name of an item, of a member of a dimension, or a reference to one.
    A number may be rounded to the digits it has; with 约 to its last digit that is not zero, or as far as the
    handbook's `tolerance`. Ranges and bounds are fine where they leave room. A sentence that names 上年, 2025 年 or
    三季度 is compared with that year or period. Where it is not certain what a number belongs to, nothing is said.
    Other scenarios than the binding one are not looked at.

    Why: the plan is changed in its tables, and the sentence beside them stays as it was.
    Bad:
        # objectives.yml
        revenue: {name: 销售额, target: 100万元}
        # index.md
        全年销售额 120 万元。
    Good:
        # objectives.yml
        revenue: {name: 销售额, target: 100万元}
        # index.md
        全年销售额 {{ objectives/revenue.target }}。
    """
    if scope.is_variant:
        return  # narratives tell the year as it binds, not what it would be
    judge = Judge(scope)
    for text in _texts(scope):
        found: Iterator[Finding] = iter(())
        if has_digit(text.narrative.visible):
            found = (finding for passage in passages(text) for finding in judge.passage(passage))
        yield from waive(list(islice(found, FINDINGS)), text)


def _texts(scope: YearScope) -> Iterator[Text]:
    for narrative in scope.plan_year.narratives.values():
        yield Text(scope, narrative)
    for plan in scope.plans():
        for narrative in plan.plan.narratives.values():
            yield Text(plan, narrative)
