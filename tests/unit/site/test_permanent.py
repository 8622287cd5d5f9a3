"""Permanent links lead to an item under every id that it has or had, in every year."""

import re
from collections.abc import Mapping
from pathlib import Path

from handbooks import open_files, write_handbook
from plangen.site.publishing.publish import Order, publish
from plangen.workspace import open_handbook

OLD: dict[str, str | bytes] = {
    "2025/demo/plan.yml": "name: 试验计划\n",
    "2025/demo/objectives.yml": "sales: {name: 销售额, target: 90万元}\ngone: {name: 旧指标, target: 1次}\n",
    "2025/demo/south/plan.yml": "name: 南区\n",
    "2025/demo/south/objectives.yml": "calls: {name: 电话, target: 9次}\n",
}
NEW: dict[str, str | bytes] = {
    "objectives.yml": "revenue: {name: 销售额, target: 100万元, was: sales}\n",
    "2026/demo/coast/plan.yml": "name: 沿海\nwas: south\n",
    "2026/demo/coast/objectives.yml": "calls: {name: 电话, target: 10次}\n",
}


def led(media: Mapping[str, bytes], path: str, item: str) -> str:
    """Where a permanent link leads, seen from its page; empty where the page does not know the item."""
    found = re.search(rf'<li id="{item}"><a href="([^"]*)">', media[f"id/{path}/index.html"].decode())
    return found[1] if found else ""


def test_an_item_under_its_names(tmp_path: Path) -> None:
    """The one that it has, and the one that it has in the other year; what is gone leads nowhere of its own."""
    workspace = open_files(tmp_path, {**OLD, **NEW})
    now, then = workspace.book(2026).media, workspace.book(2025).media
    for name in ("revenue", "sales"):
        assert led(now, "demo/objectives", name) == "../../../demo/objectives/#revenue"
        assert led(then, "demo/objectives", name) == "../../../demo/objectives/#sales"
    assert led(now, "demo/objectives", "gone") == ""


def test_a_plan_under_its_names(tmp_path: Path) -> None:
    """Its folder was renamed: addresses of its items and its own still lead there."""
    workspace = open_files(tmp_path, {**OLD, **NEW})
    now, then = workspace.book(2026).media, workspace.book(2025).media
    for plan in ("demo/coast", "demo/south"):
        assert led(now, f"{plan}/objectives", "calls") == "../../../../demo/coast/objectives/#calls"
        assert led(then, f"{plan}/objectives", "calls") == "../../../../demo/south/objectives/#calls"
        assert '<h1><a href="../../../demo/coast/">' in now[f"id/{plan}/index.html"].decode()


def test_a_name_of_before_the_first_year(tmp_path: Path) -> None:
    """An address that was given away before the handbook's first year, or while the year was a draft."""
    media = open_files(tmp_path, {"objectives.yml": "a: {name: 甲, target: 1次, was: [b, c]}\n"}).book(2026).media
    assert [led(media, "demo/objectives", name) for name in "abc"] == ["../../../demo/objectives/#a"] * 3


def test_a_role_leads_to_its_page(tmp_path: Path) -> None:
    """And a name that somebody else has now leads to that one."""
    files: dict[str, str | bytes] = {
        "2025/demo/plan.yml": "name: 试验\n",
        "2025/demo/org.yml": "roles: {rep: {name: 业务员}, lead: {name: 组长}}\n",
        "org.yml": "roles: {field: {name: 外勤, was: rep}, rep: {name: 内勤}}\n",
    }
    media = open_files(tmp_path, files).book(2026).media
    assert led(media, "demo/org", "field") == "../../../roles/demo/field/"
    assert led(media, "demo/org", "rep") == "../../../roles/demo/rep/"


def test_in_the_published_site(tmp_path: Path) -> None:
    """A real build follows every one of these links; `latest/` has them too, and they are no pages of the handbook."""
    root = write_handbook(tmp_path, {**OLD, **NEW})
    outcome = publish(Order(root, tmp_path / "site"), lambda: open_handbook(root), lambda *_, **__: None)
    assert (outcome.status, outcome.findings) == (0, ())
    old = (tmp_path / "site/2026/id/demo/objectives/index.html").read_text(encoding="utf-8")
    assert '<li id="sales"><a href="../../../demo/objectives/#revenue">销售额</a></li>' in old
    assert (tmp_path / "site/latest/id/demo/objectives/index.html").is_file()
    assert outcome.pages == len(open_handbook(root).book(2025).pages) + len(open_handbook(root).book(2026).pages)


def test_the_page_names_its_permanent_address(tmp_path: Path) -> None:
    """For the script that lets a reader copy it."""
    book = open_files(tmp_path, NEW).book(2026)
    page = next(each for each in book.pages if each.path == "demo/objectives.md")
    assert any('data-permanent="../../id/demo/objectives/"' in html for html in page.slots.values())
