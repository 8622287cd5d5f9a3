"""References: every role, task or address that an entry names must exist."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from plangen.compute import PlanScope, YearScope
from plangen.findings import Finding, Level, check
from plangen.model import Entry, RefField, marked_fields

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
    """A reference must lead to an item: a role by id, anything else by address.

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
    entries = (entry for section in scope.plan.sections.values() for entry in section.walk())
    lost = (each for entry in (scope.plan.head, *entries) for each in _lost(entry, scope))
    for number, (entry, name, index, text, kind) in enumerate(lost):
        meant = scope.meant(text, kind)
        guess = number < SUGGESTIONS and not any(scope.is_unread(address) for address in meant)
        yield _unknown(entry, name, index, text, _candidates(scope, kind) if guess else ()).with_(about=meant)


def _lost(entry: Entry, scope: PlanScope) -> Iterator[tuple[Entry, str, int, str, str]]:
    """The references of an entry that lead nowhere: entry, field, place in its list, text, section kind."""
    for name, mark in marked_fields(type(entry), RefField):
        for index, text in enumerate(_texts(getattr(entry, name))):
            if scope.resolve(text, mark.kind) is None:
                yield entry, name, index, text, mark.kind


def _texts(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value or ())


def _unknown(entry: Entry, name: str, index: int, text: str, known: Iterable[str]) -> Finding:
    near = get_close_matches(text, list(known), 1, 0.5)
    args = {
        "text": text,
        "near_zh": f"，是不是“{near[0]}”？" if near else "",
        "near_en": f"; did you mean “{near[0]}”?" if near else "",
    }
    span = entry.place.span((*entry.path, name, index))
    return Finding("PG212", span, args, entry.place.year, entry.address())


def _candidates(scope: PlanScope, kind: str) -> Iterator[str]:
    plans = [plan.path for plan in scope.plan.lineage()]
    for plan, item_kind, item in scope.entries:
        if kind and item_kind == kind and plan in plans:
            yield item[-1]
        elif not kind and plan == scope.plan.path:
            yield f"{item_kind}/{'/'.join(item)}"


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
        old = (*item[:-1], entry.was or "")
        judged = plan in before.plans and kind not in before.plans[plan].broken
        if entry.was and judged and (plan, kind, old) not in before.entries():
            yield Finding("PG710", entry.span("was"), {"was": entry.was}, scope.year, entry.address())
