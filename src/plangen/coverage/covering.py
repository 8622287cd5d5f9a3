"""Coverage of a handbook: every item of its source documents, with who carries it, and what nobody registered."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from plangen.compute import YearScope
from plangen.coverage.carried import Carried
from plangen.coverage.carrier import Carrier, carriers
from plangen.coverage.count import Count, count
from plangen.coverage.numbers import holds, numbers_in
from plangen.coverage.plain import Plain, plain_items
from plangen.coverage.said import Speech
from plangen.model import SourceDocument, SourceItem, SourceRegister
from plangen.values import record


@record
class Coverage:
    """What of the register is carried in some years.

    `items` are the register's, in its order; `unknown` the ids that carriers name and no register has; `plain` the
    items of the plans, sourced or not.
    """

    documents: tuple[SourceDocument, ...]
    items: tuple[Carried, ...]
    unknown: tuple[Carrier, ...]
    plain: tuple[Plain, ...]

    @property
    def total(self) -> Count:
        """All items together."""
        return count(self.items)

    def in_document(self, document: SourceDocument) -> tuple[Carried, ...]:
        """The items of a document, in its order."""
        return tuple(item for item in self.items if item.document is document)

    def of_document(self, document: SourceDocument) -> Count:
        """The items of a document by status."""
        return count(self.in_document(document))

    def by_plan(self) -> dict[tuple[int, str], list[Plain]]:
        """The items of the plans, by year and plan."""
        found: dict[tuple[int, str], list[Plain]] = {}
        for item in self.plain:
            found.setdefault((item.year, item.plan), []).append(item)
        return found

    def by_kind(self) -> dict[str, Count]:
        """The items by the kind that is to carry them, in alphabetical order."""
        kinds = sorted({item.item.kind for item in self.items})
        return {kind: count(item for item in self.items if item.item.kind == kind) for kind in kinds}

    def of(self, documents: Iterable[str]) -> "Coverage":
        """The same for some documents only."""
        kept = frozenset(documents)
        items = tuple(item for item in self.items if item.document.document in kept)
        return Coverage(tuple(d for d in self.documents if d.document in kept), items, self.unknown, self.plain)


def cover(register: SourceRegister, scopes: Iterable[YearScope]) -> Coverage:
    """The coverage of a register by some years; the scopes of a year's other scenarios may be among them.

    An entry that several scenarios of a year have counts once.
    """
    years = list(scopes)
    found = list(_found(years))
    by_name: dict[str, list[tuple[Carrier, YearScope]]] = {}
    for carrier, scope in found:
        by_name.setdefault(carrier.name, []).append((carrier, scope))
    speech = Speech()
    items = tuple(_item(*each, by_name.get(each[1], []), speech) for each in register.items())
    known = register.names()
    unknown = tuple(carrier for carrier, _ in found if carrier.name not in known)
    plain = tuple(item for scope in years if not scope.is_variant for item in plain_items(scope))
    return Coverage(tuple(register.documents.values()), items, unknown, plain)


def _found(years: Iterable[YearScope]) -> Iterator[tuple[Carrier, YearScope]]:
    """Every carrier once, with the scope of its plan."""
    seen: set[tuple[int, tuple[str, ...], str]] = set()
    for scope in years:
        plans = {plan.plan.path: plan for plan in scope.plans()}
        for carrier in carriers(scope):
            key = (carrier.year, carrier.place, carrier.name)
            if key not in seen:
                seen.add(key)
                yield carrier, plans.get(carrier.plan, scope)


def _item(
    document: SourceDocument, name: str, item: SourceItem, found: list[tuple[Carrier, YearScope]], speech: Speech
) -> Carried:
    held = frozenset[Decimal]()
    if item.numbers and found:
        held = frozenset(number for carrier, scope in found for number in numbers_in(speech.said(carrier, scope)))
    lacks = tuple(number for number in item.numbers if found and not holds(number, held))
    return Carried(document, name, item, tuple(carrier for carrier, _ in found), lacks)
