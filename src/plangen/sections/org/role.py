"""What the organisation says to a role: its place, the people in it, who stands above, below and beside it."""

from collections.abc import Iterator

from plangen.compute import PlanScope, Share, Tie
from plangen.sections import mentions
from plangen.sections.numbers import shown
from plangen.sections.org.lines import reports
from plangen.sections.org.model import Org, Role
from plangen.sections.org.tree import around
from plangen.values import Address
from plangen.views import Block, Column, Inline, Line, Link, Row, Table, Words, phrase

LINES = frozenset({"reports_to", "cooperates", "unit"})


def tells(tie: Tie) -> bool:
    """Who reports to the role and who works with it, in whatever plan; and what nobody but the plan's owner has."""
    return not tie.is_named or bool(LINES & set(tie.fields))


def blocks(section: Org, scope: PlanScope, share: Share) -> Iterator[Block]:
    """The tree around the role and what is known of it; on the page of its own plan only."""
    role = section.roles.get(share.role.item[-1]) if share.role.plan == scope.plan.path else None
    if role is not None:
        yield around(role, scope)
        yield _facts(role, share, scope)


def _facts(role: Role, share: Share, scope: PlanScope) -> Table:
    word = scope.word
    columns = (Column("what", word("项目", "What")), Column("value", word("内容", "Value")))
    rows = tuple(Row(((name,), line)) for name, line in _told(role, share, scope) if line)
    return Table("place", "", columns, rows)


def _told(role: Role, share: Share, scope: PlanScope) -> Iterator[tuple[str, Line]]:
    """What is known, each with its name; an empty line where nothing is."""
    word = scope.word
    yield word("单位", "Unit"), (scope.named(role.unit),) if role.unit else ()
    yield word("上级", "Reports to"), mentions.roles(role.reports_to, scope) if role.reports_to else ()
    yield word("直接下级", "Direct reports"), _links(reports(scope).get(share.role, []), scope)
    yield word("协作", "Works with"), _links(_partners(role, share, scope), scope)
    yield word("编制", "Headcount"), _headcount(role, scope)
    yield word("管辖", "Leads"), _span(role, scope)
    yield word("任职人", "Holder"), _holder(role, scope)
    yield word("说明", "Fact"), tuple(text for text in (role.fact,) if text)
    yield word("备注", "Note"), tuple(text for text in (role.note,) if text)


def _links(roles: list[Role], scope: PlanScope) -> Line:
    parts: list[Inline] = []
    for role in roles:
        parts += [scope.word("、", ", "), Link(role.name, role.address())]
    return tuple(parts[1:])


def _partners(role: Role, share: Share, scope: PlanScope) -> list[Role]:
    """Those it names, and those of its plan that name it; each once."""
    addresses = [scope.resolve(text, "org") for text in role.cooperates]
    named = [scope.entry(address) for address in addresses if address]
    found = [*named, *share.entries("cooperates")]
    return list({str(each.address()): each for each in found if isinstance(each, Role)}.values())


def _headcount(role: Role, scope: PlanScope) -> Line:
    """`现有 2 人，编制 3 人`."""
    parts: list[Inline] = []
    for measure, zh, en in (("initial", "现有 {n}", "{n} at present"), ("headcount", "编制 {n}", "{n} planned")):
        if scope.quantity(role.address(measure)) is not None:
            parts += [scope.word("，", ", ")] if parts else []
            parts += phrase(scope.word(zh, en), n=_people(role.address(measure), scope))
    return tuple(parts)


def _span(role: Role, scope: PlanScope) -> Line:
    if scope.quantity(role.address("span")) is None:
        return ()
    limit = scope.quantity(role.address("max_span"))
    said = scope.word("（上限 {n}）", " (limit {n})")
    most = phrase(said, n=_people(role.address("max_span"), scope)) if limit is not None else ()
    return (_people(role.address("span"), scope), *most)


def _people(address: Address, scope: PlanScope) -> Inline:
    return shown(scope, address, "人", with_unit=True)


def _holder(role: Role, scope: PlanScope) -> Line:
    if role.vacant:
        return (Words(scope.word("待定", "not set"), "unset"),)
    return (role.holder,) if role.holder else ()
