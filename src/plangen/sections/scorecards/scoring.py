"""Rules of worked examples: what is deducted, what is left, what it counts for."""

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from plangen.compute import PlanScope, Rule
from plangen.sections.scorecards.model import Card, Criterion, Example, Result
from plangen.sections.scorecards.tree import Whole, below, named, pairs, unit, weighted
from plangen.values import Address, Key, Quantity

CENT = Decimal("0.01")
ROUNDINGS = {"up": ROUND_CEILING, "down": ROUND_FLOOR}


def rules(card: Card, scope: PlanScope) -> Iterator[Rule]:
    """The lowest score of the card, and all its examples."""
    if card.examples:
        zero = Quantity.exact(0, unit(card))
        note = scope.word("扣完为止", "never below zero")
        yield Rule(
            scope.key(card.address("floor")), "constant", (), card.key_span("examples"), {"quantity": zero}, note
        )
    for example in card.examples.values():
        yield from _Scoring(card, example, scope).rules()


def earned(example: Example, criterion: Criterion | None = None) -> Address:
    """The address of the score in an example: of a criterion, or of the whole card."""
    return at(example, criterion, "earned")


def at(example: Example, criterion: Criterion | None, measure: str) -> Address:
    """The address of a figure in an example: `scorecards/card/example/criterion.earned`."""
    return Address(
        example.place.plan,
        example.place.kind,
        (*example.address_item, criterion.id) if criterion is not None else example.address_item,
        measure,
    )


