"""What verbs, measures and years are called, in each language: at a terminal and on pages."""

import re

from plangen.model.glossary import known
from plangen.values import say

_VERBS: dict[str, tuple[str, str]] = {
    "typed": ("手工填写", "typed"),
    "constant": ("由日历或计划给出", "from the calendar or the plan"),
    "sum": ("合计", "sum"),
    "product": ("相乘", "product"),
    "difference": ("相减", "difference"),
    "count": ("个数", "count"),
    "excess": ("超出上限的部分", "what is above the cap"),
    "growth": ("上年 × (1 + 增长)", "last year × (1 + growth)"),
    "share": ("占比", "share"),
    "portion": ("占合计", "share of the total"),
    "quotient": ("相除", "quotient"),
    "complete": ("各项之和；有缺项时取写明的合计", "the sum; the stated total where parts are missing"),
    "change": ("变化率", "change"),
    "allocation": ("分解", "allocation"),
    "formula": ("公式", "formula"),
    "apportionment": ("按比例分解", "allocation in proportion"),
    "fitted-table": ("分解，写明的格子不动", "allocation around written cells"),
    "last": ("期末值", "value at the end"),
    "max": ("最大值", "largest"),
    "mean": ("平均", "mean"),
    "min": ("最小值", "smallest"),
    "ratio": ("比率", "ratio"),
    "weighted": ("加权平均", "weighted mean"),
    "allocation-table": ("分解，行列都合", "allocation that fits rows and columns"),
}
_MEASURES: dict[str, tuple[str, str]] = {
    "apart": ("与目标之差", "apart"),
    "actual": ("实际", "actual"),
    "amount": ("金额", "amount"),
    "attainment": ("达成率", "attainment"),
    "ahead": ("比累计线", "against the cumulative line"),
    "band": ("色带终点", "end of band"),
    "bound": ("界线", "bound"),
    "catch-up": ("追上累计线要做到", "needed to catch up"),
    "base": ("上年基数", "base of last year"),
    "children": ("下级计划", "child plans"),
    "count": ("数量", "count"),
    "cap": ("上限", "cap"),
    "change": ("变化", "change"),
    "cumulative": ("累计", "cumulative"),
    "dated": ("有日期的任务", "tasks with dates"),
    "days": ("天数", "days"),
    "duties": ("职责项数", "duties"),
    "free": ("空档", "free days"),
    "edge": ("色带界线", "edge of band"),
    "each": ("每个", "each"),
    "elapsed": ("已报月数", "months reported"),
    "gap": ("差额", "gap"),
    "grown": ("按增长推算", "grown"),
    "growth": ("增长", "growth"),
    "headcount": ("编制", "headcount"),
    "heads": ("人数", "heads"),
    "declared": ("申报", "declared"),
    "increase": ("比上年增减", "increase on last year"),
    "implied": ("单价推算", "implied"),
    "initial": ("初始人数", "initial"),
    "known": ("有数的行", "lines that are set"),
    "late": ("迟报月数", "months late"),
    "landing": ("落点估计（月均）", "landing estimate (average pace)"),
    "landing-phased": ("落点估计（节奏）", "landing estimate (along the phasing)"),
    "length": ("期间月数", "months of the period"),
    "length-before": ("上年期间月数", "months of last year's period"),
    "limit": ("上限", "limit"),
    "lines": ("行数", "lines"),
    "max_share": ("占比上限", "most share"),
    "max_span": ("管理幅度上限", "most reports"),
    "measured": ("对照同一个数的类数", "groups measured against the same"),
    "monthly": ("月均", "per month"),
    "monthly-before": ("上年月均", "last year per month"),
    "monthly-yoy": ("月均同比", "per month, year on year"),
    "months": ("月数", "months"),
    "open": ("待定的行", "lines not set"),
    "original": ("原值", "original"),
    "over": ("超出上限", "above the cap"),
    "needed": ("余下每月须做", "needed a month from now on"),
    "outlook": ("余下月份按月均", "months left at the average pace"),
    "periods": ("期数", "periods"),
    "phasing": ("节奏", "phasing"),
    "price": ("单价", "price"),
    "progress": ("占全期目标", "share of the whole target"),
    "quantity": ("数量", "quantity"),
    "rate": ("单价", "rate"),
    "remaining": ("余下月数", "months left"),
    "revision": ("调整", "revision"),
    "revision-share": ("调整幅度", "revision, relative"),
    "rest": ("还差", "still missing"),
    "rollup": ("汇总", "rolled up"),
    "run-rate": ("当月目标合计", "goals of the month together"),
    "sales-share": ("占销售额", "share of sales"),
    "share": ("占比", "share"),
    "span": ("管理幅度", "span of control"),
    "stated": ("原文写的", "stated"),
    "step": ("步长", "step"),
    "tagged": ("标签项数", "tagged"),
    "tasks": ("任务项数", "tasks"),
    "undated": ("没有日期的任务", "tasks without dates"),
    "target": ("目标", "target"),
    "unit-price": ("单价", "price"),
    "vacant": ("任职人待定", "without a holder"),
    "variance": ("差异", "variance"),
    "variance-share": ("差异率", "variance, relative"),
    "work": ("需要的工作量", "work needed"),
    "yoy": ("同比", "year on year"),
    "ytd": ("至今累计", "to date"),
}

_NUMBERED = re.compile(r"(.+?)-(\d.*)")


def verb_word(language: str, verb: str) -> str:
    """What a verb is called; a verb without a word is called by its own name."""
    return say(_VERBS[verb], language) if verb in _VERBS else verb


def measure_word(language: str, measure: str, kind: str = "") -> str:
    """What a measure or facet is called, a number or day at its end after it; without a word, by its own name.

    A section kind's own word comes first: `before` is a period of a review, and a step of a ladder elsewhere.
    """
    own = known("measures", measure, kind) if kind else None
    if own:
        return say(own, language)
    found = _NUMBERED.fullmatch(measure)
    if found and found[1] == "day" and found[2].isdigit():
        return say(("{day} 日", "day {day}"), language, day=int(found[2]))
    if measure not in _MEASURES and found and found[1] in _MEASURES:
        return f"{say(_MEASURES[found[1]], language)} {found[2]}"
    plain = _MEASURES.get(measure) or known("measures", measure)
    return say(plain, language) if plain else measure


def year_word(language: str, year: int) -> str:
    """What a year is called beside a figure of another one."""
    return say(("{year} 年", "{year}"), language, year=year)


def scenario_word(language: str, title: str) -> str:
    """What a scenario is called beside a figure: 挑战情景, so that 目标 is not taken for the measure."""
    return say(("{title}情景", "{title} scenario"), language, title=title) if title else ""
