"""The overview page of a plan: key figures, phases and breakdown at a glance, what is open, the chapters."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, level_of, message
from plangen.model import Plan
from plangen.sections.kind import SectionKind
from plangen.site.edition import Chapter, Edition
from plangen.site.eyebrow import eyebrow
from plangen.site.registers.debts import debt_row, debts, more, owners_of
from plangen.site.registers.ledger_rows import ledger_row
from plangen.site.scenarios.page import overview_strip
from plangen.views import (
    ABOUT,
    Block,
    Card,
    Cards,
    Column,
    Document,
    Entries,
    Group,
    Heading,
    Line,
    Link,
    Row,
    Strip,
    Table,
    Tally,
    Words,
    phrase,
)

MOST_CARDS, MOST_GAPS, MOST_DEBTS = 6, 5, 5
"""How many cards, open gaps and groups of what is unset a plan's first page shows before it leads to the others."""


def overview(edition: Edition, plan: Plan) -> tuple[Document, tuple[Block, ...]]:
    """The page's head with its cards and what is seen at a glance, and the blocks that follow the narrative."""
    scope = edition.of(plan)
    shown = (*_cards(edition, scope), *_at_a_glance(edition, scope))
    return Document(plan.title, shown, eyebrow(edition, plan), _lede(plan)), tuple(_blocks(edition, scope))


def _lede(plan: Plan) -> Line:
    return (plan.head.summary,) if plan.head.summary else ()


def _cards(edition: Edition, scope: PlanScope) -> Iterator[Block]:
    """What every plan is judged by first, then what is open; what else kinds tell fills up what room there is."""
    cards = [card for name, kind in edition.kinds.items() for card in _cards_of(kind, name, scope)]
    if edition.unset(scope.plan) or open_count(edition, scope.plan):
        cards.append(_open_card(edition, scope.plan))
    cards.sort(key=lambda card: ABOUT.index(card.about))
    if cards:
        yield Cards(tuple(cards[:MOST_CARDS]), cards_table(edition, cards[:MOST_CARDS]))


def _cards_of(kind: SectionKind, name: str, scope: PlanScope) -> tuple[Card, ...]:
    section = scope.section(name)
    return kind.cards(section, scope) if section is not None else ()


def first_card(edition: Edition, scope: PlanScope) -> Card | None:
    """The first key figure of a plan, for lists of plans."""
    found = (card for name, kind in edition.kinds.items() for card in _cards_of(kind, name, scope))
    return next(found, None)


def cards_table(edition: Edition, cards: list[Card]) -> Table:
    """The cards as a table: what they say without their boxes."""
    columns = (
        Column("label", edition.word("项目", "Item")),
        Column("figure", edition.word("数", "Figure")),
        Column("note", ""),
    )
    return Table("cards-data", "", columns, tuple(Row(((c.label,), c.figure, c.note)) for c in cards))


def _open_card(edition: Edition, plan: Plan) -> Card:
    """What is open in a plan that has something open: its gaps, else what is not set."""
    unset, open_ = edition.unset(plan), open_count(edition, plan)
    word = edition.word
    left = Tally(len(unset), f"unset {plan.path}", Link("", page=f"{plan.path}/", anchor="unset"))
    owners = owners_of(edition, plan, unset)
    if not open_:
        figure: Line = (left, Words(word(" 项待定", " not set"), "muted"))
        return Card(word("还没填的", "Not set yet"), figure, (owners,) if owners else (), "unset", "open")
    note: Line = ()
    if unset:
        note = phrase(word("{n} 项待定", "{n} not set"), "unset", n=left)
        note += (word("，", ", "), owners) if owners else ()
    found = Tally(open_, f"gaps {plan.path}", Link("", page=f"{plan.path}/", anchor="gaps"))
    return Card(word("未关闭", "Open"), (found, Words(word(" 个差额", " gaps"), "muted")), note, about="open")


def open_findings(edition: Edition, plan: Plan) -> list[Finding]:
    """What the checks say of a plan, informational findings left out."""
    return [finding for finding in edition.findings_of(plan) if level_of(finding) is not Level.INFO]


def open_count(edition: Edition, plan: Plan) -> int:
    """How much of a plan is open: what the checks say of it, and the declared differences that are in time."""
    return len(open_findings(edition, plan)) + len(edition.untold(plan))


def _blocks(edition: Edition, scope: PlanScope) -> Iterator[Block]:
    plan = scope.plan
    comparison = edition.comparison(plan)
    if comparison is not None:
        yield from overview_strip(edition, comparison)
    if plan.children:
        yield from _children(edition, plan)
    chapters = Group(tuple(_chapters(edition, scope)))
    left = (*_gaps(edition, plan), *_unset(edition, scope))
    yield Group((Group(left), chapters), "columns") if left else chapters


