"""Due in Chinese: 每月5日前, 每周五, 隔周周一, 月末, 次月8日前, 每季度末, 每年1月10日, 每月最后一个工作日, 每周两次."""

from collections.abc import Iterator
from dataclasses import replace
from re import Match
from re import compile as pattern

from plangen.values.numeral import read_numeral
from plangen.values.recurrence import LAST, Counted, Cycle, Recurrence, Spot

_NUMBER = r"[0-9]{1,3}|[一二两三四五六七八九十]{1,3}"
_WEEK = r"(?:周|星期|礼拜)"
_AND = r"[、和及与,]"
_DAYS = "一二三四五六日"
_EVENT = pattern(r"(?:每次|每逢|每遇|每当|每笔|每单|每到).+")
_FILLER = pattern(r"\s|的|(?:至少|最少|不少于)?[一1]次$|(?:之|以)?前$|上午|下午|早上|晚上|中午")
_OFTEN = pattern(rf"(每个?(?:工作日|天|日|{_WEEK}|月|季度?|半年|年度?)|[一1]个?(?:{_WEEK}|月|季度?|年))"
                 rf"(?:至少|最少|不少于)?({_NUMBER})(?:次|回|趟|遍)")  # fmt: skip
_DAILY = pattern(rf"每({_NUMBER})?个?(?:天|日)|(隔(?:天|日))|((?:每个?)?工作日|每天工作日)")
_WEEKLY = pattern(rf"(?:每({_NUMBER})个?|(每?隔一?个?|双)|(次|下)|每个?)?{_WEEK}(?:{_WEEK}?([一二三四五六日天末].*))?")
_WEEKDAY = pattern(rf"{_WEEK}?([一二三四五六日天末])")
_HALF_MONTH = pattern(r"每?半个?月")
_MONTHLY = pattern(rf"(?:每({_NUMBER})个?|(每?隔一?个?)|(?:每月)?(次|下)个?|每个?|当)?月(.*)")
_QUARTERLY = pattern(r"(?:每个?|(次|下)个?)?季度?(.*)")
_HALF_YEARLY = pattern(r"每?个?半年(?:度)?[末底]?")
_YEARLY = pattern(r"(每年度?|(次年)|年度?)?(.*)")
_MONTH_OF = pattern(rf"(元|{_NUMBER})月(.*)")
_QUARTER_MONTH = pattern(rf"(?:(首|末|最后一个)|第({_NUMBER})个?)月(.*)")
_NTH = pattern(rf"(?:第({_NUMBER})个|(最后一?个?))(?:(工作日)|{_WEEK}([一二三四五六日天]))")
_LAST_DAY = pattern(r"月?(?:末|底|最后一天|最后一日)|终")
_PLAIN_DAY = pattern(rf"(?:每月)?({_NUMBER})[日号]?")


def read(text: str) -> Recurrence | None:
    """The recurrence that a text names; None where it names none."""
    if _EVENT.fullmatch(text):
        return Recurrence("event")
    plain = _FILLER.sub("", text)
    often = _OFTEN.fullmatch(plain)
    if often:
        return _several(*often.groups())
    if _HALF_MONTH.fullmatch(plain):
        return Recurrence("month", spots=(Spot(15), Spot()), loose=True)
    readers = ((_DAILY, _daily), (_WEEKLY, _weekly), (_MONTHLY, _monthly), (_QUARTERLY, _quarterly))
    for form, reader in readers:
        found = form.fullmatch(plain)
        rule = reader(found) if found else None
        if rule is not None:
            return rule
    if _HALF_YEARLY.fullmatch(plain):
        return Recurrence("half", spots=(Spot(month=6),), loose=plain[-1] not in "末底")
    found = _YEARLY.fullmatch(plain)
    return _yearly(found) if found and plain else None


