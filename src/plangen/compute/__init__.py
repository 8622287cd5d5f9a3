"""Computing: rules and verbs over one graph of addresses."""

from plangen.compute.figures import Figures
from plangen.compute.graph import compute
from plangen.compute.rule import Rule
from plangen.compute.scope import PlanScope, YearScope, typed_figures

__all__ = ["Figures", "PlanScope", "Rule", "YearScope", "compute", "typed_figures"]
