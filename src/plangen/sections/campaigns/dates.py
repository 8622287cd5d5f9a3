"""The days of campaigns: when the plan is settled, the first day, the last."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.sections.campaigns.model import Campaigns
from plangen.views import Due

WORDS = {"ready": ("方案定稿", "plan settled"), "start": ("开始", "start"), "end": ("结束", "end")}


def dates(section: Campaigns, scope: PlanScope) -> Iterator[Due]:
    """Each day that is known, for the campaign's owner."""
    for campaign in section.items.values():
        roles = (campaign.owner,) if campaign.owner else ()
        for name, words in WORDS.items():
            day = getattr(campaign, name)
            if day and day.value:
                yield Due(day.value, campaign.name, scope.word(*words), campaign.address(), roles)
