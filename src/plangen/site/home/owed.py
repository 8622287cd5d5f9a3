"""What is not set yet, by who has to set it: the largest first, with the way to all."""

from collections.abc import Iterator

from plangen.site.called import called, clipped
from plangen.site.edition import Edition
from plangen.site.roles.role_page import name_of
from plangen.values import Address
from plangen.views import Block, Entries, Heading, Line, Link, Tally, phrase

MOST, NAMED = 6, 3


def owed(edition: Edition) -> Iterator[Block]:
    """Each role with how much it owes and the first of it; nothing where nothing is owed."""
    word, register = edition.word, edition.roles
    everything = register.everything_owed
    if not everything:
        return
    every = phrase(word("全部 {n} 项", "all {n}"), n=Tally(len(everything), "unset", Link("", page="unset/")))
    yield Heading(word("还没填的", "Not set yet"), "unset", aside=word("按负责人", "by owner"), link=every)
    owing = sorted((role for role in register.roles if register.owed(role)), key=lambda role: -len(register.owed(role)))
    rows = [_row(edition, role) for role in owing[:MOST]]
    nobody = len(register.owed(None))
    if nobody:
        number = Tally(nobody, "owed -", Link("", page="unset/"), "unset")
        rows.append(((word("没有负责人", "nobody's"),), (), phrase(word("{n} 项", "{n}"), "unset", n=number)))
    yield Entries(tuple(rows))


def _row(edition: Edition, role: Address) -> tuple[Line, Line, Line]:
    word, register = edition.word, edition.roles
    mine = register.owed(role)
    names = list(dict.fromkeys(clipped(called(each.scope, each.value.entry)) for each in mine))
    first = word("、", ", ").join(names[:NAMED]) + (word(" 等", " and more") if len(names) > NAMED else "")
    plan = edition.plans[role.plan].plan.head.name
    link = Link("", page=register.page(role), anchor="owed")
    number = Tally(len(mine), f"owed {name_of(role)}", link, "unset")
    who: Line = (register.link(role), *phrase(word("（{plan}）", " ({plan})"), plan=plan))
    return who, (first,), phrase(word("{n} 项", "{n}"), "unset", n=number)
