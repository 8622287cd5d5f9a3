"""Waivers that stand in a narrative: one line's findings are accepted with a reason; stale ones are findings."""

from collections.abc import Iterator

from plangen.checks.claim_passage import Text
from plangen.compute import PlanScope
from plangen.findings import Finding, Level, declare
from plangen.source import LineWaiver, find_line_waivers
from plangen.values import told

WAIVABLE = ("PG420", "PG421")
"""The codes that a narrative can waive itself. Others are mended, or waived in `handbook.yml` with owner and end."""

WRONG = declare(
    "PG422",
    Level.WARNING,
    zh="行内豁免不算数：{what_zh}",
    en="the waiver on this line does not count: {what_en}",
    fix_zh="写成 <!-- plangen: {code} 原因 -->",
    fix_en="write <!-- plangen: {code} reason -->",
    manual="""A comment `<!-- plangen: … -->` without a reason, or for a code that no narrative can waive.

Only PG420 and PG421 are waived on a line. Errors are mended; other findings are waived in `handbook.yml`.

Why: who reads the line later must know why it was accepted.
Bad:
    # objectives.yml
    revenue: {name: 销售额, target: 1092万元}
    # index.md
    我们要在一年里做到 1,092 万元。<!-- plangen: PG421 -->
Good:
    # objectives.yml
    revenue: {name: 销售额, target: 1092万元}
    # index.md
    我们要在一年里做到 1,092 万元。<!-- plangen: PG421 引自董事会决议 -->
""",
)
UNUSED = declare(
    "PG423",
    Level.WARNING,
    zh="行内豁免没有用上：第 {line} 行没有 {code}",
    en="the waiver is not used: line {line} has no {code}",
    fix_zh="问题已解决就删掉这条注释；注释写在同一行或上一行",
    fix_en="remove the comment if the problem is solved; it stands on the same line or on the one before",
    manual="""A comment `<!-- plangen: CODE reason -->` on whose line there is no such finding.

Why: a stale waiver would silently accept the next mistake on that line.
Bad:
    # index.md
    今年做全年。<!-- plangen: PG421 引自董事会决议 -->
Good:
    # index.md
    今年做全年。
""",
)


def waive(findings: list[Finding], text: Text) -> Iterator[Finding]:
    """The findings of a narrative, those that a comment on their line accepts marked with its reason.

    Finds PG422 and PG423. Whether a waiver is used is not judged while a file of the year is refused: its finding may
    be back when that is mended.
    """
    waivers = list(find_line_waivers(text.narrative))
    accepted: dict[tuple[int, str], LineWaiver] = {}
    year = text.scope.year
    for waiver in waivers:
        wrong = _wrong(waiver)
        if wrong:
            yield Finding(WRONG, waiver.span, wrong, year)
        else:
            accepted |= {(waiver.line, code): waiver for code in waiver.codes}
    used = {(finding.span.line, finding.code) for finding in findings}
    for finding in findings:
        waiver_of = accepted.get((finding.span.line, finding.code))
        yield finding.with_(waived=waiver_of.reason) if waiver_of else finding
    if not _is_unread(text):
        for (line, code), waiver in accepted.items():
            if (line, code) not in used:
                yield Finding(UNUSED, waiver.span, {"line": line, "code": code}, year)


def _wrong(waiver: LineWaiver) -> dict[str, object]:
    """What is wrong with a waiver, for the finding; empty where nothing is."""
    code = waiver.codes[0] if waiver.codes and waiver.codes[0] in WAIVABLE else WAIVABLE[-1]
    refused = [each for each in waiver.codes if each not in WAIVABLE]
    if not waiver.codes:
        return {"code": code, "what_zh": "没有写明代码", "what_en": "it names no code"}
    if refused:
        zh, en = told("{refused} 不能在正文里豁免", "{refused} cannot be waived in a narrative", refused=refused[0])
        return {"code": code, "what_zh": zh, "what_en": en}
    if not waiver.reason:
        return {"code": " ".join(waiver.codes), "what_zh": "没有写原因", "what_en": "it gives no reason"}
    return {}


def _is_unread(text: Text) -> bool:
    year = text.scope.plan_year
    plans = [text.scope.plan] if isinstance(text.scope, PlanScope) else list(year.plans.values())
    return bool(year.refused) or any(plan.broken for plan in plans)
