"""Answering: what is done about a factor."""

from plangen.compute import PlanScope
from plangen.sections.analysis.model import Factor


def answering(factor: Factor, scope: PlanScope) -> tuple[str, ...]:
    """The references that answer a factor; it is no answer to itself."""
    return tuple(text for text in factor.answer if scope.resolve(text) != factor.address())
