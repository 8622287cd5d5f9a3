"""Tables as HTML: two-level heads, row headings, row roles, columns that narrow screens hide."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from plangen.render.html.decimals import level
from plangen.render.html.heat import STEPS, heat
from plangen.render.html.legend import legend
from plangen.render.html.money import money_in, money_of
from plangen.render.html.partial import fill
from plangen.render.html.place import Place
from plangen.render.tree_layout import text_width
from plangen.values import record
from plangen.views import Column, Line, Row, Table, telling

if TYPE_CHECKING:
    from markupsafe import Markup

_TINY, _SHORT = 4.5, 8.6
_FEW = 3


@record
class Head:
    """One cell of the upper head row: a group's text and how many columns it spans."""

    text: str
    span: int
    phone: int
    edge: bool


@record
class Cell:
    """One cell with the classes that its column gives it, and its unit of money where only its row says it."""

    line: Line
    css: str
    money: str = ""


def render_table(table: Table, place: Place) -> "Markup":
    """A table that stands openly on the page, under its own heading unless the heading above says the same."""
    table = _narrow(telling(table))
    title = "" if table.title == place.above else table.title
    anchor = place.anchor(table.id)
    return fill(
        "table",
        table=table,
        title=title,
        anchor=anchor,
        level=place.level,
        hidden=sum(not column.phone for column in table.columns),
        key=place.word("legend"),
        legend=legend(table, place.ctx.language),
        depths=[f"pg-heat{step}" for step in range(1, STEPS + 1)] if heat(table) else [],
        grid=_grid(table, place, folded=False),
        place=place,
    )


def _narrow(table: Table) -> Table:
    """The table as narrow screens have it: of so few columns none has to hide."""
    if len(table.columns) > _FEW:
        return table
    return replace(table, columns=tuple(replace(column, phone=True) for column in table.columns))


def render_folded(table: Table, place: Place, *, quiet: bool = False, above: str = "") -> "Markup":
    """The table behind a drawn block, folded.

    `quiet` keeps its handle back until the block is looked at; `above` is the anchor of the block, which names it then.
    """
    return fill("data", table=table, quiet=quiet, told=above, grid=_grid(table, place, folded=True), place=place)


def _grid(table: Table, place: Place, *, folded: bool) -> "Markup":
    table = level(telling(table), place.ctx.language)
    css = _column_css(table.columns)
    money = [money_of(table, at) for at in range(len(table.columns))]
    several = [None if told else column for column, told in zip(table.columns, money, strict=True)]
    hot = {} if folded else heat(table)
    return fill(
        "grid",
        table=table,
        label=table.title or place.above,
        heads=tuple(_heads(table.columns)),
        columns=[
            (column, names, told, place.head(column.title, folded=folded))
            for column, names, told in zip(table.columns, css, money, strict=True)
        ],
        rows=[
            (
                row,
                place.anchor(row.id, folded=folded),
                [replace(cell, money=place.unit(cell.money)) for cell in _cells(row, css, several, _of_row(hot, at))],
                _under(row, place),
            )
            for at, row in enumerate(table.rows)
        ],
        place=place,
    )


def _of_row(hot: Mapping[tuple[int, int], str], number: int) -> dict[int, str]:
    return {place: name for (row, place), name in hot.items() if row == number}


def _under(row: Row, place: Place) -> "Markup | None":
    """What is folded away under a row, finished."""
    if row.under is None:
        return None
    under, anchor = row.under, place.anchor(row.under.id)
    return fill("under", under=under, anchor=anchor, grid=_grid(under.table, place, folded=True), place=place)


def _heads(columns: tuple[Column, ...]) -> Iterator[Head]:
    start = 0
    for text, group in groupby(columns, key=lambda column: column.group):
        members = list(group)
        yield Head(text, len(members), sum(column.phone for column in members), edge=start > 1)
        start += len(members)


def _column_css(columns: tuple[Column, ...]) -> list[str]:
    """Classes of each column: numeric, hidden on phones, first of a group."""
    css: list[str] = []
    for place, column in enumerate(columns):
        before = columns[place - 1] if place else None
        marks = (
            ("pg-n", column.numeric),
            ("pg-wide", not column.phone),
            ("pg-edge", place > 1 and before is not None and before.group != column.group),
        )
        css.append(" ".join(name for name, holds in marks if holds))
    return css


def _cells(row: Row, css: list[str], several: list[Column | None], hot: Mapping[int, str]) -> Iterator[Cell]:
    """The cells of a row; `several` are the columns in which each amount may have a unit of its own."""
    for place, names in enumerate(css):
        line, column = row.cells[place] if place < len(row.cells) else (), several[place]
        length = "" if names.startswith("pg-n") else _length(line, first=not place)
        money = money_in(line, column) if column else ""
        yield Cell(line, " ".join(name for name in (names, length, hot.get(place, "")) if name), money)


def _length(line: Line, *, first: bool) -> str:
    """The class of a cell whose few words must not be broken: names of roles, dates. Numbers never are."""
    texts = (part if isinstance(part, str) else getattr(part, "text", "") for part in line)
    width = text_width("".join(texts), 1.0)
    if not line:
        return "pg-blank" if first else ""
    return "pg-tiny" if 0 < width <= _TINY else "pg-short" if 0 < width <= _SHORT else ""
