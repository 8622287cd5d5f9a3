"""Formulas that mean another number next year: those with last year, or with what was reached, in them."""

from collections.abc import Iterator
from re import compile as pattern

from plangen.model import Entry
from plangen.source import YamlScalar
from plangen.values import Address, Formulated, Quantity

_RELATIVE = pattern("previous|上年|去年|actual|实际|实绩")


def relative_formulas(entry: Entry) -> Iterator[tuple[YamlScalar, Address]]:
    """Where such formulas of an entry stand, each with the figure that it gives."""
    for name, quantity in entry.quantities():
        if is_relative(quantity):
            yield from _at(entry, (name,), entry.address(name))
    for name, key, period, quantity in entry.phased_quantities():
        if is_relative(quantity):
            yield from _at(entry, (name, key), entry.address(name).at(period))


def is_relative(quantity: Quantity | None) -> bool:
    """Whether a value is such a formula."""
    return isinstance(quantity, Formulated) and _RELATIVE.search(quantity.formula) is not None


def _at(entry: Entry, path: tuple[str, ...], address: Address) -> Iterator[tuple[YamlScalar, Address]]:
    alone = entry.place.nodes.get(entry.path)  # a cell that is written as its target
    node = entry.place.nodes.get((*entry.path, *path), alone)
    if isinstance(node, YamlScalar) and not node.span.file.endswith(".csv"):
        yield node, address
