"""Tables of objectives: by axis with quarters and what rates imply, a short one, and the goals without a breakdown."""

from collections.abc import Sequence

from plangen.sections.objectives import assumptions, table_notes
from plangen.sections.objectives.phases import is_phased
from plangen.sections.objectives.saying import apart, room
from plangen.sections.objectives.split import Split
from plangen.values import SHARE, YUAN, Key, Quantity
from plangen.views import Column, Dot, Line, Link, Num, Row, Table, Words


def unit_of(split: Split) -> str:
    """The display unit of an objective: the plan's unit for money and for money by something, else as written."""
    unit, money = split.unit, split.scope.plan.head.unit
    if unit.is_money_rate and unit.over == YUAN.over:
        return "/".join((money, *unit.per))
    return money if unit.is_money else str(unit)


def number(split: Split, key: Key, unit: str | None = None, digits: int | None = None) -> Num:
    """The figure at a key, for a table cell; not applicable where there is none."""
    return Num(
        split.scope.quantity(key.address), unit if unit is not None else unit_of(split), digits, address=key.address
    )


def axis_title(split: Split, axis: str) -> str:
    """`按渠道`: what the table of an axis is called."""
    known = split.scope.dimensions.axes.get(axis)
    name = known.name if known else axis
    return split.scope.word(f"按{name}", f"By {name}")


def by_axis(split: Split, axis: str) -> Table:
    """Members × target, share, count, rate, quarters, what rates imply; the residual row proves the sum."""
    columns = _columns(split, axis)
    members = in_order(split, axis)
    rows = [Row(tuple(_cell(split, axis, member, c) for c in columns), id=_row_id(split, member)) for member in members]
    if split.rolls_up and split.over_members != "ratio":
        rows.append(Row(tuple(_residual(split, axis, c) for c in columns), "residual"))
    rows.append(Row(tuple(_total(split, axis, c) for c in columns), "total"))
    notes = _notes(split, axis)
    return Table(f"{split.objective.id}-{axis}", axis_title(split, axis), tuple(columns), tuple(rows), notes=notes)


def in_order(split: Split, axis: str, above: str = "") -> list[str]:
    """The members of an axis, each followed by those that stand below it."""
    return [name for member in split.inside(axis, above) for name in (member, *in_order(split, axis, member))]


def _name(split: Split, axis: str, member: str) -> Line:
    """The member with its colour; one that is part of another member says so."""
    dimensions = split.scope.dimensions
    name: Line = (Dot(dimensions.slot(member)), dimensions.member_name(member))
    return name if member in split.inside(axis) else (Words(split.scope.word("其中 ", "of it "), "muted"), *name)


def _row_id(split: Split, member: str) -> str:
    return f"{split.objective.id}-{member}"


def _columns(split: Split, axis: str) -> list[Column]:
    word, unit = split.scope.word, unit_of(split)
    known = split.scope.dimensions.axes.get(axis)
    handed_out = split.over_time == "sum"
    goal, calendar = word("目标", "Target"), word("分到季度" if handed_out else "各季度", "By quarter")
    columns = [Column("name", known.name if known else axis)]
    columns.append(Column("target", goal, unit, numeric=True, group=goal))
    if split.adds_up:
        columns.append(Column("share", word("占比", "Share"), "%", numeric=True, group=goal))
    cells = split.cells(axis).values()
    if any(cell.count is not None for cell in cells):
        columns.append(Column("count", word("数量", "Count"), _count_unit(split, axis), numeric=True, group=goal))
    if any(cell.rate is not None for cell in cells):
        columns.append(Column("rate", word("单价", "Rate"), "", numeric=True, group=goal, phone=False))
    if _phased(split) and _any_known(split, axis):
        for quarter in split.period.quarters:
            label = quarter_label(split, quarter.name)
            columns.append(Column(f"@{quarter.name}", label[0], label[1], numeric=True, group=calendar, phone=False))
    if any(split.heads_of(cell) for cell in cells):
        rated = word("按单价推算", "By the rates")
        months = word(f"{split.period.length} 个月", f"{split.period.length} months")
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
    title = split.scope.word(f"{number}季", f"Q{(quarter.first - 1) // 3 + 1}")
    first, last = quarter.first, quarter.last
    months = f"{first} 月" if first == last else f"{first}–{last} 月"
    return title, split.scope.word(months, quarter.label("en") if name[0] != "Q" else "")


