"""The tables of scorecards: all cards, the criteria of one, a worked example."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.sections.numbers import shown
from plangen.sections.scorecards.model import Card, Criterion, Example, Scorecards
from plangen.sections.scorecards.scoring import at
from plangen.sections.scorecards.tree import Whole, weighted, wholes
from plangen.sections.scorecards.wording import happened, link, periods, rule_of
from plangen.values import agrees
from plangen.views import Column, Inline, Line, Num, Row, Table, Words, phrase

NOT_APPLICABLE: Line = (Num(None),)


def cards(section: Scorecards, scope: PlanScope) -> Table:
    """Every card: for whom, by whom, how often, out of how many points."""
    word = scope.word
    columns = (
        Column("card", word("考核表", "Card")),
        Column("role", word("适用岗位", "For")),
        Column("assessor", word("考核人", "Assessed by"), phone=False),
        Column("period", word("周期", "Period"), phone=False),
        Column("criteria", word("考核项", "Criteria"), numeric=True, phone=False),
        Column("points", word("总分", "Total"), numeric=True),
        Column("annual", word("年度得分", "Score of the year"), phone=False),
        Column("source", word("依据", "Source"), phone=False),
    )
    rows = tuple(_summary(card, scope) for card in section.items.values())
    return Table("cards", word("全部考核表", "All scorecards"), columns, rows)


def _summary(card: Card, scope: PlanScope) -> Row:
    """One card in a line. Its table below says more."""
    roles: list[Inline] = []
    for role in card.role:
        roles += [scope.word("、", ", ")] if roles else []
        roles.append(link(role, "org", scope))
    return Row(
        (
            (card.name,),
            tuple(roles) or NOT_APPLICABLE,
            (link(card.assessor, "org", scope),) if card.assessor else NOT_APPLICABLE,
            (periods(card, scope) or Num(None),),
            (shown(scope, card.address("criteria")),),
            (shown(scope, card.address("points"), with_unit=True),),
            _annual(card, scope),
            (scope.word("、", ", ").join(card.source) or Num(None),),
        ),
        id=card.id,
    )


def _annual(card: Card, scope: PlanScope) -> Line:
    if card.annual is None:
        return NOT_APPLICABLE
    mean = scope.word("各期得分的平均", "mean of the periods")
    if card.joiners is None:
        return (mean,)
    return (mean, Words(scope.word("（{joiners}）", " ({joiners})", joiners=card.joiners), "muted"))


def criteria(card: Card, scope: PlanScope) -> Table:
    """The criteria of a card with points, weights and shares; what no criterion explains stands below the others."""
    word = scope.word
    has_weights = _has_weights(card)
    columns = (
        Column("criterion", word("考核项", "Criterion")),
        Column("points", word("分值", "Points"), numeric=True),
        *((Column("weight", word("权重", "Weight"), "%", numeric=True, phone=False),) if has_weights else ()),
        Column("share", word("占总分", "Of the total"), "%", numeric=True),
        Column("rule", word("怎么给分", "How it is scored")),
        Column("due", word("期限", "Due"), phone=False),
        Column("source", word("依据", "Source"), phone=False),
    )
    rows = [*_rows(card, card, 0, scope), _total(card, scope)]
    notes = ((card.note,),) if card.note else ()
    return Table(f"criteria-{card.id}", card.name, columns, tuple(rows), notes=notes)


def _has_weights(card: Card) -> bool:
    return any(weighted(whole) for whole in wholes(card))


def _rows(whole: Whole, card: Card, level: int, scope: PlanScope) -> Iterator[Row]:
    for criterion in whole.criteria.values():
        cells: list[Line] = [(_named(criterion, scope)), (_points(criterion, scope),)]
        cells += [(shown(scope, criterion.address("weight"), "%"),)] if _has_weights(card) else []
        cells.append((shown(scope, criterion.address("share"), "%", 1),))
        cells += [rule_of(criterion, whole, scope), (criterion.due or Num(None),)]
        cells.append((scope.word("、", ", ").join(criterion.source) or Num(None),))
        yield Row(tuple(cells), id="-".join(criterion.address_item), level=level)
        yield from _rows(criterion, card, level + 1, scope)
    yield from _unexplained(whole, card, level, scope)


def _named(criterion: Criterion, scope: PlanScope) -> Line:
    if not criterion.note:
        return (criterion.name,)
    return (criterion.name, Words(scope.word("（{note}）", " ({note})", note=criterion.note), "muted"))


def _points(whole: Whole, scope: PlanScope) -> Num:
    """The points, with ≠ where those of the criteria below come to something else."""
    points, parts = scope.quantity(whole.address("points")), scope.quantity(whole.address("points", "rollup"))
    wrong = points is not None and parts is not None and not agrees(points, parts, scope.handbook.tolerance())
    return shown(scope, whole.address("points"), symbol="≠" if wrong else "", tone="bad" if wrong else "")


def _unexplained(whole: Whole, card: Card, level: int, scope: PlanScope) -> Iterator[Row]:
    """What the points above have and no criterion below them."""
    gap = scope.quantity(whole.address("points", "gap"))
    if gap is None or gap.low is None or (gap.low == 0 and gap.high == 0):
        return
    number = shown(scope, whole.address("points", "gap"), tone="bad")
    text = scope.word("没有列出的分", "points of no criterion")
    if gap.low < 0:
        text = scope.word("列多了的分", "points too many")
    empty: tuple[Line, ...] = ((),) if _has_weights(card) else ()
    yield Row(((text,), (number,), *empty, (), (), (), ()), "residual", level=level)


def _total(card: Card, scope: PlanScope) -> Row:
    """The card's total; beside it what the paper states, where that is something else."""
    weights: tuple[Line, ...] = ((shown(scope, card.address("weights"), "%"),),) if _has_weights(card) else ()
    rule: Line = ()
    if card.stated is not None and card.stated.points is not None:
        stated, points = card.stated.points, scope.quantity(card.address("points"))
        wrong = points is not None and not agrees(points, stated, scope.handbook.tolerance())
        number = shown(scope, card.stated.address("points"), with_unit=True)
        text = scope.word("文件写 {n}", "the paper states {n}")
        rule = phrase(f"≠ {text}" if wrong else text, "bad" if wrong else "muted", n=number)
    cells: tuple[Line, ...] = ((scope.word("总分", "Total"),), (_points(card, scope),), *weights, (), rule, (), ())
    return Row(cells, "total")


