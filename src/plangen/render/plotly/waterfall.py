"""Waterfalls as horizontal bars with a base: steps, the hatched rest, totals, and connectors between them.

The `waterfall` trace is not used: it cannot hatch one bar, and its labels stand upright.
"""

from collections.abc import Iterator

from plangen.render.plotly.point import Point, slot_of
from plangen.render.plotly.sketch import (
    BAD,
    CHANGED,
    INK,
    LINE_2,
    PAGE,
    STRONG,
    UNSET,
    Sketch,
    category_axis,
    hatch,
    hidden_axis,
    keys,
    member,
    said,
)  # fmt: skip
from plangen.render.tree_layout import text_width
from plangen.values import record
from plangen.views import Row

_ROW, _NARROW_ROW, _GAP = 42, 38, 0.38
_ROLES = ("body", "residual", "total")


@record
class Step:
    """One bar: from `start` over `length`, where the sum stands afterwards, and how it looks."""

    label: str
    start: float
    length: float
    after: float
    value: Point | None
    role: str
    colour: str

    @property
    def left(self) -> float:
        """The smaller end of the bar."""
        return min(self.start, self.start + self.length)

    @property
    def right(self) -> float:
        """The larger end of the bar."""
        return max(self.start, self.start + self.length)


def waterfall(sketch: Sketch) -> None:
    """Draw the steps of a chart of kind `waterfall`."""
    steps = list(_steps(sketch))
    if not steps:
        return
    low, high = min(0.0, *(step.left for step in steps), 0.0), max(0.0, *(step.right for step in steps), 0.0)
    high = high if high > low else low + 1.0
    _bars(sketch, steps)
    _rest(sketch, steps)
    for place, step in enumerate(steps):
        _value_note(sketch, place, step, high - low)
        _connector(sketch, place, steps)
    sketch.layout |= {
        "xaxis": hidden_axis(low, high + (high - low) * 0.015),
        "yaxis": category_axis([step.label for step in steps], range=[len(steps) - 0.5, -0.5], tickfont={"color": INK}),
        "bargap": _GAP,
        "barmode": "overlay",
        "height": len(steps) * (_NARROW_ROW if sketch.narrow else _ROW) + 24,
    }


def _steps(sketch: Sketch) -> Iterator[Step]:
    running = 0.0
    for row, _, value in sketch.points("value", _ROLES):
        length = 0.0 if value is None else value.solid or value.far
        start = 0.0 if row.role == "total" else running
        running = length if row.role == "total" else running + length
        yield Step(sketch.side_label(row), start, length, running, value, row.role, _colour(row, value))


def _colour(row: Row, value: Point | None) -> str:
    if row.role == "total":
        return STRONG
    slot = slot_of(row)
    return CHANGED if not slot and value is not None and value.tone == "changed" else member(slot)


def _bars(sketch: Sketch, steps: list[Step]) -> None:
    drawn = [(key, step) for key, step in zip(keys(len(steps)), steps, strict=True) if step.role != "residual"]
    sketch.data.append({
        "type": "bar",
        "orientation": "h",
        "y": [key for key, _ in drawn],
        "base": [step.start for _, step in drawn],
        "x": [step.length for _, step in drawn],
        "marker": {"color": [step.colour for _, step in drawn]},
        **said([step.value for _, step in drawn]),
    })  # fmt: skip


def _rest(sketch: Sketch, steps: list[Step]) -> None:
    """What no step explains: hatched, as its own trace."""
    drawn = [(key, step) for key, step in zip(keys(len(steps)), steps, strict=True) if step.role == "residual"]
    shown = [(key, step) for key, step in drawn if step.length]
    if shown:
        sketch.data.append({
            "type": "bar",
            "orientation": "h",
            "y": [key for key, _ in shown],
            "base": [step.start for _, step in shown],
            "x": [step.length for _, step in shown],
            "marker": hatch(BAD),
            **said([step.value for _, step in shown]),
        })  # fmt: skip


def _value_note(sketch: Sketch, place: int, step: Step, span: float) -> None:
    """The value: inside a total, else right of the bar, left of it where the right has no room."""
    text, figure = (step.value.text, step.value.figure) if step.value else ("—", "")
    needs = (text_width(text, sketch.size) + 16) / sketch.room * span
    font: dict[str, object] = {}
    if step.value is not None and step.value.unset:
        font = {"color": UNSET}
    if step.role == "residual" and step.length:
        font, text = {"color": BAD}, f"<b>{text}</b>"
    if step.role == "total":
        text = f"<b>{text}</b>"
        font = {"color": PAGE if abs(step.length) >= needs else INK}
    if step.role == "total" and abs(step.length) >= needs:
        sketch.note(step.start + step.length, place, text, figure, xanchor="right", xshift=-6, font=font)
    elif step.right + needs <= span:
        sketch.note(step.right, place, text, figure, xanchor="left", xshift=6, font=font)
    elif step.role == "body" and step.right - step.left >= needs * 1.3:
        sketch.note(step.right, place, text, figure, xanchor="right", xshift=-6, font={"color": _ink_on(step.colour)})
    elif step.left < needs:
        sketch.note(step.right, place, text, figure, xanchor="left", xshift=6, font=font)
    else:
        sketch.note(step.left, place, text, figure, xanchor="right", xshift=-6, font=font)


def _ink_on(colour: str) -> str:
    return PAGE if colour == CHANGED else colour.replace(")", "-ink)")


def _connector(sketch: Sketch, place: int, steps: list[Step]) -> None:
    if place + 1 == len(steps):
        return
    half, x = (1 - _GAP) / 2, steps[place].after
    line = {"type": "line", "x0": x, "x1": x, "y0": place + half, "y1": place + 1 - half}
    sketch.shapes.append({**line, "line": {"color": LINE_2, "width": 1}, "layer": "below"})
