"""The typed values of a handbook: every scalar of a bound entry, with what its field reads it by."""

from collections.abc import Callable, Iterator
from functools import partial
from types import UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from plangen.model import Entry, Handbook, PlanYear
from plangen.model.fields import Reads
from plangen.source import Node, YamlMapping, YamlScalar, YamlSequence


class Typed(NamedTuple):
    """A scalar, which knows its file and place, and what its field reads it by."""

    scalar: YamlScalar
    read: Callable[[Any], Any]


def typed_values(handbook: Handbook) -> Iterator[Typed]:
    """Every scalar whose type is known, of all files that were bound; some more than once."""
    for entry in entries(handbook):
        yield from _of_entry(entry)


def entries(handbook: Handbook) -> Iterator[Entry]:
    """Everything that was bound, in the order in which it was read; what several years share, once for each."""
    yield from handbook.head.walk()
    for year, plan_year in handbook.years.items():
        yield from handbook.dimensions[year].walk()
        for profile in handbook.profiles[year].values():
            yield from profile.walk()
        for each in (plan_year, *handbook.variants.get(year, {}).values()):
            yield from _of_year(each)


def _of_year(plan_year: PlanYear) -> Iterator[Entry]:
    for differences in plan_year.differences:
        yield from differences.head.walk()
    for plan in plan_year.plans.values():
        yield from plan.head.walk()
        yield from plan.actuals
        for section in plan.sections.values():
            yield from section.walk()


def _of_entry(entry: Entry) -> Iterator[Typed]:
    nodes, path = entry.place.nodes, entry.path
    whole = nodes.get(path)
    for name, info in type(entry).model_fields.items():
        inner = path if name in entry.invisible else (*path, info.alias or name)
        node = nodes.get(inner)
        if node is None and isinstance(whole, YamlScalar) and name in entry.model_fields_set:
            node = whole  # a cell that is written as its target alone
        if node is not None:
            yield from _inside(node, info.annotation, info.metadata)


def _inside(node: Node, kind: Any, marks: Any) -> Iterator[Typed]:
    """The scalars of a node that a field of some kind reads; entries tell their own."""
    reads = next((mark for mark in marks if isinstance(mark, Reads)), None)
    if reads is not None:
        if isinstance(node, YamlScalar):
            yield Typed(node, partial(reads.read, own="") if reads.told else reads.read)
        return
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Annotated:
        yield from _inside(node, arguments[0], arguments[1:])
    elif origin in (Union, UnionType):
        for argument in arguments:
            yield from _inside(node, argument, ())
    elif origin is dict and isinstance(node, YamlMapping):
        for pair in node.entries:
            yield from _inside(pair.value, arguments[1], ())
    elif origin is tuple and isinstance(node, YamlSequence):
        for item in node.items:
            yield from _inside(item, arguments[0], ())
