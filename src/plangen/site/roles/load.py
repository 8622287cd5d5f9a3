"""Load by role: how many items of each section kind a role of a plan answers for; and what nobody answers for."""

from collections import Counter
from collections.abc import Sequence

from plangen.model import Plan
from plangen.site.edition import Edition
from plangen.site.roles.register import Register, is_work
from plangen.values import Address
from plangen.views import Column, Line, Link, Num, Row, Table, Tally, Words


def load_table(edition: Edition, plan: Plan) -> Table:
    """A row a role, a column a kind; what nobody answers for stands below."""
    word, register = edition.word, edition.roles
    roles = register.of_plan(plan.path)
    counts = {role: _counts(register, role, plan.path) for role in roles}
    nobody = Counter(entry.place.kind for entry in register.unowned(plan.path))
    used = [kind for kind in edition.kinds if nobody[kind] or any(count[kind] for count in counts.values())]
    columns = (
        Column("role", word("岗位", "Role")),
        Column("all", word("合计", "All"), numeric=True),
        *(Column(kind, edition.kinds[kind].title(edition.language), "", numeric=True, phone=False) for kind in used),
        Column("owed", word("待定", "Not set"), numeric=True),
    )
    rows = [_row(edition, plan, role, counts[role], used) for role in roles]
    rows += _nobody(edition, plan, nobody, used)
    title = word("每个岗位负责多少", "Load by role")
    subtitle = word(
        "本计划里负责的项数；几个岗位同负一项的各算一次", "items of this plan; shared ones count for each role"
    )
    return Table("load", title, columns, tuple(rows), subtitle)


def _counts(register: Register, role: Address, plan: str) -> Counter[str]:
    return Counter(tie.kind for tie in register.ties.of.get(role, ()) if tie.plan == plan and is_work(tie))


def _row(edition: Edition, plan: Plan, role: Address, counts: Counter[str], used: Sequence[str]) -> Row:
    of, register = f"{plan.path} {role}", edition.roles
    owed = sum(each.scope.plan is plan for each in register.owed(role))
    home: Line = (Words(f" {edition.plans[role.plan].plan.head.name}", "muted"),) if role.plan != plan.path else ()
    return Row((
        (register.link(role), *home),
        (Tally(counts.total(), f"load {of}"),),
        *(_count(edition, role, counts[kind], kind, of) for kind in used),
        (Tally(owed, f"owes {of}", tone="unset" if owed else ""),),
    ))  # fmt: skip


def _count(edition: Edition, role: Address, number: int, kind: str, of: str) -> Line:
    named = any(tie.kind == kind and tie.is_named for tie in edition.roles.ties.of.get(role, ()))
    link = Link("", page=edition.roles.page(role), anchor=f"role-{kind}" if named else "")
    return (Tally(number, f"load {of} {kind}", link),) if number else (Num(None),)


def _nobody(edition: Edition, plan: Plan, nobody: Counter[str], used: Sequence[str]) -> list[Row]:
    """The row of what nobody answers for; at nothing too, because it proves that nothing is left out."""
    of = f"{plan.path} -"
    owed = sum(each.scope.plan is plan for each in edition.roles.owed(None))
    counts = (
        (Tally(nobody[kind], f"load {of} {kind}", tone="unset"),) if nobody[kind] else (Num(None),) for kind in used
    )
    return [Row((
        (edition.word("没有人负责", "nobody answers for"),),
        (Tally(nobody.total(), f"load {of}", tone="unset" if nobody else ""),),
        *counts,
        (Tally(owed, f"owes {of}", tone="unset" if owed else ""),),
    ), "residual")]  # fmt: skip
