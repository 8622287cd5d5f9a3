"""Answering: what is done about a judgement."""

from collections.abc import Iterable

from plangen.compute import PlanScope
from plangen.sections.swot.model import Factor


def answering(factor: Factor, scope: PlanScope) -> tuple[str, ...]:
    """The references that answer a judgement; it is no answer to itself."""
    return tuple(text for text in factor.answer if scope.resolve(text) != factor.address())


def answered(factors: Iterable[Factor], scope: PlanScope) -> int:
    """How many judgements have something that answers them."""
    return sum(bool(answering(factor, scope)) for factor in factors)
