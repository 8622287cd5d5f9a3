"""What is expected and not set yet: every 待定 of a plan, with who owes it."""

from collections.abc import Iterator

from plangen.compute.answering import answerer
from plangen.compute.scope import PlanScope
from plangen.model import Actual, Day, Entry, newest
from plangen.values import Formulated, Quantity, Span, is_unset, record


@record
class Unset:
    """One value that is expected and not given. `owner` is a role as it was written, or empty."""

    entry: Entry
    field: str
    span: Span
    owner: str


def unset_values(scope: PlanScope) -> Iterator[Unset]:
    """Every unset quantity, day and text of a plan, in the order of its files."""
    for section in scope.plan.sections.values():
        yield from _inside(section, scope.plan.head.owner or "")
    for actual in newest(scope.plan.actuals):
        yield from _inside(actual, _owner(actual, scope))


def _owner(actual: Actual, scope: PlanScope) -> str:
    """Who answers for the item that an actual belongs to."""
    entry = scope.entry(actual.address())
    return (answerer(entry) if entry is not None else "") or scope.plan.head.owner or ""


def _inside(entry: Entry, owner: str) -> Iterator[Unset]:
    mine = answerer(entry) or owner
    for name in type(entry).model_fields:
        for span in _unset_in(entry, name):
            yield Unset(entry, name, span, mine)
    for child in entry.children():
        yield from _inside(child, mine)


def _unset_in(entry: Entry, name: str) -> Iterator[Span]:
    """Where a field is unset, or values of its mapping or list are: by period, by dimension."""
    value = getattr(entry, name)
    if isinstance(value, dict):
        yield from (entry.span(name, key) for key, each in value.items() if _is_unset(each))
    elif isinstance(value, tuple):
        yield from (entry.span(name, place) for place, each in enumerate(value) if _is_unset(each))
    elif _is_unset(value):
        yield entry.span(name)


def _is_unset(value: object) -> bool:
    if value is None or isinstance(value, Formulated):
        return False  # what its inputs lack is counted there
    if isinstance(value, Quantity | Day):
        return value.unset
    return isinstance(value, str) and is_unset(value)
