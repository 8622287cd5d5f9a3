"""Books made by hand, a host that needs no site generator, and a handbook folder to publish them from."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from plangen.findings import Finding
from plangen.site.book import Book, Frame, Page
from plangen.site.narratives.filling import fill
from plangen.site.publishing.manifest import hash_tree
from plangen.site.publishing.publish import Order, Outcome, publish

TOP = '<div id="pg-content"></div>'


def page(path: str, title: str, html: str = "", **more: object) -> Page:
    """A page whose content is finished HTML in one slot."""
    return Page(path, title, "PGSLOT1X", {"PGSLOT1X": TOP + html}, **more)  # type: ignore[arg-type]


def book(year: int = 2025, extra: str = "") -> Book:
    """A small book: home, a plan, a section page with a chart, a picture."""
    narrative = (
        f"{TOP}\n\n# 胶粘剂\n\n见[目标](objectives.md#revenue)，共 PGSLOT2X。\n\n"
        "| 项 | 值 |\n|---|---|\n| 目标 | PGSLOT2X |\n\n## 销售 PGSLOT2X\n\n![PGSLOT2X](img/a.png)\n\n- PGSLOT3X\n"
    )
    slots = {"PGSLOT2X": '<span class="pg-num">1,092 万元</span>', "PGSLOT3X": '<div class="block">块</div>'}
    frame = Frame(nav='<nav><a href="../">首页</a></nav>')
    pages = (
        page("index.md", "经营计划手册", f'<h1>经营计划手册</h1><p><a href="adhesives/">胶粘剂</a>{extra}</p>'),
        Page("adhesives/index.md", "胶粘剂 <i>&", narrative, slots, frame, 'says "no"'),
        page(
            "adhesives/objectives.md", "目标分解", '<h1 id="t">目标分解</h1><p id="revenue">销售额</p>', figures=("[]",)
        ),
    )
    return Book(year, "经营计划手册", f"{year} 版", "zh", pages, {"adhesives/img/a.png": b"\x89PNG"})


@dataclass
class FakeShelf:
    """A workspace of finished books."""

    books: Mapping[int, Book]
    current_year: int | None = 2025
    findings: list[Finding] = field(default_factory=list)

    @property
    def years(self) -> tuple[int, ...]:
        """The books' years."""
        return tuple(sorted(self.books))

    @property
    def languages(self) -> tuple[str, ...]:
        """One."""
        return ("zh-Hans",)

    def in_language(self, language: str) -> "FakeShelf":
        """There is no other one."""
        raise KeyError(language)

    def book(self, year: int, _beside: Collection[int]) -> Book:
        """The book of a year."""
        return self.books[year]


class FakeHost:
    """Writes a page's slots and nothing around them."""

    built: list[int]

    def __init__(self) -> None:
        self.built = []

    def html(self, each: Page) -> str:
        """What a page says, before its slots are filled."""
        return each.markdown

    def build(self, book: Book, config: Path, out: Path, assets: Mapping[str, str]) -> list[str]:
        """One file a page, a document and a picture."""
        del config, assets
        self.built.append(book.year)
        for each in book.pages:
            path = out / each.url / "index.html"
            path.parent.mkdir(parents=True, exist_ok=True)
            text = fill(self.html(each), each.slots)
            path.write_text(f"<html><body><h1>{escape(each.title)}</h1>{text}</body></html>", encoding="utf-8")
        for whole in book.wholes:
            (out / whole.path).write_text("<html><body></body></html>", encoding="utf-8")
        for name, data in book.media.items():
            (out / name).parent.mkdir(parents=True, exist_ok=True)
            (out / name).write_bytes(data)
        return []


def handbook(folder: Path) -> Order:
    """A handbook folder with a source file, and the order to publish it into `site`."""
    (folder / "content" / "2025").mkdir(parents=True)
    (folder / "content" / "handbook.yml").write_text("format: 1\ntitle: 手册\n", encoding="utf-8")
    (folder / "content" / "2025" / "plan.yml").write_text("name: 计划\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(
        "site_name: 手册\ndocs_dir: content\ntheme: {name: material, language: zh}\nplugins: [search]\n",
        encoding="utf-8",
    )
    return Order(folder, folder / "site")


def run(order: Order, *books: Book, findings: list[Finding] | None = None) -> Outcome:
    """Publish these books."""
    shelf = FakeShelf({each.year: each for each in books}, findings=findings or [])
    return publish(order, lambda: shelf, lambda *_, **__: None)


def codes(outcome: Outcome) -> list[str]:
    """The codes of an outcome's findings, each once."""
    return sorted({finding.code for finding in outcome.findings})


def tree(folder: Path) -> dict[str, str]:
    """Everything in a folder with its hash; empty where there is none."""
    return hash_tree(folder) if folder.exists() else {}
