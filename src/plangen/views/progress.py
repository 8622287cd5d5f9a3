"""Progress of numbers: how much of a target is reached, and how much should be by now."""

from decimal import ROUND_HALF_UP, Decimal

from plangen.views.inline import Num, Progress

_EXACT = Decimal("0.0001")
Ends = tuple[Decimal, Decimal]


def progress_of(actual: Num, target: Num, due: Num) -> Progress | None:
    """The bar of an actual in its target, with a tick at what is due; None where an end of one of both is open.

    Of a target that is a range the bar has two ends; the tick stands where the middle of what is due does.
    """
    done, whole, by_now = _ends(actual), _ends(target), _ends(due)
    if done is None or whole is None or whole[0] <= 0:
        return None
    mark = _part(sum(by_now), sum(whole)) if by_now else None
    return Progress((_part(done[0], whole[1]), _part(done[1], whole[0])), mark)


def _ends(number: Num) -> Ends | None:
    quantity = number.quantity
    if quantity is None or quantity.unset or quantity.low is None or quantity.high is None:
        return None
    return quantity.low, quantity.high


def _part(part: Decimal | int, whole: Decimal | int) -> Decimal:
    return (Decimal(part) / Decimal(whole)).quantize(_EXACT, ROUND_HALF_UP)
