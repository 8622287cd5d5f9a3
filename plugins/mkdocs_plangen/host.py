"""MkDocs as the host of `plangen build`: one book in, one folder of HTML out, in this process."""

import sys
from collections.abc import Mapping
from errno import EACCES, EDQUOT, EIO, ENOSPC, EROFS
from html import escape
from pathlib import Path
from traceback import walk_tb
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.theme import Theme

from mkdocs_plangen.plugin import PlangenPlugin
from mkdocs_plangen.slot import put_in
from plangen import site

_NOWHERE = "http://localhost/"  # MkDocs writes a sitemap, which the version selector reads, only for a site with a URL

_DISK = frozenset({EACCES, EDQUOT, EIO, ENOSPC, EROFS})
_OURS = frozenset({"plangen", "mkdocs_plangen"})


class MkDocsHost:
    """Builds books with MkDocs and Material."""

    def build(self, book: site.Book, config: Path, out: Path, assets: Mapping[str, str]) -> list[str]:
        """Write the book's site into `out`; returns MkDocs' warnings. Raises HostFailed with its last error.

        What the disk refuses, and a fault of plangen's own, is raised as it is.
        """
        with site.isolated("mkdocs", {"NO_MKDOCS_2_WARNING": "1"}, without=("jieba",)) as said:
            try:
                settings = load_config(str(config), site_dir=str(out), use_directory_urls=True, strict=False)
                _set_plugin(settings, book, assets)
                _set_theme(settings, book)
                settings.plugins.on_startup(command="build", dirty=False)
                build(settings)
            except (SystemExit, Exception) as problem:  # MkDocs aborts with SystemExit; the site's own hooks run here
                if _is_disk(problem) or _is_ours(problem):
                    raise
                raise site.HostFailed(said.last or f"{type(problem).__name__}: {problem}") from problem
            return said.warnings


def _is_disk(problem: BaseException) -> bool:
    """Whether the disk refused: it is full, read-only or not ours. Hooks raise other OSErrors for their own reasons."""
    return isinstance(problem, OSError) and problem.errno in _DISK


def _is_ours(problem: BaseException) -> bool:
    """Whether a fault of plangen itself: its code is the innermost of what is not Python's own."""
    names = [str(frame.f_globals.get("__name__", "")).split(".")[0] for frame, _ in walk_tb(problem.__traceback__)]
    return next((name for name in reversed(names) if name not in sys.stdlib_module_names), "") in _OURS


def _set_plugin(settings: MkDocsConfig, book: site.Book, assets: Mapping[str, str]) -> None:
    plugin = settings.plugins.get("plangen")
    if not isinstance(plugin, PlangenPlugin):
        plugin = settings.plugins["plangen"] = PlangenPlugin()
        plugin.load_config({})
    plugin.book, plugin.assets, plugin.canonical = book, assets, bool(settings.site_url)
    settings.site_url = f"{(settings.site_url or _NOWHERE).rstrip('/')}/{book.folder}/"
    put_in(settings.plugins)


def _set_theme(settings: MkDocsConfig, book: site.Book) -> None:
    """Nothing from other origins, and what several versions side by side need."""
    theme = settings.theme
    theme.dirs.insert(bool(theme.custom_dir), str(site.theme_dir()))
    theme["font"] = False
    if _speaks(theme.dirs, book.language):
        theme["language"] = book.language
    theme["features"] = list(dict.fromkeys([*(theme.get("features") or []), "navigation.instant"]))
    settings.repo_url = None
    settings.extra["generator"] = False
    settings.extra["version"] = {"provider": "mike", "default": "latest", "alias": True}
    settings.extra.setdefault("scope", "/")
    if any(page.tongues for page in book.pages):
        settings.extra["alternate"] = True  # the header's place for it; each page says where its languages are
    if book.base:
        settings.site_name = escape(book.title)  # goes raw into templates, as that of mkdocs.yml may hold markup
        for name, palette in zip(site.palette_names(book.language), _palettes(theme), strict=False):
            palette["toggle"] = {**palette["toggle"], "name": name}


def _palettes(theme: Theme) -> list[dict[str, Any]]:
    """The palettes with a switch: what it is called is the site's own words, in one language."""
    palettes = theme.get("palette")
    return [each for each in palettes if each.get("toggle")] if isinstance(palettes, list) else []


def _speaks(folders: list[str], language: str) -> bool:
    return any((Path(folder) / "partials" / "languages" / f"{language}.html").is_file() for folder in folders)
