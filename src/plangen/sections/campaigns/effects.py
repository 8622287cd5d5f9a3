"""Effects of campaigns: sales before and after, the uplift, and what each yuan of it cost."""

from collections.abc import Iterator

from plangen.compute import PlanScope, Rule
from plangen.sections.campaigns.model import Campaign
from plangen.sections.reported import rows_of
from plangen.values import Address, Key

ASKED = {"asked": False}


def is_measured(campaign: Campaign) -> bool:
    """Whether both ends of the effect are expected."""
    return campaign.before is not None and campaign.after is not None


def reached(campaign: Campaign, measure: str, scope: PlanScope) -> Address:
    """The figure that counts: what a row of the CSV files reports, else what is written."""
    address = campaign.address(measure)
    rows = rows_of(campaign, (measure,), scope)
    return next((row.reached for row in rows if row.planned == address), address)


def rules(campaign: Campaign, scope: PlanScope) -> Iterator[Rule]:
    """Uplift = after − before, also as a share of before; cost of an uplift of one = cost ÷ uplift."""
    if not is_measured(campaign):
        return
    before, after = (scope.key(reached(campaign, measure, scope)) for measure in ("before", "after"))
    uplift, span = _key(campaign, "uplift", scope), campaign.span("after")
    note = scope.word("活动后 − 活动前", "after − before")
    yield Rule(uplift, "difference", (after, before), span, {"both": True}, note)
    yield Rule(_key(campaign, "uplift-share", scope), "change", (after, before), span)
    if campaign.cost is not None:
        note = scope.word("费用 ÷ 增加的销售", "cost ÷ uplift")
        inputs = (_key(campaign, "cost", scope), uplift)
        yield Rule(_key(campaign, "cost-share", scope), "share", inputs, campaign.span("cost"), ASKED, note)


def _key(campaign: Campaign, measure: str, scope: PlanScope) -> Key:
    return scope.key(campaign.address(measure))
