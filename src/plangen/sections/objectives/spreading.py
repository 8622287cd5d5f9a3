"""Spreading: the rule of one part of a top-down split, whatever the split goes by."""

from collections.abc import Iterator

from plangen.compute import Rule
from plangen.sections.objectives.cells import Members
from plangen.sections.objectives.model import Cell, Objective, Spread, taken
from plangen.sections.objectives.split import Note, Split
from plangen.values import Key, told
from plangen.values.decimals import ONE

LAST_YEAR: Note = ("按上年各部分的比例分，最大余数", "in proportion to last year's parts, largest remainder")
RATED: Note = ("按单价 × 数量的比例分，最大余数", "in proportion to rate × heads, largest remainder")
WEIGHED: Note = ("按写的权重分解，最大余数", "split by the written weights, largest remainder")
SHARED: Note = ("按写的占比分，最大余数", "by the written shares, largest remainder")


def spread_rules(split: Split, entry: Objective | Cell, spread: Spread, path: Members = ()) -> Iterator[Rule]:
    """The parts of a spread: of the whole, or of the cell at a path. Parts of one spread share inputs and weights."""
    members, whole = taken(entry, spread), split.cell(path)
    weights, span = spread.parts(members), spread.span()
    inputs: tuple[Key, ...] = (whole,)
    settings: dict[str, object] = {"weights": weights or (ONE,) * len(members), "step": split.step}
    verb = "allocation"
    if spread.rule in ("last-year", "rate") and weights is None:
        inputs = (whole, *_figures(split, spread, path, members))
        verb, settings = "apportionment", {"step": split.step}
    note = _note(spread, members)
    for index, member in enumerate(members):
        yield split.rule(split.cell((*path, member)), verb, inputs, span, note, **{"index": index, **settings})


def _figures(split: Split, spread: Spread, path: Members, members: Members) -> Iterator[Key]:
    """What the parts are in proportion to."""
    for member in members:
        cell = split.objective.place.in_order((*path, member))
        yield split.last_year(*cell) if spread.rule == "last-year" else split.key("implied", *cell)


def _note(spread: Spread, members: Members) -> Note:
    count = len(members)
    if spread.ratio:
        return told("按 {ratio} 分解，最大余数", "split {ratio}, largest remainder", ratio=spread.ratio)
    if spread.weights:
        return WEIGHED
    notes = {"last-year": LAST_YEAR, "rate": RATED}
    even = told("均分 {count} 份，最大余数", "{count} equal parts, largest remainder", count=count)
    return notes.get(spread.rule, even)


def share_rules(split: Split, cells: dict[str, Cell], path: Members = ()) -> Iterator[Rule]:
    """The parts of cells that are written as shares of the whole, or of the cell at a path."""
    shared = {member: cell for member, cell in cells.items() if has_share(cell)}
    keys = [split.cell((*path, member), "share") for member in shared]
    inputs = (split.cell(path), *keys)
    for index, (member, cell) in enumerate(shared.items()):
        settings = {"step": split.step, "rest": True, "index": index}
        yield split.rule(split.cell((*path, member)), "apportionment", inputs, cell.span("share"), SHARED, **settings)


def has_share(cell: Cell) -> bool:
    """Whether a cell's target is given as a share, and in no other way."""
    return cell.share is not None and cell.target is None and cell.growth is None
