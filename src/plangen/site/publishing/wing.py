"""A wing: one language of a site in the making, with years, a version list and a way to the current year of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from plangen.seals.archive import SITE
from plangen.seals.chain import Chain
from plangen.site.book import Book
from plangen.site.publishing.closed import place
from plangen.site.publishing.disk import Disk
from plangen.site.publishing.inputs import config_value
from plangen.site.publishing.manifest import Manifest, intact
from plangen.site.publishing.shelf import Order, Shelf, find_host
from plangen.site.publishing.stage import Stage, titles_of
from plangen.site.publishing.versions import forward_page, page_urls
from plangen.site.tongues import base_of, below, with_tongues


@dataclass
class Wing:
    """One language.

    `kept` are its years: whether each is kept as the site before has it, or built; sealed ones are neither.
    `last` is a book of it, which lends title and language to what its years share.
    """

    language: str
    base: str
    shelf: Shelf
    stage: Stage
    kept: Mapping[int, bool]
    last: Book | None = None


def open_wings(order: Order, shelf: Shelf, chain: Chain, stage: Stage) -> list[Wing]:
    """The languages that the site will have, the handbook's own first. `stage` is that of the whole site."""
    own, *others = shelf.languages
    wings: list[Wing] = []
    for language in (own, *others):
        base = base_of(language, own)
        part = stage.old.part(base) if stage.old else None
        mine = Stage(stage.folder / base, stage.site / base, part, stage.disk, stage.tell, base=base)
        asked = not order.languages or language in order.languages
        years = [year for year in shelf.years if is_there(chain, base, year)]
        kept = kept_years(order, years, mine, asked=asked)
        wings.append(Wing(language, base, shelf if not base else shelf.in_language(language), mine, kept))
    return wings


def is_there(chain: Chain, base: str, year: int) -> bool:
    """Whether a year has pages in a language's folder: a closed one for ever in those that it was sealed in."""
    return (
        not base
        or year not in chain.seals
        or any(name.startswith(f"{SITE}{base}/{year}/") for name in chain.seals[year][-1].outputs)
    )


def kept_years(order: Order, years: Sequence[int], stage: Stage, *, asked: bool) -> dict[int, bool]:
    """Every year of a language in the new site: whether it is kept as the site before has it, or built.

    A year that nobody asked for is built too where the site before has it, but not as we wrote it; one that the site
    before does not have is left out. Of a language that nobody asked for nothing is built that is not there.
    """
    some = bool(order.years) or not asked
    there = stage.old.years if stage.old and some else {}
    wanted = [year for year in years if asked and (not order.years or year in order.years)]
    return {
        year: bool(stage.old and year not in wanted and str(year) in there and intact(stage.site, stage.old, year))
        for year in years
        if year in wanted or str(year) in there
    }


def fill(wings: Sequence[Wing], order: Order, surroundings: str, chain: Chain) -> None:
    """Put the years of every language, and what they share, into their stages."""
    for year in sorted({year for wing in wings for year in wing.kept}):
        for wing in (each for each in wings if year in each.kept):
            if year in chain.seals:
                place(wing.stage, chain, year, wing.language)
            elif wing.kept[year]:
                wing.stage.keep(year, titles_of(wing.stage.site).get(year, str(year)), "kept")
        if year not in chain.seals:
            fill_year(wings, order, surroundings, year)
    for wing in wings:
        _share(wing, order)


def fill_year(wings: Sequence[Wing], order: Order, surroundings: str, year: int) -> None:
    """Build one year in every language that it is to be built in; its pages know the same pages of the others."""
    there = [wing for wing in wings if year in wing.kept]
    books = {w.language: w.shelf.book(year, tuple(w.kept)) for w in there if not w.kept[year]}
    urls = {
        wing.language: frozenset(page.url for page in books[wing.language].pages)
        if wing.language in books
        else frozenset(page_urls(wing.stage.folder / str(year)))
        for wing in there
    }
    for wing in (each for each in there if each.language in books):
        wing.last = with_tongues(books[wing.language], urls, wings[0].language)
        wing.stage.add(wing.last, surroundings, find_host, order.config)


def _share(wing: Wing, order: Order) -> None:
    if not wing.kept:
        return
    last = wing.last or wing.shelf.book(max(wing.kept), tuple(wing.kept))
    stage, current = wing.stage, wing.shelf.current_year
    shown = current if current in stage.titles else max(stage.titles)
    stage.share(last, shown or last.year, config_value(order.config, "site_url"))


def whole(wings: Sequence[Wing]) -> Manifest:
    """The years of all languages as the manifest names them: `2026`, `en/2026`."""
    keys = {below(wing.base, year): key for wing in wings for year, key in wing.stage.keys.items()}
    notes = {below(wing.base, year): texts for wing in wings for year, texts in wing.stage.notes.items()}
    return Manifest(years=keys, notes=notes)


def share(wings: Sequence[Wing], folder: Path, disk: Disk) -> None:
    """Write what all languages share. A site without the handbook's own language leads to the first that it has."""
    first = wings[0]
    first.stage.share_files()
    if any(keep for wing in wings for keep in wing.kept.values()):
        first.stage.keep_assets()
    if not first.kept:
        there = next(wing for wing in wings if wing.kept)
        disk.write(folder / "index.html", forward_page(there.language, there.base))
