"""Rules of the organisation: totals, totals of units, changes, spans of control."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from plangen.compute import PlanScope, Rule
from plangen.sections.org.lines import inside_units, reports
from plangen.sections.org.model import Org, Role
from plangen.values import PEOPLE, Address, Formulated, Quantity, Span, Unit

COUNTS = ("initial", "headcount")
POSTS = Unit(("个",))


def total(scope: PlanScope, measure: str) -> Address:
    """The address of a total over all roles of the plan: `org/total.headcount`."""
    return Address(scope.plan.path, "org", ("total",), measure)


def rules(section: Org, scope: PlanScope) -> Iterator[Rule]:
    """Headcounts of the plan and its units, changes against the start, people under each superior."""
    roles = list(section.roles.values())
    for role in roles:
        if role.initial is not None and role.headcount is not None:
            yield _change(role, scope)
    yield from _counts(roles, total(scope, ""), section.key_span("roles"), scope)
    if section.units:
        standing = inside_units(scope)
        for unit in section.units.values():
            yield from _counts(standing.get(unit.address(), ()), unit.address(), unit.key_span(), scope)
    yield from _spans(section, scope)
    yield from _vacant(section, scope)


def _counts(roles: Sequence[Role], whole: Address, span: Span, scope: PlanScope) -> Iterator[Rule]:
    """Totals over roles; a role without a number is counted as missing where any other has one."""
    for measure in COUNTS:
        counted = [role for role in roles if getattr(role, measure) is not None]
        yield from _sum(whole.with_measure(measure), measure, counted, len(roles), span, scope)
    changing = [role for role in roles if role.initial is not None and role.headcount is not None]
    yield from _sum(whole.with_measure("change"), "change", changing, len(roles), span, scope)


def _sum(
    whole: Address, measure: str, counted: Sequence[Role], of: int, span: Span, scope: PlanScope
) -> Iterator[Rule]:
    if counted:
        inputs, missing = tuple(scope.key(role.address(measure)) for role in counted), of - len(counted)
        note = (
            scope.word("{missing} 个岗位没有写人数", "{missing} roles without a number", missing=missing)
            if missing
            else ""
        )
        yield Rule(scope.key(whole), "sum", inputs, span, {"missing": missing}, note)


def _change(role: Role, scope: PlanScope) -> Rule:
    """Planned − present; unset where one of them is: 0 − 7 would read as seven people less."""
    key, note = scope.key(role.address("change")), scope.word("编制 − 现有", "planned − present")
    if _is_unset(role.initial) or _is_unset(role.headcount):
        return Rule(key, "constant", (), role.key_span(), {"quantity": Quantity.unset_(PEOPLE)}, note)
    inputs = tuple(scope.key(role.address(measure)) for measure in reversed(COUNTS))
    return Rule(key, "difference", inputs, role.key_span(), note=note)


def _is_unset(written: Quantity | None) -> bool:
    return written is not None and written.unset and not isinstance(written, Formulated)


def _spans(section: Org, scope: PlanScope) -> Iterator[Rule]:
    """The planned headcount of the direct reports; one without a number is counted as missing."""
    below = reports(scope)
    for role in section.roles.values():
        direct = below.get(role.address(), [])
        counted = [one for one in direct if one.headcount is not None]
        for rule in _sum(role.address("span"), "headcount", counted, len(direct), role.key_span(), scope):
            note = scope.word("直接下级的编制", "planned headcount of the direct reports")
            yield replace(rule, note=f"{note}{scope.word('；', '; ')}{rule.note}" if rule.note else note)


def _vacant(section: Org, scope: PlanScope) -> Iterator[Rule]:
    """How many roles expect a holder."""
    names = [role.name for role in section.roles.values() if role.vacant]
    if names:
        quantity = Quantity.exact(len(names), POSTS)
        note = scope.word("任职人待定：", "no holder yet: ") + scope.word("、", ", ").join(names)
        span = section.key_span("roles")
        yield Rule(scope.key(total(scope, "vacant")), "constant", (), span, {"quantity": quantity}, note)
