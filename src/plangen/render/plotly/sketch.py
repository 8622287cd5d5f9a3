"""A figure being drawn: traces, notes and shapes, with the house's look built in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from plangen.render.plain import figure_name, write_fitting
from plangen.render.plotly.point import Point, cell, point, safe, words_of
from plangen.render.tree_layout import text_width
from plangen.values import say
from plangen.views import Chart, Num, Row

INK, INK_2, INK_3 = "var(--pg-ink)", "var(--pg-ink-2)", "var(--pg-ink-3)"
PAGE, LINE, LINE_2 = "var(--pg-bg)", "var(--pg-line)", "var(--pg-line-2)"
BAD, UNSET, LINK = "var(--pg-bad)", "var(--pg-unset)", "var(--pg-link)"
STRONG, SURFACE, CHANGED = "var(--pg-bar)", "var(--pg-band)", "var(--pg-changed)"
CLEAR = "rgba(0,0,0,0)"

_MARGIN = {"l": 8, "r": 8, "t": 12, "b": 8, "pad": 4}

Json = dict[str, object]
ON_GRID: Json = {"bgcolor": PAGE, "borderpad": 1}
"""What a note needs where gridlines run, so that none runs through it."""
_PAUSES = " ，。、；：）"
_CLOSING, _OPENING = "，。、；：！？）》”’…%·/", "（《“‘"
Said = tuple[str, str]
"""What a note says, escaped, and the name of the figure that it says."""


def member(slot: int) -> str:
    """The fill colour of a member slot (0 = the rest)."""
    return f"var(--pg-m{slot})"


def member_ink(slot: int) -> str:
    """The colour of text on a member's fill."""
    return f"var(--pg-m{slot}-ink)"


@dataclass(slots=True)
class Sketch:
    """A figure being drawn for one chart. Only ever filled, by one drawing function."""

    chart: Chart
    narrow: bool
    language: str
    data: list[Json] = field(default_factory=list)
    notes: list[Json] = field(default_factory=list)
    shapes: list[Json] = field(default_factory=list)
    layout: Json = field(default_factory=dict)

    @property
    def size(self) -> int:
        """The font size in pixels."""
        return 12 if self.narrow else 13

    @property
    def room(self) -> float:
        """About how many pixels the drawing area is wide: a narrow guess, for half a page or a phone."""
        return 230.0 if self.narrow else 420.0

    @property
    def height(self) -> int:
        """How high the drawing is where its kind does not count rows."""
        return 260 if self.narrow else self.chart.height

    def points(self, key: str, roles: Sequence[str] = ("body",)) -> Iterator[tuple[Row, str, Point | None]]:
        """Rows of the given roles with their label and the number under a key of the encoding."""
        for row in self.chart.table.rows:
            if row.role in roles:
                yield row, self.label(row), self.point(row, self.chart.encode[key])

    def label(self, row: Row) -> str:
        """A row's label, shortened to what the drawing has room for; escaped."""
        limit = 9 if self.narrow else 16
        return safe(shorten(self._name(row), limit))

    def side_label(self, row: Row) -> str:
        """A row's label beside its bar, where a long one has two lines; escaped."""
        limit = 8 if self.narrow else 14
        return "<br>".join(safe(part) for part in two_lines(self._name(row), limit))

    def _name(self, row: Row) -> str:
        text = words_of(cell(self.chart, row, self.chart.encode["label"]), self.language)
        return (text.partition("（")[0] or text) if self.narrow else text

    def keep_right(self, width: float) -> None:
        """Keep so many pixels free right of the drawing area, for what is written beyond its last mark."""
        self.layout["margin"] = {**_MARGIN, "r": _MARGIN["r"] + round(width)}

    def point(self, row: Row, key: str) -> Point | None:
        """The number of a row under a column key."""
        return point(self.chart, cell(self.chart, row, key), self.language)

    def title(self, key: str) -> str:
        """What the column under a key is called; escaped."""
        return safe(next((column.title for column in self.chart.table.columns if column.key == key), ""))

    def titled(self, key: str) -> str:
        """What the column under a key is called, with its unit; escaped."""
        column = next(column for column in self.chart.table.columns if column.key == key)
        if not column.unit:
            return safe(column.title)
        named = ("{name}（{unit}）", "{name} ({unit})")
        return safe(say(named, self.language, name=column.title, unit=column.unit))

    def written(self, row: Row, key: str) -> Said:
        """The number of a row under a column key, in its own unit and with its symbol, and what names its figure."""
        found = next((part for part in cell(self.chart, row, key) if isinstance(part, Num) and part.quantity), None)
        if found is None or found.quantity is None:
            return "", ""
        text = write_fitting(replace(found, with_unit=True), found.quantity, self.language)
        return safe(f"{found.symbol} {text}".strip()), figure_name(found)

    def note(self, x: object, y: object, text: str, figure: str = "", **more: object) -> None:
        """Write a text at a place of the drawing; `text` must be escaped. `figure` names the figure that it shows."""
        more |= {"name": figure} if figure else {}
        font = {"size": self.size, "color": INK_2, **_mapping(more.pop("font", {}))}
        self.notes.append({"x": x, "y": y, "text": text, "showarrow": False, "font": font, **more})

    def figure(self) -> Json:
        """The finished figure; without data where nothing was drawn."""
        drawn = self.data or self.shapes or self.notes
        data = self.data or ([{"type": "scatter", "x": [], "y": []}] if drawn else [])
        return {"data": data, "layout": {**self._base(), **self.layout, **self._marks()}}

    def _marks(self) -> Json:
        return {"annotations": self.notes, "shapes": self.shapes}

    def _base(self) -> Json:
        font = {"family": "var(--pg-font)", "size": self.size, "color": INK_2}
        hover = {"bgcolor": PAGE, "bordercolor": LINE_2, "font": {**font, "color": INK}, "align": "left"}
        return {
            "paper_bgcolor": CLEAR,
            "plot_bgcolor": CLEAR,
            "margin": _MARGIN,
            "font": font,
            "hoverlabel": hover,
            "showlegend": False,
            "separators": ".,",
            "dragmode": False,
            "height": self.height,
        }


