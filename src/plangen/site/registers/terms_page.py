"""The page of defined terms: each with its meaning, how it is computed, and where it is defined."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from plangen.site.eyebrow import eyebrow
from plangen.site.terms import Definition
from plangen.views import Block, Column, Document, Line, Link, Row, Table, Words

if TYPE_CHECKING:
    from plangen.site.edition import Edition


def terms_page(edition: "Edition") -> Document:
    """The terms of the handbook first, then plan by plan."""
    word = edition.word
    lede = word(
        "这些词在手册里只有一个意思。正文和表头里第一次出现时带点线，指一下就看到口径。",
        "These words have one meaning here. Where one stands first on a page it is underlined and explains itself.",
    )
    return Document(word("术语与口径", "Terms"), tuple(_blocks(edition)), eyebrow(edition, None), (lede,))


def _blocks(edition: "Edition") -> Iterator[Block]:
    glossary, word = edition.glossary, edition.word
    if glossary.shared:
        yield _table(edition, "shared", word("全手册", "The whole handbook"), glossary.shared)
    for path, terms in glossary.by_plan.items():
        if terms:
            plan = edition.plans[path].plan
            names = [step.head.name for step in reversed(list(plan.lineage()))]
            yield _table(edition, f"plan-{path.replace('/', '-')}", " · ".join(names), terms)


def _table(edition: "Edition", name: str, title: str, terms: Sequence[Definition]) -> Table:
    word = edition.word
    columns = [Column("term", word("词", "Term")), Column("definition", word("口径", "Definition"))]
    rows = [[_name(term), _text(term.text)] for term in terms]
    if any(term.formula for term in terms):
        columns.append(Column("formula", word("算式", "Formula"), phone=False))
        rows = [[*row, _text(term.formula)] for row, term in zip(rows, terms, strict=True)]
    places = [term.anchor for term in terms]
    cells = tuple(Row(tuple(row), id=place) for row, place in zip(rows, places, strict=True))
    return Table(name, title, tuple(columns), cells)


def _name(term: Definition) -> Line:
    also = "、".join(term.also)
    name: Line = (Link(term.name, term.item),) if term.item else (term.name,)
    return (*name, Words(f" {also}", "muted")) if also else name


def _text(text: str) -> Line:
    return (text,) if text else ("—",)
