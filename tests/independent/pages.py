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
ORDINALS = ("步", "条")
"""What heads a column that says the place of each row."""


@dataclass
class Piece:
    """Text between two tags, or a whole number: where it stands, what it says, the figures (or count) that it names."""

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
    place: int = 0
    """In a column of ordinals, or as a title of a strip: the place of its row or stage, counted from 1; else 0."""
    rule: bool = False
    """Whether it heads a rule, which may have the number that the paper gave it."""

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
    wording: bool = False


def _is_wording(tag: str, classes: list[str]) -> bool:
    """Whether a tag shows how a text was changed: what is inside and around it is one text."""
    return tag in ("ins", "del") or (tag == "span" and not {"pg-good", "pg-bad"}.isdisjoint(classes))


class Page(HTMLParser):
    """One page: its cells, what its charts draw (JSON), and the days of its calendar.

    What a `time` element shows is a day, no quantity; the element says which.
    """

    def __init__(self, html: str, charts: list[str] | None = None) -> None:
        super().__init__()
        self.open: list[_Open] = []
        self.cells: list[Cell] = []
        self.charts = charts or []
        self._cut = False  # whether a tag stands between the last text and the next
        self._first: Cell | None = None  # what heads the first column of the open table
        self._place = 0  # of the open row in its group, of the open stage in its strip
        self.days: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Something begins: a zone, a number that names its figure."""
        known = dict(attrs)
        classes = (known.get("class") or "").split()
        self._cut |= not _is_wording(tag, classes)
        self._count(tag, classes)
        if tag in VOID:
            return
        above = self.open[-1] if self.open else _Open("", "", "", "", hidden=False)
        inside = next((ZONES[name] for name in (tag, *classes) if name in ZONES), "")
        zone = inside or above.zone
        if (inside or tag in ("li", "dd", "dt", "div", "p")) and zone:
            self._begin(zone, known.get("scope") or "", classes)
        address = known.get("data-address") or above.address
        tally = known.get("data-tally") or above.tally
        self.days += [known.get("datetime") or ""] if tag == "time" else []
        hidden = above.hidden or tag in ("script", "style", "svg", "time") or "pg-sr" in classes
        self.open.append(_Open(tag, zone, address, tally, hidden, _is_wording(tag, classes)))

    def _count(self, tag: str, classes: list[str]) -> None:
        """Rows from the beginning of their table or group, stages from the beginning of their strip."""
        if tag == "table":
            self._first = None
        if tag == "table" or "pg-strip" in classes or "pg-group" in classes:
            self._place = 0
        elif "pg-body" in classes or "pg-stage" in classes:
            self._place += 1

    def _begin(self, zone: str, scope: str, classes: list[str]) -> None:
        cell = Cell(zone, [], heading=scope == "col")
        if cell.heading and self._first is None:
            self._first = cell
        is_ordinal = scope == "row" and self._first is not None and self._first.text.strip() in ORDINALS
        if is_ordinal or "pg-stage__title" in classes:
            cell.place = self._place
            cell.rule = self._first is not None and self._first.text.strip() == ORDINALS[1]
        self.cells.append(cell)

    def handle_endtag(self, tag: str) -> None:
        """Something ends."""
        while self.open:
            closed = self.open.pop()
            self._cut |= not closed.wording
            if closed.tag == tag:
                break

    def handle_data(self, data: str) -> None:
        """Text, as part of the cell that is open. A space that keeps a number and its word together is a space."""
        data = data.replace("\xa0", " ")
        above = self.open[-1] if self.open else None
        if above is None or above.hidden or not (above.zone or above.address):
            return
        if not self.cells:
            self.cells.append(Cell("", []))
        pieces = self.cells[-1].pieces
        same = pieces and (pieces[-1].address, pieces[-1].tally) == (above.address, above.tally)
        if same and (above.address or above.tally or not self._cut):
            pieces[-1].text += data
        else:
            pieces.append(Piece(above.zone, data, above.address, above.tally))
        self._cut = False


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
