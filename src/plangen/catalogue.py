"""The catalogue: section kinds, checks and outputs, found and never listed by hand."""

import sys
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from plangen import sections
from plangen.model.glossary import learn
from plangen.sections.kind import SectionKind

GROUP = "plangen.sections"
"""The entry point group of section kinds from other distributions."""


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
    for name, package in _announced():
        found.setdefault(name, SectionKind(name, package))
    for kind in found.values():
        for sort in ("fields", "choices", "measures"):
            learn(sort, getattr(kind.labels, sort.upper(), {}))
    return dict(sorted(found.items(), key=lambda pair: (pair[1].order, pair[0])))


def _announced() -> Iterator[tuple[str, str]]:
    """Name and package of every kind that another distribution announces as an entry point.

    Most machines have none; then the (slow) reading of all distributions' metadata is spared.
    """
    files = (file for folder in sys.path for file in Path(folder or ".").glob("*.dist-info/entry_points.txt"))
    if any(f"[{GROUP}]" in file.read_text(encoding="utf-8", errors="replace") for file in files):
        from importlib.metadata import entry_points

        yield from ((point.name, point.value) for point in entry_points(group=GROUP))


@cache
def load_checks() -> None:
    """Import every check: the families of `plangen.checks` and those of the section kinds."""
    from plangen import checks

    for module in iter_modules(checks.__path__):
        import_module(f"plangen.checks.{module.name}")
    for kind in kinds().values():
        kind.load_checks()
