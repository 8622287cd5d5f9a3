"""One customer of a list: the tier it is in, or its place on the two axes; what it brings, when it was contacted."""

from typing import ClassVar

from plangen.model import Date, Id, Measured, Part, Text
from plangen.values import Unit

SHOPS = Unit(("家",))
"""What customers are counted in."""


class Customer(Part):
    """One customer or outlet; usually a row of the CSV file that `customer_list` names."""

    past: ClassVar[frozenset[str]] = frozenset({"last_contact"})
    name: Text | None = None
    """What it is called; an id is enough where names are not to be published."""
    tier: Id | None = None
    """The tier that it is in; with `axes` it follows from the two numbers."""
    before: Id | None = None
    """The tier that it was in before."""
    first: Measured | None = None
    """Its number on the first axis; in a CSV file the column is called as the axis."""
    second: Measured | None = None
    """Its number on the second axis."""
    value: Measured | None = None
    """What it brings in a year: profit or sales, of all in one unit."""
    last_contact: Date | None = None
    """When it was contacted last."""
