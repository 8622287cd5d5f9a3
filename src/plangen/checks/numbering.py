"""Numbering: what narratives number by hand goes up by one, and lists have as many items as is announced."""

import re
from collections.abc import Iterator

from plangen.compute import YearScope
from plangen.findings import Finding, Level, check
from plangen.source import Narrative, Ordinal, Unnumbered, find_announcements, find_ordinals
from plangen.values import told

SHORT = 12
_PERIOD = re.compile(r"\s*(?:第?[一二三四1-4]\s*季度|[上下]半年|[0-9]{1,2}\s*月|Q[1-4](?![0-9A-Za-z]))")
Series = tuple[int, str]
"""A heading level (0: paragraphs) and how its numbers are written."""


@check(
    "PG430",
    Level.INFO,
    takes="year",
    zh="编号“{mark}”{why_zh}",
    en="the number “{mark}” {why_en}",
    fix_zh="改编号；用 Markdown 的列表和标题，编号就不用手写",
    fix_en="mend the number; with lists and headings of Markdown nobody has to number by hand",
)
def numbers_go_up_by_one(scope: YearScope) -> Iterator[Finding]:
    """Headings and paragraphs that are numbered by hand are numbered without gaps, one of each number.

    Looked at are 一、（一） 第一 1、（1） ① at the beginning of a line. A series begins again below the next number of
    a series above it, and below the next heading. Markdown lists are left out: the page numbers them itself.

    Why: “see 2” leads to two places, and of a missing number nobody knows whether a paragraph was lost.
    Bad:
        # index.md
        1、走访客户

        2、签约

        2、回款
    Good:
        # index.md
        1、走访客户

        2、签约

        3、回款
    """
    if not scope.is_variant:
        for _, _, narrative in scope.plan_year.texts():
            yield from _misnumbered(narrative, scope)


def _misnumbered(narrative: Narrative, scope: YearScope) -> Iterator[Finding]:
    for series in _series(narrative):
        before = 0
        for each in series if len(series) > 1 else ():  # one number alone is a name: 第二次出差
            if each.number != before + 1:
                zh, en = _why(each.number, before)
                yield Finding("PG430", each.span, {"mark": each.text, "why_zh": zh, "why_en": en}, scope.year)
            before = each.number


def _above(last: dict[Series, int], series: Series) -> Iterator[tuple[Series, int]]:
    """The series that go on where a number of one of them stands: those that began before it, and itself."""
    for other, number in last.items():
        if series[0] and (not other[0] or other[0] > series[0]):
            continue  # a heading ends what lies below it
        yield other, number
        if other == series:
            return


def _why(number: int, before: int) -> tuple[str, str]:
    if not before:
        return told(
            "不是从 1 编起，前面缺 {number} 个",
            "does not begin at 1: {number} are missing before it",
            number=number - 1,
        )
    if number == before:
        return "写了两次", "stands twice"
    if number < before:
        return told("在 {before} 后面倒了回去", "goes back after {before}", before=before)
    return told("跳过了 {before}", "leaves out {before}", before=before + 1)


@check(
    "PG433",
    Level.INFO,
    takes="year",
    zh="“{mark}{text}”和“{other}”编在一起，不在一层：那几项按时间分，这一项不按",
    en="“{mark}{text}” is numbered with “{other}”, which divides by time; it does not",
    fix_zh="另起一组编号，或放到上一层",
    fix_en="number it in a series of its own, or one level up",
)
def one_series_one_level(scope: YearScope) -> Iterator[Finding]:
    """Where several numbers of a series name a quarter, a half-year or a month, all of them do.

    Why: what goes for the whole year looks like the plan of a stretch of time, and is in nobody's calendar.
    Bad:
        # index.md
        1、第三季度：铺网点

        2、第四季度：冲销量

        3、跟上公司战略
    Good:
        # index.md
        1、第三季度：铺网点

        2、第四季度：冲销量

        跟上公司战略。
    """
    if scope.is_variant:
        return
    for _, _, narrative in scope.plan_year.texts():
        for series in _series(narrative):
            timed = [each for each in series if _PERIOD.match(each.rest)]
            for each in series if len(timed) > 1 else ():
                if each not in timed:
                    args = {
                        "mark": each.text,
                        "text": _short(each.rest),
                        "other": f"{timed[0].text}{_short(timed[0].rest)}",
                    }
                    yield Finding("PG433", each.span, args, scope.year, related=((timed[0].span, timed[0].text),))


def _series(narrative: Narrative) -> Iterator[list[Ordinal]]:
    """The numbers that go on from one another, series by series; what may be words counts only where it goes on."""
    open_: dict[Series, list[Ordinal]] = {}
    for one in find_ordinals(narrative):
        known = {key: found[-1].number for key, found in open_.items()}
        each = _meant(one, known)
        if not isinstance(each, Ordinal) and not each.level:
            continue  # a paragraph ends nothing
        if not isinstance(each, Ordinal):
            kept = {key: number for key, number in known.items() if 0 < key[0] <= each.level}
        else:
            kept = dict(_above(known, (each.level, each.form)))
        yield from (found for key, found in open_.items() if key not in kept)
        open_ = {key: found for key, found in open_.items() if key in kept}
        if isinstance(each, Ordinal):
            begun = open_.setdefault((each.level, each.form), [])
            if begun and not begun[-1].sure and begun[-1].number == each.number:
                begun.pop()  # those were words
            begun.append(each)
    yield from open_.values()


def _meant(each: Ordinal | Unnumbered, known: dict[Series, int]) -> Ordinal | Unnumbered:
    """A number that may be words, and does not go on from its series, as words."""
    if isinstance(each, Ordinal) and not each.sure and each.number != known.get((each.level, each.form), 0) + 1:
        return Unnumbered(each.level)
    return each


def _short(text: str) -> str:
    text = text.strip()
    return text if len(text) <= SHORT else f"{text[:SHORT]}…"


@check(
    "PG431",
    Level.INFO,
    takes="year",
    zh="“{text}”后面列了 {found} 条",
    en="“{text}” is followed by {found}",
    fix_zh="补上缺的，或改前面的数",
    fix_en="add what is missing, or mend the count",
)
def lists_are_as_long_as_announced(scope: YearScope) -> Iterator[Finding]:
    """A list has as many items as the line before it announces: 分四步, 以下三条, three rules.

    Why: what was announced and is not there was lost on the way, and nobody misses it.
    Bad:
        # index.md
        开发客户分三步：

        - 收集名单
        - 打电话
    Good:
        # index.md
        开发客户分三步：

        - 收集名单
        - 打电话
        - 登门拜访
    """
    if scope.is_variant:
        return
    for _, _, narrative in scope.plan_year.texts():
        for each in find_announcements(narrative):
            if each.announced != each.found:
                args = {"text": each.text, "found": each.found}
                yield Finding("PG431", each.span, args, scope.year)
