"""What readers see of cells: tables of crossed axes or of cells inside cells, with a chart; large cubes in one line."""

from collections.abc import Iterator

from plangen.sections.numbers import shown
from plangen.sections.objectives import cell_tables, crossing, tables
from plangen.sections.objectives.breakdown import tree_of
from plangen.sections.objectives.split import Split
from plangen.sections.objectives.tree import Group, Tree
from plangen.values import Key, dotted
from plangen.views import Block, Chart, Line, Table, Text, phrase

MOST = 400
"""How many cells of more than one axis a page shows of one objective; it says where the others are."""
MOST_BARS, MOST_SEGMENTS, MOST_TILES = 12, 8, 60


def blocks(split: Split) -> Iterator[Block]:
    """The cells of more than one axis."""
    tree = tree_of(split)
    if tree is None or not split.adds_up:
        return
    if len(tree.cross) > 1:
        yield from _crossed(tree)
    for group in _tops(tree):
        count = sum(1 for _ in cell_tables.keys_below(tree, group))
        if count > MOST:
            yield _left_out(split, count, count)
        else:
            table = cell_tables.nested(tree, group)
            yield table
            yield from _treemap(tree, group, table)


def _crossed(tree: Tree) -> Iterator[Block]:
    """The first two axes; of more axes also each next two: as many of these tables as keep the page light."""
    count, drawn = sum(len(group.members) for group in tree.groups if group.is_crossed), 0
    for depth in range(len(tree.cross) - 1):
        paths = crossing.paths(tree, depth)
        size = sum(cell_tables.size(tree, path) for path in paths)
        if drawn + size > MOST:
            yield _left_out(tree.split, count - drawn, count)
            return
        drawn += size
        tables_ = [cell_tables.crossed(tree, path) for path in paths]
        yield from tables_
        yield from _stack(tree, tables_[0]) if not depth else ()


def _left_out(split: Split, left: int, count: int) -> Text:
    """How many cells do not stand on the page, and where they are."""
    address = split.key().address
    text = split.scope.word(
        "共 {count:,} 格，有 {left:,} 格没有列在这里。每一格：plangen explain {address}/成员…；全部：plangen export",
        "{left:,} of {count:,} cells are not listed here. One: plangen explain {address}/member…; all: plangen export",
        count=count,
        left=left,
        address=address,
    )
    return Text((text,), "muted")


def _tops(tree: Tree) -> Iterator[Group]:
    """One group for each pair of axes that cells are nested by, the outermost of them."""
    seen: set[tuple[str, str]] = set()
    for group in tree.groups:
        pair = (group.axes[0], group.axis)
        if len(group.path) == 1 and not group.is_crossed and pair not in seen:
            seen.add(pair)
            yield group


def _stack(tree: Tree, table: Table) -> Iterator[Chart]:
    """A bar for each member of the first axis, a segment for each of the second."""
    split, scope = tree.split, tree.split.scope
    members = [column.key for column in table.columns[1:-1]]
    bars = len(table.rows) - 1
    keys = [tree.key((row, member)) for row in tree.first(tree.cross[0]) for member in members]
    if bars > MOST_BARS or len(members) > MOST_SEGMENTS or not _are_numbers(split, keys):
        return
    data = Table(f"{table.id}-data", "", table.columns, table.rows[:-1])
    slots = ",".join(str(scope.dimensions.slot(member)) for member in members)
    encode = {"label": "name", "values": ",".join(members), "slots": slots}
    unit = tables.unit_of(split)
    told = _told(table, scope.in_words(unit))
    yield Chart(f"{table.id}-stack", "stack", _largest(split, keys), told, data, encode, unit)


def _treemap(tree: Tree, group: Group, table: Table) -> Iterator[Chart]:
    """The parts as rectangles inside the rectangles of their cells."""
    split, rows = tree.split, table.rows[:-1]
    keys = list(cell_tables.keys_below(tree, group))
    tops = [split.key("target", member) for member in split.axes()[group.axes[0]]]
    if len(rows) > MOST_TILES or not _are_numbers(split, [*tops, *keys]):
        return
    data, unit = Table(f"{table.id}-data", "", table.columns, rows), tables.unit_of(split)
    encode = {"label": "name", "value": "target"}
    deepest = max(len(key.address.members) for key in keys)
    inner = [key for key in keys if len(key.address.members) == deepest]
    yield Chart(
        f"{table.id}-treemap",
        "treemap",
        _largest(split, inner),
        _told(table, split.scope.in_words(unit)),
        data,
        encode,
        unit,
    )


def _told(table: Table, unit: str) -> str:
    """Which axes are drawn, and the unit."""
    return f"{table.title}，{unit}" if table.title else unit


def _largest(split: Split, keys: list[Key]) -> Line:
    """The finding in one sentence: which cell is the largest, or that all are the same."""
    scope, figures = split.scope, split.scope.figures
    values = [figures[key].quantity.value for key in keys]
    top = keys[values.index(max(values))]
    number = shown(scope, top.address, tables.unit_of(split), with_unit=True)
    if len(set(values)) == 1:
        text = scope.word("{name}：每格都是 {n}", "{name}: {n} in each cell")
        return phrase(text, name=split.objective.name, n=number)
    cell = dotted(scope.language, map(scope.dimensions.member_name, top.address.members))
    if values.count(max(values)) > 1:
        text = scope.word("{name}：最大的一格 {n}，有几格一样大", "{name}: {n} in the largest cells")
        return phrase(text, name=split.objective.name, n=number)
    text = scope.word("{name}：{cell}最多，{n}", "{name}: {cell} is the largest with {n}")
    return phrase(text, name=split.objective.name, cell=cell, n=number)


def _are_numbers(split: Split, keys: list[Key]) -> bool:
    figures = [split.scope.figures.get(key) for key in keys]
    known = [figure.quantity for figure in figures if figure is not None and figure.quantity.is_exact]
    return len(known) == len(keys) > 0 and all(each.value >= 0 and each.unit == split.unit for each in known)


def spread_rule(split: Split, axis: str, table: Table) -> Table:
    """A table of an axis with the rule by which its parts are computed, where a spread or shares compute them."""
    computed = [member for member in split.axes()[axis] if _is_computed(split, axis, member)]
    return cell_tables.with_rules(split, table, (split.key("target", member) for member in computed))


def _is_computed(split: Split, axis: str, member: str) -> bool:
    figure = split.scope.figures.get(split.key("target", member))
    return figure is not None and figure.rule in ("allocation", "apportionment")
