"""What the organisation's page shows."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.sections.mentions import text
from plangen.sections.numbers import shown
from plangen.sections.org.headcount import chart
from plangen.sections.org.lines import home, role_at, superior
from plangen.sections.org.model import Org, Role
from plangen.sections.org.rules import total
from plangen.sections.org.tree import people, tree
from plangen.values import Address, agrees
from plangen.views import Block, Card, Column, Heading, Inline, Line, Link, Num, Row, Table, Tone, Words, phrase

COUNTS = ("initial", "headcount", "change")


def blocks(section: Org, scope: PlanScope) -> Iterator[Block]:
    """Tree, headcounts, roles, units."""
    if section.roles:
        yield Heading(scope.word("谁向谁汇报", "Who reports to whom"), "lines", aside=_counts(scope))
        yield tree(section, scope)
        yield from chart(section, scope)
        yield _roles(section, scope)
    if section.units:
        yield _units(section, scope)


def cards(section: Org, scope: PlanScope) -> Iterator[Card]:
    """The planned headcount against the present one."""
    planned = scope.quantity(total(scope, "headcount"))
    if planned is not None:
        figure = (people(total(scope, "headcount"), scope),)
        present = people(total(scope, "initial"), scope)
        known = present.quantity is not None
        note = phrase(scope.word("现有 {n}", "{n} at present"), n=present) if known else ()
        comma = scope.word("，", ", ") if known else ""
        label = scope.word("编制", "Planned headcount")
        yield Card(label, figure, (*note, *_vacancies(scope, comma)), about="people")


def summary(section: Org, scope: PlanScope) -> Line:
    """Number of roles and people."""
    roles = scope.word("{n} 个岗位", "{n} role(s)", n=len(section.roles))
    comma, counts = scope.word("，", ", "), _counts(scope)
    return (roles, *((comma, *counts) if counts else ()), *_vacancies(scope, comma))


def lede(section: Org, scope: PlanScope) -> Line:
    """Who leads how many, and what the plan adds."""
    leaders = [(role, scope.quantity(role.address("span"))) for role in section.roles.values()]
    widest = max(((q.low, role, q) for role, q in leaders if q and q.low), key=lambda one: one[0], default=None)
    parts: list[Inline] = []
    if widest:
        number = people(widest[1].address("span"), scope)
        parts += [scope.word("{name}直接管 ", "{name} leads ", name=widest[1].name), number, scope.word("；", "; ")]
    counts = _counts(scope) or (scope.word("共 {n} 个岗位", "{n} role(s)", n=len(section.roles)),)
    return (*parts, *counts, *_vacancies(scope, scope.word("，", ", ")), scope.word("。", "."))


def _counts(scope: PlanScope) -> Line:
    words = {"headcount": ("编制 {n}", "planned {n}"), "initial": ("现有 {n}", "present {n}")}
    numbers = {measure: people(total(scope, measure), scope) for measure in words}
    texts = [phrase(scope.word(*words[name]), n=num) for name, num in numbers.items() if num.quantity is not None]
    return tuple(part for text in texts for part in (scope.word("，", ", "), *text))[1:]


def _vacancies(scope: PlanScope, before: str) -> Line:
    number = shown(scope, total(scope, "vacant"))
    if number.quantity is None:
        return ()
    return (before, *phrase(scope.word("{n} 个岗位任职人待定", "{n} without a holder"), "unset", n=number))


def _roles(section: Org, scope: PlanScope) -> Table:
    word = scope.word
    columns = (
        Column("role", word("岗位", "Role")),
        Column("unit", word("单位", "Unit"), phone=False),
        *_count_columns(scope),
        Column("superior", word("上级", "Reports to")),
        Column("span", word("管辖", "Leads"), "人", numeric=True, phone=False),
        Column("holder", word("任职人", "Holder"), phone=False),
    )
    rows = [_role_row(role, scope) for role in section.roles.values()]
    if any(scope.quantity(total(scope, measure)) is not None for measure in COUNTS):
        whole = _count_cells(total(scope, ""), scope)
        rows.append(Row(((word("合计", "Total"),), (), *whole, (), (), ()), "total"))
    return Table("roles", word("岗位", "Roles"), columns, tuple(rows))


def _role_row(role: Role, scope: PlanScope) -> Row:
    unit = (scope.named(role.unit),) if role.unit else (Num(None),)
    span = shown(scope, role.address("span"), "人")
    counts = _count_cells(role.address(), scope)
    name, holder = text(role.name, role.note), (_holder(role, scope),)
    return Row((name, unit, *counts, _superiors(role, scope), (span,), holder), id=role.id)


def _superiors(role: Role, scope: PlanScope) -> Line:
    """The superior, and the other one that the paper names."""
    other = role_at(role.stated.reports_to, home(role, scope)) if role.stated and role.stated.reports_to else None
    if other is None or other is superior(role, scope):
        return (_superior(role, scope),)
    said = scope.word("≠ 文件写{name}", "≠ stated {name}", name=other.name)
    return (_superior(role, scope), " ", Words(said, "bad"))


def _superior(role: Role, scope: PlanScope) -> Inline:
    above = superior(role, scope)
    if above is not None:
        return Link(above.name, above.address())
    return Words(f"✕ {role.reports_to}", "bad") if role.reports_to else Num(None)


def _holder(role: Role, scope: PlanScope) -> Inline:
    if role.vacant:
        return Words(scope.word("待定", "TBD"), "unset")
    return role.holder or Num(None)


def _units(section: Org, scope: PlanScope) -> Table:
    word = scope.word
    columns = (
        Column("unit", word("单位", "Unit")),
        Column("parent", word("上级单位", "Parent")),
        *_count_columns(scope),
    )
    rows = tuple(
        Row(
            (
                text(unit.name, unit.note),
                (scope.named(unit.parent) if unit.parent else Num(None),),
                *_count_cells(unit.address(), scope),
            ),
            id=unit.id,
        )
        for unit in section.units.values()
    )
    return Table("units", word("单位", "Units"), columns, rows)


def _count_columns(scope: PlanScope) -> tuple[Column, ...]:
    titles = (("现有", "Present"), ("编制", "Planned"), ("变化", "Change"))
    return tuple(Column(key, scope.word(*title), "人", numeric=True) for key, title in zip(COUNTS, titles, strict=True))


def _count_cells(address: Address, scope: PlanScope) -> tuple[Line, ...]:
    return tuple(_count(address.with_measure(measure), scope) for measure in COUNTS)


def _count(address: Address, scope: PlanScope) -> Line:
    number, stated = shown(scope, address, "人", signed=address.measure == "change"), address.with_facet("stated")
    said, quantity = shown(scope, stated, "人", with_unit=True), scope.quantity(address)
    if said.quantity is None:
        return (number,)
    apart = quantity is not None and not agrees(said.quantity, quantity, scope.handbook.tolerance())
    tone: Tone = "bad" if apart else "muted"
    text = scope.word("≠ 文件写 {n}", "≠ stated {n}") if apart else scope.word("文件写 {n}", "stated {n}")
    return (*phrase(text, tone, n=said), " ", number)
