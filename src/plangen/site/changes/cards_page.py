"""The change cards of a plan: one slip for each person and role, printed on a sheet of its own."""

from collections.abc import Iterator, Sequence

from plangen.diff import CardLine, ChangeCard
from plangen.model import Plan
from plangen.site.changes.wording import figures, home_of, space, subject, values
from plangen.site.edition import CHANGES, Edition
from plangen.site.eyebrow import eyebrow
from plangen.site.since import Since
from plangen.views import Block, Column, Document, Line, Link, Row, Slip, Table, Text, Words

_WAYS = {
    "added": ("新增", "new"), "removed": ("取消", "gone"), "here": ("接过来", "taken over"),
    "away": ("交出去", "handed over"), "renamed": ("换了编号", "new id"), "split": ("拆分", "split"),
    "merged": ("合并", "merged"), "changed": ("移动", "moved"),
}  # fmt: skip

_HANDED = {
    ("owner", "here"): ("由本岗位负责", "answers for it now"),
    ("owner", "away"): ("不再负责", "no longer answers for it"),
    ("reports_to", "here"): ("成为直接下属", "reports to this role now"),
    ("reports_to", "away"): ("不再是直接下属", "no longer reports to this role"),
}


def cards_page(edition: Edition, since: Since, plan: Plan) -> Document:
    """The page with all cards of a plan."""
    cards = since.cards[plan.path]
    title = edition.word("变更卡片", "Change cards")
    link = Link(edition.word("与上年相比", "changes"), page=f"{plan.path}/{CHANGES}/")
    text = edition.word(
        "每张卡片说一个岗位或一个人比上年有什么不同；打印时一张一页。",
        "What is different for each role and person; printed one to a sheet.",
    )
    blocks = (_slip(edition, since, card, anchor) for card, anchor in zip(cards, anchors(cards), strict=True))
    return Document(title, tuple(blocks), eyebrow(edition, plan), (text, " ", link))


def anchors(cards: Sequence[ChangeCard]) -> list[str]:
    """The anchor of each card: the id of the person or role, after `role-` where a person has that id."""
    found: list[str] = []
    for card in cards:
        found.append(card.person.id if card.person.id not in found else f"role-{card.person.id}")
    return found


def summary(edition: Edition, card: ChangeCard) -> Line:
    """How much is on a card."""
    figures = sum(line.is_figure for line in card.lines)
    rest = len(card.lines) - figures
    word = edition.word
    parts = [word("{figures} 个数", "{figures} figures", figures=figures)] if figures else []
    parts += [word("{rest} 项", "{rest} others", rest=rest)] if rest else []
    return (Words(word("，", ", ").join(parts), "muted"),)


def _slip(edition: Edition, since: Since, card: ChangeCard, anchor: str) -> Slip:
    return Slip(card.name, tuple(_blocks(edition, since, card, anchor)), anchor, _aside(edition, since, card))


def _aside(edition: Edition, since: Since, card: ChangeCard) -> Line:
    """Which years are compared, and what the role was called."""
    years = edition.word("{year} 年 → {year2} 年", "{year} → {year2}", year=since.before.year, year2=since.after.year)
    return (years,)


def _blocks(edition: Edition, since: Since, card: ChangeCard, anchor: str) -> Iterator[Block]:
    word = edition.word
    columns = (
        Column("what", word("项目", "What")),
        Column("last", word("{year} 年", "{year}", year=since.before.year)),
        Column("now", word("{year} 年", "{year}", year=since.after.year)),
        Column("apart", word("差", "Difference"), numeric=True, phone=False),
    )
    rows: list[Row] = []
    for kind in dict.fromkeys([*edition.kinds, *(line.kind for line in card.lines)]):
        mine = [line for line in card.lines if line.kind == kind]
        if mine:
            title = edition.kinds[kind].title(edition.language) if kind in edition.kinds else kind
            rows += [Row(((title,),), "group"), *(_row(since, card, line) for line in mine)]
    yield Table(f"card-{anchor}", "", columns, tuple(rows))
    more = sum(card.more.values())
    if more:
        yield Text(
            (
                Words(
                    word(
                        "另有 {more} 处改动只涉及措辞、日期或次序，见“与上年相比”。",
                        "{more} more edits of words, dates or order: see the changes.",
                        more=more,
                    ),
                    "muted",
                ),
            )
        )


def _row(since: Since, card: ChangeCard, line: CardLine) -> Row:
    if line.address is not None:
        name = since.label(line.address, line.address.plan)
        return Row(((Link(name, home_of(line.item)),), *figures(since, line.address)), level=1)
    assert line.edit is not None, "what is no figure was typed"
    edit, told = since.changes.edits[line.edit], since.lines[line.edit]
    name = subject(since, line.edit)
    linked: Line = (Link(name, home_of(line.item)),) if edit.after else (name,)
    if line.way == "changed" and edit.kind == "changed":
        return Row(((*linked, space(since), Words(told.what, "muted")), *values(since, line.edit)), level=1)
    said = since.after.word(*(_HANDED.get((line.field, line.way)) or _WAYS[line.way]))
    last, now = ((said,), ()) if line.way in ("removed", "away") else ((), (said,))
    return Row((linked, last, now, ()), level=1)
