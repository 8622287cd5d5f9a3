"""Checks of routes: they stop at customers of the list, and as often as the tier asks for."""

from collections.abc import Iterator
from fractions import Fraction
from math import floor

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.segments.cadence import CENT, times
from plangen.sections.segments.customer import Customer
from plangen.sections.segments.model import Scheme, Segments
from plangen.sections.segments.placing import tier_of
from plangen.sections.segments.route import WEEKDAYS
from plangen.sections.segments.routing import A_YEAR, rounds, yearly
from plangen.values import Quantity, Unit, write_quantity
from plangen.values.near import nearest, question


@check(
    "SEG120",
    Level.ERROR,
    takes="segments",
    zh="线路“{route}”{day}要去“{stop}”，客户名单里没有{hint_zh}",
    en="the route “{route}” stops on {day} at “{stop}”, which is not on the list{hint_en}",
    fix_zh="写客户名单里的编号，或把它加进名单",
    fix_en="write an id of the list, or add the customer to it",
)
def stops_are_customers(section: Segments, scope: PlanScope) -> Iterator[Finding]:
    """Every stop of a route is a customer of the list of its scheme.

    Why: somebody drives to a shop that has closed, and the one that was meant gets no visit.
    Bad:
        # segments.yml
        outlets:
          name: 终端
          customers: {shop-1: {tier: a}}
          tiers: {a: {name: A类, visit: 1次/周}}
          routes: {east: {name: 城东线, mon: [shop-2]}}
    Good:
        # segments.yml
        outlets:
          name: 终端
          customers: {shop-1: {tier: a}}
          tiers: {a: {name: A类, visit: 1次/周}}
          routes: {east: {name: 城东线, mon: [shop-1]}}
    """
    for scheme in section.items.values():
        for route in scheme.routes.values():
            for day, stop in route.stops():
                if stop not in scheme.customers:
                    hint = question(next(iter(nearest(stop, scheme.customers)), ""))
                    args = {"route": route.name, "day": scope.word(*WEEKDAYS[day]), "stop": stop}
                    args |= {"hint_zh": hint[0], "hint_en": hint[1]}
                    yield Finding("SEG120", route.span(day), args, scope.year, route.address())


@check(
    "SEG121",
    Level.WARNING,
    takes="segments",
    zh="“{name}”里 {count} 家走不到该有的频次：{told}",
    en="“{name}”: {count} customers are not called on as often as their tier asks: {told}",
    fix_zh="把它们排进线路，或改等级的 visit",
    fix_en="put them on a route, or change visit of the tier",
)
def routes_keep_the_cadence(section: Segments, scope: PlanScope) -> Iterator[Finding]:
    """The routes stop at each customer as often as its tier says: a year has 52 weeks, 12 months, 365 days.

    Why: the frequency of the plan is only real when somebody has it in the week.
    Bad:
        # segments.yml
        outlets:
          name: 终端
          customers: {shop-1: {tier: a}}
          tiers: {a: {name: A类, visit: 2次/周}}
          routes: {east: {name: 城东线, mon: [shop-1]}}
    Good:
        # segments.yml
        outlets:
          name: 终端
          customers: {shop-1: {tier: a}}
          tiers: {a: {name: A类, visit: 2次/周}}
          routes: {east: {name: 城东线, mon: [shop-1], thu: [shop-1]}}
    """
    for scheme in section.items.values():
        short = list(_short(scheme, scope)) if scheme.routes else []
        if short:
            told = scope.word("；", "; ").join(_said(*each, scope) for each in short[:3])
            told += scope.word("等", " …") if len(short) > 3 else ""
            args = {"name": scheme.name, "count": len(short), "told": told}
            related = tuple((customer.span("tier"), customer.name or customer.id) for customer, _, _ in short[:3])
            yield Finding("SEG121", scheme.key_span("routes"), args, scope.year, scheme.address(), (), related)


def _short(scheme: Scheme, scope: PlanScope) -> Iterator[tuple[Customer, Quantity, Quantity]]:
    """The customers that the routes stop at less often than their tier asks, with how often in the tier's own time.

    Left out are cadences by days, because nobody says which days are worked, and customers on a route whose cycle
    is not known (SEG122 tells those).
    """
    for customer in scheme.customers.values():
        tier = tier_of(customer, scheme)
        told = times(tier, "visit", scope) if tier is not None and tier.visit is not None else None
        if tier is None or told is None or told[1] == "天" or tier.visit is None or tier.visit.low is None:
            continue
        found, in_year = yearly(customer, scheme, scope), A_YEAR[told[1]]
        if found is not None and found < Fraction(tier.visit.low) * in_year:
            often = CENT * floor(found / in_year * 100)  # rounded down, so that it never looks like what is asked
            yield customer, Quantity.exact(often, Unit(("次",), (told[1],))), tier.visit


def _said(customer: Customer, found: Quantity, asked: Quantity, scope: PlanScope) -> str:
    name, due = customer.name or customer.id, write_quantity(asked, language=scope.language)
    number = write_quantity(found, language=scope.language)
    return scope.word("{name} {number}，应 {due}", "{name} {number} of {due}", name=name, number=number, due=due)


@check(
    "SEG122",
    Level.WARNING,
    takes="segments",
    zh="线路“{route}”的周期写 {cycle}，数不出一年走几轮",
    en="the cycle of the route “{route}” is {cycle}: nobody can count its rounds",
    fix_zh="写一个数，按天、周、月、季或年，例如 2周；不写就是一周",
    fix_en="write one number of days, weeks, months, quarters or years, such as 2 weeks; nothing written is a week",
)
def cycles_can_be_counted(section: Segments, scope: PlanScope) -> Iterator[Finding]:
    """The cycle of a route is one length of time.

    Why: whether its customers are called on often enough cannot be told; SEG121 leaves them out.
    Bad:
        # segments.yml
        outlets:
          name: 终端
          customers: {shop-1: {tier: a}}
          tiers: {a: {name: A类, visit: 1次/周}}
          routes: {east: {name: 城东线, cycle: 1–2周, mon: [shop-1]}}
    Good:
        # segments.yml
        outlets:
          name: 终端
          customers: {shop-1: {tier: a}}
          tiers: {a: {name: A类, visit: 1次/2周}}
          routes: {east: {name: 城东线, cycle: 2周, mon: [shop-1]}}
    """
    for scheme in section.items.values():
        for route in scheme.routes.values():
            address = route.address("cycle")
            cycle = scope.quantity(address)
            if cycle is not None and not cycle.unset and rounds(route, scope) is None:
                args = {"route": route.name, "cycle": write_quantity(cycle, language=scope.language)}
                yield Finding("SEG122", route.span("cycle"), args, scope.year, address, (address,))
