"""Claims: what the numbers of a result certainly say about its target and its change."""

from plangen.compute import PlanScope
from plangen.sections.numbers import shown
from plangen.sections.review.model import Result
from plangen.values import SHARE, Address, Quantity
from plangen.views import Num, Tone

ONE, ZERO = Quantity.exact(1, SHARE), Quantity.exact(0, SHARE)


def like_for_like(result: Result, scope: PlanScope) -> Address | None:
    """The growth that can be compared: by the month where the periods differ; of a share its change in points."""
    actual = scope.quantity(result.address("actual"))
    if actual is not None and actual.unit == SHARE:
        found = [result.address("change")]
    else:
        found = [result.address(measure) for measure in ("monthly-growth", "growth")]
    return next((each for each in found if scope.quantity(each) is not None), None)


def trend_of(result: Result, scope: PlanScope) -> str:
    """`up`, `down` or `level` where the numbers are certain; else empty."""
    address = like_for_like(result, scope)
    return _side(scope.quantity(address) if address else None, ZERO, ("up", "down", "level"))


def status_of(result: Result, scope: PlanScope) -> str:
    """`met` or `missed` where the numbers are certain; else empty."""
    actual, target = (scope.quantity(result.address(field)) for field in ("actual", "target"))
    if actual is None or target is None or actual.unit != target.unit or actual.unset or target.unset:
        return ""
    if actual.missing or target.missing or actual.about or target.about:
        return ""
    more, less = ("met", "missed") if result.better == "higher" else ("missed", "met")
    if actual.certainly_above(target):
        return more
    return less if target.certainly_above(actual) else "met" if actual.same_as(target) and actual.is_exact else ""


def fell_short(result: Result, scope: PlanScope) -> str:
    """Why a result is a bad one, in words; empty where it is not, or not for certain."""
    if "missed" in (result.status, status_of(result, scope)):
        return scope.word("没有达到目标", "missed its target")
    worse = "down" if result.better == "higher" else "up"
    if worse in (result.trend, trend_of(result, scope)):
        return scope.word("比对比期差", "is worse than before")
    return ""


def growth_shown(result: Result, scope: PlanScope, *, tone: bool = True) -> Num:
    """The comparable change with its sign, and ▲ or ▼ where it is certain."""
    address = like_for_like(result, scope)
    if address is None:
        return Num(None)
    side = trend_of(result, scope)
    better = "up" if result.better == "higher" else "down"
    mark = {"up": "▲", "down": "▼"}.get(side, "")
    colour: Tone = "" if not tone or side in ("", "level") else "good" if side == better else "bad"
    unit = "pp" if address.measure == "change" else "%"
    return shown(scope, address, unit, 1, with_unit=True, symbol=mark, signed=True, tone=colour)


def _side(found: Quantity | None, middle: Quantity, names: tuple[str, str, str]) -> str:
    if found is None or found.unset or found.about or found.missing or found.unit != middle.unit:
        return ""
    if found.certainly_above(middle):
        return names[0]
    if middle.certainly_above(found):
        return names[1]
    return names[2] if found.is_exact else ""
