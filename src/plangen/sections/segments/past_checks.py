"""Checks of what a list says of the past: tiers that were there, days that have come."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.segments.model import Segments
from plangen.values.near import nearest, question


@check(
    "SEG123",
    Level.WARNING,
    takes="segments",
    zh="客户“{customer}”的上期等级“{before}”不是“{name}”的等级{hint_zh}",
    en="the customer “{customer}” was in “{before}” before, which is no tier of “{name}”{hint_en}",
    fix_zh="写现在还有的等级；等级改了名的，写新的编号",
    fix_en="write a tier that is there; of one that was renamed its new id",
)
def tiers_before_are_known(section: Segments, scope: PlanScope) -> Iterator[Finding]:
    """The tier that a customer was in before is one of its scheme.

    Why: who moved up and down is counted by it; with a tier that nobody knows the customer counts in neither.
    Bad:
        # segments.yml
        outlets: {name: 终端, customer_list: outlets.csv, tiers: {a: {name: A类}, b: {name: B类}}}
        # 2026/demo/outlets.csv
        id,tier,before
        shop-1,a,X类
    Good:
        # segments.yml
        outlets: {name: 终端, customer_list: outlets.csv, tiers: {a: {name: A类}, b: {name: B类}}}
        # 2026/demo/outlets.csv
        id,tier,before
        shop-1,a,B类
    """
    for scheme in section.items.values():
        known = [tier.id for tier in scheme.all_tiers]
        for customer in scheme.customers.values():
            if customer.before is not None and customer.before not in known:
                hint = question(next(iter(nearest(customer.before, known)), ""))
                args = {"customer": customer.name or customer.id, "before": customer.before, "name": scheme.name}
                args |= {"hint_zh": hint[0], "hint_en": hint[1]}
                yield Finding("SEG123", customer.span("before"), args, scope.year, customer.address())


@check(
    "SEG124",
    Level.WARNING,
    takes="segments",
    zh="客户“{customer}”的上次联系 {day} 晚于手册的截至日 {today}",
    en="the customer “{customer}” was contacted on {day}, after the handbook's day {today}",
    fix_zh="改日期，或更新 handbook.yml 的 as_of",
    fix_en="mend the day, or as_of of the handbook",
)
def contacts_have_happened(section: Segments, scope: PlanScope) -> Iterator[Finding]:
    """The last contact lies before the handbook's day, or on it.

    Why: a contact that has not happened hides that the customer waits.
    Bad:
        # segments.yml
        outlets: {name: 终端, customer_list: outlets.csv, tiers: {a: {name: A类, contact: 1次/周}}}
        # 2026/demo/outlets.csv
        id,tier,last_contact
        shop-1,a,2027-01-02
    Good:
        # segments.yml
        outlets: {name: 终端, customer_list: outlets.csv, tiers: {a: {name: A类, contact: 1次/周}}}
        # 2026/demo/outlets.csv
        id,tier,last_contact
        shop-1,a,2026-01-02
    """
    today = scope.handbook.day(scope.year).value
    for scheme in section.items.values():
        for customer in scheme.customers.values():
            day = customer.last_contact.value if customer.last_contact else None
            if day is not None and today is not None and day > today:
                args = {"customer": customer.name or customer.id, "day": day, "today": today}
                yield Finding("SEG124", customer.span("last_contact"), args, scope.year, customer.address())
