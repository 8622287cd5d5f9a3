"""What can be found: an entry is one thing on a page, a trove all of a page."""

from plangen.values import record

BETWEEN = " · "
"""Stands between the parts of a text; the browser's search takes them apart by it."""


@record
class Entry:
    """One thing to find, as plain text.

    `name` is what it is called, `kind` the list it stands in (`任务表`), `anchor` its place on the page, `value` what
    stands at the right of a result, `text` the words around it, with `BETWEEN` between its parts. `heads` says of which
    column of a table they are: first of the value, then of each part; they are shown, not searched.
    """

    name: str
    kind: str = ""
    anchor: str = ""
    value: str = ""
    text: str = ""
    heads: tuple[str, ...] = ()


@record
class Trove:
    """What can be found on a page. `place` is where it belongs (`粘合剂·华东区域`).

    `lists` says that the page lists what stands on other pages too: those are the better answer.
    """

    place: str = ""
    entries: tuple[Entry, ...] = ()
    lists: bool = False
