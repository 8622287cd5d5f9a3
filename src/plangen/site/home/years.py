"""The plan years of the handbook, each with its state and the way to its home page."""

from collections.abc import Iterator

from plangen.site.edition import Edition
from plangen.views import Block, Entries, Heading, Line, Link, Tally, Words, phrase


def years(edition: Edition) -> Iterator[Block]:
    """A line for each year; nothing where there is only this one."""
    word, found = edition.word, sorted(edition.scope.handbook.years, reverse=True)
    if len(found) < 2:
        return
    yield Heading(word("各年度", "Plan years"), "years")
    yield Entries(tuple(_row(edition, year) for year in found))


def _row(edition: Edition, year: int) -> tuple[Line, Line, Line]:
    title = edition.version_title(year)
    there = edition.has_version(year) and year != edition.year
    name: Line = (Link(title, version=str(year)),) if there else (Words(title, bold=True),)
    here = (Words(edition.word("　正在看", " (this one)"), "muted"),) if year == edition.year else ()
    count = Tally(len(edition.scope.handbook.years[year].plans), f"plans {year}")
    return (*name, *here), (), phrase(edition.word("{n} 份计划", "{n} plan(s)"), n=count)
