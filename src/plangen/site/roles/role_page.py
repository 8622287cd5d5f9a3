"""The page of one role: its place, what it answers for by section, what it owes, what is said of it, what changed."""

from collections.abc import Callable, Iterator

from plangen.compute import PlanScope, Share, Tie
from plangen.findings import Finding, Level, level_of, message
from plangen.site.calendar.role_dates import next_dates
from plangen.site.changes.cards_page import anchors
from plangen.site.edition import CHANGES, Edition
from plangen.site.eyebrow import eyebrow
from plangen.site.overview import cards_table
from plangen.site.roles.items import items_table
from plangen.site.roles.owed import owed_columns, owed_row
from plangen.site.roles.register import FOLDER, WHO, is_work
from plangen.values import Address
from plangen.views import (
    Block,
    Card,
    Cards,
    Chip,
    Document,
    Entries,
    Fold,
    Heading,
    Line,
    Link,
    Table,
    Tally,
    Words,
    phrase,
)


def role_page(edition: Edition, role: Address) -> Document:
    """Everything that a year says to a role; parts without content are left out."""
    plan = edition.plans[role.plan].plan
    shown = [block for part in PARTS for block in part(edition, role)]
    blocks = (*_cards(edition, role), *shown)
    return Document(edition.scope.name_of(role), tuple(blocks), eyebrow(edition, plan), _lede(edition, role))


def name_of(role: Address) -> str:
    """How a role is named in what counts for it: `adhesives/east-china region-manager`."""
    return f"{role.plan} {role.item[-1]}"


def _lede(edition: Edition, role: Address) -> Line:
    """The plan, the superior, and the way to all roles."""
    word, above = edition.word, edition.roles.superior(role)
    plan = edition.plans[role.plan].plan
    line: Line = (Link(plan.head.name, page=f"{role.plan}/"),)
    if above is not None:
        line = (*line, word("，上级是", ", reports to "), edition.roles.link(above))
    if not edition.roles.ties.of.get(role):
        nothing = word("。除了组织表，还没有内容写到这个岗位", ". Beside the organisation nothing names this role yet")
        line = (*line, Words(nothing, "unset"))
    others = Link(word("全部岗位", "All roles"), page=f"{FOLDER}/")
    return (*line, word("。", ". "), others)


def _cards(edition: Edition, role: Address) -> Iterator[Block]:
    """How much it answers for, owes, and is told."""
    word, register, of = edition.word, edition.roles, name_of(role)
    owed, told = len(register.owed(role)), len([f for f in register.findings(role) if level_of(f) is not Level.INFO])
    plans = len({tie.plan for tie in register.answered(role)})
    load = Link("", page=f"{WHO}/{role.plan}/")
    answers = Tally(len(register.answered(role)), f"answers {of}", load)
    spread = phrase(word("在 {n} 份计划里", "in {n} plan(s)"), n=Tally(plans, f"plans-of {of}")) if plans > 1 else ()
    items = Words(word(" 项", " items"), "muted")
    unset = Tally(owed, f"owed {of}", Link("", page=register.page(role), anchor="owed") if owed else None)
    judged = Tally(told, f"judged {of}", Link("", page=register.page(role), anchor="told") if told else None)
    cards = (
        Card(word("负责", "Answers for"), (answers, items), spread),
        Card(word("待定", "Not set yet"), (unset, items), tone="unset" if owed else ""),
        Card(word("检查", "Checks"), (judged, items), tone="bad" if told else ""),
    )
    yield Cards(cards, cards_table(edition, list(cards)))


def _sections(edition: Edition, role: Address) -> Iterator[Block]:
    """The role's place first, then section kind by kind."""
    for kind in sorted(edition.kinds, key=lambda kind: kind != role.kind):
        told = tuple(_section(edition, role, kind))
        if told:
            yield Heading(edition.kinds[kind].title(edition.language), f"role-{kind}")
            yield from told


def _section(edition: Edition, role: Address, kind: str) -> Iterator[Block]:
    """What the kind says itself, its own plan first; then the other items that name the role, of all plans together."""
    left = list[Tie]()
    for path, scope, share in _shares(edition, role, kind):
        made, rest = edition.kinds[kind].role(scope.plan.sections[kind], scope, share)
        blocks = tuple(made)
        if blocks and path != role.plan:
            yield Heading(scope.plan.head.name, f"role-{kind}-{path.replace('/', '-')}", level=3)
        yield from blocks
        left += rest
    named = [tie for tie in left if tie.is_named]
    if named:
        yield items_table(edition, kind, named, role.plan)


