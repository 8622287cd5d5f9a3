"""Years as they are written in settings: four digits."""

from typing import Annotated, Any

from plangen.model.fields import Reads, scalar
from plangen.values import Refused


def _year(value: Any) -> int:
    text = scalar(value)
    if not (text.isascii() and text.isdigit() and len(text) == 4):
        raise Refused("PG222", text=text)
    return int(text)


Year = Annotated[int, Reads(_year, {"type": "integer", "minimum": 1000, "maximum": 9999})]
"""A plan year, or any other."""
