"""References: every role, task, figure, member or page that an entry names must exist, and be what is wanted."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from plangen.compute import PlanScope, YearScope
from plangen.findings import CHECKS, Finding, Level, check
from plangen.model import SCENARIOS, Entry, RefField, marked_fields
from plangen.values import Address, record
from plangen.values.near import did_you_mean

SUGGESTIONS = 50
"""For how many unknown references of one plan the nearest id is looked up."""


@check(
    "PG212",
    Level.ERROR,
    takes="plan",
    zh="找不到“{text}”{near_zh}",
    en="there is no “{text}”{near_en}",
    fix_zh="改成已有的编号，或先把它写进对应的章节",
    fix_en="use an id that exists, or write the item first",
)
def references_exist(scope: PlanScope) -> Iterator[Finding]:
    """A reference must lead to an item: a role by id, anything else by address, a figure down to its measure.

    `covers` names an axis of the dimensions and one of its members, `chapters` names pages.

    Why: a task without an owner who exists is nobody's task.
    Bad:
        # org.yml
        roles:
          manager: {name: 区域经理, headcount: 1人}
          rep: {name: 业务员, headcount: 4人, reports_to: manger}
    Good:
        # org.yml
        roles:
          manager: {name: 区域经理, headcount: 1人}
          rep: {name: 业务员, headcount: 4人, reports_to: manager}
    """
    lost = (*_lost_in_head(scope), *(each for entry in _entries(scope) for each in _lost(entry, scope)))
    for number, one in enumerate(lost):
        guess = number < SUGGESTIONS and not any(scope.is_unread(address) for address in one.about)
        zh, en = did_you_mean(one.text, one.known()) if guess else ("", "")
        args = {"text": one.text, "near_zh": zh, "near_en": en}
        span = one.entry.place.span((*one.entry.path, *one.where))
        yield Finding("PG212", span, args, scope.year, one.entry.address(), one.about)


@record
class _Lost:
    """A reference that leads nowhere: its entry, its place in it, what it may mean, and what is known instead."""

    entry: Entry
    where: tuple[str | int, ...]
    text: str
    about: tuple[Address, ...]
    known: Callable[[], Iterable[str]]


def _entries(scope: PlanScope) -> Iterator[Entry]:
    yield scope.plan.head
    for section in scope.plan.sections.values():
        yield from section.walk()


def _references(entry: Entry) -> Iterator[tuple[str, int, str, RefField]]:
    """Every reference of an entry: field, place in its list, text, what it takes."""
    for name, mark in marked_fields(type(entry), RefField):
        value = getattr(entry, name)
        for index, text in enumerate((value,) if isinstance(value, str) else value or ()):
            yield name, index, text, mark


def _lost(entry: Entry, scope: PlanScope) -> Iterator[_Lost]:
    """The references of an entry that lead nowhere."""
    for name, index, text, mark in _references(entry):
        address = scope.resolve(text, mark.kind)
        if address is None:
            known = partial(_candidates, scope, mark.kind)
            yield _Lost(entry, (name, index), text, scope.meant(text, mark.kind), known)
        elif not _is_there(address, mark, scope):
            yield _Lost(entry, (name, index), text, (address,), partial(_figures_of, address, scope))


def _is_there(address: Address, mark: RefField, scope: PlanScope) -> bool:
    """Whether a reference to a known item leads to the figure that it names, or to one at all where one is wanted."""
    if not address.measure:
        return not mark.figure
    if scope.figure(address) is not None:
        return True
    plain = address == address.item_address.with_measure(address.measure)
    return plain and not mark.figure and getattr(scope.entry(address), address.measure, None) is not None


def _figures_of(address: Address, scope: PlanScope) -> Iterator[str]:
    """The figures of an item. Of an item without a measure its first, as they are told by the thousand."""
    item = address.item_address
    for key in scope.figures:
        if key.year == scope.year and key.address.item_address == item:
            yield key.address.short(scope.plan.path)
            if not address.measure:
                return


def _lost_in_head(scope: PlanScope) -> Iterator[_Lost]:
    """Axes and members that `covers` names and no dimension has; chapters that are no page."""
    head, axes = scope.plan.head, scope.dimensions.axes
    about = (Address("", "dimensions", ("axes",)),)
    for axis, member in head.covers.items():
        if axis not in axes:
            yield _Lost(head, ("covers", axis), axis, about, partial(list, axes))
        elif member not in axes[axis].members:
            yield _Lost(head, ("covers", axis), member, about, partial(list, axes[axis].members))
    kinds = {each.takes for each in CHECKS.values()} - {"plan", "year", "handbook"}
    pages = {SCENARIOS, *kinds, *scope.plan.sections, *scope.plan.broken, *scope.plan.narratives}
    for index, name in enumerate(head.chapters):
        if name not in pages:
            yield _Lost(head, ("chapters", index), name, (), partial(sorted, pages))


def _candidates(scope: PlanScope, kind: str) -> Iterator[str]:
    plans = [plan.path for plan in scope.plan.lineage()]
    for plan, item_kind, item in scope.entries:
        if kind and item_kind == kind and plan in plans:
            yield item[-1]
        elif not kind and plan == scope.plan.path:
            yield f"{item_kind}/{'/'.join(item)}"


@check(
    "PG231",
    Level.ERROR,
    takes="plan",
    zh="{field} 写的“{text}”不是岗位",
    en="{field} names “{text}”, which is no role",
    fix_zh="写 org.yml 里 roles 下的岗位 id",
    fix_en="write the id of a role of org.yml",
)
def roles_are_roles(scope: PlanScope) -> Iterator[Finding]:
    """Whoever owns, approves or receives something is a role, and no unit.

    Why: a unit answers for nothing; nobody in it knows that it is theirs.
    Bad:
        # org.yml
        units: {office: {name: 办事处}}
        roles: {lead: {name: 组长, unit: office}}
        # phases.yml
        opening: {name: 开拓期, start: 2026-01-05, end: 2026-03-31, owner: office}
    Good:
        # org.yml
        units: {office: {name: 办事处}}
        roles: {lead: {name: 组长, unit: office}}
        # phases.yml
        opening: {name: 开拓期, start: 2026-01-05, end: 2026-03-31, owner: lead}
    """
    for entry in _entries(scope):
        for name, index, text, mark in _references(entry):
            mine = mark.kind == "org" and (name == "owner" or entry.place.kind != "org")
            address = scope.resolve(text, "org") if mine else None
            meant = scope.entry(address) if address else None
            if address and meant is not None and "reports_to" not in type(meant).model_fields:
                span = entry.place.span((*entry.path, name, index))
                args = {"field": name, "text": text}
                yield Finding("PG231", span, args, scope.year, entry.address(), (address,))


@check(
    "PG710",
    Level.WARNING,
    takes="year",
    zh="was: {was} 在上一年里找不到",
    en="was: {was} is not found in the year before",
    fix_zh="写上一年用的编号；新增的条目不要写 was",
    fix_en="name the id of the year before; a new item needs no was",
)
def renames_lead_back(scope: YearScope) -> Iterator[Finding]:
    """A declared rename must name an item of the year before.

    Why: a wrong `was` breaks the comparison between the years.
    """
    before = scope.handbook.years.get(scope.year - 1)
    if before is None:
        return
    for (plan, kind, item), entry in scope.entries.items():
        home = scope.last_year(Address(plan, kind, item)).address
        if home.plan not in before.plans or kind in before.plans[home.plan].broken:
            continue
        for old in (old for old in entry.was if (home.plan, kind, (*home.item[:-1], old)) not in before.entries()):
            yield Finding("PG710", entry.span("was"), {"was": old}, scope.year, entry.address())
