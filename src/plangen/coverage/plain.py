"""Items of plans that name no source."""

from collections.abc import Iterator

from plangen.compute import YearScope
from plangen.model import Entry, Item
from plangen.values import Address, Span, record


@record
class Plain:
    """One item of a plan's section; `sourced` says whether it, or a part inside it, names where it comes from."""

    year: int
    plan: str
    kind: str
    address: Address
    span: Span
    sourced: bool


def plain_items(scope: YearScope) -> Iterator[Plain]:
    """Every item (whatever has an id of its own) of every section of a year."""
    for path, plan in scope.plan_year.plans.items():
        for kind, section in plan.sections.items():
            for item in section.items_of():
                yield Plain(scope.year, path, kind, item.address(), item.key_span(), _sourced(item))


def _sourced(entry: Entry) -> bool:
    """Whether an entry, or a part of it that is no item itself, names a source."""
    return bool(entry.source) or any(_sourced(each) for each in entry.children() if not isinstance(each, Item))
