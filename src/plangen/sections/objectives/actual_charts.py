"""Charts of actuals: the cumulative line with what was reached, and a bullet a member."""

from plangen.sections.objectives import tables
from plangen.sections.objectives.actual_tables import attained, plain, tone_of
from plangen.sections.objectives.results import Results
from plangen.values import Quantity, write_quantity
from plangen.views import Chart, Column, Line, Num, Row, Table


def cumulative(results: Results) -> Chart:
    """The cumulative target as planned, and the actual as far as it goes without a gap."""
    split, word, unit = results.split, results.split.scope.word, tables.unit_of(results.split)
    columns = (
        Column("month", word("月份", "Month")),
        Column("plan", word("计划", "Plan"), unit, numeric=True),
        Column("actual", word("实际", "Actual"), unit, numeric=True),
    )
    rows = tuple(
        Row((
            (month.label(split.scope.language),),
            (plain(split, split.key("cumulative", period=month)),),
            (plain(split, results.key("cumulative", period=month)),),
        ))
        for month in split.period.months
    )  # fmt: skip
    table = Table(f"{split.objective.id}-cumulative-data", "", columns, rows)
    subtitle = word(f"累计{split.objective.name}，{unit}", f"cumulative {split.objective.name}, {unit}")
    encode = {"label": "month", "value": "actual", "plan": "plan"}
    chart = f"{split.objective.id}-cumulative"
    return Chart(chart, "line", _behind(results), subtitle, table, encode, unit, _source(results))


def _behind(results: Results) -> str:
    """`到 8 月落后 37 万元`: the last month without a gap, against the cumulative target of that month."""
    split, word = results.split, results.split.scope.word
    last = results.months_in_a_row()[-1]
    plan = split.scope.quantity(split.key("cumulative", period=last).address)
    actual = split.scope.quantity(results.key("cumulative", period=last).address)
    label, name = last.label(split.scope.language), split.objective.name
    if plan is None or actual is None or not plan.is_exact or not actual.is_exact or plan.unit != actual.unit:
        return name
    apart = actual - plan
    amount = write_quantity(-apart if apart.value < 0 else apart, tables.unit_of(split), language=split.scope.language)
    if apart.value == 0:
        return word(f"累计{name}：到 {label}正好在线上", f"{name}: exactly on the line by {label}")
    if apart.value < 0:
        return word(f"累计{name}：到 {label}落后 {amount}", f"{name}: {amount} behind by {label}")
    return word(f"累计{name}：到 {label}超出 {amount}", f"{name}: {amount} ahead by {label}")


def _source(results: Results) -> str:
    day = results.as_of
    return results.split.scope.word(f"实际数截至 {day}", f"actuals as of {day}") if day else ""


def bullets(results: Results, axis: str) -> Chart:
    """A bullet a member: the actual as a bar, the target of the same months as a tick, bands where they are given."""
    split, word, unit = results.split, results.split.scope.word, tables.unit_of(results.split)
    edges = split.objective.bands
    columns = [
        Column("name", word("部分", "Part")),
        Column("actual", word("实际", "Actual"), unit, numeric=True),
        Column("target", word("目标", "Target"), unit, numeric=True),
        Column("attainment", word("达成", "Attainment"), "%", numeric=True),
    ]
    columns += [
        Column(f"band-{index}", write_quantity(edge, language=split.scope.language), unit, numeric=True)
        for index, edge in enumerate(edges)
    ]
    members = [member for member in split.inside(axis) if results.pieces_in(axis, member)]
    rows = tuple(Row(_bullet(results, axis, member)) for member in members)
    table = Table(f"{split.objective.id}-{axis}-bullets-data", "", tuple(columns), rows)
    encode = {"label": "name", "value": "actual", "target": "target", "note": "attainment"}
    if edges:
        encode["bands"] = ",".join(f"band-{index}" for index in range(len(edges)))
    subtitle = word(f"已报月份的实际与目标，{unit}", f"actual and target of the reported months, {unit}")
    chart = f"{split.objective.id}-{axis}-bullets"
    return Chart(chart, "bullet", _farthest(results, members), subtitle, table, encode, unit, _source(results))


def _bullet(results: Results, axis: str, member: str) -> tuple[Line, ...]:
    split = results.split
    target = split.key("ytd", member)
    planned = split.scope.quantity(target.address)
    variance = split.scope.quantity(split.key("variance", member).address)
    return (
        tables.member_line(split, axis, member),
        (plain(split, results.key("ytd", member), tone=tone_of(variance)),),
        (plain(split, target),),
        (attained(split, split.key("attainment", member)),),
        *((_edge(results, planned, edge),) for edge in split.objective.bands),
    )


def _edge(results: Results, planned: Quantity | None, edge: Quantity) -> Num:
    """Where a band ends: a share of the target. The first number only where the target is exact."""
    known = planned is not None and planned.is_exact and edge.is_exact
    return Num(planned * edge if known and planned is not None else None, tables.unit_of(results.split), 1)


def _farthest(results: Results, members: list[str]) -> str:
    """The member whose attainment is the worst, by what the objective wants."""
    split, word = results.split, results.split.scope.word
    found = {member: split.scope.quantity(split.key("attainment", member).address) for member in members}
    known = {member: share for member, share in found.items() if share is not None and share.is_exact}
    if not known:
        return split.objective.name
    lower = split.objective.better == "lower"
    worst = (max if lower else min)(known, key=lambda member: known[member].value)
    name = split.scope.dimensions.member_name(worst)
    share = write_quantity(known[worst], "%", 1, language=split.scope.language)
    if (known[worst].value <= 1) if lower else (known[worst].value >= 1):
        return word(f"各部分都达成，{name} {share}", f"every part is on target, {name} {share}")
    return word(f"{name}离目标最远：{share}", f"{name} is farthest from its target: {share}")
