"""The workspace: the one conductor. It reads a handbook folder and gives findings, figures and books."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from plangen.catalogue import kinds, load_checks
from plangen.checks import run_checks
from plangen.compute import Figures, Rule, YearScope, compute, formulas, typed_figures, unset_values
from plangen.findings import Finding
from plangen.model import Day, Handbook, Reader
from plangen.site.book import Book
from plangen.site.edition import Edition
from plangen.site.narrative import narrative_findings
from plangen.source import SourceFile, commit_day, walk
from plangen.values import Figure, Span

CONTENT = "content"


@dataclass
class Workspace:
    """A handbook folder, read once.

    `root` is where `mkdocs.yml` lies; `folder` the content folder below it. Reading never raises on bad content:
    every problem is a finding.
    """

    root: Path
    folder: str = CONTENT
    read_findings: list[Finding] = field(default_factory=list)

    @cached_property
    def _files(self) -> tuple[list[SourceFile], list[Finding]]:
        return walk(self.root, self.folder)

    @cached_property
    def handbook(self) -> Handbook | None:
        """Everything that was read, or None where there is no readable `handbook.yml`."""
        files, findings = self._files
        reader = Reader(self.folder, {name: kind.model for name, kind in kinds().items()}, list(findings))
        handbook = reader.read(files)
        self.read_findings = reader.findings
        if handbook is not None:
            handbook.as_of = handbook.head.as_of or Day(last_commit_date(self.root, self.folder))
        return handbook

    @cached_property
    def _computed(self) -> tuple[Figures, list[Finding]]:
        if self.handbook is None:
            return Figures({}), []
        typed: list[Figure] = []
        rules: list[Rule] = []
        for year in self.handbook.years:
            for scope in YearScope(self.handbook, year).plans():
                for name, section in scope.plan.sections.items():
                    typed += typed_figures(section)
                    rules += [written.rule() for written in formulas(section, scope)]
                    rules += kinds()[name].rules(section, scope)
        return compute(typed, rules)

    @property
    def figures(self) -> Figures:
        """Every figure of every year."""
        return self._computed[0]

    @cached_property
    def findings(self) -> list[Finding]:
        """All findings of a run: sorted, waivers applied, what follows from one mistake grouped under it."""
        load_checks()
        handbook = self.handbook
        found = [*self.read_findings, *self._computed[1]]
        for year in self.years:
            found += narrative_findings(self._edition(year, ()))
        return run_checks(handbook, self.figures, kinds(), found)

    def _edition(self, year: int, findings: tuple[Finding, ...]) -> Edition:
        return Edition(self.scope(year), kinds(), findings, self.excerpt)

    def book(self, year: int) -> Book:
        """The finished pages of one year. Raises KeyError where the handbook has no such year."""
        from plangen.site.pages import book

        return book(self._edition(year, tuple(self.findings)))

    def excerpt(self, span: Span) -> list[tuple[int, str]]:
        """The source lines around a span (one before, one after), each with its number."""
        file = next((file for file in self._files[0] if file.path == span.file), None)
        if file is None:
            return []
        lines = file.data.decode("utf-8", "replace").splitlines()
        first, last = max(span.line - 1, 1), min(max(span.end_line, span.line) + 1, span.line + 4, len(lines))
        return [(number, lines[number - 1]) for number in range(first, last + 1)]

    def unset_count(self, year: int | None = None) -> int:
        """How many values are expected and not given, in one year or in all."""
        years = [each for each in self.years if year in (None, each)]
        return sum(len(list(unset_values(plan))) for each in years for plan in self.scope(each).plans())

    def scope(self, year: int) -> YearScope:
        """The scope of one year. Raises KeyError where the handbook has no such year."""
        if self.handbook is None or year not in self.handbook.years:
            raise KeyError(year)
        return YearScope(self.handbook, year, self.figures)

    @property
    def years(self) -> tuple[int, ...]:
        """The plan years, oldest first."""
        return tuple(sorted(self.handbook.years)) if self.handbook else ()

    @property
    def current_year(self) -> int | None:
        """The year that `latest` leads to."""
        return self.handbook.current_year if self.handbook else None

    @property
    def version_titles(self) -> dict[int, str]:
        """What the version selector calls each year."""
        return {year: self._edition(year, ()).version_title() for year in self.years}

    @property
    def is_empty(self) -> bool:
        """Whether there is no plan here at all."""
        return not (self.root / self.folder / "handbook.yml").is_file()


def open_handbook(root: Path, folder: str = CONTENT) -> Workspace:
    """The workspace of a handbook folder; nothing is read before it is asked for."""
    return Workspace(root, folder)


def last_commit_date(root: Path, folder: str) -> date | None:
    """The date of the last commit that touched the content, or None without git or history."""
    day = commit_day(root, folder)
    return date.fromisoformat(day) if day else None
