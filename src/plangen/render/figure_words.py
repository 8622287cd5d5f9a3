"""What verbs, measures and years are called, in each language: at a terminal and on pages."""

_VERBS: dict[str, tuple[str, str]] = {
    "typed": ("手工填写", "typed"),
    "constant": ("由日历或计划给出", "from the calendar or the plan"),
    "sum": ("合计", "sum"),
    "product": ("相乘", "product"),
    "difference": ("相减", "difference"),
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
    "allocation-table": ("分解，行列都合", "allocation that fits rows and columns"),
}
_MEASURES: dict[str, tuple[str, str]] = {
    "actual": ("实际", "actual"),
    "amount": ("金额", "amount"),
    "count": ("数量", "count"),
    "cumulative": ("累计", "cumulative"),
    "days": ("天数", "days"),
    "gap": ("差额", "gap"),
    "grown": ("按增长推算", "grown"),
    "growth": ("增长", "growth"),
    "headcount": ("编制", "headcount"),
    "heads": ("人数", "heads"),
    "implied": ("单价推算", "implied"),
    "initial": ("初始人数", "initial"),
    "limit": ("上限", "limit"),
    "max_share": ("占比上限", "most share"),
    "max_span": ("管理幅度上限", "most reports"),
    "months": ("月数", "months"),
    "original": ("原值", "original"),
    "periods": ("期数", "periods"),
    "phasing": ("节奏", "phasing"),
    "price": ("单价", "price"),
    "quantity": ("数量", "quantity"),
    "rate": ("单价", "rate"),
    "rollup": ("汇总", "rolled up"),
    "sales-share": ("占销售额", "share of sales"),
    "share": ("占比", "share"),
    "span": ("管理幅度", "span of control"),
    "stated": ("原文写的", "stated"),
    "step": ("步长", "step"),
    "target": ("目标", "target"),
    "each": ("每个", "each"),
    "work": ("需要的工作量", "work needed"),
    "yoy": ("同比", "year on year"),
}


def verb_word(language: str, verb: str) -> str:
    """What a verb is called; a verb without a word is called by its own name."""
    return _pick(language, _VERBS.get(verb, (verb, verb)))


def measure_word(language: str, measure: str) -> str:
    """What a measure or facet is called; one without a word is called by its own name."""
    return _pick(language, _MEASURES.get(measure, (measure, measure)))


def year_word(language: str, year: int) -> str:
    """What a year is called beside a figure of another one."""
    return _pick(language, (f"{year} 年", str(year)))


def _pick(language: str, pair: tuple[str, str]) -> str:
    return pair[0] if language.startswith("zh") else pair[1]
