"""From finished pages to a published site, whatever generator writes the HTML."""

from plangen.site.assets import asset_files, asset_urls, theme_dir
from plangen.site.book import Book, Frame, Host, Page
from plangen.site.codes import HostFailed
from plangen.site.filling import fill, fill_text
from plangen.site.inputs import is_plan_source
from plangen.site.isolation import isolated
from plangen.site.markup import markdown_extensions, search_settings
from plangen.site.refusal import describe_errors
from plangen.site.template import template_values

__all__ = [
    "Book", "Frame", "Host", "HostFailed", "Page", "asset_files", "asset_urls",
    "describe_errors", "fill", "fill_text", "is_plan_source", "isolated", "markdown_extensions",
    "search_settings", "template_values", "theme_dir",
]  # fmt: skip
