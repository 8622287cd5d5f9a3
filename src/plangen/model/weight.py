"""Weights: plain numbers or shares that say how much of a whole each part takes."""

from decimal import Decimal
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from plangen.model.entry import Entry
from plangen.model.fields import Reads, scalar
from plangen.values import SHARE, Refused, read_quantity


def read_weight(value: Any) -> Decimal:
    """A number of zero or more, such as `3` or `2.5`, or a share such as `30%`. Finds PG205."""
    if isinstance(value, Decimal):
        return value
    text = scalar(value)
    quantity = read_quantity(text, kind="share" if text.rstrip().endswith(("%", "％", "‰")) else "count")
    if quantity.unit.over not in ((), SHARE.over) or not quantity.is_exact or quantity.value < 0:
        raise Refused("PG205", text=text, expected="3, 2.5, 30%")
    return Decimal(quantity.value)


Weight = Annotated[Decimal, Reads(read_weight, {"type": ["string", "number"], "examples": ["3", "30%"]})]
"""How much of a whole a part takes, compared with the other parts."""


@cache
def weighed_fields(entry: type[Entry]) -> tuple[str, ...]:
    """The names of an entry type's fields that map names to weights."""
    fields = entry.model_fields.items()
    return tuple(name for name, info in fields if get_origin(info.annotation) is dict and _weighs(info.annotation))


def _weighs(annotation: Any) -> bool:
    marks = getattr(get_args(annotation)[1], "__metadata__", ())
    return any(isinstance(mark, Reads) and mark.read is read_weight for mark in marks)
