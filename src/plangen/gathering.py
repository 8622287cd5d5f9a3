"""Gathering: the typed figures and the rules of years, from every section kind; what else lies in the site."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from plangen.catalogue import kinds
from plangen.compute import Rule, YearScope, actual_figures, formulas, typed_figures
from plangen.model import Handbook
from plangen.values import Figure

if TYPE_CHECKING:
    from plangen.workspace import Workspace


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


def is_own_page(workspace: "Workspace", path: str) -> bool:
    """Whether a path inside a year is a page of the site's own, beside the handbook."""
    from plangen.site.inputs import config_value

    if workspace.revision:
        return workspace.revision.holds_page(workspace.folder, path)
    docs = workspace.root / (config_value(workspace.root / "mkdocs.yml", "docs_dir") or "docs")
    if path.startswith("..") or docs.resolve() == (workspace.root / workspace.folder).resolve():
        return False
    try:
        return (docs / path).is_file()
    except OSError:  # no file can have that name
        return False
