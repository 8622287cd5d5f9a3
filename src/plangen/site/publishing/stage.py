"""Fill the staged folder: every year from its book or from the old site, then what the years share."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from plangen.site import csp
from plangen.site.assets import FOLDER, asset_bytes, asset_files, asset_urls
from plangen.site.book import Book, Host
from plangen.site.publishing.disk import Disk
from plangen.site.publishing.manifest import Manifest, hash_book, hash_bytes, intact
from plangen.site.publishing.versions import latest_pages, page_urls, root_files, root_pages, timeless, version_list
from plangen.site.tongues import below
from plangen.site.verifying.verify import Seen, verify

Tell = Callable[..., None]
"""Called with the key of a sentence and its arguments (see `words.py`), as the work goes on."""


@dataclass(slots=True)
class Stage:
    """A site in the making. `folder` is where, `old` the site before with its manifest (None: there is none).

    `closed` are the years whose pages come from archives, `editions` the titles of those that amendments replaced.
    `base` is the folder of its language; empty for the handbook's own, and for the whole site.
    """

    folder: Path
    site: Path
    old: Manifest | None
    disk: Disk
    tell: Tell
    keys: dict[str, str] = field(default_factory=dict)
    notes: dict[str, list[str]] = field(default_factory=dict)
    titles: dict[int, str] = field(default_factory=dict)
    built: list[Book] = field(default_factory=list)
    closed: set[int] = field(default_factory=set)
    editions: dict[str, str] = field(default_factory=dict)
    base: str = ""

    @property
    def root(self) -> Path:
        """The folder of the whole site: what all languages share stands there."""
        return self.folder.parent if self.base else self.folder

    @property
    def up(self) -> str:
        """The way from a version's root to the whole site's."""
        return "../../" if self.base else "../"

    def keep(self, year: int, title: str, sentence: str) -> None:
        """Take a year over from the site before."""
        assert self.old is not None
        self.tell(sentence, year=below(self.base, str(year)))
        self.disk.copy(self.site / str(year), self.folder / str(year))
        self._enter(year, title, self.old.years[str(year)], self.old.notes.get(str(year), []))

    def add(self, book: Book, surroundings: str, host: Callable[[], Host], config: Path) -> None:
        """Add a year from its book: from the site before when it was made from the very same."""
        key = hash_bytes(hash_book(book).encode(), surroundings.encode())
        if self.can_keep(book.year) and self.old and self.old.years[str(book.year)] == key:
            self.keep(book.year, book.version_title, "carried")
            return
        self.tell("year", year=book.folder, pages=len(book.pages))
        out = self.folder / str(book.year)
        self.disk.make(out)
        notes = host().build(book, config, out, asset_urls(f"{self.up}{FOLDER}/"))
        timeless(out)
        self.built.append(book)
        self._enter(book.year, book.version_title, key, notes)

    def close(self, year: int, title: str, key: str) -> None:
        """Enter a year whose files have come out of its archive."""
        self.closed.add(year)
        self._enter(year, title, key, [])

    def can_keep(self, year: int) -> bool:
        """Whether the site before holds this year, unchanged since we wrote it."""
        return self.old is not None and str(year) in self.old.years and intact(self.site, self.old, year)

    def share(self, book: Book, current: int, site_url: str) -> None:
        """Write what the years of one language share.

        `book` lends its title and language, `current` is the year behind `latest`.
        """
        self.disk.write(self.folder / "versions.json", version_list(self.titles, current, self.editions))
        urls = page_urls(self.folder / str(current))
        for name, data in [
            *root_pages(book.title, book.language, current, site_url, self.base),
            *latest_pages(urls, book.language, current, f"{self.up}{FOLDER}/"),
        ]:
            self.disk.write(self.folder / name, data)

    def share_files(self) -> None:
        """Write what all years and languages share: styles and scripts, and what tells robots to stay away."""
        for name, sources in asset_files().values():
            self.disk.write(self.root / FOLDER / name, asset_bytes(sources))
        for name, data in root_files():
            self.disk.write(self.root / name, data)

    def keep_assets(self) -> None:
        """Take over the shared files that only the years kept from the site before use."""
        pages = [path.read_text(encoding="utf-8", errors="replace") for path in self.folder.rglob("*.html")]
        for path in sorted((self.site / FOLDER).glob("*")):
            target = self.folder / FOLDER / path.name
            if not target.exists() and any(f"{FOLDER}/{path.name}" in page for page in pages):
                self.disk.copy(path, target)

    def _enter(self, year: int, title: str, key: str, notes: Sequence[str]) -> None:
        self.keys[str(year)] = key
        self.titles[year] = title
        if notes:
            self.notes[str(year)] = list(notes)


def look(stages: Sequence[Stage], site_url: str, sources: frozenset[str]) -> Seen:
    """Verify the whole site, in all its languages, and write the policy that names its inline scripts."""
    first = stages[0]
    first.tell("verifying")
    closed = {below(each.base, name) for each in stages for name in (*map(str, each.closed), *each.editions)}
    seen = verify(first.root, site_url, [book for each in stages for book in each.built], sources, frozenset(closed))
    for name, text in csp.files(csp.policy(seen.scripts)).items():
        first.disk.write(first.root / name, text.encode())
    return seen


def titles_of(site: Path) -> Mapping[int, str]:
    """The titles in a published version list; empty where there is none."""
    return dict(_titles(site / "versions.json"))


def _titles(path: Path) -> Iterator[tuple[int, str]]:
    try:
        for entry in json.loads(path.read_bytes()):
            if entry["version"].isdecimal():
                yield int(entry["version"]), str(entry["title"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return
