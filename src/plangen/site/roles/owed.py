"""Values that are not set yet, as rows: what, which field, how it was last year, and where to fill it in."""

from collections.abc import Mapping

from plangen.compute import Owed
from plangen.model import Day
from plangen.site.called import called
from plangen.site.edition import Edition
from plangen.site.roles.items import day_line, number, word_of
from plangen.values import Quantity, is_unset
from plangen.views import Column, Line, Link, Row, Words


def owed_columns(edition: Edition, *, place: bool) -> tuple[Column, ...]:
    """The columns of such rows."""
    word = edition.word
    return (
        Column("what", word("事项", "What")),
        Column("section", word("章节", "Section"), phone=False),
        Column("field", word("缺什么", "Missing")),
        Column("last", word("上年", "Last year"), phone=False),
        *((Column("place", word("在哪一行填", "Where to fill it in"), phone=False),) if place else ()),
    )


def owed_row(edition: Edition, owed: Owed, *, place: bool) -> Row:
    """One value that is not set."""
    entry, value = owed.value.entry, owed.value
    kind = edition.kinds.get(entry.place.kind)
    missing = word_of(owed.scope, entry, value.field)
    title = kind.title(edition.language) if kind else entry.place.kind
    return Row((
        (Link(called(owed.scope, entry), entry.address()),),
        (title,),
        (missing,),
        last_year(edition, owed),
        *(((Words(f"{value.span.file}:{value.span.line}", "muted"),),) if place else ()),
    ))  # fmt: skip


def owner_line(edition: Edition, owed: Owed) -> Line:
    """The role that answers for a value, as a link to its page."""
    if owed.role is not None:
        return (edition.roles.link(owed.role),)
    return (Words(owed.value.owner or edition.word("没有负责人", "nobody"), "unset"),)


def last_year(edition: Edition, owed: Owed) -> Line:
    """What stood there last year: a value, that it was not set then either, or that it was not there."""
    found = owed.before()
    if isinstance(found, Quantity) and not found.unset:
        return (number(owed.scope, found, owed.key_before),)
    if isinstance(found, Day) and not found.unset:
        return day_line(owed.scope, found)
    if isinstance(found, Mapping | tuple):  # one of several values under one field: which of them is not told
        return (Words("—", "muted"),)
    if found is None:
        return (Words(edition.word("上年没有", "not there"), "muted"),)
    if isinstance(found, str) and not is_unset(found):
        return (found,)
    return (Words(edition.word("上年也没填", "not set either"), "unset"),)
