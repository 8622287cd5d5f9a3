"""Headline: what a plan is judged by first, as a section kind tells it, so that plans can stand side by side."""

from plangen.values.record import record
from plangen.views.inline import Num


@record
class Headline:
    """A target, the same last year, and how far it is reached.

    `measure` is the same word wherever the same is measured, so that only those are added up; `name` is what this plan
    calls it. `due` is the target of the time that `actual` speaks of, `variance` how far the two are apart. What there
    is not has no quantity.
    """

    measure: str
    name: str
    target: Num
    last: Num
    growth: Num
    due: Num
    actual: Num
    attainment: Num
    variance: Num
