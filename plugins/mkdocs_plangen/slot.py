"""The search of the theme is shown where a search plugin is installed: here is one that shows it and does nothing."""

from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.plugins import BasePlugin, PluginCollection

NAME = "material/search"
"""Under this name the theme's templates look for it."""


class SlotConfig(Config):  # type: ignore[no-untyped-call]
    """What the templates ask for."""

    enabled = c.Type(bool, default=True)


class SearchSlot(BasePlugin[SlotConfig]):  # type: ignore[no-untyped-call]
    """Has no events: the index is one of the book's files."""


def put_in(plugins: PluginCollection) -> None:
    """Let the theme show its search, and silence a search plugin that the site names."""
    for name, each in plugins.items():
        if name.split("/")[-1] == "search":
            for methods in plugins.events.values():
                methods[:] = [method for method in methods if getattr(method, "__self__", None) is not each]
    slot = SearchSlot()
    slot.load_config({})
    dict.__setitem__(plugins, NAME, slot)
