"""Rules of duties: how many there are, by role and by tag."""

from collections.abc import Iterator
from hashlib import sha256

from plangen.compute import PlanScope, Rule
from plangen.sections.duties.model import Duties
from plangen.values import Address, Key, Quantity, Span, Unit
from plangen.values.ids import id_problem

ITEMS = Unit(("项",))


def rules(section: Duties, scope: PlanScope) -> Iterator[Rule]:
    """The duties of each role and of all, and of each tag by role and of all."""
    roles = {role: len(duties) for role, duties in section.items.items()}
    note = scope.word("这个岗位下写的职责", "the duties that stand under the role")
    for role, number in roles.items():
        yield _constant(scope.key(number_of(scope, role)), number, section.place.key_span((role,)), note)
    keys = tuple(scope.key(number_of(scope, role)) for role in roles)
    yield Rule(scope.key(number_of(scope)), "sum", keys, section.span())
    yield from _tags(section, scope)


def _tags(section: Duties, scope: PlanScope) -> Iterator[Rule]:
    for tag in tags(section):
        carried = {role: tagged(section, role, tag) for role in section.items}
        note = scope.word("标签“{tag}”", "tag “{tag}”", tag=tag)
        keys = {role: scope.key(number_of(scope, role, tag=tag)) for role, number in carried.items() if number}
        for role, key in keys.items():
            yield _constant(key, carried[role], section.place.key_span((role,)), note)
        yield Rule(scope.key(number_of(scope, tag=tag)), "sum", tuple(keys.values()), section.span(), note=note)


def _constant(key: Key, number: int, span: Span, note: str) -> Rule:
    return Rule(key, "constant", (), span, {"quantity": Quantity.exact(number, ITEMS)}, note)


def tags(section: Duties) -> list[str]:
    """Every tag, in the order in which they are first written."""
    return list(dict.fromkeys(tag for duty in section.duties() for tag in duty.tags))


def tagged(section: Duties, role: str, tag: str) -> int:
    """How many duties of a role have a tag."""
    return sum(tag in duty.tags for duty in section.items[role].values())


def number_of(scope: PlanScope, role: str = "", tag: str = "") -> Address:
    """The address of a number of duties: `duties/total.duties/area-rep`, `duties/total.tagged/area-rep/回款`.

    A tag that is no id is named by a hash of it.
    """
    name = f"tag-{sha256(tag.encode()).hexdigest()[:8]}" if tag and id_problem(tag) else tag
    members = tuple(part for part in (role, name) if part)
    return Address(scope.plan.path, "duties", ("total",), "tagged" if tag else "duties", members=members)
