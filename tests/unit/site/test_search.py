"""What is gathered for the search while pages are made, and the index that is written of it."""

import json
from typing import Any

import pytest

from plangen.site.book import Page
from plangen.site.search import Entry, Trove
from plangen.site.search.gather import Gathering
from plangen.site.search.index import as_script, index_of
from plangen.site.search.slot import with_worker
from plangen.site.search.words import prose_entries
from plangen.values.reading import read_quantity
from plangen.views import (
    Board,
    Card,
    Cards,
    Chart,
    Column,
    Entries,
    Fold,
    Group,
    Heading,
    Link,
    Num,
    Panel,
    Row,
    Table,
    Text,
    Under,
    Words,
)

MONEY = Num(read_quantity("1092万元", kind="money"), "万元")
RATE = Num(read_quantity("30万元/人/月", kind="rate"), "万元/人/月")


def gathered(*blocks: Any, outline: bool = False) -> list[Entry]:
    """The entries of a page with these blocks."""
    found = Gathering("zh", outline)
    found.lede(("一句话",))
    found.blocks(blocks)
    return found.entries[1:]


def table(*rows: Row, title: str = "按渠道") -> Table:
    """A table whose number column has its unit in the head."""
    columns = (Column("a", "渠道"), Column("b", "目标", "万元", numeric=True), Column("c", "说明"))
    return Table("revenue", title, columns, rows)


def test_a_row_is_found_by_its_name_with_its_value_and_its_place() -> None:
    """The value says its unit, which the page has in the column's head; the rest is the text around."""
    row = Row((("经销商",), (MONEY,), ("只算", Link("四家", page="x/"))), id="revenue-dealer")
    assert gathered(table(row)) == [
        Entry("按渠道", "", "revenue"),
        Entry("经销商", "按渠道", "revenue-dealer", "1,092 万元", "只算四家", ("目标", "说明")),
    ]


def test_every_part_of_a_row_says_its_column() -> None:
    """The heading above where two columns are called the same; a part of several pieces has its head once."""
    columns = (
        Column("a", "渠道"),
        Column("b", "目标", "万元", numeric=True, group="全期"),
        Column("c", "目标", "万元", numeric=True, group="至今"),
        Column("d", "缺"),
        Column("e", "依据"),
        Column("f", ""),
    )
    cells = (("经销商",), (MONEY,), (MONEY,), ("—",), ("合同 · 台账",), ("备注",))
    found = gathered(Table("revenue", "按渠道", columns, (Row(cells, id="dealer"),)))
    text = "1,092 万元 · 合同 · 台账 · 备注"
    assert found[1] == Entry("经销商", "按渠道", "dealer", "1,092 万元", text, ("全期 目标", "至今 目标", "依据"))


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("1", "抽签决定", "—"), Entry("抽签决定", "按渠道", "revenue")),
        (
            ("第一次出差", "1-28 至 2-10", "14 天"),
            Entry("第一次出差", "按渠道", "revenue", "1-28 至 2-10", "14 天", ("目标", "说明")),
        ),
        (("", "", "—"), None),
    ],
)
def test_which_cell_names_a_row(cells: tuple[str, ...], expected: Entry | None) -> None:
    """The first with letters: a running number is no name. Days are a value; a row of dashes is nothing."""
    assert gathered(table(Row(tuple((cell,) for cell in cells))))[1:] == ([expected] if expected else [])


@pytest.mark.parametrize("per", ["/人", Words("/人", "muted"), Words(" per person", "muted")])
def test_a_price_says_its_whole_unit(per: str | Words) -> None:
    """The page writes `30 /人` under `万元/月`."""
    found = gathered(table(Row((("终端",), (MONEY,), (RATE, per)))))
    assert found[1].text == "30 万元/人/月"


def test_blocks_within_blocks_and_below_rows() -> None:
    """Folds, groups, what is folded away under a row; a short heading is the kind of what stands below it."""
    under = Under(("怎么来",), table(Row((("单价",),)), title="算法"), "how")
    blocks = (
        Heading("检查", "checks", aside=("2 条",)),
        Fold((), (Group((Text((Words("段落"),)), Entries(((("一项",), ("小字",), ("右",)),)))),)),
        table(Row((("行",),), under=under), title=""),
    )
    assert gathered(*blocks) == [
        Entry("检查", "", "checks", "", "2 条"),
        Entry("", "", "checks", "", "段落"),
        Entry("一项", "检查", "checks", "右", "小字"),
        Entry("行", "检查", "revenue"),
        Entry("算法", "", "revenue"),
        Entry("单价", "算法", "revenue"),
    ]


