"""Gather what can be found from a page's blocks, before they become HTML."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from plangen.findings import message
from plangen.render.plain import plain_text
from plangen.site.search.entry import BETWEEN, Entry
from plangen.values import record
from plangen.views import (
    Block,
    Board,
    Cards,
    Chart,
    Column,
    Entries,
    Findings,
    Fold,
    Group,
    Heading,
    Inline,
    Line,
    Num,
    Row,
    Slip,
    Table,
    Text,
    Wording,
    Words,
)

_EMPTY = frozenset({"", "—"})
_WORD = re.compile(r"[^\W\d_]")
_DAYS = re.compile(r"\d[\d\s:至–-]*")
_SHORT = 12
"""No longer heading is shown as the kind of what stands below it."""


@record
class _Cell:
    """What a row says below one head; `is_value`: it tells how much or when."""

    head: str
    text: str
    is_value: bool


_NONE = _Cell("", "", is_value=False)


@dataclass
class Gathering:
    """The entries of one page, in order. `language` is that of the page's words.

    `outline`: the page lists what other pages have; what it is called and its first sentence are enough.
    """

    language: str
    outline: bool = False
    entries: list[Entry] = field(default_factory=list)
    heading: str = ""
    anchor: str = ""

    def add(self, entry: Entry) -> None:
        """Add an entry that says something, once."""
        if (entry.name or entry.text) and entry not in self.entries[-1:]:
            self.entries.append(entry)

    def lede(self, line: Line) -> None:
        """Add the sentence below the page's title."""
        self.add(Entry("", text=self._plain(line)))

    def blocks(self, blocks: Iterable[Block]) -> None:
        """Add what blocks say."""
        for block in () if self.outline else blocks:
            if isinstance(block, Fold | Slip | Group):
                self.blocks(block.blocks)
            elif isinstance(block, Table):
                self._table(block)
            else:
                self._block(block)

    def _block(self, block: Block) -> None:
        match block:
            case Heading():
                self.heading, self.anchor = block.text, block.id
                self.add(Entry(block.text, "", block.id, "", self._plain(block.aside)))
            case Text():
                self.add(Entry("", "", self.anchor, "", self._plain(block.line)))
            case Cards():
                for card in block.cards:
                    self._named(card.label, card.figure, card.note)
            case Entries():
                for main, small, right in block.rows:
                    self._named(main, right, small)
            case Board():
                self._board(block)
            case Chart():
                self.add(Entry(self._plain(block.title), "", block.id, "", self._plain(block.subtitle)))
            case Findings():
                self._findings(block)

    def _plain(self, wording: Wording) -> str:
        return " ".join(plain_text(wording, self.language).split())

    def _named(self, name: Wording, value: Wording, text: Wording) -> None:
        said = (self._plain(name), self._kind(), self.anchor, self._plain(value), self._plain(text))
        self.add(Entry(*said))

    def _kind(self, title: str = "") -> str:
        return next((text for text in (title, self.heading) if 0 < len(text) <= _SHORT), "")

    def _board(self, board: Board) -> None:
        for panel in board.panels:
            for main, small in panel.items:
                self.add(Entry(self._plain(main), panel.title, panel.id or self.anchor, "", self._plain(small)))

    def _findings(self, block: Findings) -> None:
        for each in block.findings:
            place = f"{each.span.file}:{each.span.line}"
            name = f"{each.code} {message(each, self.language)}"
            self.add(Entry(name, self._kind(), each.anchor, "", f"{each.waived or ''} {place}".strip()))

    def _table(self, table: Table) -> None:
        if table.title:
            said = [self._plain(table.subtitle), *map(self._plain, table.notes)]
            self.add(Entry(table.title, "", table.id, "", _joined(said)))
        heads = _heads(table.columns)
        for row in table.rows:
            self._row(table, heads, row)

    def _row(self, table: Table, heads: Sequence[str], row: Row) -> None:
        cells = [
            _Cell(head, text, _is_value(text, cell))
            for head, cell in zip(heads, row.cells, strict=False)
            if (text := self._plain(_with_units(cell))) not in _EMPTY
        ]
        if not cells:
            return
        first = next((place for place, cell in enumerate(cells) if _WORD.search(cell.text)), 0)
        name, rest = cells[first].text, cells[first + 1 :]
        value = next((cell for cell in rest if cell.is_value), _NONE)
        around = list(dict.fromkeys(cell for cell in rest if cell != value))
        kind, anchor = self._kind(table.title), row.id or table.id or self.anchor
        text = BETWEEN.join(cell.text for cell in around)
        self.add(Entry(name, kind, anchor, value.text, text, _told([value, *around])))
        if row.under is not None:
            self._table(row.under.table)


def _heads(columns: Sequence[Column]) -> list[str]:
    """What each column is called; the heading above goes before a title that another column has too."""
    titles = Counter(column.title for column in columns)
    return [f"{each.group if titles[each.title] > 1 else ''} {each.title}".strip() for each in columns]


def _told(cells: Sequence[_Cell]) -> tuple[str, ...]:
    """The head of each part, as texts are taken apart; what ends them without a head is left out."""
    heads: list[str] = []
    for cell in cells:
        heads += [cell.head, *[""] * cell.text.count(BETWEEN)]
    while heads and not heads[-1]:
        heads.pop()
    return tuple(heads)


def _with_units(cell: Line) -> Line:
    """A cell whose number says its unit, which the page has in the column's head; `33 /人` becomes `33 万元/人/月`."""
    first, *rest = cell or ("",)
    alone = all(_is_per(part) for part in rest)
    return (replace(first, with_unit=True),) if alone and isinstance(first, Num) and not first.said else cell


def _is_per(part: Inline) -> bool:
    """Whether a part of a cell says what its number is by: `/家`, ` per store`."""
    text = part.text if isinstance(part, Words) else part
    return isinstance(text, str) and text.lstrip().startswith(("/", "per "))


def _is_value(text: str, cell: Line) -> bool:
    """Whether a cell tells how much or when."""
    return any(isinstance(part, Num) and part.quantity is not None for part in cell) or bool(_DAYS.fullmatch(text))


def _joined(texts: Iterable[str]) -> str:
    return BETWEEN.join(dict.fromkeys(text for text in texts if text not in _EMPTY))
