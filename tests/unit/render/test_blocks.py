"""Every kind of block in HTML, and pages of them."""

import re
from dataclasses import replace
from typing import get_args

import pytest

from plangen.render.html import render_block, render_document, slot_marker
from plangen.views import (
    Block,
    Board,
    Card,
    Cards,
    Chart,
    Column,
    Document,
    Entries,
    Findings,
    Group,
    Heading,
    Row,
    Share,
    ShareBar,
    Slot,
    Stage,
    Strip,
    Table,
    Text,
    Tree,
    Words,
    YearCalendar,
)
from unit.render.page_reader import PageReader
from unit.render.samples import CONTEXT, blocks, document, table, tree, words

Drawn = Cards | Chart | Board | Tree | Strip | ShareBar | YearCalendar
DRAWN = [block for block in blocks() if isinstance(block, Drawn)]


def test_the_samples_leave_no_kind_out() -> None:
    """The samples leave no kind out."""
    assert {type(block) for block in blocks()} | {Findings, Slot} == set(get_args(Block))


@pytest.mark.parametrize("block", DRAWN, ids=lambda block: type(block).__name__)
def test_every_drawn_block_carries_its_table(block: Drawn) -> None:
    """Every drawn block carries its table."""
    page = PageReader(render_block(block, CONTEXT))
    assert page.all("details", "pg-data")
    assert len(page.all("tr")) >= 1 + len(block.table.rows)
    assert "数据表" in page.text


def test_a_page_has_one_h1_and_unique_anchors() -> None:
    """A page has one `h1` and unique anchors."""
    page = PageReader(render_document(document(), CONTEXT))
    assert len(page.all("h1")) == 1
    assert len(page.ids()) == len(set(page.ids()))


def test_rendering_twice_gives_the_same_bytes() -> None:
    """Rendering twice gives the same bytes."""
    first, second = (replace(CONTEXT, figures=[]) for _ in range(2))
    assert render_document(document(), first) == render_document(document(), second)
    assert first.figures == second.figures != []


def test_a_slot_leaves_its_marker_between_blocks() -> None:
    """A slot leaves its marker between blocks."""
    html = render_document(Document("页", (Text(("前",)), Slot(), Text(("后",)))), CONTEXT)
    before, after = html.split(slot_marker("narrative"))
    assert PageReader(before).open == PageReader(after).open == []
    assert "前" in before
    assert "后" in after


def test_columns_keep_each_block_in_its_own_cell() -> None:
    """Columns keep each block in its own cell."""
    page = PageReader(render_block(Group((Text(("甲",)), Group((Text(("乙",)), Text(("丙",))))), "columns"), CONTEXT))
    assert len(page.all("div", "pg-column")) == 2


@pytest.mark.parametrize(("count", "wide"), [(1, 1), (2, 2), (3, 3), (4, 4), (5, 3), (6, 3), (8, 4)])
def test_cards_fill_their_rows(count: int, wide: int) -> None:
    """Cards fill their rows."""
    cards = Cards(tuple(Card("目标", ("1",)) for _ in range(count)), Table("t", "", (), ()))
    assert PageReader(render_block(cards, CONTEXT)).all("dl", f"pg-cards--{wide}")


def test_the_mark_stands_in_the_stage_it_falls_into() -> None:
    """The mark stands in the stage it falls into."""
    stages = (Stage("一", (), 54), Stage("二", (), 62), Stage("三", (), 122))
    html = render_block(Strip(stages, Table("t", "", (), ()), 115, "数据截至 8 月 31 日"), CONTEXT)
    done = [found["style"].rpartition(":")[2] for found in PageReader(html).all("li", "pg-stage")]
    assert done == ["1.0", "0.9839", "0.0"]
    assert html.count("pg-stage__mark") == 1
    assert html.index("数据截至") > html.index(";--pg-done:0.9839")