def _several(cycle: str, number: str) -> Recurrence | None:
    """What comes several times in a cycle, on days that are not named."""
    rule, times = read(f"每{cycle[1:]}"), _number(number)
    return replace(rule, times=times) if rule and times else None


def _number(text: str | None) -> int:
    """A small whole number of at least one; 0 for what is none."""
    if not text:
        return 1
    try:
        return int(read_numeral(text))
    except ValueError:
        return 0


def _daily(found: Match[str]) -> Recurrence | None:
    number, other, working = found.groups()
    every = 2 if other else _number(number)
    return Recurrence("day", every, working=bool(working)) if every else None


def _weekly(found: Match[str]) -> Recurrence | None:
    number, other, later, days = found.groups()
    every = 2 if other else _number(number)
    weekdays = tuple(_weekdays(days)) if days else (6,)
    if not every or None in weekdays:
        return None
    chosen = sorted({day for day in weekdays if day is not None})
    return Recurrence("week", every, tuple(chosen), later=1 if later else 0, loose=not days)


def _weekdays(text: str) -> Iterator[int | None]:
    for part in pattern(_AND).split(text):
        found = _WEEKDAY.fullmatch(part)
        yield _DAYS.find(found[1].replace("天", "日").replace("末", "日")) if found else None


def _monthly(found: Match[str]) -> Recurrence | None:
    number, other, later, rest = found.groups()
    return _cycle("month", rest, 2 if other else _number(number), 1 if later else 0)


def _cycle(cycle: Cycle, text: str, every: int, later: int, month: int = 1) -> Recurrence | None:
    """A rule of spots in one month of its cycle; without any the last day."""
    parts = pattern(_AND).split(text)
    if pattern(_NUMBER).fullmatch(parts[-1]):
        return None
    spots = tuple(_spot(part, month) for part in parts) if text else (Spot(month=month),)
    known = tuple(spot for spot in spots if spot is not None)
    if not every or len(known) < len(spots):
        return None
    return Recurrence(cycle, every, spots=known, later=later, loose=not text)


def _spot(text: str, month: int) -> Spot | None:
    if _LAST_DAY.fullmatch(text):
        return Spot(month=month)
    nth = _NTH.fullmatch(text)
    if nth:
        number, last, working, weekday = nth.groups()
        of: Counted = "working" if working else _DAYS.find(weekday.replace("天", "日"))
        return Spot(LAST, month, of) if last else _within(_number(number), 23 if working else 5, month, of)
    plain = _PLAIN_DAY.fullmatch(text)
    return _within(_number(plain[1]), 31, month, "day") if plain else None


def _within(number: int, most: int, month: int, of: Counted) -> Spot | None:
    return Spot(number, month, of) if 1 <= number <= most else None


def _quarterly(found: Match[str]) -> Recurrence | None:
    later, rest = 1 if found[1] else 0, found[2]
    inner = _QUARTER_MONTH.fullmatch(rest)
    if inner is None:
        return _cycle("quarter", rest, 1, later, 3) if not rest or _LAST_DAY.fullmatch(rest) else None
    named, number, day = inner.groups()
    month = {"首": 1, None: _number(number)}.get(named, 3)
    return _cycle("quarter", day, 1, later, month) if 1 <= month <= 3 else None


def _yearly(found: Match[str]) -> Recurrence | None:
    named, later, rest = found[1], 1 if found[2] else 0, found[3]
    if named and (not rest or _LAST_DAY.fullmatch(rest)):
        return _cycle("year", rest, 1, later, 12)
    spots: list[Spot] = []
    for part in pattern(_AND).split(rest):
        inner = _MONTH_OF.fullmatch(part)
        month = 1 if inner and inner[1] == "元" else _number(inner[1]) if inner else 0
        spot = _spot(inner[2], month) if inner and inner[2] else Spot(month=month)
        if spot is None or not 1 <= month <= 12:
            return None
        spots.append(spot)
    return Recurrence("year", spots=tuple(spots), later=later)
