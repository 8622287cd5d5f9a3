"""Checks of lists of customers: each in one tier, as many as planned, contacted in time, 80/20 as claimed."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.segments.model import Segments
from plangen.sections.segments.placing import is_overdue, members, tier_of
from plangen.sections.tallies import fits
from plangen.values import agrees, told, write_quantity
from plangen.values.near import nearest, question


@check(
    "SEG116",
    Level.WARNING,
    takes="segments",
    zh="客户“{customer}”不在“{name}”的任何等级里{why_zh}",
    en="the customer “{customer}” is in no tier of “{name}”{why_en}",
    fix_zh="写上 tier；按两个维度分的，把两个数都填成一个数，单位与分界一样",
    fix_en="write its tier; where axes divide, give both numbers, each one number in the unit of the split",
)
def every_customer_has_a_tier(section: Segments, scope: PlanScope) -> Iterator[Finding]:
    """Each customer of a list falls into one tier.

    Why: whoever is in none is called by nobody, and every share by tier leaves it out.
    Bad:
        # segments.yml
        outlets: {name: 终端, customer_list: outlets.csv, tiers: {a: {name: A类}, b: {name: B类}}}
        # 2026/demo/outlets.csv
        id,tier
        shop-1,a
        shop-2,c
    Good:
        # segments.yml
        outlets: {name: 终端, customer_list: outlets.csv, tiers: {a: {name: A类}, b: {name: B类}}}
        # 2026/demo/outlets.csv
        id,tier
        shop-1,a
        shop-2,b
    """
    for scheme in section.items.values():
        known = [tier.id for tier in scheme.all_tiers]
        for customer in members(scheme).get("", []):
            zh, en = "", ""
            if customer.tier is not None:
                hint = question(next(iter(nearest(customer.tier, known)), ""))
                zh, en = told(
                    "：没有“{tier}”{hint}", ": there is no “{tier}”{hint}", tier=customer.tier, hint=(hint[0], hint[1])
                )
            args = {"customer": customer.name or customer.id, "name": scheme.name, "why_zh": zh, "why_en": en}
            yield Finding("SEG116", customer.span("tier"), args, scope.year, customer.address())


@check(
    "SEG117",
    Level.WARNING,
    takes="segments",
    zh="“{name}”的“{tier}”计划里写 {planned}，名单上是 {listed}",
    en="“{tier}” of “{name}” has {planned} in the plan and {listed} on the list",
    fix_zh="名单对就改 count，或删去 count；计划对就补名单",
    fix_en="mend count, or leave it out, where the list is right; else complete the list",
)
def as_many_as_planned(section: Segments, scope: PlanScope) -> Iterator[Finding]:
    """A tier has as many customers on the list as its `count` says.

    Why: contacts and visits are counted from `count`; with a wrong one the load is that of other customers.
    Bad:
        # segments.yml
        outlets: {name: 终端, customer_list: outlets.csv, tiers: {a: {name: A类, count: 3家}}}
        # 2026/demo/outlets.csv
        id,tier
        shop-1,a
    Good:
        # segments.yml
        outlets: {name: 终端, customer_list: outlets.csv, tiers: {a: {name: A类, count: 1家}}}
        # 2026/demo/outlets.csv
        id,tier
        shop-1,a
    """
    for scheme in section.items.values():
        for tier in scheme.all_tiers if scheme.customers else ():
            listed = scope.quantity(tier.address("listed"))
            if tier.count is not None and not tier.count.unset and listed and not fits(tier.count, listed, scope):
                args = {"name": scheme.name, "tier": tier.name}
                args |= {"planned": write_quantity(tier.count, language=scope.language)}
                args |= {"listed": write_quantity(listed, language=scope.language)}
                address = tier.address("count")
                yield Finding("SEG117", tier.span("count"), args, scope.year, address, (address,))


@check(
    "SEG118",
    Level.INFO,
    takes="segments",
    zh="“{name}”有 {count} 家客户过了该联系的日子：{names}",
    en="“{name}”: {count} customers were not contacted in time: {names}",
    fix_zh="联系之后更新名单里的上次联系",
    fix_en="contact them, and update last_contact",
)
def contacted_in_time(section: Segments, scope: PlanScope) -> Iterator[Finding]:
    """No customer waits longer than the cadence of its tier allows, on the handbook's day.

    Why: a cadence that nobody looks after is a wish.
    Bad:
        # segments.yml
        outlets: {name: 终端, customer_list: outlets.csv, tiers: {a: {name: A类, contact: 1次/周}}}
        # 2026/demo/outlets.csv
        id,tier,last_contact
        shop-1,a,2025-12-01
    Good:
        # segments.yml
        outlets: {name: 终端, customer_list: outlets.csv, tiers: {a: {name: A类, contact: 1次/周}}}
        # 2026/demo/outlets.csv
        id,tier,last_contact
        shop-1,a,2026-01-02
    """
    for scheme in section.items.values():
        late = [each for each in scheme.customers.values() if is_overdue(each, tier_of(each, scheme), scope)]
        if late:
            names = scope.word("、", ", ").join(each.name or each.id for each in late[:3])
            names += scope.word("等", " …") if len(late) > 3 else ""
            args = {"name": scheme.name, "count": len(late), "names": names}
            related = tuple((each.span("last_contact"), each.name or each.id) for each in late[1:4])
            yield Finding("SEG118", late[0].span("last_contact"), args, scope.year, scheme.address(), (), related)


@check(
    "SEG119",
    Level.WARNING,
    takes="segments",
    zh="“{name}”说前两成客户占 {stated}，名单算出来是 {share}",
    en="“{name}” says that the first fifth brings {stated}; by the list it is {share}",
    fix_zh="按名单改说法，或补全名单里的贡献",
    fix_en="say what the list shows, or complete the values of the list",
)
def first_fifth_as_claimed(section: Segments, scope: PlanScope) -> Iterator[Finding]:
    """The first fifth of the customers brings what the paper claims.

    Why: 80/20 is repeated more often than it is counted; who is dropped by it may bring a third.
    Bad:
        # segments.yml
        outlets: {name: 终端, stated: {top_share: 80%}, customer_list: outlets.csv, tiers: {a: {name: A类}}}
        # 2026/demo/outlets.csv
        id,tier,value
        shop-1,a,6万元
        shop-2,a,4万元
    Good:
        # segments.yml
        outlets: {name: 终端, stated: {top_share: 60%}, customer_list: outlets.csv, tiers: {a: {name: A类}}}
        # 2026/demo/outlets.csv
        id,tier,value
        shop-1,a,6万元
        shop-2,a,4万元
    """
    for scheme in section.items.values():
        stated = scheme.stated.top_share if scheme.stated else None
        share = scope.quantity(scheme.address("top-share"))
        if stated is None or share is None or agrees(stated, share, scope.handbook.tolerance()):
            continue
        args = {"name": scheme.name, "stated": write_quantity(stated, language=scope.language)}
        args["share"] = write_quantity(share, language=scope.language, digits=1)
        address = scheme.address("top-share")
        assert scheme.stated is not None
        yield Finding("SEG119", scheme.stated.span("top_share"), args, scope.year, address, (address,))
