"""A new handbook: settings, dimensions and one year with one plan and the sections of most plans."""

import re
from importlib.resources import files
from pathlib import Path
from string import Template
from types import MappingProxyType

from plangen.catalogue import kinds
from plangen.scaffold.pieces import translated
from plangen.scaffold.placing import Files, place_folder
from plangen.sections.kind import SectionKind
from plangen.values import Pair, named, say, source

YEAR = 2026
"""The year of the examples."""
PLAN = "first-plan"
NAME: Pair = ("第一份计划", "First plan")
"""What that plan is called."""
TEXTS = {
    "mkdocs.yml": "mkdocs.yml",
    "README.md": "README.md",
    ".gitignore": "gitignore",
    "content/handbook.yml": "handbook.yml",
    "content/shared/dimensions.yml": "dimensions.yml",
    "content/{year}/index.md": "year.md",
    "content/{year}/{plan}/plan.yml": "plan.yml",
    "content/{year}/{plan}/index.md": "plan.md",
}
"""Where each text of a language's folder in `first` goes."""


def new_handbook(
    folder: Path, year: int = YEAR, language: str = "zh", more: Files = MappingProxyType({})
) -> list[Path]:
    """Write a handbook that can be checked and built at once, and `more` files beside it, such as recipes.

    Raises ScaffoldRefused where the folder is not empty.
    """
    texts = {path.format(year=year, plan=PLAN): first_text(name, year, language) for path, name in TEXTS.items()}
    written = {**texts, **more}
    for name, kind in ((name, kind) for name, kind in kinds().items() if kind.is_first):
        written[f"content/{year}/{PLAN}/{name}.yml"] = example_in(kind, language, year)
    return place_folder(folder, written)


def first_text(file: str, year: int, language: str, name: str = "") -> str:
    """One text of the folder `first`, with its places filled: the year, and what the plan is called."""
    text = files("plangen.scaffold").joinpath("first", source(language), file).read_text(encoding="utf-8")
    filled = {"year": str(year), "name": name or say(NAME, language), "language": named(language)}
    filled["theme"] = "zh" if filled["language"] == "zh-Hans" else filled["language"]
    return Template(translated(text, language)).safe_substitute(filled)


def example_in(kind: SectionKind, language: str, year: int) -> str:
    """The example of a kind, as a handbook in a language takes it: in that language and year."""
    return in_year(translated(kind.example(source(language)), language), year)


_OURS = r"source: (?:\[[^\]\n]*\]|S[0-9]{3}-[0-9-]+)"
"""Where our own examples come from: ids that no other handbook registers."""


def in_year(example: str, year: int) -> str:
    """An example moved to another plan year, without the sources of our own."""
    alone = re.sub(rf"(?m)^ *{_OURS} *(?:#.*)?\n", "", example)
    inside = re.sub(rf", {_OURS}(?=[,}}])|(?<=\{{){_OURS}, ", "", alone)
    return inside.replace(str(YEAR), str(year))
