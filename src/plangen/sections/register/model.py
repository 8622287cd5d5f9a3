"""Registers: tables by id, each with its columns and rows."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar, Literal, cast

from pydantic import Field, TypeAdapter, ValidationError, ValidationInfo, field_validator
from pydantic_core import InitErrorDetails

from plangen.findings import Finding
from plangen.formula import parse_formula, references
from plangen.model import Beside, Chosen, Dimensions, Entry, Id, Item, Plain, Section, Text
from plangen.sections.register.beside import KEYS, joined
from plangen.sections.register.codes import COMPUTED, NO_COLUMN, NO_NUMBER, RESERVED
from plangen.sections.register.column import Column
from plangen.sections.register.row import Row, Titled, row_type
from plangen.source import YamlMapping
from plangen.values import Refused
from plangen.values.near import did_you_mean


class Picture(Entry):
    """A chart of one column."""

    kind: Annotated[Literal["bar"], Chosen] = "bar"
    """How it is drawn."""
    of: Id
    """The column whose numbers are drawn, one bar a row."""


class Register(Item):
    """One register."""

    name: Text
    """What it is called."""
    columns: Annotated[dict[Id, Column], Field(min_length=1)]
    """The columns by id, in the order shown."""
    rows: dict[Id, Row] = Field(default_factory=dict)
    """The rows by id; each has a cell under the id of each column that is not computed."""
    cells: Plain | None = None
    """A CSV file beside this one with more rows: `id`, and the columns by id or name."""
    chart: Picture | None = None
    """A chart of one column."""

    def called(self, measure: str) -> str:
        """What the column of a number below it is called."""
        return self.columns[measure].name if measure in self.columns else ""

    @field_validator("columns", mode="after")
    @classmethod
    def _columns_fit(cls, columns: dict[str, Column]) -> dict[str, Column]:
        """No reserved word, and formulas of columns that there are."""
        wrong = [_wrong((name, "[key]"), _reserved(name)) for name in columns if _is_reserved(name)]
        for name, column in columns.items():
            wrong += [_wrong((name, "formula"), each) for each in _nameless(column, columns)]
        _raise(wrong)
        return columns

    @field_validator("rows", mode="wrap")
    @classmethod
    def _rows_fit(cls, value: Any, handler: Any, info: ValidationInfo) -> dict[str, Row]:
        """Each row by the columns; every mistake at once."""
        columns = info.data.get("columns")
        if columns is None:
            return {}  # what is wrong with the columns is told
        if not isinstance(value, dict) or not all(isinstance(row, dict) for row in value.values()):
            return cast("dict[str, Row]", handler(value))
        wrong = [_wrong((row, cell, "[key]"), each) for row, cell, each in _strange(value, columns)]
        known = {row: {cell: cells[cell] for cell in cells if _takes(cell, columns)} for row, cells in value.items()}
        made: Any = row_type(columns)
        reader: Any = TypeAdapter(dict[Id, made])
        try:
            rows = reader.validate_python(known, context=info.context)
        except ValidationError as error:
            wrong += [_again(each) for each in error.errors(include_url=False)]
        _raise(wrong)
        return cast("dict[str, Row]", rows)


class Registers(Section):
    """The file `register.yml`: registers by id."""

    root: ClassVar[str] = "items"
    invisible: ClassVar[frozenset[str]] = frozenset({"items"})
    side_files: ClassVar[frozenset[str]] = frozenset({"cells"})
    items: dict[Id, Register]
    """The registers by id."""

    @classmethod
    def joined(cls, node: YamlMapping, beside: Beside, dimensions: Dimensions) -> tuple[YamlMapping, list[Finding]]:
        """The registers with the rows of their CSV files."""
        del dimensions
        return joined(node, beside)


def _raise(wrong: list[InitErrorDetails]) -> None:
    if wrong:
        raise ValidationError.from_exception_data("register", wrong)


def _wrong(where: tuple[str, ...], refused: Refused) -> InitErrorDetails:
    return InitErrorDetails(type="value_error", loc=where, input=None, ctx={"error": refused})


def _again(detail: Any) -> InitErrorDetails:
    return InitErrorDetails(type=detail["type"], loc=detail["loc"], input=detail["input"], ctx=detail.get("ctx", {}))


def _is_reserved(name: str) -> bool:
    """Whether a column's id would hide something that every row has."""
    return name != "name" and (name in KEYS or hasattr(Titled, name) or name.startswith("model_"))


def _reserved(name: str) -> Refused:
    return Refused(RESERVED, name=name, plain=f"{name}-1")


def _takes(cell: str, columns: Mapping[str, Column]) -> bool:
    return cell in KEYS or (cell in columns and columns[cell].formula is None)


def _strange(
    rows: Mapping[str, Mapping[str, Any]], columns: Mapping[str, Column]
) -> Iterator[tuple[str, str, Refused]]:
    """The cells that no row can have: row, name, what is wrong."""
    typed = [name for name, column in columns.items() if column.formula is None]
    for row, cells in rows.items():
        for cell in cells:
            if cell in columns and columns[cell].formula is not None:
                yield row, cell, Refused(COMPUTED, name=cell)
            elif not _takes(cell, columns):
                zh, en = did_you_mean(cell, typed)
                yield row, cell, Refused(NO_COLUMN, name=cell, hint_zh=zh, hint_en=en, known=", ".join(typed))


def _nameless(column: Column, columns: Mapping[str, Column]) -> Iterator[Refused]:
    """The plain names of a formula that are no column with numbers."""
    if column.formula is None:
        return
    lead = len(column.formula) - len(column.formula.lstrip()) + 1
    known = [name for name, each in columns.items() if each.is_number]
    for each in references(parse_formula(column.formula[lead:]).root):
        if not each.text or {"/", ".", ":", "@"}.intersection(each.text) or each.text in known:
            continue
        there = each.text in columns
        zh, en = ("", "") if there else did_you_mean(each.text, known)
        numberless, unknown = ("这一列没有数", "has no numbers"), ("不是这张表的列", "is no column of the register")
        args = dict(zip(("why_zh", "why_en"), numberless if there else unknown, strict=True))
        args |= {"hint_zh": zh, "hint_en": en, "known": ", ".join(known) or "–"}
        yield Refused(NO_NUMBER, lead + each.start, name=each.text, **args)
