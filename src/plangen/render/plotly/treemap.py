"""Treemaps: one rectangle a row; rows of a deeper level stand inside the row above them."""

from collections.abc import Iterator
from dataclasses import dataclass

from plangen.render.plotly.point import Point, slot_of
from plangen.render.plotly.sketch import INK, PAGE, SURFACE, Sketch, keys, member, member_ink

_PAD = {"l": 3, "r": 3, "t": 24, "b": 3}
"""What is left free around the tiles inside another one: above them its name stands."""


@dataclass(slots=True)
class Tile:
    """One rectangle. `size` is at least the sum of the tiles inside it, else plotly draws an empty chart, silently."""

    key: str
    label: str
    parent: str
    slot: int
    value: Point
    size: float = 0.0


def treemap(sketch: Sketch) -> None:
    """Draw the rectangles of a chart of kind `treemap`."""
    tiles = list(_tiles(sketch))
    if not any(tile.size > 0 for tile in tiles):
        return
    around = {tile.parent for tile in tiles}
    fills = [SURFACE if tile.key in around else member(tile.slot) for tile in tiles]
    inks = [INK if tile.key in around else member_ink(tile.slot) for tile in tiles]
    sketch.data.append({
        "type": "treemap",
        "ids": [tile.key for tile in tiles],
        "labels": [f"{t.label} <b>{t.value.text}</b>" if t.key in around else t.label for t in tiles],
        "parents": [tile.parent for tile in tiles],
        "values": [tile.size for tile in tiles],
        "text": [tile.value.text for tile in tiles],
        "meta": [tile.value.figure for tile in tiles],
        "texttemplate": ["%{label}" if t.key in around else "%{label}<br><b>%{text}</b>" for t in tiles],
        "hovertext": [f"{t.label}<br>{t.value.text}" for t in tiles],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "textfont": {"color": inks, "size": sketch.size},
        "branchvalues": "total",
        "sort": False,
        "tiling": {"pad": 2},
        "root": {"color": PAGE},
        "pathbar": {"visible": False},
        "marker": {"colors": fills, "line": {"width": 0, "color": PAGE}, "pad": _PAD},
    })  # fmt: skip
    sketch.layout |= {"margin": {"l": 0, "r": 0, "t": 4, "b": 0}, "uniformtext": {"minsize": 11, "mode": "hide"}}


def _tiles(sketch: Sketch) -> Iterator[Tile]:
    found: list[Tile] = []
    above: list[tuple[int, Tile]] = []
    rows = list(sketch.points("value", ("body", "group")))
    for key, (row, label, value) in zip(keys(len(rows)), rows, strict=True):
        while above and above[-1][0] >= row.level:
            above.pop()
        if value is None or value.unset:
            continue
        parent = above[-1][1] if above else None
        slot = slot_of(row) or (parent.slot if parent else 0)
        tile = Tile(key, label, parent.key if parent else "", slot, value, max(value.solid or value.far, 0.0))
        found.append(tile)
        above.append((row.level, tile))
    _make_room(found)
    yield from found


def _make_room(tiles: list[Tile]) -> None:
    """Raise each parent to the sum of its children where they are more; from the last row upwards."""
    inside: dict[str, float] = {}
    for tile in reversed(tiles):
        tile.size = max(tile.size, inside.get(tile.key, 0.0))
        inside[tile.parent] = inside.get(tile.parent, 0.0) + tile.size
