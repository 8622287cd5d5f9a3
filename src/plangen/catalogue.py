"""The catalogue: section kinds, checks and outputs, found and never listed by hand."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from plangen import sections
from plangen.model import Section
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
            learn(sort, kind.name, getattr(kind.labels, sort.upper(), {}))
    return dict(sorted(found.items(), key=lambda pair: (pair[1].order, pair[0])))


def _announced() -> Iterator[tuple[str, str]]:
    """Name and package of every kind that another distribution announces as an entry point.

    Most machines have none; then the (slow) reading of all distributions' metadata is spared.
    """
    files = (file for folder in sys.path for file in Path(folder or ".").glob("*.dist-info/entry_points.txt"))
    if any(f"[{GROUP}]" in file.read_text(encoding="utf-8", errors="replace") for file in files):
        from importlib.metadata import entry_points

        yield from ((point.name, point.value) for point in entry_points(group=GROUP))


class Models(Mapping[str, type[Section]]):
    """The section class of every kind by name; one is imported when it is asked for."""

    def __getitem__(self, name: str) -> type[Section]:
        return kinds()[name].model

    def __iter__(self) -> Iterator[str]:
        return iter(kinds())

    def __len__(self) -> int:
        return len(kinds())


def load_checks(names: Iterable[str] | None = None) -> None:
    """Import the checks: the families of `plangen.checks`, and those of some section kinds, or of all."""
    _load_families()
    for name in kinds() if names is None else names:
        _load_kind(name)


@cache
def _load_families() -> None:
    from plangen import checks

    for module in iter_modules(checks.__path__):
        import_module(f"plangen.checks.{module.name}")


@cache
def _load_kind(name: str) -> None:
    kinds()[name].load_checks()
