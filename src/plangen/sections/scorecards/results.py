"""Scores that were given: rows of CSV files by month and by whoever was scored, and their means."""

from collections.abc import Iterator

from plangen.compute import PlanScope, Rule
from plangen.model import Actual
from plangen.sections import reported
from plangen.sections.numbers import shown
from plangen.sections.reported import Members, by_members, named, period_of, periods_of
from plangen.sections.scorecards.model import Card
from plangen.sections.scorecards.scoring import CENT
from plangen.values import Address
from plangen.views import Block, Chart, Column, Line, Num, Row, Table, phrase

MEASURES = ("points",)
FEW = 2
"""A chart of fewer bars says no more than the table."""


def rows_of(card: Card, scope: PlanScope) -> list[Actual]:
    """The scores of a card: `scorecards/manager-month.points@M01/rep-a`."""
    return reported.rows_of(card, MEASURES, scope)


def rules(card: Card, scope: PlanScope) -> Iterator[Rule]:
    """The mean of each member over the periods that are reported."""
    for members, rows in by_members(rows_of(card, scope)).items():
        inputs = tuple(scope.key(row.reached) for row in rows)
        count = len(rows)
        note = scope.word(f"已报 {count} 期的平均", f"mean of the {count} periods reported")
        yield Rule(scope.key(mean_of(card, members)), "mean", inputs, rows[0].span("value"), {"step": CENT}, note)


def mean_of(card: Card, members: Members) -> Address:
    """The address of the mean of a member: `scorecards/manager-month.mean/rep-a`."""
    return card.address("mean").of(*members)


def blocks(card: Card, scope: PlanScope) -> Iterator[Block]:
    """The scores by period with their mean, the best first, and bars of the means; nothing where none is reported."""
    rows = rows_of(card, scope)
    if rows:
        ranked = _ranked(card, scope)
        yield _table(card, ranked, scope)
        if len(ranked) >= FEW:
            yield _chart(card, ranked, scope)


def _ranked(card: Card, scope: PlanScope) -> list[tuple[Members, list[Actual]]]:
    """Members and their rows, the highest mean first; of two alike as they stand in the file."""
    return sorted(by_members(rows_of(card, scope)).items(), key=lambda item: -_low(mean_of(card, item[0]), scope))


def _low(address: Address, scope: PlanScope) -> float:
    quantity = scope.quantity(address)
    return float(quantity.low or 0) if quantity is not None else 0.0


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
    title = scope.word(f"{card.name}：各期得分", f"{card.name}: scores")
    note = scope.word("由 CSV 报送，平均分高的在前。", "Reported by CSV files, the highest mean first.")
    return Table(f"scores-{card.id}", title, tuple(columns), tuple(body), notes=((note,),))


def _number(address: Address | None, scope: PlanScope) -> Line:
    return (Num(None),) if address is None else (shown(scope, address),)


def _chart(card: Card, ranked: list[tuple[Members, list[Actual]]], scope: PlanScope) -> Chart:
    columns = (
        Column("member", scope.word("被考核的", "Scored")),
        Column("mean", scope.word("平均得分", "Mean score"), "分", numeric=True),
    )
    rows = tuple(
        Row(((_name(card, members, scope),), (shown(scope, mean_of(card, members), "分", 2),))) for members, _ in ranked
    )
    table = Table(f"scores-{card.id}-table", "", columns, rows)
    best, worst = ranked[0][0], ranked[-1][0]
    text = scope.word("{a} {x} 最高，{b} {y} 最低", "{a} is highest with {x}, {b} lowest with {y}")
    parts = {"a": _name(card, best, scope), "b": _name(card, worst, scope)}
    numbers = {"x": shown(scope, mean_of(card, best), digits=2), "y": shown(scope, mean_of(card, worst), digits=2)}
    title = phrase(text, "", **parts, **numbers)
    subtitle = scope.word("分；已报各期的平均", "points; mean of the periods reported")
    encode = {"label": "member", "value": "mean"}
    height = 60 + 34 * len(rows)
    return Chart(f"scores-{card.id}-chart", "bar", title, subtitle, table, encode, "分", height=height)


def _name(card: Card, members: Members, scope: PlanScope) -> str:
    return named(members, scope) or card.name