def _count_unit(split: Split, axis: str) -> str:
    units = {str(cell.count.unit) for cell in split.cells(axis).values() if cell.count is not None}
    return units.pop() if len(units) == 1 else ""


def _cell(split: Split, axis: str, member: str, column: Column) -> Line:
    cell = split.cells(axis).get(member)
    if column.key == "name":
        return _name(split, axis, member)
    if column.key.startswith("@"):
        return (_at(split, column, member),)
    if column.key == "share":
        return (number(split, split.key("share", member), "%", 1),)
    if column.key == "apart":
        return (_apart(split, member),)
    if column.key in ("count", "rate"):
        quantity = getattr(cell, column.key, None) if cell else None
        return _rate(quantity, split, member) if column.key == "rate" else _count(quantity, split, member)
    if column.key in ("owner", "note"):
        return (_words(split, cell.owner if column.key == "owner" else cell.note) if cell else "",)
    if column.key == "implied":
        return (number(split, split.key("implied", member)),)
    return (number(split, split.key("target", member)),)


def _words(split: Split, text: str | None) -> str:
    return split.scope.named(text) if text else ""


def _count(quantity: Quantity | None, split: Split, member: str) -> Line:
    if quantity is None:
        return ()
    return (Num(quantity, str(quantity.unit), address=split.key("count", member).address),)


def _rate(quantity: Quantity | None, split: Split, member: str) -> Line:
    if quantity is None:
        return ()
    unit = split.scope.plan.head.unit if quantity.unit.over == ("元",) else str(quantity.unit).split("/", maxsplit=1)[0]
    per = "".join(f"/{part}" for part in quantity.unit.per if part != "月")
    written = f"{unit}/{'/'.join(quantity.unit.per)}"
    return (Num(quantity, written, address=split.key("rate", member).address), Words(per, "muted"))


def _at(split: Split, column: Column, *members: str) -> Num:
    period = next(quarter for quarter in split.period.quarters if f"@{quarter.name}" == column.key)
    return number(split, split.key("target", *members, period=period), digits=_digits(split))


def _digits(split: Split) -> int | None:
    """One decimal in 万元, where that is the whole number."""
    whole = split.scope.quantity(split.key().address)
    rest = whole is not None and whole.is_exact and whole.value % 1000
    return 1 if split.unit.is_money and unit_of(split) == "万元" and not rest else None


def _apart(split: Split, *members: str) -> Num:
    scope = split.scope
    implied = scope.quantity(split.key("implied", *members).address)
    target = scope.quantity(split.key("target", *members).address)
    if implied is None or target is None or implied.unset or target.unset or implied.unit != target.unit:
        return Num(None)
    difference = implied - target
    same = not _contradict(split, *members)
    return Num(difference, unit_of(split), symbol="" if same else "≠", signed=not same, tone="" if same else "bad")


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
    members = split.inside(axis)
    shares = [split.scope.quantity(split.key("share", member).address) for member in members]
    if any(share is None or not share.is_exact for share in shares):
        return Num(None)
    known = [share.value for share in shares if share is not None]
    gap = split.scope.quantity(split.key("gap", axis).address)
    if gap is not None and gap.is_exact and gap.value == 0:
        return Num(Quantity.exact(0, SHARE), "%", 1)
    return Num(Quantity.exact(1 - sum(known), SHARE), "%", 1)


