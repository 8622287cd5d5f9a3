"""A cumulative line: what is, against what was planned, and what would be needed to reach the end."""

from collections.abc import Iterator

from plangen.render.plotly.point import Point
from plangen.render.plotly.sketch import (
    INK,
    INK_3,
    LINE_2,
    LINK,
    PAGE,
    Json,
    Sketch,
    category_axis,
    hatching,
    keys,
    member,
    said,
    value_axis,
)  # fmt: skip
from plangen.values import record


@record
class Course:
    """One series over the rows: its name, and a point (or nothing) at each row."""

    name: str
    points: list[Point | None]

    @property
    def last(self) -> int:
        """The place of the last point that is set; -1 without one."""
        return max((place for place, value in enumerate(self.points) if value and not value.unset), default=-1)

    def heights(self) -> list[float | None]:
        """The heights to draw, None where there is a gap."""
        return [_height(value) for value in self.points]

    def far(self) -> list[float | None]:
        """The far end of each point: where a range ends, else its height."""
        return [None if _height(value) is None or value is None else value.far for value in self.points]

    def ranges(self) -> Iterator[list[int]]:
        """The places of each stretch without a gap in which some point is a range."""
        ends, stretch = list(zip(self.heights(), self.far(), strict=True)), list[int]()
        for place, (height, _) in enumerate([*ends, (None, None)]):
            if height is not None:
                stretch.append(place)
                continue
            if any(ends[each][0] != ends[each][1] for each in stretch):
                yield stretch
            stretch = []


def line(sketch: Sketch) -> None:
    """Draw the lines of a chart of kind `line`."""
    labels = [label for _, label, _ in sketch.points("value")]
    actual = _course(sketch, "value")
    plan = _course(sketch, "plan") if "plan" in sketch.chart.encode else Course("", [])
    if not labels or (actual.last < 0 and plan.last < 0):
        return
    names = keys(len(labels))
    if plan.last >= 0:
        _band(sketch, plan, names, INK_3)
        _draw(sketch, plan, names, {"color": INK_3, "width": 1.5, "dash": "dot"})
        _needed(sketch, actual, plan, names)
    if actual.last >= 0:
        _band(sketch, actual, names, member(1))
        _draw(sketch, actual, names, {"color": member(1), "width": 3})
    _say(sketch, actual, plan)
    ends = [end for course in (actual, plan) for end in (*course.heights(), *course.far()) if end is not None]
    low, high = min(0.0, *ends, 0.0), max(0.0, *ends, 0.0) or 1.0
    look: Json = {"tickfont": {"color": INK_3}, "ticklabelstandoff": 2}
    ticks = category_axis(_thin(labels, sketch), range=[-0.4, len(labels) - 0.4], **look)
    sketch.layout |= {
        "xaxis": ticks | {"showline": True, "linecolor": LINE_2},
        "yaxis": value_axis(low * 1.1, high * 1.14),
    }


def _course(sketch: Sketch, key: str) -> Course:
    return Course(sketch.title(sketch.chart.encode[key]), [value for _, _, value in sketch.points(key)])


def _height(value: Point | None) -> float | None:
    if value is None or value.unset:
        return None
    return value.low if value.low is not None else value.high


def _draw(sketch: Sketch, course: Course, names: list[str], stroke: Json) -> None:
    marks = {"mode": "lines"} if "dash" in stroke else {"mode": "lines+markers", "marker": {"size": 7}}
    sketch.data.append({
        "type": "scatter",
        **marks,
        "name": course.name,
        "x": names,
        "y": course.heights(),
        "line": stroke,
        "cliponaxis": False,
        **said(course.points, [f"{course.name} {value.text}" if value else "" for value in course.points]),
    })  # fmt: skip


def _band(sketch: Sketch, course: Course, names: list[str], colour: str) -> None:
    """The hatched band between the low and the high end of each stretch with ranges; the line is its lower edge."""
    for places in course.ranges():
        low, high = course.heights(), course.far()
        there, back = [names[place] for place in places], [names[place] for place in reversed(places)]
        sketch.data.append({
            "type": "scatter",
            "mode": "lines",
            "x": [*there, *back],
            "y": [*(low[place] for place in places), *(high[place] for place in reversed(places))],
            "line": {"color": colour, "width": 1},
            "fill": "toself",
            "fillcolor": PAGE,
            "fillpattern": hatching(colour),
            "hoverinfo": "skip",
        })  # fmt: skip


def _needed(sketch: Sketch, actual: Course, plan: Course, names: list[str]) -> None:
    """The way from the last actual to the end of the plan."""
    start, end = actual.last, plan.last
    if not 0 <= start < end:
        return
    sketch.data.append({
        "type": "scatter",
        "mode": "lines",
        "x": [names[start], names[end]],
        "y": [actual.heights()[start], plan.heights()[end]],
        "line": {"color": member(1), "width": 1.25, "dash": "dash"},
        "hoverinfo": "skip",
    })  # fmt: skip


def _say(sketch: Sketch, actual: Course, plan: Course) -> None:
    """Direct labels: the plan's end, the last actual, the plan at the same time."""
    here = actual.points[actual.last] if actual.last >= 0 else None
    due = plan.points[actual.last] if 0 <= actual.last < len(plan.points) else None
    if here is not None:
        behind = due is not None and (_height(here) or 0.0) < (_height(due) or 0.0)
        at_end = actual.last == len(actual.points) - 1
        shift = -16 if behind and not at_end else 16
        side: Json = {"xanchor": "right", "xshift": 14} if at_end else {"xanchor": "left", "xshift": 6}
        text, font = f"<b>{actual.name} {here.text}</b>", {"color": LINK}
        sketch.note(actual.last, _height(here), text, here.figure, yshift=shift, font=font, **side)
        if due is not None and not due.unset and actual.last < plan.last:
            note, grey = f"{plan.name} {due.text}", {"color": INK_3}
            sketch.note(
                actual.last, _height(due), note, due.figure, xanchor="right", xshift=-6, yshift=-shift, font=grey
            )
    final = plan.points[plan.last] if plan.last >= 0 else None
    if final is not None and (here is None or actual.last < plan.last):
        text = f"<b>{final.text}</b>"
        sketch.note(plan.last, _height(final), text, final.figure, xanchor="center", yshift=14, font={"color": INK})


def _thin(labels: list[str], sketch: Sketch) -> list[str]:
    """Tick labels, every second or third left empty where there are more than fit."""
    most = 7 if sketch.narrow else 13
    step = -(-len(labels) // most)
    return [label if place % step == 0 else "" for place, label in enumerate(labels)]
