"""An edition: one plan year as it is published, with what every page needs to know about the others."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from typing import TYPE_CHECKING

from plangen.compute import PlanScope, Unset, Variant, YearScope, unset_values
from plangen.findings import Finding, Level, level_of
from plangen.model import SCENARIOS, Plan
from plangen.sections.kind import SectionKind
from plangen.site.comparison import Comparison, comparison_of
from plangen.site.roles.register import WHO, Register
from plangen.values import Address, Language, Span
from plangen.values.record import record
from plangen.views import Block, Cards, LedgerLine, Table

if TYPE_CHECKING:
    from plangen.site.calendar.appointment import Appointment
    from plangen.site.since import Since
    from plangen.site.sources.traced import Traced
    from plangen.site.terms import Glossary
    from plangen.site.used import Uses

CALENDAR = "calendar"
"""The name of a plan's page of what is due when, and of the year's."""
CHANGES = "changes"
"""The name of a plan's page of what changed since last year, and of the handbook's."""
Excerpt = Callable[[Span], Sequence[tuple[int, str]]]


@record
class Chapter:
    """One page of a plan below its overview: a section (`kind` set), the scenarios (`compares`), or a narrative.

    `changes`: what is not as it was last year; `dates`: its calendar; `who`: who does what, a page of the year's
    registers.
    """

    name: str
    title: str
    url: str
    kind: SectionKind | None
    compares: bool = False
    changes: bool = False
    dates: bool = False
    who: bool = False


@dataclass(frozen=True)
class Edition:
    """One plan year on its way to pages. `findings` are those of the whole handbook.

    `mark` begins every placeholder; no text of the year may hold it. `variants` are the year in its other scenarios.
    `beside` are the years that the site has, as far as it matters what others there are; None: all.
    """

    scope: YearScope
    kinds: Mapping[str, SectionKind]
    findings: tuple[Finding, ...]
    excerpt: Excerpt
    mark: str = "xplangenslot"
    variants: tuple[Variant, ...] = ()
    beside: Collection[int] | None = None

    @property
    def year(self) -> int:
        """The plan year."""
        return self.scope.year

    @property
    def language(self) -> Language:
        """The language of generated words."""
        return self.scope.language

    def word(self, zh: str, en: str, /, **parts: object) -> str:
        """A word in the handbook's language; with `parts` a template, which they fill."""
        return self.scope.word(zh, en, **parts)

    @cached_property
    def plans(self) -> dict[str, PlanScope]:
        """The plans of the year by path, parents first."""
        return {scope.plan.path: scope for scope in self.scope.plans()}

    def of(self, plan: Plan) -> PlanScope:
        """The scope of a plan."""
        return self.plans[plan.path]

    @cached_property
    def _chapters(self) -> dict[str, list[Chapter]]:
        return {path: list(self._chapters_of(scope.plan)) for path, scope in self.plans.items()}

    def chapters(self, plan: Plan) -> list[Chapter]:
        """The pages of a plan below its overview, in its own order, then in the kinds' order, then by name."""
        return self._chapters[plan.path]

    def _chapters_of(self, plan: Plan) -> Iterator[Chapter]:
        compared = {SCENARIOS} if self.comparison(plan) else set()
        there = {*plan.sections, *plan.narratives, *compared} - {"index"}
        for name in dict.fromkeys([*plan.head.chapters, *self.kinds, SCENARIOS, *sorted(there)]):
            if name not in there:
                continue
            kind = self.kinds[name] if name in plan.sections else None
            title = kind.title(self.language) if kind else self._title(plan, name)
            yield Chapter(name, title, f"{plan.path}/{name}/", kind, name in compared)

    def _title(self, plan: Plan, name: str) -> str:
        named = name in plan.narratives and title_of(plan, name) != name
        return title_of(plan, name) if named or name != SCENARIOS else self.word("情景对比", "Scenarios")

    @cached_property
    def since(self) -> "Since | None":
        """What changed since last year, compared when it is first asked for; None where there is no year before."""
        from plangen.site.since import since_last_year

        return since_last_year(self.scope, {name: kind.title(self.language) for name, kind in self.kinds.items()})

    def contents(self, plan: Plan) -> list[Chapter]:
        """All pages of a plan below its overview: its chapters, its calendar, what changed, who does what."""
        added: list[Chapter] = []
        if self.appointments_of(plan):
            added.append(Chapter(CALENDAR, self.word("日历", "Calendar"), f"{plan.path}/{CALENDAR}/", None, dates=True))
        if self.since is not None and self.since.has_page(plan.path):
            title = self.word("与上年相比", "Changes since {year}", year=self.year - 1)
            added.append(Chapter(CHANGES, title, f"{plan.path}/{CHANGES}/", None, changes=True))
        names = {chapter.name for chapter in added}
        own = (chapter for chapter in self.chapters(plan) if chapter.name not in names)
        return [*own, *added, *self._who(plan)]

    @cached_property
    def appointments(self) -> "list[Appointment]":
        """Everything of the year that has a day, in order; gathered when it is first asked for."""
        from plangen.site.calendar.appointment import appointments

        return appointments(self)

    def appointments_of(self, plan: Plan) -> "list[Appointment]":
        """Those of one plan, without the plans below it."""
        return self._appointments_by_plan.get(plan.path, [])

    @cached_property
    def _appointments_by_plan(self) -> "dict[str, list[Appointment]]":
        found: dict[str, list[Appointment]] = {}
        for each in self.appointments:
            found.setdefault(each.plan, []).append(each)
        return found

    @cached_property
    def appointments_by_role(self) -> "dict[Address, list[Appointment]]":
        """Those of each role, in the order of the roles' addresses."""
        found: dict[Address, list[Appointment]] = {}
        for each in self.appointments:
            for role in each.people:
                found.setdefault(role, []).append(each)
        return dict(sorted(found.items()))

    @cached_property
    def traced(self) -> "Traced | None":
        """What the year carries of the source documents; None where none is registered.

        Nor in a sealed year: it reads nothing of what the years share, so that its pages stay as they were.
        """
        from plangen.site.sources.traced import trace

        handbook = self.scope.handbook
        return trace(self) if handbook.sources.documents and self.year not in handbook.sealed else None

    @cached_property
    def uses(self) -> "Uses":
        """Who uses which item, gathered when it is first asked for."""
        from plangen.site.used import Uses

        return Uses(self)

    @cached_property
    def glossary(self) -> "Glossary":
        """What words mean in the year and in each of its plans."""
        from plangen.site.terms import Glossary

        return Glossary(self)

    def _who(self, plan: Plan) -> Iterator[Chapter]:
        """The page of who does what, where a plan has roles or roles of others work in it."""
        if self.roles.of_plan(plan.path):
            yield Chapter(WHO, self.word("分工", "Who does what"), f"{WHO}/{plan.path}/", None, who=True)

    @cached_property
    def roles(self) -> Register:
        """What each role of the year answers for, indexed when it is first asked for."""
        return Register(self)

    def has_version(self, year: int) -> bool:
        """Whether the site has another year, so that links can lead there."""
        return year in self.scope.handbook.years and (self.beside is None or year in self.beside)

    def comparison(self, plan: Plan) -> Comparison | None:
        """A plan in all scenarios of its year; None where it is the same in every one."""
        if not self.variants:
            return None
        if plan.path not in self._comparisons:
            self._comparisons[plan.path] = comparison_of(self.of(plan), self.variants, self.kinds)
        return self._comparisons[plan.path]

    @cached_property
    def _comparisons(self) -> dict[str, Comparison | None]:
        return {}

    @cached_property
    def names(self) -> dict[str, dict[str, None]]:
        """Everything that a reference can name, by plan: figures and items by their address inside the plan."""
        found: dict[str, dict[str, None]] = {path: {} for path in self.plans}
        items = (Address(plan, kind, item) for plan, kind, item in self.scope.entries)
        figures = (key.address for key in self.scope.figures if key.year == self.year)
        for address in (*items, *figures):
            found.setdefault(address.plan, {})[address.short(address.plan)] = None
        return found

    def section_blocks(self, scope: PlanScope, kind: str) -> Iterator[Block]:
        """What a section shows on its page and on the overview; each made when it is first asked for, and once."""
        made, more = self._blocks.setdefault((scope.plan.path, kind), ([], self._made(scope, kind)))
        for place in count():
            if place == len(made):
                block = next(more, None)
                if block is None:
                    return
                made.append(block)
            yield made[place]

    def _made(self, scope: PlanScope, kind: str) -> Iterator[Block]:
        section, found = scope.plan.sections[kind], self.kinds[kind]
        yield from found.blocks(section, scope)
        yield from found.overview(section, scope)
        cards = found.cards(section, scope)
        if cards:
            yield Cards(cards, Table("cards", "", (), ()))

    @cached_property
    def _blocks(self) -> dict[tuple[str, str], tuple[list[Block], Iterator[Block]]]:
        return {}

    def ledger(self, plan: Plan) -> list[LedgerLine]:
        """The open differences of a plan."""
        return self._ledgers[plan.path]

    @cached_property
    def _ledgers(self) -> dict[str, list[LedgerLine]]:
        return {path: list(self._ledger_of(scope)) for path, scope in self.plans.items()}

    def _ledger_of(self, scope: PlanScope) -> Iterator[LedgerLine]:
        for name, kind in self.kinds.items():
            if name in scope.plan.sections:
                yield from kind.ledger(scope.plan.sections[name], scope)

    def untold(self, plan: Plan) -> list[LedgerLine]:
        """The open differences of a plan that no warning and no error speaks of: what is declared and in time."""
        told = {f.address for f in self.findings_of(plan) if level_of(f) is not Level.INFO}
        return [line for line in self.ledger(plan) if line.judged not in told]

    def unset(self, plan: Plan) -> list[Unset]:
        """What a plan still owes."""
        return list(unset_values(self.of(plan)))

    def findings_of(self, plan: Plan | None = None) -> list[Finding]:
        """The findings of this year, or those of one plan."""
        mine = [finding for finding in self.findings if finding.year == self.year]
        if plan is None:
            return [*mine, *(finding for finding in self.findings if finding.year is None)]
        folder = f"/{self.year}/{plan.path}/"
        inside = [f"/{self.year}/{child.path}/" for child in plan.children]
        return [f for f in mine if folder in f"/{f.span.file}" and not any(i in f"/{f.span.file}" for i in inside)]

    def state(self, year: int | None = None) -> str:
        """`draft`, `current`, `closed`, `sealed` or `amended`."""
        return self.scope.handbook.state(self.year if year is None else year)

    def version_title(self, year: int | None = None) -> str:
        """What the version selector calls a year: `2025 现行`."""
        number = self.year if year is None else year
        return f"{number} {self.word(*STATES[self.state(number)])}"


STATES = {
    "draft": ("草案", "draft"),
    "current": ("现行", "current"),
    "closed": ("往年", "past"),
    "sealed": ("已封存", "sealed"),
    "amended": ("已订正", "amended"),
}
"""What the states of a year are called."""


def title_of(plan: Plan, name: str) -> str:
    """The title of a narrative page: its front matter's, its first heading, or its name."""
    narrative = plan.narratives[name]
    named = narrative.front.get("title")
    if named:
        return str(named)
    first = next((line[2:].strip() for line in narrative.body.splitlines() if line.startswith("# ")), "")
    return first or name
