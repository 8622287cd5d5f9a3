"""The example's site as it was built, with its figures and findings."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from independent.export import Name, Row


@dataclass(frozen=True)
class Site:
    """The example, built once."""

    root: Path
    figures: dict[Name, Row]
    findings: list[dict[str, Any]]

    def pages(self) -> list[Path]:
        """Every page of every year."""
        return sorted(self.root.glob("20*/**/index.html"))

    def year(self, page: Path) -> int:
        """The plan year of a page."""
        return int(page.relative_to(self.root).parts[0])

    @cached_property
    def written(self) -> set[tuple[int, str]]:
        """By year how the export writes each figure."""
        return {(year, row["text"]) for (year, _, _), row in self.figures.items()}
