"""Items of any kind as a role reads them: a link, what the role has to do with it, its key figures and days."""

from collections.abc import Iterator, Sequence

from plangen.compute import PlanScope, Tie
from plangen.model import Day, Entry
from plangen.review.field_words import field_word
from plangen.site.called import called
from plangen.site.comparison import MYRIAD, unit_for
from plangen.site.edition import Edition
from plangen.values import Address, Key, Quantity
from plangen.views import Column, Inline, Line, Link, Num, Row, Table, Words

MOST_FIGURES = 2
"""So many key figures stand beside an item; its own page has all."""


def items_table(edition: Edition, name: str, ties: Sequence[Tie], home: str) -> Table:
    """One row an item; plans are named where any is not `home`, who answers for it where the role does not."""
    word = edition.word
    several, others = any(tie.plan != home for tie in ties), not all(tie.answers for tie in ties)
    figures = [key_figures(edition.plans[tie.plan], tie.entry) for tie in ties]
    columns = (
        Column("item", word("事项", "Item")),
        Column("part", word("作为", "Named as")),
        *((Column("holder", word("谁负责", "Who answers"), phone=False),) if others else ()),
        *((Column("figures", word("要点", "Key figures"), phone=False),) if any(figures) else ()),
        *((Column("plan", word("计划", "Plan")),) if several else ()),
    )
    rows = []
    for tie, line in zip(ties, figures, strict=True):
        cells: dict[str, Line] = {
            "item": (Link(called(edition.plans[tie.plan], tie.entry), tie.entry.address()),),
            "part": (part_of(edition, tie),),
            "holder": _holders(edition, tie),
            "figures": line or (Num(None),),
            "plan": (Link(edition.plans[tie.plan].plan.head.name, page=f"{tie.plan}/"),),
        }
        rows.append(Row(tuple(cells[column.key] for column in columns)))
    return Table(f"role-{name}", "", columns, tuple(rows))


def _holders(edition: Edition, tie: Tie) -> Line:
    """Who answers for an item, each with the page; a dash where nobody does."""
    parts: list[Inline] = []
    for role in edition.roles.ties.holders_of(tie.entry.address()):
        parts += [edition.word("、", ", ")] if parts else []
        parts.append(edition.roles.link(role))
    return tuple(parts) or (Num(None),)


def part_of(edition: Edition, tie: Tie) -> str:
    """What a role has to do with an item, in the words of the fields that name it."""
    words = [edition.word("负责人", "owner")] if tie.answers else []
    others = (name for name in tie.fields if name != "owner" and not (tie.answers and name in _doing(tie.entry)))
    words += [word_of(edition.plans[tie.plan], tie.entry, name) for name in others]
    return edition.word("、", ", ").join(dict.fromkeys(words))


def _doing(entry: Entry) -> frozenset[str]:
    return type(entry).answered_by


def word_of(scope: PlanScope, entry: Entry, name: str) -> str:
    """What a field of an entry is called: by the planner, else as everywhere."""
    return entry.called(name) or field_word(scope.language, name, entry.place.kind)


def key_figures(scope: PlanScope, entry: Entry) -> Line:
    """The first quantities and the first day of an entry, each with its word; nothing where it has none."""
    parts: list[Inline] = []
    for word, line in _told(scope, entry):
        parts += [scope.word("；", "; ")] if parts else []
        parts += [Words(f"{word} ", "muted"), *line]
    return tuple(parts)


def _told(scope: PlanScope, entry: Entry) -> Iterator[tuple[str, Line]]:
    for name, _ in list(entry.quantities())[:MOST_FIGURES]:
        number = number_at(scope, entry.address(name))
        if number.address is not None:
            yield word_of(scope, entry, name), (number,)
    for name in type(entry).model_fields:
        value = getattr(entry, name)
        if isinstance(value, Day):
            yield word_of(scope, entry, name), day_line(scope, value)
            return


def number_at(scope: PlanScope, address: Address) -> Num:
    """The figure at an address with its unit; a dash where there is none."""
    found = scope.quantity(address)
    return Num(None) if found is None else number(scope, found, Key(scope.year, address))


def number(scope: PlanScope, quantity: Quantity, key: Key) -> Num:
    """A figure of any year with its unit: money of 10,000 元 and more in the plan's."""
    ends = [abs(end) for end in (quantity.low, quantity.high) if end is not None]
    small = quantity.unit.is_money and max(ends, default=0) < MYRIAD
    unit = "" if small else unit_for([quantity], scope.plan.head.unit)
    version = "" if key.year == scope.year else str(key.year)
    return Num(quantity, unit, with_unit=True, address=key.address, version=version)


def day_line(scope: PlanScope, day: Day) -> Line:
    """A day in figures, or that it is not set."""
    if day.value is None:
        return (Words(scope.word("待定", "not set"), "unset"),)
    return (day.value.isoformat(),)
