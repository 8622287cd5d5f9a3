"""What a chart reads from its table: labels, quantities, colour slots."""

from dataclasses import replace

from plangen.render.plain import figure_name, plain_text
from plangen.values import record
from plangen.values.quantity import Quantity
from plangen.values.refused import Refused
from plangen.values.writing import in_unit, write_quantity
from plangen.views import Chart, Dot, Line, Num, Row

_MEMBERS = 6


@record
class Point:
    """One value of a chart. `low` and `high` in the chart's unit, None where open; `text` as a reader writes it.

    A number of another unit than the chart is unset here: it has no place in it, and its `text` says its own unit.
    `figure` names the figure that it shows, or several with ` + ` between them where it is their sum.
    """

    low: float | None
    high: float | None
    text: str
    unset: bool = False
    tone: str = ""
    figure: str = ""

    @property
    def solid(self) -> float:
        """What is drawn filled: the known number, or the low end; 0 where there is none."""
        return self.low if self.low is not None else 0.0

    @property
    def far(self) -> float:
        """The far end of what is drawn, hatched part included."""
        return self.high if self.high is not None else self.solid


def safe(text: str) -> str:
    """A text for a plotly label: plotly reads a little HTML there, links and styles among it."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def words_of(line: Line, language: str) -> str:
    """The readable text of a line."""
    return plain_text(line, language).strip()


def cell(chart: Chart, row: Row, key: str) -> Line:
    """The cell of a row under a column key, empty where the chart has no such column.

    Raises KeyError where the key is named but the table has no such column.
    """
    if not key:
        return ()
    for place, column in enumerate(chart.table.columns):
        if column.key == key:
            return row.cells[place] if place < len(row.cells) else ()
    raise KeyError(f"chart {chart.id} names the column {key}, which its table does not have")


def slot_of(row: Row) -> int:
    """The member colour of a row: that of its dot, 0 without one or beyond six."""
    dots = [part.slot for line in row.cells for part in line if isinstance(part, Dot)]
    return dots[0] if dots and 1 <= dots[0] <= _MEMBERS else 0


def point(chart: Chart, line: Line, language: str) -> Point | None:
    """The first number of a cell; None for a cell without one, or not applicable."""
    for part in line:
        if isinstance(part, Num):
            return None if part.quantity is None else measure(chart, part.quantity, part, language)
    return None


def measure(chart: Chart, quantity: Quantity, num: Num, language: str) -> Point:
    """A quantity as it is drawn and written in a chart; unset, and in its own unit, where that is not the chart's."""
    unit = chart.unit or num.unit
    known = replace(quantity, missing=0)
    sign = "+" if num.signed and quantity.low is not None and quantity.low > 0 else ""
    try:
        text = write_quantity(known, unit, num.digits, with_unit=False, language=language)
    except Refused:
        text = write_quantity(known, "", num.digits, language=language)
        return Point(None, None, sign + text, unset=True, figure=figure_name(num))
    unset = quantity.unset or (quantity.low is None and quantity.high is None)
    low, high = _number(quantity.low, unit, language), _number(quantity.high, unit, language)
    return Point(low, high, sign + text, unset, num.tone, figure_name(num))


def _number(value: object, unit: str, language: str) -> float | None:
    from decimal import Decimal

    if not isinstance(value, Decimal):
        return None
    return float(in_unit(value, unit, language) if unit else value)
