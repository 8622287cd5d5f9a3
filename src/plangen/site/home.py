"""The home page of a plan year: the business units with their key figure, what is open, what is unset."""

from collections.abc import Iterator
from dataclasses import replace

from plangen.compute import PlanScope, typed_figures
from plangen.model import Plan
from plangen.site.debts import LISTED, debt_row, debts, more
from plangen.site.edition import Edition
from plangen.site.overview import cards_table, eyebrow, open_count
from plangen.views import (
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
    Table,
    Tally,
    Words,
    phrase,
)


def home(edition: Edition) -> tuple[Document, tuple[Block, ...]]:
    """The page's head with its cards, and the blocks that follow the narrative."""
    handbook = edition.scope.handbook
    head = Document(handbook.head.title, tuple(_cards(edition)), _eyebrow(edition), _lede(edition))
    return head, tuple(_blocks(edition))


def _eyebrow(edition: Edition) -> Line:
    line = eyebrow(edition, None)
    day = edition.scope.handbook.as_of.value
    if day is None:
        return line
    said = edition.word("数据截至 {day.year} 年 {day.month} 月 {day.day} 日", "as of {day}", day=day)
    return (*line, "·", said)


def _lede(edition: Edition) -> Line:
    """How much the handbook holds; of numbers it speaks where a plan has any."""
    plans = [scope.plan for scope in edition.plans.values()]
    sections = [section for plan in plans for section in plan.sections.values()]
    word, count = edition.word, {"n": len(plans), "chapters": len(sections)}
    line = word("{n} 份计划，{chapters} 章。", "{n} plans with {chapters} chapters.", **count)
    if any(True for section in sections for _ in typed_figures(section)):
        line += word("数字由计划文件算出，每个数都能追到填写的那一行。", " Every number leads back to its line.")
    return (line,)


def _cards(edition: Edition) -> Iterator[Block]:
    cards: list[Card] = []
    for plan in edition.scope.plan_year.roots()[:1]:
        cards += (replace(c, label=f"{plan.head.name} · {c.label}") for c in _headline(edition, edition.of(plan)))
    cards += _state(edition)
    if cards:
        yield Cards(tuple(cards), cards_table(edition, cards))


def _state(edition: Edition) -> Iterator[Card]:
    """How many plans there are, what they still owe, what the checks say; nothing is no card."""
    word = edition.word
    unset = sum(len(edition.unset(scope.plan)) for scope in edition.plans.values())
    gaps = sum(open_count(edition, scope.plan) for scope in edition.plans.values())
    plans = Tally(len(edition.plans), "plans", Link("", page="", anchor="units"))
    if len(edition.plans) > 1:
        yield Card(word("计划", "Plans"), (plans, Words(word(" 份", ""), "muted")))
    if unset:
        note = word("应填未填，不当作零", "expected, never counted as nothing")
        left = (Tally(unset, "unset", Link("", anchor="unset")), Words(word(" 项", ""), "muted"))
        yield Card(word("尚待填写", "Not set yet"), left, (note,), "unset")
    waived = Tally(sum(1 for finding in edition.findings_of() if finding.waived), "waived")
    said = phrase(word("其中 {n} 个已豁免", "{n} of them waived"), n=waived) if waived.number else ()
    found = Tally(gaps, "gaps", Link("", page="checks/"))
    if gaps:
        yield Card(word("未关闭的差额", "Open gaps"), (found, Words(word(" 个", ""), "muted")), said)


def _headline(edition: Edition, scope: PlanScope) -> list[Card]:
    for name, kind in edition.kinds.items():
        section = scope.section(name)
        cards = list(kind.cards(section, scope)) if section is not None else []
        if cards:
            return cards[:1]
    return []


def _blocks(edition: Edition) -> Iterator[Block]:
    word = edition.word
    yield _units(edition)
    lists = [Group(found) for found in (tuple(_unset(edition)), tuple(_years(edition))) if found]
    if lists:
        yield Group(tuple(lists), "columns" if len(lists) > 1 else "stack")
    if not edition.plans:
        hint = word(
            "这一年还没有计划：plangen new plan 可以新建。", "This year has no plan yet: plangen new plan makes one."
        )
        yield Entries((), hint)


def _units(edition: Edition) -> Table:
    word = edition.word
    columns = (
        Column("plan", word("单元", "Unit")),
        Column("what", word("关键数", "Key figure"), phone=False),
        Column("figure", word("多少", "How much"), numeric=True),
        Column("note", word("说明", "Notes"), phone=False),
        Column("unset", word("待定", "Not set"), word("项", ""), numeric=True, phone=False),
        Column("checks", word("检查", "Checks")),
    )
    owing = any(edition.unset(scope.plan) for scope in edition.plans.values())
    rows = tuple(_unit(edition, plan, 0, owing=owing) for plan in edition.scope.plan_year.roots())
    subtitle = word("各单元的第一个关键数，还欠什么", "the first key figure of each, and what is open")
    return Table("units", word("业务单元", "Business units"), columns, tuple(_flat(rows)), subtitle)


def _flat(rows: tuple[tuple[Row, ...], ...]) -> Iterator[Row]:
    for group in rows:
        yield from group


def _unit(edition: Edition, plan: Plan, level: int, *, owing: bool) -> tuple[Row, ...]:
    """The row of a plan and those of the plans below it; `owing` says whether any plan has something unset."""
    scope = edition.of(plan)
    cards = _headline(edition, scope)
    unset, gaps = len(edition.unset(plan)), open_count(edition, plan)
    word = edition.word
    check: Line = (
        phrase(word("≠ {n} 个差额", "≠ {n} gaps"), "bad", n=Tally(gaps, f"gaps {plan.path}"))
        if gaps
        else (Words(word("✓ 通过", "✓ passed"), "good"),)
    )
    cells: tuple[Line, ...] = (
        (Link(plan.head.name, page=f"{plan.path}/"),),
        (cards[0].label,) if cards else (),
        cards[0].figure if cards else (),
        cards[0].note if cards else (),
        (Tally(unset, f"unset {plan.path}", tone="unset" if unset else ""),) if owing else (),
        check,
    )
    row = Row(cells, "body", f"unit-{plan.path.replace('/', '-')}", level)
    return (row, *(inner for child in plan.children for inner in _unit(edition, child, level + 1, owing=owing)))


def _years(edition: Edition) -> Iterator[Block]:
    word = edition.word
    years = sorted(edition.scope.handbook.years, reverse=True)
    if len(years) < 2:
        return
    yield Heading(word("各年度", "Plan years"), "years")
    rows = []
    for year in years:
        count = len(edition.scope.handbook.years[year].plans)
        title = edition.version_title(year)
        name: Line = (Words(title, bold=True),) if year == edition.year else (title,)
        rows.append(
            (
                name,
                (word("{count} 份计划；左上角可切换年度", "{count} plans; switch at the top left", count=count),),
                (),
            )
        )
    yield Entries(tuple(rows))


def _unset(edition: Edition) -> Iterator[Block]:
    word = edition.word
    found = [debt for scope in edition.plans.values() for debt in debts(scope, edition.unset(scope.plan))]
    found.sort(key=lambda debt: -len(debt.values))
    if found:
        yield Heading(word("还没填的", "Not set yet"), "unset", aside=word("最多的在前", "largest first"))
        rows = tuple(debt_row(edition, debt, plan=True) for debt in found[:LISTED])
        yield Entries((*rows, *more(edition, found)))
