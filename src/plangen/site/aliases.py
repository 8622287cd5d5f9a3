"""Aliases: what the items of a page are called in other years, so that addresses of other versions lead there."""

from collections.abc import Iterator, Mapping

from plangen.model import Handbook, Section


def aliases(handbook: Handbook, year: int, plan: str, kind: str) -> dict[str, str]:
    """By id that an item of a section has in another year, and no item has in this one: the id that it has now."""
    here = _section(handbook, year, plan, kind)
    if here is None:
        return {}
    own = {entry.id for entry in here.walk()}
    found: dict[str, str] = {}
    for renames in (_before(handbook, year, plan, kind), _after(handbook, year, plan, kind)):
        now = {name: name for name in own}
        for there in renames:
            now |= {name: now[known] for name, known in there.items() if known in now}
        found |= {name: known for name, known in now.items() if name not in own}
    return dict(sorted(found.items()))


def _before(handbook: Handbook, year: int, plan: str, kind: str) -> Iterator[Mapping[str, str]]:
    """Old to new id, this year's renames first, then those of each year before."""
    while (section := _section(handbook, year, plan, kind)) is not None:
        yield {old: entry.id for entry in section.walk() for old in entry.was}
        year -= 1


def _after(handbook: Handbook, year: int, plan: str, kind: str) -> Iterator[Mapping[str, str]]:
    """New to old id, next year's renames first, then those of each year after."""
    while (section := _section(handbook, year + 1, plan, kind)) is not None:
        yield {entry.id: entry.id_before for entry in section.walk() if entry.id_before}
        year += 1


def _section(handbook: Handbook, year: int, plan: str, kind: str) -> Section | None:
    plan_year = handbook.years.get(year)
    found = plan_year.plans.get(plan) if plan_year else None
    return found.sections.get(kind) if found else None
