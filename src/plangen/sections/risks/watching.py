"""Watching: the figure that a risk is set off by, and whether it has come to that."""

from plangen.compute import PlanScope
from plangen.sections.risks.model import Risk
from plangen.values import Address, Quantity


def watched(risk: Risk, scope: PlanScope) -> Address | None:
    """The address of the figure, where there is one."""
    address = scope.resolve(risk.figure) if risk.figure else None
    return address if address is not None and scope.quantity(address) is not None else None


def numbers(risk: Risk, scope: PlanScope) -> tuple[Quantity, Quantity] | None:
    """The figure and its threshold, where both are known."""
    address = watched(risk, scope)
    figure = scope.quantity(address) if address else None
    threshold = scope.quantity(risk.address("alarm")) if risk.alarm is not None else None
    if figure is None or threshold is None or figure.unset or threshold.unset:
        return None
    return figure, threshold


def reached(risk: Risk, scope: PlanScope) -> bool:
    """Whether the figure certainly lies where the threshold says: all its numbers do."""
    both = numbers(risk, scope)
    if both is None or both[0].unit != both[1].unit or both[0].missing:
        return False
    figure, threshold = both
    return _low_enough(figure, threshold) and _high_enough(figure, threshold)


def _low_enough(figure: Quantity, threshold: Quantity) -> bool:
    if threshold.high is None:
        return True
    at_end = figure.high == threshold.high and (figure.strict or not threshold.strict)
    return figure.high is not None and (figure.high < threshold.high or at_end)


def _high_enough(figure: Quantity, threshold: Quantity) -> bool:
    if threshold.low is None:
        return True
    at_end = figure.low == threshold.low and (figure.strict or not threshold.strict)
    return figure.low is not None and (figure.low > threshold.low or at_end)
