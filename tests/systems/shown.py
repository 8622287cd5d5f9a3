"""What the pages of the example show: the cells of every table, chart, board, tree and strip, as readers see them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from plangen.catalogue import kinds
from plangen.site.edition import Edition
from plangen.views import Block, Board, Cards, Chart, Fold, Group, Slip, Strip, Table, Text, Tree
from plangen.workspace import Workspace
from unit.sections.reading import text

Cells = tuple[str, ...]


@dataclass(frozen=True)
class Example:
    """The example handbook, opened once."""

    workspace: Workspace

    @cached_property
    def editions(self) -> dict[int, Edition]:
        """Each year on its way to pages."""
        return {
            year: Edition(self.workspace.scope(year), kinds(), (), self.workspace.excerpt)
            for year in self.workspace.years
        }

    @cached_property
    def told(self) -> set[tuple[str, int | None, str]]:
        """Code, year and address of everything that is found in the example as it is."""
        return {(finding.code, finding.year, str(finding.address or "")) for finding in self.workspace.findings}

    def page(self, path: str) -> dict[str, list[Cells]]:
        """The blocks of a page such as `2026/noodles/budget`: `table costs-lines`, `text` → rows of cells.

        Raises KeyError where the site has no such page.
        """
        year, _, rest = path.partition("/")
        plan, _, name = rest.rpartition("/")
        edition = self.editions[int(year)]
        scope = edition.plans[plan]
        found: dict[str, list[Cells]] = {}
        if name == "index":
            found["chapters"] = [(chapter.title,) for chapter in edition.chapters(scope.plan)]
        elif name not in {chapter.name for chapter in edition.chapters(scope.plan)}:
            raise KeyError(path)
        if name in scope.plan.sections:
            for block in edition.section_blocks(scope, name):
                _gather(block, found)
        if name in scope.plan.narratives:
            found.setdefault("text", []).append((scope.plan.narratives[name].body,))
        return found


def holds(found: list[Cells], wanted: str) -> bool:
    """Whether some row has these cells, in this order: `终端客户 ; 720`. A cell that ends in `…` is a beginning."""
    cells = [cell.strip() for cell in wanted.split(";")]
    return any(_in_order(cells, row) for row in found)


def _in_order(cells: list[str], row: Cells) -> bool:
    waiting = iter(row)
    return all(any(_is(cell, there) for there in waiting) for cell in cells)


def _is(cell: str, there: str) -> bool:
    return there.startswith(cell[:-1]) if cell.endswith("…") else there == cell


def _gather(block: Block, found: dict[str, list[Cells]]) -> None:
    if isinstance(block, Group | Fold | Slip):
        for part in block.blocks:
            _gather(part, found)
        return
    name = _name(block)
    if name:
        found.setdefault(name, []).extend(_rows(block))
    table = block if isinstance(block, Table) else getattr(block, "table", None)
    for row in table.rows if table else ():
        if row.under:
            _gather(row.under.table, found)


def _name(block: Block) -> str:
    if isinstance(block, Chart | Tree):
        return f"{block.kind if isinstance(block, Chart) else 'tree'} {block.id}"
    if isinstance(block, Text | Cards):
        return type(block).__name__.lower()
    table = block if isinstance(block, Table) else getattr(block, "table", None)
    return f"{type(block).__name__.lower()} {table.id}" if table else ""


def _rows(block: Block) -> Iterator[Cells]:
    if isinstance(block, Text):
        yield (text(block.line),)
    elif isinstance(block, Cards):
        yield from ((card.label, text(card.figure), text(card.note)) for card in block.cards)
    elif isinstance(block, Tree):
        yield from ((node.title, text(node.fact)) for node in block.nodes)
    elif isinstance(block, Table):
        yield from _of_table(block)
    elif isinstance(block, Chart):
        yield (text(block.title), text(block.subtitle))
        yield from _of_table(block.table)
    elif isinstance(block, Board):
        yield from ((panel.title, *(text(item[0]) for item in panel.items)) for panel in block.panels)
        yield from _of_table(block.table)
    elif isinstance(block, Strip):
        yield from ((stage.title, *(text(line) for line in stage.lines)) for stage in block.stages)
        yield from _of_table(block.table)


def _of_table(table: Table) -> Iterator[Cells]:
    yield (table.title, text(table.subtitle))
    yield from (tuple(text(cell) for cell in row.cells) for row in table.rows)
    yield from ((text(note),) for note in table.notes)
