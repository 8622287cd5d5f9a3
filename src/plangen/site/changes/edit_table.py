"""Edits of one section: a table with last year's and this year's values, what followed folded under each row."""

from collections.abc import Iterator, Sequence

from plangen.diff import Weight
from plangen.site.changes.followers import under
from plangen.site.changes.wording import item_line, values, weight_chip
from plangen.site.since import Since
from plangen.views import Block, Column, Fold, Heading, Row, Table, Tally, phrase

FEW = 5
"""So many rewordings stand openly; more are folded away."""


def edit_blocks(since: Since, plan: str, kind: str, title: str, places: Sequence[int]) -> Iterator[Block]:
    """The section's heading, its edits, and those that changed nothing but words."""
    word = since.after.word
    texts = [place for place in places if since.told(place)[1].weight is Weight.TEXT]
    folded = texts if len(texts) > FEW else []
    open_ = [place for place in places if place not in set(folded)]
    count = word(f"{len(places)} 处", str(len(places)))
    yield Heading(title, kind, aside=count)
    if open_:
        yield edit_table(since, plan, f"{kind}-edits", open_)
    if folded:
        said = Tally(len(folded), f"edits {plan} {kind} text")
        line = phrase(word("只改了文字的 {n} 处", "{n} that changed words only"), n=said)
        yield Fold(line, (edit_table(since, plan, f"{kind}-texts", folded),))


def edit_table(since: Since, plan: str, name: str, places: Sequence[int]) -> Table:
    """A row an edit, in the order given."""
    word = since.after.word
    columns = (
        Column("item", word("项目", "Item")),
        Column("last", word(f"{since.before.year} 年", str(since.before.year))),
        Column("now", word(f"{since.after.year} 年", str(since.after.year))),
        Column("apart", word("差", "Difference"), numeric=True, phone=False),
        Column("weight", word("分量", "Weight"), phone=False),
    )
    return Table(name, "", columns, tuple(_row(since, plan, place) for place in places))


def _row(since: Since, plan: str, place: int) -> Row:
    last, now, apart = values(since, place)
    cells = (item_line(since, place), last, now, apart, (weight_chip(since, since.changes.consequences[place]),))
    return Row(cells, id=f"edit-{place + 1}", under=under(since, plan, place))
