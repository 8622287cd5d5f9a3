"""Due: what has to be done, begins or ends on a day, as any section kind tells it."""

from datetime import date

from plangen.values.address import Address
from plangen.values.record import record


@record
class Due:
    """One thing on one day.

    `what` is what it is called, `sort` what the day means to it (a report, the start, the end), both in the handbook's
    language; `address` is that of the item. `roles` are the roles that have to act or to attend, as the plan refers to
    them. `window` is a time of that day in minutes after midnight; its ends are equal for a single moment.
    `paper` is what is handed over: two things of one plan that hand over the same on one day are one.
    """

    day: date
    what: str
    sort: str
    address: Address
    roles: tuple[str, ...] = ()
    window: tuple[int, int] | None = None
    paper: str = ""
