"""Reading a handbook: source files become a handbook of years, plans, sections and narratives, and findings."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import PurePosixPath
from typing import TypeVar

from plangen.findings import Finding, Level, level_of
from plangen.model import codes
from plangen.model.actual import FOLDER
from plangen.model.actual_reading import read_actuals
from plangen.model.arranging import arrange
from plangen.model.beside import Tables, beside
from plangen.model.binding import bind
from plangen.model.dimension import Dimensions
from plangen.model.entry import Entry, Place
from plangen.model.folders import YAML, ancestors, is_home, is_stray, is_year, wrong_names, yaml_by_folder
from plangen.model.handbook import Handbook, HandbookHead, own_language
from plangen.model.label import LANGUAGES
from plangen.model.names import Names
from plangen.model.plan import Plan, PlanHead, PlanYear
from plangen.model.profile import Profile, Profiles
from plangen.model.review_list import REVIEW, read_review
from plangen.model.scenario import SCENARIOS, is_overlay, read_differences
from plangen.model.section import Section
from plangen.model.source_reading import is_source_document, read_sources
from plangen.model.terms import Terms
from plangen.source import PICTURES, SourceFile, YamlMapping, read_text, read_yaml, scan_narrative
from plangen.values import Span

PLAN = "plan.yml"
DIMENSIONS = "shared/dimensions.yml"
PROFILES = "shared/profiles.yml"
NAMES = "shared/names.yml"
TERMS = "shared/terms.yml"
SHARED = frozenset({DIMENSIONS, NAMES, PROFILES, TERMS})
"""The files that years share; a year may have its own."""
YEAR_PAGES = frozenset(
    {"calendar", "changes", "checks", "gaps", "index", "responsibility", "roles", "sources", "terms", "unset"}
)
"""The pages of a year that belong to no plan."""
PERMANENT = "id"
"""The folder of a year that holds its permanent links."""
RESERVED_PLANS = YEAR_PAGES | {FOLDER, PERMANENT, "plan", SCENARIOS, "shared"}
"""What no plan can be called: pages of the year, a folder's own page, a plan's head, folders of another use."""
E = TypeVar("E", bound=Entry)


@dataclass
class Reader:
    """Reads the files of one content folder. `models` are the section classes by kind.

    `sealed` are the closed years, with the `handbook.yml` that they were sealed with: they read nothing of `shared`.
    """

    folder: str
    models: Mapping[str, type[Section]]
    findings: list[Finding] = field(default_factory=list)
    sealed: Mapping[int, SourceFile] = field(default_factory=dict)
    tables: Tables = field(default_factory=lambda: Tables({}))
    """The CSV files by their paths."""
    language: str = LANGUAGES[0]
    """The handbook's own language."""

    def read(self, files: Iterable[SourceFile]) -> Handbook | None:
        """The handbook, or None where `handbook.yml` itself is missing or refused. Findings are collected."""
        by_path = {PurePosixPath(file.path).relative_to(self.folder).as_posix(): file for file in files}
        self.tables = Tables(by_path)
        head = self._head(by_path)
        if head is None:
            return None
        handbook = Handbook(head, then=self._then())
        handbook.sources, problems = read_sources(by_path, self.models, self.language)
        self.findings += problems
        years = sorted({path.split("/")[0] for path in by_path if "/" in path and is_year(path.split("/")[0])})
        for year in years:
            mine = {path.split("/", 1)[1]: file for path, file in by_path.items() if path.startswith(f"{year}/")}
            shared = {} if int(year) in self.sealed else by_path
            before = max(handbook.dimensions, default=None)
            handbook.dimensions[int(year)] = self._dimensions(shared, mine, int(year)).follow(
                handbook.dimensions[before] if before else None
            )
            handbook.profiles[int(year)] = self._profiles(shared, mine, int(year))
            names = self._shared(Names, (shared, mine), NAMES, int(year))
            handbook.names[int(year)] = tuple({key: one for part in names for key, one in part.names.items()}.values())
            terms = self._shared(Terms, (shared, mine), TERMS, int(year))
            handbook.terms[int(year)] = tuple({key: one for part in terms for key, one in part.terms.items()}.values())
            handbook.years[int(year)] = self._year(int(year), mine, handbook.dimensions[int(year)])
        self._misplaced(by_path)
        self.findings += arrange(handbook)
        return handbook

    def _then(self) -> dict[int, HandbookHead]:
        """The settings of sealed years; what cannot be read of them is told by the check of the seals."""
        known = len(self.findings)
        read = {
            year: self._entry(HandbookHead, file, Place(0, "", "handbook", file.path), {})
            for year, file in self.sealed.items()
        }
        del self.findings[known:]
        return {year: head for year, head in read.items() if head is not None}

    def _head(self, files: Mapping[str, SourceFile]) -> HandbookHead | None:
        file = files.get("handbook.yml")
        if file is None:
            self.findings.append(Finding(codes.NO_HANDBOOK, Span.whole(f"{self.folder}/handbook.yml")))
            return None
        place = Place(0, "", "handbook", file.path)
        node = self._node(file, place)
        if node is None:
            return None
        self.language = own_language(node)
        return self._typed(HandbookHead, node, place, {})

    def _dimensions(self, shared: Mapping[str, SourceFile], own: Mapping[str, SourceFile], year: int) -> Dimensions:
        parts = self._shared(Dimensions, (shared, own), DIMENSIONS, year)
        if not parts:
            empty = Dimensions(axes={})
            return empty.settle(Place(year, "", "dimensions", f"{self.folder}/shared/dimensions.yml"))
        axes = {name: axis for part in parts for name, axis in part.axes.items()}
        return parts[0].model_copy(update={"axes": axes})

    def _profiles(
        self, shared: Mapping[str, SourceFile], own: Mapping[str, SourceFile], year: int
    ) -> dict[str, Profile]:
        parts = self._shared(Profiles, (shared, own), PROFILES, year)
        return {name: profile for part in parts for name, profile in part.profiles.items()}

    def _shared(self, model: type[E], both: tuple[Mapping[str, SourceFile], ...], name: str, year: int) -> list[E]:
        """The file that all years share and the year's own; what is wrong with the shared one is told once."""
        files = [each[name] for each in both if name in each]
        kind, known = PurePosixPath(name).stem, len(self.findings)
        read = [self._entry(model, file, Place(year, "", kind, file.path), {}) for file in files]
        shared_files = {file.path for file in files[:1] if name in both[0]}
        found = [f.with_(year=None) if f.span.file in shared_files else f for f in self.findings[known:]]
        self.findings[known:] = [finding for finding in found if finding not in self.findings[:known]]
        return [part for part in read if part is not None]

    def _year(self, year: int, files: Mapping[str, SourceFile], dimensions: Dimensions) -> PlanYear:
        plan_year = PlanYear(year)
        beside = yaml_by_folder(files)
        folders = sorted(folder for folder, there in beside.items() if PLAN in there)
        for folder in folders:
            plan = self._plan(year, folder, beside[folder], dimensions)
            if plan is None:
                plan_year.refused.add(folder)
            else:
                plan.parent = next((plan_year.plans[p] for p in ancestors(folder) if p in plan_year.plans), None)
                if plan.parent:
                    plan.parent.children.append(plan)
                plan_year.plans[folder] = plan
        self._scenarios(plan_year, files)
        self._rest(plan_year, files, set(folders))
        self._actuals(plan_year, files, dimensions)
        self._reviews(plan_year, files)
        self._refused_files(plan_year)
        return plan_year

    def _actuals(self, plan_year: PlanYear, files: Mapping[str, SourceFile], dimensions: Dimensions) -> None:
        """The CSV files in the folder `actuals` beside each `plan.yml`."""
        for path, file in sorted(files.items()):
            folder = PurePosixPath(path).parent
            plan = plan_year.plans.get(str(folder.parent)) if folder.name == FOLDER else None
            if plan is not None and path.endswith(".csv"):
                rows, findings = read_actuals(file, plan, dimensions)
                plan.actuals += rows
                plan.unread_actuals |= bool(findings)
                self.findings += findings

    def _reviews(self, plan_year: PlanYear, files: Mapping[str, SourceFile]) -> None:
        """The files `review.csv` beside each `plan.yml` and beside the year's own page."""
        for path in ("", *plan_year.plans):
            file = files.get(f"{path}/{REVIEW}" if path else REVIEW)
            if file is not None:
                plan_year.reviews[path], findings = read_review(file, plan_year.year)
                self.findings += findings

    def _scenarios(self, plan_year: PlanYear, files: Mapping[str, SourceFile]) -> None:
        for path, file in sorted(files.items()):
            pure = PurePosixPath(path)
            if pure.suffix in YAML and is_overlay(pure, plan_year.plans):
                read, found = read_differences(
                    file, str(pure.parent.parent), plan_year.year, self.models, self.language
                )
                self.findings += found
                if read is None:
                    plan_year.unread_scenarios.add(pure.stem)
                else:
                    plan_year.differences.append(read)

    def _refused_files(self, plan_year: PlanYear) -> None:
        """Note the plan files that were refused before they were read: links, pipes, files too large."""
        top = f"{self.folder}/{plan_year.year}/"
        for finding in self.findings:
            path = PurePosixPath(finding.span.file.removeprefix(top))
            if not finding.span.file.startswith(top) or path.suffix not in YAML:
                continue
            folder = str(path.parent)
            if folder in plan_year.plans and path.stem not in plan_year.plans[folder].sections:
                plan_year.plans[folder].broken.add(path.stem)
            elif path.name == PLAN:
                plan_year.refused.add(folder)

    def _plan(self, year: int, folder: str, beside: Mapping[str, SourceFile], dimensions: Dimensions) -> Plan | None:
        file = beside[PLAN]
        self.findings += wrong_names(file.path, folder, RESERVED_PLANS)
        head = self._entry(PlanHead, file, Place(year, folder, "plan", file.path), {})
        if head is None:
            return None
        plan = Plan(year, folder, head)
        for name, source in sorted(beside.items()):
            if name != PLAN:
                self._section(plan, PurePosixPath(name).stem, source, dimensions)
        if not plan.broken:
            self.findings += self.tables.unread(str(PurePosixPath(file.path).parent), year, frozenset({REVIEW}))
        return plan

    def _section(self, plan: Plan, kind: str, file: SourceFile, dimensions: Dimensions) -> None:
        model = self.models.get(kind)
        if model is None:
            args = {"name": PurePosixPath(file.path).name, "known": ", ".join(self.models)}
            self.findings.append(Finding(codes.UNKNOWN_SECTION, Span.whole(file.path), args, plan.year))
            return
        place = Place(plan.year, plan.path, kind, file.path, order=dimensions.order())
        section = self._bound(model, file, place, dimensions)
        if section is None:
            plan.broken.add(kind)
        else:
            plan.sections[kind] = section

    def _bound(self, model: type[Section], file: SourceFile, place: Place, dimensions: Dimensions) -> Section | None:
        """A section with its side files; None where one of them, or the section itself, could not be read."""
        node = self._node(file, place)
        if node is None:
            return None
        joined, problems = model.joined(node, partial(beside, file, self.tables), dimensions)
        self.findings += [finding.with_(year=place.year) for finding in problems]
        refused = any(level_of(finding) is Level.ERROR for finding in problems)
        section = self._typed(model, joined, place, {"dimensions": dimensions.known()})
        return None if refused else section

    def _node(self, file: SourceFile, place: Place) -> YamlMapping | None:
        node, findings = read_yaml(file.path, file.data)
        self.findings += [finding.with_(year=place.year or None) for finding in findings]
        return node

    def _typed(self, model: type[E], node: YamlMapping, place: Place, context: Mapping[str, object]) -> E | None:
        entry, problems = bind(model, node, place, {"language": self.language, **context})
        self.findings += problems
        return entry

    def _entry(self, model: type[E], file: SourceFile, place: Place, context: Mapping[str, object]) -> E | None:
        node = self._node(file, place)
        return self._typed(model, node, place, context) if node is not None else None

    def _rest(self, plan_year: PlanYear, files: Mapping[str, SourceFile], plans: set[str]) -> None:
        strays: dict[str, SourceFile] = {}
        for path, file in sorted(files.items()):
            pure = PurePosixPath(path)
            folder = "" if str(pure.parent) == "." else str(pure.parent)
            if pure.suffix == ".md" and (is_home(path) or folder in plan_year.plans):
                self._narrative(plan_year, folder, pure.stem, file)
            elif pure.suffix in PICTURES:
                plan_year.media[path] = file.data
            elif pure.suffix in YAML and is_overlay(pure, plans):
                continue
            elif is_stray(pure, folder, plans, SHARED):
                strays.setdefault(folder, file)
        for folder, file in strays.items():
            args = {"folder": folder or str(plan_year.year), "name": PurePosixPath(file.path).name}
            self.findings.append(Finding(codes.NO_PLAN, Span.whole(file.path), args, plan_year.year))

    def _narrative(self, plan_year: PlanYear, folder: str, name: str, file: SourceFile) -> None:
        text, problems = read_text(file.path, file.data)
        self.findings += [finding.with_(year=plan_year.year) for finding in problems]
        if problems:
            return
        narrative, problems = scan_narrative(file.path, text)
        self.findings += [finding.with_(year=plan_year.year) for finding in problems]
        home: Plan | PlanYear = plan_year.plans[folder] if folder else plan_year
        page, dot, language = name.rpartition(".")
        if dot and language in LANGUAGES:
            home.translated.setdefault(page, {})[language] = narrative
        else:
            home.narratives[name] = narrative

    def _misplaced(self, files: Mapping[str, SourceFile]) -> None:
        for path, file in files.items():
            text = PurePosixPath(path).suffix in (".md", *YAML) and not is_source_document(path)
            shared = path.startswith("shared/") and (path in SHARED or not text)
            if path != "handbook.yml" and not shared and not is_year(path.split("/")[0]):
                self.findings.append(Finding(codes.MISPLACED, Span.whole(file.path), {"name": path}))