def _total(split: Split, axis: str, column: Column) -> Line:
    scope = split.scope
    if column.key == "name":
        return (scope.word("合计", "Total") if split.adds_up else scope.word("整体", "Whole"),)
    if column.key.startswith("@"):
        return (_at(split, column),)
    if column.key == "target":
        return (number(split, split.key()),)
    if column.key == "share":
        shares = (scope.quantity(split.key("share", member).address) for member in split.axes()[axis])
        known = any(share is not None and not share.unset for share in shares)
        return (Num(Quantity.exact(1, SHARE), "%", 1),) if known else ()
    if column.key in ("implied", "apart") and not (split.heads_of(split.objective) or split.axis_of_rates() == axis):
        return ()
    if column.key == "implied":
        return (number(split, split.key("implied")),)
    if column.key == "apart":
        return (_apart(split),)
    if column.key == "count":
        cells = [cell for member, cell in split.cells(axis).items() if member in split.inside(axis)]
        counts = [cell.count for cell in cells if cell.count is not None]
        same = len({count.unit for count in counts}) == 1
        return (Num(sum(counts[1:], counts[0]), str(counts[0].unit)),) if same else ()
    return ()


def _notes(split: Split, axis: str) -> tuple[Line, ...]:
    scope = split.scope
    notes: list[Line] = []
    whole = scope.quantity(split.key().address)
    if split.axis_of_rates() == axis and _contradict(split):
        text = scope.word(
            f"写的与算的不一致：单价 × 数量 × {split.period.length} 个月",
            f"the rates say something else: rate × heads × {split.period.length} months",
        )
        notes.append((Words("≠ ", "bad"), text))
    notes += table_notes.how_it_rolls_up(split)
    handed_out = _phased(split) and not split.holds_levels and not split.objective.rollup
    if handed_out and _any_known(split, axis):
        fits = whole is not None and not whole.unset
        both = scope.word("，行列都合", ", rows and columns add up") if fits else ""
        text = scope.word("按月分解，最大余数取整", "split by month, largest remainder") + both
        notes.append((Words(text, "muted"),))
    return (*notes, *assumptions.sentences(split, axis))


def short(split: Split, axis: str) -> Table:
    """Member, target, share: the breakdown at a glance."""
    word = split.scope.word
    known = split.scope.dimensions.axes.get(axis)
    columns = [
        Column("name", known.name if known else axis),
        Column("target", word("目标", "Target"), unit_of(split), numeric=True),
    ]
    if split.adds_up:
        columns.append(Column("share", word("占比", "Share"), "%", numeric=True))
    members = in_order(split, axis)
    rows = [Row(tuple(_cell(split, axis, member, column) for column in columns)) for member in members]
    rows.append(Row(tuple(_total(split, axis, column) for column in columns), "total"))
    return Table(f"{split.objective.id}-{axis}-short", "", tuple(columns), tuple(rows))


def goals(splits: Sequence[Split], title: str) -> Table:
    """Objectives without a breakdown: one row each."""
    word = splits[0].scope.word
    columns = (
        Column("name", word("目标", "Objective")),
        Column("target", word("目标值", "Target"), "", numeric=True),
        Column("period", word("期间", "Period")),
        Column("owner", word("负责人", "Owner")),
        Column("note", word("说明", "Note"), phone=False),
    )
    rows = tuple(Row(_goal(split), id=split.objective.id) for split in splits)
    return Table("goals", title, columns, rows)


def _goal(split: Split) -> tuple[Line, ...]:
    objective, scope = split.objective, split.scope
    target = Num(scope.quantity(split.key().address), unit_of(split), with_unit=True, address=split.key().address)
    owner: Line = ()
    if objective.owner:
        address = scope.resolve(objective.owner, "org")
        owner = (Link(scope.named(objective.owner), address),) if address else (objective.owner,)
    return (
        (objective.name,),
        (target,),
        (split.period.label(scope.language),),
        owner,
        (Words(objective.note or "", "muted"),),
    )
