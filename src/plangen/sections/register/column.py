"""Columns: what each cell of a register may hold, and the number below them."""

from typing import Annotated, Any, ClassVar, Literal

from plangen.formula import parse_formula, references
from plangen.model import Chosen, Entry, QuantityField, Text
from plangen.model.fields import Reads, scalar
from plangen.sections.register.codes import NO_FORMULA
from plangen.values import Formulated, Quantity, Refused, Unit, read_quantity
from plangen.values.kinds import KINDS

Type = Literal["text", "number", "quantity", "share", "date", "role", "choice", "link"]
NUMBERS = {"number": "number", "quantity": "any", "share": "share"}
"""The types that hold numbers, each with the kind of quantity that it reads."""
YES_NO = {"yes": True, "no": False, "true": True, "false": False}


def _flag(value: Any) -> bool:
    text = scalar(value).strip()
    if text.lower() not in YES_NO:
        raise Refused("PG220", text=text, expected="true, false")
    return YES_NO[text.lower()]


def _formula(value: Any) -> str:
    """A formula with its sign, as typed. Finds REG100, and what `parse_formula` finds in columns of the whole text."""
    text = scalar(value).rstrip()
    lead = len(text) - len(text.lstrip()) + 1
    if text.lstrip()[0] not in "=＝":
        raise Refused(NO_FORMULA, text=text)
    try:
        parse_formula(text[lead:])
    except Refused as refused:
        raise Refused(refused.code, lead + refused.offset, **refused.args_) from None
    return text


def formulated(text: str, kind: str) -> Formulated:
    """What a cell says that is a formula: its unit is not known, and its number not computed yet."""
    lead = len(text) - len(text.lstrip()) + 1
    unit = KINDS[kind].default
    return Formulated(None, None, unit, unset=True, formula=text[lead:], lead=lead, kind=kind)


def _unit(value: Any) -> str:
    text = scalar(value).strip()
    Unit.parse(text)
    return text


UnitText = Annotated[str, Reads(_unit, {"type": "string", "examples": ["元/辆"]})]
"""A unit as people write it."""
Flag = Annotated[bool, Reads(_flag, {"type": ["boolean", "string"], "examples": [True]})]
"""true or false."""
ColumnFormula = Annotated[
    str, Reads(_formula, {"type": "string", "examples": ["= price × count"], "pattern": "^[=＝]"})
]
"""A formula of other columns of the same row, by their ids."""


def _stated(value: Any) -> Quantity:
    return value if isinstance(value, Quantity) else read_quantity(scalar(value), kind="formula")


StatedTotal = Annotated[
    Quantity, Reads(_stated, {"type": ["string", "number"], "examples": ["5辆"]}), QuantityField("formula")
]
"""A number as the paper has it, with its unit or without one."""


class Column(Entry):
    """One column."""

    member: ClassVar[bool] = True
    name: Text
    """What it is called: the heading."""
    type: Annotated[Type, Chosen] = "text"
    """What its cells hold; `link` is the address of anything in the handbook."""
    unit: UnitText | None = None
    """The unit of its cells; a cell may then be a number alone, and one in another unit is refused."""
    choices: tuple[Text, ...] = ()
    """The values that a choice has."""
    required: Flag = False
    """Whether every row has to have it; a value that is not known yet is written 待定."""
    unique: Flag = False
    """Whether no two rows may have the same."""
    formula: ColumnFormula | None = None
    """Computes its cells of others in the same row: = price × count."""
    total: Annotated[Literal["sum", "mean", "min", "max", "count"], Chosen] | None = None
    """What stands below the column; `count` is how many rows have a value."""
    stated: StatedTotal | None = None
    """The total that the paper states, to be compared with the computed one."""

    @property
    def is_number(self) -> bool:
        """Whether its cells are figures."""
        return self.type in NUMBERS

    def named(self) -> frozenset[str]:
        """What its formula names, as it is written there; nothing of a column without one."""
        if self.formula is None:
            return frozenset()
        return frozenset(each.text for each in references(parse_formula(self.formula.strip()[1:]).root))

    @property
    def kind(self) -> str:
        """The kind of quantity that its cells are."""
        return NUMBERS.get(self.type, "any")
