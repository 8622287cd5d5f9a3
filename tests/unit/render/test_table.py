"""Tables in HTML: heads, row headings, roles, columns, anchors."""

from plangen.render.html import render_block
from plangen.views import Column, Group, Heading, Row, Table
from unit.render.page_reader import PageReader
from unit.render.samples import CONTEXT, chart, table, words


def read(*blocks: object) -> PageReader:
    """Blocks as a browser finds them."""
    return PageReader(render_block(Group(blocks), CONTEXT))  # type: ignore[arg-type]


def test_heads_and_row_headings_have_a_scope() -> None:
    """Heads and row headings have a scope."""
    page = read(table("甲"))
    scopes = [head["scope"] for head in page.all("th")]
    assert scopes == ["colgroup", *["col"] * 4, *["row"] * 4, "col", "row", *["row"] * 2]


def test_columns_of_a_group_share_one_head() -> None:
    """Columns of a group share one head."""
    (head,) = [head for head in read(table("甲")).all("th") if head["scope"] == "colgroup"]
    assert head["colspan"] == "2"


def test_a_table_without_groups_has_one_head_row() -> None:
    """A table without groups has one head row."""
    plain = Table("t", "", (Column("a", "甲"), Column("b", "乙", numeric=True)), ())
    assert len(read(plain).all("tr")) == 1


def test_row_roles_and_levels_are_classes() -> None:
    """Row roles and levels are classes."""
    rows = [row["class"] for row in read(table("甲")).all("tr") if "class" in row][1:]
    folded = ["pg-under", "pg-body"]
    assert rows == ["pg-body", "pg-body pg-level1", "pg-group", "pg-body", *folded, "pg-residual", "pg-total"]


def test_columns_that_phones_hide_are_marked_in_head_and_rows() -> None:
    """Columns that phones hide are marked in head and rows."""
    page = read(table("甲"))
    assert len(page.all("td", "pg-wide")) == 6
    assert len(page.all("th", "pg-wide")) == 1
    assert "显示全部 4 列" in page.text


def test_without_hidden_columns_nothing_offers_to_show_them() -> None:
    """Without hidden columns nothing offers to show them."""
    assert not read(Table("t", "", (Column("a", "甲"),), ())).all("label")


def test_a_row_with_too_few_cells_is_filled_up() -> None:
    """A row with too few cells is filled up."""
    short = Table("t", "", (Column("a", "甲"), Column("b", "乙")), (Row((("x",),)), Row((("y",), ("z",)))))
    assert len(read(short).all("td")) == 2


def test_a_heading_with_the_same_text_is_not_repeated() -> None:
    """A heading with the same text is not repeated."""
    page = read(Heading("按渠道", "h"), Table("t", "按渠道", (Column("a", "甲"),), ()))
    assert len(page.all("h2")) == 1
    assert page.all("h3") == []
    assert page.ids() == ["h", "t"]


def test_a_title_stands_one_level_below_the_heading_above() -> None:
    """A title stands one level below the heading above."""
    plain = Table("t", "按渠道", (Column("a", "甲"),), ())
    assert read(plain).all("h2")[0]["id"] == "t"
    assert read(Heading("目标", "h"), plain).all("h3")[0]["id"] == "t"


def test_an_anchor_is_written_once_and_where_it_can_be_seen() -> None:
    """An anchor is written once and where it can be seen."""
    page = read(chart("bar"), table("甲"), table("甲"))
    ids = page.ids()
    assert len(ids) == len(set(ids))
    open_at = [name for name, found in page.elements if found.get("id") == "sample-1"]
    assert open_at == ["tr"]
    rows = [found for name, found in page.elements if name == "tr"]
    assert "id" not in rows[2], "the folded table comes first, the open one carries the anchor"


def test_notes_stand_below() -> None:
    """Notes stand below."""
    noted = Table("t", "", (Column("a", "甲"),), (), notes=(words("注"), ("二",)))
    assert len(read(noted).all("ul", "pg-notes")) == 1
