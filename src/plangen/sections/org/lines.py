"""Reporting lines: who is whose superior, across the plans of a year."""

from collections.abc import Iterator
from dataclasses import replace

from plangen.compute import PlanScope
from plangen.sections.org.model import Org, Role, Unit
from plangen.values import Address


def home(entry: Role | Unit, scope: PlanScope) -> PlanScope:
    """The scope of the plan that a role or unit was written in."""
    plan = scope.plan_year.plans.get(entry.place.plan, scope.plan)
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
    for role in _candidates(scope, "reports_to"):
        above = superior(role, scope)
        if above is not None and above.place.plan == scope.plan.path:
            found.setdefault(above.address(), []).append(role)
    return found


def inside_units(scope: PlanScope) -> dict[Address, list[Role]]:
    """The roles that stand in each unit of this plan or in a unit below it, from all plans of the year."""
    found: dict[Address, list[Role]] = {}
    for role in _candidates(scope, "unit"):
        for unit in _units_above(role, scope):
            found.setdefault(unit.address(), []).append(role)
    return found


def _units_above(role: Role, scope: PlanScope) -> Iterator[Unit]:
    """The unit that a role stands in and those above it, each once even where the parents run in a circle."""
    seen: set[Address] = set()
    text, at = role.unit, home(role, scope)
    while text is not None:
        address = at.resolve(text, "org")
        unit = scope.entry(address) if address else None
        if not isinstance(unit, Unit) or unit.address() in seen:
            return
        seen.add(unit.address())
        yield unit
        text, at = unit.parent, home(unit, scope)


def _candidates(scope: PlanScope, field: str) -> Iterator[Role]:
    """Roles whose reference may lead to this plan: by id from this plan and those below, by address from anywhere."""
    prefix = f"{scope.plan.path}:"
    for plan in scope.plan_year.plans.values():
        section = plan.sections.get("org")
        below = isinstance(section, Org) and any(above is scope.plan for above in plan.lineage())
        for role in section.roles.values() if isinstance(section, Org) else ():
            text = getattr(role, field)
            if text and (below or text.startswith(prefix)):
                yield role
