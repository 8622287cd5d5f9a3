"""Tables of actuals: target against actual by month and quarter, and by member to date."""

from collections.abc import Iterator

from plangen.model import Actual
from plangen.sections.numbers import shown
from plangen.sections.objectives import tables
from plangen.sections.objectives.results import Results, State
from plangen.sections.objectives.split import Split
from plangen.values import Key, Period, Quantity
from plangen.views import Column, Inline, Line, Num, Row, Table, Tone, Words, phrase

Part = tuple[str, str]
"""An axis and a member; two empty texts for the whole."""


def by_period(results: Results) -> Table:
    """One row a month below its quarter, the year to date last; months that are not in are greyed and not judged."""
    split = results.split
    rows = [row for quarter in split.period.quarters for row in _quarter(results, quarter)]
    if results.pieces_in():
        rows.append(_to_date(results))
    title = split.scope.word("实际与目标，逐月", "Actual and target by month")
    return Table(f"{split.objective.id}-actuals", title, _columns(split, "period"), tuple(rows), notes=_notes(results))


def _columns(split: Split, first: str) -> tuple[Column, ...]:
    word, unit = split.scope.word, tables.unit_of(split)
    return (
        Column("period", word("期间", "Period")),
        Column("target", word("目标", "Target"), unit, numeric=True),
        Column("actual", word("实际", "Actual"), unit, numeric=True),
        Column("attainment", word("达成", "Attainment"), "%", numeric=True),
        Column("variance", word("差异", "Variance"), unit, numeric=True),
        Column("variance-share", word("差异率", "Variance"), "%", numeric=True, phone=False),
        Column("state", word("状态", "State"), phone=False),
    )


def _quarter(results: Results, quarter: Period) -> Iterator[Row]:
    split, language = results.split, results.split.scope.language
    months = quarter.months
    if quarter.length > 1 and quarter != split.period:
        whole = all(results.state("", "", month) == "in" for month in months)
        state: State = "in" if whole or results.state("", "", quarter) == "in" else "open"
        yield Row((_label(quarter, language), *_numbers(split, quarter, state), ()), "group")
    for month in months:
        state = results.state("", "", month)
        shown: State = "open" if results.is_covered("", month) else state
        cells = (_label(month, language), *_numbers(split, month, shown), _state(results, month, state))
        yield Row(cells, level=int(quarter.length > 1 and quarter != split.period))


def _label(period: Period, language: str) -> Line:
    return (period.label(language),)


def _numbers(split: Split, period: Period, state: State) -> tuple[Line, ...]:
    """Target, actual, attainment, variance, relative variance."""
    target, actual = split.key(period=period), split.key(facet="actual", period=period)
    tone: Tone = "" if state == "in" else "muted"
    reached: Line = (plain(split, actual, tone=tone),)
    if state == "late" and split.scope.quantity(actual.address) is None:
        reached = (Words(split.scope.word("未报", "not reported"), "unset"),)
    return (plain(split, target, tone=tone),), reached, *_judged(split, (), period)


def _judged(split: Split, names: tuple[str, ...], period: Period | None) -> tuple[Line, ...]:
    """Attainment, variance and relative variance; each says good or bad."""
    variance = split.key("variance", *names, period=period)
    share = split.key("variance-share", *names, period=period)
    return (
        (attained(split, split.key("attainment", *names, period=period)),),
        (plain(split, variance, signed=True, tone=tone_of(split.scope.quantity(variance.address))),),
        (plain(split, share, unit="%", digits=1, signed=True),),
    )


def plain(
    split: Split, key: Key, unit: str = "", digits: int | None = None, *, signed: bool = False, tone: Tone = ""
) -> Num:
    """The figure at a key; money with one decimal in 万元."""
    quantity = split.scope.quantity(key.address)
    unit = unit or tables.unit_of(split)
    digits = 1 if digits is None and unit == "万元" else digits
    address = key.address if quantity is not None else None
    return Num(quantity, unit, digits, signed=signed, tone=tone, address=address)


def attained(split: Split, key: Key, *, with_unit: bool = False) -> Num:
    """An attainment: ▲ above the target, ▼ below it, good or bad by what the objective wants."""
    quantity = split.scope.quantity(key.address)
    variance = split.scope.quantity(key.address.with_measure("variance"))
    address = key.address if quantity is not None else None
    symbol, tone = _sign(quantity), tone_of(variance)
    return Num(quantity, "%", 1, with_unit=with_unit, symbol=symbol, tone=tone, address=address)


