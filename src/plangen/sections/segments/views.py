"""What the page of the segments shows: schemes with their totals, then each with its board, tiers and workload."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.sections.numbers import shown
from plangen.sections.segments import routing, tables
from plangen.sections.segments.cadence import CADENCES
from plangen.sections.segments.field import scatter
from plangen.sections.segments.model import Scheme, Segments, Tier
from plangen.sections.segments.quadrants import board
from plangen.sections.segments.roster_views import roster
from plangen.sections.segments.rules import total
from plangen.sections.segments.saturation import tone_of, workload
from plangen.values import Quantity, is_chinese
from plangen.views import Block, Card, Chart, Column, Heading, Inline, Line, Row, Table, Text, phrase


def blocks(section: Segments, scope: PlanScope) -> Iterator[Block]:
    """All schemes in a table, then one after the other."""
    yield tables.schemes(section, scope)
    for scheme in section.items.values():
        yield Heading(scheme.name, f"scheme-{scheme.id}")
        yield from _scheme(scheme, scope)


def _scheme(scheme: Scheme, scope: PlanScope) -> Iterator[Block]:
    if scheme.axes:
        yield _splits(scheme, scope)
        yield from board(scheme, tables.axes(scheme, scope), scope)
    if scheme.all_tiers:
        yield tables.tiers(scheme, scope)
    for field, whole in CADENCES.items():
        yield from _chart(scheme, field, whole, scope)
    if scheme.treatments:
        yield tables.treatments(scheme, scope)
    yield from workload(scheme, scope)
    yield from scatter(scheme, scope)
    yield from roster(scheme, scope)
    yield from routing.blocks(scheme, scope)


def _splits(scheme: Scheme, scope: PlanScope) -> Text:
    """Where the axes are split: `需求量以 5 万元/月为界，成交时间以 15 天为界（越低越好）`."""
    line: list[Inline] = []
    for axis in scheme.axes.values():
        split = shown(scope, axis.address("split"), with_unit=True)
        text = scope.word("，{name}以 {split}为界", "; {name} is split at {split}")
        line += phrase(text, name=axis.name, split=split)
        line += [scope.word("（越低越好）", " (lower is better)")] if axis.better == "lower" else []
    first = str(line[0]).lstrip("，; ")
    return Text((*((first,) if first else ()), *line[1:], scope.word("。", ".")), "muted")


def cards(section: Segments, scope: PlanScope) -> Iterator[Card]:
    """The saturation of each scheme that has a workload."""
    for scheme in section.items.values():
        saturation = scope.quantity(scheme.address("saturation"))
        if saturation is not None:
            figure = shown(scope, scheme.address("saturation"), digits=0)
            load = shown(scope, scheme.address("load"), with_unit=True)
            note = phrase(scope.word("拜访要 {n}", "visits take {n}"), n=load)
            yield Card(scope.word("工作饱和度", "Saturation"), (figure,), note, tone_of(saturation))


def summary(section: Segments, scope: PlanScope) -> Line:
    """How many schemes."""
    number = shown(scope, total(scope, "schemes"), "种", with_unit=is_chinese(scope.language))
    return phrase(scope.word("{n}划分办法", "{n} schemes"), n=number)


def lede(section: Segments, scope: PlanScope) -> Line:
    """Each scheme with its number of tiers: `客户分 3 级；……`."""
    parts: list[Inline] = []
    for scheme in section.items.values():
        number = shown(scope, scheme.address("tiers"), with_unit=is_chinese(scope.language))
        parts += [scope.word("；", "; "), scope.word("{name}分 ", "{name}: ", name=scheme.name), number]
    return (*parts[1:], scope.word("。", "."))


def _chart(scheme: Scheme, field: str, whole: str, scope: PlanScope) -> Iterator[Chart]:
    """Where the contacts (or the visits) go; only where several tiers have a number."""
    counted = [tier for tier in scheme.all_tiers if _known(tier, whole, scope)]
    if len(counted) < 2:
        return
    words = {"contact": ("联系次数", "Contacts"), "visit": ("拜访次数", "Visits")}
    title = scope.word(*words[field])
    columns = (
        Column("tier", scope.word("等级", "Tier")),
        Column("times", title, "次", numeric=True),
        Column("share", scope.word("占比", "Share"), "%", numeric=True),
    )
    rows = tuple(
        Row((
            (tier.name,),
            (shown(scope, tier.address(whole), "次"),),
            (shown(scope, tier.address(f"{whole}-share"), "%", 1),),
        ))
        for tier in counted
    )  # fmt: skip
    name = f"{scheme.id}-{whole}"
    table, encode = Table(f"{name}-table", title, columns, rows), {"label": "tier", "value": "times"}
    subtitle = scope.word("次；计划期间，按等级", "times in the plan's period, by tier")
    yield Chart(name, "bar", _title(counted, whole, scope), subtitle, table, encode, "次", height=60 + 34 * len(rows))


def _known(tier: Tier, whole: str, scope: PlanScope) -> bool:
    quantity = scope.quantity(tier.address(whole))
    return quantity is not None and not quantity.unset and quantity.unit.over == ("次",) and not quantity.unit.per


def _title(tiers: list[Tier], whole: str, scope: PlanScope) -> Line:
    """The tier that takes most: `A类 520 次最多，占 38.5%`."""
    most = max(tiers, key=lambda tier: _low(scope.quantity(tier.address(whole))))
    number = shown(scope, most.address(whole), "次", with_unit=True)
    share = shown(scope, most.address(f"{whole}-share"), digits=1)
    return phrase(scope.word("{name} {n}最多，占 {s}", "{name}: {n}, {s} of all"), name=most.name, n=number, s=share)


def _low(quantity: Quantity | None) -> float:
    return float(quantity.low or 0) if quantity is not None else 0.0
