"""Scaffolds: the first files of a handbook, a year, a plan, a section, a scenario; they pass `plangen check`."""

from plangen.scaffold.handbook import new_handbook
from plangen.scaffold.placing import ScaffoldRefused
from plangen.scaffold.recipes import RECIPES, recipe_files
from plangen.scaffold.scenario import new_scenario
from plangen.scaffold.section import new_section
from plangen.scaffold.year import new_plan, new_year

__all__ = [
    "RECIPES",
    "ScaffoldRefused",
    "new_handbook",
    "new_plan",
    "new_scenario",
    "new_section",
    "new_year",
    "recipe_files",
]
