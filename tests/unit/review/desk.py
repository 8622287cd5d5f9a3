"""Two versions of a small plan, told: texts in, a report out."""

from pathlib import Path

from plangen.catalogue import kinds
from plangen.review import Comparison, Report, report
from unit.diff.versions import changes

ENGLISH = "format: 1\ntitle: Trial\nlanguage: en\ncurrent: 2026\nas_of: 2026-01-05\n"


def told(root: Path, before: dict[str, str], after: dict[str, str]) -> Report:
    """What is told of two versions of the plan `demo`."""
    found = changes(root, before, after)
    language = found.after.scope.language
    return report(found, {name: kind.title(language) for name, kind in kinds().items()})


def sentences(root: Path, before: dict[str, str], after: dict[str, str]) -> list[str]:
    """Every edit in one line: what it is of, and what changed."""
    found = told(root, before, after)
    return [f"{line.where} › {line.subject}: {line.sentence(found.language)}" for line in found.lines()]


def comparison(root: Path, before: dict[str, str], after: dict[str, str]) -> Comparison:
    """The same as the printers take it."""
    found = told(root, before, after)
    return Comparison(found.language, "before", "after", (found,))
