"""Checks of reported scores: none is above the points of its card, or below zero."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.reported import by_members, named, period_of
from plangen.sections.scorecards.model import Scorecards
from plangen.sections.scorecards.results import overlapping, rows_of
from plangen.values import Quantity, write_quantity


@check(
    "SCR120",
    Level.ERROR,
    takes="scorecards",
    zh="{who}{period}的得分 {score} 不在 0 到 {points} 之间",
    en="the score {score} of {who} for {period} is not between 0 and {points}",
    fix_zh="改得分，或改考核表的总分",
    fix_en="mend the score, or the total of the card",
)
def scores_fit_the_card(section: Scorecards, scope: PlanScope) -> Iterator[Finding]:
    """A score that is reported lies between zero and the points of its card.

    Why: a slip of one digit makes somebody the best of the year.
    Bad:
        # scorecards.yml
        month: {name: 月度考核, points: 100分, criteria: {work: {name: 工作, points: 100分, award: judged}}}
        # 2026/demo/actuals/scores.csv
        address,value,as_of
        scorecards/month.points@M01/rep-a,883分,2026-01-31
    Good:
        # scorecards.yml
        month: {name: 月度考核, points: 100分, criteria: {work: {name: 工作, points: 100分, award: judged}}}
        # 2026/demo/actuals/scores.csv
        address,value,as_of
        scorecards/month.points@M01/rep-a,88.3分,2026-01-31
    """
    for card in section.items.values():
        points = scope.quantity(card.address("points"))
        for row in rows_of(card, scope):
            if points is not None and not _fits(row.value, points):
                period = period_of(row, scope).label(scope.language)
                args = {"who": named(row.planned.members, scope) or card.name, "period": period, "score": row.value}
                args["points"] = write_quantity(points, language=scope.language)
                yield Finding("SCR120", row.span("value"), args, scope.year, row.reached, (row.reached,))


def _fits(score: Quantity, points: Quantity) -> bool:
    if score.unset or points.unset or score.unit != points.unit:
        return True  # ACT109 tells another unit
    above = points.high is not None and score.low is not None and score.low > points.high
    return not above and not (score.high is not None and score.high < 0)


@check(
    "SCR121",
    Level.ERROR,
    takes="scorecards",
    zh="{who}在 {first} 和 {second} 都有得分，两段时间重叠，算不出平均",
    en="{who} has scores for {first} and for {second}, which overlap: there is no mean",
    fix_zh="只报一种期间：留各月的，删去包含它们的那一行；或反过来",
    fix_en="report one kind of period: keep the months and remove the row that holds them, or the other way round",
)
def scores_do_not_overlap(section: Scorecards, scope: PlanScope) -> Iterator[Finding]:
    """The scores of one member are of periods that do not overlap.

    Why: January would count twice in the mean, once as itself and once within the quarter.
    Bad:
        # scorecards.yml
        month: {name: 月度考核, points: 100分, criteria: {work: {name: 工作, points: 100分, award: judged}}}
        # 2026/demo/actuals/scores.csv
        address,value,as_of
        scorecards/month.points@M01/rep-a,80分,2026-01-31
        scorecards/month.points@Q1/rep-a,90分,2026-03-31
    Good:
        # scorecards.yml
        month: {name: 月度考核, points: 100分, criteria: {work: {name: 工作, points: 100分, award: judged}}}
        # 2026/demo/actuals/scores.csv
        address,value,as_of
        scorecards/month.points@M01/rep-a,80分,2026-01-31
        scorecards/month.points@M02/rep-a,90分,2026-02-28
    """
    for card in section.items.values():
        for members, rows in by_members(rows_of(card, scope)).items():
            for first, second in overlapping(rows, scope):
                labels = (period_of(row, scope).label(scope.language) for row in (first, second))
                args = {"who": named(members, scope) or card.name} | dict(zip(("first", "second"), labels, strict=True))
                related = ((first.span("value"), str(first.planned)),)
                about = (first.reached, second.reached)
                yield Finding("SCR121", second.span("value"), args, scope.year, second.reached, about, related)
