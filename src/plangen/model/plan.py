"""A plan: one folder with a plan.yml, its sections and its narratives."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Annotated, Any, ClassVar, Literal, TypeVar

from pydantic import BeforeValidator

from plangen.model.actual import Actual
from plangen.model.entry import Entry
from plangen.model.fields import Id, Plains, Span_, Text, scalar
from plangen.model.scenario import Differences
from plangen.model.section import Section
from plangen.source import Narrative
from plangen.values import FULL_YEAR, Address, Span, record
from plangen.values.words import simplified

T = TypeVar("T")


def _plain(value: Any) -> str:
    return simplified(scalar(value))


class PlanHead(Entry):
    """The file `plan.yml`: what the plan is called, its period, owner and the order of its chapters."""

    governs: ClassVar[Mapping[str, str]] = {"period": "definitions", "covers": "definitions"}
    name: Text
    title: Text | None = None
    summary: Text | None = None
    period: Span_ = FULL_YEAR
    unit: Annotated[Literal["元", "千元", "万元", "百万元", "亿元"], BeforeValidator(_plain)] = "万元"
    covers: dict[Id, Id] = {}
    chapters: Plains = ()


@dataclass(slots=True)
class Plan:
    """One plan of one year. `path` is its folder below the year (`adhesives/east-china`), which is its address too.

    `translated` are narratives in other languages, by page and language (`market.en.md`);
    `broken` are the section kinds whose file is there and could not be read; `actuals` the rows of its CSV files, and
    `unread_actuals` says that some could not be read.
    """

    year: int
    path: str
    head: PlanHead
    sections: dict[str, Section] = field(default_factory=dict)
    narratives: dict[str, Narrative] = field(default_factory=dict)
    translated: dict[str, dict[str, Narrative]] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    actuals: list[Actual] = field(default_factory=list)
    unread_actuals: bool = False
    parent: "Plan | None" = None
    children: "list[Plan]" = field(default_factory=list)
    _reported: dict[tuple[str, tuple[str, ...]], list[Actual]] | None = None

    @property
    def title(self) -> str:
        """The page title: the full title, or the name."""
        return self.head.title or self.head.name

    def reported(self, kind: str, item: tuple[str, ...]) -> Sequence[Actual]:
        """The rows of actuals of one item, older ones included, in the order of the files."""
        if self._reported is None:
            self._reported = {}
            for actual in self.actuals:
                self._reported.setdefault((actual.place.kind, actual.address_item), []).append(actual)
        return self._reported.get((kind, item), ())

    def lineage(self) -> "Iterator[Plan]":
        """This plan, then its parent, then the parent's parent, up to the top."""
        plan: Plan | None = self
        while plan is not None:
            yield plan
            plan = plan.parent


@record
class ReviewLine:
    """One line of a `review.csv`: what was carried over into the year, and whether somebody looked at it since.

    `address` counts inside the plan; that of a paragraph is its page. `hash` tells the wording that was carried over.
    """

    address: str
    scenario: str
    hash: str
    reviewed: str
    by: str
    span: Span

    @property
    def done(self) -> bool:
        """Whether it is marked as reviewed."""
        return bool(self.reviewed or self.by)

    @property
    def is_page(self) -> bool:
        """Whether it speaks of a paragraph."""
        return "/" not in self.address and "." not in self.address


@dataclass(slots=True)
class PlanYear:
    """All plans of one plan year, parents before children, with the year's dimensions and home narrative.

    `refused` are the folders whose `plan.yml` could not be read; `differences` are the files of its
    scenarios, `unread_scenarios` the names of those that could not be read; `reviews` are the lines of the files
    `review.csv` by plan.
    """

    year: int
    plans: dict[str, Plan] = field(default_factory=dict)
    narratives: dict[str, Narrative] = field(default_factory=dict)
    translated: dict[str, dict[str, Narrative]] = field(default_factory=dict)
    media: dict[str, bytes] = field(default_factory=dict)
    refused: set[str] = field(default_factory=set)
    differences: list[Differences] = field(default_factory=list)
    unread_scenarios: set[str] = field(default_factory=set)
    reviews: dict[str, tuple[ReviewLine, ...]] = field(default_factory=dict)
    _entries: dict[tuple[str, str, tuple[str, ...]], Entry] | None = None
    _made: dict[str, Any] = field(default_factory=dict)

    def entries(self) -> Mapping[tuple[str, str, tuple[str, ...]], Entry]:
        """Every item of the year by (plan, kind, item part of its address)."""
        if self._entries is None:
            self._entries = {
                (plan.path, kind, item): entry
                for plan in self.plans.values()
                for kind, section in plan.sections.items()
                for item, entry in section.items_by_id().items()
            }
        return self._entries

    def before(self, address: Address) -> Address:
        """The address of the same figure the year before: under the ids that its plan and its item had then (`was`)."""
        plan = _then(address.plan.split("/"), self._head)
        item = _then(address.item, lambda ids: self.entries().get((address.plan, address.kind, ids)))
        return replace(address, plan="/".join(plan), item=item)

    def _head(self, ids: tuple[str, ...]) -> PlanHead | None:
        plan = self.plans.get("/".join(ids))
        return plan.head if plan is not None else None

    def once(self, name: str, make: Callable[[], T]) -> T:
        """What is told from all plans together, such as who reports to whom: made once, under a name of its own.

        The plans do not change once they are read. Made for each plan again it would take plans × plans.
        """
        if name not in self._made:
            self._made[name] = make()
        made: T = self._made[name]
        return made

    def homes(self) -> "Iterator[tuple[str, PlanYear | Plan]]":
        """Whatever has narratives, with its plan: the year itself (empty), then every plan."""
        yield "", self
        yield from self.plans.items()

    def texts(self) -> Iterator[tuple[str, str, Narrative]]:
        """Every narrative with its plan (empty for the year's own) and its page: the year's, then plan by plan."""
        yield from (("", page, narrative) for page, narrative in self.narratives.items())
        for plan in self.plans.values():
            yield from ((plan.path, page, narrative) for page, narrative in plan.narratives.items())

    def roots(self) -> list[Plan]:
        """The plans that have no parent."""
        return [plan for plan in self.plans.values() if plan.parent is None]


def _then(ids: Sequence[str], entry_of: Callable[[tuple[str, ...]], Entry | None]) -> tuple[str, ...]:
    """Ids one inside another as they were before; `entry_of` finds what they name now."""
    entries = (entry_of(tuple(ids[: depth + 1])) for depth in range(len(ids)))
    olds = (entry.id_before if entry is not None else "" for entry in entries)
    return tuple(old or name for name, old in zip(ids, olds, strict=True))
