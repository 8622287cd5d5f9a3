"""Bridges: from last year's total to this year's, step by step: target, budget, headcount."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from plangen.site.changes.part import Part, joined, part_of
from plangen.site.since import Since
from plangen.values import Address
from plangen.views import Chart, Column, Dot, Row, Table, phrase

MOST_STEPS = 8
"""Of more parts than this the largest are drawn, the others are one step."""


def bridges(since: Since, plan: str) -> Iterator[Chart]:
    """The bridges of a plan, as far as both years have the totals, and the parts make up how they differ."""
    yield from _target(since, plan)
    yield from _budget(since, plan)
    yield from _headcount(since, plan)


def headline(since: Since, plan: str) -> Address | None:
    """The first amount of money among the objectives that is one number in both years, and not the same."""
    section = since.after.plan_year.plans[plan].sections.get("objectives")
    for entry in section.children() if section is not None else ():
        whole = part_of(since, (), entry.address("target"))
        if whole is not None and _is_amount(whole):
            return entry.address("target")
    return None


def _target(since: Since, plan: str) -> Iterator[Chart]:
    """The plan's headline, by the first axis whose members make up the change."""
    address = headline(since, plan)
    whole = part_of(since, (), address) if address is not None else None
    if address is not None and whole is not None:
        name = since.after.name_of(address.item_address)
        yield _chart(since, "target", name, whole, next(_by_axis(since, address, whole), []))


def _is_amount(part: Part) -> bool:
    known = part.now and part.last and part.is_told and part.size
    return bool(known) and part.now[0].quantity.unit.is_money


def _by_axis(since: Since, address: Address, whole: Part) -> Iterator[list[Part]]:
    dimensions = since.after.dimensions
    for axis in dimensions.axes.values():
        named = {name: (Dot(dimensions.slot(name)), dimensions.member_name(name)) for name in axis.members}
        found = [part_of(since, line, replace(address, members=(name,))) for name, line in named.items()]
        parts = [each for each in found if each is not None]
        if parts and _make_up(parts, whole):
            yield parts


def _make_up(parts: Sequence[Part], whole: Part) -> bool:
    return all(each.is_told for each in parts) and sum((each.size for each in parts), Decimal(0)) == whole.size


def _headcount(since: Since, plan: str) -> Iterator[Chart]:
    """The people of all roles of a plan together, by role."""
    whole = part_of(since, (), Address(plan, "org", ("total",), "headcount"))
    if whole is None or not (whole.now and whole.last and whole.is_told and whole.size):
        return
    renames = since.changes.renames
    inputs = [
        *(key.address for key in whole.now[0].inputs),
        *(renames.address(k.address) for k in whole.last[0].inputs),
    ]
    found = [part_of(since, (_name(since, each),), each) for each in dict.fromkeys(inputs)]
    parts = [each for each in found if each is not None]
    if _make_up(parts, whole):
        yield _chart(since, "headcount", since.after.word("编制", "Headcount"), whole, parts)


def _budget(since: Since, plan: str) -> Iterator[Chart]:
    """The groups of a budget that are one number, one beside the other; the others are named."""
    parts = [each for name, address in _groups(since, plan) if (each := part_of(since, (name,), address)) is not None]
    known = [each for each in parts if each.is_told]
    whole = joined((), known)
    if known and whole.now and whole.last and whole.is_told and whole.size:
        left = [str(each.name[0]) for each in parts if not each.is_told]
        yield _chart(since, "budget", since.after.word("费用", "Budget"), whole, known, left)


def _groups(since: Since, plan: str) -> Iterator[tuple[str, Address]]:
    """The outermost items of a budget, those that are gone last."""
    found: dict[Address, str] = {}
    for scope, path in ((since.after, plan), (since.before, since.old_plans[plan])):
        for (home, kind, _), entry in scope.entries.items():
            if (home, kind) == (path, "budget") and len(entry.path) == 1:
                address = entry.address("amount")
                address = address if scope is since.after else since.changes.renames.address(address)
                found.setdefault(address, scope.name_of(entry.address()))
    return ((name, address) for address, name in found.items())


def _name(since: Since, address: Address) -> str:
    scope = since.after if since.after.entry(address.item_address) else since.before
    return scope.name_of(address.item_address)


def _chart(since: Since, name: str, title: str, whole: Part, parts: Sequence[Part], left: Sequence[str] = ()) -> Chart:
    """Last year's total, a step for each part that changed, this year's total."""
    word, unit = since.after.word, _unit(since, whole)
    years = [word("{year} 年", "{year}", year=scope.year) for scope in (since.before, since.after)]
    rows = [Row(((years[0],), (whole.number(unit, last=True),)), "total")]
    rows += [Row((each.name, (each.step(unit),))) for each in _steps(since, whole, parts)]
    rows.append(Row(((years[1],), (whole.number(unit),)), "total"))
    columns = (Column("step", word("项目", "Step")), Column("amount", title, unit, numeric=True))
    said = replace(whole.step(unit), with_unit=True, tone="")
    sentence = phrase(word("{name}比上年 {said}", "{name}: {said} on last year"), name=title, said=said)
    missing = word("、", ", ").join(left)
    method = (
        word(
            "；{missing}不是一个确定的数，未计入", "; not counted, because no single number: {missing}", missing=missing
        )
        if left
        else ""
    )
    table = Table(f"bridge-{name}-data", "", columns, tuple(rows))
    encode = {"label": "step", "value": "amount"}
    return Chart(
        f"bridge-{name}",
        "waterfall",
        sentence,
        f"{since.after.in_words(unit)}{method}",
        table,
        encode,
        unit,
        height=60 + 34 * len(rows),
    )


def _steps(since: Since, whole: Part, parts: Sequence[Part]) -> list[Part]:
    """What changed: the parts in their order, small ones together where they are many; without any, all as one."""
    changed = [each for each in parts if each.size]
    if not changed:
        return [replace(whole, name=(since.after.word("变化", "Change"),))]
    if len(changed) <= MOST_STEPS:
        return changed
    large = sorted(changed, key=lambda each: -abs(each.size))[: MOST_STEPS - 1]
    others = joined((since.after.word("其余", "Others"),), (each for each in changed if each not in large))
    return [*(each for each in changed if each in large), others]


def _unit(since: Since, whole: Part) -> str:
    return since.unit(whole.now[0].address)
