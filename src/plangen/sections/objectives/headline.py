"""What a plan is judged by: its first objective, beside last year's and with what is reached of it."""

from plangen.compute import PlanScope
from plangen.sections.numbers import shown
from plangen.sections.objectives import actual_tables, tables
from plangen.sections.objectives.model import Objectives
from plangen.sections.objectives.split import Split
from plangen.values import Key
from plangen.views import Headline, Num


def headline(section: Objectives, scope: PlanScope) -> Headline | None:
    """The first objective; None where there is none."""
    for objective in list(section.items.values())[:1]:
        split = Split(objective, scope)
        return Headline(
            objective.id,
            objective.name,
            tables.number(split, split.key()),
            _last(split),
            shown(scope, split.key("yoy").address, "%", 1, signed=True),
            tables.number(split, split.key("ytd")),
            tables.number(split, _actual(split)),
            actual_tables.attained(split, split.key("attainment")),
            tables.number(split, split.key("variance")),
        )
    return None


def _last(split: Split) -> Num:
    """Last year's figure, that the growth is computed from."""
    key = split.last_year()
    figure = split.scope.figures.get(key)
    if figure is None or split.scope.quantity(split.key("yoy").address) is None:
        return Num(None)
    return Num(figure.quantity, tables.unit_of(split), address=key.address, version=str(key.year))


def _actual(split: Split) -> Key:
    """What is reached of the months that are in; of what has no months, what is reached of the whole."""
    to_date, whole = split.key("ytd", facet="actual"), split.key(facet="actual")
    return to_date if split.scope.quantity(to_date.address) is not None else whole