def _sign(attainment: Quantity | None) -> str:
    if attainment is None or attainment.unset:
        return ""
    above = attainment.low is not None and attainment.low > 1
    below = attainment.high is not None and attainment.high < 1
    return "▲" if above else "▼" if below else ""


def tone_of(variance: Quantity | None) -> Tone:
    """Good where a variance is surely not negative, bad where it surely is: it is signed by what is wanted."""
    if variance is None or variance.unset:
        return ""
    if variance.low is not None and variance.low >= 0:
        return "good"
    return "bad" if variance.high is not None and variance.high < 0 else ""


def _state(results: Results, month: Period, state: State) -> Line:
    """What is to be said of a month: which parts are late, until when it is reported, that it has not come."""
    word = results.split.scope.word
    if results.is_covered("", month):
        return (Words(word("合报", "reported together"), "muted"),)
    if state == "late":
        return (Words(word("迟报", "late") + late_parts(results, month), "unset"),)
    if state == "partial":
        row = results.rows.get(("", month))
        day = row.as_of.value if row and row.as_of.value else None
        text = word("截至 {day.month}-{day.day:02}", "until {day}", day=day) if day else word("未满", "not full")
        return (Words(text, "muted"),)
    if state == "open":
        return (Words(word("未到", "to come"), "muted"),)
    corrected = any(row.period == month for row, _ in results.corrections)
    return (Words(word("已更正", "corrected"), "changed"),) if corrected else ()


def late_parts(results: Results, month: Period) -> str:
    """The members that are late in a month, in brackets; nothing where the whole is reported by itself."""
    split = results.split
    inside = split.inside(results.axis) if results.axis else []
    late = [name for name in inside if results.state(results.axis, name, month) != "in"]
    names = split.scope.word("、", ", ").join(split.scope.dimensions.member_name(name) for name in late)
    return split.scope.word("：{names}", ": {names}", names=names) if names else ""


def _to_date(results: Results) -> Row:
    split = results.split
    months = [month for piece in results.pieces_in() for month in piece.months]
    label = phrase(split.scope.word("{months}合计", "{months} together"), months=_stretch(split, months))
    cells: list[Line] = [label]
    cells.append((plain(split, split.key("ytd")),))
    cells.append((plain(split, results.key("ytd")),))
    return Row((*cells, *_judged(split, (), None), ()), "total")


def _stretch(split: Split, months: list[Period]) -> Line:
    """`6–11 月` where the months follow each other, else their number."""
    first, last = months[0].first, months[-1].last
    if last - first + 1 == len(months):
        return (Period(first, last).label(split.scope.language),)
    text = split.scope.word("已报 {n} 个月", "{n} reported months")
    return phrase(text, n=shown(split.scope, split.key("elapsed").address, "月"))


def _notes(results: Results) -> tuple[Line, ...]:
    word, split = results.split.scope.word, results.split
    found: list[Line] = []
    if results.as_of:
        found.append((Words(word("数据截至 {as_of}", "data as of {as_of}", as_of=results.as_of), "muted"),))
    if split.objective.better == "lower":
        found.append(
            (Words(word("越低越好：差异为正是节约", "lower is better: a positive variance is good"), "muted"),)
        )
    pace = split.key("monthly-yoy", facet="actual")
    if split.scope.quantity(pace.address) is not None:
        change = Num(split.scope.quantity(pace.address), "%", 1, with_unit=True, signed=True, address=pace.address)
        found.append((word("月均实际比上年 ", "actual per month against last year "), change))
    found += (_correction(results, old, new) for old, new in results.corrections)
    needed = catch_up(results)
    return (*found, needed) if needed else tuple(found)


def catch_up(results: Results) -> Line:
    """What the next month needs to be back on the cumulative line; nothing where its own target is enough."""
    split = results.split
    coming = split.key("catch-up", period=_next(results))
    due, own = split.scope.quantity(coming.address), split.scope.quantity(coming.address.with_measure("target"))
    if due is None or own is None or not due.certainly_above(own):
        return ()
    month = coming.address.period.label(split.scope.language) if coming.address.period else ""
    text = split.scope.word("要在 {month}追上累计线，当月须做 {n}", "to be back on the line, {month} needs {n}")
    return phrase(text, month=month, n=plain_with_unit(split, coming))


