"""The navigation beside a page stays as small as its neighbourhood, however large the handbook is."""

import re
from pathlib import Path

import pytest

from handbooks import open_files
from plangen.site.frame import MOST_SIBLINGS

COUNT = 80


@pytest.fixture(scope="module")
def navs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The navigation of every page of a plan with 80 plans below it, the tenth of which has 80 again."""
    names = [f"p{number:02}" for number in range(COUNT)]
    files = {f"2026/demo/{name}/plan.yml": f"name: 计划{name}\n" for name in names}
    files |= {f"2026/demo/p10/{name}/plan.yml": f"name: 小组{name}\n" for name in names}
    book = open_files(tmp_path_factory.mktemp("large"), files).book(2026)
    return {page.path: page.frame.nav for page in book.pages}


@pytest.mark.parametrize(
    ("page", "shown", "more"),
    [
        ("demo/index.md", [*range(7)], ["./"]),
        ("demo/p00/index.md", [*range(7)], ["../"]),
        ("demo/p40/index.md", [*range(37, 44)], ["../"]),
        ("demo/p79/index.md", [*range(73, 80)], ["../"]),
        ("demo/p10/p50/index.md", [*range(7, 11), *range(47, 54), *range(11, 14)], ["../", "../../"]),
    ],
)
def test_neighbours_and_a_way_to_all(navs: dict[str, str], page: str, shown: list[int], more: list[str]) -> None:
    """The plans next to the page's own, and after them a link to the page that lists all of them."""
    assert [int(name) for name in re.findall(r"(?:计划|小组)p(\d\d)", navs[page])] == shown
    assert re.findall(rf'<a href="([^"]*)"[^>]*>全部 {COUNT} 个</a>', navs[page]) == more


def test_no_page_grows_with_the_handbook(navs: dict[str, str]) -> None:
    """160 plans, and a handful of links."""
    assert max(nav.count("<a ") for nav in navs.values()) < 30


def test_few_are_all_shown(tmp_path: Path) -> None:
    """Without a way to all of them."""
    files = {f"2026/demo/p{number}/plan.yml": f"name: 计划{number}\n" for number in range(MOST_SIBLINGS)}
    nav = next(page.frame.nav for page in open_files(tmp_path, files).book(2026).pages if page.path == "demo/index.md")
    assert len(set(re.findall(r"计划\d", nav))) == MOST_SIBLINGS
    assert "全部" not in nav
