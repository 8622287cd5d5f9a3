"""The index of changes: what the plans of a year differ in from last year's, the heaviest first."""

from collections.abc import Iterator

from plangen.diff import Weight
from plangen.site.changes.bridges import headline
from plangen.site.changes.edit_table import edit_table
from plangen.site.changes.plan_page import by_section
from plangen.site.changes.prose import prose
from plangen.site.changes.wording import (
    figures,
    item_line,
    space,
    subject,
    values,
    weight_chip,
    weight_word,
)
from plangen.site.edition import CHANGES, Edition
from plangen.site.eyebrow import eyebrow
from plangen.site.since import Since
from plangen.views import Block, Column, Document, Entries, Heading, Line, Link, Row, Table, Tally, Words, phrase

MOST_EDITS = 12
"""So many of the heaviest edits stand on the index."""


def index_page(edition: Edition, since: Since) -> Document:
    """All plans in a table, then the heaviest edits, then what all plans share."""
    title = edition.word("与上年相比", "Changes since {year}", year=since.before.year)
    return Document(title, tuple(_blocks(edition, since)), eyebrow(edition, None), _lede(edition, since))


def _lede(edition: Edition, since: Since) -> Line:
    changes = since.changes
    weights = [each.weight for each in changes.consequences]
    parts: list[Line] = []
    for weight in Weight:
        if weight in weights:
            count = Tally(weights.count(weight), f"edits {weight.value}")
            parts.append((weight_word(since, weight), " ", count))
    listed: list[object] = []
    for index, part in enumerate(parts):
        listed += [edition.word("、", ", "), *part] if index else part
    people = sum(len(cards) for cards in since.cards.values())
    text = edition.word(
        "改了 {all} 处（{listed}），另有 {effects} 个数字随之变化，涉及 {people} 个人和岗位。",
        "{all} edit(s) ({listed}); {effects} figure(s) changed; people and roles that are touched: {people}.",
    )
    effects = f"{len(changes.effects):,}"
    return phrase(text, all=Tally(len(weights), "edits"), listed=tuple(listed), effects=effects, people=str(people))  # type: ignore[arg-type]


def _blocks(edition: Edition, since: Since) -> Iterator[Block]:
    word = edition.word
    yield _plans(edition, since)
    yield from _come_and_gone(edition, since)
    heavy = [place for place in range(len(since.changes.edits)) if since.changes.edits[place].address.plan][:MOST_EDITS]
    if heavy:
        yield Heading(word("最重的改动", "The heaviest edits"), "heaviest")
        yield _heavy(edition, since, heavy)
    shared = by_section(since, since.edits(""))
    for kind, places in shared.items():
        title = since.names.section(kind)
        yield Heading(
            word("共用：{title}", "Shared: {title}", title=title), kind, aside=word("{n} 处", "{n}", n=len(places))
        )
        yield edit_table(since, "", f"{kind}-edits", places)
    yield from prose(since, since.passages(""), {"index": word("首页", "Home")})


def _plans(edition: Edition, since: Since) -> Table:
    word = edition.word
    years = [word("{year} 年", "{year}", year=scope.year) for scope in (since.before, since.after)]
    columns = (
        Column("plan", word("计划", "Plan")),
        Column("edits", word("改动", "Edits"), numeric=True),
        Column("heavy", word("要先看的", "Breaking"), numeric=True),
        Column("last", years[0], numeric=True, group=word("目标", "Target"), phone=False),
        Column("now", years[1], numeric=True, group=word("目标", "Target"), phone=False),
        Column("apart", word("差", "Difference"), numeric=True, group=word("目标", "Target"), phone=False),
        Column("biggest", word("最重的一处", "The heaviest"), phone=False),
        Column("people", word("变更卡片", "Change cards"), numeric=True),
    )
    rows = tuple(_row(edition, since, path) for path in edition.plans if since.has_page(path))
    return Table("plans", word("各计划", "Plans"), columns, rows)


def _row(edition: Edition, since: Since, path: str) -> Row:
    plan, places = edition.plans[path].plan, since.edits(path)
    heavy = sum(since.told(place)[1].weight is Weight.BREAKING for place in places)
    biggest: Line = ()
    if places:
        biggest = item_line(since, places[0])
    target, dash = headline(since, path), (Words("—", "muted"),)
    cards = len(since.cards.get(path, ()))
    page = f"{path}/{CHANGES}/"
    people: Line = (Tally(cards, f"cards {path}", Link("", page=f"{page}cards/")),) if cards else (Words("—", "muted"),)
    return Row((
        (Link(plan.title, page=page),),
        (Tally(len(places), f"edits {path}"),),
        (Tally(heavy, f"edits {path} breaking"),),
        *(figures(since, target) if target is not None else (dash, dash, dash)),
        biggest,
        people,
    ))  # fmt: skip


def _come_and_gone(edition: Edition, since: Since) -> Iterator[Block]:
    """Plans that one of the years has alone."""
    word, before = edition.word, since.before
    come = [path for path in edition.plans if path not in since.old_plans]
    gone = [path for path in before.plan_year.plans if path not in since.old_plans.values()]
    rows: list[tuple[Line, Line, Line]] = [
        ((Link(edition.plans[path].plan.title, page=f"{path}/"),), (), _state(since, path, word("新增", "new")))
        for path in come
    ]
    for path in gone:
        plan = before.plan_year.plans[path]
        link = Link(plan.title, plan.head.address(), version=str(before.year))
        rows.append(((link,), (), _state(since, path, word("取消", "gone"))))
    if rows:
        yield Heading(word("新增和取消的计划", "Plans that are new or gone"), "come-and-gone")
        yield Entries(tuple(rows))


def _state(since: Since, path: str, word: str) -> Line:
    """What became of a plan, with how heavy that is: it is an edit like any other, and counted as one."""
    return (word, *(part for place in since.edits(path) for part in (" ", weight_chip(since, since.told(place)[1]))))


def _heavy(edition: Edition, since: Since, places: list[int]) -> Table:
    """The heaviest edits of all plans, each with the way to where it is told in full."""
    word = edition.word
    columns = (
        Column("item", word("项目", "Item")),
        Column("plan", word("计划", "Plan"), phone=False),
        Column("last", word("{year} 年", "{year}", year=since.before.year)),
        Column("now", word("{year} 年", "{year}", year=since.after.year)),
        Column("weight", word("分量", "Weight"), phone=False),
    )
    rows = []
    for place in places:
        (edit, consequence), told = since.told(place), since.lines[place]
        last, now, _ = values(since, place)
        plan, name = edit.address.plan, subject(since, place)
        link = Link(name, page=f"{plan}/{CHANGES}/", anchor=f"edit-{edit.anchor}") if since.has_page(plan) else name
        item = (link, space(since), Words(told.what, "muted"))
        scope = edition.plans.get(plan)
        rows.append(
            Row((item, (scope.plan.head.name if scope else plan,), last, now, (weight_chip(since, consequence),)))
        )
    return Table("heaviest-edits", "", columns, tuple(rows))
