"""What a copied year has to look at again: every typed value, day, period and text, and every paragraph."""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import PurePosixPath

from plangen.model.entry import Entry, Path
from plangen.model.handbook import Handbook
from plangen.model.plan import PlanYear
from plangen.model.scenario import SCENARIOS
from plangen.model.told import told_fields, worded_fields
from plangen.source import Narrative, YamlScalar, paragraphs
from plangen.values import Address, Span, record
from plangen.values.numeral import folded

NAMES = frozenset({"name", "title", "tags", "chapters", "source"})
"""What things are called, grouped by and taken from: no statement of the year."""
Old = tuple[tuple[str, ...], tuple[str, ...]]
"""The item of an entry that was renamed, and the ids it had before."""


@record
class Carried:
    """One thing that is looked at as a whole: a value of an entry, or a paragraph (`is_text`) of a page.

    `local` names it inside its plan, together with `hash`, which tells its wording; `former` are its
    names before a declared rename.
    `owner` is the role that answers for it, or empty; `scenario` the one whose file it stands in.
    """

    plan: str
    local: str
    former: tuple[str, ...]
    scenario: str
    text: str
    owner: str
    span: Span
    is_text: bool = False

    @property
    def hash(self) -> str:
        """A short hash of the wording, blind to spaces, line breaks and full-width forms.

        It begins with a letter that is no digit of a number, so that no spreadsheet takes it for one.
        """
        return "x" + sha256("".join(folded(self.text).split()).encode()).hexdigest()[:11]


def carried(handbook: Handbook, year: int) -> Iterator[Carried]:
    """Everything of a year that was typed and can be out of date, each once: plan by plan, in the order of the files.

    Of a scenario it is what its file says.
    """
    seen: set[Span] = set()
    every = [handbook.years[year], *handbook.variants.get(year, {}).values()]
    for number, plan_year in enumerate(every):
        for each in _of_year(plan_year, with_texts=not number):
            if each.span not in seen:
                seen.add(each.span)
                yield each


def _of_year(year: PlanYear, *, with_texts: bool) -> Iterator[Carried]:
    if with_texts:
        for page, narrative in sorted(year.narratives.items()):
            yield from _of_page("", page, narrative, "")
    for plan in year.plans.values():
        owner = _first(plan.head.owner)
        yield from _Part(plan.path, NAMES).inside(plan.head, owner)
        for section in plan.sections.values():
            yield from _Part(plan.path, NAMES | section.side_files).inside(section, owner)
        for each in year.differences:
            if each.plan == plan.path:
                yield from _Part(plan.path, NAMES).inside(each.head, owner)
        for page, narrative in sorted(plan.narratives.items()) if with_texts else ():
            yield from _of_page(plan.path, page, narrative, owner)


def _of_page(plan: str, page: str, narrative: Narrative, owner: str) -> Iterator[Carried]:
    for piece in paragraphs(narrative):
        yield Carried(plan, page, (), "", piece.text, owner, piece.span, is_text=True)


@record
class _Part:
    """One section, or the head of a plan: `skipped` are fields that hold no values of the year."""

    plan: str
    skipped: frozenset[str]

    def inside(self, entry: Entry, owner: str, old: Old | None = None) -> Iterator[Carried]:
        """An entry and what is inside it; who answers for the entry answers for what names nobody else."""
        owner = _first(entry.owner) or _first(getattr(entry, "role", "")) or owner
        old = (entry.address_item, entry.was) if entry.was and entry.address_item else old
        texts = worded_fields(type(entry))
        for name in (each for each in told_fields(type(entry)) if each not in self.skipped):
            for node, key in _nodes(entry, name):
                local = _local(entry.address(name), key)
                former = tuple(_local(each, key) for each in _before(entry.address(name), old)) if old else ()
                place = (_scenario(node.span.file), node.text, owner, node.span)
                yield Carried(self.plan, local, former, *place, is_text=name in texts)
        for child in entry.children():
            yield from self.inside(child, owner, old)


def _first(owner: object) -> str:
    if isinstance(owner, tuple):
        return str(owner[0]) if owner else ""
    return str(owner or "")


def _scenario(file: str) -> str:
    path = PurePosixPath(file)
    return path.stem if path.parent.name == SCENARIOS else ""


def _nodes(entry: Entry, name: str) -> Iterator[tuple[YamlScalar, str]]:
    """The scalars that say what a field holds: those of a list one by one, those of a mapping each with its key."""
    value, nodes = getattr(entry, name), entry.place.nodes
    path: Path = (*entry.path, name)
    if isinstance(value, dict):
        found = [(nodes.get((*path, key)), key) for key in value]
    elif isinstance(value, tuple):
        found = [(nodes.get((*path, place), nodes.get(path)), "") for place in range(len(value))]
    else:
        alone = nodes.get(entry.path) if name == "target" else None  # a cell that is written as its target
        found = [(nodes.get(path, alone if isinstance(alone, YamlScalar) else None), "")]
    if value is not None:
        yield from ((node, key) for node, key in found if isinstance(node, YamlScalar))


def _before(address: Address, old: Old) -> Iterator[Address]:
    """The addresses before a rename, of a merged item all."""
    item, names = old
    if address.item[: len(item)] == item:
        yield from (replace(address, item=(*item[:-1], name, *address.item[len(item) :])) for name in names)


def _local(address: Address, key: str) -> str:
    text = address.short(address.plan)
    return f"{text}@{key}" if key else text
