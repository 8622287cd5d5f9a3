"""Reading a claim: what stands before and behind a number tells of what it is said, and in what words."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from plangen.checks.claim_subjects import Subject
from plangen.source import period_pattern

_PER = {"名": "人", "位": "人", "季度": "季", "日": "天"}
_EACH = "季度|[人名位家店台张场次件年季月周天日]"
_LINKS = (
    "其中 另外 同时 首先 计划 预计 今年 本年度 本年 年度 全年 上年度 上年 去年 总 的 目标值 目标 指标 定额 任务 金额 "
    "预算 总额 费用 总数 数量 人数 编制 共计 合计 总计 共 计 为 是 达到 达 做到 完成 要 须 应 需 有 占比 份额 比例 "
    "占全年 占 大 数 定为 设为 安排 列 单价 上限 定于 定在 安排在 排在 放在 于 在 从 自 起 时间 日期 期间"
)
_MARKS = r"[\s*_“”\"'「」『』:：(（=—–]"
_REST = re.compile(r"[\s>#+*_0-9.)）“”「」『』(（\-]*")
_FAR = 60
"""How far before a number its name is looked for, in code points."""
_HYPOTHETICAL = "如果 假如 假设 假定 倘若 一旦 若 比如 例如 譬如 原稿 原表 原文 原计划 曾 对手 同行 竞品 行业 设想"


@dataclass(frozen=True, slots=True)
class Reading:
    """Of what a number is said: the subjects as named, from the number backwards; `per` the units after 每, sorted."""

    subjects: tuple[Subject, ...]
    per: tuple[str, ...]


Naming = Callable[[str, int], tuple[Subject, int] | None]
"""Gives the subject whose name ends at a place of a text, and where that name starts."""


def read_before(text: str, end: int, named: Naming) -> Reading | None:
    """The claim whose number begins at `end`: names and the few words that only join them to it, nothing else.

    A word that is not known leaves open what is meant (经销商的提成 5 万元), and then there is no reading.
    """
    step = _step()
    subjects: list[Subject] = []
    per: set[str] = set()
    place, limit = end, max(0, end - _FAR)
    while place > limit:
        found = named(text, place)
        if found is not None:
            subjects.append(found[0])
            place = found[1]
            continue
        match = step.search(text, max(limit, place - 12), place)
        if match is None:
            break
        per |= per_units(match["per"] or "")
        place = match.start()
    rest = text[limit:place]
    if not subjects or len(subjects) > 3 or (limit and place == limit) or not _REST.fullmatch(rest):
        return None
    return Reading(tuple(subjects), tuple(sorted(per)))


def per_units(words: str) -> set[str]:
    """The units after 每: 每人每月 gives 人 and 月."""
    found = re.findall(rf"(?:每|(?=[人月年]均))({_EACH})", words)
    return {_PER.get(unit, unit) for unit in found}


def per_before(text: str, end: int) -> tuple[str, ...]:
    """The units of a rate that is told before a number: 每人每月 37.5 万元."""
    match = _per().search(text, max(0, end - 12), end)
    return tuple(sorted(per_units(match[1]))) if match else ()


def per_behind(text: str, end: int) -> tuple[tuple[str, ...], int]:
    """The unit of a rate that is told behind a number (1800 元一个月), and where those words end."""
    match = _behind().match(text, end)
    return ((_PER.get(match[1], match[1]),), match.end()) if match else ((), end)


def ends_claim(text: str, end: int) -> bool:
    """Whether nothing follows a number in its clause that could make it the number of something else."""
    return _tail().fullmatch(text, end) is not None


def day_role(text: str, end: int) -> str | None:
    """What a day is said to be: `start`, `end`, '' for a day of it; None where the words go on otherwise."""
    match = _day_tail().fullmatch(text, end)
    return None if match is None else "start" if match["start"] else "end" if match["stop"] else ""


def is_generic(name: str) -> bool:
    """Whether a name is made of joining words alone (费用, 目标): in prose it names nothing certain."""
    return re.fullmatch(f"(?:{_any(_LINKS)})+", name) is not None


def is_supposed(text: str) -> bool:
    """Whether a text speaks of what is not the plan: suppositions, earlier drafts, others."""
    return _supposed().search(text) is not None


def _any(words: str) -> str:
    return "|".join(sorted(words.split(), key=len, reverse=True))


@cache
def _step() -> re.Pattern[str]:
    each = rf"(?P<per>(?:每(?:{_EACH}))+|[人月年]均)|{period_pattern()}|[12][0-9]{{3}}\s?年"
    return re.compile(rf"(?:{each}|{_any(_LINKS)}|{_MARKS})$")


@cache
def _per() -> re.Pattern[str]:
    return re.compile(rf"((?:每(?:{_EACH}))+|[人月年]均)[的\s*_要须完成做到目标定额]{{0,6}}$")


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"\s?[一每]个?({_EACH})")


@cache
def _tail() -> re.Pattern[str]:
    return re.compile(r"[\s*_”」』)）]*(?:的(?:目标|指标|定额|任务|预算))?[\s*_”」』)）.:：]*")


@cache
def _day_tail() -> re.Pattern[str]:
    start, stop = "开始|启动|动身|出发|开工|起", "结束|完成|收官|完工|截止|为止|止"
    return re.compile(rf"[\s*_”」』)）]*(?:(?P<start>{start})|(?P<stop>{stop}))?[\s*_”」』)）.:：]*")


@cache
def _supposed() -> re.Pattern[str]:
    return re.compile(_any(_HYPOTHETICAL))
