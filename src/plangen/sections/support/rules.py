"""Rules of support: the amount of each request, all together, and by how far they are."""

from collections.abc import Iterator

from plangen.compute import PlanScope, Rule
from plangen.sections.support.model import STATUSES, Request, Support
from plangen.sections.tallies import tally, total
from plangen.values import YUAN, Unit

KIND = "support"
REQUESTS = Unit(("项",))


def rules(section: Support, scope: PlanScope) -> Iterator[Rule]:
    """Products, their sums, and how many requests there are."""
    requests = list(section.items.values())
    for request in requests:
        if request.factors():
            yield _product(request, scope)
    for status in ("", *STATUSES):
        costing = [each for each in requests if each.costs and status in ("", each.status)]
        if costing:
            keys = tuple(scope.key(request.address("amount")) for request in costing)
            yield Rule(scope.key(total(scope, KIND, "amount", *filter(None, [status]))), "sum", keys, section.span())
    yield tally(scope, total(scope, KIND, "requests"), len(requests), section.span(), REQUESTS)


def _product(request: Request, scope: PlanScope) -> Rule:
    """The amount; beside a typed one the product to compare it with."""
    inputs = tuple(scope.key(request.address(name)) for name in request.factors())
    words = {"price": ("单价", "price"), "quantity": ("数量", "quantity"), "periods": ("月数", "months")}
    note = " × ".join(scope.word(*words[name]) for name in request.factors())
    address = request.address("amount", "rollup" if request.amount is not None else "")
    return Rule(scope.key(address), "product", inputs, request.span("price"), {"units": (YUAN,)}, note)
