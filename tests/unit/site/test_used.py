"""Who uses an item is told at the end of its page: sections that name it, texts, figures computed from it."""

import re
from html import unescape
from pathlib import Path

from handbooks import open_files

FILES: dict[str, str | bytes] = {
    "objectives.yml": "revenue: {name: 销售额, target: 100万元}\ncalls: {name: 电话, target: 10次}\n",
    "phases.yml": """\
        opening:
          name: 开拓期
          start: 2026-01-05
          end: 2026-03-31
          tasks: {list: {name: 名录, start: 2026-01-06, end: 2026-01-20}}
        """,
    "swot.yml": """\
        strengths: {known: {text: 老客户多}}
        weaknesses: {}
        opportunities: {near: {text: 客户近, answer: phases/list}}
        threats: {}
        """,
    "budget.yml": "trips: {name: 差旅, lines: {fuel: {name: 油费, amount: = 2% × objectives/revenue.target}}}\n",
    "market.md": "# 市场\n\n目标 {{ objectives/revenue.target }}。\n\n[先打电话](objectives.md#calls)\n",
    "objectives.md": "自己这一页 {{ objectives/revenue.target }}。\n",
}


def used(root: Path, files: dict[str, str | bytes], page: str = "objectives") -> str:
    """The list at the end of a page, as text with links."""
    book = open_files(root, files).book(2026)
    found = next(each for each in book.pages if each.path == f"demo/{page}.md")
    html = "".join(found.slots.values())
    part = html.partition('<details class="pg-fold pg-fold--block">\n<summary>谁用到这一页</summary>')[2].partition(
        "</details>"
    )[0]
    return unescape(re.sub(r"\s+", " ", part))


def plain(html: str) -> str:
    """Without tags."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", html)).strip()


def test_sections_texts_and_figures(tmp_path: Path) -> None:
    """A page that shows an objective, a budget line computed from it, a page with a link; not its own page."""
    told = used(tmp_path, FILES)
    assert plain(told) == "销售额 市场 ；费用预算： 油费 电话 市场"
    assert '<a href="#revenue">销售额</a>' in told
    assert '<a href="../budget/#fuel">油费</a>' in told
    assert '<a href="../market/">市场</a>' in told


def test_evidence_leads_to_its_task(tmp_path: Path) -> None:
    """What names a task is told at the task."""
    assert "名录 SWOT： 客户近" in plain(used(tmp_path, FILES, "phases"))


def test_nothing_where_nobody_uses_anything(tmp_path: Path) -> None:
    """No empty list; what a section says of itself is no use."""
    files = {name: text for name, text in FILES.items() if name.startswith("objectives")}
    assert used(tmp_path, files) == ""


def test_other_plans_are_named(tmp_path: Path) -> None:
    """A use in another plan says which."""
    files = {
        **FILES,
        "2026/demo/north/plan.yml": "name: 北区\n",
        "2026/demo/north/index.md": "{{ demo:objectives/calls }}\n",
    }
    assert plain(used(tmp_path, files)).endswith("电话 市场 ； 北区")


def test_of_many_uses_the_first_are_named(tmp_path: Path) -> None:
    """The first twenty are named, and that there are more is said."""
    pages: dict[str, str | bytes] = {f"p{n:02}.md": f"# 页{n:02}\n\n{{{{ objectives/calls }}}}\n" for n in range(25)}
    told = plain(used(tmp_path, {"objectives.yml": FILES["objectives.yml"], **pages}))
    assert "页19 ；还有别处" in told
    assert "页20" not in told


def test_a_long_name_is_cut_before_a_number(tmp_path: Path) -> None:
    """A part of a number would be another number."""
    task = "phases/list"
    swot = """\
        strengths: {known: {text: 老客户多}}
        weaknesses: {small: {text: 月用量 10000 元以下的小厂没有人好好服务, answer: %s}}
        opportunities: {near: {text: 每一个城市都有已经成交的大厂可以做样板, answer: %s}}
        threats: {}
        """
    told = plain(used(tmp_path, {**FILES, "swot.yml": swot % (task, task)}, "phases"))
    assert "月用量… 、 每一个城市都有已经成交…" in told
