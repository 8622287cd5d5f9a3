"""Checks of what the paper says elsewhere: headcounts against the roles, superiors told twice, no lines at all."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.org.lines import home, role_at, superior
from plangen.sections.org.model import Org, Role, Unit
from plangen.values import Quantity, agrees, write_quantity


@check(
    "ORG108",
    Level.ERROR,
    takes="org",
    zh="“{name}”的{measure}是 {computed}，文件写 {stated}，差 {difference}",
    en="{measure} of “{name}”: {computed}, the paper states {stated}: {difference} apart",
    fix_zh="改岗位的人数，或把 stated 改成 {computed}",
    fix_en="change the people of the roles, or state {computed}",
)
def headcount_as_stated(section: Org, scope: PlanScope) -> Iterator[Finding]:
    """The people of a unit or role are as many as the paper states.

    Why: one number is approved and the other one hired. A unit counts the roles in it and in the units below it; roles
    without a number may hold the difference, and 约 may be off by the handbook's tolerance.
    Bad:
        # org.yml
        units:
          office: {name: 办事处, stated: {headcount: 6人}}
        roles:
          lead: {name: 组长, unit: office, headcount: 1人}
          rep: {name: 业务员, unit: office, headcount: 4人, reports_to: lead}
    Good:
        # org.yml
        units:
          office: {name: 办事处, stated: {headcount: 5人}}
        roles:
          lead: {name: 组长, unit: office, headcount: 1人}
          rep: {name: 业务员, unit: office, headcount: 4人, reports_to: lead}
    """
    words = {"initial": ("现有人数", "the present people"), "headcount": ("编制", "the planned headcount")}
    entries: list[Unit | Role] = [*section.units.values(), *section.roles.values()]
    for entry in entries:
        for name, stated in entry.stated.quantities() if entry.stated else ():
            computed = scope.quantity(entry.address(name))
            if computed is not None and not agrees(stated, computed, scope.handbook.tolerance()):
                args = {"name": entry.name, "measure": scope.word(*words[name])}
                yield _counts_finding(entry, name, (computed, stated), args, scope)


def _counts_finding(
    entry: Role | Unit, name: str, both: tuple[Quantity, Quantity], args: dict[str, str], scope: PlanScope
) -> Finding:
    computed, stated = both
    apart = computed - stated if computed.certainly_above(stated) else stated - computed
    numbers = {"computed": computed, "stated": stated, "difference": apart}
    said = {key: write_quantity(number, "人", language=scope.language) for key, number in numbers.items()}
    assert entry.stated is not None, "it has quantities"
    address = entry.address(name)
    about = (address, address.with_facet("stated"))
    return Finding("ORG108", entry.stated.span(name), args | said, scope.year, about[1], about)


@check(
    "ORG109",
    Level.ERROR,
    takes="org",
    zh="“{name}”有两个上级：组织里是{one}，文件另写{other}",
    en="“{name}” has two superiors: {one} in the organisation, {other} elsewhere in the paper",
    fix_zh="定下一个写进 reports_to，去掉 stated；另一个是协作就写 cooperates",
    fix_en="settle for one in reports_to and take stated away; where the other one only works with it, use cooperates",
)
def superior_told_once(section: Org, scope: PlanScope) -> Iterator[Finding]:
    """The superior that the paper names elsewhere is the one of the organisation.

    Why: who reports to two reports to none when it matters, and each leaves the decision to the other.
    Bad:
        # org.yml
        roles:
          chief: {name: 总经理}
          sales: {name: 销售总经理, reports_to: chief}
          marketing: {name: 市场部经理, reports_to: sales, stated: {reports_to: chief}}
    Good:
        # org.yml
        roles:
          chief: {name: 总经理}
          sales: {name: 销售总经理, reports_to: chief}
          marketing: {name: 市场部经理, reports_to: sales, stated: {reports_to: sales}}
    """
    for role in section.roles.values():
        if role.stated is None or role.stated.reports_to is None or role.reports_to is None:
            continue
        one, other = superior(role, scope), role_at(role.stated.reports_to, home(role, scope))
        if one is not None and other is not None and one is not other:
            args = {"name": role.name, "one": one.name, "other": other.name}
            span, related = role.stated.span("reports_to"), ((role.span("reports_to"), one.name),)
            yield Finding("ORG109", span, args, scope.year, role.address(), (role.address(),), related)


@check(
    "ORG110",
    Level.INFO,
    takes="org",
    zh="{count} 个岗位之间没有写谁向谁汇报",
    en="none of the {count} role(s) says whom it reports to",
    fix_zh="除最上级以外，给每个岗位补上 reports_to",
    fix_en="add reports_to to every role but the top one",
)
def nobody_reports(section: Org, scope: PlanScope) -> Iterator[Finding]:
    """An organisation of several roles says who reports to whom.

    Why: without lines there is no tree, no span of control, and nobody who decides.
    Bad:
        # org.yml
        roles:
          lead: {name: 组长}
          rep: {name: 业务员}
    Good:
        # org.yml
        roles:
          lead: {name: 组长}
          rep: {name: 业务员, reports_to: lead}
    """
    roles = section.roles.values()
    if len(roles) > 1 and all(role.reports_to is None for role in roles):
        span, about = section.key_span("roles"), tuple(role.address() for role in roles)
        yield Finding("ORG110", span, {"count": len(roles)}, scope.year, about[0], about)
