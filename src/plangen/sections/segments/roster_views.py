"""What the page shows of a list: the tiers as counted, the first fifth, the moves, the customers one by one."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.sections import mentions
from plangen.sections.numbers import shown
from plangen.sections.segments.customer import Customer
from plangen.sections.segments.model import Scheme
from plangen.sections.segments.placing import due_on, is_overdue, members, tier_of
from plangen.sections.segments.rosters import SHOWN, fifth, is_in_order, ranked, running, stands_apart
from plangen.views import Block, Chart, Column, Inline, Line, Row, Table, Text, Words, phrase


def roster(scheme: Scheme, scope: PlanScope) -> Iterator[Block]:
    """Counts and value by tier, a sentence on fifth and moves, the largest as bars, then every customer."""
    if not scheme.customers:
        return
    yield _counted(scheme, scope)
    yield from _said(scheme, scope)
    yield from _pareto(scheme, scope)
    yield _customers(scheme, scope)


def _counted(scheme: Scheme, scope: PlanScope) -> Table:
    word = scope.word
    columns = [Column("tier", word("等级", "Tier")), Column("listed", word("名单上", "Listed"), numeric=True)]
    measures = ["listed"]
    if any(tier.count is not None for tier in scheme.all_tiers):
        columns.append(Column("planned", word("计划里", "Planned"), numeric=True))
        measures.append("count")
    if scope.quantity(scheme.address("value")) is not None:
        columns.append(Column("value", word("贡献", "Value"), numeric=True))
        columns.append(Column("share", word("占比", "Share"), numeric=True))
        measures += ["value", "value-share"]
    rows = [
        Row(((tier.name,), *((shown(scope, tier.address(each), with_unit=True),) for each in measures)))
        for tier in scheme.all_tiers
    ]
    whole = (shown(scope, scheme.address(each), with_unit=True) for each in measures)
    rows.append(Row(((word("合计", "Total"),), *((number,) for number in whole)), "total"))
    return Table(f"{scheme.id}-listed", word("名单与计划", "The list and the plan"), tuple(columns), tuple(rows))


def _said(scheme: Scheme, scope: PlanScope) -> Iterator[Text]:
    """Such as `贡献最大的前两成占 78.5%；不在任何等级 2 家；联系过期 4 家。`, as far as there are figures."""
    line: list[Inline] = []
    said = {
        "top-share": ("贡献最大的前两成占 {n}", "the first fifth brings {n}"),
        "unplaced": ("不在任何等级 {n}", "in no tier: {n}"),
        "up": ("比上期升 {n}", "up: {n}"),
        "down": ("降 {n}", "down: {n}"),
        "overdue": ("联系过期 {n}", "contact overdue: {n}"),
    }
    for measure, words in said.items():
        if scope.quantity(scheme.address(measure)) is not None:
            number = shown(scope, scheme.address(measure), with_unit=True)
            line += [scope.word("；", "; "), *phrase(scope.word(*words), n=number)]
    if line:
        yield Text((*line[1:], scope.word("。", ".")))


def _pareto(scheme: Scheme, scope: PlanScope) -> Iterator[Chart]:
    """The largest customers as bars, with the running share where the order is certain."""
    known = ranked(scheme)[:SHOWN]
    if len(known) < 3:
        return
    first = known[0].value
    assert first is not None, "they are ranked by it"
    unit = scope.plan.head.unit if first.unit.is_money else str(first.unit)
    columns = [
        Column("customer", scope.word("客户", "Customer")),
        Column("value", scope.word("贡献", "Value"), unit, numeric=True),
    ]
    adds_up = bool(running(scheme))
    columns += [Column("running", scope.word("累计", "Running"), "%", numeric=True)] if adds_up else []
    rows = tuple(_ranked(each, unit, scope, adds_up=adds_up) for each in known)
    table, height = Table(f"{scheme.id}-value-table", "", tuple(columns), rows), 60 + 34 * len(rows)
    order = scope.word("从大到小", "the largest first")
    if adds_up:
        order = scope.word("从大到小；右边是累计占比", "the largest first; at the right the running share")
    if not is_in_order(known):
        order = scope.word("次序不全确定", "the order is not certain throughout")
    subtitle = scope.word("{unit}；{order}", "{unit}; {order}").format(unit=scope.in_words(unit), order=order)
    encode = {"label": "customer", "value": "value"} | ({"running": "running"} if adds_up else {})
    title = _title(scheme, unit, scope)
    yield Chart(f"{scheme.id}-value", "bar", title, subtitle, table, encode, unit, height=height)


def _ranked(customer: Customer, unit: str, scope: PlanScope, *, adds_up: bool) -> Row:
    """A customer, what it brings, and what it brings together with all above it."""
    share = ((shown(scope, customer.address("running-share"), "%", 1),),) if adds_up else ()
    return Row(((_name(customer),), (shown(scope, customer.address("value"), unit),), *share))


def _title(scheme: Scheme, unit: str, scope: PlanScope) -> Line:
    """What the first fifth brings, and who that is unless others bring as much; else what all bring."""
    first = fifth(scheme)
    if not first:
        whole = shown(scope, scheme.address("value"), unit, with_unit=True)
        return phrase(scope.word("{name}：共贡献 {n}", "{name}: {n} in all"), name=scheme.name, n=whole)
    share = shown(scope, scheme.address("top-share"), digits=1)
    top = shown(scope, scheme.address("top-value"), unit, with_unit=True)
    if not stands_apart(first, ranked(scheme)):
        text = scope.word("前两成贡献 {n}，占 {s}", "the first fifth brings {n}, {s} of all")
        return phrase(text, n=top, s=share)
    text = scope.word("前两成（{k}）贡献 {n}，占 {s}", "the first fifth ({k}) brings {n}, {s} of all")
    names = scope.word("、", ", ").join(_name(each) for each in first[:3])
    return phrase(text, k=names, n=top, s=share)


def _customers(scheme: Scheme, scope: PlanScope) -> Table:
    """Every customer, with the columns that any of them uses."""
    word = scope.word
    axes = list(scheme.axes.values())
    columns = [Column("customer", word("客户", "Customer")), Column("tier", word("等级", "Tier"))]
    numbers = [(name, axis.name) for name, axis in zip(("first", "second"), axes, strict=False)]
    numbers = [(name, title) for name, title in (*numbers, ("value", word("贡献", "Value"))) if _used(scheme, name)]
    columns += [Column(name, title, numeric=True, phone=name == "value") for name, title in numbers]
    others = [name for name in ("before", "last_contact") if _used(scheme, name)]
    titles = {"before": word("上期等级", "Tier before"), "last_contact": word("上次联系", "Last contact")}
    columns += [Column(name, titles[name], phone=name != "before") for name in others]
    rows = []
    for group in members(scheme).values():
        for each in group:
            figures: list[Line] = [(shown(scope, each.address(name), with_unit=True),) for name, _ in numbers]
            cells = [_cell(each, name, scheme, scope) for name in ("tier", *others)]
            rows.append(Row(((_name(each),), cells[0], *figures, *cells[1:]), id="-".join(each.address_item)))
    return Table(f"{scheme.id}-customers", word("客户名单", "Customers"), tuple(columns), tuple(rows))


def _used(scheme: Scheme, name: str) -> bool:
    return any(getattr(each, name) is not None for each in scheme.customers.values())


def _cell(customer: Customer, name: str, scheme: Scheme, scope: PlanScope) -> Line:
    tier, known = tier_of(customer, scheme), {tier.id: tier.name for tier in scheme.all_tiers}
    if name == "tier":
        return (tier.name,) if tier else (Words(scope.word("不在任何等级", "in no tier"), "unset"),)
    if name == "before":
        return mentions.text(known.get(customer.before or "", customer.before))
    day = mentions.day(customer.last_contact, scope)
    due = due_on(customer, tier, scope)
    if due is None or not is_overdue(customer, tier, scope):
        return day
    by = f"{due.month}-{due.day:02}" if due.year == scope.year else f"{due.year}-{due.month}-{due.day:02}"
    return (*day, " ", Words(scope.word("应在 {by} 前", "due {by}", by=by), "bad"))


def _name(customer: Customer) -> str:
    return customer.name or customer.id
