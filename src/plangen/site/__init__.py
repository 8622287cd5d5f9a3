"""From finished pages to a published site, whatever generator writes the HTML."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from plangen.site.assets import asset_bytes, asset_files, asset_urls, theme_dir
    from plangen.site.book import Book, Frame, Host, Page
    from plangen.site.codes import HostFailed
    from plangen.site.narratives.filling import fill, fill_text
    from plangen.site.narratives.markup import markdown_extensions
    from plangen.site.publishing.inputs import stays_unpublished
    from plangen.site.publishing.isolation import isolated
    from plangen.site.publishing.refusal import describe_errors
    from plangen.site.search.index import INDEX
    from plangen.site.search.slot import lost_values, with_worker
    from plangen.site.template import palette_names, template_values
    from plangen.site.white_space import compact
    from plangen.site.whole.binding import bind_wholes

__all__ = [
    "INDEX", "Book", "Frame", "Host", "HostFailed", "Page", "asset_bytes", "asset_files", "asset_urls", "bind_wholes",
    "compact", "describe_errors", "fill", "fill_text", "isolated", "lost_values", "markdown_extensions",
    "palette_names",
    "stays_unpublished", "template_values", "theme_dir", "with_worker",
]  # fmt: skip

_HOMES = {
    "assets": ("asset_bytes", "asset_files", "asset_urls", "theme_dir"),
    "book": ("Book", "Frame", "Host", "Page"),
    "publishing.codes": ("HostFailed",),
    "narratives.filling": ("fill", "fill_text"),
    "publishing.inputs": ("stays_unpublished",),
    "publishing.isolation": ("isolated",),
    "narratives.markup": ("markdown_extensions",),
    "publishing.refusal": ("describe_errors",),
    "search.index": ("INDEX",),
    "search.slot": ("lost_values", "with_worker"),
    "template": ("palette_names", "template_values"),
    "white_space": ("compact",),
    "whole.binding": ("bind_wholes",),
}


def __getattr__(name: str) -> Any:
    """Load a name when it is first asked for: `plangen check` needs none of what publishes."""
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"plangen.site.{home}"), name)
    raise AttributeError(name)
