"""The work that visits make, in a sentence, and whether it fits the working time."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.sections.numbers import shown
from plangen.sections.segments.model import Scheme
from plangen.values import Quantity
from plangen.views import Num, Text, Tone, phrase

FULL = 1
"""A saturation of 100%."""


def workload(scheme: Scheme, scope: PlanScope) -> Iterator[Text]:
    """The workload as a sentence; nothing where no working time is written."""
    saturation = scope.quantity(scheme.address("saturation"))
    if saturation is None:
        return
    text = scope.word(
        "拜访要 {load}，可用工时 {available}，工作饱和度 {s}。",
        "The visits take {load} of {available}: a saturation of {s}.",
    )
    numbers: dict[str, Num] = {
        "load": shown(scope, scheme.address("load"), with_unit=True),
        "available": shown(scope, scheme.address("available"), with_unit=True),
        "s": shown(scope, scheme.address("saturation"), digits=1),
    }
    yield Text(phrase(text, "", **numbers), tone_of(saturation))


def tone_of(saturation: Quantity) -> Tone:
    """Bad where the visits certainly take more than there is, marked where they may."""
    if saturation.low is not None and saturation.low > FULL:
        return "bad"
    may = not saturation.unset and (saturation.high is None or saturation.high > FULL)
    return "changed" if may else ""