def example(card: Card, worked: Example, scope: PlanScope) -> Table:
    """A worked example: what happened, what it costs, what is left."""
    return _months(card, worked, scope) if worked.scores else _results(card, worked, scope)


def _title(card: Card, worked: Example, scope: PlanScope) -> str:
    return scope.word("算例：{name}", "Worked example: {name}", name=worked.name)


def _results(card: Card, worked: Example, scope: PlanScope) -> Table:
    word = scope.word
    columns = (
        Column("criterion", word("考核项", "Criterion")),
        Column("happened", word("情况", "What happened")),
        Column("lost", word("扣分", "Lost"), numeric=True),
        Column("earned", word("得分", "Score"), numeric=True),
        Column("counts", word("计入总分", "Counts"), numeric=True),
    )
    rows = tuple(_result_rows(card, card, worked, 0, scope))
    sum_: tuple[Line, ...] = ((word("得分", "Score"),), (), (), (), (shown(scope, at(worked, None, "earned")),))
    table_id = f"{card.id}-{worked.id}"
    notes = ((worked.note,),) if worked.note else ()
    return Table(table_id, _title(card, worked, scope), columns, (*rows, Row(sum_, "total")), card.name, notes)


def _result_rows(whole: Whole, card: Card, worked: Example, level: int, scope: PlanScope) -> Iterator[Row]:
    """The criteria that have a score in the example; what nothing happened to is not opened further."""
    for criterion in whole.criteria.values():
        address = at(worked, criterion, "earned")
        if scope.figure(address) is None:
            continue
        counts = at(worked, criterion, "counts") if criterion.weight is not None else address
        cells: tuple[Line, ...] = (
            (criterion.name,),
            happened(worked, criterion, scope),
            (shown(scope, at(worked, criterion, "lost")),),
            (shown(scope, address),),
            (shown(scope, counts),) if level == 0 else (),
        )
        yield Row(cells, level=level)
        yield from _result_rows(criterion, card, worked, level + 1, scope)


def _months(card: Card, worked: Example, scope: PlanScope) -> Table:
    columns = (
        Column("month", scope.word("期间", "Period")),
        Column("score", scope.word("得分", "Score"), numeric=True),
    )
    each = [(month.name, shown(scope, worked.address("scores").at(month))) for month in worked.months()]
    rows = tuple(Row(((name,), (number,))) for name, number in each)
    mean: tuple[Line, ...] = ((scope.word("平均", "Mean"),), (shown(scope, at(worked, None, "earned")),))
    notes = ((worked.note,),) if worked.note else ()
    table_id = f"{card.id}-{worked.id}"
    return Table(table_id, _title(card, worked, scope), columns, (*rows, Row(mean, "total")), card.name, notes)
