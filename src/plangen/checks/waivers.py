"""Waivers: accepted findings with a reason, an owner and an end; stale ones are findings themselves."""

from collections.abc import Sequence

from plangen.checks.unread import Unread
from plangen.findings import Finding, Level, declare
from plangen.model import Handbook, Waiver
from plangen.values import say

EXPIRED = declare(
    "PG240",
    Level.ERROR,
    zh="对 {code} 的豁免到 {until} 为止，已过期",
    en="the waiver of {code} ended on {until}",
    fix_zh="改正问题，或由负责人写明新的期限",
    fix_en="mend the problem, or let its owner name a new date",
    manual="""A waiver whose end date lies before the handbook's as-of date.

Why: an accepted contradiction must come up again when its time is over.
""",
)
UNUSED = declare(
    "PG241",
    Level.WARNING,
    zh="对 {code} 的豁免没有用上：{address} 没有这个问题",
    en="the waiver of {code} is not used: {address} has no such finding",
    fix_zh="问题已解决就删掉这条豁免",
    fix_en="remove the waiver if the problem is solved",
    manual="""A waiver that matches no finding.

Why: a stale waiver would silently accept the next mistake of its kind.
""",
)


def apply_waivers(findings: list[Finding], handbook: Handbook, unread: Sequence[Unread] = ()) -> list[Finding]:
    """Mark waived findings with the reason; report waivers that have ended or match nothing.

    Whether a waiver is used is not judged while a file is `unread`: its finding may be back when the file is mended.
    """
    used: set[int] = set()
    result = []
    for finding in findings:
        index = next((i for i, waiver in enumerate(handbook.head.waivers) if _matches(waiver, finding, handbook)), None)
        if index is not None:
            used.add(index)
            if not _ended(handbook.head.waivers[index], handbook):
                finding = finding.with_(waived=_reason(handbook.head.waivers[index], handbook))  # noqa: PLW2901
        result.append(finding)
    return result + [found for found in _stale(handbook, used) if found.code == EXPIRED or not unread]


def _matches(waiver: Waiver, finding: Finding, handbook: Handbook) -> bool:
    address = str(finding.address) if finding.address is not None else ""
    return (
        waiver.code == finding.code
        and (waiver.year is None or waiver.year == finding.year)
        and (waiver.scenario is None or waiver.scenario == _scenario(finding, handbook))
        and (waiver.target is None or waiver.target == address)
    )


def _scenario(finding: Finding, handbook: Handbook) -> str:
    return finding.scenario or (handbook.binding(finding.year) if finding.year is not None else "")


def _reason(waiver: Waiver, handbook: Handbook) -> str:
    """Why, by whom and until when; roles by their names."""
    until = waiver.until.value.isoformat() if waiver.until.value else ""
    owner = _named(waiver.owner or "", handbook)
    by = say(("（{owner}，{until}）", " ({owner}, {until})"), handbook.language, owner=owner, until=until)
    return f"{waiver.reason}{by}" if owner else waiver.reason


def _named(owner: str, handbook: Handbook) -> str:
    """What the role is called in the newest year that has it; its id where there is none."""
    for year in sorted(handbook.years, reverse=True):
        for (_, kind, item), entry in handbook.years[year].entries().items():
            if kind == "org" and item == (owner.rpartition("/")[2],) and getattr(entry, "name", None):
                return str(getattr(entry, "name", owner))
    return owner


def _ended(waiver: Waiver, handbook: Handbook) -> bool:
    as_of = handbook.as_of.value
    return waiver.until.value is None or (as_of is not None and waiver.until.value < as_of)


def _stale(handbook: Handbook, used: set[int]) -> list[Finding]:
    found = []
    for index, waiver in enumerate(handbook.head.waivers):
        until = waiver.until.value or say(("待定", "TBD"), handbook.language)
        args = {"code": waiver.code, "until": until, "address": waiver.target or "*"}
        if index in used and _ended(waiver, handbook):
            found.append(Finding(EXPIRED, waiver.span("until"), args))
        elif index not in used and (waiver.year is None or waiver.year in handbook.years):
            found.append(Finding(UNUSED, waiver.span(), args))
    return found
