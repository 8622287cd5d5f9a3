"""The calendar of campaigns: a bar for each, under a sentence that says how many run at once."""

from plangen.compute import PlanScope
from plangen.sections.campaigns.model import Campaign
from plangen.sections.numbers import shown
from plangen.views import Chart, Column, Row, Table


def dated(campaigns: list[Campaign]) -> list[Campaign]:
    """The campaigns whose window is known and no contradiction, by their first day."""
    found = [each for each in campaigns if each.window and each.window[0] <= each.window[1]]
    return sorted(found, key=lambda each: each.window or ())


def calendar(campaigns: list[Campaign], scope: PlanScope) -> Chart:
    """The bars of dated campaigns."""
    word = scope.word
    columns = (
        Column("campaign", word("活动", "Campaign")),
        Column("start", word("开始", "Start")),
        Column("end", word("结束", "End")),
        Column("days", word("天", "Days"), numeric=True),
        Column("where", word("在哪里", "Where")),
    )
    rows = tuple(_row(campaign, scope) for campaign in campaigns)
    table = Table("campaign-calendar-data", word("活动日历", "Calendar"), columns, rows)
    encode = {"label": "campaign", "start": "start", "end": "end", "days": "days", "note": "where"}
    return Chart("campaign-calendar", "gantt", _sentence(campaigns, scope), "", table, encode)


def _row(campaign: Campaign, scope: PlanScope) -> Row:
    start, end = (day.isoformat() for day in campaign.window or ())
    where = scope.word("、", ", ").join(campaign.where)
    return Row(((campaign.name,), (start,), (end,), (shown(scope, campaign.address("days")),), (where,)))


def _sentence(campaigns: list[Campaign], scope: PlanScope) -> str:
    """How many run on the fullest day."""
    windows = [each.window for each in campaigns if each.window]
    most = max(sum(start <= first <= end for start, end in windows) for first, _ in windows)
    if most == 1:
        return scope.word("活动一个接一个，没有重叠", "one campaign after another")
    return scope.word("最多 {most} 个活动同时进行", "up to {most} campaigns at once", most=most)
