"""MkDocs as the host of `plangen build`: one book in, one folder of HTML out, in this process."""

from collections.abc import Mapping
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from mkdocs_plangen.plugin import PlangenPlugin
from plangen import site

_NOWHERE = "http://localhost/"  # MkDocs writes a sitemap, which the version selector reads, only for a site with a URL


class MkDocsHost:
    """Builds books with MkDocs and Material."""

    def build(self, book: site.Book, config: Path, out: Path, assets: Mapping[str, str]) -> list[str]:
        """Write the book's site into `out`; returns MkDocs' warnings. Raises HostFailed with its last error."""
        with site.isolated("mkdocs", {"NO_MKDOCS_2_WARNING": "1"}, without=("jieba",)) as said:
            try:
                settings = load_config(str(config), site_dir=str(out), use_directory_urls=True, strict=False)
                _set_plugin(settings, book, assets)
                _set_theme(settings, book)
                settings.plugins.on_startup(command="build", dirty=False)
                build(settings)
            except OSError:
                raise
            except (SystemExit, Exception) as problem:  # MkDocs aborts with SystemExit; the site's own hooks run here
                raise site.HostFailed(said.last or f"{type(problem).__name__}: {problem}") from problem
            return said.warnings


def _set_plugin(settings: MkDocsConfig, book: site.Book, assets: Mapping[str, str]) -> None:
    plugin = settings.plugins.get("plangen")
    if not isinstance(plugin, PlangenPlugin):
        plugin = settings.plugins["plangen"] = PlangenPlugin()
        plugin.load_config({})
    plugin.book, plugin.assets, plugin.canonical = book, assets, bool(settings.site_url)
    settings.site_url = f"{(settings.site_url or _NOWHERE).rstrip('/')}/{book.year}/"
    for name, other in settings.plugins.items():
        if name.split("/")[-1] == "search":
            other.config.update({key: value for key, value in site.search_settings().items() if not other.config[key]})


def _set_theme(settings: MkDocsConfig, book: site.Book) -> None:
    """Nothing from other origins, and what several versions side by side need."""
    theme = settings.theme
    theme.dirs.insert(bool(theme.custom_dir), str(site.theme_dir()))
    theme["font"] = False
    theme["language"] = next(
        (name for name in (f"{book.language}-Hans", book.language) if _speaks(theme.dirs, name)), theme.get("language")
    )
    theme["features"] = [name for name in theme.get("features") or [] if not name.startswith("navigation.instant")]
    settings.repo_url = None
    settings.extra["generator"] = False
    settings.extra["version"] = {"provider": "mike", "default": "latest", "alias": True}
    settings.extra.setdefault("scope", "/")


def _speaks(folders: list[str], language: str) -> bool:
    return any((Path(folder) / "partials" / "languages" / f"{language}.html").is_file() for folder in folders)