def _at_a_glance(edition: Edition, scope: PlanScope) -> Iterator[Block]:
    """What kinds show of a plan on its first page: where it stands in time, then the rest."""
    shown = [
        kind.overview(scope.plan.sections[name], scope)
        for name, kind in edition.kinds.items()
        if name in scope.plan.sections
    ]
    for blocks in sorted(shown, key=lambda blocks: not any(isinstance(block, Strip) for block in blocks)):
        yield from blocks


def _children(edition: Edition, plan: Plan) -> Iterator[Block]:
    word = edition.word
    yield Heading(word("下级计划", "Child plans"), "children", aside=word("{n} 个", "{n}", n=len(plan.children)))
    rows = []
    for child in plan.children:
        card = first_card(edition, edition.of(child))
        link = Link(child.head.name, page=f"{child.path}/")
        figure: Line = (card.label, " ", *card.figure) if card else ()
        rows.append(((link,), (child.head.summary or "",), figure))
    yield Entries(tuple(rows))


def _gaps(edition: Edition, plan: Plan) -> Iterator[Block]:
    """What is open; nothing where nothing is, because the chapters say so with their marks."""
    findings, lines, word = open_findings(edition, plan), edition.untold(plan), edition.word
    if not findings and not lines:
        return
    count = phrase(word("{n} 个", "{n}"), n=Tally(len(findings) + len(lines), f"gaps {plan.path}"))
    pages = (
        Link(word("差额台账", "Gap ledger"), page="gaps/"),
        " ",
        Link(word("检查结果", "Checks"), page="checks/"),
    )
    yield Heading(word("未关闭的差额", "Open gaps"), "gaps", aside=count, link=pages)
    rows = [ledger_row(edition, plan, line) for line in lines]
    findings.sort(key=lambda finding: bool(finding.waived))
    rows += [_gap(edition, finding) for finding in findings]
    yield Entries((*rows[:MOST_GAPS], *_more_gaps(edition, len(rows) - MOST_GAPS)), level=True)


def _gap(edition: Edition, finding: Finding) -> tuple[Line, Line, Line]:
    """One finding; who accepts it, and why, stands with it among the checks."""
    page = Link(finding.code, page="checks/", anchor=finding.anchor)
    waived = (Words(edition.word("⊘ 已豁免", "⊘ waived"), "sealed"),) if finding.waived else ()
    return (message(finding, edition.language),), waived, (page,)


def _more_gaps(edition: Edition, left: int) -> Iterator[tuple[Line, Line, Line]]:
    if left > 0:
        text = edition.word("其余 {n} 个，见检查结果", "{n} more, among the checks")
        yield (Link(text.format(n=left), page="checks/"),), (), ()


def _unset(edition: Edition, scope: PlanScope) -> Iterator[Block]:
    word, unset = edition.word, edition.unset(scope.plan)
    if not unset:
        return
    aside = word("不按零计", "does not count as zero")
    yield Heading(word("还没填的", "Not set yet"), "unset", aside=aside)
    found = debts(scope, unset)
    rows = tuple(debt_row(edition, debt) for debt in found[:MOST_DEBTS])
    yield Entries((*rows, *more(edition, found[MOST_DEBTS:])))


def _chapters(edition: Edition, scope: PlanScope) -> Iterator[Block]:
    chapters = edition.contents(scope.plan)
    yield Heading(edition.word("各章", "Chapters"), "chapters", aside=edition.word("{n} 章", "{n}", n=len(chapters)))
    yield Entries(tuple(_chapter(edition, scope, chapter) for chapter in chapters), level=True)


def _chapter(edition: Edition, scope: PlanScope, chapter: Chapter) -> tuple[Line, Line, Line]:
    summary: Line = ()
    if chapter.kind is not None:
        summary = chapter.kind.summary(scope.plan.sections[chapter.name], scope)
    state = _chapter_state(edition, scope, chapter)
    return (Link(chapter.title, page=chapter.url),), summary, state


def _chapter_state(edition: Edition, scope: PlanScope, chapter: Chapter) -> Line:
    if chapter.kind is None:
        return ()
    mine = [finding for finding in open_findings(edition, scope.plan) if not finding.scenario]
    gaps = [finding for finding in mine if finding.span.file.endswith(f"/{chapter.name}.yml")]
    unset = [value for value in edition.unset(scope.plan) if value.entry.place.kind == chapter.name]
    line: list[object] = []
    if gaps:
        line += phrase("≠ {n}", "bad", n=Tally(len(gaps), f"gaps {scope.plan.path} {chapter.name}"))
    if unset:
        line += ["\u2003" if gaps else "", *_owed(edition, f"{scope.plan.path} {chapter.name}", len(unset))]
    return tuple(line) or (Words("✓", "good"),)  # type: ignore[arg-type]


def _owed(edition: Edition, of: str, number: int) -> Line:
    return phrase(edition.word("{n} 待定", "{n} not set"), "unset", n=Tally(number, f"unset {of}"))
