"""What a handbook knows of a year that was sealed: who did it, when, and why it was amended."""

from plangen.values.record import record


@record
class Sealing:
    """A plan year closed by a person on a day; of an amendment also the reason.

    `pages` are the URLs that it has, `as_of` the day that its content speaks of: empty for none, None for the
    handbook's own (the year is being closed now).
    """

    by: str
    on: str
    reason: str = ""
    pages: frozenset[str] = frozenset()
    as_of: str | None = None
