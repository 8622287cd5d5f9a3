"""Owners of waivers: who answers for an accepted finding must be somebody whom the organisation knows."""

from collections.abc import Iterator

from plangen.findings import Finding, Level, check
from plangen.model import Handbook
from plangen.values.near import did_you_mean


@check(
    "PG242",
    Level.ERROR,
    takes="handbook",
    zh="对 {code} 的豁免由“{owner}”负责，组织里没有这个岗位{near_zh}",
    en="the waiver of {code} is owned by “{owner}”, a role that no organisation has{near_en}",
    fix_zh="owner 写已有岗位的编号",
    fix_en="let owner be the id of a role that exists",
)
def waivers_have_owners(handbook: Handbook) -> Iterator[Finding]:
    """The owner of a waiver is a role of the year that it is for, or of any year where it names none.

    Not judged while none of these years has an organisation.

    Why: an accepted contradiction of nobody is never closed.
    Bad:
        # handbook.yml
        format: 1
        title: 经营计划
        as_of: 2026-01-05
        waivers: [{code: OBJ102, year: 2026, reason: 按六个月执行, owner: manger, until: 2026-12-31}]
        # org.yml
        roles: {manager: {name: 区域经理, headcount: 1人}}
        # objectives.yml
        revenue: {name: 销售额, target: 180万元, rate: 7.5万元/人/月, heads: 4人, period: M06..M12}
    Good:
        # handbook.yml
        format: 1
        title: 经营计划
        as_of: 2026-01-05
        waivers: [{code: OBJ102, year: 2026, reason: 按六个月执行, owner: manager, until: 2026-12-31}]
        # org.yml
        roles: {manager: {name: 区域经理, headcount: 1人}}
        # objectives.yml
        revenue: {name: 销售额, target: 180万元, rate: 7.5万元/人/月, heads: 4人, period: M06..M12}
    """
    for waiver in handbook.head.waivers:
        known = known_roles(handbook, waiver.year)
        if known and waiver.owner not in known:
            zh, en = did_you_mean(waiver.owner, known)
            args = {"code": waiver.code, "owner": waiver.owner, "near_zh": zh, "near_en": en}
            yield Finding("PG242", waiver.span("owner"), args)


def known_roles(handbook: Handbook, year: int | None = None) -> list[str]:
    """The ids of all roles of a year, or of all years; nothing where an organisation was refused."""
    years = [each for number, each in handbook.years.items() if year in (None, number)]
    plans = [plan for each in years for plan in each.plans.values()]
    if any("org" in plan.broken for plan in plans) or any(each.refused for each in years):
        return []
    items = (item for each in years for _, kind, item in each.entries() if kind == "org")
    return sorted({item[0] for item in items if len(item) == 1})
