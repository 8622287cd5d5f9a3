"""A side of a comparison: one plan year, or one scenario of it, as one revision of a handbook has it."""

from plangen.compute import Figures, YearScope
from plangen.values import record


@record
class Side:
    """What is compared. `label` is the version as the reader named it: `2025`, `2026@stretch`, `main:2026`.

    Keys of its figures name no scenario: a scenario's side has the year as that scenario has it.
    """

    label: str
    scope: YearScope

    @property
    def year(self) -> int:
        """The plan year."""
        return self.scope.year

    @property
    def figures(self) -> Figures:
        """Every figure of the handbook, this year's as this side has them."""
        return self.scope.figures
