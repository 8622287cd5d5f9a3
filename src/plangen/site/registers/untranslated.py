"""What a language has no wording for yet, by plan and place: on the page of the checks, for who writes it."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from plangen.model.label import CALLED
from plangen.model.translating import untranslated
from plangen.model.untranslated import Untranslated
from plangen.site.edition import Edition
from plangen.values import Address, Refused
from plangen.views import Block, Column, Fold, Heading, Inline, Line, Link, Row, Table, Tally, Words, phrase

MOST = 20
"""Texts of a plan that are named; the rest are counted."""


def untranslated_blocks(edition: Edition) -> Iterator[Block]:
    """A fold a language: all further languages on the own language's pages, on another one's its own."""
    handbook, word = edition.scope.handbook, edition.word
    own = handbook.head.language
    if handbook.language == own:
        lists = {tag: tuple(untranslated(handbook, tag)) for tag in handbook.languages[1:]}
    else:
        lists = {handbook.language: handbook.untranslated}
    there = {tag: [each for each in texts if each.year in (0, edition.year)] for tag, texts in lists.items()}
    if any(there.values()):
        yield Heading(word("还没有翻译的", "Not translated yet"), "untranslated")
    for tag, texts in there.items():
        if texts:
            yield Fold(_line(edition, tag, own, texts), (_table(edition, tag, texts),), f"untranslated-{tag}")


def _line(edition: Edition, tag: str, own: str, texts: Sequence[Untranslated]) -> Line:
    text = edition.word(
        "{n} 处显示{own}，因为没有{other}的写法",
        "{n} text(s) shown in {own}, because there is no wording in {other}",
    )
    number = Tally(len(texts), f"untranslated {tag}")
    return phrase(text, n=number, own=edition.word(*CALLED[own]), other=edition.word(*CALLED[tag]))


def _table(edition: Edition, tag: str, texts: Sequence[Untranslated]) -> Table:
    word = edition.word
    columns = (Column("text", word("文字", "Text")), Column("place", word("在哪一行", "Where"), phone=False))
    note = word("全部：plangen export --untranslated", "all of them: plangen export --untranslated")
    in_order = sorted(texts, key=lambda each: (each.plan, each.span.file, each.span.line))
    rows: list[Row] = []
    for plan, group in groupby(in_order, lambda each: each.plan):
        rows += _rows(edition, tag, plan, list(group))
    return Table(f"untranslated-{tag}-texts", "", columns, tuple(rows), notes=((note,),))


def _rows(edition: Edition, tag: str, plan: str, texts: Sequence[Untranslated]) -> Iterator[Row]:
    scope = edition.plans.get(plan)
    name: Inline = Link(scope.plan.head.name, page=f"{plan}/") if scope else edition.word("手册", "Handbook")
    yield Row(((name, Words(" "), Tally(len(texts), f"untranslated {tag} {plan or '-'}")), ()), "group")
    for each in texts[:MOST]:
        place = Words(f"{each.span.file}:{each.span.line}", "muted")
        yield Row(((_text(edition, each),), (place,)), level=1)
    left = len(texts) - MOST
    if left > 0:
        more = phrase(edition.word("另有 {n} 处", "{n} more"), n=Tally(left, f"untranslated more {tag} {plan or '-'}"))
        yield Row((more, ()), level=1)


def _text(edition: Edition, each: Untranslated) -> Inline:
    """The text with the way to its item, where a page shows it; a narrative by its page."""
    if not each.text:
        page = f"{each.plan}/" if each.plan else ""
        name = each.span.file.rpartition("/")[2]
        return Link(edition.word("说明文字 {name}", "narrative {name}", name=name), page=page)
    try:
        item = Address.parse(each.address, plan=each.plan).item_address
    except Refused:
        return each.text
    return Link(each.text, item) if edition.scope.entry(item) is not None else each.text
