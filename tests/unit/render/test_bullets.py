"""Bullets: bars against ticks, bands behind them, and the numbers at their ends."""

from decimal import Decimal
from typing import Any

from plangen.render.plotly import figure
from plangen.render.tree_layout import text_width
from plangen.values import YUAN, Address, Quantity
from plangen.views import Chart, Column, Line, Row, Table
from unit.render.samples import money, number


def draw(given: Chart, *, narrow: bool = False) -> dict[str, Any]:
    """A figure, with its parts open to indexing."""
    return figure(given, narrow=narrow)


def named(amount: int, item: str) -> Line:
    """A number in 万元 that names its figure."""
    return number(money(amount), address=Address("demo", "objectives", (item,), "target"))


def test_a_bullet_is_a_bar_against_a_tick() -> None:
    """The bar as long as what was reached, the tick at the target, the bands behind from the widest on."""
    columns = (Column("a", "项"), *(Column(key, key, numeric=True) for key in ("b", "t", "low", "high")))
    row = Row((("山东",), number(money(80)), number(money(100)), number(money(70)), number(money(90))))
    encode = {"label": "a", "value": "b", "target": "t", "bands": "low,high"}
    drawn = draw(Chart("c", "bullet", "题", "万元", Table("t", "", columns, (row,)), encode, "万元"))
    high, low, bar, target = drawn["data"]
    assert (high["x"], low["x"], bar["x"]) == ([90.0], [70.0], [80.0])
    assert bar["width"] < 0.5
    (tick,) = drawn["layout"]["shapes"]
    assert (tick["x0"], tick["x1"], tick["line"]["dash"]) == (100.0, 100.0, "solid")
    assert (target["x"], target["customdata"], target["marker"]["color"]) == ([100.0], ["t 100"], "rgba(0,0,0,0)")
    notes = drawn["layout"]["annotations"]
    assert [note["text"] for note in notes] == ["80", "/ 100"]
    assert notes[0]["xshift"] < notes[1]["xshift"]


def test_each_number_of_a_bullet_names_its_own_figure() -> None:
    """Bar, tick and the texts behind them; one number each, so that each can be asked."""
    columns = tuple(Column(key, key, numeric=key != "a") for key in "abtn")
    row = Row((("山东",), named(80, "b"), named(100, "t"), named(90, "n")))
    encode = {"label": "a", "value": "b", "target": "t", "note": "n"}
    given = Chart("c", "bullet", "题", "万元", Table("t", "", columns, (row,)), encode, "万元")
    drawn = draw(given)
    b, t, n = (f"demo:objectives/{name}.target" for name in "btn")
    assert [(trace["customdata"], trace["meta"]) for trace in drawn["data"]] == [(["b 80"], [b]), (["t 100"], [t])]
    notes = [(note["text"], note["name"]) for note in drawn["layout"]["annotations"]]
    assert notes == [("80", b), ("/ 100", t), ("90 万元", n)]
    narrow = draw(given, narrow=True)
    assert [note["name"] for note in narrow["layout"]["annotations"]] == [n]


def test_the_words_at_the_end_fit_on_paper() -> None:
    """However wide the drawing is: the last number ends before the edge that is kept free for the numbers."""
    columns = tuple(Column(key, key, numeric=key != "a") for key in "abtn")
    row = Row((("终端客户",), number(money(708)), number(money(720)), number(money(983))))
    encode = {"label": "a", "value": "b", "target": "t", "note": "n"}
    layout = draw(Chart("c", "bullet", "题", "万元", Table("t", "", columns, (row,)), encode, "万元"))["layout"]
    last = layout["annotations"][-1]
    assert last["x"] <= layout["xaxis"]["range"][1]
    assert last["xshift"] + text_width(last["text"], layout["font"]["size"]) <= layout["margin"]["r"]


def test_a_bullet_of_a_range_has_two_dotted_ticks() -> None:
    """Both ends of the target are shown, and what is not set has no bar."""
    ranged = number(Quantity.range_(Decimal(1_000_000), Decimal(1_500_000), YUAN))
    columns = tuple(Column(key, key, numeric=key != "a") for key in "abt")
    rows = (Row((("山东",), number(Quantity.unset_(YUAN)), ranged)),)
    encode = {"label": "a", "value": "b", "target": "t"}
    drawn = draw(Chart("c", "bullet", "题", "万元", Table("t", "", columns, rows), encode, "万元"))
    assert [(tick["x0"], tick["line"]["dash"]) for tick in drawn["layout"]["shapes"]] == [
        (100.0, "dot"),
        (150.0, "dot"),
    ]
    assert not [trace for trace in drawn["data"] if trace["type"] == "bar" and trace["x"]]
