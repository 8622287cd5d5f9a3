"""The register of what is unset: every value of a year that is expected and not given, by plan and owner."""

from collections.abc import Iterator
from itertools import groupby

from plangen.compute import Owed
from plangen.site.edition import Edition
from plangen.site.eyebrow import eyebrow
from plangen.site.roles.owed import owed_columns, owed_row, owner_line
from plangen.site.roles.role_page import name_of
from plangen.values import Address
from plangen.views import Block, Column, Document, Entries, Line, Link, Row, Table, Tally, Words, phrase


def unset_page(edition: Edition) -> Document:
    """Who owes how much, then every value."""
    word, owed = edition.word, edition.roles.everything_owed
    blocks: tuple[Block, ...] = (Entries((), word("没有待定的数。", "Nothing is unset.")),)
    if owed:
        blocks = (_by_owner(edition), _register(edition, owed))
    return Document(word("待定清单", "Not set yet"), blocks, eyebrow(edition, None), _lede(edition, owed))


def _lede(edition: Edition, owed: list[Owed]) -> Line:
    nobody = Tally(len(edition.roles.owed(None)), "owed -", tone="unset" if edition.roles.owed(None) else "")
    text = edition.word(
        "应填未填 {n} 项，{nobody} 项没有负责人。都不按零计。",
        "{n} values are expected and not given, {nobody} of them nobody's. None counts as zero.",
    )
    return phrase(text, n=Tally(len(owed), "unset"), nobody=nobody)


def _by_owner(edition: Edition) -> Table:
    """How much each role owes; what is nobody's stands below."""
    word, register = edition.word, edition.roles
    columns = (
        Column("owner", word("负责人", "Owner")),
        Column("plan", word("岗位所在的计划", "Plan of the role"), phone=False),
        Column("owed", word("待定", "Not set"), word("项", "values"), numeric=True),
    )
    owing = [role for role in register.roles if register.owed(role)]
    rows = [_owing(edition, role) for role in sorted(owing, key=lambda role: -len(register.owed(role)))]
    nobody = (word("没有负责人", "nobody"),)
    rows.append(Row((nobody, (), (Tally(len(register.owed(None)), "owed -"),)), "residual"))
    return Table("owners", word("谁还欠多少", "Who owes how much"), columns, tuple(rows))


def _owing(edition: Edition, role: Address) -> Row:
    register = edition.roles
    link = Link("", page=register.page(role), anchor="owed")
    number = Tally(len(register.owed(role)), f"owed {name_of(role)}", link)
    return Row(((register.link(role),), (edition.plans[role.plan].plan.head.name,), (number,)))


def _register(edition: Edition, owed: list[Owed]) -> Table:
    title = edition.word("按计划和负责人", "By plan and owner")
    return Table("register", title, owed_columns(edition, place=True), tuple(_rows(edition, owed)))


def _rows(edition: Edition, owed: list[Owed]) -> Iterator[Row]:
    roles = {role: place for place, role in enumerate(edition.roles.roles)}
    for path, of_plan in groupby(owed, lambda each: each.scope.plan.path):
        in_order = sorted(of_plan, key=lambda each: roles[each.role] if each.role else len(roles))
        for _, group in groupby(in_order, lambda each: each.role):
            mine = list(group)
            yield _group(edition, path, mine)
            yield from (owed_row(edition, each, place=True) for each in mine)


def _group(edition: Edition, path: str, mine: list[Owed]) -> Row:
    """The plan and the owner, with how many values."""
    role = mine[0].role
    name = (Link(edition.plans[path].plan.head.name, page=f"{path}/"), " · ", *owner_line(edition, mine[0]))
    number = Tally(len(mine), f"owes {path} {role or '-'}")
    return Row(((*name, Words(" "), number), (), (), (), ()), "group")
