"""The items of one source document, a row each: what it is about, how it stands, where it is carried."""

from collections.abc import Iterable, Iterator

from plangen.coverage import Carried, Carrier
from plangen.model import NARRATIVE, SourceDocument
from plangen.site.edition import Edition
from plangen.site.sources.places import link_to
from plangen.site.sources.traced import Standing, Traced
from plangen.views import Column, Inline, Row, Table, Tone, Words

TONES: dict[Standing, Tone] = {
    "carried": "good",
    "other": "changed",
    "elsewhere": "sealed",
    "missing": "bad",
    "left": "muted",
}


def document_table(edition: Edition, traced: Traced, document: SourceDocument) -> Table:
    """The table of a document's items, in its order."""
    word = edition.word
    columns = (
        Column("id", word("编号", "Id")),
        Column("about", word("内容", "About")),
        Column("kind", word("应在", "Belongs to"), phone=False),
        Column("standing", word("状态", "State")),
        Column("places", word("写在", "Carried by")),
    )
    rows = tuple(_row(edition, traced, item) for item in traced.coverage.in_document(document))
    return Table(f"items-{document.document}", "", columns, rows, document.about or "")


def _row(edition: Edition, traced: Traced, item: Carried) -> Row:
    mark = edition.word("；", "; ")
    state = tuple(_apart(_state(edition, traced, item), mark))
    places = tuple(_apart((link_to(edition, carrier) for carrier in _once(item.carriers)), mark))
    kind = kind_title(edition, item.item.kind)
    return Row(((item.name,), (item.item.about,), (kind,), state, places), id=item.name)


def kind_title(edition: Edition, kind: str) -> str:
    """What a section kind is called; a narrative is 说明文字."""
    if kind in edition.kinds:
        return edition.kinds[kind].title(edition.language)
    return edition.word("说明文字", "Narrative") if kind == NARRATIVE else kind


def _state(edition: Edition, traced: Traced, item: Carried) -> Iterator[Inline]:
    word, standing = edition.word, traced.standing(item)
    years = word("、", ", ").join(
        word("{year} 年", "{year}", year=year) for year in traced.elsewhere.get(item.name, ())
    )
    said = {
        "carried": word("写到了", "carried"),
        "other": word("在别的章节", "in another section"),
        "elsewhere": word("只在 {years}", "only in {years}", years=years),
        "missing": word("没有着落", "missing"),
        "left": word("不写：", "left out: ") + (item.item.left or ""),
    }
    yield Words(said[standing], TONES[standing])
    if standing == "left" and item.carriers:
        yield Words(word("可是写了", "carried all the same"), "bad")
    if item.twice:
        yield Words(word("不止一处", "more than once"), "changed")
    if item.lacks:
        yield Words(word("没有这些数：", "without its figures: ") + ", ".join(item.lacks), "unset")


def _once(carriers: tuple[Carrier, ...]) -> list[Carrier]:
    """One carrier an item or passage, the first of each."""
    return list({carrier.spot: carrier for carrier in reversed(carriers)}.values())[::-1]


def _apart(parts: Iterable[Inline], mark: str) -> Iterator[Inline]:
    for number, part in enumerate(parts):
        yield from (mark, part) if number else (part,)
