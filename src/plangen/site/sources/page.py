"""The page 来源对照: document by document, where each item is carried, what is missing, left out or doubled."""

from collections.abc import Iterator

from plangen.model import SourceDocument
from plangen.site.edition import Edition
from plangen.site.eyebrow import eyebrow
from plangen.site.sources.rows import TONES, document_table
from plangen.site.sources.traced import STANDINGS, Standing, Traced
from plangen.site.sources.unnamed import unnamed_blocks
from plangen.views import (
    Block,
    Column,
    Document,
    Fold,
    Heading,
    Inline,
    Line,
    Link,
    Meter,
    Row,
    Table,
    Tally,
    Words,
    phrase,
)


def sources_page(edition: Edition, traced: Traced) -> Document:
    """The page of one year."""
    title = edition.word("来源对照", "Sources")
    return Document(title, tuple(_blocks(edition, traced)), eyebrow(edition, None), _lede(edition, traced))


def _lede(edition: Edition, traced: Traced) -> Line:
    coverage = traced.coverage
    text = edition.word(
        "登记了 {documents} 份来源、{total} 条内容。本年度写到 {carried} 条，写在别的章节 {other} 条，"
        "只在其他年度写到 {elsewhere} 条，没有着落 {missing} 条，注明不写 {left} 条。",
        "{documents} source documents with {total} items are registered. Carried in this year: {carried}; by another "
        "section: {other}; in other years only: {elsewhere}; by nobody: {missing}; left out on purpose: {left}.",
    )
    found = traced.counts(coverage.items)
    counts: dict[str, Inline | Line] = {each: Tally(number, f"sources {each}") for each, number in found.items()}
    documents = Tally(len(coverage.documents), "sources documents")
    return phrase(text, "", documents=documents, total=Tally(coverage.total.total, "sources total"), **counts)


def _blocks(edition: Edition, traced: Traced) -> Iterator[Block]:
    word = edition.word
    yield _documents(edition, traced)
    count = len(traced.coverage.documents)
    yield Heading(word("逐条对照", "Item by item"), "items", aside=word("{count} 份", "{count}", count=count))
    for document in traced.coverage.documents:
        line = (Words(document.document, bold=True), f" {document.title}  ", *_carried_of(edition, traced, document))
        yield Fold(line, (document_table(edition, traced, document),), id=document.document)
    yield from unnamed_blocks(edition, traced.coverage)


def _documents(edition: Edition, traced: Traced) -> Table:
    word = edition.word
    names: dict[Standing, str] = {
        "carried": word("本年写到", "Carried"),
        "other": word("在别的章节", "Other section"),
        "elsewhere": word("只在其他年度", "Other years only"),
        "missing": word("没有着落", "Missing"),
        "left": word("不写", "Left out"),
    }
    narrow = ("carried", "missing")
    columns = (
        Column("document", word("来源", "Source")),
        Column("title", word("名称", "Title")),
        Column("bar", word("着落", "Coverage"), phone=False),
        Column("total", word("条数", "Items"), numeric=True),
        *(Column(each, names[each], numeric=True, phone=each in narrow) for each in STANDINGS),
    )
    rows = tuple(_row(edition, traced, document) for document in traced.coverage.documents)
    subtitle = word("条形依次是各列的条数，不写的除外", "the bar has the counts of the columns, without those left out")
    return Table("documents", word("各份来源", "Documents"), columns, rows, subtitle)


def _row(edition: Edition, traced: Traced, document: SourceDocument) -> Row:
    items = traced.coverage.in_document(document)
    counts = traced.counts(items)
    name = document.document
    link = Link(name, page="sources/", anchor=name)
    meter = Meter(tuple((counts[each], TONES[each]) for each in STANDINGS if each != "left"))
    numbers = (
        (Tally(number, f"sources {each} {name}", tone=TONES[each] if number else "muted"),)
        for each, number in counts.items()
    )
    return Row(((link,), (document.title,), (meter,), (Tally(len(items), f"sources total {name}"),), *numbers))


def _carried_of(edition: Edition, traced: Traced, document: SourceDocument) -> Line:
    """`13 / 48 条`: the items that this year carries, of those that somebody has to carry."""
    name, counts = document.document, traced.counts(traced.coverage.in_document(document))
    due = sum(counts.values()) - counts["left"]
    carried = Tally(counts["carried"], f"sources carried {name}")
    return phrase(edition.word("{n} / {due} 条", "{n} of {due}"), n=carried, due=Tally(due, f"sources due {name}"))
