"""Carriers: the entries and narratives of a year that name where they come from."""

from collections.abc import Iterator, Mapping

from plangen.compute import YearScope
from plangen.model import NARRATIVE, Entry
from plangen.source import Narrative, SourceMark, YamlScalar, find_source_marks
from plangen.values import Address, Span, record


@record
class Carrier:
    """A place that names one source id: an entry, the page of a narrative, or the passage under a heading of it.

    `kind` is a section kind, `narrative`, or that of a file beside the sections (`plan`, `dimensions`, …).
    `place` is the same for all ids that one entry or one passage names, and for the same entry in another year.
    `entry` is the entry; of a narrative, `page` and `heading` (empty for the whole page) say which passage of it, and
    `turn` how many headings with that text are before it.
    """

    name: str
    year: int
    plan: str
    kind: str
    span: Span
    place: tuple[str, ...]
    entry: Entry | None = None
    narrative: Narrative | None = None
    page: str = ""
    heading: str = ""
    turn: int = 0

    @property
    def spot(self) -> tuple[str, ...]:
        """Where readers find it: an item (whichever of its cells names the source), a page or a passage of one."""
        return self.place if self.entry is None else (self.plan, self.kind, *self.entry.address_item)

    @property
    def address(self) -> Address | None:
        """The address of the item that the entry is, or is a part of; None for a narrative."""
        return None if self.entry is None else self.entry.address()

    def __str__(self) -> str:
        """How it is named: `plan:kind/item`, or `plan:page#heading`; the second of one text is `heading (2)`."""
        plan = f"{self.plan}:" if self.plan else ""
        if self.entry is not None:
            members = "/".join(self.entry.address("any").members)
            named = str(self.entry.address()) if self.entry.address_item else f"{plan}{self.kind}"
            return f"{named} ({members})" if members else named
        again = f" ({self.turn + 1})" if self.turn else ""
        return f"{plan}{self.page}{f'#{self.heading}{again}' if self.heading else ''}"


def carriers(scope: YearScope, but: frozenset[str] = frozenset()) -> Iterator[Carrier]:
    """Every source id that a year names: in the year's own files, then plan by plan, entries before narratives.

    Those of `but` are left out before anything is made of them. Of a year in a scenario that does not bind only the
    entries: narratives tell the year as it binds.
    """
    for top in (scope.dimensions, *scope.profiles.values()):
        yield from _of_entries(top, scope.year, "", but)
    if not scope.is_variant:
        yield from _of_texts(scope.year, "", scope.plan_year.narratives, but)
    for each in () if scope.is_variant else scope.plan_year.differences:
        yield from _of_entries(each.head, scope.year, each.plan, but)
    for path, plan in scope.plan_year.plans.items():
        for top in (plan.head, *plan.sections.values()):
            yield from _of_entries(top, scope.year, path, but)
        if not scope.is_variant:
            yield from _of_texts(scope.year, path, plan.narratives, but)


def _of_entries(top: Entry, year: int, plan: str, but: frozenset[str]) -> Iterator[Carrier]:
    for entry in top.walk():
        names = [name for each in entry.source if (name := each.strip()) not in but] if entry.source else []
        if names:
            kind, spans = entry.place.kind, _spans(entry)
            place = (plan, kind, *map(str, entry.path))
            for name in dict.fromkeys(names):
                yield Carrier(name, year, plan, kind, spans.get(name, entry.span("source")), place, entry)


def _spans(entry: Entry) -> dict[str, Span]:
    """Where each id of an entry stands."""
    path = (*entry.path, "source")
    nodes = (entry.place.nodes.get(each) for each in (path, *((*path, index) for index in range(len(entry.source)))))
    return {node.text.strip(): node.span for node in nodes if isinstance(node, YamlScalar)}


def _of_texts(year: int, plan: str, narratives: Mapping[str, Narrative], but: frozenset[str]) -> Iterator[Carrier]:
    for page, narrative in narratives.items():
        seen: dict[tuple[str, str, int], SourceMark] = {}
        for mark in find_source_marks(narrative):
            if mark.name not in but:
                seen.setdefault((mark.name, mark.heading, mark.turn), mark)
        for mark in seen.values():
            place = (plan, NARRATIVE, page, mark.heading, *((str(mark.turn),) if mark.turn else ()))
            where = (narrative, page, mark.heading, mark.turn)
            yield Carrier(mark.name, year, plan, NARRATIVE, mark.span, place, None, *where)
