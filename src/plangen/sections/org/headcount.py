"""The headcount chart: the people that are there as a bar, what the plan wants as a tick."""

from collections.abc import Iterator
from dataclasses import replace

from plangen.compute import PlanScope
from plangen.sections.numbers import shown
from plangen.sections.org.model import Org, Role
from plangen.sections.org.rules import total
from plangen.sections.org.tree import people
from plangen.values import PEOPLE, Address, Quantity
from plangen.views import Chart, ChartKind, Column, Line, Row, Table, phrase

BARS = (("initial", "现有", "Present"), ("headcount", "编制", "Planned"))


def chart(section: Org, scope: PlanScope) -> Iterator[Chart]:
    """Present and planned of the roles that change and of all together; planned of every role where none changes."""
    counted = [role for role in section.roles.values() if role.headcount is not None]
    planned = scope.quantity(total(scope, "headcount"))
    if planned is None or len(counted) < 2:
        return
    changed = [role for role in counted if _direction(scope.quantity(role.address("change")))]
    if not changed and _all_alike([scope.quantity(role.address("headcount")) for role in counted]):
        return
    bars = BARS if changed else BARS[1:]
    rows = [_row(role.address(), role.name, bars, scope) for role in changed or counted]
    rows += [_row(total(scope, ""), scope.word("合计", "Total"), bars, scope)] if changed else []
    unit = "人"
    columns = [Column("role", scope.word("岗位", "Role"))]
    columns += [Column(key, scope.word(*words), unit, numeric=True) for key, *words in bars]
    table = Table("headcount-table", scope.word("编制", "Headcount"), tuple(columns), tuple(rows))
    subtitle = scope.in_words(unit) + (
        scope.word("；条是现有，竖线是编制", "; bars: present, ticks: planned") if changed else ""
    )
    if changed and len(changed) < len(counted):
        subtitle += scope.word("，只列有变化的岗位", ", only roles that change")
    encode = {"label": "role"} | dict(zip(("value", "target"), (key for key, *_ in bars), strict=False))
    kind: ChartKind = "bullet" if changed else "bar"
    yield Chart("headcount", kind, _title(changed, scope), subtitle, table, encode, "人")


def _all_alike(counts: list[Quantity | None]) -> bool:
    """Whether every role has the same number of people: bars of one length say no more than the tree above them."""
    first, *others = counts
    return first is not None and first.is_exact and all(each is not None and each.same_as(first) for each in others)


def _row(address: Address, name: str, bars: tuple[tuple[str, str, str], ...], scope: PlanScope) -> Row:
    return Row(((name,), *((shown(scope, address.with_measure(measure), "人"),) for measure, *_ in bars)))


def _title(changed: list[Role], scope: PlanScope) -> Line:
    """The finding in one sentence."""
    change = scope.quantity(total(scope, "change"))
    start = phrase(scope.word("编制 {n}", "{n} planned"), n=people(total(scope, "headcount"), scope))
    if change is None or change.missing:
        return start  # what is open could turn it round
    direction = _direction(change)
    if change.same_as(Quantity.exact(0, PEOPLE)):
        return (*start, scope.word("，与现有人数相同", ", as many as at present"))
    if not direction:
        return start
    more = scope.word("多", "more") if direction > 0 else scope.word("少", "fewer")
    size = people(total(scope, "change"), scope)
    size = size if direction > 0 else replace(size, quantity=-change)
    only = scope.word("，都在{name}", ", all {name}", name=changed[0].name) if len(changed) == 1 else ""
    text = scope.word("，比现有{more} {size}{only}", ", {size} {more} than at present{only}")
    return (*start, *phrase(text, more=more, size=size, only=only))


def _direction(quantity: Quantity | None) -> int:
    """1 where a change is certainly up, -1 where it is certainly down, else 0."""
    if quantity is None:
        return 0
    if quantity.low is not None and quantity.low > 0:
        return 1
    return -1 if quantity.high is not None and quantity.high < 0 else 0
