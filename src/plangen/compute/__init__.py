"""Computing: rules and verbs over one graph of addresses."""

from plangen.compute.actuals import actual_figures
from plangen.compute.allocation import weights_of
from plangen.compute.debts import NamedDebt, named_debts
from plangen.compute.figures import Figures
from plangen.compute.formula_units import formula_unit, unit_of
from plangen.compute.formulas import Written, formulas
from plangen.compute.graph import compute
from plangen.compute.owed import Owed, owed_values
from plangen.compute.rule import Rule
from plangen.compute.scope import PlanScope, YearScope, typed_figures
from plangen.compute.ties import Share, Tie, Ties, is_role, role_meant, roles_of, superior_of, ties
from plangen.compute.unset import Unset, unset_values
from plangen.compute.variants import VARIANCE, VARIANCE_SHARE, Variant, is_planned, with_variants

__all__ = [
    "VARIANCE", "VARIANCE_SHARE", "Figures", "NamedDebt", "Owed", "PlanScope", "Rule", "Share", "Tie", "Ties",
    "Unset", "Variant", "Written", "YearScope", "actual_figures", "compute", "formula_unit", "formulas", "is_planned",
    "is_role", "named_debts", "owed_values", "role_meant", "roles_of", "superior_of", "ties", "typed_figures",
    "unit_of", "unset_values", "weights_of", "with_variants",
]  # fmt: skip
