"""What the campaigns' page shows: a calendar, what each offers and costs, and how its effect is measured."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.sections.campaigns.calendar import calendar, dated
from plangen.sections.campaigns.effects import is_measured, reached
from plangen.sections.campaigns.model import Campaign, Campaigns
from plangen.sections.campaigns.rules import KIND
from plangen.sections.mentions import NONE, day, mentioned, text, texts, window
from plangen.sections.numbers import shown
from plangen.sections.tallies import total
from plangen.views import Block, Card, Column, Line, Num, Row, Table, Tone, Words, phrase


def blocks(section: Campaigns, scope: PlanScope) -> Iterator[Block]:
    """The calendar of several, the campaigns with their costs, and goals, effects and audits."""
    campaigns = list(section.items.values())
    if len(dated(campaigns)) > 1:
        yield calendar(dated(campaigns), scope)
    yield _campaigns(section, scope)
    told = [each for each in campaigns if each.goal or each.effect or each.audit]
    if told:
        yield _effects(told, scope)
    measured = [each for each in campaigns if is_measured(each)]
    if measured:
        yield _results(measured, scope)


def _campaigns(section: Campaigns, scope: PlanScope) -> Table:
    word = scope.word
    columns = (
        Column("campaign", word("活动", "Campaign")),
        Column("window", word("什么时候", "When")),
        Column("mechanics", word("手段", "Mechanics"), phone=False),
        Column("where", word("在哪里", "Where"), phone=False),
        Column("outlets", word("终端数", "Outlets"), numeric=True, phone=False),
        Column("cost", word("费用", "Cost"), "元", numeric=True),
        Column("cap", word("上限", "Cap"), "元", numeric=True),
    )
    rows = [_campaign(campaign, scope) for campaign in section.items.values()]
    if _costs(section):
        rows.append(Row(((word("合计", "All"),), (), (), (), (), (_cost(scope),), ()), "total"))
    return Table(KIND, word("全部活动", "All campaigns"), columns, tuple(rows))


def _costs(section: Campaigns) -> bool:
    return any(campaign.cost is not None for campaign in section.items.values())


def _cost(scope: PlanScope, *, with_unit: bool = False) -> Num:
    return shown(scope, total(scope, KIND, "cost"), "元", with_unit=with_unit)


def _campaign(campaign: Campaign, scope: PlanScope) -> Row:
    named = [each for each in (campaign.code, campaign.theme, campaign.note) if each]
    name: Line = (campaign.name, *(Words(f" {each}", "muted") for each in named))
    outlets, cost, cap = (
        (shown(scope, campaign.address(measure), unit, with_unit=not unit),) if given is not None else NONE
        for measure, unit, given in (
            ("outlets", "", campaign.outlets),
            ("cost", "元", campaign.cost),
            ("cap", "元", campaign.cap),
        )
    )
    where, mechanics = texts(campaign.where, scope), texts(campaign.mechanics, scope)
    return Row((name, _window(campaign, scope), mechanics, where, outlets, cost, cap), id=campaign.id)


def _window(campaign: Campaign, scope: PlanScope) -> Line:
    """First and last day; behind it the day that the plan has to be settled."""
    line = window(campaign.start, campaign.end, scope)
    if campaign.ready is None or line is NONE:
        return line
    return (
        *line,
        *phrase(scope.word("（{day} 前定稿）", " (planned by {day})"), "muted", day=day(campaign.ready, scope)),
    )


def _effects(campaigns: list[Campaign], scope: PlanScope) -> Table:
    word = scope.word
    columns = (
        Column("campaign", word("活动", "Campaign")),
        Column("goal", word("目标", "Goal")),
        Column("effect", word("效果怎么量", "Measure of effect")),
        Column("audit", word("稽核", "Audit"), phone=False),
    )
    rows = tuple(
        Row(((each.name,), mentioned(each.goal, scope, "objectives"), text(each.effect), text(each.audit)))
        for each in campaigns
    )
    return Table("campaign-effects", word("目标与效果", "Goals and effects"), columns, rows)


def _results(campaigns: list[Campaign], scope: PlanScope) -> Table:
    word = scope.word
    columns = (
        Column("campaign", word("活动", "Campaign")),
        Column("before", word("活动前销售", "Sales before"), numeric=True, phone=False),
        Column("after", word("活动后销售", "Sales after"), numeric=True, phone=False),
        Column("uplift", word("增加", "Uplift"), numeric=True),
        Column("uplift-share", word("增幅", "Uplift, %"), numeric=True),
        Column("cost-share", word("费用占增加", "Cost of uplift"), numeric=True),
    )
    rows = tuple(Row(((each.name,), *_result(each, scope))) for each in campaigns)
    note = word(
        "费用占增加：每增加一元销售花的费用；没有增加就没有这个数。",
        "Cost of uplift: the cost of each yuan more; where nothing was gained there is none.",
    )
    return Table("campaign-results", word("效果", "Results"), columns, rows, notes=((note,),))


def _result(campaign: Campaign, scope: PlanScope) -> Iterator[Line]:
    for measure in ("before", "after"):
        yield (shown(scope, reached(campaign, measure, scope), with_unit=True),)
    quantity = scope.quantity(campaign.address("uplift"))
    tone: Tone = "bad" if quantity is not None and quantity.high is not None and quantity.high <= 0 else ""
    yield (shown(scope, campaign.address("uplift"), with_unit=True, signed=True, tone=tone),)
    yield (shown(scope, campaign.address("uplift-share"), digits=1, signed=True, tone=tone),)
    yield (shown(scope, campaign.address("cost-share"), digits=1),)


def _all(section: Campaigns, scope: PlanScope) -> Line:
    number = shown(scope, total(scope, KIND, "campaigns"))
    line = phrase(scope.word("{n} 个活动", "{n} campaigns"), n=number)
    if _costs(section):
        line += phrase(scope.word("，费用合计 {sum}", ", {sum} together"), sum=_cost(scope, with_unit=True))
    return line


def cards(section: Campaigns, scope: PlanScope) -> Iterator[Card]:
    """What the campaigns cost together, where that is written."""
    if _costs(section):
        number = phrase(scope.word("{n} 个活动", "{n} campaigns"), n=shown(scope, total(scope, KIND, "campaigns")))
        yield Card(scope.word("活动费用", "Campaigns"), (_cost(scope, with_unit=True),), number)


def summary(section: Campaigns, scope: PlanScope) -> Line:
    """How many campaigns, for how much."""
    return _all(section, scope)


def lede(section: Campaigns, scope: PlanScope) -> Line:
    """The same as a sentence."""
    return (*_all(section, scope), scope.word("。", "."))
