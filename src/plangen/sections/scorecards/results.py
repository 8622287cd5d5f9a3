"""Scores that were given: rows of CSV files by month and by whoever was scored, and their means."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from plangen.compute import PlanScope, Rule
from plangen.model import Actual
from plangen.sections import reported
from plangen.sections.numbers import shown
from plangen.sections.reported import Members, by_members, named, period_of, periods_of
from plangen.sections.scorecards.model import Card
from plangen.sections.scorecards.scoring import CENT
from plangen.values import Address, Quantity
from plangen.views import Block, Chart, Column, Inline, Line, Num, Row, Table, phrase

MEASURES = ("points",)
Scored = tuple[Members, list[Actual]]
FEW = 2
"""A chart of fewer bars says no more than the table."""


def rows_of(card: Card, scope: PlanScope) -> list[Actual]:
    """The scores of a card: `scorecards/manager-month.points@M01/rep-a`."""
    return reported.rows_of(card, MEASURES, scope)


def rules(card: Card, scope: PlanScope) -> Iterator[Rule]:
    """The mean of each member over the periods that are reported; none where two of them overlap (SCR121)."""
    for members, rows in by_members(rows_of(card, scope)).items():
        if overlapping(rows, scope):
            continue
        inputs = tuple(scope.key(row.reached) for row in rows)
        count = len(rows)
        note = scope.word("已报 {count} 期的平均", "mean of the {count} periods reported", count=count)
        yield Rule(scope.key(mean_of(card, members)), "mean", inputs, rows[0].span("value"), {"step": CENT}, note)


def overlapping(rows: list[Actual], scope: PlanScope) -> list[tuple[Actual, Actual]]:
    """Neighbours among the rows of one member whose periods share a month, the earlier start first."""
    ordered = sorted(rows, key=lambda row: period_of(row, scope))
    found, reaches = list[tuple[Actual, Actual]](), ordered[:1]
    for row in ordered[1:]:
        if period_of(row, scope).first <= period_of(reaches[0], scope).last:
            found.append((reaches[0], row))
        if period_of(row, scope).last > period_of(reaches[0], scope).last:
            reaches = [row]
    return found


def mean_of(card: Card, members: Members) -> Address:
    """The address of the mean of a member: `scorecards/manager-month.mean/rep-a`."""
    return card.address("mean").of(*members)


def blocks(card: Card, scope: PlanScope) -> Iterator[Block]:
    """The scores by period with their mean, the best first, and bars of the means; nothing where none is reported."""
    found = dict(by_members(rows_of(card, scope)))
    own, ranked = found.pop((), None), _ranked(card, found, scope)
    if own or ranked:
        yield _table(card, [*ranked, *([((), own)] if own else [])], scope)
    if len(ranked) >= FEW:
        yield _chart(card, [members for members, _ in ranked], scope)


def _ranked(card: Card, found: Mapping[Members, list[Actual]], scope: PlanScope) -> list[Scored]:
    """Members and their rows, the highest mean first, of two alike as they stand in the file; then those not known."""

    def place(item: Scored) -> tuple[int, Decimal]:
        mean = scope.quantity(mean_of(card, item[0]))
        if mean is None or mean.unset:
            return 2, Decimal(0)
        return (0, -mean.value) if _is_known(mean) else (1, Decimal(0))

    return sorted(found.items(), key=place)


def _is_known(mean: Quantity) -> bool:
    """Whether a mean is one number, with no period that is not set."""
    return mean.is_exact and not mean.missing


def _ends(card: Card, ranked: list[Members], scope: PlanScope) -> Mapping[str, Members]:
    """Who is `high` and who is `low`: for certain above, or below, all others; nobody while any mean is not known."""
    found = {members: scope.quantity(mean_of(card, members)) for members in ranked}
    means = {members: mean for members, mean in found.items() if mean and not mean.unset and not mean.missing}
    if not means or len(means) < len(found) or len({mean.unit for mean in means.values()}) > 1:
        return {}
    best = max(means, key=lambda each: _or(means[each].low, Decimal("-Infinity")))
    worst = min(means, key=lambda each: _or(means[each].high, Decimal("Infinity")))
    ends = dict[str, Members]()
    if all(means[best].certainly_above(mean) for each, mean in means.items() if each != best):
        ends["high"] = best
    if all(mean.certainly_above(means[worst]) for each, mean in means.items() if each != worst):
        ends["low"] = worst
    return ends


def _or(end: Decimal | None, instead: Decimal) -> Decimal:
    return instead if end is None else end


def _table(card: Card, ranked: list[tuple[Members, list[Actual]]], scope: PlanScope) -> Table:
    periods = periods_of([row for _, rows in ranked for row in rows], scope)
    columns = [Column("member", scope.word("被考核的", "Scored"))]
    columns += [Column(each.name, each.label(scope.language), "分", numeric=True) for each in periods]
    columns.append(Column("mean", scope.word("平均", "Mean"), "分", numeric=True))
    body = []
    for members, rows in ranked:
        found = {period_of(row, scope): row.reached for row in rows}
        cells = [_number(found.get(period), scope) for period in periods]
        body.append(Row(((_name(card, members, scope),), *cells, (shown(scope, mean_of(card, members), digits=2),))))
    title = scope.word("{name}：各期得分", "{name}: scores", name=card.name)
    note = scope.word(
        "由 CSV 报送，平均分高的在前；平均分不确定的和考核表自己的一行不排名，在后。",
        "Reported by CSV files, the highest mean first; means that are not certain and the card's own row are not "
        "ranked and stand last.",
    )
    return Table(f"scores-{card.id}", title, tuple(columns), tuple(body), notes=((note,),))


def _number(address: Address | None, scope: PlanScope) -> Line:
    return (Num(None),) if address is None else (shown(scope, address),)


def _chart(card: Card, ranked: list[Members], scope: PlanScope) -> Chart:
    columns = (
        Column("member", scope.word("被考核的", "Scored")),
        Column("mean", scope.word("平均得分", "Mean score"), "分", numeric=True),
    )
    rows = tuple(
        Row(((_name(card, members, scope),), (shown(scope, mean_of(card, members), "分", 2),))) for members in ranked
    )
    table = Table(f"scores-{card.id}-table", "", columns, rows)
    subtitle = scope.word("分；已报各期的平均", "points; mean of the periods reported")
    encode = {"label": "member", "value": "mean"}
    height, title = 60 + 34 * len(rows), _title(card, ranked, scope)
    return Chart(f"scores-{card.id}-chart", "bar", title, subtitle, table, encode, "分", height=height)


def _title(card: Card, ranked: list[Members], scope: PlanScope) -> Line:
    """Who is highest and who is lowest, as far as that is certain."""
    words = {
        "high": ("{name} {n} 最高", "{name} is highest with {n}"),
        "low": ("{name} {n} 最低", "{name} lowest with {n}"),
    }
    line: list[Inline] = []
    for side, members in _ends(card, ranked, scope).items():
        number = shown(scope, mean_of(card, members), digits=2)
        said = phrase(scope.word(*words[side]), name=_name(card, members, scope), n=number)
        line += [scope.word("，", ", "), *said]
    return tuple(line[1:]) or (scope.word("{name}：各自的平均得分", "{name}: the mean scores", name=card.name),)


def _name(card: Card, members: Members, scope: PlanScope) -> str:
    return named(members, scope) or card.name
