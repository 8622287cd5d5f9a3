"""Rules of scorecards: points and weights added up, what each criterion is of the total, worked examples."""

from collections.abc import Iterator
from decimal import Decimal

from plangen.compute import PlanScope, Rule
from plangen.sections.scorecards import results, scoring
from plangen.sections.scorecards.model import Card, Criterion, Scorecards
from plangen.sections.scorecards.scoring import CENT
from plangen.sections.scorecards.tree import Whole, below, charged, pairs, unit, weighted, wholes
from plangen.values import Address, Key, Quantity, Unit

CARDS = Unit(("张",))
ITEMS = Unit(("项",))
HUNDRED = Decimal(100)


def rules(section: Scorecards, scope: PlanScope) -> Iterator[Rule]:
    """Every card, then how many there are."""
    for card in section.items.values():
        yield from _card(card, scope)
    keys = tuple(scope.key(card.address("points")) for card in section.items.values())
    yield Rule(scope.key(total(scope)), "count", keys, section.span(), {"unit": CARDS, "of": "all"})


def total(scope: PlanScope) -> Address:
    """The address of the number of cards: `scorecards/total.cards`."""
    return Address(scope.plan.path, "scorecards", ("total",), "cards")


def _card(card: Card, scope: PlanScope) -> Iterator[Rule]:
    for whole in wholes(card):
        yield from _sums(whole, scope)
    if card.points is None and (weighted(card) or not card.criteria):
        yield _whole(card, scope)
    counted = tuple(scope.key(criterion.address("points")) for criterion in below(card))
    settings = {"unit": ITEMS, "of": "all"}
    yield Rule(scope.key(card.address("criteria")), "count", counted, card.key_span("criteria"), settings)
    for parent, criterion in pairs(card):
        yield from _points(parent, criterion, card, scope)
    yield from _worth(card, card, (), scope)
    yield from scoring.rules(card, scope)
    yield from results.rules(card, scope)


def _whole(card: Card, scope: PlanScope) -> Rule:
    """A card of weights is scored out of 100; without any criterion nobody knows out of what."""
    note = scope.word("没有写总分，按 100 分", "no total is written: 100 points")
    quantity = Quantity.exact(HUNDRED, unit(card)) if card.criteria else Quantity.unset_(unit(card))
    return Rule(scope.key(card.address("points")), "constant", (), card.key_span(), {"quantity": quantity}, note)


def _sums(whole: Whole, scope: PlanScope) -> Iterator[Rule]:
    """What the criteria below come to, in weights or in points, and what the points above leave unexplained."""
    below_it = tuple(whole.criteria.values())
    span, points = whole.key_span("criteria"), scope.key(whole.address("points"))
    if weighted(whole):
        parts = tuple(scope.key(part.address("weight")) for part in below_it if part.weight is not None)
        yield Rule(scope.key(whole.address("weights")), "sum", parts, span)
    elif below_it:
        rollup = scope.key(whole.address("points", "rollup"))
        note = scope.word("下面各项之和", "sum of the criteria below")
        yield Rule(rollup, "sum", tuple(scope.key(part.address("points")) for part in below_it), span, note=note)
        if whole.points is None:
            yield Rule(points, "sum", (rollup,), span, note=note)
        else:
            note = scope.word("分值 − 下面各项之和", "points − sum of the criteria below")
            gap = scope.key(whole.address("points", "gap"))
            yield Rule(gap, "difference", (points, rollup), whole.span("points"), {"both": True}, note)


def _points(parent: Whole, criterion: Criterion, card: Card, scope: PlanScope) -> Iterator[Rule]:
    """The points of a criterion that has none written and none below it."""
    key, span = scope.key(criterion.address("points")), criterion.key_span()
    if criterion.deduct is not None:
        event = Quantity.exact(1, Unit(tuple(sorted(criterion.deduct.unit.per))))
        yield Rule(scope.key(criterion.address("event")), "constant", (), span, {"quantity": event})
        note = scope.word("分值 ÷ 每次扣分", "points ÷ deduction of one event")
        inputs = (key, scope.key(criterion.address("deduct")))
        settings = {"step": CENT, "asked": False}
        yield Rule(scope.key(criterion.address("exhausted")), "quotient", inputs, span, settings, note)
    if criterion.points is not None or (criterion.criteria and not weighted(criterion)):
        return
    if criterion.weight is not None or weighted(criterion):
        note = scope.word("与上一级同分", "the same points as above")
        yield Rule(key, "sum", (scope.key(parent.address("points")),), span, note=note)
    elif charged(parent, criterion):
        inputs = (scope.key(parent.address("deduct")), scope.key(parent.address("event")))
        yield Rule(key, "product", inputs, span, note=scope.word("扣一次的分", "what one event costs"))
    else:
        note = scope.word("没有写分值，也没有权重", "neither points nor a weight are written")
        yield Rule(key, "constant", (), span, {"quantity": Quantity.unset_(unit(card))}, note)


def _worth(whole: Whole, card: Card, weights: tuple[Key, ...], scope: PlanScope) -> Iterator[Rule]:
    """What each criterion is of the card's total: its points times all weights above it, and its own."""
    all_ = scope.key(card.address("points"))
    for criterion in whole.criteria.values():
        factors = (*weights, scope.key(criterion.address("weight"))) if criterion.weight is not None else weights
        worth, inputs = scope.key(criterion.address("worth")), (scope.key(criterion.address("points")), *factors)
        note = scope.word("分值 × 权重", "points × weight") if factors else ""
        yield Rule(worth, "product", inputs, criterion.key_span(), note=note)
        settings = {"asked": False}
        yield Rule(scope.key(criterion.address("share")), "share", (worth, all_), criterion.key_span(), settings)
        yield from _worth(criterion, card, factors, scope)
