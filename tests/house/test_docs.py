"""Links between pages of the documentation lead somewhere."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from house.source_tree import ROOT, write

FENCE = re.compile(r"^( *)(```+|~~~+).*?^\1\2 *$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)")
LINK = re.compile(r"\]\(<?([^)\s>]+)>?(?: \"[^\"]*\")?\)|(?:src|href)=\"([^\"]+)\"|^\[[^\]]+\]: +(\S+)", re.MULTILINE)
HEADING = re.compile(r"^#{1,6} +(.+?)(?: +\{#([\w-]+)\})?$", re.MULTILINE)
ELSEWHERE = re.compile(r"^[a-z][a-z0-9+.-]*:|^//")


def pages(root: Path) -> list[Path]:
    """The Markdown pages for readers of the repository: those at its root and those in docs/."""
    return [*sorted(root.glob("*.md")), *sorted((root / "docs").rglob("*.md"))]


def prose(page: Path) -> str:
    """A page's text without its code: what stands there is no link and no heading."""
    return FENCE.sub("", page.read_text(encoding="utf-8"))


def anchors(page: Path) -> set[str]:
    """The anchors that a code host gives the headings of a page, and those it states itself."""
    found: set[str] = set()
    for title, stated in HEADING.findall(prose(page)):
        plain = re.sub(r"[^\w\- ]", "", title.replace("`", "").lower()).replace(" ", "-")
        number = sum(1 for each in found if re.fullmatch(rf"{re.escape(plain)}(-\d+)?", each))
        found |= {stated or (f"{plain}-{number}" if number else plain)}
    return found | set(re.findall(r"id=\"([^\"]+)\"", prose(page)))


def broken(root: Path) -> Iterator[str]:
    """Relative links whose file or heading is not there."""
    for page in pages(root):
        for groups in LINK.findall(CODE.sub("", prose(page))):
            link = next(group for group in groups if group)
            if not ELSEWHERE.match(link) and not resolves(root, page, unquote(link)):
                yield f"{page.relative_to(root).as_posix()}: {link} leads nowhere"


def resolves(root: Path, page: Path, link: str) -> bool:
    """Whether a relative link leads to a file of the repository, and its fragment to a heading there."""
    path, _, fragment = link.partition("#")
    target = (page.parent / path).resolve() if path else page
    if not target.exists() or not target.is_relative_to(root.resolve()):
        return False
    return not fragment or target.suffix != ".md" or fragment in anchors(target)


def test_links_lead_somewhere() -> None:
    """The real pages."""
    assert list(broken(ROOT)) == []


def test_a_broken_link_is_seen(tmp_path: Path) -> None:
    """Files, headings, pictures, reference links, places outside; code and other sites do not count."""
    text = """
[a](docs/there.md) [b](docs/gone.md) [c](docs/there.md#数据-流) [d](docs/there.md#no) ![e](gone.png "title")
<img src="gone2.png"> `[f](gone3.md)` [g](https://example.org/x) [h](#top) [i](../outside.md)

# Top
[ref]: docs/gone4.md
```markdown
[k](gone5.md)
```
"""
    root = write(tmp_path / "in", {"README.md": text, "docs/there.md": "## 数据 `流`\n", "../outside.md": ""})
    links = ["docs/gone.md", "docs/there.md#no", "gone.png", "gone2.png", "../outside.md", "docs/gone4.md"]
    assert list(broken(root)) == [f"README.md: {link} leads nowhere" for link in links]


def test_equal_headings_are_numbered(tmp_path: Path) -> None:
    """As code hosts do."""
    root = write(tmp_path, {"a.md": "# Same\n## Same\n## Own {#mine}\n"})
    assert anchors(root / "a.md") == {"same", "same-1", "mine"}
