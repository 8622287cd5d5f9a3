"""Rules and tables of routes: stops by day and route, and how often each customer is called on in a week."""

from collections.abc import Iterator
from fractions import Fraction

from plangen.compute import PlanScope, Rule
from plangen.sections import mentions
from plangen.sections.numbers import shown
from plangen.sections.segments.customer import SHOPS, Customer
from plangen.sections.segments.model import Scheme
from plangen.sections.segments.placing import tier_of
from plangen.sections.segments.route import WEEKDAYS, Route
from plangen.sections.tallies import tally
from plangen.values import Unit
from plangen.views import Block, Chip, Column, Inline, Line, Row, Table

STOPS = Unit(("次",))
A_YEAR = {"天": 365, "周": 52, "月": 12, "季": 4, "年": 1}
"""How many of each a year has: rounds and cadences are compared over a year, because months are no whole weeks."""


def rules(scheme: Scheme, scope: PlanScope) -> Iterator[Rule]:
    """How many stops each route and each weekday has, and how many customers are on no route."""
    if not scheme.routes:
        return
    routes, span = list(scheme.routes.values()), scheme.key_span("routes")
    for route in routes:
        yield tally(scope, route.address("stops"), len(route.stops()), route.key_span(), STOPS)
    for day in WEEKDAYS:
        number = sum(len(getattr(route, day)) for route in routes)
        if number:
            yield tally(scope, scheme.address(f"stops-{day}"), number, span, STOPS)
    yield tally(scope, scheme.address("stops"), sum(len(route.stops()) for route in routes), span, STOPS)
    if scheme.customers:
        yield tally(scope, scheme.address("unrouted"), len(unrouted(scheme)), span, SHOPS)


def unrouted(scheme: Scheme) -> list[Customer]:
    """The customers of the list that no route stops at."""
    there = {name for route in scheme.routes.values() for _, name in route.stops()}
    return [customer for customer in scheme.customers.values() if customer.id not in there]


def yearly(customer: Customer, scheme: Scheme, scope: PlanScope) -> Fraction | None:
    """How often the routes stop at a customer in a year; None where one of them does not say how long a round takes."""
    found = Fraction(0)
    for route in scheme.routes.values():
        stops = sum(1 for _, name in route.stops() if name == customer.id)
        times = rounds(route, scope)
        if stops and times is None:
            return None
        found += stops * (times or 0)
    return found


def rounds(route: Route, scope: PlanScope) -> Fraction | None:
    """How many rounds a year has: 52 where nothing is written, 12 of a month.

    None for a cycle that is not set, not one number, zero, or of another unit.
    """
    cycle = scope.quantity(route.address("cycle"))
    if cycle is None:
        return Fraction(A_YEAR["周"])
    in_year = None if cycle.unit.per else A_YEAR.get("".join(cycle.unit.over))
    if in_year is None or not cycle.is_exact or cycle.value <= 0:
        return None
    return in_year / Fraction(cycle.value)


def blocks(scheme: Scheme, scope: PlanScope) -> Iterator[Block]:
    """The routes, then the week: who is called on at which day."""
    if scheme.routes:
        yield _routes(scheme, scope)
        yield _week(scheme, scope)


def _routes(scheme: Scheme, scope: PlanScope) -> Table:
    word = scope.word
    columns = (
        Column("route", word("线路", "Route")),
        Column("rep", word("谁走", "Travelled by")),
        Column("cycle", word("周期", "Cycle"), numeric=True, phone=False),
        Column("stops", word("一轮几站", "Stops a round"), numeric=True),
        Column("note", word("说明", "Note"), phone=False),
    )
    rows = []
    for route in scheme.routes.values():
        cycle = (shown(scope, route.address("cycle"), with_unit=True),) if route.cycle else (word("一周", "a week"),)
        stops = (shown(scope, route.address("stops"), with_unit=True),)
        cells = ((route.name,), mentions.roles(route.rep, scope), cycle, stops, mentions.text(route.note))
        rows.append(Row(cells, id="-".join(route.address_item)))
    return Table(f"{scheme.id}-routes", word("线路", "Routes"), columns, tuple(rows))


def _week(scheme: Scheme, scope: PlanScope) -> Table:
    """Customers by weekday, those in the higher tier first; each cell names the routes that stop there."""
    days = [day for day in WEEKDAYS if any(getattr(route, day) for route in scheme.routes.values())]
    columns = [
        Column("customer", scope.word("客户", "Customer")),
        Column("tier", scope.word("等级", "Tier"), phone=False),
    ]
    columns += [Column(day, scope.word(*WEEKDAYS[day])) for day in days]
    order = {tier.id: place for place, tier in enumerate(scheme.all_tiers)}
    placed = [(tier_of(customer, scheme), customer) for customer in scheme.customers.values()]
    placed.sort(key=lambda pair: order.get(pair[0].id, len(order)) if pair[0] else len(order))
    rows = [
        Row(
            (
                (customer.name or customer.id,),
                (tier.name if tier else "—",),
                *(_stop(customer, day, scheme) for day in days),
            )
        )
        for tier, customer in placed
    ]
    sums = ((shown(scope, scheme.address(f"stops-{day}"), with_unit=True),) for day in days)
    rows.append(Row(((scope.word("站数", "Stops"),), (), *sums), "total"))
    title = scope.word("一周怎么走", "The week")
    return Table(f"{scheme.id}-week", title, tuple(columns), tuple(rows))


def _stop(customer: Customer, day: str, scheme: Scheme) -> Line:
    line: list[Inline] = []
    for route in scheme.routes.values():
        if customer.id in getattr(route, day):
            line += [" ", Chip(route.name)]
    return tuple(line[1:])
