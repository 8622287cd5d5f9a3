"""Cards as trees: what stands below what, and what it is scored in."""

from collections.abc import Iterator

from plangen.sections.scorecards.model import POINTS, Card, Criterion, Scorecards
from plangen.values import Unit

Whole = Card | Criterion
"""Something that may have criteria below it."""


def below(whole: Whole) -> Iterator[Criterion]:
    """Every criterion below, in the order written."""
    for _, criterion in pairs(whole):
        yield criterion


def wholes(card: Card) -> Iterator[Whole]:
    """The card itself and every criterion, in the order written."""
    yield card
    yield from below(card)


def everything(section: Scorecards) -> Iterator[Whole]:
    """Every card and criterion, in the order written."""
    for card in section.items.values():
        yield from wholes(card)


def pairs(whole: Whole) -> Iterator[tuple[Whole, Criterion]]:
    """Every criterion below with what it stands directly under, in the order written."""
    for criterion in whole.criteria.values():
        yield whole, criterion
        yield from pairs(criterion)


def weighted(whole: Whole) -> bool:
    """Whether its criteria have weights, and no points that add up to its own."""
    return any(criterion.weight is not None for criterion in whole.criteria.values())


def named(card: Card, name: str) -> Criterion | None:
    """The criterion of an id, at any depth."""
    return next((criterion for criterion in below(card) if criterion.id == name), None)


def unit(card: Card) -> Unit:
    """What a card is scored in: the unit of the first points that are written, else 分."""
    written = (each.points for each in (card, *below(card)))
    return next((points.unit for points in written if points is not None and not points.unset), POINTS)


def charged(parent: Whole, criterion: Criterion) -> bool:
    """Whether a criterion is worth one event of what it stands under."""
    above = isinstance(parent, Criterion) and parent.deduct is not None
    own = criterion.points is not None or criterion.weight is not None or criterion.deduct is not None
    return above and not own and not criterion.criteria
