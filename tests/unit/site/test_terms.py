"""Defined terms are explained where they stand first, in the meaning of their plan, and listed on a page."""

import re
from html import unescape
from pathlib import Path

import pytest

from handbooks import codes, open_files
from plangen.site import fill

TERMS = """\
end: {name: 终端客户, also: [终端], definition: 自己用的客户}
rate: {name: 达成率, definition: 占比, formula: 实际 ÷ 目标}
"""
FILES: dict[str, str | bytes] = {
    "shared/terms.yml": TERMS,
    "kpis.yml": "cover: {name: 覆盖率, definition: 有货的才算, formula: 有货 ÷ 全部, unit: '%', target: 90%}\n",
    "2026/demo/north/plan.yml": "name: 北区\n",
    "2026/other/plan.yml": "name: 别的计划\n",
}


def html_of(root: Path, files: dict[str, str | bytes], page: str) -> str:
    """A page, with what fills its places."""
    found = next(each for each in open_files(root, files).book(2026).pages if each.path == page)
    return fill(found.markdown, found.slots)


def explained(root: Path, text: str, page: str = "demo/market.md", **more: str) -> list[tuple[str, str, str]]:
    """Word, target and tip of every term that a text explains, in order."""
    html = html_of(root, {**FILES, **more, f"2026/{page}": text}, page)
    found = re.findall(r'<a class="pg-term" href="([^"]*)" data-tip="([^"]*)">([^<]*)</a>', html)
    return [(word, unescape(href), unescape(tip)) for href, tip, word in found]


def test_the_first_of_a_term_is_explained(tmp_path: Path) -> None:
    """Once a page, whichever of its words stands there."""
    assert explained(tmp_path, "先看终端客户，再看终端，终端客户多。\n") == [
        ("终端客户", "../../terms/#end", "自己用的客户")
    ]
    assert explained(tmp_path / "b", "终端和**达成率**。\n") == [
        ("终端", "../../terms/#end", "自己用的客户"),
        ("达成率", "../../terms/#rate", "占比；算式：实际 ÷ 目标"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "# 终端\n\n## 终端客户\n\n终端客户\n====\n",
        "[看终端](../index.md) ![终端](a.png) [终端][1]\n\n[1]: ../index.md\n",
        "`终端` <!-- 终端 -->\n\n    终端\n",
        "```\n终端\n```\n",
        '!!! note "终端"\n',
        "{{ kpis/cover text=终端 }}\n",
        "<b title='终端'>x</b>\n",
        "| 终端 |\n| --- |\n| x |\n",
        "看[终端]：\n\n[终端]: ../index.md\n",
        "看 <a href='../'>这个\n终端</a> <kbd>终端</kbd>\n",
    ],
)
def test_where_nothing_is_explained(tmp_path: Path, text: str) -> None:
    """Headings, links, images, code, comments, attributes, titles of notes, what plangen fills in."""
    assert explained(tmp_path, text) == []


def test_a_plan_speaks_in_its_own_terms(tmp_path: Path) -> None:
    """And in those of the plans above it; no other plan does."""
    own = ("覆盖率", "../../terms/#demo-kpis-cover", "有货的才算；算式：有货 ÷ 全部")
    assert explained(tmp_path, "覆盖率\n") == [own]
    below = explained(tmp_path / "b", "覆盖率\n", "demo/north/market.md")
    assert below == [(own[0], f"../{own[1]}", own[2])]
    assert explained(tmp_path / "c", "覆盖率\n", "other/market.md") == []


def test_the_nearest_meaning_counts(tmp_path: Path) -> None:
    """A KPI that is called like a term of the handbook."""
    kpis = "a: {name: 达成率, definition: 只算到账的}\n"
    assert explained(tmp_path, "达成率\n", **{"kpis.yml": kpis})[0][2] == "只算到账的"


def test_latin_words_count_whole(tmp_path: Path) -> None:
    """`KA` is no part of `KAPPA`."""
    terms = "ka: {name: KA, definition: 重点客户}\n"
    found = explained(tmp_path, "KAPPA 不是，重点的KA是\n", **{"shared/terms.yml": terms})
    assert [word for word, _, _ in found] == ["KA"]


def test_heads_of_tables(tmp_path: Path) -> None:
    """A column that is called like a term; not where the text above has explained it, and no part of a head."""
    kpi = "cover: {name: 覆盖率, definition: 有货的才算, unit: '%', target: 90%}\n"
    terms = "unit: {name: 单位, definition: 数的单位}\npart: {name: 指, definition: 一个字}\n"
    files: dict[str, str | bytes] = {"kpis.yml": kpi, "shared/terms.yml": terms}
    html = html_of(tmp_path, files, "demo/kpis.md")
    assert re.findall(r'<th scope="col"[^>]*><a class="pg-term"[^>]*>([^<]*)</a>', html) == ["单位"]
    html = html_of(tmp_path / "b", {**files, "kpis.md": "单位看这里。\n"}, "demo/kpis.md")
    assert html.count('class="pg-term"') == 1
    assert "看这里" in html.partition('class="pg-term"')[2][:200]


def test_the_page_of_terms(tmp_path: Path) -> None:
    """Each with its meaning; a KPI leads to its section. Nothing is explained a second time there."""
    html = html_of(tmp_path, FILES, "terms.md")
    assert re.findall(r'<tr id="([^"]+)"', html) == ["end", "rate", "demo-kpis-cover"]
    assert '<a href="../demo/kpis/#cover">覆盖率</a>' in html
    assert "自己用的客户" in html
    assert "pg-term" not in html


def test_without_terms_there_is_no_page(tmp_path: Path) -> None:
    """Nor a tab for it."""
    pages = open_files(tmp_path, {"objectives.yml": "a: {name: 甲, target: 1次}\n"}).book(2026).pages
    assert "terms.md" not in [page.path for page in pages]
    assert all("terms/" not in page.frame.nav for page in pages)


def test_a_year_may_have_its_own_meaning(tmp_path: Path) -> None:
    """A file of the year takes the place of the shared one, term by term."""
    own = {"2026/shared/terms.yml": "end: {name: 终端客户, definition: 今年只算工厂}\n"}
    assert explained(tmp_path, "终端客户和达成率\n", **own) == [
        ("终端客户", "../../terms/#end", "今年只算工厂"),
        ("达成率", "../../terms/#rate", "占比；算式：实际 ÷ 目标"),
    ]


def test_a_term_needs_a_definition(tmp_path: Path) -> None:
    """Told like every field that is missing."""
    assert codes(open_files(tmp_path, {"shared/terms.yml": "a: {name: 甲乙}\n"})) == ["PG210"]


def test_hostile_words_stay_text(tmp_path: Path) -> None:
    """Whatever a term is called, and whatever it means."""
    terms = "a: {name: '客<b>户', definition: '\"><script>1</script>'}\n"
    html = html_of(
        tmp_path, {"shared/terms.yml": terms, "kpis.yml": FILES["kpis.yml"], "market.md": "客<b>户\n"}, "terms.md"
    )
    assert "<script>" not in html
    assert "客&lt;b&gt;户" in html
