"""The table of units: target, last year's, growth, what is reached, what is unset, what the checks say."""

from collections.abc import Iterator
from dataclasses import replace

from plangen.model import Plan
from plangen.site.edition import Edition
from plangen.site.home.headlines import Headlines, added, is_known
from plangen.site.overview import first_card, open_count
from plangen.views import Column, Headline, Line, Link, Num, Row, Table, Tally, Words, phrase, progress_of

REACHED = ("目标、上年与进度", "targets, last year, progress")
PLANNED = ("目标与上年", "against last year")
BARE = ("各单元的关键数", "the key figure of each")


def units(edition: Edition) -> Table:
    """A row for each plan, below the business unit that it belongs to; money in one unit, so that it compares."""
    word, headlines = edition.word, Headlines(edition)
    told = [found for found in map(headlines.of, edition.plans.values()) if found is not None]
    reached = any(is_known(found.attainment) for found in told)
    title = word("业务单元", "Business units")
    subtitle = word(*(BARE if not told else REACHED if reached else PLANNED))
    rows = [row for plan in edition.scope.plan_year.roots() for row in _rows(edition, headlines, plan, 0)]
    if len(headlines.together) > 1:
        rows.append(_together(edition, headlines.together))
    return Table("units", title, _columns(edition, headlines.unit, reached=reached), tuple(rows), subtitle)


def _columns(edition: Edition, unit: str, *, reached: bool) -> tuple[Column, ...]:
    word, year = edition.word, edition.year
    return (
        Column("plan", word("单元", "Unit")),
        Column("what", word("关键数", "Key figure")),
        Column("target", word("{year} 年目标", "{year} target").format(year=year), unit, numeric=True),
        Column("last", word("{year} 年", "{year}").format(year=year - 1), unit, numeric=True, phone=False),
        Column("growth", word("同比", "Growth"), "%", numeric=True, phone=not reached),
        Column("actual", word("累计实际", "Actual"), unit, numeric=True, phone=False),
        Column("attainment", word("同期达成", "Attained"), "%", numeric=True),
        Column("progress", word("进度", "Progress"), word("竖线＝同期目标", "tick: target to date"), phone=False),
        Column("unset", word("待定", "Not set"), word("项", ""), numeric=True, phone=False),
        Column("checks", word("检查", "Checks"), phone=False),
    )


def _rows(edition: Edition, headlines: Headlines, plan: Plan, level: int) -> Iterator[Row]:
    """The row of a plan and those of the plans below it."""
    grouped = any(root.children for root in edition.scope.plan_year.roots())
    role = "group" if grouped and not level else "body"
    cells = ((Link(plan.head.name, page=f"{plan.path}/"),), *_figures(edition, headlines, plan), *_state(edition, plan))
    yield Row(cells, role, f"unit-{plan.path.replace('/', '-')}", level)  # type: ignore[arg-type]
    for child in plan.children:
        yield from _rows(edition, headlines, child, level + 1)


def _figures(edition: Edition, headlines: Headlines, plan: Plan) -> tuple[Line, ...]:
    """What it is judged by. What is no money says its unit beside its name; other columns speak of money alone."""
    found = headlines.of(edition.of(plan))
    if found is None:
        card = first_card(edition, edition.of(plan))
        return ((card.label, " ", *card.figure) if card else (Num(None),)), *([(Num(None),)] * 5), ()
    bar = progress_of(found.actual, found.target, found.due)
    rates = (found.growth,), (found.attainment,), (bar,) if bar else ()
    if not headlines.is_money(found):
        what: Line = (found.name, " ", replace(found.target, with_unit=True))
        return what, (Num(None),), (Num(None),), rates[0], (Num(None),), *rates[1:]
    target, last, actual = (replace(each, unit=headlines.unit) for each in (found.target, found.last, found.actual))
    return (found.name,), (target,), (last,), rates[0], (actual,), *rates[1:]


def _state(edition: Edition, plan: Plan) -> tuple[Line, Line]:
    """How much is not set, and what the checks say."""
    unset, gaps = len(edition.unset(plan)), open_count(edition, plan)
    left = Tally(unset, f"unset {plan.path}", tone="unset" if unset else "")
    owing: Line = (left,) if edition.roles.everything_owed else ()
    if not gaps:
        return owing, (Words(edition.word("✓ 通过", "✓ passed"), "good"),)
    waived = all(finding.waived for finding in edition.findings_of(plan)) and not edition.untold(plan)
    found = Tally(gaps, f"gaps {plan.path}", Link("", page=f"{plan.path}/", anchor="gaps"))
    if waived:
        return owing, phrase(edition.word("⊘ {n} 项豁免", "⊘ {n} waived"), "sealed", n=found)
    return owing, phrase(edition.word("≠ {n} 个差额", "≠ {n} gap(s)"), "bad", n=found)


def _together(edition: Edition, together: list[Headline]) -> Row:
    """The sum of what adds up, and of how many units it is."""
    count = Tally(len(together), "targets")
    label = phrase(edition.word("{name}合计，{n} 个单元", "{name}, {n} units"), name=together[0].name, n=count)
    target = added([each.target for each in together])
    unset = len(edition.roles.everything_owed)
    owing: Line = (Tally(unset, "unset"),) if unset else ()
    return Row((label, (), (target,), (), (), (), (), (), owing, ()), "total")
