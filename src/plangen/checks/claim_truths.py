"""What the plan has to say about a claim: the figures that it may mean, and which of them a reference would show."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from plangen.checks.claim_subjects import Subject, Subjects
from plangen.compute import PlanScope, YearScope
from plangen.source import Amount
from plangen.values import Figure, Period, Quantity, Unit, agrees, write_quantity

_MEASURES = ("target", "amount", "headcount", "limit", "count", "rate", "price", "quantity", "share", "days")
_BY_THE_WAY = frozenset({"gap", "change", "implied", "work", "months", "free", "unit-price"})
"""Measures that say something about the plan and are not what somebody would write down."""


class Truths:
    """The figures of one year as narratives may mean them."""

    def __init__(self, scope: YearScope) -> None:
        self.scope = scope
        self.subjects = Subjects(scope)
        self._values: dict[str, dict[Decimal | None, list[Figure]]] = {}

    @property
    def plans(self) -> list[str]:
        """The plans of the year."""
        return list(self.scope.plan_year.plans)

    def meant(self, subjects: Sequence[Subject], unit: Unit, home: str, periods: frozenset[Period]) -> list[Figure]:
        """The figures that a claim means, the likeliest first: those of `home`, else of the one plan that has some.

        Only figures in the claim's own unit that are whole; of a period only where one is named.
        """
        found = [f for f in self.named(subjects, periods, self.plans) if f.quantity.unit == unit and not _is_part(f)]
        whole = [f for f in found if (f.address.period is not None) == bool(periods)]
        mine = [figure for figure in whole if figure.address.plan == home]
        if not mine and len({figure.address.plan for figure in whole}) > 1:
            return []
        return sorted(mine or whole, key=rank)

    def named(self, subjects: Sequence[Subject], periods: frozenset[Period], plans: Iterable[str]) -> Iterator[Figure]:
        """Every figure of the subjects, of the named period where there is one."""
        for figure in self.subjects.figures(plans, subjects):
            if not periods or figure.address.period in periods:
                yield figure

    def allows(self, amount: Amount, subjects: Sequence[Subject], periods: frozenset[Period]) -> bool:
        """Whether some figure of the subjects, or of a longer name that holds theirs, can be what a claim says."""
        over, tolerance = amount.quantity.unit.over, self.scope.handbook.tolerance()
        if any(
            figure.quantity.unit.over == over and _can_be(amount, figure.quantity, tolerance)
            for figure in self.named(subjects, periods, self.plans)
        ):
            return True
        others = [[each] for each in self.subjects.wider(subjects)]
        return any(
            figure.quantity.unit.over == over and _is_closed(figure) and _can_be(amount, figure.quantity, tolerance)
            for other in others
            for figure in self.named(other, frozenset(), self.plans)
        )

    def equal(self, quantity: Quantity, plan: str | None) -> list[Figure]:
        """The figures of a plan (None: of the year) that are exactly a quantity, the likeliest first."""
        plans = [plan] if plan else self.plans
        found = [
            figure
            for each in plans
            for figure in self._table(each).get(_number(quantity), ())
            if (figure.quantity.unit, figure.quantity.low, figure.quantity.high)
            == (quantity.unit, quantity.low, quantity.high)
        ]
        return sorted(found, key=rank)

    def _table(self, plan: str) -> dict[Decimal | None, list[Figure]]:
        if plan not in self._values:
            table: dict[Decimal | None, list[Figure]] = {}
            for figure in self.scope.figures.of_plan(self.scope.year, plan):
                known = figure.quantity
                if not known.unset and not known.missing and (known.low or known.high):
                    table.setdefault(_number(known), []).append(figure)
            self._values[plan] = table
        return self._values[plan]


def rank(figure: Figure) -> tuple[object, ...]:
    """The order in which figures are likely to be meant: binding ones, whole ones, targets and amounts."""
    address = figure.address
    place = _MEASURES.index(address.measure) if address.measure in _MEASURES else len(_MEASURES)
    return bool(address.facet), address.measure in _BY_THE_WAY, address.period is not None, place, address


def is_binding(figure: Figure) -> bool:
    """Whether a figure is one that people write down: no claim of the paper, no by-product, no part of the year."""
    address = figure.address
    return not address.facet and address.period is None and address.measure not in _BY_THE_WAY


def reference_to(figure: Figure, amount: Amount, scope: PlanScope | YearScope) -> str:
    """The reference that shows a figure, in the unit that was written."""
    home = scope.plan.path if isinstance(scope, PlanScope) else ""
    text = figure.address.short(home)
    if not figure.quantity.unit.is_money:
        return f"{{{{ {text} }}}}"
    written = amount.unit_text if amount.unit_text.endswith("元") else f"{amount.unit_text}元"
    plan = scope.plan_year.plans.get(figure.address.plan)
    usual = plan.head.unit if plan and figure.address.kind == "objectives" else ""
    same = write_quantity(figure.quantity, usual) == write_quantity(figure.quantity, written)
    return f"{{{{ {text} }}}}" if same else f"{{{{ {text} unit={written} }}}}"


def _number(quantity: Quantity) -> Decimal | None:
    """The number by which equal quantities are looked up."""
    return quantity.high if quantity.low is None else quantity.low


def _can_be(amount: Amount, known: Quantity, tolerance: Quantity | None) -> bool:
    """Whether both can be true, as far as the claim was rounded; a rate counts by its number."""
    claimed = replace(amount.rounded(roughly=tolerance is None), unit=known.unit)
    return agrees(claimed, known, tolerance)


def _is_part(figure: Figure) -> bool:
    return bool(figure.address.facet) and figure.address.facet not in ("stated", "rollup")


def _is_closed(figure: Figure) -> bool:
    known = figure.quantity
    return not known.unset and not known.missing and known.low is not None and known.high is not None
