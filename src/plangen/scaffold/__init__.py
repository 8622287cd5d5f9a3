"""Scaffolds: the first files of a handbook, a year, a plan, a section, a scenario; next year as a copy."""

from plangen.scaffold.handbook import new_handbook
from plangen.scaffold.marking import mark_reviewed
from plangen.scaffold.placing import ScaffoldRefused
from plangen.scaffold.recipes import RECIPES, recipe_files
from plangen.scaffold.rolled_words import told
from plangen.scaffold.rollover import Rolled, place_rolled, roll_over
from plangen.scaffold.scenario import new_scenario
from plangen.scaffold.section import new_section
from plangen.scaffold.year import new_plan, new_year

__all__ = [
    "RECIPES", "Rolled", "ScaffoldRefused", "mark_reviewed", "new_handbook", "new_plan", "new_scenario",
    "new_section", "new_year", "place_rolled", "recipe_files", "roll_over", "told",
]  # fmt: skip
