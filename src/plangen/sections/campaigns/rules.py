"""Rules of campaigns: how many days and mechanics each has, what all cost, and how many there are."""

from collections.abc import Iterator

from plangen.compute import PlanScope, Rule
from plangen.sections.campaigns import effects
from plangen.sections.campaigns.model import Campaigns
from plangen.sections.tallies import tally, total
from plangen.values import Unit
from plangen.values.unit import DAY

KIND = "campaigns"
CAMPAIGNS = Unit(("个",))
MECHANICS = Unit(("种",))


def rules(section: Campaigns, scope: PlanScope) -> Iterator[Rule]:
    """Days, mechanics and effect of each, and the sum of costs; a campaign without a cost is counted as missing."""
    campaigns = list(section.items.values())
    for campaign in campaigns:
        if campaign.window and campaign.window[0] <= campaign.window[1]:
            days = (campaign.window[1] - campaign.window[0]).days + 1
            yield tally(scope, campaign.address("days"), days, campaign.span("start"), DAY)
        yield from effects.rules(campaign, scope)
        if campaign.mechanics:
            number, span = len(campaign.mechanics), campaign.span("mechanics")
            yield tally(scope, campaign.address("mechanics"), number, span, MECHANICS)
    costing = [campaign for campaign in campaigns if campaign.cost is not None]
    if costing:
        keys = tuple(scope.key(campaign.address("cost")) for campaign in costing)
        missing = len(campaigns) - len(costing)
        note = (
            scope.word("{missing} 个活动没写费用", "{missing} campaigns without a cost", missing=missing)
            if missing
            else ""
        )
        whole = scope.key(total(scope, KIND, "cost"))
        yield Rule(whole, "sum", keys, section.span(), {"missing": missing}, note)
    yield tally(scope, total(scope, KIND, "campaigns"), len(campaigns), section.span(), CAMPAIGNS)
