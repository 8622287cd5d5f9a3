"""Records: values of several named parts that cost little when the program starts."""

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(kind: type[T]) -> type[T]:
    """Make a class a dataclass with slots whose values are never changed, are equal by parts and can be hashed.

    A frozen dataclass writes and compiles six functions for each class; with about ninety classes that was a tenth of
    `plangen check`. Here only the constructor is written: equality, hash and repr are the same code for all. That
    nothing is assigned later is held by the type checker, and not once more for every value when the program runs.
    A method that the class itself has stays. Order is the class's own: it gives `__lt__`.
    """
    own = vars(kind)
    made = dataclass(slots=True, repr=False, eq=False)(kind)
    parts = attrgetter(*(part.name for part in fields(made) if part.compare))  # type: ignore[arg-type]
    for name, method in (("__eq__", _equal(parts)), ("__hash__", _hashed(parts)), ("__repr__", _written)):
        if name not in own:
            setattr(made, name, method)
    return made


def _equal(parts: Callable[[Any], object]) -> Callable[[Any, object], bool]:
    def equal(self: Any, other: object) -> bool:
        return parts(self) == parts(other) if other.__class__ is self.__class__ else NotImplemented

    return equal


def _hashed(parts: Callable[[Any], object]) -> Callable[[Any], int]:
    def hashed(self: Any) -> int:
        return hash(parts(self))

    return hashed


def _written(self: Any) -> str:
    said = ", ".join(f"{part.name}={getattr(self, part.name)!r}" for part in fields(self) if part.repr)
    return f"{type(self).__qualname__}({said})"
