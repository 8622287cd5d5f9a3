"""Checks of what does not fit together: weights beside points, scales, names in examples, years without a rule."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.scorecards.checks import say
from plangen.sections.scorecards.model import Scorecards
from plangen.sections.scorecards.scoring import unknown
from plangen.sections.scorecards.tree import below, everything, pairs, weighted
from plangen.values import agrees
from plangen.values.near import asked


@check(
    "SCR108",
    Level.ERROR,
    takes="scorecards",
    zh="“{whole}”的各项有的写权重，有的没写：“{name}”算多少不知道",
    en="some criteria of “{whole}” have a weight and some have none: nobody knows what “{name}” counts for",
    fix_zh="给“{name}”写上 weight，或全部改用分值",
    fix_en="write the weight of “{name}”, or points for all",
)
def weights_beside_points(section: Scorecards, scope: PlanScope) -> Iterator[Finding]:
    """Criteria that stand side by side all have weights, or all have points.

    Why: points add up and weights divide; what has neither counts for nothing.
    Bad:
        # scorecards.yml
        rep:
          name: 业务员考核表
          criteria:
            daily: {name: 日常, weight: 100%, text: 按计划}
            attendance: {name: 出勤, points: 30分, text: 满勤}
    Good:
        # scorecards.yml
        rep:
          name: 业务员考核表
          criteria:
            daily: {name: 日常, weight: 70%, text: 按计划}
            attendance: {name: 出勤, weight: 30%, text: 满勤}
    """
    for whole in everything(section):
        for criterion in whole.criteria.values() if weighted(whole) else ():
            if criterion.weight is None:
                args = {"whole": whole.name, "name": criterion.name}
                yield Finding("SCR108", criterion.key_span(), args, scope.year, criterion.address())


@check(
    "SCR109",
    Level.ERROR,
    takes="scorecards",
    zh="“{name}”有权重，却按 {points} 打分，上一级是 {whole}",
    en="“{name}” has a weight and is scored out of {points}, but what it belongs to out of {whole}",
    fix_zh="让分值与上一级相同，或不写权重",
    fix_en="score it out of the same points, or write no weight",
)
def another_scale_under_a_weight(section: Scorecards, scope: PlanScope) -> Iterator[Finding]:
    """A criterion with a weight is scored out of the same points as what it belongs to.

    Why: a weight of a score out of 80 gives less than its share of 100.
    Bad:
        # scorecards.yml
        rep:
          name: 业务员考核表
          points: 100分
          criteria: {daily: {name: 日常, weight: 100%, points: 80分, text: 按计划}}
    Good:
        # scorecards.yml
        rep:
          name: 业务员考核表
          points: 100分
          criteria: {daily: {name: 日常, weight: 100%, points: 100分, text: 按计划}}
    """
    for card in section.items.values():
        for parent, criterion in pairs(card):
            points, above = scope.quantity(criterion.address("points")), scope.quantity(parent.address("points"))
            if criterion.weight is None or points is None or above is None:
                continue
            if not agrees(points, above, scope.handbook.tolerance()):
                args = {"name": criterion.name, "points": say(points, scope), "whole": say(above, scope)}
                address = criterion.address("points")
                yield Finding("SCR109", criterion.span("points"), args, scope.year, address, (address,))


@check(
    "SCR110",
    Level.ERROR,
    takes="scorecards",
    zh="算例“{example}”里的 {id} 不是“{card}”的考核项{hint_zh}",
    en="{id} in the example “{example}” is no criterion of “{card}”{hint_en}",
    fix_zh="改成这张表里考核项的 id",
    fix_en="write the id of one of its criteria",
)
def example_of_no_criterion(section: Scorecards, scope: PlanScope) -> Iterator[Finding]:
    """A worked example speaks of criteria that the card has.

    Why: what it names and nobody scores changes nothing, and the example shows another score than was meant.
    Bad:
        # scorecards.yml
        rep:
          name: 业务员考核表
          criteria: {attendance: {name: 出勤, points: 100分, deduct: 4分/天}}
          examples: {one: {name: 缺勤一天, results: {attendence: {events: 1天}}}}
    Good:
        # scorecards.yml
        rep:
          name: 业务员考核表
          criteria: {attendance: {name: 出勤, points: 100分, deduct: 4分/天}}
          examples: {one: {name: 缺勤一天, results: {attendance: {events: 1天}}}}
    """
    for card in section.items.values():
        ids = [criterion.id for criterion in below(card)]
        for example in card.examples.values():
            for name in unknown(card, example):
                args = {"example": example.name, "id": name, "card": card.name, **asked(name, ids)}
                result = example.results[name]
                yield Finding("SCR110", result.key_span(), args, scope.year, result.address())


@check(
    "SCR111",
    Level.ERROR,
    takes="scorecards",
    zh="“{card}”里编号 {id} 用了两次，第一次在 {first}",
    en="the id {id} is used twice in “{card}”, first at {first}",
    fix_zh="给其中一个换个编号",
    fix_en="give one of them another id",
)
def ids_of_a_card(section: Scorecards, scope: PlanScope) -> Iterator[Finding]:
    """The ids of the criteria and examples of a card are one set.

    Why: worked examples name a criterion by its id alone.
    Bad:
        # scorecards.yml
        rep:
          name: 业务员考核表
          criteria:
            weekly: {name: 周报, criteria: {plan: {name: 计划, points: 10分, text: 有日期}}}
            monthly: {name: 月报, criteria: {plan: {name: 计划, points: 10分, text: 有日期}}}
    Good:
        # scorecards.yml
        rep:
          name: 业务员考核表
          criteria:
            weekly: {name: 周报, criteria: {week-plan: {name: 计划, points: 10分, text: 有日期}}}
            monthly: {name: 月报, criteria: {month-plan: {name: 计划, points: 10分, text: 有日期}}}
    """
    for card in section.items.values():
        first: dict[str, str] = {}
        for entry in (*below(card), *card.examples.values()):
            known = first.setdefault(entry.id.casefold(), str(entry.key_span()))
            if known != str(entry.key_span()):
                args = {"card": card.name, "id": entry.id, "first": known}
                yield Finding("SCR111", entry.key_span(), args, scope.year, entry.address())


@check(
    "SCR112",
    Level.INFO,
    takes="scorecards",
    zh="“{name}”的年度得分取平均，没有写中途入职的怎么算",
    en="the score of a year of “{name}” is a mean; nothing says what holds for who joins during the year",
    fix_zh="写上 joiners，例如 按在岗月数平均",
    fix_en="write joiners, such as: the mean of the months that they were there",
)
def mean_without_joiners(section: Scorecards, scope: PlanScope) -> Iterator[Finding]:
    """A mean over the year says what it is for who was there for a part of it.

    Why: divided by twelve, who came in July has half of what was earned.
    Bad:
        # scorecards.yml
        rep: {name: 业务员考核表, annual: mean, criteria: {report: {name: 周报, points: 100分, text: 按时交}}}
    Good:
        # scorecards.yml
        rep:
          name: 业务员考核表
          annual: mean
          joiners: 按在岗月数平均
          criteria: {report: {name: 周报, points: 100分, text: 按时交}}
    """
    for card in section.items.values():
        if card.annual is not None and card.joiners is None:
            yield Finding("SCR112", card.span("annual"), {"name": card.name}, scope.year, card.address())
