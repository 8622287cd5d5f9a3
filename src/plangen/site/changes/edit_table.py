"""Edits of one section: a table with last year's and this year's values, what followed folded under each row."""

from collections.abc import Iterator, Sequence

from plangen.diff import Weight
from plangen.site.changes.followers import under
from plangen.site.changes.wording import item_line, values, weight_chip
from plangen.site.since import Since
from plangen.views import Block, Column, Fold, Heading, Row, Table, Tally, phrase

FEW = 5
"""So many minor edits, and so many rewordings, stand openly; more are folded away."""


def edit_blocks(since: Since, plan: str, kind: str, title: str, places: Sequence[int]) -> Iterator[Block]:
    """The section's heading, its heavy edits, the minor ones, and those that changed nothing but words."""
    word = since.after.word
    light = {weight: [p for p in places if since.told(p)[1].weight is weight] for weight in (Weight.MINOR, Weight.TEXT)}
    folded = {weight: found for weight, found in light.items() if len(found) > FEW}
    away = {place for found in folded.values() for place in found}
    open_ = [place for place in places if place not in away]
    yield Heading(title, kind, aside=word("{n} 处", "{n}", n=len(places)))
    if open_:
        yield edit_table(since, plan, f"{kind}-edits", open_)
    for weight, found in folded.items():
        said = Tally(len(found), f"edits {plan} {kind} {weight.value}")
        line = phrase(word(*_FOLDS[weight]), n=said)
        yield Fold(line, (edit_table(since, plan, f"{kind}-{weight.value}s", found),))


_FOLDS = {
    Weight.MINOR: ("次要改动 {n} 处", "{n} minor ones"),
    Weight.TEXT: ("只改了文字的 {n} 处", "{n} that changed words only"),
}


def edit_table(since: Since, plan: str, name: str, places: Sequence[int]) -> Table:
    """A row an edit, in the order given."""
    word = since.after.word
    columns = (
        Column("item", word("项目", "Item")),
        Column("last", word("{year} 年", "{year}", year=since.before.year)),
        Column("now", word("{year} 年", "{year}", year=since.after.year)),
        Column("apart", word("差", "Difference"), numeric=True, phone=False),
        Column("weight", word("分量", "Weight"), phone=False),
    )
    return Table(name, "", columns, tuple(_rows(since, plan, places)))


def _rows(since: Since, plan: str, places: Sequence[int]) -> Iterator[Row]:
    """The rows; where edits that stand together move the same figures, these stand under the last."""
    above = False
    for place, following in zip(places, [*places[1:], None], strict=True):
        below = following is not None and _moves_the_same(since, place, following)
        told = None if below else under(since, plan, place, together=above)
        above = below
        last, now, apart = values(since, place)
        chip = weight_chip(since, since.changes.consequences[place])
        anchor = f"edit-{since.changes.edits[place].anchor}"
        yield Row((item_line(since, place), last, now, apart, (chip,)), id=anchor, under=told)


def _moves_the_same(since: Since, one: int, other: int) -> bool:
    figures = [[effect.address for effect in since.changes.following(place)] for place in (one, other)]
    return figures[0] == figures[1] != []
