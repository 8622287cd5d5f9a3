"""Reporting lines: who is whose superior, across the plans of a year."""

from collections.abc import Iterator
from dataclasses import replace

from plangen.compute import PlanScope
from plangen.model import Plan
from plangen.sections.org.model import Org, Role
from plangen.values import Address


def home(role: Role, scope: PlanScope) -> PlanScope:
    """The scope of the plan that a role was written in."""
    plan = scope.plan_year.plans.get(role.place.plan, scope.plan)
    return scope if plan is scope.plan else replace(scope, plan=plan)


def role_at(text: str, scope: PlanScope) -> Role | None:
    """The role that a reference means from a plan, or None where it means no role."""
    address = scope.resolve(text, "org")
    entry = scope.entry(address) if address else None
    return entry if isinstance(entry, Role) else None


def superior(role: Role, scope: PlanScope) -> Role | None:
    """The role that a role reports to, in whatever plan it stands."""
    return role_at(role.reports_to, home(role, scope)) if role.reports_to else None


def chain(role: Role, scope: PlanScope) -> Iterator[Role]:
    """The superiors of a role, from the nearest up; ends at the top, or where the line runs in a circle."""
    seen = {role.address()}
    above = superior(role, scope)
    while above is not None and above.address() not in seen:
        yield above
        seen.add(above.address())
        above = superior(above, scope)


def reports(scope: PlanScope) -> dict[Address, list[Role]]:
    """The roles that report directly to each role of this plan, from all plans of the year."""
    found: dict[Address, list[Role]] = {}
    for plan in scope.plan_year.plans.values():
        section = plan.sections.get("org")
        if isinstance(section, Org):
            for role in _candidates(section, plan, scope):
                above = superior(role, scope)
                if above is not None and above.place.plan == scope.plan.path:
                    found.setdefault(above.address(), []).append(role)
    return found


def _candidates(section: Org, plan: Plan, scope: PlanScope) -> Iterator[Role]:
    """Roles that may report to this plan: by id from this plan and those below, by address from anywhere."""
    below = any(above is scope.plan for above in plan.lineage())
    prefix = f"{scope.plan.path}:"
    for role in section.roles.values():
        if role.reports_to and (below or role.reports_to.startswith(prefix)):
            yield role
