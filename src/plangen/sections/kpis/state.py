"""The state of a KPI: its value against its lines, as far as ranges and bounds let it be told."""

from typing import Literal

from plangen.compute import PlanScope
from plangen.sections.kpis.model import Kpi
from plangen.sections.kpis.rules import watched
from plangen.values import Quantity

State = Literal["", "ok", "warn", "alarm", "open", "unset"]
"""`open` is a range that reaches over a line; `unset` has lines and no value yet; empty has nothing to compare."""
SAID: dict[State, tuple[str, str]] = {
    "ok": ("正常", "OK"),
    "warn": ("预警", "warning"),
    "alarm": ("报警", "alarm"),
    "open": ("说不准", "cannot be told"),
    "unset": ("还没有数", "no value yet"),
}


def state_of(kpi: Kpi, scope: PlanScope) -> State:
    """Alarm and warning only where they are certain, OK only where nothing beyond a line is possible."""
    value = scope.quantity(kpi.address("value"))
    if not kpi.lines or kpi.better is None:
        return ""
    if value is None or value.unset:
        return "unset"
    beyond = [line for line in watched(kpi) if _is_set(scope.quantity(kpi.address(f"beyond-{line}")))]
    if beyond:
        return "alarm" if "alarm" in beyond else "warn"
    marks = [scope.quantity(kpi.address(line)) for line in kpi.lines]
    return "ok" if all(mark is not None and _surely_inside(value, mark, kpi) for mark in marks) else "open"


def _is_set(quantity: Quantity | None) -> bool:
    return quantity is not None and not quantity.unset


def _surely_inside(value: Quantity, mark: Quantity, kpi: Kpi) -> bool:
    """Whether no number that the value may be is on the bad side of a line. On the line itself it is still good."""
    if mark.unset or mark.unit != value.unit or value.missing:
        return False
    if kpi.better == "lower":
        return value.high is not None and mark.high is not None and value.high <= mark.high
    return value.low is not None and mark.low is not None and value.low >= mark.low
