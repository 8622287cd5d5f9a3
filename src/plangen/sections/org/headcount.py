"""The headcount chart: what the plan changes against the people that are there."""

from collections.abc import Iterator
from dataclasses import replace

from plangen.compute import PlanScope
from plangen.sections.numbers import shown
from plangen.sections.org.model import Org, Role
from plangen.sections.org.rules import total
from plangen.sections.org.tree import people
from plangen.values import PEOPLE, Address, Quantity
from plangen.views import Chart, Column, Line, Row, Table, phrase

BARS = (("initial", "现有", "present"), ("headcount", "编制", "planned"))


def chart(section: Org, scope: PlanScope) -> Iterator[Chart]:
    """Present and planned of the roles that change and of all together; planned of every role where none changes."""
    counted = [role for role in section.roles.values() if role.headcount is not None]
    planned = scope.quantity(total(scope, "headcount"))
    if planned is None or len(counted) < 2:
        return
    changed = [role for role in counted if _direction(scope.quantity(role.address("change")))]
    same = [] if changed else [_row(role.address(), role.name, None, scope) for role in counted]
    rows = same or _bars(changed, scope)
    title = scope.word("编制", "Headcount")
    columns = (
        Column("role", scope.word("岗位", "Role")),
        Column("people", scope.word("人数", "People"), "人", numeric=True),
    )
    table = Table("headcount-table", title, columns, tuple(row for row in rows if row))
    subtitle = scope.in_words("人") + (scope.word("；现有与编制", "; present and planned") if changed else "")
    if changed and len(changed) < len(counted):
        subtitle += scope.word("，只列有变化的岗位", ", only roles that change")
    said = _title(changed, scope)
    encode = {"label": "role", "value": "people"}
    yield Chart("headcount", "bar", said, subtitle, table, encode, "人", height=60 + 34 * len(table.rows))


def _bars(changed: list[Role], scope: PlanScope) -> list[Row | None]:
    rows = [_row(role.address(), role.name, bar, scope) for role in changed for bar in BARS]
    return rows + [_row(total(scope, ""), scope.word("合计", "Total"), bar, scope) for bar in BARS]


def _row(address: Address, name: str, bar: tuple[str, str, str] | None, scope: PlanScope) -> Row | None:
    measure, *words = bar or BARS[1]
    quantity = scope.quantity(address.with_measure(measure))
    if quantity is None:
        return None
    label = f"{name} {scope.word(*words)}" if bar else name
    return Row(((label,), (shown(scope, address.with_measure(measure), "人"),)))


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
