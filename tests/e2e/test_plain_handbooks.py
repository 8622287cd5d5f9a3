"""A manual without a figure, and figures without people: both build without a finding, and no page says nothing."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from e2e.plain_handbooks import MANUAL, NUMBERS
from e2e.publishing import build, once, plangen, write
from plangen.model.reading import PERMANENT

HANDBOOKS = {"manual": MANUAL, "numbers": NUMBERS}
LEVELS = {f"h{level}": level for level in range(1, 5)}


class Outline(HTMLParser):
    """What an article holds: its headings (level and words), and the texts between them, in order (level 0)."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[tuple[int, str]] = []
        self.inside, self.level = False, 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Enter the article, or a heading of it."""
        del attrs
        self.inside |= tag == "article"
        if tag in LEVELS:
            self.level = LEVELS[tag]
            self.parts.append((self.level, ""))

    def handle_endtag(self, tag: str) -> None:
        """Leave them."""
        self.inside &= tag != "article"
        self.level = 0 if tag in LEVELS else self.level

    def handle_data(self, data: str) -> None:
        """Words of a heading, or below it."""
        text = " ".join(data.split())
        if self.inside and text:
            level, before = self.parts.pop() if self.level else (0, "")
            self.parts.append((level, f"{before}{text}"))


@pytest.fixture(scope="module")
def manual(shared: Path) -> Path:
    """The manual with its site."""
    return built(shared, "manual")


@pytest.fixture(scope="module")
def numbers(shared: Path) -> Path:
    """The figures with their site."""
    return built(shared, "numbers")


def built(shared: Path, name: str) -> Path:
    """One of the handbooks, published once for all test processes."""
    return once(shared, name, lambda place: build(write(place, HANDBOOKS[name]), place / "site"))


def pages(root: Path) -> Iterator[tuple[str, list[tuple[int, str]]]]:
    """The outline of every page of the year, by its URL."""
    year = root / "site" / "2026"
    for page in sorted(set(year.rglob("index.html")) - set((year / PERMANENT).rglob("index.html"))):
        yield page.parent.relative_to(year).as_posix(), Outline(page.read_text(encoding="utf-8")).parts


def words(root: Path, url: str) -> str:
    """Everything that one page says."""
    return " ".join(text for _, text in dict(pages(root))[url])


def empty_headings(parts: list[tuple[int, str]]) -> list[str]:
    """Headings with no word below them before the next one of their level, or the end."""
    found = []
    for (level, title), (below, _) in zip(parts, [*parts[1:], (1, "")], strict=True):
        if level and below and below <= level:
            found.append(title)
    return found


def test_an_empty_heading_is_seen() -> None:
    """One above its equal, and the last of the page; one above a deeper one is none."""
    html = "<article><h1>甲</h1><h2>空</h2><h2>乙</h2><h3>丙</h3><p>文</p><h2>尾</h2></article>"
    assert empty_headings(Outline(html).parts) == ["空", "尾"]


@pytest.mark.parametrize("name", HANDBOOKS)
def test_it_builds_without_a_finding(name: str, shared: Path) -> None:
    """Neither an error nor a warning: nothing of what is left out is asked for."""
    told = plangen("-C", built(shared, name), "check")
    assert told.returncode == 0
    assert "0 个错误，0 个警告" in told.stdout + told.stderr


@pytest.mark.parametrize("name", HANDBOOKS)
def test_no_heading_stands_above_nothing(name: str, shared: Path) -> None:
    """On any page of the year."""
    empty = {url: found for url, parts in pages(built(shared, name)) if (found := empty_headings(parts))}
    assert empty == {}


def test_the_manual_speaks_of_no_number(manual: Path) -> None:
    """Home and overview show what comes next and the chapters: no targets, no gaps, nothing unset, no zero."""
    home, overview = words(manual, "."), words(manual, "service")
    assert "1 份计划， 6 章。" in home
    assert "排班会" in home
    assert "排班会" in overview
    for silent in ("目标", "差额", "待定", "还没填的", "每个数", "各年度"):
        assert silent not in home, silent
        assert silent not in overview, silent
    assert not re.search(r"(?<![\d.-])0 ?(项|个|条|人|份)", home + overview)
    assert "现有" not in words(manual, "service/org")
    assert "合计" not in words(manual, "service/org")
    assert "限额" not in words(manual, "service/policies")


def test_figures_need_nobody(numbers: Path) -> None:
    """Targets, costs and KPIs are there; registers of people are not, nor lists of what is open where nothing is."""
    home, overview = words(numbers, "."), words(numbers, "sales")
    assert "1 份计划， 3 章。数字由计划文件算出" in home
    assert "600" in home
    for shown in ("600", "132,000", "没有越线的"):
        assert shown in overview, shown
    for silent in ("差额", "还没填的", "负责人"):
        assert silent not in overview, silent
    assert {url for url, _ in pages(numbers)}.isdisjoint({"roles", "responsibility"})
