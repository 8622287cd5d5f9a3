"""The floor to compare with: plain MkDocs and Material over the very pages that plangen has finished.

The pages of every year are written as Markdown with the finished HTML of tables, charts and numbers inside, so that
nothing is left to compute. All years are one site: the years, the plans and their pages are its navigation, pruned.
"""

import json
import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from plangen import Page, open_handbook

CONFIG: Mapping[str, Any] = {
    "site_name": "经营计划手册",
    "docs_dir": "docs",
    "theme": {"name": "material", "language": "zh", "font": False, "features": ["navigation.prune"]},
    "plugins": [{"search": {"lang": ["en"], "pipeline": []}}],
    "markdown_extensions": [
        "toc",
        "tables",
        "admonition",
        "attr_list",
        "pymdownx.details",
        "pymdownx.superfences",
    ],
    "extra": {"generator": False},
}
"""As the generated handbooks have it, with the extensions that plangen turns on for narratives."""


def dump(root: Path, out: Path) -> int:
    """Write the finished pages of a handbook as a plain MkDocs project; returns how many pages there are."""
    workspace = open_handbook(root)
    nav: list[Any] = []
    count = 0
    for year in workspace.years:
        book = workspace.book(year)
        nav.append({str(year): tree(book.pages, f"{year}/")})
        count += len(book.pages)
        for page in book.pages:
            _write(out / "docs" / str(year) / page.path, finished(page))
        for name, data in book.media.items():
            _write(out / "docs" / str(year) / name, data)
    _write(out / "docs" / "index.md", "# 经营计划手册\n")
    _write(out / "mkdocs.yml", json.dumps({**CONFIG, "nav": nav}, ensure_ascii=False))
    return count


def _write(path: Path, data: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)


def finished(page: Page) -> str:
    """A page's Markdown with its finished HTML in place."""
    if not page.slots:
        return page.markdown
    tokens = "|".join(re.escape(token) for token in sorted(page.slots, key=len, reverse=True))
    return re.sub(tokens, lambda found: page.slots[found.group()], page.markdown)


def tree(pages: Iterable[Page], prefix: str, folder: str = "") -> list[Any]:
    """The navigation below a folder: its own pages, then the folders in it, each under its overview's title."""
    inside = [page for page in pages if page.path.startswith(folder)]
    own = [page for page in inside if "/" not in page.path.removeprefix(folder)]
    found: list[Any] = [{page.title: prefix + page.path} for page in own]
    for name in dict.fromkeys(page.path.removeprefix(folder).split("/")[0] for page in inside if page not in own):
        below = tree(inside, prefix, f"{folder}{name}/")
        found.append({next(iter(below[0])): below})
    return found


def main() -> None:
    """The command: the folders of the handbook and of the project to write."""
    print(dump(Path(sys.argv[1]), Path(sys.argv[2])))


if __name__ == "__main__":
    main()
