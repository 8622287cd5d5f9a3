"""Names: one thing has one name; the names that the register replaces are told wherever they stand."""

import re
from collections.abc import Iterable, Iterator

from plangen.compute import YearScope
from plangen.findings import Finding, Level, check
from plangen.model import Entry, HandbookHead, RightName
from plangen.model.told import worded_fields
from plangen.source import page_of
from plangen.values import Span, told

MOST = 20
"""How many findings of one wrong name are told; it is mended by one search."""
_IDS = frozenset({"source", "chapters"})
"""Lists of texts that are ids."""


@check(
    "PG432",
    Level.WARNING,
    takes="year",
    zh="“{wrong}”在这本手册里叫“{name}”{why_zh}",
    en="“{wrong}” is called “{name}” in this handbook{why_en}",
    fix_zh="改成“{name}”；两样东西就从 shared/names.yml 的 also 里去掉这个名称",
    fix_en="write “{name}”; where they are two things, take the name out of `also` in shared/names.yml",
)
def one_thing_has_one_name(scope: YearScope) -> Iterator[Finding]:
    """No text and no narrative uses a name that the register of names replaces.

    Looked at are the sections, `plan.yml`, dimensions, season profiles, the titles in `handbook.yml`, and narratives.

    Why: a unit with two names is founded twice, a role with two names has two superiors, and a standard that does not
    exist cannot be kept.
    Bad:
        # shared/names.yml
        product-unit: {name: 产品开发部, also: [开发产品研发部]}
        # training.yml
        induction: {name: 开发产品研发部入职培训, kind: internal}
    Good:
        # shared/names.yml
        product-unit: {name: 产品开发部, also: [开发产品研发部]}
        # training.yml
        induction: {name: 产品开发部入职培训, kind: internal}
    """
    yield from _told("PG432", scope)


@check(
    "PG434",
    Level.WARNING,
    takes="year",
    zh="“{wrong}”要先有人看过{why_zh}",
    en="“{wrong}” has to be looked at first{why_en}",
    fix_zh="换一种合规的做法和说法；看过没有问题的，在 handbook.yml 里豁免并写明原因",
    fix_en="do it, and say it, in another way; where it was found sound, waive it in handbook.yml with the reason",
)
def doubtful_words_are_looked_at(scope: YearScope) -> Iterator[Finding]:
    """No text and no narrative uses words that the register lists without a right name.

    The same texts are looked at as for PG432.

    Which words those are is the company's own list in `shared/names.yml`: what sounds like payments to buyers, insiders
    at a customer, stock pushed into the channel.

    Why: what is written in a handbook is what people do, and what an auditor reads.
    Bad:
        # shared/names.yml
        stuffing: {also: [压货], reason: 虚增销售}
        # training.yml
        closing: {name: 季末压货技巧, kind: internal}
    Good:
        # shared/names.yml
        stuffing: {also: [压货], reason: 虚增销售}
        # training.yml
        closing: {name: 季末按动销补货, kind: internal}
    """
    yield from _told("PG434", scope)


@check(
    "PG435",
    Level.ERROR,
    takes="year",
    zh="“{wrong}”列在“{one}”下，也列在“{other}”下，分不出该改成哪一个",
    en="“{wrong}” is listed under “{one}” and under “{other}”, so that nobody knows which to write",
    fix_zh="只留在一个名称的 also 里",
    fix_en="leave it in `also` of one of them only",
)
def a_wrong_name_has_one_right_name(scope: YearScope) -> Iterator[Finding]:
    """No name is listed in `shared/names.yml` as a wrong one of two right names.

    Why: whoever mends the text by what is told would give two units one name, or one unit two.
    Bad:
        # shared/names.yml
        product-unit: {name: 产品开发部, also: [研发部]}
        research-unit: {name: 技术研究部, also: [研发部]}
    Good:
        # shared/names.yml
        product-unit: {name: 产品开发部, also: [产品研发部]}
        research-unit: {name: 技术研究部, also: [技术研发部]}
    """
    first: dict[str, RightName] = {}
    newer = {name.place.file for year in _later(scope) for name in scope.handbook.names[year]}
    for each in () if scope.is_variant else scope.handbook.names.get(scope.year, ()):
        for place, wrong in enumerate(each.also if each.name else ()):
            known = first.setdefault(wrong, each)
            if known.name != each.name and each.place.file not in newer:
                args = {"wrong": wrong, "one": known.name, "other": each.name}
                yield Finding("PG435", each.span("also", place), args, scope.year)