def _shares(edition: Edition, role: Address, kind: str) -> Iterator[tuple[str, PlanScope, Share]]:
    shares = edition.roles.shares(role)
    for path in sorted(edition.plans, key=lambda path: path != role.plan):
        if (path, kind) in shares:
            yield path, edition.plans[path], shares[path, kind]


def _coming(edition: Edition, role: Address) -> Iterator[Block]:
    """What is due for it next, from the handbook's day on."""
    table = next_dates(edition, role)
    if table is not None:
        yield table


def _through(edition: Edition, role: Address) -> Iterator[Block]:
    """What is the role's because the plan, or what it stands in, is: counted by section, where no list has it."""
    rows: list[tuple[Line, Line, Line]] = []
    for kind, found in edition.kinds.items():
        for path, scope, share in _shares(edition, role, kind):
            _, left = found.role(scope.plan.sections[kind], scope, share)
            number = sum(not tie.is_named and is_work(tie) for tie in left)
            if number:
                link = Link(f"{scope.plan.head.name} · {found.title(edition.language)}", page=f"{path}/{kind}/")
                tally = Tally(number, f"through {name_of(role)} {path} {kind}")
                rows.append(((link,), (), (tally, Words(edition.word(" 项", ""), "muted"))))
    if rows:
        aside = edition.word("没有另写负责人，随计划归本岗位", "with no owner of their own: the role's by the plan")
        yield Heading(edition.word("其余归本岗位的", "What else is the role's"), "through", aside=aside)
        yield Entries(tuple(rows))


def _owed(edition: Edition, role: Address) -> Iterator[Block]:
    """What it still has to set."""
    owed = edition.roles.owed(role)
    if owed:
        aside = edition.word("应填未填，不按零计", "expected, not filled in; does not count as zero")
        yield Heading(edition.word("还没填的", "Not set yet"), "owed", aside=aside)
        rows = tuple(owed_row(edition, each, place=False) for each in owed)
        yield Table("role-owed", "", owed_columns(edition, place=False), rows)


def _told(edition: Edition, role: Address) -> Iterator[Block]:
    """What the checks say of what it answers for; notes are folded away."""
    found, word = edition.roles.findings(role), edition.word
    loud = [each for each in found if level_of(each) is not Level.INFO]
    notes = [each for each in found if level_of(each) is Level.INFO]
    if found:
        number = Tally(len(notes), f"notes {name_of(role)}")
        aside = phrase(word("{n} 条提示", "{n} notes"), n=number) if notes else ()
        yield Heading(word("检查结果", "Checks"), "told", 2, aside, (Link(word("全部", "all"), page="checks/"),))
    if loud:
        yield Entries(tuple(_finding(edition, each) for each in loud))
    if notes:
        yield Fold((word("提示", "Notes"),), (Entries(tuple(_finding(edition, each) for each in notes)),), "notes")


def _finding(edition: Edition, finding: Finding) -> tuple[Line, Line, Line]:
    small: Line = (Words(f"⊘ {finding.waived}", "sealed"),) if finding.waived else ()
    link = Link(message(finding, edition.language), page="checks/", anchor=finding.anchor)
    tone = "sealed" if finding.waived or level_of(finding) is Level.INFO else "bad"
    return (link,), small, (Chip(finding.code, tone),)  # type: ignore[arg-type]


def _changes(edition: Edition, role: Address) -> Iterator[Block]:
    """The way to its change card; a plan that last year did not have has no page of cards."""
    since = edition.since
    cards = since.cards.get(role.plan, []) if since is not None and since.has_page(role.plan) else []
    for card, anchor in zip(cards, anchors(cards), strict=True):
        if (card.person.plan, card.person.id) == (role.plan, role.item[-1]):
            word, page = edition.word, f"{role.plan}/{CHANGES}/cards/"
            yield Heading(word("与上年相比", "Since last year"), "changed")
            link = Link(word("变更卡片", "change card"), page=page, anchor=anchor)
            lines = phrase(
                word("{n} 处不同", "{n} things are different"), n=Tally(len(card.lines), f"card {name_of(role)}")
            )
            yield Entries((((link,), (), lines),))


Part = Callable[[Edition, Address], Iterator[Block]]
PARTS: tuple[Part, ...] = (_coming, _sections, _through, _owed, _told, _changes)
"""What a role's page is made of, in order; whoever has more to say to a role adds a part here."""
