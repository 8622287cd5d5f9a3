"""What is published: where the books come from, and what was asked for."""

from collections.abc import Collection, Sequence
from importlib.metadata import entry_points
from pathlib import Path
from typing import Protocol

from plangen.findings import Finding
from plangen.site.book import Book, Host
from plangen.site.codes import HostFailed
from plangen.source import content_folder
from plangen.values import record


class Shelf(Protocol):
    """Where the books come from: the workspace, or a test's stand-in."""

    @property
    def years(self) -> tuple[int, ...]:
        """The plan years, oldest first."""

    @property
    def current_year(self) -> int | None:
        """The year that `latest` leads to."""

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that the handbook is published in, its own first."""

    def in_language(self, language: str, /) -> "Shelf":
        """The same books in another of these languages."""

    @property
    def findings(self) -> Sequence[Finding]:
        """Everything that is wrong with the content."""

    def book(self, year: int, beside: Collection[int], /) -> Book:
        """The pages of one year; `beside` are the years that the site will have."""


@record
class Order:
    """What to publish. `root` holds `mkdocs.yml` and the content folder; no `years` or `languages` means all.

    `strict` refuses warnings too. `extra` is what the site depends on besides files (the date of the last commit).
    `offline`: the site works from a folder, and needs no server.
    """

    root: Path
    site: Path
    years: tuple[int, ...] = ()
    languages: tuple[str, ...] = ()
    strict: bool = False
    extra: str = ""
    offline: bool = False

    @property
    def content(self) -> str:
        """The content folder's name below `root`."""
        return content_folder(self.root)

    @property
    def config(self) -> Path:
        """The handbook's own configuration of the site generator."""
        return self.root / "mkdocs.yml"


def find_host(name: str = "mkdocs") -> Host:
    """The site generator with this name, from the entry points. Raises HostFailed when it is not installed."""
    for entry in entry_points(group="plangen.hosts", name=name):
        host: Host = entry.load()()
        return host
    raise HostFailed(f"no host “{name}” is installed (entry point group plangen.hosts)")