def _later(scope: YearScope) -> list[int]:
    """The later years that have names; what they share with this one is told there."""
    return [year for year, names in scope.handbook.names.items() if year > scope.year and names]


def _told(code: str, scope: YearScope) -> Iterator[Finding]:
    """The findings of one of the two codes: names that have a right one, or words that have none."""
    names = {
        also: each
        for each in scope.handbook.names.get(scope.year, ())
        for also in each.also
        if bool(each.name) == (code == "PG432")
    }
    if not names or scope.is_variant:
        return
    pattern, told = _pattern(names), dict.fromkeys(names, 0)
    for finding in _found(code, scope, names, pattern):
        wrong = str(finding.args["wrong"])
        told[wrong] += 1
        if told[wrong] <= MOST:
            yield finding


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    """Any of the names, the longest first; one of Latin letters or digits only as a whole word."""
    words = sorted(names, key=lambda word: (-len(word), word))
    edge = {True: r"(?<![A-Za-z0-9])", False: ""}
    close = {True: r"(?![A-Za-z0-9])", False: ""}
    return re.compile("|".join(f"{edge[w[0].isascii()]}{re.escape(w)}{close[w[-1].isascii()]}" for w in words))


def _found(code: str, scope: YearScope, names: dict[str, RightName], pattern: re.Pattern[str]) -> Iterator[Finding]:
    for plan in scope.plans():
        for section in plan.plan.sections.values():
            for entry in (section, *section.walk()):
                for span, match in _wrong_in(entry, names, pattern):
                    yield Finding(code, span, _args(match, names), scope.year, entry.address())
    for entry in _heads(scope):
        for span, match in _wrong_in(entry, names, pattern):
            yield Finding(code, span, _args(match, names), scope.year)
    for _, _, narrative in scope.plan_year.texts():
        page = page_of(narrative)
        for match in _wrong(narrative.visible, names, pattern):
            yield Finding(code, page.span(*match.span()), _args(match, names), scope.year)


def _heads(scope: YearScope) -> Iterator[Entry]:
    """What stands beside the sections: the heads of plans, dimensions, season profiles, titles of the handbook.

    What several years share is looked at once, for the newest of them.
    """
    yield from (plan.plan.head for plan in scope.plans())
    handbook, later = scope.handbook, _later(scope)
    newer = {axis.place.file for year in later for axis in handbook.dimensions[year].axes.values()}
    newer |= {profile.place.file for year in later for profile in handbook.profiles.get(year, {}).values()}
    for top in (*scope.dimensions.axes.values(), *scope.profiles.values()):
        if top.place.file not in newer:
            yield from top.walk()
    year = handbook.head.years.get(str(scope.year))
    yield from (year,) if year is not None else ()
    yield from () if later else (handbook.head,)


def _wrong_in(
    entry: Entry, names: dict[str, RightName], pattern: re.Pattern[str]
) -> Iterator[tuple[Span, re.Match[str]]]:
    for inside, text in _texts(entry):
        for match in _wrong(text, names, pattern):
            yield entry.span(*inside), match


def _texts(entry: Entry) -> Iterator[tuple[tuple[str, *tuple[str | int, ...]], str]]:
    """The texts of an entry itself, each with where it stands in it; ids are no texts."""
    worded = {"title"} if isinstance(entry, HandbookHead) else worded_fields(type(entry)) - _IDS
    for name in type(entry).model_fields:
        value = getattr(entry, name) if name in worded else None
        if isinstance(value, str):
            yield (name,), value
        elif isinstance(value, tuple):
            yield from (((name, place), each) for place, each in enumerate(value) if isinstance(each, str))
        elif isinstance(value, dict):
            yield from (((name, key), each) for key, each in value.items() if isinstance(each, str))


def _wrong(text: str, names: dict[str, RightName], pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Where a name stands that is replaced, and not as a part of the right one."""
    for match in pattern.finditer(text):
        right = names[match.group()].name or ""
        place = right.find(match.group())
        start = match.start() - place
        if place < 0 or text[max(start, 0) : start + len(right)] != right:
            yield match


def _args(match: re.Match[str], names: dict[str, RightName]) -> dict[str, object]:
    name = names[match.group()]
    zh, en = told("：{reason}", ": {reason}", reason=name.reason) if name.reason else ("", "")
    return {"wrong": match.group(), "name": name.name or "", "why_zh": zh, "why_en": en}
