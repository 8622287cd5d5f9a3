"""Checks of the review: periods that can be compared, results with values, causes and sources."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.review.claims import fell_short
from plangen.sections.review.lengths import adds_up, differ
from plangen.sections.review.model import Piece, Result, Review
from plangen.sections.review.rules import total
from plangen.values import Address, Quantity, is_chinese


@check(
    "REV101",
    Level.ERROR,
    takes="review",
    zh="回顾的 {period}和对比的 {other}有 {months} 个月是同一段时间",
    en="{period} and {other}, which it is compared with, have {months} months in common",
    fix_zh="改 period 或 compare_to，让每个月只算在一边",
    fix_en="change period or compare_to, so that each month is on one side only",
)
def periods_apart(section: Review, scope: PlanScope) -> Iterator[Finding]:
    """No month is in both periods.

    Why: a month that is on both sides hides the change, and whoever moves it to one side gets the growth they like.
    Bad:
        # review.yml
        period: 2025 M08..M12
        compare_to: 2025 M04..M08
        results: {paid: {name: 回款, actual: 60万元, before: 50万元, data: 财务部}}
    Good:
        # review.yml
        period: 2025 M08..M12
        compare_to: 2025 M03..M07
        results: {paid: {name: 回款, actual: 60万元, before: 50万元, data: 财务部}}
    """
    written = dict(section.stretches(scope.year))
    shared = written["period"].shared(written["compare_to"]) if "compare_to" in written else 0
    if shared:
        labels = [written[field].label(scope.language) for field in ("period", "compare_to")]
        args = {"period": labels[0], "other": labels[1], "months": shared}
        address = total(scope, "shared")
        about = (address, *_growths(section))
        related = ((section.span("period"), labels[0]),)
        yield Finding("REV101", section.span("compare_to"), args, scope.year, address, about, related)


def _growths(section: Review) -> list[Address]:
    """The addresses of what periods that overlap make doubtful."""
    return [each.address("growth") for each in section.results.values() if each.has("actual") and each.has("before")]


@check(
    "REV102",
    Level.WARNING,
    takes="review",
    zh="{period}有 {months} 个月，对比的 {other}有 {others} 个月，合计数不能直接相比；另外按月均比",
    en="{period} has {months} months and {other} has {others}, so that totals cannot be compared; see those by month",
    fix_zh="改成一样长的两段；改不了就看月均增长，并在豁免里写明原因",
    fix_en="compare periods of one length; where that cannot be, use the growth per month and waive this with a reason",
)
def periods_of_one_length(section: Review, scope: PlanScope) -> Iterator[Finding]:
    """Both periods have as many months, where a result is compared whose months add up.

    Growth is then also computed by the month, and shown beside.

    Why: five months against six look like a decline of 17% where nothing changed.
    Bad:
        # review.yml
        period: 2025 M08..M12
        compare_to: 2025 M02..M07
        results: {paid: {name: 回款, actual: 60万元, before: 50万元, data: 财务部}}
    Good:
        # review.yml
        period: 2025 M08..M12
        compare_to: 2025 M03..M07
        results: {paid: {name: 回款, actual: 60万元, before: 50万元, data: 财务部}}
    """
    doubtful = [each for each in section.results.values() if _adds_up_or_may(each, scope)]
    if differ(section, scope) and doubtful:
        (_, period), (_, other) = section.stretches(scope.year)
        args: dict[str, object] = {"period": period.label(scope.language), "months": period.months}
        args |= {"other": other.label(scope.language), "others": other.months}
        address = total(scope, "months-before")
        yield Finding("REV102", section.span("compare_to"), args, scope.year, address, (address,))


def _adds_up_or_may(result: Result, scope: PlanScope) -> bool:
    """Whether its totals are compared: with numbers on both sides, or with a trend that is only said."""
    if result.has("actual") and result.has("before"):
        return adds_up(result, scope)
    return result.trend is not None and result.adds_up != "no"


@check(
    "REV103",
    Level.WARNING,
    takes="review",
    zh="对比的 {other}在回顾的 {period}之后",
    en="{other}, which it is compared with, comes after {period}",
    fix_zh="period 写要回顾的，compare_to 写更早的；写反了就对调",
    fix_en="write what is looked back on under period and what was before under compare_to; swap them if need be",
)
def base_comes_first(section: Review, scope: PlanScope) -> Iterator[Finding]:
    """What a period is compared with was before it.

    Why: with the two the wrong way round every decline is told as growth.
    Bad:
        # review.yml
        period: 2024 H2
        compare_to: 2025 H2
        results: {}
    Good:
        # review.yml
        period: 2025 H2
        compare_to: 2024 H2
        results: {}
    """
    written = dict(section.stretches(scope.year))
    if "compare_to" in written and written["compare_to"].first > written["period"].last:
        labels = [written[field].label(scope.language) for field in ("period", "compare_to")]
        args = {"period": labels[0], "other": labels[1]}
        yield Finding("REV103", section.span("compare_to"), args, scope.year, total(scope, "months-before"))


@check(
    "REV104",
    Level.INFO,
    takes="review",
    zh="“{name}”{said}，没有写{lacks}",
    en="“{name}”{said} has {lacks}",
    fix_zh="在 {fields} 写上数；还不知道就写 待定，会计入缺项",
    fix_en="write the number under {fields}; TBD while it is not known, so that it is counted",
)
def results_have_values(section: Review, scope: PlanScope) -> Iterator[Finding]:
    """A result that is said to be met, missed, higher or lower has the numbers for it; one without words has a value.

    A result that is only a statement needs no number.

    Why: “the figures are with the departments” means that nobody can check them, and that next year nobody knows them.
    Bad:
        # review.yml
        period: 2025 H2
        compare_to: 2025 H1
        results: {paid: {name: 回款, trend: up}, sales: {name: 销售, status: missed}}
    Good:
        # review.yml
        period: 2025 H2
        compare_to: 2025 H1
        results:
          paid: {name: 回款, trend: up, actual: 60万元, before: 50万元, data: 财务部}
          sales: {name: 销售, status: missed, actual: 待定, target: 待定}
    """
    words = {"actual": ("实际", "actual"), "before": ("对比期的数", "number before"), "target": ("目标", "target")}
    for result in section.results.values():
        lacks = [field for field in _needed(result) if not result.has(field)]
        if lacks:
            said = [scope.word(*_SAID[each]) for each in (result.status, result.trend) if each]
            told = (
                scope.word("写的是", " is said to be ") + scope.word("、", " and ").join(said) + scope.word("", ", and")
            )
            args = {"name": result.name, "said": told if said else "", "fields": ", ".join(lacks)}
            there = [scope.word(*words[field]) for field in lacks]
            args["lacks"] = "、".join(there) if is_chinese(scope.language) else _none_of(there)
            place = result.span("status" if result.status else "trend") if said else result.key_span()
            yield Finding("REV104", place, args, scope.year, result.address())


def _none_of(things: list[str]) -> str:
    """`no target`; of several `neither an actual nor a number before`."""
    if len(things) == 1:
        return f"no {things[0]}"
    return "neither " + " nor ".join(f"{'an' if each[0] in 'aeiou' else 'a'} {each}" for each in things)


_SAID = {
    "met": ("达成", "met"),
    "missed": ("未达成", "missed"),
    "up": ("上升", "up"),
    "down": ("下降", "down"),
    "level": ("持平", "level"),
}


def _needed(result: Result) -> list[str]:
    """The numbers that its words speak of."""
    if result.status is None and result.trend is None:
        return [] if result.statement else ["actual"]
    needed = {"actual": True, "before": result.trend is not None, "target": result.status is not None}
    return [field for field, there in needed.items() if there]


@check(
    "REV105",
    Level.INFO,
    takes="review",
    zh="“{name}”没有写数从哪里来",
    en="“{name}” does not say where its numbers come from",
    fix_zh="在 data 写文件和列，或部门；来自原文的写 source",
    fix_en="write a file and its column, or a department, under data; source for what a document says",
)
def numbers_have_a_source(section: Review, scope: PlanScope) -> Iterator[Finding]:
    """A result whose number is typed says where the number is from; formulas say so themselves.

    Why: a number that nobody can look up again is believed or not, and never corrected.
    Bad:
        # review.yml
        period: 2025 H2
        results: {paid: {name: 回款, actual: 60万元}}
    Good:
        # review.yml
        period: 2025 H2
        results: {paid: {name: 回款, actual: 60万元, data: 财务部回款台账}}
    """
    for result in section.results.values():
        numbers = [*_reached(result), *(each for piece in result.parts.values() for each in _reached(piece))]
        typed = any(not each.unset for each in numbers)
        if typed and result.data is None and not result.source:
            yield Finding("REV105", result.key_span(), {"name": result.name}, scope.year, result.address())


def _reached(entry: Result | Piece) -> list[Quantity]:
    """What is typed as reached; an unset number and a formula have nothing to look up."""
    return [value for name, value in entry.quantities() if name in ("actual", "before")]


@check(
    "REV106",
    Level.INFO,
    takes="review",
    zh="“{name}”{why}，没有写原因和后续行动",
    en="“{name}” {why}, and neither causes nor what follows are written",
    fix_zh="在 factors 引用因素分析里的原因，在 actions 引用任务、规定或目标；不打算做就在 note 写明",
    fix_en="name factors of the analysis, or tasks, rules and objectives under actions; else say in note why not",
)
def bad_results_lead_on(section: Review, scope: PlanScope) -> Iterator[Finding]:
    """A result that fell short, or turned for the worse, has a cause or something that follows, or a `note`.

    Why: a review without consequences is written again next year.
    Bad:
        # review.yml
        period: 2025 H2
        results: {paid: {name: 回款, actual: 60万元, target: 80万元, data: 财务部}}
    Good:
        # review.yml
        period: 2025 H2
        results: {paid: {name: 回款, actual: 60万元, target: 80万元, data: 财务部, factors: slow}}
        # analysis.yml
        sales: {name: 销售, factors: {slow: {sign: negative, text: 消化周期慢}}}
    """
    for result in section.results.values():
        why = fell_short(result, scope)
        if why and not result.factors and not result.actions and not result.note:
            yield Finding("REV106", result.key_span(), {"name": result.name, "why": why}, scope.year, result.address())


@check(
    "REV114",
    Level.INFO,
    takes="review",
    zh="回顾的还是 {period}，离本计划年已隔了一年以上",
    en="it looks back on {period}, more than a year before the plan's own",
    fix_zh="改成上一年的期间和数；有意回顾更早的就在 note 写明",
    fix_en="look back on the year before the plan's; where an older one is meant, say so in note",
)
def review_is_of_late(section: Review, scope: PlanScope) -> Iterator[Finding]:
    """The period that is looked back on reaches into the year before the plan's, or a `note` says why it does not.

    Why: a review that was copied with the year before tells old results as new ones.
    Bad:
        # review.yml
        period: 2024 H2
        results: {}
    Good:
        # review.yml
        period: 2025 H2
        results: {}
    """
    period = dict(section.stretches(scope.year))["period"]
    if period.last // 12 < scope.year - 1 and not section.note:
        args = {"period": period.label(scope.language)}
        yield Finding("REV114", section.span("period"), args, scope.year, total(scope, "months"))
