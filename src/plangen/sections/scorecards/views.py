"""What the scorecards' page shows."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.sections.numbers import shown
from plangen.sections.scorecards import results, tables
from plangen.sections.scorecards.model import Card, Criterion, Scorecards
from plangen.sections.scorecards.rules import total
from plangen.views import Block, Chart, Column, Inline, Line, Row, Table, phrase
from plangen.views import Card as KeyFigure

FEW = 3
"""A chart of fewer bars says less than the table; then the criteria one level below are drawn."""


def blocks(section: Scorecards, scope: PlanScope) -> Iterator[Block]:
    """All cards, then each with its criteria, what weighs most, the scores, and its worked examples."""
    yield tables.cards(section, scope)
    for card in section.items.values():
        if card.criteria:
            yield tables.criteria(card, scope)
        drawn = _drawn(card)
        if len(drawn) >= FEW and not _all_alike(drawn, scope):
            yield _chart(card, drawn, scope)
        yield from results.blocks(card, scope)
        for worked in card.examples.values():
            yield tables.example(card, worked, scope)


def cards(section: Scorecards, scope: PlanScope) -> Iterator[KeyFigure]:
    """The scores of the worked examples are no figures of the plan: nothing to show."""
    yield from ()


def summary(section: Scorecards, scope: PlanScope) -> Line:
    """How many cards, and out of how many points."""
    text = scope.word("{n} 张考核表", "{n} cards")
    return phrase(text, n=shown(scope, total(scope)))


def lede(section: Scorecards, scope: PlanScope) -> Line:
    """Every card with its total and its number of criteria."""
    parts: list[Inline] = []
    for card in section.items.values():
        parts += [scope.word("；", "; ")] if parts else []
        text = scope.word("{name} {points}，{n} 项", "{name}: {points}, {n} criteria")
        points = shown(scope, card.address("points"), with_unit=True)
        parts += phrase(text, name=card.name, points=points, n=shown(scope, card.address("criteria")))
    return (*parts, scope.word("。", "."))


def _drawn(card: Card) -> list[Criterion]:
    """The criteria that a chart shows: those of the card; where they are few, those below them."""
    first = list(card.criteria.values())
    if len(first) >= FEW:
        return first
    return [part for criterion in first for part in (criterion.criteria.values() or [criterion])]


def _all_alike(drawn: list[Criterion], scope: PlanScope) -> bool:
    """Whether all weigh the same: bars of one length say no more than the table."""
    shares = [scope.quantity(each.address("share")) for each in drawn]
    first, *others = shares
    return first is not None and first.is_exact and all(each is not None and each.same_as(first) for each in others)


def _chart(card: Card, drawn: list[Criterion], scope: PlanScope) -> Chart:
    """Bars of how much of the total each criterion is."""
    word = scope.word
    columns = (
        Column("criterion", word("考核项", "Criterion")),
        Column("share", word("占总分", "Of the total"), "%", numeric=True),
    )
    rows = tuple(Row(((each.name,), (shown(scope, each.address("share"), "%", 1),))) for each in drawn)
    table = Table(f"weights-{card.id}-table", word("占总分", "Of the total"), columns, rows)
    subtitle = word("%；满分里占多少", "% of the total")
    encode = {"label": "criterion", "value": "share"}
    height = 60 + 34 * len(rows)
    return Chart(f"weights-{card.id}", "bar", _title(card, drawn, scope), subtitle, table, encode, "%", height=height)


def _title(card: Card, drawn: list[Criterion], scope: PlanScope) -> Line:
    """What weighs most."""
    known = [(each, scope.quantity(each.address("share"))) for each in drawn]
    ends = {each.id: share.low for each, share in known if share is not None and share.low is not None}
    if not ends:
        return (scope.word("{name}：分值待定", "{name}: points are not set", name=card.name),)
    most = max(ends.values())
    leaders = [each for each in drawn if ends.get(each.id) == most]
    names = scope.word("、", ", ").join(each.name for each in leaders)
    number = shown(scope, leaders[0].address("share"), "%", 1, with_unit=True)
    if len(leaders) > FEW:
        return phrase(
            scope.word("{name}：最重的各占 {n}", "{name}: the heaviest are {n} each"), name=card.name, n=number
        )
    each_ = scope.word("各", "each ") if len(leaders) > 1 else ""
    text = scope.word("{names}最重，{each}占总分的 {n}", "{names}: {each}{n} of the total, more than any other")
    return phrase(text, names=names, each=each_, n=number)
