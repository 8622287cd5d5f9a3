"""Recipes: what makes a forge, or git before a commit, look at a handbook."""

from collections.abc import Iterable
from importlib.resources import files
from string import Template

RECIPES = {
    "github": ".github/workflows/plangen.yml",
    "gitlab": ".gitlab-ci.yml",
    "gitee": ".workflow/plangen.yml",
    "pre-commit": ".pre-commit-config.yaml",
}
"""Where each recipe is looked for, from the top of a repository."""


def recipe_files(names: Iterable[str], version: str) -> dict[str, str]:
    """The recipes of some names by path; they install one version of plangen. Raises KeyError for an unknown name."""
    return {RECIPES[name]: _text(name, version) for name in names}


def _text(name: str, version: str) -> str:
    """A recipe; only the version is put in, whatever else begins with `$` is the forge's or the shell's."""
    text = files("plangen.scaffold").joinpath("ci", f"{name}.yml").read_text(encoding="utf-8")
    return Template(text).safe_substitute(version=version)
