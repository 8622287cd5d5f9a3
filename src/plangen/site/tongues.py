"""The languages of a site: where each stands in it, and the way from a page to the same page in another one."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from plangen.model.label import LANGUAGES, NAMES
from plangen.site.book import Book, Page, Tongue


def base_of(language: str, own: str) -> str:
    """The folder of a language in the site: none for the handbook's own, which stands in the root."""
    return "" if language == own else language


def below(base: str, path: str) -> str:
    """A path of a language's part as it is in the whole site."""
    return f"{base}/{path}" if base else path


def split(path: str) -> tuple[str, str]:
    """The language's folder of a path in the site (empty: the root's), and the rest."""
    first, slash, rest = path.partition("/")
    return (first, rest) if slash and first in LANGUAGES else ("", path)


def version_of(path: str) -> str:
    """The version that a path of the site lies in: `2026`, `en/2026`; else its first part."""
    base, rest = split(path)
    return below(base, rest.partition("/")[0])


def with_tongues(book: Book, known: Mapping[str, Collection[str]], own: str) -> Book:
    """The book with the way from each of its pages to the same one in other languages.

    `known` are the addresses of the year's pages by language; where one lacks a page, the way leads to the year. `own`
    is the handbook's own language.
    """
    if len(known) < 2:
        return book
    return replace(book, pages=tuple(replace(page, tongues=_of(page, book, known, own)) for page in book.pages))


def _of(page: Page, book: Book, known: Mapping[str, Collection[str]], own: str) -> tuple[Tongue, ...]:
    up = "../../" if book.base else "../"
    return tuple(
        Tongue(language, NAMES[language], "")
        if language == book.language
        else Tongue(
            language,
            NAMES[language],
            f"{up}{below(base_of(language, own), str(book.year))}/{page.url if page.url in urls else ''}",
            same=page.url in urls,
        )
        for language, urls in known.items()
    )
