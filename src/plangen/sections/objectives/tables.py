"""Tables of objectives: by axis with quarters and what rates imply, and a short one."""

from dataclasses import replace

from plangen.sections.numbers import shown
from plangen.sections.objectives import assumptions, stated_views, table_notes
from plangen.sections.objectives.phases import is_phased
from plangen.sections.objectives.saying import apart, room
from plangen.sections.objectives.split import Split
from plangen.values import YUAN, Key, Quantity, is_chinese
from plangen.views import Column, Dot, Line, Num, Row, Table, Words, phrase


def unit_of(split: Split) -> str:
    """The display unit of an objective: the plan's unit for money and for money by something, else as written."""
    unit, money = split.unit, split.scope.plan.head.unit
    if unit.is_money_rate and unit.over == YUAN.over:
        return "/".join((money, *unit.per))
    return money if unit.is_money else str(unit)


def number(split: Split, key: Key, unit: str | None = None, digits: int | None = None) -> Num:
    """The figure at a key, for a table cell; not applicable where there is none."""
    return shown(split.scope, key.address, unit if unit is not None else unit_of(split), digits)


def axis_title(split: Split, axis: str) -> str:
    """`按渠道`: what the table of an axis is called."""
    known = split.scope.dimensions.axes.get(axis)
    name = known.name if known else axis
    return split.scope.word("按{name}", "By {name}", name=name)


def by_axis(split: Split, axis: str) -> Table:
    """Members × target, share, count, rate, quarters, what rates imply; the residual row proves the sum."""
    columns = columns_of(split, axis)
    members = in_order(split, axis)
    rows = [
        Row(tuple(cell_of(split, axis, member, c) for c in columns), id=_row_id(split, member)) for member in members
    ]
    if split.rolls_up and split.over_members != "ratio":
        rows.append(Row(tuple(_residual(split, axis, c) for c in columns), "residual"))
    rows.append(Row(tuple(total_of(split, axis, c) for c in columns), "total"))
    notes = _notes(split, axis)
    return Table(f"{split.objective.id}-{axis}", axis_title(split, axis), tuple(columns), tuple(rows), notes=notes)


def in_order(split: Split, axis: str, above: str = "") -> list[str]:
    """The members of an axis, each followed by those that stand below it."""
    return [name for member in split.inside(axis, above) for name in (member, *in_order(split, axis, member))]


def member_line(split: Split, axis: str, member: str) -> Line:
    """The member with its colour; one that is part of another member says so."""
    dimensions = split.scope.dimensions
    name: Line = (Dot(dimensions.slot(member)), dimensions.member_name(member))
    return name if member in split.inside(axis) else (Words(split.scope.word("其中 ", "of it "), "muted"), *name)


def _row_id(split: Split, member: str) -> str:
    return f"{split.objective.id}-{member}"


def columns_of(split: Split, axis: str) -> list[Column]:
    """The columns of the table of an axis."""
    word, unit = split.scope.word, unit_of(split)
    known = split.scope.dimensions.axes.get(axis)
    handed_out = split.over_time == "sum"
    goal, calendar = (
        word("目标", "Target"),
        word(*(("分到季度", "By quarter") if handed_out else ("各季度", "By quarter"))),
    )
    columns = [Column("name", known.name if known else axis)]
    columns.append(Column("target", goal, unit, numeric=True, group=goal))
    if split.adds_up:
        columns.append(Column("share", word("占比", "Share"), "%", numeric=True, group=goal))
    cells = split.cells(axis).values()
    if any(cell.count is not None for cell in cells):
        columns.append(Column("count", word("数量", "Count"), _count_unit(split, axis), numeric=True, group=goal))
    if any(cell.rate is not None for cell in cells):
        rate = _rate_unit(split, axis)
        columns.append(Column("rate", word("单价", "Rate"), rate, numeric=True, group=goal, phone=False))
    if _phased(split) and _any_known(split, axis):
        for quarter in split.period.quarters:
            label = quarter_label(split, quarter.name)
            columns.append(Column(f"@{quarter.name}", label[0], label[1], numeric=True, group=calendar, phone=False))
    if any(split.heads_of(cell) for cell in cells):
        rated = word("按单价推算", "By the rates")
        months = word("{length} 个月", "{length} months", length=split.period.length)
        columns.append(Column("implied", months, unit, numeric=True, group=rated, phone=False))
        columns.append(Column("apart", word("差额", "Apart"), unit, numeric=True, group=rated, phone=False))
    if any(cell.owner is not None for cell in cells):
        columns.append(Column("owner", word("负责人", "Owner"), phone=False))
    if any(cell.note for cell in cells):
        columns.append(Column("note", word("说明", "Note"), phone=False))
    return columns


