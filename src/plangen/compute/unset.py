"""What is expected and not set yet: every 待定 of a plan, with who owes it."""

from collections.abc import Iterable, Iterator

from plangen.compute.scope import PlanScope
from plangen.model import Actual, Day, Entry, newest
from plangen.values import Formulated, Quantity, Span, is_unset, record

_Path = tuple[str | int, ...]


@record
class Unset:
    """One value that is expected and not given. `owner` is a role's id or empty."""

    entry: Entry
    field: str
    span: Span
    owner: str


def unset_values(scope: PlanScope) -> Iterator[Unset]:
    """Every unset quantity, day and text of a plan, those in lists and mappings too, in the order of its files."""
    for section in scope.plan.sections.values():
        yield from _inside(section, scope.plan.head.owner or "")
    for actual in newest(scope.plan.actuals):
        yield from _inside(actual, _owner(actual, scope))


def _owner(actual: Actual, scope: PlanScope) -> str:
    """Who answers for the item that an actual belongs to."""
    entry = scope.entry(actual.address())
    owner = entry.owner if entry is not None else None
    return owner if isinstance(owner, str) else scope.plan.head.owner or ""


def _inside(entry: Entry, owner: str) -> Iterator[Unset]:
    mine = entry.owner if isinstance(entry.owner, str) else owner
    for name in type(entry).model_fields:
        for path in _missing(getattr(entry, name), (name,)):
            yield Unset(entry, name, entry.place.span((*entry.path, *path)), mine or owner)
    for child in entry.children():
        yield from _inside(child, mine or owner)


def _missing(value: object, path: _Path) -> Iterator[_Path]:
    """The paths of what is unset in a field: the field itself, or parts of its list or mapping that are no entries."""
    if isinstance(value, dict):
        parts: Iterable[tuple[str | int, object]] = value.items()
    else:
        parts = enumerate(value) if isinstance(value, tuple) else ()
    if _is_unset(value):
        yield path
    for key, part in parts:
        if not isinstance(part, Entry):
            yield from _missing(part, (*path, key))


def _is_unset(value: object) -> bool:
    if value is None or isinstance(value, Formulated):
        return False  # what its inputs lack is counted there
    if isinstance(value, Quantity | Day):
        return value.unset
    return isinstance(value, str) and is_unset(value)
