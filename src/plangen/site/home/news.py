"""What changed since last year: the heaviest edits, one a plan, and the way to all of them."""

from collections.abc import Iterator
from dataclasses import replace

from plangen.site.changes.wording import space, subject, values, weight_chip
from plangen.site.edition import CHANGES, Edition
from plangen.site.since import Since
from plangen.values import dotted
from plangen.views import Block, Entries, Heading, Inline, Line, Link, Num, Tally, Words, phrase

MOST = 6
LONG = 40
"""Longer texts are told on the page of changes."""


def news(edition: Edition) -> Iterator[Block]:
    """The heaviest edit of each plan; nothing where nothing changed, or where there is no year before."""
    since, word = edition.since, edition.word
    if since is None or not since.changes.edits:
        return
    heaviest: dict[str, int] = {}
    for place, edit in enumerate(since.changes.edits):
        if edit.address.plan in edition.plans and since.has_page(edit.address.plan):
            heaviest.setdefault(edit.address.plan, place)
    if heaviest:
        every = Link(word("全部变更", "All changes"), page=f"{CHANGES}/")
        aside = word("比 {year} 年，最重的在前", "since {year}, the heaviest first").format(year=since.before.year)
        yield Heading(word("最近改了什么", "What changed"), "changed", aside=aside, link=(every,))
        places = sorted(heaviest.values())[:MOST]
        yield Entries(tuple(_row(edition, since, place) for place in places))


def _row(edition: Edition, since: Since, place: int) -> tuple[Line, Line, Line]:
    """`华东区域·经销商 目标 192 → 458.4 万元`, what followed, how heavy it is."""
    word, (edit, consequence) = edition.word, since.told(place)
    plan = edit.address.plan
    name = edition.plans[plan].plan.head.name
    about = subject(since, place)
    link = Link(
        dotted(edition.language, dict.fromkeys((name, about))), page=f"{plan}/{CHANGES}/", anchor=f"edit-{edit.anchor}"
    )
    main = (link, space(since), Words(since.lines[place].what, "muted"), *_pair(since, place))
    followed = Tally(len(since.changes.following(place)), f"follows {plan} {edit.anchor}")
    edits = Tally(len(since.edits(plan)), f"edits {plan}")
    small = phrase(word("本计划共改 {n} 处", "{n} edits in this plan"), n=edits)
    if followed.number:
        small = (*phrase(word("{n} 个数字随之变化；", "{n} figures changed with it; "), n=followed), *small)
    return main, small, (weight_chip(since, consequence),)


def _pair(since: Since, place: int) -> Line:
    """The old and the new value, where both are short."""
    last, now, _ = values(since, place)
    if any(len(str(getattr(part, "text", part))) > LONG for part in (*last, *now) if not isinstance(part, Num)):
        return ()
    if not now:
        return (space(since), *_struck(last)) if last else ()
    arrow: Line = (*_struck(last), " → ") if last else ()
    return (space(since), *arrow, *(_bold(part) for part in now))


def _struck(line: Line) -> Line:
    return tuple(Words(part, "muted", struck=True) if isinstance(part, str) and part else part for part in line)


def _bold(part: Inline) -> Inline:
    """What is new in the colour of what is new."""
    if isinstance(part, Num):
        return replace(part, tone=part.tone or "changed")
    return Words(part, "changed", bold=True) if isinstance(part, str) and part else part
