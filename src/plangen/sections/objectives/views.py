"""What readers see of objectives: cards, a table for each axis, the calendar, two charts."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.sections.numbers import shown
from plangen.sections.objectives import (
    actual_views,
    bridges,
    cell_views,
    charts,
    hierarchy_tables,
    level_charts,
    revisions,
    tables,
)
from plangen.sections.objectives.glance import glance
from plangen.sections.objectives.goals import goals
from plangen.sections.objectives.model import Objectives
from plangen.sections.objectives.split import Split
from plangen.views import Block, Card, Group, Heading, Line, Link, Num, Words


def blocks(section: Objectives, scope: PlanScope) -> Iterator[Block]:
    """The page: each objective that is split, with its tables and charts; then the other goals in one table."""
    plain = []
    for objective in section.items.values():
        split = Split(objective, scope)
        if not split.axes():
            plain.append(split)
            continue
        yield Heading(objective.name, objective.id, aside=_aside(split))
        for axis in split.axes():
            yield cell_views.spread_rule(split, axis, tables.by_axis(split, axis))
            yield from hierarchy_tables.by_hierarchy(split, axis)
        yield from cell_views.blocks(split)
        yield from actual_views.blocks(split)
        yield from _charts(split)
    if plain:
        title = scope.word("做到多少", "Other goals") if len(plain) < len(section.items) else ""
        yield goals(plain, title)
        yield from _levels([split for split in plain if split.holds_levels], scope)
    yield from revisions.tables([Split(objective, scope) for objective in section.items.values()])


def _levels(splits: list[Split], scope: PlanScope) -> Iterator[Block]:
    """Heads, prices and margins that hold in each quarter: a table of all, and the line of each that moves."""
    if splits:
        yield level_charts.by_quarter(splits, scope.word("各季度是多少", "Levels by quarter"))
        drawn = tuple(chart for split in splits for chart in level_charts.of(split))
        if drawn:
            yield Group(drawn, "columns" if len(drawn) > 1 else "stack")


def _charts(split: Split) -> Iterator[Block]:
    for drawn in ((*charts.of(split), *actual_views.charts(split)), tuple(bridges.of(split))):
        if drawn:
            yield Group(drawn, "columns" if len(drawn) > 1 else "stack")


def _aside(split: Split) -> str:
    months = split.period.label(split.scope.language)
    count = split.period.length
    return split.scope.word("{months}，{count} 个月", "{months}, {count} months", months=months, count=count)


def cards(section: Objectives, scope: PlanScope) -> Iterator[Card]:
    """The first objective with its growth on last year, and how far it is reached."""
    for objective in list(section.items.values())[:1]:
        split = Split(objective, scope)
        figure = shown(scope, split.key().address, tables.unit_of(split), with_unit=True)
        yield Card(objective.name + scope.word("目标", " target"), (figure,), _comparison(split), about="target")
        reached = actual_views.card(split)
        if reached is not None:
            yield reached


def _comparison(split: Split) -> Line:
    scope = split.scope
    change = scope.quantity(split.key("yoy").address)
    if change is None:
        return (Words(scope.word("新设，无上年", "new, no year before"), "muted"),)
    if change.unset:
        return (Words(scope.word("上年未定", "last year is not set"), "muted"),)
    last, unit = split.last_year(), tables.unit_of(split)
    was = Num(scope.figures[last].quantity, unit, with_unit=True, address=last.address, version=str(last.year))
    now = shown(scope, split.key("yoy").address, "%", 1, with_unit=True, signed=True)
    return (now, scope.word("，上年 ", ", last year "), was, *_per_month(split))


def _per_month(split: Split) -> Line:
    """`；月均 +28.3%`, where the periods of the two years are not equally long."""
    scope, key = split.scope, split.key("monthly-yoy")
    number = shown(scope, key.address, "%", 1, with_unit=True, signed=True)
    if number.quantity is None or number.quantity.unset:
        return ()
    return (scope.word("；月均 ", "; per month "), number)


def summary(section: Objectives, scope: PlanScope) -> Line:
    """The first total and how it is split."""
    split = _first(section, scope)
    if split is None:
        return ()
    axes = [f"{len(split.inside(axis))} {_axis_name(split, axis)}" for axis in split.axes()]
    count = scope.word("{n} 项目标", "{n} objective(s)", n=len(section.items))
    return (scope.word("，", ", ").join([count, *axes]),)


def _axis_name(split: Split, axis: str) -> str:
    known = split.scope.dimensions.axes.get(axis)
    name = known.name if known else axis
    return split.scope.word("个{name}", "{name}", name=name)


def lede(section: Objectives, scope: PlanScope) -> Line:
    """The total, its period and its parts in one sentence."""
    split = _first(section, scope)
    if split is None:
        return ()
    months = split.period.label(scope.language)
    total = shown(scope, split.key().address, tables.unit_of(split), with_unit=True)
    start = scope.word("{months}{name} ", "{name}, {months}: ", months=months, name=split.objective.name)
    parts: list[object] = []
    for axis in list(split.axes())[:1]:
        count, name = len(split.inside(axis)), _plain(split, axis)
        text = scope.word("，由 {count} 个{name}承担", ", carried by {count} {name}", count=count, name=name)
        parts.append(text)
    return (start, total, *(str(part) for part in parts), scope.word("。", "."))


def _plain(split: Split, axis: str) -> str:
    known = split.scope.dimensions.axes.get(axis)
    return known.name if known else axis


def _first(section: Objectives, scope: PlanScope) -> Split | None:
    first = next(iter(section.items.values()), None)
    return Split(first, scope) if first else None


def overview(section: Objectives, scope: PlanScope) -> Iterator[Block]:
    """The breakdown at a glance: a bar of shares and a short table."""
    split = _first(section, scope)
    axes = list(split.axes()) if split else []
    if split is None or not axes:
        return
    title = scope.word("目标怎么分", "How the target is split")
    address = split.objective.address()
    link = (Link(scope.word("目标", "Objectives"), address),)
    yield Heading(title, "split", aside=charts.equation(split, axes[0]), link=link)
    bar = charts.share_bar(split, axes[0])
    if bar is not None:
        yield bar
    yield glance(split, axes[0])
