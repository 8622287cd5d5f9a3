"""The MkDocs plugin: hands finished pages to MkDocs, and leaves every other page as it is."""

import logging
from collections.abc import Mapping
from copy import copy
from html import escape
from pathlib import Path
from typing import Any

from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

import plangen
from mkdocs_plangen.slot import put_in
from plangen import site

log = get_plugin_logger("plangen")


class PlangenConfig(Config):  # type: ignore[no-untyped-call]
    """The plugin's settings: the content folder beside mkdocs.yml, the year of a plain `mkdocs build`, whose search."""

    content = c.Type(str, default="content")
    year = c.Optional(c.Type(int))
    search = c.Type(bool, default=False)


class BookPage(Page):
    """A page that came finished: its text is at hand, its slots are filled after Markdown."""

    def __init__(self, source: site.Page, file: File, config: MkDocsConfig, values: Mapping[str, Any]) -> None:
        super().__init__(None, file, config)
        self.source, self.values = source, values

    def read_source(self, config: MkDocsConfig) -> None:
        """Take the text from the book. Titles and descriptions go raw into templates, so they are escaped here."""
        del config
        self.markdown = self.source.markdown
        self.meta = {
            "title": escape(self.source.title),
            "description": escape(self.source.description),
            "template": f"{site.theme_dir().name}/main.html",
            "plangen": self.values,
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert with the extensions that narratives need, whatever else this site uses, then fill the slots."""
        slots = self.source.slots
        needed, given = site.markdown_extensions(slots), config.mdx_configs
        ours = copy(config)
        ours["markdown_extensions"] = names = list(dict.fromkeys([*config.markdown_extensions, *needed]))
        ours["mdx_configs"] = {name: {**(given.get(name) or {}), **needed.get(name, {})} for name in names}
        super().render(ours, files)
        self.content = site.fill(self.content or "", slots)
        self.links_to_anchors = (
            None  # MkDocs does not know the anchors inside slots; finished pages are checked instead
        )
        items = list(self.toc)
        while items:
            item = items.pop()
            item.title = site.fill_text(item.title, slots)
            items += item.children


class PlangenPlugin(BasePlugin[PlangenConfig]):  # type: ignore[no-untyped-call]
    """Adds the pages of one book. A host sets `book`, `assets`, `canonical` first; else the handbook is read here."""

    book: site.Book | None = None
    assets: Mapping[str, str] | None = None
    canonical = True
    searched = True

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the book where no host gave one, and make the page template known, behind the site's own."""
        if self.assets is None:
            self.book = self._read(Path(config.config_file_path or "mkdocs.yml").parent)
            self.searched = self.config.search and self.book is not None
            if self.searched:
                put_in(config.plugins)
        if self.book is not None:
            dirs, folder = config.theme.dirs, site.theme_dir()
            dirs += [place for place in (str(folder), str(folder.parent)) if place not in dirs]
        return config

    def _read(self, root: Path) -> site.Book | None:
        handbook = plangen.open_handbook(root, self.config.content)
        if handbook.is_empty:
            log.info("no plan in '%s', nothing added", self.config.content)
            return None
        problems = site.describe_errors(handbook.findings)
        year = self.config.year or handbook.current_year
        if problems or year not in handbook.years:
            raise PluginError(problems or f"the handbook has no year {year}")
        return handbook.book(year, (year,))

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Take the plan's sources out, put the book's pages and files in; what the site has already stays."""
        if self.book is None:
            return files
        content = Path(config.config_file_path or "mkdocs.yml").parent / self.config.content
        for file in list(files):
            if file.abs_src_path and site.stays_unpublished(file.abs_src_path, content, hosted=self.assets is not None):
                files.remove(file)
        taken = {uri for file in files if file.inclusion is not InclusionLevel.EXCLUDED for uri in _uris(file)}
        urls = self._urls()
        for page in self.book.pages:
            file = _generated(config, page.path, page.url + "index.html", content="")
            if _uris(file) & taken:
                level = logging.WARNING if page.url else logging.INFO  # a site has a home page of its own, as it should
                log.log(level, "the site's own page '%s' stays, the plan's page there is left out", file.dest_uri)
            else:
                BookPage(page, file, config, site.template_values(page, urls))
                files.append(file)
        others = [_generated(config, path, path, content=data) for path, data in self._media().items()]
        if self.assets is None:
            charts = any(page.figures for page in self.book.pages)
            used = [pair for key, pair in site.asset_files().items() if charts or key != "plotly"]
            others += [_generated(config, f"_assets/{n}", f"_assets/{n}", content=site.asset_bytes(p)) for n, p in used]
        for file in others:
            if not _uris(file) & taken:
                files.append(file)
        return files

    def _urls(self) -> Mapping[str, str]:
        return site.asset_urls("_assets/") if self.assets is None else self.assets

    def _media(self) -> Mapping[str, bytes]:
        """The book's files; its index only where the site has no search of its own."""
        media = self.book.media if self.book is not None else {}
        return {path: data for path, data in media.items() if self.searched or path != site.INDEX}

    def on_pre_template(self, template: Any, *, template_name: str, **_: Any) -> Any:
        """Our page for lost addresses in place of the theme's; a site's own stays. A host has ours in front."""
        theirs = template_name == "404.html" and "material" in Path(template.filename or "").parts
        if self.searched and self.assets is None and theirs:
            return template.environment.get_template(f"{site.theme_dir().name}/404.html")
        return template

    def on_template_context(self, context: Any, *, template_name: str, **_: Any) -> Any:
        """What the page for lost addresses needs: its addresses start at the host."""
        if self.searched and self.book is not None and template_name == "404.html":
            year = None if self.assets is None else self.book.year
            context["lost"] = site.lost_values(year, context["base_url"], self._urls(), self.book.language)
        return context

    def on_post_page(self, output: str, *, page: Page, **_: Any) -> str:
        """Name our worker in the settings that the theme's script reads; our pages lose the white space of templates.

        Other pages are not ours to touch otherwise.
        """
        html = site.compact(output) if isinstance(page, BookPage) else output
        return site.with_worker(html, self._urls()) if self.searched else html

    def on_post_template(self, output_content: str, **_: Any) -> str:
        """The same on pages that are none, such as the one for lost addresses."""
        return site.with_worker(output_content, self._urls()) if self.searched else output_content

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Bind each plan's pages to one document."""
        if self.book is not None:
            site.bind_wholes(Path(config.site_dir), self.book, self._urls())

    def on_page_context(self, context: Any, *, page: Page, **_: Any) -> Any:
        """Without a real address there is no canonical link to give."""
        if not self.canonical:
            page.canonical_url = None
        return context


def _uris(file: File) -> set[str]:
    return {file.src_uri, file.dest_uri}


def _generated(config: MkDocsConfig, path: str, target: str, **origin: Any) -> File:
    file = File.generated(config, path, inclusion=InclusionLevel.NOT_IN_NAV, **origin)
    file.use_directory_urls, file.dest_uri = True, target
    return file
