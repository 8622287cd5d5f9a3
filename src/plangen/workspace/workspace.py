"""The workspace: the one conductor. It reads a handbook folder and gives findings, figures and books."""

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from plangen.catalogue import Models, kinds, load_checks
from plangen.checks import run_checks
from plangen.compute import Figures, Variant, YearScope, compute, unset_values, with_variants
from plangen.findings import Finding
from plangen.model import Day, Handbook, Reader, Scenario, Sealing, SourceRegister
from plangen.site.edition import Edition
from plangen.site.narratives.faults import find_faults
from plangen.source import CONTENT, SEALED, SourceFile, commit_day, content_folder, lines_around, walk
from plangen.values import Address, Language, Span, named
from plangen.workspace.gathering import gathered
from plangen.workspace.own_pages import is_own_page

if TYPE_CHECKING:
    from plangen.coverage import Coverage
    from plangen.render.origins import Origins
    from plangen.seals.chain import Chain
    from plangen.site.book import Book, Page
    from plangen.source.revision import Revision


@dataclass
class Workspace:
    """A handbook folder, read once.

    `root` is where `mkdocs.yml` lies; `folder` the content folder below it. With a `revision` all of it is read as that
    has it, without a checkout. Reading never raises on bad content: every problem is a finding.
    """

    root: Path
    folder: str = CONTENT
    read_findings: list[Finding] = field(default_factory=list)
    revision: "Revision | None" = None
    closing: Mapping[int, tuple[Sealing, ...]] = field(default_factory=dict)
    """Years that are being sealed or amended: read like sealed ones, and not compared with their seal."""

    @cached_property
    def _files(self) -> tuple[list[SourceFile], list[Finding]]:
        return self.revision.walk(self.folder) if self.revision else walk(self.root, self.folder)

    @property
    def files(self) -> dict[str, bytes]:
        """The content files by path, as they were read."""
        return {file.path: file.data for file in self._files[0]}

    @cached_property
    def handbook(self) -> Handbook | None:
        """Everything that was read, or None where there is no readable `handbook.yml`."""
        files, findings = self._files
        reader = Reader(self.folder, Models(), list(findings), self._settings_then)
        handbook = reader.read(files)
        self.read_findings = reader.findings
        if handbook is not None:
            handbook.sealed = {**(self.seals.sealings() if self.seals else {}), **self.closing}
            handbook.as_of = handbook.head.as_of or Day(self._commit_date())
        return handbook

    def _commit_date(self) -> date | None:
        """The date of the last commit that touched the content, or None without git or history."""
        day = commit_day(self.root, self.folder, self.revision.commit if self.revision else "HEAD")
        return date.fromisoformat(day) if day else None

    @cached_property
    def seals(self) -> "Chain | None":
        """The seals of the closed years; None in a handbook that has none."""
        if self.revision:
            from plangen.seals.against import chain_at

            return chain_at(self.revision)
        if not os.path.lexists(self.root / SEALED):
            return None
        from plangen.seals.chain import read_chain

        return read_chain(self.root)

    @property
    def _settings_then(self) -> dict[int, SourceFile]:
        """The `handbook.yml` of each sealed year, as it was then; of a year that is being closed, as it is."""
        name = f"{self.folder}/handbook.yml"
        now = [file for file in self._files[0] if file.path == name]
        if self.seals is None or self.revision:  # at a revision the archives are not opened
            return {year: file for year in (*self.closing, *(self.seals.seals if self.seals else ())) for file in now}
        then = {year: SourceFile(name, self.seals.settings(year)) for year in self.seals.seals}
        return then | {year: file for year in self.closing for file in now}

    @cached_property
    def _computed(self) -> tuple[Figures, list[Finding]]:
        handbook = self.handbook
        return compute(*gathered(handbook, handbook.years)) if handbook is not None else (Figures({}), [])

    def in_language(self, language: str) -> "Workspace":
        """The same handbook as one of its languages tells it; nothing is read or computed again."""
        if self.handbook is None or language == self.handbook.language:
            return self
        if language not in self._told:
            from plangen.workspace.told import told_in  # here: most handbooks are told in one language

            self._told[language] = told_in(self, named(language))
        return self._told[language]

    @cached_property
    def _told(self) -> "dict[str, Workspace]":
        return {}

    @property
    def figures(self) -> Figures:
        """Every figure of every year, as its binding scenario has it."""
        return self._computed[0]

    @cached_property
    def variants(self) -> tuple[Variant, ...]:
        """Every year in each scenario that does not bind; last year's figures are those of its binding one."""
        handbook, made = self.handbook, list[Variant]()
        if handbook is None:
            return ()
        for year, plan_years in handbook.variants.items():
            given = [figure for key, figure in self.figures.items() if key.year != year]
            for scenario in (each for each in handbook.scenarios[year] if each.id in plan_years):
                other = replace(handbook, years={**handbook.years, year: plan_years[scenario.id]})
                typed, rules = gathered(other, (year,))
                figures, problems = compute([*given, *typed], rules)
                made.append(Variant(scenario, other, year, figures, self.figures, tuple(problems)))
        return tuple(made)

    @property
    def _kinds(self) -> set[str]:
        """The section kinds that the handbook has a file of; the checks of others have nothing to look at."""
        years = self.handbook.years.values() if self.handbook else ()
        named = {kind for year in years for plan in year.plans.values() for kind in (*plan.sections, *plan.broken)}
        return named & kinds().keys()

    @property
    def scenarios(self) -> list[tuple[int, Scenario, frozenset[Address]]]:
        """Every year's scenarios in their order, with the addresses of the figures that one lacks."""
        known = self.handbook.scenarios if self.handbook else {}
        gone = {(each.year, each.scenario.id): each.gone for each in self.variants}
        return [(year, each, gone.get((year, each.id), frozenset())) for year in known for each in known[year]]

    @cached_property
    def every_figure(self) -> Figures:
        """The figures of every year, and of each other scenario those that differ."""
        return with_variants(self.figures, self.variants)

    @cached_property
    def findings(self) -> list[Finding]:
        """All findings of a run: sorted, waivers applied, what follows from one mistake grouped under it."""
        if len(self.languages) < 2:
            return self.found()
        from plangen.workspace.told import translation_findings

        return self.found(translation_findings(self))

    def found(self, more: Iterable[Finding] = ()) -> list[Finding]:
        """What is found in the handbook as it is told here; `more` is judged with it."""
        handbook = self.handbook
        load_checks(sorted(self._kinds))
        found = [*self.read_findings, *self._computed[1], *(each for year in self.years for each in self.faults(year))]
        return self._with_seals(run_checks(handbook, self.figures, kinds(), [*found, *more], self.variants))

    def faults(self, year: int) -> Iterator[Finding]:
        """What is wrong with the narratives of a year, as they are told here."""
        return find_faults(self.edition(year, ()), partial(self._is_there, year), self.folder, self._refused)

    def _with_seals(self, found: list[Finding]) -> list[Finding]:
        """What is wrong with the seals comes first; what is found in a sealed year is history, and is left out."""
        if self.seals is None:
            return found
        from plangen.seals.judge import Present, seal_findings

        language = self.handbook.language if self.handbook else "zh-Hans"
        present = Present(self.root, self.folder, self.every_figure if self.handbook else None, language)
        sealed = [year for year in self.seals.seals if year not in self.closing]
        inside = tuple(f"{self.folder}/{year}/" for year in sealed)
        open_ = [f for f in found if f.year not in sealed and not f.span.file.startswith(inside)]
        return open_ if self.revision else [*seal_findings(self.seals, present, self.closing), *open_]

    @cached_property
    def _refused(self) -> Mapping[str, Finding]:
        """The files that something is wrong with, each with the first of it."""
        return {finding.span.file: finding for finding in reversed(self.read_findings)}

    @cached_property
    def _read(self) -> frozenset[str]:
        return frozenset(file.path for file in self._files[0])

    def _is_there(self, year: int, path: str) -> bool:
        """Whether a path inside a year, no page of the book, is a file that other findings speak of, or the site's own.

        A link to a section names its page: `objectives.md` for the file `objectives.yml`.
        """
        stem = path.removesuffix(".md")
        names = [path] if stem == path else [path, f"{stem}.yml", f"{stem}.yaml"]
        known = {*self._refused, *(() if stem == path else self._read)}
        written = any(f"{self.folder}/{year}/{name}" in known for name in names)
        return written or is_own_page(path, self.root, self.folder, self.revision)

    def edition(self, year: int, findings: tuple[Finding, ...], beside: Collection[int] | None = None) -> Edition:
        """One year on its way to pages. Raises KeyError where the handbook has no such year."""
        variants = tuple(each for each in self.variants if each.year == year)
        return Edition(self.scope(year), kinds(), findings, self.excerpt, variants=variants, beside=beside)

    def book(self, year: int, beside: Collection[int] | None = None) -> "Book":
        """The finished pages of one year. Raises KeyError where the handbook has no such year.

        `beside` are the years that the site will have: no link leads to another one. None: all.
        """
        from plangen.site.pages import book

        return book(self.edition(year, tuple(self.findings), beside), self.origins)

    def pages(self, year: int) -> "list[Page]":
        """The pages of one year as they read, without the data of where their numbers come from: for comparing."""
        from plangen.site.pages import plain_pages

        return plain_pages(self.edition(year, tuple(self.findings)))

    @cached_property
    def origins(self) -> "Origins":
        """What the derivation of any figure is told from."""
        from plangen.render.origins import Origins

        language = self.handbook.language if self.handbook else "zh-Hans"
        scopes = {year: self.scope(year) for year in self.years}
        return Origins(self.every_figure, scopes, language, {(v.year, v.scenario.id): v for v in self.variants})

    def coverage(self, *years: int) -> "Coverage":
        """What of the source documents some years carry, in any of their scenarios; without a year, all of them do."""
        from plangen.coverage import cover

        asked = years or self.years
        scopes = (*map(self.scope, asked), *(each.scope for each in self.variants if each.year in asked))
        return cover(self.handbook.sources if self.handbook else SourceRegister({}), scopes)

    def excerpt(self, span: Span) -> list[tuple[int, str]]:
        """The source lines around a span (one before, one after), each with its number."""
        return next((lines_around(file.data, span) for file in self._files[0] if file.path == span.file), [])

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
    def languages(self) -> tuple[Language, ...]:
        """The languages that the handbook is published in, its own first."""
        return self.handbook.languages if self.handbook else ()

    @property
    def current_year(self) -> int | None:
        """The year that `latest` leads to."""
        return self.handbook.current_year if self.handbook else None

    @property
    def is_empty(self) -> bool:
        """Whether there is no plan here at all."""
        head = f"{self.folder}/handbook.yml"
        return not (self.revision.holds(head) if self.revision else (self.root / head).is_file())


def open_handbook(root: Path, folder: str = "") -> Workspace:
    """The workspace of a handbook folder; nothing is read before it is asked for.

    The content lies in `folder` below `root`; where none is named, in the one that `mkdocs.yml` names, else `content`.
    """
    return Workspace(root, folder or content_folder(root))


def open_revision(root: Path, name: str) -> Workspace:
    """The workspace of a handbook at a git revision. Raises RevisionRefused where there is none or no content in it."""
    from plangen.source.revision import find_revision

    revision = find_revision(root, name)
    return Workspace(root, revision.content_folder(), revision=revision)
