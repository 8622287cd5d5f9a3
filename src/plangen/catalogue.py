"""The catalogue: section kinds, checks and outputs, found and never listed by hand."""

from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from pkgutil import iter_modules

from plangen import sections
from plangen.sections.kind import SectionKind


@cache
def kinds() -> dict[str, SectionKind]:
    """Every section kind by name, in the order of chapters.

    Built-in ones are the folders of `plangen.sections`; others come from the entry point group `plangen.sections`,
    each naming a package of the same shape.
    """
    found = {
        module.name: SectionKind(module.name, f"plangen.sections.{module.name}")
        for module in iter_modules(sections.__path__)
        if module.ispkg
    }
    for point in entry_points(group="plangen.sections"):
        found.setdefault(point.name, SectionKind(point.name, point.value))
    return dict(sorted(found.items(), key=lambda pair: (pair[1].order, pair[0])))


@cache
def load_checks() -> None:
    """Import every check: the families of `plangen.checks` and those of the section kinds."""
    from plangen import checks

    for module in iter_modules(checks.__path__):
        import_module(f"plangen.checks.{module.name}")
    for kind in kinds().values():
        kind.load_checks()
