"""A page as the second reader reads it: its numbers without origin, and those that are not what their figure is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from independent.built import Site
from independent.forms import orphans
from independent.pages import Cell, Page, Piece
from independent.shown import named, shows

STRICT = ("table", "card", "strip", "tree")
"""Where a number that names no figure is none of the declared forms: an error."""
_ORDINAL = r"\d+(?: ↺ \d{1,2})?"


@dataclass(frozen=True)
class Read:
    """A page as it was read."""

    site: Site
    year: int
    name: str
    page: Page
    content: str
    """What planners wrote, and what the checks say of it."""

    def html(self) -> str:
        """Its HTML, with the address of each number."""
        return self.site.html(self.site.root / self.name)

    def orphans(self) -> Iterator[tuple[str, str, str]]:
        """Numbers without origin."""
        for cell in self.page.cells:
            for piece in cell.pieces:
                yield from ((self.name, piece.zone, part) for part in self._unnamed(cell, piece))

    def _unnamed(self, cell: Cell, piece: Piece) -> list[str]:
        if piece.address or piece.tally:
            return []
        if cell.place and re.fullmatch(_ORDINAL, cell.text.strip()):
            return [] if self._is_place(cell) else [piece.text]
        found = orphans(piece.text, self.content, sentence=piece.zone not in STRICT)
        return [part for part in found if not (cell.heading and self._is_length(part))]

    def _is_place(self, cell: Cell) -> bool:
        """Whether a cell says the place of its row, and at most where that leads back to; or the paper's own number."""
        said = cell.text.split(" ↺ ")[0].strip()
        typed = cell.rule and re.search(rf'number: "?{said}"?(?=[\s,}}])', self.content)
        return said == str(cell.place) or bool(typed)

    def _is_length(self, text: str) -> bool:
        """Whether the only number of a column's heading is a number of months that some figure of the year is."""
        said = re.findall(r"\d[\d,.]* 个月", text)
        return len(re.findall(r"\d[\d,.]*", text)) == len(said) == 1 and (self.year, said[0]) in self.site.written

    def disagreements(self) -> Iterator[tuple[str, str, str]]:
        """Numbers that are not what their figure is."""
        for cell in self.page.cells:
            for piece in cell.pieces:
                if not piece.address:
                    continue
                number = named(piece.address, self.year, self.site.figures)
                if number is None or not shows(piece.text, number):
                    yield self.name, piece.address, piece.text
