"""Computing: rules and verbs over one graph of addresses."""

from plangen.compute.allocation import weights_of
from plangen.compute.figures import Figures
from plangen.compute.formula_units import formula_unit, unit_of
from plangen.compute.formulas import Written, formulas
from plangen.compute.graph import compute
from plangen.compute.rule import Rule
from plangen.compute.scope import PlanScope, YearScope, typed_figures
from plangen.compute.unset import Unset, unset_values

__all__ = [
    "Figures", "PlanScope", "Rule", "Unset", "Written", "YearScope", "compute", "formula_unit", "formulas",
    "typed_figures", "unit_of", "unset_values", "weights_of",
]  # fmt: skip
