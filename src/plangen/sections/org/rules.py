"""Rules of the organisation: totals, totals of units, changes, spans of control."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from plangen.compute import PlanScope, Rule
from plangen.sections.org.lines import reports
from plangen.sections.org.model import Org, Role
from plangen.values import Address, Key, Span

COUNTS = ("initial", "headcount")


def total(scope: PlanScope, measure: str) -> Address:
    """The address of a total over all roles of the plan: `org/total.headcount`."""
    return Address(scope.plan.path, "org", ("total",), measure)


def rules(section: Org, scope: PlanScope) -> Iterator[Rule]:
    """Headcounts of the plan and its units, changes against the start, people under each superior."""
    roles = list(section.roles.values())
    yield from _counts(roles, total(scope, ""), section.key_span("roles"), scope)
    below: dict[str | None, list[str]] = {}
    for name, unit in section.units.items():
        below.setdefault(unit.parent, []).append(name)
    for name, unit in section.units.items():
        inside = set(_inside(below, name))
        yield from _counts([role for role in roles if role.unit in inside], unit.address(), unit.key_span(), scope)
    for role in roles:
        if role.initial is not None and role.headcount is not None:
            yield _change(role.address("change"), role.key_span(), scope)
    yield from _spans(section, scope)


def _counts(roles: Sequence[Role], whole: Address, span: Span, scope: PlanScope) -> Iterator[Rule]:
    """Totals over roles; the change only where every role gives both numbers or none."""
    for measure in COUNTS:
        inputs = _keys(roles, measure, scope)
        if inputs:
            yield Rule(scope.key(whole.with_measure(measure)), "sum", inputs, span)
    both = [role for role in roles if role.initial is not None or role.headcount is not None]
    if both and all(role.initial is not None and role.headcount is not None for role in both):
        yield _change(whole.with_measure("change"), span, scope)


def _change(address: Address, span: Span, scope: PlanScope) -> Rule:
    inputs = tuple(scope.key(address.with_measure(measure)) for measure in reversed(COUNTS))
    note = scope.word("编制 − 现有", "planned − present")
    return Rule(scope.key(address), "difference", inputs, span, note=note)


def _inside(below: Mapping[str | None, list[str]], unit: str) -> Iterator[str]:
    """A unit and all units below it, each once even where the parents run in a circle."""
    seen: set[str] = set()
    waiting = [unit]
    while waiting:
        current = waiting.pop()
        if current not in seen:
            seen.add(current)
            yield current
            waiting += below.get(current, ())


def _spans(section: Org, scope: PlanScope) -> Iterator[Rule]:
    below = reports(scope)
    note = scope.word("直接下级的编制", "planned headcount of the direct reports")
    for role in section.roles.values():
        inputs = _keys(below.get(role.address(), ()), "headcount", scope)
        if inputs:
            yield Rule(scope.key(role.address("span")), "sum", inputs, role.key_span(), note=note)


def _keys(roles: Iterable[Role], measure: str, scope: PlanScope) -> tuple[Key, ...]:
    written = (role for role in roles if getattr(role, measure) is not None)
    return tuple(scope.key(role.address(measure)) for role in written)
