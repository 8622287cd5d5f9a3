"""Rows: an entry type for each set of columns, so that every cell is a field like those of any other kind."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Annotated, Any, ClassVar, Self, cast

from pydantic import create_model

from plangen.model import Date, Measured, Part, Place, QuantityField, RoleRef, Text, reference
from plangen.model.entry import Path
from plangen.model.fields import Reads, scalar
from plangen.sections.register.column import Column, formulated
from plangen.values import NONE, Quantity, Refused, Unit, is_unset, read_quantity

LinkRef: Any = reference("")
TYPES: dict[str, Any] = {"text": Text, "date": Date, "role": RoleRef, "link": LinkRef}
"""What a cell of each type is; numbers and choices are made for their column."""
Shape = tuple[str, str, str, str, tuple[str, ...], bool, str]
"""What makes the cells of a column: its id, name, type, unit, choices, whether it is required, its formula."""


class Row(Part):
    """One row: a cell for each column, under the column's id."""

    open: ClassVar[bool] = True
    computed: ClassVar[Mapping[str, Quantity]] = {}
    """What a cell says of each column that has a formula."""
    titles: ClassVar[Mapping[str, str]] = {}
    """What the columns are called."""

    def called(self, measure: str) -> str:
        """What the column of a cell is called."""
        return self.titles.get(measure, "")

    def quantities(self) -> Iterator[tuple[str, Quantity]]:
        """The figures of its cells, and the formulas of the columns that are computed."""
        yield from super().quantities()
        yield from self.computed.items()

    def settle(self, place: Place, path: Path = (), item: tuple[str, ...] = (), members: tuple[str, ...] = ()) -> Self:
        """Tell it where it was written; what is computed was written once, in its column."""
        settled = super().settle(place, path, item, members)
        for name in self.computed:
            node = place.nodes.get((*path[:-2], "columns", name, "formula"))
            if node is not None:
                place.nodes[(*path, name)] = node
        return settled


class Titled(Row):
    """A row without a column that is called `name`: it is called by its first text."""

    texts: ClassVar[tuple[str, ...]] = ()

    @property
    def name(self) -> str | None:
        """Its first text that is known."""
        written = (getattr(self, column, None) for column in self.texts)
        return next((text for text in written if text and not is_unset(text)), None)


def is_open(value: object) -> bool:
    """Whether what a cell says is not known yet: 待定, in a column of any type."""
    return is_unset(value) if isinstance(value, str) else bool(getattr(value, "unset", False))


def row_type(columns: Mapping[str, Column]) -> type[Row]:
    """The entry type of the rows of a register; equal columns have the same."""
    return _made(
        tuple(
            (name, each.name, each.type, each.unit or "", each.choices, each.required, each.formula or "")
            for name, each in columns.items()
        )
    )


@lru_cache(maxsize=256)
def _made(shapes: tuple[Shape, ...]) -> type[Row]:
    typed = [shape for shape in shapes if not shape[-1]]
    fields = {shape[0]: _field(shape) for shape in typed}
    base: Any = Row if "name" in fields else Titled
    made: Any = create_model("Row", __base__=base, **fields)  # type: ignore[call-overload]
    made.computed = {name: formulated(formula, kind_of(kind)) for name, _, kind, *_, formula in shapes if formula}
    made.titles = {name: title for name, title, *_ in shapes}
    made.texts = tuple(name for name, _, kind, *_ in typed if kind in ("text", "choice"))
    return cast("type[Row]", made)


def kind_of(column: str) -> str:
    """The kind of quantity of a type of columns."""
    return {"number": "number", "share": "share"}.get(column, "any")


def _field(shape: Shape) -> tuple[Any, Any]:
    _, _, kind, unit, choices, required, _ = shape
    if kind in TYPES:
        cell = TYPES[kind]
    elif kind == "choice":
        cell = Annotated[str, Reads(_choice(choices), {"type": "string"})]
    else:
        cell = Annotated[Quantity, Reads(_number(kind_of(kind), unit), {}), QuantityField(kind_of(kind))]
    return (cell, ...) if required else (cell | None, None)


def _choice(choices: tuple[str, ...]) -> Callable[[Any], str]:
    def read(value: Any) -> str:
        text = scalar(value)
        if choices and text not in choices and not is_unset(text):
            raise Refused("PG220", text=text, expected=", ".join(choices))
        return text

    return read


def _number(kind: str, unit: str) -> Callable[[Any], Quantity]:
    def read(value: Any) -> Quantity:
        if isinstance(value, Quantity):
            return value
        text = scalar(value)
        if text.lstrip()[0] in "=＝":
            return formulated(text.rstrip(), kind)
        return _in_unit(text, unit) if unit and kind == "any" else read_quantity(text, kind=kind)

    return read


def _in_unit(text: str, written: str) -> Quantity:
    """A number in the unit of its column, which it may leave out. Finds PG205 for another unit."""
    unit, read = Unit.parse(written)[0], Measured.__metadata__[0].read
    found: Quantity | None = None
    try:
        found = read_quantity(text, kind="formula")
    except Refused as refused:
        if refused.code != "PG205":
            raise
    if found is not None and (found.unit == unit or found.unset):
        return replace(found, unit=unit) if found.unset else read(text)
    bare = found is not None and (found.unit == NONE or text.rstrip()[-1] in "万亿")
    if bare and (with_unit := read(f"{text.rstrip()}{written}")).unit == unit:
        return with_unit  # type: ignore[no-any-return]
    raise Refused("PG205", text=text, expected=f"60{written}")
