"""Reads the sections of small plans for tests: files in, figures, findings and scopes out."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TypeVar

from plangen.compute import Figures, PlanScope, YearScope, compute, typed_figures
from plangen.findings import CHECKS, Finding, message
from plangen.model import Dimensions, Entry, Handbook, HandbookHead, Place, Plan, PlanHead, PlanYear, bind
from plangen.render.plain import plain_text
from plangen.sections.kind import SectionKind
from plangen.source import read_yaml
from plangen.values import Address, Figure, write_quantity
from plangen.views import Num, Wording

E = TypeVar("E", bound=Entry)
YEAR = 2026
ROOT = "demo"


@dataclass(frozen=True)
class Read:
    """What came out of a handful of files."""

    handbook: Handbook
    figures: Figures
    findings: list[Finding]

    def scope(self, plan: str = ROOT) -> PlanScope:
        """The scope of a plan."""
        return PlanScope(self.handbook, YEAR, self.figures, plan=self.handbook.years[YEAR].plans[plan])

    @property
    def codes(self) -> list[str]:
        """The codes of all findings, sorted."""
        return sorted(finding.code for finding in self.findings)

    def message(self, code: str) -> str:
        """The sentence of the only finding of a code."""
        (finding,) = (finding for finding in self.findings if finding.code == code)
        return message(finding)

    def figure(self, address: str) -> Figure:
        """The figure at an address of the root plan."""
        figure = self.scope().figure(Address.parse(address, ROOT))
        assert figure is not None, address
        return figure

    def says(self, address: str) -> str:
        """A figure as readers see it."""
        return write_quantity(self.figure(address).quantity)

    def blocks(self, kind: str, plan: str = ROOT) -> list[object]:
        """The blocks of a section's page."""
        scope = self.scope(plan)
        section = scope.section(kind)
        assert section is not None
        return list(_kind(kind).blocks(section, scope))

    def lede(self, kind: str) -> str:
        """The sentence below the title of a section's page."""
        section = self.scope().section(kind)
        assert section is not None
        return text(_kind(kind).lede(section, self.scope()))


def read(files: Mapping[str, str], head: str = "{format: 1, title: 手册}") -> Read:
    """Read section files such as `org.yml` of the plan `demo` and `east/org.yml` of its child plan `demo/east`."""
    book = _bound(HandbookHead, head, Place(0, "", "handbook", "handbook.yml"))
    axes = Dimensions(axes={}).settle(Place(YEAR, "", "dimensions", "dimensions.yml"))
    handbook = Handbook(book, {YEAR: axes}, {YEAR: PlanYear(YEAR)})
    findings: list[Finding] = []
    for path in sorted(files, key=lambda path: path.count("/")):
        _section(handbook.years[YEAR], PurePosixPath(ROOT, path), files[path], findings)
    typed, rules = [], []
    for scope in YearScope(handbook, YEAR).plans():
        for kind, section in scope.plan.sections.items():
            typed += list(typed_figures(section))
            rules += list(_kind(kind).rules(section, scope))
    figures, problems = compute(typed, rules)
    return Read(handbook, figures, [*findings, *problems, *_checked(YearScope(handbook, YEAR, figures))])


def text(line: Wording) -> str:
    """A text, or a line of inline parts, as plain text."""
    return line if isinstance(line, str) else "".join(_part(part) for part in line)


def _part(part: object) -> str:
    if isinstance(part, Num):
        if part.quantity is None:
            return "—"
        if part.said:
            return plain_text((part,), "zh")
        return part.symbol + write_quantity(part.quantity, part.unit, part.digits, with_unit=part.with_unit)
    return part if isinstance(part, str) else str(getattr(part, "text", ""))


def _kind(name: str) -> SectionKind:
    return SectionKind(name, f"plangen.sections.{name}")


def _bound(model: type[E], yaml: str, place: Place) -> E:
    node, problems = read_yaml(place.file, yaml.encode())
    assert node is not None
    assert not problems
    entry, problems = bind(model, node, place, {"dimensions": frozenset()})
    assert entry is not None, [message(problem) for problem in problems]
    return entry


def _section(year: PlanYear, path: PurePosixPath, yaml: str, findings: list[Finding]) -> None:
    plan = _plan(year, path.parent.as_posix())
    node, problems = read_yaml(path.as_posix(), yaml.encode())
    findings += problems
    assert node is not None
    kind = _kind(path.stem)
    section, problems = bind(kind.model, node, Place(YEAR, plan.path, path.stem, path.as_posix()), {})
    findings += problems
    if section is None:
        plan.broken.add(path.stem)
    else:
        plan.sections[path.stem] = section


def _plan(year: PlanYear, folder: str) -> Plan:
    if folder not in year.plans:
        name = folder.rsplit("/", 1)[-1]
        head = _bound(PlanHead, f"name: {name}", Place(YEAR, folder, "plan", f"{folder}/plan.yml"))
        parent = year.plans.get(folder.rpartition("/")[0])
        year.plans[folder] = Plan(YEAR, folder, head, parent=parent)
        if parent is not None:
            parent.children.append(year.plans[folder])
    return year.plans[folder]


def _checked(scope: YearScope) -> list[Finding]:
    found: list[Finding] = []
    for plan in scope.plans():
        for kind, section in plan.plan.sections.items():
            _kind(kind).load_checks()
            for check in [check for check in CHECKS.values() if check.takes == kind]:
                found += list(check.run(section, plan))
    return found
