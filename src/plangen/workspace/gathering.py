"""Gathering: the typed figures and the rules of years, from every section kind."""

from collections.abc import Iterable

from plangen.catalogue import kinds
from plangen.compute import Rule, YearScope, actual_figures, formulas, typed_figures
from plangen.model import Handbook
from plangen.values import Figure


def gathered(handbook: Handbook, years: Iterable[int]) -> tuple[list[Figure], list[Rule]]:
    """The typed figures of some years, and the rules that their sections and formulas give."""
    typed: list[Figure] = []
    rules: list[Rule] = []
    for year in years:
        for scope in YearScope(handbook, year).plans():
            typed += actual_figures(scope)
            for name, section in scope.plan.sections.items():
                typed += typed_figures(section)
                rules += [written.rule(handbook.settings(year).tolerance) for written in formulas(section, scope)]
                rules += kinds()[name].rules(section, scope)
    return typed, rules
