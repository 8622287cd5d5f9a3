"""Field types: what a section's fields may hold, and how a typed scalar becomes a value.

A field typed with one of the quantity types becomes a figure with address, unit and source by itself.
"""

from collections.abc import Callable, Mapping
from datetime import date
from re import compile as pattern
from re import escape
from typing import Annotated, Any

from pydantic import BeforeValidator, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from plangen.formula import parse_formula
from plangen.model.label import LANGUAGES, read_label
from plangen.values import (
    UNSET_WORDS,
    YUAN,
    Formulated,
    Period,
    Quantity,
    Refused,
    check_id,
    is_unset,
    read_quantity,
    record,
)
from plangen.values.kinds import KINDS
from plangen.values.numeral import fold
from plangen.values.words import CURRENCIES

FOREIGN = CURRENCIES.difference(YUAN.over)
"""Currencies that no handbook has: its amounts are all in the one of its settings."""
_DAY = pattern(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")


@record
class Reads:
    """Makes a field read its value by a function alone.

    Unlike pydantic's own plain validator this builds no schema of the result's class, which costs half the start-up
    time of `plangen check`. `schema` is the field's JSON Schema. With `told` the function gets the handbook's language
    too.
    """

    read: Callable[..., Any]
    schema: Mapping[str, Any]
    told: bool = False

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """The reading function is the whole schema."""
        if self.told:
            return core_schema.with_info_plain_validator_function(
                lambda value, info: self.read(value, (info.context or {}).get("language", LANGUAGES[0]))
            )
        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """What editors are told about the field."""
        return dict(self.schema)

    def __hash__(self) -> int:
        return hash(self.read)


@record
class LabelField:
    """Marks a field as a text for readers, which may be a mapping from languages to texts; `many` for a list."""

    many: bool = False


@record
class QuantityField:
    """Marks a field as a figure; `kind` is what `read_quantity` takes."""

    kind: str


@record
class RefField:
    """Marks a field as a reference; `kind` is the section a plain id belongs to ('' = an address is needed).

    `figure` says that it takes a figure and not an item.
    """

    kind: str
    figure: bool = False


@record
class Day:
    """A calendar day, or one that is expected and not set yet (`value` None)."""

    value: date | None

    @property
    def unset(self) -> bool:
        """Whether the day is expected and not known yet."""
        return self.value is None


def scalar(value: Any) -> str:
    """The text of a scalar. Finds PG219 for a mapping or list, PG218 for an empty value."""
    if not isinstance(value, str):
        raise Refused("PG219", expected_zh="一个值", expected_en="a single value")
    if value.strip() == "":
        raise Refused("PG218")
    return value


def read_day(value: Any) -> Day:
    """An ISO date (`2025-05-08`, also `2025-5-8`, also in full-width digits) or 待定. Finds PG208, PG204."""
    text = scalar(value).strip()
    plain = fold(text)
    if is_unset(plain):
        return Day(None)
    written = _DAY.fullmatch(plain)
    try:
        year, month, day = map(int, written.groups() if written else ())
        return Day(date(year, month, day))
    except ValueError:
        raise Refused("PG208", text=text if len(text) <= 40 else f"{text[:40]}…") from None


def several(value: Any) -> tuple[str, ...]:
    """The texts of a list, or of a scalar alone. Finds PG219 for a mapping, PG218 for an empty value."""
    return tuple(scalar(part) for part in value) if isinstance(value, list) else (scalar(value),)


def read_labels(value: Any, own: str) -> tuple[str, ...]:
    """The texts of a list, or of one alone; each may be told in several languages."""
    return tuple(read_label(part, own) for part in (value if isinstance(value, list) else (value,)))


def _identifier(value: Any) -> str:
    text = scalar(value)
    check_id(text)
    return text


def _quantity(kind: str, example: str, typed: tuple[str, str] = ("", "")) -> Any:
    """A field of a kind of quantity. `typed` says, in Chinese and English, why it takes no formula."""

    def read(value: Any) -> Quantity:
        if isinstance(value, Quantity):
            return value
        text = scalar(value)
        if text.lstrip()[0] in "=＝":
            if any(typed):
                raise Refused("PG310", why_zh=typed[0], why_en=typed[1])
            return _formulated(text.rstrip(), kind)
        quantity = read_quantity(text, kind=kind)
        if FOREIGN.intersection(quantity.unit.over):
            raise Refused("PG205", text=value, expected=("元, 万元, 亿元", "CNY, million CNY, billion CNY"))
        return quantity

    schema = {"type": ["string", "number"], "examples": [example], "x-plangen": kind}
    return Annotated[Quantity, Reads(read, schema), QuantityField(kind)]


def _formulated(text: str, kind: str) -> Formulated:
    """A value that begins with `=`. Finds what `parse_formula` finds, in columns of the whole text."""
    lead = len(text) - len(text.lstrip()) + 1
    try:
        parse_formula(text[lead:])
    except Refused as refused:
        raise Refused(refused.code, lead + refused.offset, **refused.args_) from None
    return Formulated(None, None, KINDS[kind].default, unset=True, formula=text[lead:], lead=lead, kind=kind)


def read_period(value: Any) -> Period:
    """A period of the plan year, such as `M06..M12`. Finds PG229."""
    if isinstance(value, Period):
        return value
    text = scalar(value).strip()
    try:
        return Period.parse(text)
    except Refused:
        raise Refused("PG229", text=text) from None


def _choice(value: Any) -> Any:
    return scalar(value)


# Each takes a number, or a formula that begins with `=`; those called Stated… and Step take a number only.
Money = _quantity("money", "1092万元")
"""An amount of money, stored in the currency's base unit (元)."""
Amount = _quantity("amount", "9500元/月")
"""An amount of money, or of money per time."""
Rate = _quantity("rate", "7.5万元/人/月")
"""An amount per something."""
Count = _quantity("count", "≥13家")
"""A number of countable things, in any counting unit."""
People = _quantity("people", "4人")
"""A number of people."""
Share = _quantity("share", "25%")
"""A part of a whole, stored as a ratio: 25% is 0.25."""
Measured = _quantity("any", "200家")
"""A quantity in any unit, which must be written; 1092万 implies the currency."""
Target = _quantity("any", "1092万元")
"""A quantity in any unit: what is to be reached."""
Months = _quantity("months", "3月")
"""A number of months."""

_CLAIM = ("文件怎么写就怎么填，好跟算出来的对照", "it holds what the paper says, to be compared with what is computed")
_FACT = ("它是已经发生的数", "it is what has happened")
_SETTING = ("它是设置，要在计算之前定下来", "it is a setting that must be known before anything is computed")
StatedAmount = _quantity("amount", "9500元/月", _CLAIM)
"""An amount as the paper has it."""
StatedCount = _quantity("count", "≥13家", _CLAIM)
"""A number of things as the paper has it."""
StatedMeasured = _quantity("any", "200家", _CLAIM)
"""A quantity as the paper has it."""
StatedPeople = _quantity("people", "4人", _CLAIM)
"""A number of people as the paper has it."""
Known = _quantity("any", "200家", _FACT)
"""A quantity that was reported, or that held before."""
Step = _quantity("any", "0.1万元", _SETTING)
"""The smallest unit of computed parts."""
SetShare = _quantity("share", "5%", _SETTING)
"""A share that is a setting: how far 约 may be off, where a band ends."""

_UNSET = "|".join(map(escape, UNSET_WORDS))
ISO_DAY = {"type": "string", "examples": ["2025-05-08"], "pattern": rf"^(\d{{4}}-\d{{1,2}}-\d{{1,2}}|{_UNSET})$"}
Date = Annotated[Day, Reads(read_day, ISO_DAY)]
"""A day, or 待定."""
_LABEL: dict[str, Any] = {
    "anyOf": [
        {"type": "string"},
        {"type": "object", "propertyNames": {"enum": list(LANGUAGES)}, "additionalProperties": {"type": "string"}},
    ],
    "x-plangen": "label",
}
Text = Annotated[str, Reads(read_label, _LABEL, told=True), LabelField()]
"""A text for readers, never empty, never re-typed: `no`, `007` and `9:00` stay as typed. It may be a mapping from
languages to texts."""
Texts = Annotated[
    tuple[str, ...],
    Reads(
        read_labels, {"anyOf": [*_LABEL["anyOf"], {"type": "array", "items": _LABEL}], "x-plangen": "labels"}, told=True
    ),
    LabelField(many=True),
]
"""One text for readers or a list of them."""
Plain = Annotated[str, Reads(scalar, {"type": "string"})]
"""A text that names something: a file, a code, an address. It is the same in every language."""
Plains = Annotated[
    tuple[str, ...],
    Reads(several, {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
"""One such text or a list of them."""
_ID = {"type": "string", "pattern": r"^\p{L}[\p{L}\p{N}_-]*$"}
_ID_OR_IDS = {"anyOf": [_ID, {"type": "array", "items": _ID}]}
Id = Annotated[str, Reads(_identifier, _ID)]
"""An id: a letter first, then letters, digits, `_` and `-`."""
Ids = Annotated[
    tuple[str, ...],
    Reads(lambda value: tuple(map(_identifier, value if isinstance(value, list) else (value,))), _ID_OR_IDS),
]
"""One id or a list of ids."""
Span_ = Annotated[Period, Reads(read_period, {"type": "string", "examples": ["M06..M12", "FY"]})]
"""A period of the plan year."""
Chosen = BeforeValidator(_choice)
"""Put before a Literal, so that a mapping is refused with one finding."""


def reference(kind: str, *, figure: bool = False) -> Any:
    """A reference to an item of a section kind by id or address, or to anything by address (`kind` '').

    With `figure` it must lead to a number.
    """
    return Annotated[str, Reads(scalar, {"type": "string"}), RefField(kind, figure)]


def references(kind: str) -> Any:
    """One reference or a list of them."""
    schema = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
    return Annotated[tuple[str, ...], Reads(several, schema), RefField(kind)]


RoleRef = reference("org")
"""A role by id: looked for in the plan's organisation, then in its ancestors'."""
RoleRefs = references("org")
"""One role or a list of roles."""
