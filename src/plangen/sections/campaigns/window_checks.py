"""Checks of campaigns' windows: missing, backwards, outside the year, planned too late, two in one place."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.campaigns.calendar import dated
from plangen.sections.campaigns.model import Campaigns


@check(
    "CAM105",
    Level.ERROR,
    takes="campaigns",
    zh="“{name}”的结束 {end} 早于开始 {start}",
    en="“{name}” ends {end}, before it starts {start}",
    fix_zh="改 start 或 end",
    fix_en="correct start or end",
)
def windows_end_after_they_start(section: Campaigns, scope: PlanScope) -> Iterator[Finding]:
    """The last day is not before the first.

    Why: a window that is backwards has no day.
    Bad:
        # campaigns.yml
        ads: {name: 广告, start: 2026-03-07, end: 2026-03-01, effect: 门店销售额}
    Good:
        # campaigns.yml
        ads: {name: 广告, start: 2026-03-01, end: 2026-03-07, effect: 门店销售额}
    """
    for campaign in section.items.values():
        if campaign.window and campaign.window[1] < campaign.window[0]:
            start, end = (day.isoformat() for day in campaign.window)
            related = ((campaign.span("start"), scope.word("开始写在这里", "the start")),)
            args = {"name": campaign.name, "start": start, "end": end}
            yield Finding("CAM105", campaign.span("end"), args, scope.year, campaign.address(), (), related)


@check(
    "CAM106",
    Level.INFO,
    takes="campaigns",
    zh="“{name}”没有写{missing}",
    en="“{name}” has no {missing}",
    fix_zh="写上日期，还没定写 待定",
    fix_en="write the day; TBD while it is not known",
)
def campaigns_have_a_window(section: Campaigns, scope: PlanScope) -> Iterator[Finding]:
    """A campaign has a first and a last day.

    Why: goods, gifts and people have to be there on a day.
    Bad:
        # campaigns.yml
        ads: {name: 广告, start: 2026-03-01, effect: 门店销售额}
    Good:
        # campaigns.yml
        ads: {name: 广告, start: 2026-03-01, end: 待定, effect: 门店销售额}
    """
    for campaign in section.items.values():
        wanted = ((("开始", "start"), campaign.start), (("结束", "end"), campaign.end))
        lacking = [scope.word(*words) for words, given in wanted if given is None]
        if lacking:
            args = {"name": campaign.name, "missing": scope.word("和", " and no ").join(lacking)}
            yield Finding("CAM106", campaign.key_span(), args, scope.year, campaign.address())


@check(
    "CAM107",
    Level.WARNING,
    takes="campaigns",
    zh="“{name}”{start} 至 {end}，不在 {year} 年里",
    en="“{name}” runs {start} to {end}, no day of which is in {year}",
    fix_zh="核对年份；别的年度的活动写在那一年的计划里",
    fix_en="check the year; campaigns of another year belong into its plan",
)
def windows_lie_in_the_year(section: Campaigns, scope: PlanScope) -> Iterator[Finding]:
    """A window has a day in the year of the plan.

    Why: a window of last year was copied and not looked at.
    Bad:
        # campaigns.yml
        ads: {name: 广告, start: 2025-03-01, end: 2025-03-07, effect: 门店销售额}
    Good:
        # campaigns.yml
        ads: {name: 广告, start: 2025-12-24, end: 2026-01-03, effect: 门店销售额}
    """
    for campaign in dated(list(section.items.values())):
        start, end = campaign.window or (date.max, date.min)
        if end.year < scope.year or start.year > scope.year:
            args = {"name": campaign.name, "start": start.isoformat(), "end": end.isoformat(), "year": scope.year}
            yield Finding("CAM107", campaign.span("start"), args, scope.year, campaign.address())


@check(
    "CAM108",
    Level.WARNING,
    takes="campaigns",
    zh="“{name}”的方案 {ready} 才定稿，{start} 已经开始",
    en="the plan of “{name}” is settled {ready}, after it starts {start}",
    fix_zh="提前定稿，或推迟开始",
    fix_en="settle it earlier, or start later",
)
def plans_are_settled_before_the_start(section: Campaigns, scope: PlanScope) -> Iterator[Finding]:
    """The plan is settled before the first day.

    Why: what is settled after the start is made up on the spot.
    Bad:
        # campaigns.yml
        ads: {name: 广告, ready: 2026-03-05, start: 2026-03-01, end: 2026-03-07, effect: 门店销售额}
    Good:
        # campaigns.yml
        ads: {name: 广告, ready: 2026-02-05, start: 2026-03-01, end: 2026-03-07, effect: 门店销售额}
    """
    for campaign in section.items.values():
        ready, start = (each.value if each is not None else None for each in (campaign.ready, campaign.start))
        if ready is not None and start is not None and ready >= start:
            args = {"name": campaign.name, "ready": ready.isoformat(), "start": start.isoformat()}
            yield Finding("CAM108", campaign.span("ready"), args, scope.year, campaign.address())


@check(
    "CAM109",
    Level.WARNING,
    takes="campaigns",
    zh="“{first}”和“{second}”同时在{where}，从 {start} 到 {end}",
    en="“{first}” and “{second}” are both in {where} from {start} to {end}",
    fix_zh="错开日期或地点；有意一起做就合成一个活动",
    fix_en="give them other days or places; what is meant to run together is one campaign",
)
def campaigns_do_not_overlap(section: Campaigns, scope: PlanScope) -> Iterator[Finding]:
    """No two campaigns run in one place at once.

    Why: an outlet cannot show two, and nobody can tell which one had the effect.
    Bad:
        # campaigns.yml
        ads: {name: 广告, where: 南京店, start: 2026-03-01, end: 2026-03-07, effect: 销售额}
        gifts: {name: 赠品, where: 南京店, start: 2026-03-05, end: 2026-03-09, effect: 销售额}
    Good:
        # campaigns.yml
        ads: {name: 广告, where: 南京店, start: 2026-03-01, end: 2026-03-04, effect: 销售额}
        gifts: {name: 赠品, where: 南京店, start: 2026-03-05, end: 2026-03-09, effect: 销售额}
    """
    for first, second in combinations(dated(list(section.items.values())), 2):
        shared = [place for place in first.where if place in second.where]
        (_, ends), (start, other) = first.window or (date.min, date.min), second.window or (date.max, date.max)
        if shared and start <= ends:
            days = (start.isoformat(), min(ends, other).isoformat())
            where = scope.word("、", ", ").join(shared)
            args = {"first": first.name, "second": second.name, "where": where, "start": days[0], "end": days[1]}
            related = ((first.span("start"), first.id),)
            about = (second.address(), first.address())
            yield Finding("CAM109", second.span("start"), args, scope.year, about[0], about, related)
