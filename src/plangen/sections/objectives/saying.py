"""What the checks of objectives say about numbers: what is possible, how far apart, in which words."""

from plangen.compute import PlanScope
from plangen.compute.verbs import grow
from plangen.sections.objectives.model import Objective
from plangen.values import Key, Quantity, Refused, agrees, dotted, total, widened, write_quantity


def room(scope: PlanScope, key: Key) -> Quantity | None:
    """The numbers that a figure leaves possible: 约 gives room, in a sum to the 约 parts alone."""
    figure = scope.figures.get(key)
    if figure is None:
        return None
    parts = [room(scope, used) for used in figure.inputs] if figure.rule in ("sum", "growth") else []
    known = [part for part in parts if part is not None]
    try:
        if known and len(known) == len(figure.inputs):
            return grow(known, {}) if figure.rule == "growth" else total(known, figure.quantity.unit)
    except Refused:  # the sum itself is unset then, and has its own finding
        pass
    return widened(figure.quantity, scope.handbook.tolerance())


def apart(one: Quantity | None, other: Quantity | None) -> bool:
    """Whether two numbers of one unit contradict each other: no number is possible for both."""
    return one is not None and other is not None and one.unit == other.unit and not agrees(one, other)


def distance(one: Quantity, other: Quantity) -> Quantity:
    """How far two quantities are apart; not known where that takes more digits than there are."""
    try:
        difference = one - other
    except Refused:
        return Quantity.unset_(one.unit)
    return -difference if difference.high is not None and difference.high < 0 else difference


def say(scope: PlanScope, quantity: Quantity | None) -> str:
    """A number in the unit of its plan."""
    if quantity is None:
        return "—"
    unit = scope.plan.head.unit if quantity.unit.is_money else ""
    return write_quantity(quantity, unit, language=scope.language)


def name_of(scope: PlanScope, objective: Objective, *members: str) -> str:
    """The objective's name, with the members that are meant; an axis means all of its members."""
    named = [member for member in members if member and member not in scope.dimensions.axes]
    return dotted(scope.language, (objective.name, *map(scope.dimensions.member_name, named)))
