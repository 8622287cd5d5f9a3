"""Where everybody finds themselves: all roles of a year by plan, with unit, headcount and what is theirs."""

from collections.abc import Iterator
from dataclasses import replace

from plangen.compute import PlanScope
from plangen.findings import Level, level_of
from plangen.site.edition import Edition
from plangen.site.eyebrow import eyebrow
from plangen.site.roles.items import number_at
from plangen.site.roles.plan_page import count, has_page
from plangen.site.roles.register import WHO
from plangen.site.roles.role_page import name_of
from plangen.values import Address
from plangen.views import Block, Column, Document, Entries, Line, Link, Num, Row, Table, Tally, phrase


def roles_page(edition: Edition) -> Document:
    """All roles in one table."""
    word, roles = edition.word, edition.roles.roles
    text = word(
        "{n} 个岗位，按计划和单位排列。点岗位名看这个岗位的全部内容。", "{n} role(s) by plan and unit; each has a page."
    )
    lede = phrase(text, n=Tally(len(roles), "roles"))
    empty = Entries(
        (), word("还没有岗位：写在 org.yml 的 roles 里。", "No roles yet: they stand in org.yml under roles.")
    )
    block: Block = _table(edition) if roles else empty
    return Document(word("岗位", "Roles"), (block,), eyebrow(edition, None), lede)


def _table(edition: Edition) -> Table:
    word = edition.word
    columns = (
        Column("role", word("岗位", "Role")),
        Column("unit", word("单位", "Unit")),
        Column("above", word("上级", "Reports to"), phone=False),
        Column("headcount", word("编制", "Headcount"), "人", numeric=True, phone=False),
        Column("answers", word("负责", "Answers for"), word("项", "items"), numeric=True),
        Column("owed", word("待定", "Not set"), word("项", "items"), numeric=True, phone=False),
        Column("judged", word("检查", "Checks"), numeric=True, phone=False),
    )
    return Table("roles", word("找到自己", "Find yourself"), columns, tuple(_rows(edition, len(columns))))


def _rows(edition: Edition, width: int) -> Iterator[Row]:
    for path, scope in edition.plans.items():
        mine = [role for role in edition.roles.roles if role.plan == path]
        if mine:
            yield Row(((Link(scope.plan.head.name, page=f"{path}/"),), *([()] * (width - 1))), "group")
            units = list(dict.fromkeys(_unit(scope, role) for role in mine))
            yield from (_row(edition, scope, role) for role in sorted(mine, key=lambda r: units.index(_unit(scope, r))))


def _unit(scope: PlanScope, role: Address) -> str:
    unit = getattr(scope.entry(role), "unit", None)
    return scope.named(unit) if unit else ""


def _row(edition: Edition, scope: PlanScope, role: Address) -> Row:
    register, of, unit = edition.roles, name_of(role), _unit(scope, role)
    above, owed = register.superior(role), len(register.owed(role))
    told = sum(level_of(finding) is not Level.INFO for finding in register.findings(role))
    return Row((
        (register.link(role),),
        (unit,) if unit else (Num(None),),
        (register.link(above),) if above else (Num(None),),
        (replace(number_at(scope, role.with_measure("headcount")), unit="人", with_unit=False),),
        (Tally(len(register.answered(role)), f"answers {of}"),),
        (Tally(owed, f"owed {of}", tone="unset" if owed else ""),),
        (Tally(told, f"judged {of}", tone="bad" if told else ""),),
    ), level=1)  # fmt: skip


def who_index_page(edition: Edition) -> Document:
    """The plans with how many functions each has, and how many are led by nobody or by several."""
    word = edition.word
    plans = [scope.plan for scope in edition.plans.values() if has_page(edition, scope.plan)]
    columns = (
        Column("plan", word("计划", "Plan")),
        Column("roles", word("岗位", "Roles"), numeric=True),
        Column("functions", word("职能", "Functions"), numeric=True, phone=False),
        Column("nobodys", word("没有人牵头", "Led by nobody"), numeric=True),
        Column("shared", word("几个岗位并列", "Side by side"), numeric=True),
        Column("unowned", word("没有人负责的项", "Items of nobody"), numeric=True, phone=False),
    )
    rows = []
    for plan in plans:
        unowned = len(edition.roles.unowned(plan.path))
        rows.append(Row((
            (Link(plan.title, page=f"{WHO}/{plan.path}/"),),
            (Tally(len(edition.roles.of_plan(plan.path)), f"roles {plan.path}"),),
            *((count(edition, plan, state),) for state in ("", "nobodys", "shared")),
            (Tally(unowned, f"load {plan.path} -", tone="unset" if unowned else ""),),
        )))  # fmt: skip
    empty = Entries((), word("还没有岗位。", "No roles yet."))
    table = Table("who", word("各计划的分工", "Who does what, by plan"), columns, tuple(rows))
    lede: Line = (
        word(
            "每份计划一张表：哪个岗位牵头，哪个参与，各负责多少项。",
            "For each plan: who leads, who takes part, and how much each role answers for.",
        ),
    )
    return Document(word("分工", "Who does what"), (table if rows else empty,), eyebrow(edition, None), lede)
