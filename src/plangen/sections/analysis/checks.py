"""Checks of the analysis: harm that nothing answers, areas seen from one side, what the paper announces."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.analysis.answering import answering
from plangen.sections.analysis.labels import CHOICES
from plangen.sections.analysis.model import Analysis
from plangen.sections.tallies import fits
from plangen.values import write_quantity


@check(
    "ANA101",
    Level.INFO,
    takes="analysis",
    zh="“{text}”是负面因素，还没有对应的做法",
    en="“{text}” hinders, and nothing answers it yet",
    fix_zh="在 answer 里写出应对它的任务、规定或目标；不打算应对就在 note 里写明",
    fix_en="name the task, rule or objective that answers it; where none is meant, say so in note",
)
def harm_is_answered(section: Analysis, scope: PlanScope) -> Iterator[Finding]:
    """Every negative factor has something that answers it, or a `note` that says why not.

    Why: what is complained of every year and acted on in none stays.
    Bad:
        # analysis.yml
        sales: {name: 销售, factors: {untrained: {sign: negative, text: 没有培训}}}
    Good:
        # analysis.yml
        sales:
          name: 销售
          factors:
            untrained: {sign: negative, text: 没有培训, answer: analysis/known}
            known: {sign: positive, text: 有名气}
    """
    for factor in section.factors():
        if factor.sign == "negative" and not factor.note and not answering(factor, scope):
            yield Finding("ANA101", factor.key_span(), {"text": factor.text}, scope.year, factor.address())


@check(
    "ANA102",
    Level.INFO,
    takes="analysis",
    zh="“{name}”只有{there}因素，没有{missing}的；别的领域两面都有",
    en="“{name}” has {there} factors and no {missing} ones, though other areas have both",
    fix_zh="补上另一面，或在 note 里写明为什么没有",
    fix_en="write the other side, or say in note why there is none",
)
def areas_have_two_sides(section: Analysis, scope: PlanScope) -> Iterator[Finding]:
    """Where other areas are seen from both sides, each is.

    A `note` of the area may say why one side is missing.

    Why: the side that is left out is the one that nobody likes to hear.
    Bad:
        # analysis.yml
        sales: {name: 销售, factors: {good: {sign: positive, text: 好}, bad: {sign: negative, text: 坏, note: 待议}}}
        team: {name: 团队, factors: {calls: {sign: positive, text: 每天报到}}}
    Good:
        # analysis.yml
        sales: {name: 销售, factors: {good: {sign: positive, text: 好}, bad: {sign: negative, text: 坏, note: 待议}}}
        team: {name: 团队, note: 负面的另议, factors: {calls: {sign: positive, text: 每天报到}}}
    """
    sides = {
        area.id: [sign for sign in ("positive", "negative") if area.signed(sign)] for area in section.items.values()
    }
    if not any(len(found) == 2 for found in sides.values()):
        return
    for area in section.items.values():
        if len(sides[area.id]) == 1 and not area.note:
            there = sides[area.id][0]
            missing = "negative" if there == "positive" else "positive"
            args = {"name": area.name, "there": scope.word(*CHOICES[there]), "missing": scope.word(*CHOICES[missing])}
            yield Finding("ANA102", area.key_span(), args, scope.year, area.address())


@check(
    "ANA103",
    Level.ERROR,
    takes="analysis",
    zh="“{name}”宣布{sign}因素 {announced}，列出 {listed}",
    en="“{name}” announces {announced} {sign} factors and lists {listed}",
    fix_zh="补上缺的那条，或改 stated",
    fix_en="add the factor that is missing, or correct stated",
)
def announced_factors_are_listed(section: Analysis, scope: PlanScope) -> Iterator[Finding]:
    """An area has as many factors of a sign as the paper announces.

    Why: a point that was announced and left out was perhaps the one that mattered.
    Bad:
        # analysis.yml
        sales: {name: 销售, stated: {positive: 2条}, factors: {known: {sign: positive, text: 有名气}}}
    Good:
        # analysis.yml
        sales: {name: 销售, stated: {positive: 1条}, factors: {known: {sign: positive, text: 有名气}}}
    """
    for area in section.items.values():
        for sign in ("positive", "negative"):
            announced, address = getattr(area.stated, sign, None), area.address(sign)
            found = scope.quantity(address)
            if area.stated is None or announced is None or found is None or fits(announced, found, scope):
                continue
            said, listed = (write_quantity(each, language=scope.language) for each in (announced, found))
            args = {"name": area.name, "sign": scope.word(*CHOICES[sign]), "announced": said, "listed": listed}
            yield Finding("ANA103", area.stated.span(sign), args, scope.year, address, (address,))
