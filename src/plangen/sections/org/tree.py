"""The tree of the organisation: roles of the plan, the superiors above it and the partners beside it."""

from dataclasses import replace

from plangen.compute import PlanScope
from plangen.sections.numbers import shown
from plangen.sections.org.lines import chain, home, reports, role_at, superior
from plangen.sections.org.model import Org, Role
from plangen.values import Address
from plangen.views import Column, Line, Link, Node, Num, Row, Table, Tone, Tree, Wording, phrase


def tree(section: Org, scope: PlanScope) -> Tree:
    """Every role as a box under its superior; roles of other plans are marked 本区外."""
    roles = list(section.roles.values())
    above = _above(roles, scope)
    partners = _partners(roles, above, scope)
    shown = {str(role.address()) for role in [*roles, *above]}
    nodes = [_outside(role, scope, ()) for role in above]
    nodes += [_inside(role, scope, shown) for role in roles]
    nodes += [_outside(role, scope, works_with) for role, works_with in partners]
    word = scope.word
    notes = word(
        "实线：直接上级；虚线：协作，不考核；虚框：任职人待定；红框：上级不存在",
        "Solid line: superior; dashed line: cooperation; dashed frame: no holder yet; red frame: unknown superior",
    )
    return Tree("tree", tuple(nodes), (notes,), _table(tuple(nodes), scope))


def around(role: Role, scope: PlanScope) -> Tree:
    """One role with the superiors above it and those who report to it."""
    above, below = list(reversed(list(chain(role, scope)))), reports(scope).get(role.address(), [])
    nodes = [_near(other, scope) for other in above]
    nodes.append(replace(_inside(role, scope, set()), here=True, link=None))
    nodes += [_near(other, scope) for other in below if other not in above]
    notes = scope.word("实线：直接上级；虚框：任职人待定", "Solid line: superior; dashed frame: no holder yet")
    return Tree("place-tree", tuple(nodes), (notes,), _table(tuple(nodes), scope))


def _near(role: Role, scope: PlanScope) -> Node:
    """A role of the plan, or one of another plan that is marked so."""
    return _inside(role, scope, set()) if role.place.plan == scope.plan.path else _outside(role, scope, ())


def people(address: Address, scope: PlanScope) -> Num:
    """A number of people with its unit."""
    return shown(scope, address, "人", with_unit=True)


def _above(roles: list[Role], scope: PlanScope) -> list[Role]:
    """The superiors outside the plan, from the top down, each once."""
    found: list[Role] = []
    seen: set[Address] = set()
    for role in roles:
        line = []
        for other in chain(role, scope):
            if other.address() in seen:
                break  # the rest of the line was walked before
            seen.add(other.address())
            line.append(other)
        found += [other for other in reversed(line) if other.place.plan != scope.plan.path]
    return found


def _partners(roles: list[Role], above: list[Role], scope: PlanScope) -> list[tuple[Role, tuple[str, ...]]]:
    """Roles outside the plan that only cooperate, each with the boxes that it works with."""
    found: dict[str, tuple[Role, list[str]]] = {}
    for role in [*above, *roles]:
        for text in role.cooperates:
            other = role_at(text, home(role, scope))
            if other is not None and other.place.plan != scope.plan.path and not any(other is one for one in above):
                found.setdefault(str(other.address()), (other, []))[1].append(str(role.address()))
    return [(other, tuple(works_with)) for other, works_with in found.values()]


def _inside(role: Role, scope: PlanScope, shown: set[str]) -> Node:
    return Node(
        str(role.address()),
        role.name,
        fact=_fact(role, scope),
        corner=_corner(role, scope),
        parent=_parent(role, scope),
        tone=_tone(role, scope),
        cooperates=tuple(name for name in _works_with(role, scope) if name in shown),
        link=Link(role.name, role.address()),
    )


def _outside(role: Role, scope: PlanScope, works_with: tuple[str, ...]) -> Node:
    return Node(
        str(role.address()),
        role.name,
        fact=role.fact or (scope.named(role.unit) if role.unit else ""),
        corner=scope.word("本区外", "outside"),
        parent="" if works_with else _parent(role, scope),
        cooperates=works_with,
        link=Link(role.name, role.address()),
    )


def _parent(role: Role, scope: PlanScope) -> str:
    above = superior(role, scope)
    return str(above.address()) if above else ""


def _works_with(role: Role, scope: PlanScope) -> list[str]:
    others = (role_at(text, home(role, scope)) for text in role.cooperates)
    return [str(other.address()) for other in others if other is not None]


def _tone(role: Role, scope: PlanScope) -> Tone:
    if role.reports_to and superior(role, scope) is None:
        return "bad"
    return "unset" if role.vacant else ""


def _corner(role: Role, scope: PlanScope) -> Line:
    if role.headcount is None:
        return ()
    count = people(role.address("headcount"), scope)
    initial, planned = scope.quantity(role.address("initial")), scope.quantity(role.address("headcount"))
    grows = initial is not None and planned is not None and not initial.same_as(planned)
    return phrase(scope.word("编制 {n}", "planned {n}"), n=count) if grows else (count,)


def _fact(role: Role, scope: PlanScope) -> Line:
    parts: list[Line] = []
    if scope.quantity(role.address("span")) is not None:
        manages = phrase(scope.word("管 {n}", "leads {n}"), n=people(role.address("span"), scope))
        limit = people(role.address("max_span"), scope)
        said = phrase(scope.word("（上限 {n}）", " (limit {n})"), n=limit) if limit.quantity is not None else ()
        parts.append((*manages, *said))
    parts += [(role.fact,)] if role.fact else []
    if role.vacant:
        parts.append((scope.word("任职人待定", "no holder yet"),))
    comma = scope.word("，", ", ")
    return tuple(each for part in parts for each in (comma, *part))[1:]


def _table(nodes: tuple[Node, ...], scope: PlanScope) -> Table:
    names = {node.id: node.title for node in nodes}
    word = scope.word
    columns = (
        Column("role", word("岗位", "Role")),
        Column("superior", word("上级", "Reports to")),
        Column("fact", word("说明", "Fact")),
    )
    rows = tuple(Row(((node.title,), (names.get(node.parent, "—"),), _line(node.fact) or ("—",))) for node in nodes)
    return Table("tree-table", word("谁向谁汇报", "Who reports to whom"), columns, rows)


def _line(wording: Wording) -> Line:
    return ((wording,) if wording else ()) if isinstance(wording, str) else wording
