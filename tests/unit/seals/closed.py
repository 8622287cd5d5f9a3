"""A small handbook of two years whose first is sealed, and what a test asks of it."""

import shutil
import subprocess
from pathlib import Path

import pytest
from markdown import markdown

from handbooks import HANDBOOK, PLAN, write_handbook
from plangen.findings import Finding, message
from plangen.sealing.amend import Amended, amend
from plangen.sealing.freeze import freeze
from plangen.sealing.made import Asked
from plangen.seals.codes import CODES
from plangen.site.book import Book, Page
from plangen.site.narratives.markup import markdown_extensions
from plangen.site.publishing.publish import Order, Outcome, publish
from plangen.workspace import open_handbook
from unit.site.books import FakeHost

REVENUE = """\
revenue:
  name: 销售额
  target: 120万元
  channel: {own-store: 40万元, dealer: 80万元}
bonus:
  name: 奖金
  target: "= revenue × 10%"
"""
ROWS = "address,value,as_of\nobjectives/revenue@M01,9万元,2025-02-03\n"
FILES = {
    "handbook.yml": HANDBOOK.replace("2026-01-05", "2025-03-05"),
    "2025/index.md": "# 2025 年\n\n第一年。\n第二行。\n",
    "2025/demo/plan.yml": PLAN,
    "2025/demo/objectives.yml": REVENUE,
    "2025/demo/market.md": "# 市场\n\n目标 {{ objectives/revenue.target }}。\n",
    "2025/demo/actuals/revenue.csv": ROWS,
    "2026/demo/objectives.yml": "revenue: {name: 销售额, growth: 50%}\n",
}


class PageHost(FakeHost):
    """Writes narratives as HTML, because the search leads to their headings; the banner, and one shared file's name."""

    def html(self, each: Page) -> str:
        """With the extensions that every host is given."""
        settings = markdown_extensions(each.slots)
        return markdown(each.markdown, extensions=list(settings), extension_configs=settings)

    def build(self, book: Book, config: Path, out: Path, assets: object) -> list[str]:
        """As a real one does."""
        super().build(book, config, out, {})
        for each in book.pages:
            path = out / each.url / "index.html"
            link = f'<link href="{"../" * each.url.count("/")}{assets["assets/plangen.css"]}">'  # type: ignore[index]
            path.write_text(f"{path.read_text(encoding='utf-8')}{each.frame.banner}{link}", encoding="utf-8")
        return []


def use_host(patch: pytest.MonkeyPatch) -> PageHost:
    """Put the stand-in in the place of the site generator."""
    host = PageHost()
    patch.setattr("plangen.site.publishing.wing.find_host", lambda: host)
    return host


def seal(root: Path, year: int = 2025, reason: str = "") -> list[Path]:
    """Freeze a year."""
    return freeze(Asked(root, year, "李文", "2026-01-15", reason), lambda *_, **__: None)


def correct(root: Path, reason: str = "更正笔误", files: tuple[str, ...] = ()) -> Amended:
    """Amend 2025."""
    return amend(Asked(root, 2025, "王五", "2026-02-03", reason, files), lambda *_, **__: None)


def build(root: Path, *years: int) -> Outcome:
    """Publish into `site`."""
    return publish(Order(root, root / "site", years), lambda: open_handbook(root), lambda *_, **__: None)


def found(root: Path) -> list[Finding]:
    """What is said of the seals."""
    return [finding for finding in open_handbook(root).findings if finding.code in CODES]


def said(root: Path, language: str = "en") -> list[str]:
    """The same as text: place, code and sentence."""
    return [f"{each.span.file} {each.code} {message(each, language)}" for each in found(root)]


def edit(root: Path, path: str, old: str, new: str) -> None:
    """Change a text in a file of the content."""
    file = root / "content" / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def git(root: Path, *words: str) -> None:
    """Run git, whatever the machine's own settings are."""
    who = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "init.defaultBranch=main")
    subprocess.run(["git", "-C", str(root), *who, *words], check=True, capture_output=True)


def commit(root: Path) -> None:
    """Put everything below a folder into its history."""
    if not (root / ".git").exists():
        git(root, "init")
    git(root, "add", "-A")
    git(root, "commit", "-m", "x")


def copy(source: Path, target: Path) -> Path:
    """A copy of a handbook, with its modes and links."""
    shutil.copytree(source, target, symlinks=True)
    return target


def make(root: Path) -> Path:
    """The handbook, with 2025 still open."""
    return write_handbook(root, FILES)