def test_cards_boards_and_charts() -> None:
    """A chart is found by its sentence, not by its numbers: they stand in a table."""
    panel = Panel("优势", "1 条", (((("客户熟"),), ("依据",)),), "strengths")
    empty = Panel("劣势", "", ())
    blocks = (
        Cards((Card("目标", (MONEY,), ("增长",)),), table()),
        Board((panel, empty, empty, empty), ("", ""), ("", ""), table()),
        Chart("chart", "bar", "占七成", "万元", table(Row((("不要",),))), {}),
    )
    assert gathered(*blocks) == [
        Entry("目标", "", "", "1,092", "增长"),
        Entry("客户熟", "优势", "strengths", "", "依据"),
        Entry("占七成", "", "chart", "", "万元"),
    ]


def test_pages_that_list_what_others_have_are_found_by_their_heads() -> None:
    """Else each item would be found once more for every role that it names."""
    assert gathered(Heading("组织", "org"), table(Row((("行",),))), outline=True) == []


def test_prose_is_cut_at_its_headings() -> None:
    """Markdown's marks, addresses and comments are no words; the anchors are those of the page."""
    said = (
        "开头 **重点** 见[渠道](channels.md)。\n\n<!-- source: S000-1 -->\n## 销售 1,092 万元\n\n- 一项\n1. 二项\n\n"
        "| 项 | 值 |\n|---|---|\n| 目标 | `x` |\n\n### 又一节 {#own}\n## 销售\n末尾"
    )
    bare = said.replace("1,092 万元", "")
    assert list(prose_entries(said, bare)) == [
        Entry("", text="开头 重点 见渠道 。"),
        Entry("销售 1,092 万元", "", "销售", "", "一项 二项 项 值 目标 x"),
        Entry("又一节", "", "own"),
        Entry("销售", "", "销售_1", "", "末尾"),
    ]


PAGES = [
    Page("index.md", "手册", ""),
    Page(
        "east/objectives.md",
        "目标",
        "",
        trove=Trove("东", (Entry("乾", "按渠道", "a", "1", "重", ("数", "量")),), lists=True),
    ),
]


def test_the_index_holds_every_page_and_is_short() -> None:
    """Rows without what is empty at their ends; each kind once."""
    docs = json.loads(index_of(PAGES, 2026, "2026 草案", "zh"))["docs"]
    assert docs["pages"] == [["手册"], ["目标", "east/objectives/", "东", 1, [["乾", 1, "a", "1", "重", [1, 2]]]]]
    assert docs["heads"] == ["", "数", "量"]
    assert (docs["format"], docs["year"], docs["title"], docs["kinds"]) == (
        "plangen-1",
        2026,
        "2026 草案",
        ["", "按渠道"],
    )


def test_the_index_brings_what_its_characters_need() -> None:
    """Every reading of a character; traditional forms of what is there, and simplified ones; nothing of others."""
    docs = json.loads(index_of(PAGES, 2026, "2026", "zh"))["docs"]
    assert all("重" in docs["initials"][letter] for letter in "cz")
    assert "销" not in "".join(docs["initials"].values())
    pairs = set(zip(docs["simplified"][::2], docs["simplified"][1::2], strict=True))
    assert {("東", "东"), ("標", "标"), ("乾", "干")} <= pairs
    assert ("銷", "销") not in pairs
    assert "g" in docs["initials"], "干, which the worker sees in place of 乾"


def test_the_same_pages_are_the_same_bytes() -> None:
    """And as a script for pages opened from a folder the same content."""
    data = index_of(PAGES, 2026, "2026", "zh")
    assert data == index_of(list(PAGES), 2026, "2026", "zh")
    script = as_script(index_of([Page("a.md", "a\u2028b", "")], 1, "", "en")).decode()
    assert script.startswith("var __index = {")
    assert "\u2028" not in script
    assert json.loads(script.removeprefix("var __index = ").rstrip(";\n"))["docs"]["pages"][0][0] == "a\u2028b"


def test_only_the_setting_is_replaced() -> None:
    """A page that speaks of the theme's worker keeps its words."""
    theirs = "assets/javascripts/workers/search.0a1b2c3d.min.js"
    assets = {"assets/search-worker.js": "../_assets/w-1.js", "assets/search-finding.js": "../_assets/f-2.js"}
    html = f'<p>"{theirs}"</p>\n<script>{{"search": "../../{theirs}", "tags": null}}</script>\n<p>Ende</p>'
    expected = html.replace(f"../../{theirs}", "../../../_assets/w-1.js?with=_assets/f-2.js")
    assert with_worker(html, assets) == expected
    assert with_worker("<p>nothing</p>", assets) == "<p>nothing</p>"
