"""Names: one thing has one name; the names that the register replaces are told wherever they stand."""

import re
from collections.abc import Iterable, Iterator

from plangen.compute import YearScope
from plangen.findings import Finding, Level, check
from plangen.model import Entry, RefField, RightName, marked_fields
from plangen.source import page_of

MOST = 20
"""How many findings of one wrong name are told; it is mended by one search."""


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
                for field, text in _texts(entry):
                    for match in _wrong(text, names, pattern):
                        span = entry.span(field)
                        yield Finding(code, span, _args(match, names), scope.year, entry.address())
    for _, _, narrative in scope.plan_year.texts():
        page = page_of(narrative)
        for match in _wrong(narrative.visible, names, pattern):
            yield Finding(code, page.span(*match.span()), _args(match, names), scope.year)


def _texts(entry: Entry) -> Iterator[tuple[str, str]]:
    """The fields of an entry that hold a text of their own; references name things by ids."""
    references = {name for name, _ in marked_fields(type(entry), RefField)}
    for name in type(entry).model_fields:
        value = getattr(entry, name)
        if name in references or name in ("source", "was"):
            continue
        if isinstance(value, str):
            yield name, value
        elif isinstance(value, tuple):
            yield from ((name, each) for each in value if isinstance(each, str))


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
    zh, en = (f"：{name.reason}", f": {name.reason}") if name.reason else ("", "")
    return {"wrong": match.group(), "name": name.name or "", "why_zh": zh, "why_en": en}
