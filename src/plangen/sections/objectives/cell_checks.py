"""Checks of cells on several axes: do they make what they are parts of, on every axis; can they be crossed at all."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.objectives import margins
from plangen.sections.objectives.breakdown import tree_of
from plangen.sections.objectives.cells import Members, axes_above, nested_cells, own_axes, written_cells
from plangen.sections.objectives.model import Cell, Objectives
from plangen.sections.objectives.orders import against_the_order
from plangen.sections.objectives.saying import apart, distance, room, say
from plangen.sections.objectives.split import Split
from plangen.sections.objectives.tree import LIMIT, Tree
from plangen.values import Formulated, Key, dotted, told


@check(
    "OBJ160",
    Level.ERROR,
    takes="objectives",
    zh="{name}按{axis}相加 {sum}，应为 {total}，差 {difference}",
    en="{name} by {axis} adds up to {sum}, and should be {total}: {difference} apart",
    fix_zh="改其中一格，或把 {total} 改成 {sum}；各格：{parts}",
    fix_en="mend one of the cells, or make {total} into {sum}; the cells: {parts}",
)
def cells_reach_figures(section: Objectives, scope: PlanScope) -> Iterator[Finding]:
    """The parts of a cell make the cell, and the cells of a member make the member's part, on every axis.

    Why: one total that is split by region and by product is one total: what the regions say of a product must be what
    the product says. Cells that are not set yet (待定), and regions that are not split by product, may hold the
    difference; a range must be able to reach the total; 约 may be off by the handbook's tolerance.
    Bad:
        # objectives.yml
        revenue:
          name: 销售额
          target: 100万元
          region:
            zhejiang: {target: 60万元, channel: {own-store: 20万元, dealer: 30万元}}
            jiangsu: {target: 40万元}
    Good:
        # objectives.yml
        revenue:
          name: 销售额
          target: 100万元
          region:
            zhejiang: {target: 60万元, channel: {own-store: 20万元, dealer: 40万元}}
            jiangsu: {target: 40万元}
    """
    for split, tree in _trees(section, scope):
        yield from _other_units(split)
        for pair in margins.comparisons(tree) if split.adds_up else ():
            whole, rollup = tree.key(pair.whole), pair.key(split, facet="rollup")
            if rollup in scope.figures and apart(room(scope, whole), room(scope, rollup)):
                yield _finding(tree, pair, whole, rollup)


def _trees(section: Objectives, scope: PlanScope) -> Iterator[tuple[Split, Tree]]:
    for objective in section.items.values():
        split = Split(objective, scope)
        tree = tree_of(split)
        if tree is not None:
            yield split, tree


def _other_units(split: Split) -> Iterator[Finding]:
    """Cells in another unit than their objective: said at the cell, because each of their sums would say it again."""
    for members, cell in nested_cells(split.objective).items():
        target = cell.target
        if target is None or target.unset or isinstance(target, Formulated) or target.unit == split.unit:
            continue
        args = {"left": split.unit, "right": target.unit}
        key = split.key("target", *members)
        yield Finding("PG215", cell.span("target"), args, split.scope.year, key.address, (key.address,))


SHOWN = 12
"""How many cells a finding names."""


def _finding(tree: Tree, pair: margins.Comparison, whole: Key, rollup: Key) -> Finding:
    scope, split = tree.split.scope, tree.split
    comma, cross = scope.word("，", ", "), scope.word(" × ", " × ")
    total, sum_ = (scope.figures[key].quantity for key in (whole, rollup))
    axes = pair.axes or (scope.dimensions.axis_of(pair.named[-1]),)
    named = [f"{_names(split, key.address.members)} {say(scope, scope.quantity(key.address))}" for key in pair.cells]
    more = [scope.word("等 {n} 格", "{n} cells in all", n=len(named))] if len(named) > SHOWN else []
    args = {
        "name": f"{split.objective.name}·{_names(split, whole.address.members)}",
        "axis": cross.join(split.scope.dimensions.title_of(axis) for axis in axes),
        "sum": say(scope, sum_),
        "total": say(scope, total),
        "difference": say(scope, distance(total, sum_)),
        "parts": comma.join([*named[:SHOWN], *more]),
    }
    about = (whole.address, *(key.address for key in pair.cells), rollup.address)
    return Finding("OBJ160", pair.span, args, scope.year, rollup.address, about)


def _names(split: Split, members: Members) -> str:
    return dotted(split.scope.language, map(split.scope.dimensions.member_name, members))


@check(
    "OBJ161",
    Level.ERROR,
    takes="objectives",
    zh="{name}不能按“{axis}”交叉：{why}",
    en="{name} cannot be crossed by “{axis}”: {why}",
    fix_zh="cross 至少写两个维度，每个都要有各部分的数：写成员，或写 spread",
    fix_en="name at least two axes in cross, each with parts: write its members, or a spread",
)
def crossed_axes_have_parts(section: Objectives, scope: PlanScope) -> Iterator[Finding]:
    """Every axis of `cross` has parts that can be crossed, and a cell names only members that have one.

    Why: cells of an axis without parts would be made from nothing, and a cell of a member without a part would be in
    no sum. There are at most 200,000 cells, months counted: nobody reads more, and every page would wait for them.
    Bad:
        # objectives.yml
        revenue:
          name: 销售额
          target: 100万元
          channel: {own-store: 40万元, dealer: 60万元}
          cross: [channel, region]
    Good:
        # objectives.yml
        revenue:
          name: 销售额
          target: 100万元
          channel: {own-store: 40万元, dealer: 60万元}
          spread: [{axis: region, rule: ratio, ratio: "3:2", members: [zhejiang, jiangsu]}]
          cross: [channel, region]
    """
    for objective in section.items.values():
        split = Split(objective, scope)
        tree = tree_of(split)
        for index, axis in enumerate(objective.cross):
            why = _why_not(tree, axis, index) if tree is not None else None
            if why is not None:
                args = {"name": objective.name, "axis": split.scope.dimensions.title_of(axis), "why": scope.word(*why)}
                span = objective.place.span((*objective.path, "cross", index))
                yield Finding("OBJ161", span, args, scope.year, objective.address())
        if tree is not None:
            yield from _strangers(split, tree) if split.adds_up else _in_no_sum(split)
            yield from against_the_order(tree)


def _why_not(tree: Tree, axis: str, index: int) -> tuple[str, str] | None:
    split, cross = tree.split, tree.split.objective.cross
    if axis not in split.scope.dimensions.axes:
        return "没有这个维度", "there is no such axis"
    if axis in cross[:index]:
        return "写了两次", "it stands there twice"
    if len(cross) < 2:
        return "只有一个维度", "it is the only axis"
    if not split.adds_up:
        return "它的各部分不相加", "its parts do not add up"
    if index == 0 and split.objective.rollup:
        return "它由下级计划汇总，交叉写在下级计划里", "it sums up child plans: cross the axes there"
    if index == 0 and tree.is_refused:
        return told(
            "交叉后超过 {LIMIT:,} 格（含月份），没有分解",
            "it would have more than {LIMIT:,} cells, months counted",
            LIMIT=LIMIT,
        )
    if axis not in split.axes() or (index == 0 and not split.given(axis)):
        return "它没有各部分的数", "it has no parts"
    return None


def _in_no_sum(split: Split) -> Iterator[Finding]:
    """Cells inside cells of what does not add up: told once."""
    for members, cell in list(nested_cells(split.objective).items())[:1]:
        why = (
            "它的各部分不相加，格子里的格子不在任何汇总里",
            "its parts do not add up: cells in cells are in no sum",
        )
        yield _stranger(split, members, cell, (axes_above(cell)[-1], why))


def _stranger(split: Split, members: Members, cell: Cell, said: tuple[str, tuple[str, str]]) -> Finding:
    axis, why = said
    args = {"name": split.objective.name, "axis": split.scope.dimensions.title_of(axis), "why": split.scope.word(*why)}
    return Finding("OBJ161", cell.key_span(), args, split.scope.year, split.cell(members).address)


def _strangers(split: Split, tree: Tree) -> Iterator[Finding]:
    """Cells of a group, which has sub-totals and no parts; cells of crossed axes whose member has no part."""
    for members, cell in nested_cells(split.objective).items():
        axes = axes_above(cell)
        placed = [(axis, str(member)) for axis, member in zip(axes, cell.path[2::2], strict=True)]
        groups = [pair for pair in placed if _is_group(split, *pair)]
        crossed = placed if set(axes).issubset(tree.cross) else []
        lost = [*groups, *(pair for pair in crossed if _is_stranger(tree, *pair))]
        if lost:
            axis, name = lost[0][0], split.scope.dimensions.member_name(lost[0][1])
            why = told("“{name}”没有自己的一份", "“{name}” has no part of its own", name=name)
            if groups:
                why = told("“{name}”是分组，只有小计", "“{name}” is a group, which only has sub-totals", name=name)
            yield _stranger(split, members, cell, (axis, why))


def _is_group(split: Split, axis: str, member: str) -> bool:
    """Whether a member stands for others that have parts, so that no sum goes by it."""
    known = split.scope.dimensions.axes.get(axis)
    return known is not None and member in known.members and member not in split.axes().get(axis, ())


def _is_stranger(tree: Tree, axis: str, member: str) -> bool:
    there = tree.marginals(axis)
    return bool(there) and member not in there


@check(
    "OBJ162",
    Level.ERROR,
    takes="objectives",
    zh="{name}里又按{axis}分：它已经是{axis}的一个成员",
    en="{name} is split by {axis} again: it is a member of that axis already",
    fix_zh="换一个维度，或用 parent 在 shared/dimensions.yml 里写上下级",
    fix_en="split it by another axis, or use parent in shared/dimensions.yml for members below it",
)
def cells_are_split_by_other_axes(section: Objectives, scope: PlanScope) -> Iterator[Finding]:
    """A cell is split by axes that it does not belong to yet.

    Why: a cell of two members of one axis is in no sum.
    Bad:
        # objectives.yml
        revenue: {name: 销售额, target: 10万元, region: {zhejiang: {target: 10万元, region: {jiangsu: 10万元}}}}
    Good:
        # objectives.yml
        revenue: {name: 销售额, target: 10万元, region: {zhejiang: {target: 10万元, channel: {dealer: 10万元}}}}
    """
    for objective in section.items.values():
        split = Split(objective, scope)
        for members, cell in written_cells(objective).items():
            for axis in own_axes(cell):
                if axis in axes_above(cell):
                    args = {
                        "name": f"{objective.name}·{_names(split, members)}",
                        "axis": split.scope.dimensions.title_of(axis),
                    }
                    span = cell.key_span(axis if axis in cell.axes else "spread")
                    yield Finding("OBJ162", span, args, scope.year, split.cell(members).address)