class _Scoring:
    """The rules of one example."""

    def __init__(self, card: Card, example: Example, scope: PlanScope) -> None:
        self.card, self.example, self.scope = card, example, scope
        self.parents = {id(criterion): parent for parent, criterion in pairs(card)}

    def rules(self) -> Iterator[Rule]:
        """The mean of the months, where there are any, else everything from the criteria upwards."""
        if not self.example.scores:
            yield from self._whole(self.card, None)
            return
        months = tuple(self.scope.key(self.example.address("scores").at(month)) for month in self.example.months())
        note = self.scope.word("各月得分的平均", "mean of the months")
        span = self.example.span("scores")
        yield Rule(self._key(None, "earned"), "mean", months, span, {"step": CENT}, note)

    def _whole(self, whole: Whole, criterion: Criterion | None) -> Iterator[Rule]:
        """The criteria below, and their sum; all points where nothing happened to any of them."""
        touched = [part for part in below(whole) if part.id in self.example.results]
        if not touched:
            note = self.scope.word("没有扣分", "nothing is deducted")
            inputs = (self.scope.key(whole.address("points")),)
            yield Rule(self._key(criterion, "earned"), "sum", inputs, self.example.key_span(), note=note)
            return
        for part in whole.criteria.values():
            yield from self._criterion(part)
            if part.weight is not None:
                by = (self._key(part, "earned"), self.scope.key(part.address("weight")))
                yield Rule(self._key(part, "counts"), "product", by, self.example.key_span())
        measure = "counts" if weighted(whole) else "earned"
        parts = (part for part in whole.criteria.values() if part.weight is not None or not weighted(whole))
        yield Rule(
            self._key(criterion, "earned"),
            "sum",
            tuple(self._key(part, measure) for part in parts),
            self.example.key_span(),
        )

    def _criterion(self, criterion: Criterion) -> Iterator[Rule]:
        result = self.example.results.get(criterion.id)
        if result is None or (result.score is None and result.events is None and result.repeated is None):
            yield from self._whole(criterion, criterion)
        elif result.score is not None:
            yield from self._scored(criterion, result)
        elif self._deducting(criterion) is None or criterion.award == "all-or-nothing":
            yield self._nothing(criterion, result)
        else:
            yield from self._deducted(criterion, result)

    def _scored(self, criterion: Criterion, result: Result) -> Iterator[Rule]:
        """A score that is given; of a linked card its share, of the points of the criterion."""
        score, span = self.scope.key(result.address("score")), result.span("score")
        card = self.scope.resolve(criterion.card, "scorecards") if criterion.card else None
        if card is None:
            yield Rule(self._key(criterion, "earned"), "sum", (score,), span)
            return
        reached, whole = self._key(criterion, "reached"), self.scope.key(card.with_measure("points"))
        yield Rule(reached, "share", (score, whole), span, {"asked": False})
        inputs = (self.scope.key(criterion.address("points")), reached)
        yield Rule(self._key(criterion, "earned"), "product", inputs, span)

    def _nothing(self, criterion: Criterion, result: Result) -> Rule:
        """One failure takes all points, where nothing says how much of them."""
        known = [each for each in (result.events, result.repeated) if each is not None and not each.unset]
        failed = any(each.low is not None and each.low > 0 for each in known)
        key, span = self._key(criterion, "earned"), result.key_span()
        if not failed:
            return Rule(key, "sum", (self.scope.key(criterion.address("points")),), span)
        zero = self.scope.key(self.card.address("floor"))
        return Rule(key, "sum", (zero,), span, note=self.scope.word("做不到不得分", "all or nothing"))

    def _deducting(self, criterion: Criterion) -> Criterion | None:
        """The criterion whose deduction holds: its own, else that of the one that it stands under."""
        parent = self.parents[id(criterion)]
        if criterion.deduct is not None or not isinstance(parent, Criterion):
            return criterion if criterion.deduct is not None else None
        return parent if parent.deduct is not None else None

    def _deducted(self, criterion: Criterion, result: Result) -> Iterator[Rule]:
        """Points less deductions, never below zero."""
        parts = [rule for name in ("events", "repeated") for rule in self._deductions(criterion, result, name)]
        yield from parts
        lost, span = self._key(criterion, "lost"), result.key_span()
        inputs = tuple(rule.key for rule in parts if rule.key.address.measure.startswith("deducted"))
        if criterion.cap is None:
            yield Rule(lost, "sum", inputs, span)
        else:
            every = self._key(criterion, "deductions")
            yield Rule(every, "sum", inputs, span)
            note = self.scope.word("不超过扣分上限", "not above the cap")
            yield Rule(lost, "min", (every, self.scope.key(criterion.address("cap"))), span, note=note)
        rest, points = self._key(criterion, "rest"), self.scope.key(criterion.address("points"))
        yield Rule(rest, "difference", (points, lost), span)
        floor = self.scope.key(self.card.address("floor"))
        note = self.scope.word("扣完为止", "never below zero")
        yield Rule(self._key(criterion, "earned"), "max", (rest, floor), span, note=note)

    def _deductions(self, criterion: Criterion, result: Result, name: str) -> Iterator[Rule]:
        """What the events of one sort cost; repeats cost the factor more."""
        events: Quantity | None = getattr(result, name)
        by = self._deducting(criterion)
        if events is None or by is None:
            return
        again = "-again" if name == "repeated" else ""
        count, span = self.scope.key(result.address(name)), result.span(name)
        if by.round is not None:
            key = self._key(criterion, f"counted{again}")
            note = self.scope.word("取整", "rounded to whole events")
            whole = _whole_events(events, by.round)
            yield Rule(key, "constant", (count,), span, {"quantity": whole}, note)
            count = key
        inputs = [self.scope.key(by.address("deduct")), count]
        factor = self._repeat(criterion) if again else None
        if factor is not None:
            inputs.append(factor)
        yield Rule(self._key(criterion, f"deducted{again}"), "product", tuple(inputs), span)

    def _repeat(self, criterion: Criterion) -> Key | None:
        """The factor of repeats that holds: the nearest one written."""
        here: Whole | None = criterion
        while here is not None:
            if here.repeat is not None:
                return self.scope.key(here.address("repeat"))
            here = self.parents.get(id(here))
        return None

    def _key(self, criterion: Criterion | None, measure: str) -> Key:
        return self.scope.key(at(self.example, criterion, measure))


def _whole_events(events: Quantity, rounding: str) -> Quantity:
    """A number of events without a fraction."""
    by = ROUNDINGS[rounding]
    low, high = (None if end is None else end.to_integral_value(rounding=by) for end in (events.low, events.high))
    return Quantity(low, high, events.unit, events.about, events.unset, events.strict)


def unknown(card: Card, example: Example) -> list[str]:
    """The ids in an example's results that no criterion of the card has."""
    return [name for name in example.results if named(card, name) is None]
