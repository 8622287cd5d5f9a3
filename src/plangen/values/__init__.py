"""Floor 0: numbers with units, periods, addresses, places. Knows nothing of plans."""

from plangen.values.address import Address
from plangen.values.agreement import agrees, widened
from plangen.values.decimals import EXACT, half_up, half_up_ratio
from plangen.values.figure import Figure, Key
from plangen.values.formulated import Formulated
from plangen.values.ids import check_id
from plangen.values.language import DOT, Language, Pair, dotted, is_chinese, missing, named, say, source, told
from plangen.values.number_words import unit_words, write_unit
from plangen.values.numeral import folded
from plangen.values.period import FULL_YEAR, Period, plain_period
from plangen.values.quantity import Quantity, total
from plangen.values.reading import UNSET_WORDS, is_unset, read_quantity, read_ratio
from plangen.values.record import record
from plangen.values.refused import Refused
from plangen.values.span import Span
from plangen.values.unit import DAY, MONTH, NONE, PEOPLE, POINT, SHARE, YUAN, Unit
from plangen.values.writing import asked_digits, in_unit, plain, write_number, write_quantity

__all__ = [
    "DAY", "DOT", "EXACT", "FULL_YEAR", "MONTH", "NONE", "PEOPLE", "POINT", "SHARE", "UNSET_WORDS", "YUAN", "Address",
    "Figure", "Formulated", "Key", "Language", "Pair", "Period", "Quantity", "Refused", "Span", "Unit", "agrees",
    "asked_digits", "check_id", "dotted", "folded", "half_up", "half_up_ratio", "in_unit", "is_chinese", "is_unset",
    "missing", "named", "plain", "plain_period", "read_quantity", "read_ratio", "record", "say", "source", "told",
    "total", "unit_words", "widened", "write_number", "write_quantity", "write_unit",
]  # fmt: skip
