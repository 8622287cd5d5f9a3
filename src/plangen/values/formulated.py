"""Formulated: a quantity that the plan gives by a formula; unset until the formula is evaluated."""

from plangen.values.quantity import Quantity
from plangen.values.record import record


@record
class Formulated(Quantity):
    """A value that begins with `=`. `formula` is the text behind it, `lead` how many characters stand before that.

    `kind` is what `read_quantity` calls the field, which the result must fit.
    """

    formula: str = ""
    lead: int = 1
    kind: str = "any"
