"""What followed: the computed figures that changed, as a table; the most telling of them where they are many."""

from collections.abc import Sequence

from plangen.diff import Effect
from plangen.site.since import Since
from plangen.views import Column, Row, Table, Tally, Under, Words, phrase

MOST = 4
"""So many of the figures that follow from one edit are listed."""
MONTHS = 13
"""Longer than any period: figures of the whole come first, then halves, quarters and months."""
MOST_ALONE = 20
"""So many of those that stand under a heading of their own."""


def under(since: Since, plan: str, place: int, *, together: bool = False) -> Under | None:
    """What followed from the edit at a place, `together` with those right above it; None where nothing did."""
    effects = since.changes.following(place)
    if not effects:
        return None
    word, anchor = since.after.word, since.changes.edits[place].anchor
    table = table_of(since, plan, effects, f"follow-{anchor}", MOST)
    count = Tally(len(effects), f"follows {plan} {anchor}")
    one, several = (
        ("{n} 个数字随之变化", "{n} figure(s) changed with it"),
        ("{n} 个数字随以上几处变化", "{n} changed with these"),
    )
    line = phrase(word(*(several if together else one)), n=count)
    return Under(line, table, f"follow-{anchor}")


def table_of(since: Since, plan: str, effects: Sequence[Effect], name: str, most: int) -> Table:
    """Figures with both years' values; those that a plan is judged by first."""
    word = since.after.word
    shown = sorted(effects, key=lambda each: _order(since, plan, each))[:most]
    columns = (
        Column("figure", word("数字", "Figure")),
        Column("last", word("{year} 年", "{year}", year=since.before.year), numeric=True),
        Column("now", word("{year} 年", "{year}", year=since.after.year), numeric=True),
        Column("apart", word("差", "Difference"), numeric=True, phone=False),
    )
    rows = tuple(
        Row((
            (since.label(each.address, plan),),
            (since.number(each.address, last=True),),
            (since.number(each.address),),
            (since.apart(each.address),),
        ))
        for each in shown
    )  # fmt: skip
    left = len(effects) - len(shown)
    note = word("另有 {left} 个没有列出", "{left} more are not listed", left=left)
    return Table(name, "", columns, rows, notes=((Words(note, "muted"),),) if left else ())


def _order(since: Since, plan: str, effect: Effect) -> tuple[object, ...]:
    """Whole periods before parts of them, plain figures before comparisons, totals before cells, own before others'."""
    address = effect.address
    derived = bool(address.facet) or address.measure not in ("target", "amount", "headcount")
    there = effect.before is None or effect.after is None
    return (
        derived,
        -address.period.length if address.period else -MONTHS,
        len(address.members),
        there,
        address.plan != plan,
        address,
    )