def said(points: Sequence[Point | None], texts: Sequence[str] = ()) -> Json:
    """What a trace says of its points: the text to show for each, and in `meta` the name of each one's figure."""
    return {
        "customdata": list(texts) or [value.text if value else "—" for value in points],
        "hovertemplate": "%{customdata}<extra></extra>",
        "meta": [value.figure if value else "" for value in points],
    }


def shorten(text: str, limit: float) -> str:
    """A text cut with … where it is wider than `limit` Han characters."""
    if text_width(text, 1.0) <= limit:
        return text
    while text and text_width(text, 1.0) > limit - 1:
        text = text[:-1]
    return text + "…"


def two_lines(text: str, limit: float) -> list[str]:
    """A text in one line, or in two of about the same width where it is wider than `limit` Han characters.

    It breaks between words where it has any, never before a closing sign; what two lines cannot hold is cut.
    """
    if text_width(text, 1.0) <= limit:
        return [text]
    text = shorten(text, limit * 2 - 1)
    half = text_width(text, 1.0) / 2

    def cost(at: int) -> tuple[bool, bool, float]:
        parts = text_width(text[:at], 1.0), text_width(text[at:], 1.0)
        return max(parts) > limit, text[at - 1] not in _PAUSES, abs(parts[0] - half)

    cut = min((at for at in range(1, len(text)) if _breaks(text, at)), key=cost, default=len(text))
    return [text[:cut].rstrip(), text[cut:].lstrip()] if cut < len(text) else [text]


def _breaks(text: str, at: int) -> bool:
    """Whether a line may end before a place: not inside a Latin word or number, not before or after a sign."""
    before, after = text[at - 1], text[at]
    if after in _CLOSING or before in _OPENING:
        return False
    return not (before.isascii() and after.isascii() and before.strip() and after.strip())


def keys(count: int) -> list[str]:
    """Names of the categories: unique even where two rows have the same label, and never read as numbers."""
    return [f"r{place}" for place in range(count)]


def category_axis(labels: Sequence[str], **more: object) -> Json:
    """An axis of rows; always typed, because plotly takes labels such as `2025` for numbers."""
    names = keys(len(labels))
    return {
        "type": "category",
        "categoryorder": "array",
        "categoryarray": names,
        "tickmode": "array",
        "tickvals": names,
        "ticktext": list(labels),
        "ticklabelstandoff": 6,
        "automargin": True,
        "showgrid": False,
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "fixedrange": True,
        **more,
    }


def hidden_axis(low: float, high: float) -> Json:
    """A value axis that is not drawn, because the marks carry their values."""
    return {"type": "linear", "range": [low, high], "visible": False, "fixedrange": True}


def value_axis(low: float, high: float) -> Json:
    """A value axis with a few gridlines."""
    return {
        "type": "linear",
        "range": [low, high],
        "nticks": 5,
        "tickformat": ",~f",
        "tickfont": {"color": INK_3},
        "automargin": True,
        "gridcolor": LINE,
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "fixedrange": True,
    }


def hatch(colour: str) -> Json:
    """A marker with hatching: with a transparent fill plotly would draw no pattern."""
    return {"color": PAGE, "pattern": hatching(colour), "line": {"color": colour, "width": 1.25}}


def hatching(colour: str) -> Json:
    """The pattern of what is possible and not certain."""
    return {"shape": "/", "bgcolor": PAGE, "fgcolor": colour, "size": 8, "solidity": 0.16}


def _mapping(value: object) -> dict[str, object]:
    return dict(value) if isinstance(value, dict) else {}