def _correction(results: Results, old: Actual, new: Actual) -> Line:
    """`更正：终端客户 9 月 ~~112.0~~ 109.0 万元（2025-10-12，退货三笔）`."""
    scope, unit = results.split.scope, tables.unit_of(results.split)
    names = [scope.dimensions.member_name(member) for member in new.reached.members]
    names += [new.period.label(scope.language)] if new.period else []
    was = Num(old.value, unit, address=None if old.value.unset else old.superseded, tone="muted", struck=True)
    reason = scope.word("，", ", ").join([str(new.as_of.value), *([new.note] if new.note else [])])
    start = scope.word("更正：", "corrected: ") + "".join(f"{name} " for name in names)
    number = Num(new.value, unit, with_unit=True, address=new.reached)
    return (start, was, " ", number, scope.word("（{reason}）", " ({reason})", reason=reason))


def _next(results: Results) -> Period | None:
    months = results.split.period.months
    done = len(results.months_in_a_row())
    return months[done] if 0 < done < len(months) else None


def plain_with_unit(split: Split, key: Key) -> Num:
    """The figure at a key with its unit behind it."""
    number = plain(split, key)
    return Num(number.quantity, number.unit, number.digits, with_unit=True, address=number.address)


def by_member(results: Results, axis: str) -> Table:
    """One row a member: its target, its own reported months, attainment, variance, and where it lands."""
    split, word = results.split, results.split.scope.word
    known = split.scope.dimensions.axes.get(axis)
    unit, to_date, estimate = tables.unit_of(split), word("至今", "To date"), word("估计", "Estimate")
    columns = (
        Column("name", known.name if known else axis),
        Column("target", word("全期目标", "Whole target"), unit, numeric=True),
        Column("months", word("已报", "Reported"), word("个月", "months"), numeric=True, group=to_date, phone=False),
        Column("ytd", word("目标", "Target"), unit, numeric=True, group=to_date),
        Column("actual", word("实际", "Actual"), unit, numeric=True, group=to_date),
        Column("attainment", word("达成", "Attainment"), "%", numeric=True, group=to_date),
        Column("variance", word("差异", "Variance"), unit, numeric=True, group=to_date, phone=False),
        Column("landing", word("落点", "Landing"), unit, numeric=True, group=estimate, phone=False),
        Column("state", word("状态", "State"), phone=False),
    )
    rows = [Row(_member(results, axis, member)) for member in tables.in_order(split, axis)]
    rows.append(Row(_member(results, "", ""), "total"))
    title = word("实际与目标，按{title}", "Actual and target by {title}", title=columns[0].title)
    return Table(f"{split.objective.id}-{axis}-actuals", title, columns, tuple(rows), notes=_member_notes(split))


def _member(results: Results, axis: str, member: str) -> tuple[Line, ...]:
    split, names = results.split, tuple(filter(None, [member]))
    name: Line = tables.member_line(split, axis, member) if member else (split.scope.word("合计", "Total"),)
    count: Line = (shown(split.scope, split.key("elapsed", *names).address, "月"),)
    attainment, variance, _ = _judged(split, names, None)
    landing: tuple[Inline, ...] = (plain(split, split.key("landing", *names)),)
    late = results.months_late(axis, member)
    listed = split.scope.word("、", ", ").join(month.label(split.scope.language) for month in late)
    state: Line = (Words(split.scope.word("迟报 {listed}", "late: {listed}", listed=listed), "unset"),) if late else ()
    numbers = (split.key("target", *names), split.key("ytd", *names), results.key("ytd", member))
    target, ytd, actual = ((plain(split, key),) for key in numbers)
    return name, target, count, ytd, actual, attainment, variance, landing, state


def _member_notes(split: Split) -> tuple[Line, ...]:
    word = split.scope.word
    text = word(
        "每行只比自己已报的月份；合计只比各部分都已报的月份。落点：至今实际 + 月均 × 余下月数，是估计，不是承诺",
        "each row compares its own reported months, the total those that all have. Landing: actual to date + average "
        "pace × months left; an estimate, no promise",
    )
    return ((Words(text, "muted"),),)
