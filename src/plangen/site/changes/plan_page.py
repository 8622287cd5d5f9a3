"""The page of what is not as it was last year in one plan: bridges, edits by section, texts, what followed alone."""

from collections.abc import Iterator, Sequence

from plangen.model import Plan
from plangen.site.changes.bridges import bridges
from plangen.site.changes.cards_page import anchors, summary
from plangen.site.changes.edit_table import edit_blocks
from plangen.site.changes.followers import MOST_ALONE, table_of
from plangen.site.changes.prose import prose
from plangen.site.edition import CHANGES, Edition
from plangen.site.eyebrow import eyebrow
from plangen.site.since import Since
from plangen.views import Block, Document, Entries, Heading, Inline, Line, Link, Tally, Text, Words, phrase

PLAN = "plan"
"""The plan's own settings, such as its period, stand before its sections: most hangs on them."""


def plan_page(edition: Edition, since: Since, plan: Plan) -> Document:
    """Everything that differs in a plan, what was typed apart from what followed from it."""
    title = edition.word("与上年相比", "Changes since {year}", year=since.before.year)
    lede = _lede(edition, since, plan.path)
    return Document(title, tuple(_blocks(edition, since, plan)), eyebrow(edition, plan), lede)


def _lede(edition: Edition, since: Since, plan: str) -> Line:
    edits, effects = since.edits(plan), since.effects(plan)
    unexplained = sum(not each.is_explained for each in effects)
    told = edition.word("没有来历不明的变化。", "Every one of them has a cause.")
    if unexplained:
        told = edition.word(
            "其中 {unexplained} 个没有起因。", "{unexplained} of them have no cause.", unexplained=unexplained
        )
    text = edition.word(
        "改了 {edits} 处，另有 {effects} 个数字随之变化，{told}",
        "{edits} edit(s); {effects} figure(s) changed. {told}",
    )
    return phrase(text, edits=Tally(len(edits), f"edits {plan}"), effects=f"{len(effects):,}", told=told)


def _blocks(edition: Edition, since: Since, plan: Plan) -> Iterator[Block]:
    sections = by_section(since, since.edits(plan.path))
    yield Text(_jumps(edition, since, plan.path, sections))
    yield from bridges(since, plan.path)
    for kind in dict.fromkeys([PLAN, *edition.kinds, *sections]):
        if kind in sections:
            yield from edit_blocks(since, plan.path, kind, since.names.section(kind), sections[kind])
    titles = {chapter.name: chapter.title for chapter in edition.chapters(plan)}
    titles["index"] = edition.word("概览", "Overview")
    yield from prose(since, since.passages(plan.path), titles)
    yield from _alone(edition, since, plan.path)
    yield from _suggestions(edition, since, plan.path)
    yield from _people(edition, since, plan.path)


def _jumps(edition: Edition, since: Since, plan: str, sections: dict[str, list[int]]) -> Line:
    """The parts of the page, each with how much it holds: `目标 84 处`."""
    word, page = edition.word, f"{plan}/{CHANGES}/"
    named = {kind: since.names.section(kind) for kind in (PLAN, *edition.kinds, *sections)}
    parts = [(named[kind], kind, len(sections[kind])) for kind in named if kind in sections]
    parts += [(word("文字", "Text"), "prose", len(since.passages(plan)))]
    parts += [(word("变更卡片", "Change cards"), "people", len(since.cards.get(plan, ())))]
    line: list[Inline] = []
    for title, anchor, count in parts:
        line += [Link(title, page=page, anchor=anchor), Words(f"\u00a0{count}", "muted"), "\u3000"] if count else []
    return tuple(line[:-1])


def by_section(since: Since, places: Sequence[int]) -> dict[str, list[int]]:
    """Edits by the section kind that they are in."""
    found: dict[str, list[int]] = {}
    for place in places:
        found.setdefault(since.changes.edits[place].address.kind, []).append(place)
    return found


def _alone(edition: Edition, since: Since, plan: str) -> Iterator[Block]:
    """Figures that changed with last year's alone, and those that nothing explains."""
    word = edition.word
    mine = since.effects(plan)
    base = [each for each in mine if each.base and not each.causes]
    lost = [each for each in mine if not each.is_explained]
    for effects, name, title in (
        (base, "last-year", word("只因上年的数不同而变的", "Changed with last year's figures alone")),
        (lost, "unexplained", word("没有起因的变化", "Without a cause")),
    ):
        if effects:
            yield Heading(title, name, aside=word("{n} 个", "{n}", n=len(effects)))
            yield table_of(since, plan, effects, f"{name}-figures", MOST_ALONE)


def _suggestions(edition: Edition, since: Since, plan: str) -> Iterator[Block]:
    """Items that look like ones that were renamed, and sections that one side cannot read."""
    word = edition.word
    found = [each for each in since.changes.suggestions if each.come.key.plan == plan]
    if found:
        yield Heading(word("也许只是换了编号", "Perhaps renamed"), "suggestions")
        text = word(
            "{old} 与 {new} 同名；若是同一项，在新的一项里写 was: {old}",
            "{old} and {new} have one name; if they are one, write was: {old}",
        )
        rows = tuple(
            (phrase(text, old="/".join(each.gone.key.item), new="/".join(each.come.key.item)), (), (each.come.name,))
            for each in found
        )
        yield Entries(rows)
    for lost in (each for each in since.changes.unread if each.plan == plan):
        yield Text(
            (
                word(
                    "{side} 年的{section}读不出，没有比较。",
                    "{side}: {section} cannot be read.",
                    side=lost.side,
                    section=(since.names.section(lost.kind), lost.kind),
                ),
            )
        )


def _people(edition: Edition, since: Since, plan: str) -> Iterator[Block]:
    """Who is touched, with the way to the cards."""
    cards = since.cards.get(plan, [])
    if not cards:
        return
    page = f"{plan}/{CHANGES}/cards/"
    link = (Link(edition.word("变更卡片，可单独打印", "change cards to print"), page=page),)
    count = phrase(edition.word("{n} 张", "{n}"), n=Tally(len(cards), f"cards {plan}"))
    yield Heading(edition.word("对谁有什么影响", "Who is affected"), "people", aside=count, link=link)
    rows = tuple(
        ((Link(card.name, page=page, anchor=anchor),), (), summary(edition, card))
        for card, anchor in zip(cards, anchors(cards), strict=True)
    )
    yield Entries(rows)
