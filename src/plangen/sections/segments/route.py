"""One route: who travels it, in which cycle, and whom they call on at which weekday."""

from collections.abc import Mapping

from plangen.model import Measured, Part, Plains, RoleRef, Text

WEEKDAYS: Mapping[str, tuple[str, str]] = {
    "mon": ("周一", "Mon"),
    "tue": ("周二", "Tue"),
    "wed": ("周三", "Wed"),
    "thu": ("周四", "Thu"),
    "fri": ("周五", "Fri"),
    "sat": ("周六", "Sat"),
    "sun": ("周日", "Sun"),
}
"""The fields that hold the stops of a day, and how the days are called."""


class Route(Part):
    """One route through customers of the list."""

    name: Text
    """What it is called."""
    rep: RoleRef | None = None
    """The role that travels it."""
    cycle: Measured | None = None
    """How long one round takes: 1周, 2周. A week where nothing is written."""
    mon: Plains = ()
    """The customers of Monday, by their ids, in the order of the day."""
    tue: Plains = ()
    """The customers of Tuesday."""
    wed: Plains = ()
    """The customers of Wednesday."""
    thu: Plains = ()
    """The customers of Thursday."""
    fri: Plains = ()
    """The customers of Friday."""
    sat: Plains = ()
    """The customers of Saturday."""
    sun: Plains = ()
    """The customers of Sunday."""

    def stops(self) -> list[tuple[str, str]]:
        """Weekday and customer of every stop, in order."""
        return [(day, customer) for day in WEEKDAYS for customer in getattr(self, day)]
