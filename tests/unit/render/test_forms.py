"""Forms of single kinds: two sides, running shares, rectangles inside rectangles, long names, words inside bars."""

from decimal import Decimal
from typing import Any

import pytest

from plangen.render.plotly import figure
from plangen.render.plotly.sketch import two_lines
from plangen.render.tree_layout import text_width
from plangen.values import SHARE, Quantity, Unit
from plangen.views import Chart, Column, Line, Num, Row, Table
from unit.render.samples import days, money, number

PIECES = Unit(("条",))


def draw(given: Chart) -> dict[str, Any]:
    """A figure, with its parts open to indexing."""
    return figure(given)


def count(pieces: int) -> Line:
    """A number of factors."""
    return (Num(Quantity.exact(Decimal(pieces), PIECES), "条"),)


def sides(*rows: tuple[int, int, int]) -> dict[str, Any]:
    """A chart of what is for, against and neither."""
    columns = (Column("a", "领域"), Column("plus", "正面"), Column("minus", "负面"), Column("zero", "中性"))
    sheet = Table("t", "", columns, tuple(Row((("业绩",), *map(count, row))) for row in rows))
    encode = {"label": "a", "right": "plus", "left": "minus", "middle": "zero"}
    return draw(Chart("c", "diverging", "题", "条", sheet, encode, "条"))


def test_what_is_against_lies_left_of_the_line() -> None:
    """4 for, 8 against, 1 behind; nothing is drawn for none."""
    drawn = sides((4, 8, 1), (2, 0, 0))
    right, left, middle = drawn["data"]
    assert (right["base"], right["x"], right["y"]) == ([0.0, 0.0], [4.0, 2.0], ["r0", "r1"])
    assert (left["base"], left["x"], left["y"]) == ([-8.0], [8.0], ["r0"])
    assert (middle["base"], middle["x"]) == ([4.0], [1.0])
    texts = [note["text"] for note in drawn["layout"]["annotations"]]
    assert texts == ["<b>4</b>", "<b>2</b>", "<b>8</b>", "<b>1</b>", "正面 →　□ 中性", "← 负面"]
    assert sides((0, 0, 0))["data"] == []


def test_running_shares_stand_in_their_own_column() -> None:
    """At the right edge, beyond the longest number of a bar; each names its figure's own cell."""
    columns = (Column("a", "客户"), Column("b", "贡献", numeric=True), Column("s", "累计", "%", numeric=True))
    shares = [Quantity.exact(Decimal(part), SHARE) for part in ("0.6", "1")]
    rows = tuple(
        Row(((name,), number(money(value)), (Num(share, "%"),)))
        for name, value, share in zip("甲乙", (60, 40), shares, strict=True)
    )
    encode = {"label": "a", "value": "b", "running": "s"}
    layout = draw(Chart("c", "bar", "题", "万元", Table("t", "", columns, rows), encode, "万元"))["layout"]
    running = [note for note in layout["annotations"] if note.get("xref") == "paper"]
    assert [note["text"] for note in running] == ["60%", "100%"]
    (longest,) = {note["xshift"] for note in running}
    assert longest - text_width("100%", 13) > text_width("60", 13) + 6
    assert longest <= layout["margin"]["r"]


def test_a_rectangle_with_others_inside_has_its_number_beside_its_name() -> None:
    """Above them, on the page's own ground; the parts have the colours."""
    columns = (Column("a", "区域"), Column("b", "目标", numeric=True))
    rows = (
        Row((("华东",), number(money(9)))),
        Row((("江苏",), number(money(5))), level=1),
        Row((("浙江",), number(money(4))), level=1),
    )
    sheet = Table("t", "", columns, rows)
    (trace,) = draw(Chart("c", "treemap", "题", "万元", sheet, {"label": "a", "value": "b"}, "万元"))["data"]
    assert trace["labels"] == ["华东 <b>9</b>", "江苏", "浙江"]
    assert trace["parents"] == ["", "r0", "r0"]
    assert trace["marker"]["colors"][0] == "var(--pg-band)"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("区域细分", ["区域细分"]),
        ("写清合作客户的标准，复核现有客户", ["写清合作客户的标准，", "复核现有客户"]),
        ("与商场和工厂做推广、服务和终端形象", ["与商场和工厂做推广、", "服务和终端形象"]),
        ("Visit every customer of the first tier", ["Visit every customer", "of the first tier"]),
        ("一" * 40, ["一" * 13, "一" * 13 + "…"]),
    ],
)
def test_a_long_name_has_two_lines(text: str, lines: list[str]) -> None:
    """Broken behind a sign or between words, else in the middle; cut where two lines cannot hold it."""
    assert two_lines(text, 14) == lines


def test_a_bar_without_room_at_its_sides_has_its_words_inside() -> None:
    """A task of the whole year: in the colour of the page, from its first day."""
    columns = tuple(Column(key, key) for key in ("label", "start", "end", "days"))
    row = Row((("调查",), ("2026-01-01",), ("2026-12-31",), days(365)))
    sheet = Table("t", "", columns, (row,))
    layout = draw(Chart("c", "gantt", "", "", sheet, {column.key: column.key for column in columns}))["layout"]
    (note,) = layout["annotations"]
    assert (note["x"], note["xanchor"], note["font"]["color"]) == ("2026-01-01", "left", "var(--pg-bg)")
    assert layout["height"] > 80, "the axis above the bar has room"


@pytest.mark.parametrize(
    ("second", "said"), [("5000", {"4,000", "5,000", "9,000"}), ("3000.5", {"4,000.0", "3,000.5"})]
)
def test_long_numbers_lose_their_zeros_on_a_phone_together(second: str, said: set[str]) -> None:
    """Four narrow bars: 4,000.0 is written 4,000 where every number can be; one decimal for all else."""
    columns = tuple(Column(key, key, numeric=key != "a") for key in "abc")
    numbers = [Num(Quantity.exact(Decimal(part), PIECES), "条", digits=1) for part in ("4000", second)]
    rows = tuple(Row(((str(place),), *((each,) for each in numbers))) for place in range(4))
    sheet = Table("t", "", columns, rows)
    layout = figure(Chart("c", "stack", "题", "条", sheet, {"label": "a", "values": "b,c"}, "条"), narrow=True)[
        "layout"
    ]
    assert isinstance(layout, dict)
    texts = {note["text"].replace("<b>", "").replace("</b>", "") for note in layout["annotations"]} - {"b", "c"}
    assert {text.split()[-1] for text in texts} >= said
