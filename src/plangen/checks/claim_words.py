"""The words around a number that tell of what it is said, and those that leave it open."""

import re
from functools import cache

from plangen.source import period_pattern

_PER = {"名": "人", "位": "人", "季度": "季", "日": "天"}
_EACH = "(?:季度|[人名位家店台张场次件年季月周天日])"
_TIMES = frozenset("人名位家店台张场次件年季月周天日度均份1234")
"""How a word of time, or of what a rate is for, can end."""
RATE = 12
"""How far before a number 每人每月 is looked for, in code points."""
MARKS = frozenset(" \t*_“”\"'「」『』:：(（=—–")
"""Signs that join a name and its number."""
LINKS = (
    "其中 另外 同时 首先 计划 预计 今年 本年度 本年 年度 全年 上年度 上年 去年 总 的 目标值 目标 指标 定额 任务 金额 "
    "预算 总额 费用 总数 数量 人数 编制 共计 合计 总计 共 计 为 是 达到 达 做到 完成 要 须 应 需 有 占比 份额 比例 "
    "占全年 占 大 数 定为 设为 安排 列 单价 上限 定于 定在 安排在 排在 放在 于 在 从 自 起 时间 日期 期间"
)
"""Words that join a name and its number, or stand before the name, and leave no doubt of what the number is."""
_SUPPOSED = "如果 假如 假设 假定 倘若 一旦 若 比如 例如 譬如 设想 原稿 原表 原文 原计划 曾 对手 同行 竞品 行业"
"""Words of what is not this plan: suppositions, earlier drafts, others."""
_ENDS = " \t*_”」』)）.:："
_OWN = "目标 指标 定额 任务 预算"
_STARTS = "开始 启动 动身 出发 开工 起"
_STOPS = "结束 完成 收官 完工 截止 为止 止"


def is_supposed(text: str) -> bool:
    """Whether a text speaks of what is not the plan."""
    return any(word in text for word in _split(_SUPPOSED))


def is_generic(name: str) -> bool:
    """Whether a name is made of joining words alone (费用, 目标): in prose it names nothing certain."""
    while link := link_before(name, len(name), 0):
        name = name[:-link]
    return not name


def link_before(text: str, end: int, limit: int) -> int:
    """How long the joining word is that ends at a place of a text; 0 where there is none."""
    if text[end - 1 : end] in MARKS:
        return 1
    links = _split(LINKS)
    if not text.endswith(links, limit, end):
        return 0
    return next(len(word) for word in links if text.endswith(word, limit, end))


def time_before(text: str, end: int, limit: int) -> re.Match[str] | None:
    """A year, a part of the year, or what a rate is for (group 1: 每人每月), that ends at a place of a text."""
    if text[end - 1 : end] not in _TIMES:
        return None
    return _time().search(text, max(limit, end - 12), end)


def ends_claim(text: str, end: int) -> bool:
    """Whether nothing follows a number in its clause that could make it the number of something else."""
    rest = text[end:].strip(_ENDS)
    return not rest or (rest[0] == "的" and rest[1:] in _split(_OWN))


def day_role(text: str, end: int) -> str | None:
    """What a day is said to be: `start`, `end`, '' for a day of it; None where the words go on otherwise."""
    rest = text[end:].strip(_ENDS)
    return "" if not rest else "start" if rest in _split(_STARTS) else "end" if rest in _split(_STOPS) else None


def per_units(words: str) -> set[str]:
    """The units after 每: 每人每月 gives 人 and 月."""
    plain = words.replace("季度", "季")
    named = plain[0] if words.endswith("均") else plain.replace("每", "")
    return {_PER.get(unit, unit) for unit in named}


def per_before(text: str, end: int) -> tuple[str, ...]:
    """The units of a rate that is told before a number: 每人每月 37.5 万元."""
    place, limit = end, max(0, end - RATE)
    while place > limit:
        match = time_before(text, place, limit)
        if match and match[1]:
            return tuple(sorted(per_units(match[1])))
        link = link_before(text, place, limit)
        if not link:
            return ()
        place -= link
    return ()


def per_behind(text: str, end: int) -> tuple[tuple[str, ...], int]:
    """The unit of a rate that is told behind a number (1800 元一个月), and where those words end."""
    near = text[end : end + 2]
    match = _behind().match(text, end) if "一" in near or "每" in near else None
    return (tuple(per_units(match[1])), match.end()) if match else ((), end)


@cache
def _split(words: str) -> tuple[str, ...]:
    return tuple(sorted(words.split(), key=len, reverse=True))


@cache
def _time() -> re.Pattern[str]:
    return re.compile(rf"(?:((?:每{_EACH})+|[人月年]均)|{period_pattern()}|[12][0-9]{{3}}\s?年)$")


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"\s?[一每]个?({_EACH})")
