"""Checks of the organisation: superiors, spans of control, vacancies, units."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.org import stated_checks  # noqa: F401 (they register their checks)
from plangen.sections.org.lines import home, role_at, superior
from plangen.sections.org.model import Org, Role, Unit
from plangen.values import Address, write_quantity


def _finding(code: str, entry: Role | Unit, where: str, **args: object) -> Finding:
    about = (entry.address(),)
    return Finding(code, entry.span(where), {"name": entry.name, **args}, entry.place.year, entry.address(), about)


@check(
    "ORG102",
    Level.ERROR,
    takes="org",
    zh="上级绕成了一圈：{path}",
    en="the superiors run in a circle: {path}",
    fix_zh="改掉其中一个岗位的 reports_to",
    fix_en="change reports_to of one of these roles",
)
def circle_of_superiors(section: Org, scope: PlanScope) -> Iterator[Finding]:
    """Superiors must lead upwards and end.

    Why: in a circle nobody decides, and no span of control or tree can be drawn.
    Bad:
        # org.yml
        roles:
          lead: {name: 组长, reports_to: rep}
          rep: {name: 业务员, reports_to: lead}
    Good:
        # org.yml
        roles:
          lead: {name: 组长}
          rep: {name: 业务员, reports_to: lead}
    """
    done: set[Address] = set()
    for role in section.roles.values():
        circle = _circle(role, scope, done)
        if circle and circle[0].place.plan == scope.plan.path:
            path = " → ".join(other.name for other in [*circle, circle[0]])
            related = tuple((other.span("reports_to"), other.name) for other in circle[1:])
            about = tuple(other.address() for other in circle)
            yield _finding("ORG102", circle[0], "reports_to", path=path).with_(related=related, about=about)


def _circle(role: Role, scope: PlanScope, done: set[Address]) -> list[Role]:
    """The circle that the superiors of a role run into, its first address first; empty where they end.

    `done` are the roles that were looked at before; this role and its superiors are added.
    """
    path: dict[Address, Role] = {}
    above: Role | None = role
    while above is not None and above.address() not in done:
        done.add(above.address())
        path[above.address()] = above
        above = superior(above, scope)
    if above is None or above.address() not in path:
        return []
    circle = list(path)[list(path).index(above.address()) :]
    first = circle.index(min(circle))
    return [path[address] for address in circle[first:] + circle[:first]]


@check(
    "ORG103",
    Level.WARNING,
    takes="org",
    zh="“{name}”直接管 {span}，超过上限 {limit}（多 {over}）",
    en="“{name}” has {span} reporting directly, above the limit {limit} (by {over})",
    fix_zh="分出一层管理，或改 max_span",
    fix_en="put a level in between, or change max_span",
)
def span_above_limit(section: Org, scope: PlanScope) -> Iterator[Finding]:
    """No more people may report to a role than its `max_span`.

    Why: who leads too many people leads none of them; headcounts that grow make it so without anybody deciding it.
    Bad:
        # org.yml
        roles:
          lead: {name: 组长, headcount: 1人, max_span: 4人}
          rep: {name: 业务员, headcount: 6人, reports_to: lead}
    Good:
        # org.yml
        roles:
          lead: {name: 组长, headcount: 1人, max_span: 6人}
          rep: {name: 业务员, headcount: 6人, reports_to: lead}
    """
    for role in section.roles.values():
        span = scope.quantity(role.address("span"))
        limit = scope.quantity(role.address("max_span"))
        if span is not None and limit is not None and span.certainly_above(limit):
            texts = {"span": span, "limit": limit, "over": span - limit}
            args = {key: write_quantity(value, "人", language=scope.language) for key, value in texts.items()}
            yield _finding("ORG103", role, "max_span", **args).with_(about=(role.address("span"),))


@check(
    "ORG104",
    Level.WARNING,
    takes="org",
    zh="“{name}”没有上级，而这份计划的最上级是“{top}”",
    en="“{name}” has no superior, while the top of this plan is “{top}”",
    fix_zh="补上 reports_to",
    fix_en="add reports_to",
)
def role_without_superior(section: Org, scope: PlanScope) -> Iterator[Finding]:
    """Every role but the top one reports to somebody.

    The top is the role outside that others report to, or else the first role without a superior that has reports.

    Why: a role without a superior hangs beside the tree, and nobody answers for it.
    Bad:
        # org.yml
        roles:
          lead: {name: 组长}
          rep: {name: 业务员, reports_to: lead}
          clerk: {name: 内勤}
    Good:
        # org.yml
        roles:
          lead: {name: 组长}
          rep: {name: 业务员, reports_to: lead}
          clerk: {name: 内勤, reports_to: lead}
    """
    roles = list(section.roles.values())
    above = [other for role in roles if (other := superior(role, scope)) is not None]
    outside = [other for other in above if other.place.plan != scope.plan.path]
    loose = [role for role in roles if role.reports_to is None]
    leading = [role for role in loose if any(other is role for other in above)]
    top = next(iter(outside or leading), None)
    for role in loose:
        if top is not None and role is not top:
            yield _finding("ORG104", role, "name", top=top.name)


@check(
    "ORG105",
    Level.INFO,
    takes="org",
    zh="“{name}”任职人待定（编制 {headcount}）",
    en="“{name}” has no holder yet (planned {headcount})",
    fix_zh="定了人就写进 holder",
    fix_en="write the name into holder once it is known",
)
def vacancy(section: Org, scope: PlanScope) -> Iterator[Finding]:
    """Roles whose holder is still open.

    Why: work planned for a role that nobody holds does not happen.
    Bad:
        # org.yml
        roles:
          lead: {name: 组长, headcount: 1人, holder: 待定}
    Good:
        # org.yml
        roles:
          lead: {name: 组长, headcount: 1人, holder: 林一}
    """
    for role in section.roles.values():
        if role.vacant:
            planned = scope.quantity(role.address("headcount"))
            count = write_quantity(planned, "人", language=scope.language) if planned is not None else "—"
            yield _finding("ORG105", role, "holder", headcount=count)


@check(
    "ORG106",
    Level.WARNING,
    takes="org",
    zh="单位“{name}”的上级单位 {parent} {problem_zh}",
    en="the parent {parent} of the unit “{name}” {problem_en}",
    fix_zh="写一个已有单位的 id，不绕回自己",
    fix_en="name a unit that exists and does not lead back",
)
def parent_of_unit(section: Org, scope: PlanScope) -> Iterator[Finding]:
    """A unit's parent is a unit, of this plan or one above, and parents do not run in a circle.

    Why: headcounts are added up along the units.
    Bad:
        # org.yml
        units:
          office: {name: 办事处, parent: head}
    Good:
        # org.yml
        units:
          head: {name: 总部}
          office: {name: 办事处, parent: head}
    """
    for unit in section.units.values():
        if unit.parent is None:
            continue
        address = scope.resolve(unit.parent, "org")
        if not isinstance(scope.entry(address) if address else None, Unit):
            problem = {"problem_zh": "不存在", "problem_en": "does not exist"}
            yield _finding("ORG106", unit, "parent", parent=unit.parent, **problem)
        elif unit.id == min(_unit_circle(section, unit), default=""):
            problem = {"problem_zh": "绕回了它自己", "problem_en": "leads back to itself"}
            yield _finding("ORG106", unit, "parent", parent=unit.parent, **problem)


def _unit_circle(section: Org, unit: Unit) -> list[str]:
    """The ids of the circle that a unit stands in; empty where it stands in none."""
    path = {unit.id: unit}
    current: Unit | None = unit
    while current is not None and current.parent is not None:
        if current.parent in path:
            return list(path) if current.parent == unit.id else []
        current = section.units.get(current.parent)
        if current is not None:
            path[current.id] = current
    return []


@check(
    "ORG107",
    Level.ERROR,
    takes="org",
    zh="“{name}”的 {field} 写的是{is_zh} {text}，应当是{wants_zh}",
    en="{field} of “{name}” names the {is_en} {text}; it takes a {wants_en}",
    fix_zh="写{wants_zh}的 id",
    fix_en="write the id of a {wants_en}",
)
def unit_for_role(section: Org, scope: PlanScope) -> Iterator[Finding]:
    """`reports_to` and `cooperates` take roles, `unit` takes a unit.

    Why: people report to people; a unit cannot approve anything.
    Bad:
        # org.yml
        units:
          office: {name: 办事处}
        roles:
          rep: {name: 业务员, reports_to: office}
    Good:
        # org.yml
        units:
          office: {name: 办事处}
        roles:
          lead: {name: 组长, unit: office}
          rep: {name: 业务员, unit: office, reports_to: lead}
    """
    role_word = {"wants_zh": "岗位", "wants_en": "role", "is_zh": "单位", "is_en": "unit"}
    unit_word = {"wants_zh": "单位", "wants_en": "unit", "is_zh": "岗位", "is_en": "role"}
    for role in section.roles.values():
        named = [("reports_to", text) for text in (role.reports_to,) if text]
        for field, text in [*named, *(("cooperates", text) for text in role.cooperates)]:
            if scope.resolve(text, "org") and role_at(text, home(role, scope)) is None:
                yield _finding("ORG107", role, field, field=field, text=text, **role_word)
        if role.unit and role_at(role.unit, scope) is not None:
            yield _finding("ORG107", role, "unit", field="unit", text=role.unit, **unit_word)
