"""What a carrier says: all that was typed in an entry and inside it, or the words of a passage."""

from collections.abc import Iterator

from plangen.compute import PlanScope, YearScope
from plangen.coverage.carrier import Carrier
from plangen.source import Narrative, Node, YamlScalar, YamlSequence, find_headings, without_comments
from plangen.values import Address, Quantity, Refused, write_quantity

_UNSAID = frozenset({"source", "was", "owner"})
"""Keys whose values are ids and no words."""


class Speech:
    """Tells what carriers say; the figures of a plan are looked through once."""

    def __init__(self) -> None:
        self._figures: dict[tuple[int, int, str], dict[tuple[str, tuple[str, ...]], list[Quantity]]] = {}

    def said(self, carrier: Carrier, scope: YearScope) -> str:
        """All that a carrier says, line by line: what was typed in an entry and inside it, and the figures of its item.

        Figures that a narrative shows stand in it as they are shown.
        """
        if carrier.entry is not None:
            node = carrier.entry.place.nodes.get(carrier.entry.path)
            figures = map(write_quantity, self._of_item(carrier.entry.address(), scope))
            return "\n".join((*(_typed(node) if node is not None else ()), *figures))
        return _passage(carrier.narrative, carrier, scope) if carrier.narrative is not None else ""

    def _of_item(self, address: Address, scope: YearScope) -> list[Quantity]:
        """The figures of an item for the whole period."""
        key = (id(scope.figures), scope.year, address.plan)
        if key not in self._figures:
            known = self._figures[key] = {}
            for figure in scope.figures.of_plan(scope.year, address.plan):
                at = figure.address
                if at.period is None:
                    known.setdefault((at.kind, at.item), []).append(figure.quantity)
        return self._figures[key].get((address.kind, address.item), [])


def _typed(node: Node) -> Iterator[str]:
    if isinstance(node, YamlScalar):
        yield node.text
    elif isinstance(node, YamlSequence):
        for each in node.items:
            yield from _typed(each)
    else:
        for key, value in node.entries:
            if key.text not in _UNSAID:
                yield key.text
                yield from _typed(value)


def _passage(narrative: Narrative, carrier: Carrier, scope: YearScope) -> str:
    """The text from the carrier's heading to the next one of its level or above, or all of it."""
    start, end = 0, len(narrative.body)
    headings = find_headings(narrative) if carrier.heading else []
    for place, found in enumerate(headings):
        if (found.text, found.turn) == (carrier.heading, carrier.turn):
            later = (each.start for each in headings[place + 1 :] if each.level <= found.level)
            start, end = found.start, next(later, end)
            break
    shown = (_shown(each.text, scope) for each in narrative.references if start <= each.start < end)
    return "\n".join((without_comments(narrative.body)[start:end], *shown))


def _shown(text: str, scope: YearScope) -> str:
    """A figure that a narrative shows, as it is shown; nothing for what is no figure."""
    try:
        address = Address.parse(text, plan=scope.plan.path if isinstance(scope, PlanScope) else "")
    except Refused:
        return ""
    found: Quantity | None = scope.quantity(address)
    return write_quantity(found) if found is not None else ""
