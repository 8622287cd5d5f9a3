"""The state of a KPI: its value against its lines, as far as ranges and bounds let it be told."""

from typing import Literal

from plangen.compute import PlanScope
from plangen.sections.kpis.model import Kpi
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
    """The state of its value; alarm and warning only where they are certain."""
    return judged(kpi, scope.quantity(kpi.address("value")), scope)


def judged(kpi: Kpi, value: Quantity | None, scope: PlanScope) -> State:
    """The state of one number of a KPI; OK only where nothing beyond a line is possible."""
    if not kpi.lines or kpi.better is None:
        return ""
    if value is None or value.unset:
        return "unset"
    marks = {line: scope.quantity(kpi.address(line)) for line in kpi.lines}
    beyond = [line for line, mark in marks.items() if mark is not None and _surely_beyond(value, mark, kpi)]
    if beyond:
        return "alarm" if "alarm" in beyond else "warn"
    inside = all(mark is not None and _surely_inside(value, mark, kpi) for mark in marks.values())
    return "ok" if inside else "open"


def _surely_beyond(value: Quantity, mark: Quantity, kpi: Kpi) -> bool:
    """Whether every number that the value may be is on the bad side of a line."""
    if mark.unset or mark.unit != value.unit or value.missing:
        return False
    return value.certainly_above(mark) if kpi.better == "lower" else mark.certainly_above(value)


def _surely_inside(value: Quantity, mark: Quantity, kpi: Kpi) -> bool:
    """Whether no number that the value may be is on the bad side of a line. On the line itself it is still good."""
    if mark.unset or mark.unit != value.unit or value.missing:
        return False
    if kpi.better == "lower":
        return value.high is not None and mark.high is not None and value.high <= mark.high
    return value.low is not None and mark.low is not None and value.low >= mark.low
