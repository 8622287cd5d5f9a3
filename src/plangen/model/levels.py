"""What a key may be at a place of a file, told by the model that reads it."""

from collections.abc import Iterable
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from plangen.model.entry import Entry, quantity_fields
from plangen.model.section import Section

Level = Literal["field", "item", "unknown", "free"]


def level_of_key(model: type[Entry], path: tuple[str | int, ...], axes: Iterable[str]) -> Level:
    """What the last key of a path is: a `field` of its entry, the id of an `item`, `free` text, or `unknown` there.

    `axes` are the names of dimensions, which stand beside an objective's fields.
    """
    known = frozenset(axes)
    here: Any = _start(model)
    for step in path[:-1]:
        here = _inside(here, step, known)
    if isinstance(here, type) and issubclass(here, Entry):
        return "field" if here.open or _inside(here, path[-1], known) is not None else "unknown"
    return "item" if _is_entries(here) else "free"


def fields_of(model: type[Entry], path: tuple[str | int, ...], axes: Iterable[str]) -> tuple[str, ...]:
    """The fields that stand where the last key of a path stands; empty where it is no field."""
    here: Any = _start(model)
    for step in path[:-1]:
        here = _inside(here, step, frozenset(axes))
    if not (isinstance(here, type) and issubclass(here, Entry)):
        return ()
    return tuple(name for name in here.model_fields if name not in here.invisible)


@cache
def planned_measures(model: type[Section]) -> tuple[str, ...]:
    """The names of all quantity fields of a section and of everything in it: what planners set, or have added up."""
    found: dict[str, None] = {}
    seen: set[object] = set()
    waiting: list[Any] = [model]
    while waiting:
        here = waiting.pop(0)
        if here in seen:
            continue
        seen.add(here)
        if isinstance(here, type) and issubclass(here, Entry):
            found |= dict.fromkeys(quantity_fields(here))
            waiting += [info.annotation for info in here.model_fields.values()]
        waiting += [part for part in get_args(here) if get_origin(here) is not Literal]
    return tuple(found)


def _start(model: type[Entry]) -> Any:
    root = model.root if issubclass(model, Section) else ""
    return model.model_fields[root].annotation if root else model


def _inside(here: Any, step: str | int, axes: frozenset[str]) -> Any:
    """The type of the value under a key; None where the model knows no such key."""
    here = _bare(here)
    if isinstance(here, type) and issubclass(here, Entry):
        if step in here.model_fields and step not in here.invisible:
            return _bare(here.model_fields[str(step)].annotation)
        hidden = [here.model_fields[name].annotation for name in sorted(here.invisible)]
        return _value(hidden[0]) if hidden and step in axes else None
    return _value(here)


def _value(annotation: Any) -> Any:
    bare = _bare(annotation)
    return _bare(get_args(bare)[-1]) if get_origin(bare) is dict else None


def _bare(annotation: Any) -> Any:
    """A type without `Annotated` and `None` around it."""
    while get_origin(annotation) in (Annotated, Union, UnionType):
        annotation = next(part for part in get_args(annotation) if part is not type(None))
    return annotation


def _is_entries(annotation: Any) -> bool:
    value = _value(annotation)
    return (isinstance(value, type) and issubclass(value, Entry)) or _is_nested(value)


def _is_nested(annotation: Any) -> bool:
    return annotation is not None and get_origin(annotation) is dict and _is_entries(annotation)
