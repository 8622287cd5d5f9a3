"""Tables of hierarchies: the groups of one with their members, and whoever is in none of them."""

from collections.abc import Iterator

from plangen.sections.objectives import hierarchies, tables
from plangen.sections.objectives.phases import is_phased
from plangen.sections.objectives.split import Split
from plangen.values import Key, dotted
from plangen.views import Column, Dot, Line, Row, Table


def by_hierarchy(split: Split, axis: str) -> Iterator[Table]:
    """A table of sub-totals for each hierarchy of an axis."""
    for hierarchy in hierarchies.hierarchies(split, axis):
        yield _table(split, axis, hierarchy)


def _table(split: Split, axis: str, hierarchy: str) -> Table:
    scope, below = split.scope, hierarchies.groups(split, axis, hierarchy)
    title = scope.dimensions.title_of(hierarchy)
    columns = _columns(split, axis, title, tuple(below))
    rows: list[Row] = []
    for group in _tops(split, axis, hierarchy, below):
        rows += _group(split, axis, hierarchy, group, columns, 0)
    out = hierarchies.left_out(split, axis, hierarchy)
    if out:
        rows.append(Row(((scope.word("没有归组", "In no group"),), *((),) * (len(columns) - 1)), "group"))
        rows += [_row(split, member, columns, 1) for member in out]
    rows.append(_total(split, axis, columns))
    name = dotted(scope.language, (tables.axis_title(split, axis), title))
    subtitle = scope.word("各组小计；组之间不重复", "sub-totals; nobody stands in two groups")
    return Table(f"{split.objective.id}-{hierarchy}", name, columns, tuple(rows), subtitle)


def _columns(split: Split, axis: str, title: str, groups: tuple[str, ...]) -> tuple[Column, ...]:
    word, unit = split.scope.word, tables.unit_of(split)
    columns = [Column("name", title), Column("target", word("目标", "Target"), unit, numeric=True)]
    if split.adds_up:
        columns.append(Column("share", word("占比", "Share"), "%", numeric=True))
    for quarter in split.period.quarters if is_phased(split) and split.period.length > 1 else ():
        found = [split.scope.quantity(split.key("target", group, period=quarter).address) for group in groups]
        if all(part is not None and not part.unset and not part.missing for part in found):
            label = tables.quarter_label(split, quarter.name)
            columns.append(Column(f"@{quarter.name}", label[0], label[1], numeric=True, phone=False))
    return tuple(columns)


def _tops(split: Split, axis: str, hierarchy: str, below: dict[str, list[str]]) -> list[str]:
    """The groups that are in no other group."""
    parents = split.scope.dimensions.axes[axis].hierarchies[hierarchy].parents
    return [group for group in below if parents.get(group) not in below]


def _group(
    split: Split, axis: str, hierarchy: str, group: str, columns: tuple[Column, ...], level: int
) -> Iterator[Row]:  # fmt: skip
    """A group, the groups inside it, and the members that are directly in it."""
    dimension, below = split.scope.dimensions.axes[axis], hierarchies.groups(split, axis, hierarchy)
    yield _row(split, group, columns, level, group=True)
    for inner in below:
        if dimension.hierarchies[hierarchy].parents.get(inner) == group and level < len(below):
            yield from _group(split, axis, hierarchy, inner, columns, level + 1)
    for member in below[group]:
        if dimension.grouped(hierarchy, member)[:1] == (group,):
            yield _row(split, member, columns, level + 1)


def _row(split: Split, member: str, columns: tuple[Column, ...], level: int, *, group: bool = False) -> Row:
    cells = tuple(_cell(split, member, column, group=group) for column in columns)
    return Row(cells, level=level, id=f"{split.objective.id}-{member}" if group else "")


def _cell(split: Split, member: str, column: Column, *, group: bool) -> Line:
    dimensions = split.scope.dimensions
    if column.key == "name":
        name = dimensions.member_name(member)
        return (name,) if group else (Dot(dimensions.slot(member)), name)
    if column.key == "share":
        return (tables.number(split, split.key("share", member), "%", 1),)
    if column.key == "target":
        return (tables.number(split, split.key("target", member)),)
    return (tables.number(split, _quarter(split, column, member)),)


def _quarter(split: Split, column: Column, member: str) -> Key:
    period = next(quarter for quarter in split.period.quarters if f"@{quarter.name}" == column.key)
    return split.key("target", member, period=period)


def _total(split: Split, axis: str, columns: tuple[Column, ...]) -> Row:
    """What all members of the axis make: the hierarchy's sub-totals and whoever is in none."""
    word, rollup = split.scope.word, split.key("target", axis, facet="rollup")
    cells: list[Line] = []
    for column in columns:
        if column.key == "name":
            cells.append((word("各部分合计", "All parts") if split.adds_up else word("整体", "Whole"),))
        elif column.key == "target":
            cells.append((tables.number(split, rollup if split.over_members != "ratio" else split.key()),))
        else:
            cells.append(())
    return Row(tuple(cells), "total")
