"""Where the numbers of pages come from: the data files beside the pages."""

import re
from pathlib import Path

from handbooks import open_files
from numbered import data_of, put_in
from plangen.site.book import Book

OBJECTIVES = """\
revenue:
  name: 销售额
  target: 1092万元
  period: M01..M03
  channel: {own-store: 400万元, dealer: 692万元}
"""


def made(tmp_path: Path, handbook: str = "") -> Book:
    """The book of one plan with one objective."""
    head = "format: 1\ntitle: 试验\ncurrent: 2026\nas_of: 2026-01-05\n" + handbook
    return open_files(tmp_path, {"objectives.yml": OBJECTIVES, "handbook.yml": head}).book(2026)


def rows(book: Book, path: str) -> dict[str, list[object]]:
    """The data of a page: what its script hands to the panel."""
    page = next(page for page in book.pages if page.path == path)
    return data_of(book, page)[0]


def test_a_page_has_the_file_of_its_plan(tmp_path: Path) -> None:
    """Pages of one plan share a file; a page without numbers has none."""
    book = made(tmp_path)
    paths = {page.path: page.origins for page in book.pages}
    assert paths["demo/objectives.md"] == paths["demo/index.md"]
    assert paths["demo/objectives.md"] in book.media
    assert paths["checks.md"] == ""


def test_every_number_of_a_page_is_told_down_to_typed_lines(tmp_path: Path) -> None:
    """Each has a row with a method; each input of a row has a row of its own; typed ones name their line."""
    book = made(tmp_path)
    found = rows(book, "demo/objectives.md")
    label, value, how, inputs, users, _, url, last = found["demo:objectives/revenue.share/dealer"]
    assert (label, value) == ("试验计划·销售额·占比·经销商", "63.37%")
    assert "0.01%" in str(how)
    assert inputs == [["", "demo:objectives/revenue.target/dealer"], ["÷", "demo:objectives/revenue.target"]]
    typed = found["demo:objectives/revenue.target/dealer"]
    assert (typed[1], typed[2], typed[3]) == ("692 万元", "手工填写", [])
    assert typed[5] == "content/2026/demo/objectives.yml:5"
    assert "demo:objectives/revenue.share/dealer" in typed[4]  # type: ignore[operator]
    assert (users, url, last) == ([], "", "")
    months = [name for name in found["demo:objectives/revenue.target/dealer"][4] if "@M" in name]  # type: ignore[attr-defined]
    assert months, "its own months are made from it"
    assert all(name.endswith("/dealer") for name in months), "those of the other only keep rows and columns whole"
    assert all(name in found for row in found.values() for _, name in row[3])  # type: ignore[attr-defined]


def test_a_forge_is_linked_where_the_handbook_names_one(tmp_path: Path) -> None:
    """The address is the handbook's own, with file and line put in."""
    book = made(tmp_path, "edit_url: https://forge.example/edit/main/{file}#L{line}\n")
    typed = rows(book, "demo/objectives.md")["demo:objectives/revenue.target"]
    assert typed[6] == "https://forge.example/edit/main/content/2026/demo/objectives.yml#L3"


def test_a_count_names_a_role_of_another_plan_with_its_plan(tmp_path: Path) -> None:
    """The role's own address would end the count's address within: such a page could not be built."""
    files = {
        "org.yml": "roles: {lead: {name: 区域经理}}\n",
        "2026/demo/north/plan.yml": "name: 北片\n",
        "2026/demo/north/org.yml": "roles: {rep: {name: 业务员, reports_to: lead}}\n",
        "training.yml": "calls: {name: 电话销售, period: Q1, audience: [lead, 'demo/north:org/rep']}\n",
        "routines.yml": "talk: {name: 周会, kind: meeting, role: lead, to: 'demo/north:org/rep', "
        "due: 每周一, window: 9:00–10:00}\n",
    }
    book = open_files(tmp_path, files).book(2026)
    courses = rows(book, "demo/training.md")["demo:training/total.courses/demo/north/rep"]
    assert courses[:2] == ["试验计划·合计·课程数·业务员", "1 门"]
    hours = rows(book, "demo/routines.md")["demo:routines/total.hours/demo/north/rep"]
    assert hours[:2] == ["试验计划·合计·小时数·业务员", "52 小时"]


def test_pages_leave_the_addresses_of_their_numbers_to_the_file(tmp_path: Path) -> None:
    """No address stands on a page; each number finds its own in the list of the page, wherever its slot is put."""
    book = made(tmp_path)
    page = next(page for page in book.pages if page.path == "demo/objectives.md")
    html = "".join(page.slots.values())
    listed = data_of(book, page)[1]["objectives"]
    assert "demo:objectives/" not in html
    assert html.count('<span class="pg-num') == len(listed) > 10
    for slot in page.slots.values():
        first = re.search(r'<span class="pg-num[^>]*>', slot)
        assert first is None or re.search(r'data-address="\d+"', first[0])
    backwards = put_in("".join(reversed(list(page.slots.values()))), listed)
    assert '<span class="pg-num" data-address="demo:objectives/revenue.target/dealer">692' in backwards
