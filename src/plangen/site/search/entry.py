"""What can be found: an entry is one thing on a page, a trove all of a page."""

from plangen.values import record


@record
class Entry:
    """One thing to find, as plain text.

    `name` is what it is called, `kind` the list it stands in (`任务表`), `anchor` its place on the page, `value` what
    stands at the right of a result, `text` the words around it.
    """

    name: str
    kind: str = ""
    anchor: str = ""
    value: str = ""
    text: str = ""


@record
class Trove:
    """What can be found on a page. `place` is where it belongs (`粘合剂·华东区域`).

    `lists` says that the page lists what stands on other pages too: those are the better answer.
    """

    place: str = ""
    entries: tuple[Entry, ...] = ()
    lists: bool = False
