"""Reporting lines: who is whose superior, across the plans of a year."""

from collections.abc import Callable, Iterator
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
    """The roles that report directly to each role of the year, from all its plans."""
    return scope.plan_year.once("org reports", lambda: _gathered(scope, _superiors))


def inside_units(scope: PlanScope) -> dict[Address, list[Role]]:
    """The roles that stand in each unit of the year or in a unit below it, from all its plans."""
    return scope.plan_year.once("org units", lambda: _gathered(scope, _units_above))


def _gathered(scope: PlanScope, above: Callable[[Role, PlanScope], Iterator[Role | Unit]]) -> dict[Address, list[Role]]:
    """Every role of the year under each of what stands above it, in the order of the plans."""
    found: dict[Address, list[Role]] = {}
    for plan in scope.plans():
        section = plan.section("org")
        for role in section.roles.values() if isinstance(section, Org) else ():
            for one in above(role, plan):
                found.setdefault(one.address(), []).append(role)
    return found


def _superiors(role: Role, scope: PlanScope) -> Iterator[Role]:
    above = superior(role, scope)
    if above is not None:
        yield above


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
