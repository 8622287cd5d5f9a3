"""Where to start: the roles that have most to do in each business unit, with what is due next."""

from collections.abc import Iterator

from plangen.site.calendar.role_dates import role_appointments
from plangen.site.calendar.words import short
from plangen.site.called import clipped
from plangen.site.edition import Edition
from plangen.site.roles.register import FOLDER
from plangen.site.roles.role_page import name_of
from plangen.values import Address
from plangen.views import Block, Entries, Group, Heading, Line, Link, Tally, phrase

MOST = 8


def start(edition: Edition) -> Iterator[Block]:
    """Two lists of roles; nothing where there are none."""
    roles, word = _chosen(edition), edition.word
    if not roles:
        return
    every = phrase(
        word("全部 {n} 个岗位", "all {n} role(s)"),
        n=Tally(len(edition.roles.roles), "roles", Link("", page=f"{FOLDER}/")),
    )
    aside = word("各单元事情最多的岗位", "the busiest roles of each unit")
    yield Heading(word("从您的岗位开始", "Start from your role"), "start", aside=aside, link=every)
    rows = [_row(edition, role) for role in roles]
    half = (len(rows) + 1) // 2
    lists = [Entries(tuple(part)) for part in (rows[:half], rows[half:]) if part]
    yield Group(tuple(lists), "columns" if len(lists) > 1 else "stack")


def _chosen(edition: Edition) -> list[Address]:
    """The busiest role of each business unit, then the next ones, in the order of the plans."""
    register = edition.roles
    by_unit: dict[str, list[Address]] = {}
    for role in register.roles:
        if register.answered(role):
            by_unit.setdefault(role.plan.split("/")[0], []).append(role)
    for mine in by_unit.values():
        mine.sort(key=lambda role: -len(register.answered(role)))
    ranks = range(max(map(len, by_unit.values()), default=0))
    ranked = [mine[rank] for rank in ranks for mine in by_unit.values() if rank < len(mine)][:MOST]
    return [role for role in register.roles if role in ranked]


def _row(edition: Edition, role: Address) -> tuple[Line, Line, Line]:
    word, register = edition.word, edition.roles
    plan = edition.plans[role.plan].plan.head.name
    coming = role_appointments(edition, role, coming=True)[:1]
    text = word("下一项 {day}　{what}", "next on {day}: {what}")
    small: Line = tuple(text.format(day=short(edition, each.day), what=clipped(each.what)) for each in coming)
    number = Tally(len(register.answered(role)), f"answers {name_of(role)}", Link("", page=register.page(role)))
    answers = phrase(word("负责 {n} 项", "answers for {n}"), n=number)
    return (register.link(role), *phrase(word("（{plan}）", " ({plan})"), plan=plan)), small, answers
