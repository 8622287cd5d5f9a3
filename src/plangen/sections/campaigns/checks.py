"""Checks of campaigns: codes, costs and caps, mechanics, how the effect is measured."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.campaigns.effects import is_measured, reached
from plangen.sections.campaigns.model import Campaign, Campaigns
from plangen.values import write_quantity


@check(
    "CAM101",
    Level.ERROR,
    takes="campaigns",
    zh="活动编码 {code} 用了 {count} 次：{names}",
    en="{count} campaigns have the code {code}: {names}",
    fix_zh="一个活动一个编码：改 code",
    fix_en="give each its own code",
)
def codes_are_used_once(section: Campaigns, scope: PlanScope) -> Iterator[Finding]:
    """No two campaigns have the same code.

    Why: claims that name a code must belong to one campaign.
    Bad:
        # campaigns.yml
        spring: {name: 春季, code: HD-1, start: 2026-03-01, end: 2026-03-07, effect: 门店销售额}
        autumn: {name: 秋季, code: HD-1, start: 2026-09-01, end: 2026-09-07, effect: 门店销售额}
    Good:
        # campaigns.yml
        spring: {name: 春季, code: HD-1, start: 2026-03-01, end: 2026-03-07, effect: 门店销售额}
        autumn: {name: 秋季, code: HD-2, start: 2026-09-01, end: 2026-09-07, effect: 门店销售额}
    """
    coded: dict[str, list[Campaign]] = {}
    for campaign in section.items.values():
        if campaign.code:
            coded.setdefault(campaign.code, []).append(campaign)
    for code, same in coded.items():
        if len(same) > 1:
            names = scope.word("、", ", ").join(campaign.name for campaign in same)
            args = {"code": code, "count": len(same), "names": names}
            related = tuple((campaign.span("code"), campaign.id) for campaign in same[:-1])
            yield Finding("CAM101", same[-1].span("code"), args, scope.year, same[-1].address(), (), related)


@check(
    "CAM102",
    Level.ERROR,
    takes="campaigns",
    zh="“{name}”的费用 {cost} 超过上限 {cap}",
    en="“{name}” costs {cost}, more than its cap of {cap}",
    fix_zh="减费用，或先批准更高的上限",
    fix_en="spend less, or have a higher cap approved",
)
def costs_stay_below_caps(section: Campaigns, scope: PlanScope) -> Iterator[Finding]:
    """A campaign costs no more than its cap.

    Why: what is above the cap is not paid back.
    Bad:
        # campaigns.yml
        ads: {name: 广告, cost: 12000元, cap: 10000元, start: 2026-03-01, end: 2026-03-07, effect: 门店销售额}
    Good:
        # campaigns.yml
        ads: {name: 广告, cost: 9000元, cap: 10000元, start: 2026-03-01, end: 2026-03-07, effect: 门店销售额}
    """
    for campaign in section.items.values():
        cost, cap = (scope.quantity(campaign.address(measure)) for measure in ("cost", "cap"))
        if cost is None or cap is None or cost.unset or cap.unset or not cost.certainly_above(cap):
            continue
        said = [write_quantity(each, language=scope.language) for each in (cost, cap)]
        args, address = {"name": campaign.name, "cost": said[0], "cap": said[1]}, campaign.address("cost")
        related = ((campaign.span("cap"), scope.word("上限写在这里", "the cap")),)
        yield Finding("CAM102", campaign.span("cost"), args, scope.year, address, (address,), related)


@check(
    "CAM103",
    Level.WARNING,
    takes="campaigns",
    zh="“{name}”要有 {least}手段，写了 {number}",
    en="“{name}” needs {least} mechanics and has {number}",
    fix_zh="在 mechanics 里补上手段，或改 least",
    fix_en="add to mechanics, or correct least",
)
def mechanics_are_enough(section: Campaigns, scope: PlanScope) -> Iterator[Finding]:
    """A campaign has as many mechanics as its rule asks for.

    Why: a linked promotion of one part is an ordinary one, at the price of two.
    Bad:
        # campaigns.yml
        linked: {name: 连环促销, mechanics: 累积奖, least: 2种, start: 2026-03-01, end: 2026-03-07, effect: 销量}
    Good:
        # campaigns.yml
        linked:
          name: 连环促销
          mechanics: [累积奖, 箱内设奖]
          least: 2种
          start: 2026-03-01
          end: 2026-03-07
          effect: 销量
    """
    for campaign in section.items.values():
        least, number = campaign.least, len(campaign.mechanics)
        if least is not None and least.low is not None and number < least.low:
            said = write_quantity(least, language=scope.language)
            args, address = {"name": campaign.name, "least": said, "number": number}, campaign.address("mechanics")
            yield Finding("CAM103", campaign.span("mechanics"), args, scope.year, address, (address,))


@check(
    "CAM104",
    Level.INFO,
    takes="campaigns",
    zh="“{name}”没有写效果怎么量",
    en="“{name}” does not say how its effect is measured",
    fix_zh="在 effect 里写看哪个数、跟什么比、看多久",
    fix_en="write in effect which figure, against what, over how long",
)
def effects_are_measured(section: Campaigns, scope: PlanScope) -> Iterator[Finding]:
    """A campaign says how its effect is measured.

    Why: without a measure, the next campaign is decided by whoever liked this one.
    Bad:
        # campaigns.yml
        ads: {name: 广告, start: 2026-03-01, end: 2026-03-07}
    Good:
        # campaigns.yml
        ads: {name: 广告, start: 2026-03-01, end: 2026-03-07, effect: 投放后一个月的门店销售额}
    """
    for campaign in section.items.values():
        if campaign.effect is None:
            yield Finding("CAM104", campaign.key_span(), {"name": campaign.name}, scope.year, campaign.address())


@check(
    "CAM110",
    Level.WARNING,
    takes="campaigns",
    zh="“{name}”的效果只写了活动{there}的销售，没有活动{lacks}的，比不出来",
    en="“{name}” has the sales {there} it and not {lacks}, so that there is no effect",
    fix_zh="两头都写；还不知道的写 待定",
    fix_en="write both; TBD for what is not known yet",
)
def effect_has_both_ends(section: Campaigns, scope: PlanScope) -> Iterator[Finding]:
    """The sales before a campaign and those after it stand together.

    Why: sales after a campaign show nothing as long as nobody knows what they were before.
    Bad:
        # campaigns.yml
        bus: {name: 站牌广告, effect: 门店销售额, start: 2026-07-01, end: 2026-07-31, after: 30万元}
    Good:
        # campaigns.yml
        bus: {name: 站牌广告, effect: 门店销售额, start: 2026-07-01, end: 2026-07-31, before: 待定, after: 30万元}
    """
    words = {"before": ("前", "before"), "after": ("后", "after")}
    for campaign in section.items.values():
        there = [field for field in words if getattr(campaign, field) is not None]
        if len(there) == 1:
            (lacking,) = words.keys() - set(there)
            args = {"name": campaign.name, "there": scope.word(*words[there[0]]), "lacks": scope.word(*words[lacking])}
            yield Finding("CAM110", campaign.span(there[0]), args, scope.year, campaign.address(there[0]))


@check(
    "CAM111",
    Level.ERROR,
    takes="campaigns",
    zh="“{name}”的活动前 {before} 和活动后 {after} 不是一个单位，比不出效果",
    en="“{name}”: {before} before and {after} after are of different units, so that there is no effect",
    fix_zh="两头写成一样长的一段时间里的销售，用一个单位",
    fix_en="write the sales of two stretches of one length, in one unit",
)
def effect_has_one_unit(section: Campaigns, scope: PlanScope) -> Iterator[Finding]:
    """The sales before and after a campaign are of one unit; what a row of the CSV files reports counts.

    Why: sales a month and sales of a whole campaign have no difference, and the effect would look as if it were open.
    Bad:
        # campaigns.yml
        bus: {name: 站牌, effect: 销售额, start: 2026-07-01, end: 2026-07-31, before: 20万元/月, after: 26万元}
    Good:
        # campaigns.yml
        bus: {name: 站牌, effect: 销售额, start: 2026-07-01, end: 2026-07-31, before: 20万元, after: 26万元}
    """
    for campaign in section.items.values():
        if not is_measured(campaign):
            continue
        before, after = (scope.quantity(reached(campaign, measure, scope)) for measure in ("before", "after"))
        if before is None or after is None or before.unset or after.unset or before.unit == after.unit:
            continue
        args = {"name": campaign.name, "before": write_quantity(before, language=scope.language)}
        args["after"] = write_quantity(after, language=scope.language)
        address = campaign.address("uplift")
        yield Finding("CAM111", campaign.span("after"), args, scope.year, address, (address,))
