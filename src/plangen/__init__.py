"""plangen: plans as code. This is the public API; everything else may change between versions."""

import os
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from plangen import site
    from plangen.site.book import Book, Frame, Host, Page
    from plangen.workspace import Workspace, open_handbook

# Same input, same output: no pydantic plugin that happens to be installed may change how plans are read.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

__version__ = "0.1.0"
__all__ = ["Book", "Frame", "Host", "Page", "Workspace", "__version__", "open_handbook", "site"]

_HOMES = {
    "Book": "site.book",
    "Frame": "site.book",
    "Host": "site.book",
    "Page": "site.book",
    "Workspace": "workspace",
    "open_handbook": "workspace",
}


def __getattr__(name: str) -> Any:
    """Load a public name when it is first asked for, so that `import plangen` costs nothing."""
    if name == "site":
        return import_module("plangen.site")
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"plangen.{_HOMES[name]}"), name)
