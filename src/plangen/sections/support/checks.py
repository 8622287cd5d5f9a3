"""Checks of support: nobody is asked, no day, windows and amounts that contradict themselves."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.support.model import Support
from plangen.sections.tallies import fits
from plangen.values import write_quantity


@check(
    "SUP101",
    Level.INFO,
    takes="support",
    zh="“{name}”没有写向谁要",
    en="“{name}” does not say who is asked for it",
    fix_zh="在 asked_of 里写岗位",
    fix_en="name the role in asked_of",
)
def requests_are_asked_of_somebody(section: Support, scope: PlanScope) -> Iterator[Finding]:
    """A request names whom it is asked of, where the plan, or one above it, has an organisation.

    Why: a wish that is sent to nobody is granted by nobody.
    Bad:
        # support.yml
        training: {name: 人员培训, end: 2026-06-30}
        # org.yml
        roles: {head: {name: 营销总监}}
    Good:
        # support.yml
        training: {name: 人员培训, end: 2026-06-30, asked_of: head}
        # org.yml
        roles: {head: {name: 营销总监}}
    """
    if any("org" in plan.sections for plan in scope.plan.lineage()):
        for request in section.items.values():
            if request.asked_of is None:
                yield Finding("SUP101", request.key_span(), {"name": request.name}, scope.year, request.address())


@check(
    "SUP102",
    Level.ERROR,
    takes="support",
    zh="“{name}”的结束 {end} 早于开始 {start}",
    en="“{name}” ends {end}, before it starts {start}",
    fix_zh="改 start 或 end",
    fix_en="correct start or end",
)
def windows_end_after_they_start(section: Support, scope: PlanScope) -> Iterator[Finding]:
    """The last day is not before the first.

    Why: support for no day at all is none.
    Bad:
        # support.yml
        training: {name: 人员培训, start: 2026-06-30, end: 2026-06-01}
    Good:
        # support.yml
        training: {name: 人员培训, start: 2026-06-01, end: 2026-06-30}
    """
    for request in section.items.values():
        start, end = (each.value if each is not None else None for each in (request.start, request.end))
        if start is not None and end is not None and end < start:
            args = {"name": request.name, "start": start.isoformat(), "end": end.isoformat()}
            related = ((request.span("start"), scope.word("开始写在这里", "the start")),)
            yield Finding("SUP102", request.span("end"), args, scope.year, request.address(), (), related)


@check(
    "SUP103",
    Level.ERROR,
    takes="support",
    zh="“{name}”写 {amount}，单价乘出来是 {product}",
    en="“{name}” says {amount}, price and quantity make {product}",
    fix_zh="改 amount，或改单价、数量、月数；算得出来时不写 amount",
    fix_en="correct amount, or price, quantity and periods; leave amount out where it is computed",
)
def amounts_are_price_times_quantity(section: Support, scope: PlanScope) -> Iterator[Finding]:
    """An amount that is typed is what price, quantity and periods make.

    Why: of two amounts the larger one is asked for and the smaller one granted.
    Bad:
        # support.yml
        travel: {name: 出差, price: 5000元/人/月, quantity: 4人, periods: 2月, amount: 20000元, end: 2026-07-31}
    Good:
        # support.yml
        travel: {name: 出差, price: 5000元/人/月, quantity: 4人, periods: 2月, amount: 40000元, end: 2026-07-31}
    """
    for request in section.items.values():
        amount = scope.quantity(request.address("amount"))
        product = scope.quantity(request.address("amount", "rollup"))
        if amount is not None and product is not None and not fits(amount, product, scope):
            said, made = (write_quantity(each, language=scope.language) for each in (amount, product))
            args, address = {"name": request.name, "amount": said, "product": made}, request.address("amount")
            yield Finding("SUP103", request.span("amount"), args, scope.year, address, (address,))


@check(
    "SUP104",
    Level.INFO,
    takes="support",
    zh="“{name}”没有写什么时候要",
    en="“{name}” does not say when it is needed",
    fix_zh="写 start 或 end，还没定写 待定",
    fix_en="write start or end; TBD while it is not known",
)
def requests_have_a_day(section: Support, scope: PlanScope) -> Iterator[Finding]:
    """A request says when it is needed: from when, until when, or how soon once it is due.

    Why: what is not asked for by a day comes when it is no longer needed.
    Bad:
        # support.yml
        training: {name: 人员培训}
    Good:
        # support.yml
        training: {name: 人员培训, end: 2026-06-30}
    """
    for request in section.items.values():
        if request.start is None and request.end is None and request.within is None:
            yield Finding("SUP104", request.key_span(), {"name": request.name}, scope.year, request.address())