def _phased(split: Split) -> bool:
    return is_phased(split) and split.period.length > 1


def _any_known(split: Split, axis: str) -> bool:
    parts = (split.scope.quantity(key.address) for key in split.cell_keys(axis))
    return any(part is not None and not part.unset for part in parts)


def quarter_label(split: Split, name: str) -> tuple[str, str]:
    """The heading of a quarter and the months it has in this plan: `二季`, `6 月`."""
    quarter = next(quarter for quarter in split.period.quarters if quarter.name == name)
    number = "一二三四"[(quarter.first - 1) // 3]
    title = split.scope.word("{number}季", "Q{n}", number=number, n=(quarter.first - 1) // 3 + 1)
    first, last = quarter.first, quarter.last
    months = f"{first} 月" if first == last else f"{first}–{last} 月"
    return title, months if is_chinese(split.scope.language) else quarter.label("en") if name[0] != "Q" else ""


def _count_unit(split: Split, axis: str) -> str:
    counted = [cell.address("count") for cell in split.cells(axis).values() if cell.count is not None]
    quantities = [split.scope.quantity(address) for address in counted]
    units = {str(quantity.unit) for quantity in quantities if quantity is not None}
    return units.pop() if len(units) == 1 else ""


def cell_of(split: Split, axis: str, member: str, column: Column) -> Line:
    """One member in one column."""
    cell = split.cells(axis).get(member)
    if column.key == "name":
        return member_line(split, axis, member)
    if column.key.startswith("@"):
        return (_at(split, column, member),)
    if column.key == "share":
        return (number(split, split.key("share", member), "%", 1),)
    if column.key == "apart":
        return (_apart(split, member),)
    if column.key in ("count", "rate"):
        return _rate(split, member) if column.key == "rate" else _count(split, member)
    if column.key in ("owner", "note"):
        return (_words(split, cell.owner if column.key == "owner" else cell.note) if cell else "",)
    if column.key == "implied":
        return (number(split, split.key("implied", member)),)
    return (number(split, split.key("target", member)),)


def _words(split: Split, text: str | None) -> str:
    return split.scope.named(text) if text else ""


def _count(split: Split, member: str) -> Line:
    quantity = split.scope.quantity(split.key("count", member).address)
    return () if quantity is None else (number(split, split.key("count", member), str(quantity.unit)),)


def _rate_unit(split: Split, axis: str) -> str:
    """What all rates of an axis share, for the heading: `万元/月`; whom each is for stands in its cell."""
    cells = [cell for cell in split.cells(axis).values() if cell.rate is not None]
    rates = [split.scope.quantity(cell.address("rate")) for cell in cells]
    shared = {_amount(split, rate) + ("/月" if "月" in rate.unit.per else "") for rate in rates if rate is not None}
    return shared.pop() if len(shared) == 1 else ""


def _amount(split: Split, rate: Quantity) -> str:
    """The unit that a rate is shown in, without what it is per."""
    return split.scope.plan.head.unit if rate.unit.over == ("元",) else str(rate.unit).split("/", maxsplit=1)[0]


def _rate(split: Split, member: str) -> Line:
    key = split.key("rate", member)
    quantity = split.scope.quantity(key.address)
    if quantity is None:
        return ()
    unit = _amount(split, quantity)
    per = "".join(f"/{part}" for part in quantity.unit.per if part != "月")
    apart = f" {split.scope.in_words(per)}" if not is_chinese(split.scope.language) else split.scope.in_words(per)
    return (number(split, key, f"{unit}/{'/'.join(quantity.unit.per)}"), Words(apart, "muted"))


def _at(split: Split, column: Column, *members: str) -> Num:
    period = next(quarter for quarter in split.period.quarters if f"@{quarter.name}" == column.key)
    return number(split, split.key("target", *members, period=period), digits=_digits(split))


def _digits(split: Split) -> int | None:
    """One decimal in 万元, where that is the whole number."""
    whole = split.scope.quantity(split.key().address)
    rest = whole is not None and whole.is_exact and whole.value % 1000
    return 1 if split.unit.is_money and unit_of(split) == "万元" and not rest else None


def _apart(split: Split, *members: str) -> Num:
    difference = number(split, split.key("apart", *members))
    if difference.quantity is None or difference.quantity.unset:
        return Num(None)
    wrong = _contradict(split, *members)
    return replace(difference, symbol="≠", signed=True, tone="bad") if wrong else difference


def _contradict(split: Split, *members: str) -> bool:
    """Whether target and rates cannot both be true."""
    scope = split.scope
    return apart(room(scope, split.key("target", *members)), room(scope, split.key("implied", *members)))


def _residual(split: Split, axis: str, column: Column) -> Line:
    word = split.scope.word
    if column.key == "name":
        return (word("未分解", "Not split") if split.adds_up else word("差额", "Gap"),)
    if column.key == "target":
        return (number(split, split.key("gap", axis)),)
    if column.key == "share":
        return (_residual_share(split, axis),)
    return ()


def _residual_share(split: Split, axis: str) -> Num:
    """The share of what is not split; not applicable where that is not one number."""
    rest = number(split, split.key("share", axis, facet="gap"), "%", 1)
    return rest if rest.quantity is not None and rest.quantity.is_exact else Num(None)


def total_of(split: Split, axis: str, column: Column) -> Line:
    """All members together in one column."""
    scope = split.scope
    if column.key == "name":
        return (scope.word("合计", "Total") if split.adds_up else scope.word("整体", "Whole"),)
    if column.key.startswith("@"):
        return (_at(split, column),)
    if column.key == "target":
        return (number(split, split.key()),)
    if column.key == "share":
        whole = number(split, split.key("share"), "%", 1)
        return (whole,) if whole.quantity is not None and not whole.quantity.unset else ()
    if column.key in ("implied", "apart") and not (split.heads_of(split.objective) or split.axis_of_rates() == axis):
        return ()
    if column.key == "implied":
        return (number(split, split.key("implied")),)
    if column.key == "apart":
        return (_apart(split),)
    if column.key == "count":
        key = split.key("count", axis, facet="rollup")
        counted = scope.quantity(key.address)
        return () if counted is None else (number(split, key, str(counted.unit)),)
    return ()


def _notes(split: Split, axis: str) -> tuple[Line, ...]:
    scope = split.scope
    notes: list[Line] = []
    whole = scope.quantity(split.key().address)
    if split.axis_of_rates() == axis and _contradict(split):
        text = scope.word("写的与算的不一致：单价 × 数量 × {n}", "the rates say something else: rate × heads × {n}")
        notes.append((Words("≠ ", "bad"), *phrase(text, n=shown(scope, split.key("months").address, with_unit=True))))
    notes += table_notes.how_it_rolls_up(split)
    handed_out = _phased(split) and not split.holds_levels and not split.objective.rollup
    if handed_out and _any_known(split, axis):
        fits = whole is not None and not whole.unset
        both = scope.word("，行列都合", ", rows and columns add up") if fits else ""
        text = scope.word("按月分解，最大余数取整", "split by month, largest remainder") + both
        notes.append((Words(text, "muted"),))
    return (*notes, *stated_views.notes(split, axis, unit_of(split)), *assumptions.sentences(split, axis))
