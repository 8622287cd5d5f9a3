"""The workspace: the one conductor. It reads a handbook folder and gives findings, figures and books."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from plangen.catalogue import kinds, load_checks
from plangen.checks import run_checks
from plangen.compute import Figures, Rule, YearScope, compute, formulas, typed_figures, unset_values
from plangen.findings import Finding
from plangen.model import Day, Handbook, Reader
from plangen.site.edition import Edition
from plangen.site.narrative import narrative_findings
from plangen.site.narrative_links import link_findings
from plangen.source import CONTENT, SourceFile, commit_day, content_folder, walk
from plangen.values import Figure, Span

if TYPE_CHECKING:
    from plangen.render.origins import Origins
    from plangen.site.book import Book


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
                    rules += [written.rule(self.handbook.tolerance()) for written in formulas(section, scope)]
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
            edition = self._edition(year, ())
            found += [*narrative_findings(edition), *link_findings(edition, partial(self._is_there, year))]
        return run_checks(handbook, self.figures, kinds(), found)

    @cached_property
    def _refused(self) -> frozenset[str]:
        return frozenset(finding.span.file for finding in self.read_findings)

    @cached_property
    def _read(self) -> frozenset[str]:
        return frozenset(file.path for file in self._files[0])

    def _is_there(self, year: int, path: str) -> bool:
        """Whether a path inside a year, no page of the book, is a file that other findings speak of, or the site's own.

        A link to a section names its page: `objectives.md` for the file `objectives.yml`.
        """
        stem = path.removesuffix(".md")
        names = [path] if stem == path else [path, f"{stem}.yml", f"{stem}.yaml"]
        known = self._refused if stem == path else self._refused | self._read
        return any(f"{self.folder}/{year}/{name}" in known for name in names) or self._is_own_page(path)

    def _is_own_page(self, path: str) -> bool:
        from plangen.site.inputs import config_value

        docs = self.root / (config_value(self.root / "mkdocs.yml", "docs_dir") or "docs")
        if docs.resolve() == (self.root / self.folder).resolve() or path.startswith(".."):
            return False
        try:
            return (docs / path).is_file()
        except OSError:  # no file can have that name
            return False

    def _edition(self, year: int, findings: tuple[Finding, ...]) -> Edition:
        return Edition(self.scope(year), kinds(), findings, self.excerpt)

    def book(self, year: int) -> "Book":
        """The finished pages of one year. Raises KeyError where the handbook has no such year."""
        from plangen.site.pages import book

        return book(self._edition(year, tuple(self.findings)), self.origins)

    @cached_property
    def origins(self) -> "Origins":
        """What the derivation of any figure is told from."""
        from plangen.render.origins import Origins

        language = self.handbook.language if self.handbook else "zh"
        return Origins(self.figures, {year: self.scope(year) for year in self.years}, language)

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
    def is_empty(self) -> bool:
        """Whether there is no plan here at all."""
        return not (self.root / self.folder / "handbook.yml").is_file()


def open_handbook(root: Path, folder: str = "") -> Workspace:
    """The workspace of a handbook folder; nothing is read before it is asked for.

    The content lies in `folder` below `root`; where none is named, in the one that `mkdocs.yml` names, else `content`.
    """
    return Workspace(root, folder or content_folder(root))


def last_commit_date(root: Path, folder: str) -> date | None:
    """The date of the last commit that touched the content, or None without git or history."""
    day = commit_day(root, folder)
    return date.fromisoformat(day) if day else None