@pytest.mark.parametrize("mark", [None, -5, 0, 238, 400])
def test_a_strip_has_at_most_one_mark(mark: int | None) -> None:
    """A strip has at most one mark."""
    stages = (Stage("一", (), 54), Stage("二", (), 0), Stage("三", (), 122))
    html = render_block(Strip(stages, Table("t", "", (), ()), mark, "今"), CONTEXT)
    assert html.count("pg-stage__mark") == (0 if mark is None or mark < 0 else 1)


def test_a_share_whose_words_do_not_fit_is_said_below() -> None:
    """A share whose words do not fit is said below."""
    bar = ShareBar(
        (Share("终端客户", ("720",), 0.97, 1), Share("未分解余额", ("36",), 0.03, 9)), Table("t", "", (), ())
    )
    page = PageReader(render_block(bar, CONTEXT))
    assert [found["class"] for found in page.all("li", "pg-part")] == ["pg-part pg-m1", "pg-part pg-m0 pg-part--thin"]
    assert len(page.all("li", "pg-key--fits")) == 1


def test_a_tree_is_drawn_and_listed() -> None:
    """A tree is drawn and listed."""
    page = PageReader(render_block(tree("甲"), CONTEXT))
    assert len(page.all("rect")) == 5
    assert [item["style"] for item in page.all("li", "pg-tree__item")] == [
        "--pg-depth:0", "--pg-depth:1", "--pg-depth:2", "--pg-depth:0", "--pg-depth:0",
    ]  # fmt: skip
    assert len(page.all("path", "pg-tree__works")) == 1


def test_an_empty_chart_says_so_and_draws_nothing() -> None:
    """An empty chart says so and draws nothing."""
    sheet = Table("t", "", (Column("a", ""), Column("b", "")), ())
    empty = Chart("c", "bar", "销售", "万元", sheet, {"label": "a", "value": "b"})
    html = render_block(empty, CONTEXT)
    assert "还没有数据" in html
    assert "data-figure" not in html


def test_an_empty_list_says_what_is_missing() -> None:
    """An empty list says what is missing."""
    assert "没有差额" in render_block(Entries((), "没有差额"), CONTEXT)
    assert "还没有数据" in render_block(Entries(()), CONTEXT)


def test_headings_carry_their_anchor_aside_and_link() -> None:
    """Headings carry their anchor aside and link."""
    html = render_block(Heading("阶段", "stages", 3, "238 天", words("看")), CONTEXT)
    assert '<h3 id="stages">阶段</h3>' in html
    assert "238&nbsp;天" in html, "a number and what it counts stay on one line"


def test_the_english_words() -> None:
    """The english words."""
    html = render_block(table("x"), replace(CONTEXT, language="en"))
    assert "Show all 4 columns" in html


def test_a_panel_without_items_says_so() -> None:
    """A panel without items says so."""
    from plangen.views import Panel

    empty = Panel("威胁", "0 条", ())
    sheet = Table("t", "", (Column("a", ""),), (Row((("x",),)),))
    board = Board((empty,) * 4, ("内部", "外部"), ("有利", "不利"), sheet)
    assert render_block(board, CONTEXT).count("还没有数据") == 4


def test_a_board_leaves_out_no_level_of_headings() -> None:
    """Directly below the page's title its panels stand one level below it, below a heading two."""
    board = next(block for block in blocks() if isinstance(block, Board))
    assert "<h2" in render_document(Document("x", (board,)), CONTEXT)
    assert "<h3" not in render_document(Document("x", (board,)), CONTEXT)
    assert '<h3 class="pg-panel__title"' in render_document(Document("x", (Heading("y", "y"), board)), CONTEXT)


SAID = [("zh", "待定（应填未填）"), ("en", "not set (expected, not filled in)")]


@pytest.mark.parametrize(("language", "said"), SAID)
def test_brackets_are_those_of_the_language(language: str, said: str) -> None:
    """What a screen reader hears behind a word for what is not set."""
    shown = Words(said[:2] if language == "zh" else "not set", "unset")
    html = render_block(Text((shown,)), replace(CONTEXT, language=language))
    assert re.sub("<[^>]*>", "", html).strip() == said
