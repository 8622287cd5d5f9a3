"""Pages as a reader sees them: every stretch of text in tables, cards, charts and sentences, and what it names."""

from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

VOID = frozenset({"br", "img", "wbr", "meta", "link", "input", "hr", "source", "col", "base"})
ZONES = {
    "th": "table", "td": "table", "pg-card": "card", "pg-share": "card", "pg-key": "card", "pg-strip": "strip",
    "pg-tree__list": "tree", "pg-board": "board", "pg-chart__title": "sentence", "pg-chart__sub": "sentence",
    "h1": "sentence", "h2": "sentence", "h3": "sentence", "pg-source": "sentence", "pg-eyebrow": "sentence",
    "pg-lede": "sentence", "pg-aside": "sentence", "pg-notes": "sentence", "pg-list": "list",
}  # fmt: skip
"""What a tag or class makes of the text inside it."""


@dataclass
class Piece:
    """A stretch of text: where it stands, what it says, and the figures (or the count) that it names."""

    zone: str
    text: str
    address: str = ""
    tally: str = ""


@dataclass
class Cell:
    """What belongs together: a cell, a card's line, a sentence; its pieces in order."""

    zone: str
    pieces: list[Piece]
    heading: bool = False
    """Whether it heads a column."""

    @property
    def text(self) -> str:
        """All that it says."""
        return "".join(piece.text for piece in self.pieces)


@dataclass
class _Open:
    tag: str
    zone: str
    address: str
    tally: str
    hidden: bool


class Page(HTMLParser):
    """One page: its cells, the charts' data (texts of two attributes), and the days of its calendar.

    What a `time` element shows is a day, no quantity; the element says which.
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[_Open] = []
        self.cells: list[Cell] = []
        self.charts: list[str] = []
        self.days: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Something begins: a zone, a number that names its figure, a chart."""
        known = dict(attrs)
        classes = (known.get("class") or "").split()
        self.charts += [text for name in ("data-figure", "data-narrow") if (text := known.get(name))]
        if tag in VOID:
            return
        above = self.open[-1] if self.open else _Open("", "", "", "", hidden=False)
        inside = next((ZONES[name] for name in (tag, *classes) if name in ZONES), "")
        zone = inside or above.zone
        if (inside or tag in ("li", "dd", "dt", "div", "p")) and zone:
            self.cells.append(Cell(zone, [], tag == "th" and known.get("scope") == "col"))
        address = known.get("data-address") or above.address
        tally = known.get("data-tally") or above.tally
        self.days += [known.get("datetime") or ""] if tag == "time" else []
        hidden = above.hidden or tag in ("script", "style", "svg", "time") or "pg-sr" in classes
        self.open.append(_Open(tag, zone, address, tally, hidden))

    def handle_endtag(self, tag: str) -> None:
        """Something ends."""
        while self.open and self.open.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Text, as part of the cell that is open."""
        above = self.open[-1] if self.open else None
        if above is None or above.hidden or not (above.zone or above.address):
            return
        if not self.cells:
            self.cells.append(Cell("", []))
        pieces = self.cells[-1].pieces
        if pieces and (pieces[-1].address, pieces[-1].tally) == (above.address, above.tally):
            pieces[-1].text += data
        else:
            pieces.append(Piece(above.zone, data, above.address, above.tally))


def texts(node: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text inside a chart's data, with its path."""
    if isinstance(node, str):
        yield path, node
    elif isinstance(node, dict):
        for key, value in node.items():
            yield from texts(value, f"{path}.{key}")
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from texts(value, f"{path}[{index}]")
