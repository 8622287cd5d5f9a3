"""Charts of actuals: the cumulative line with what was reached, and a bullet a member."""

from dataclasses import replace

from plangen.sections.numbers import shown
from plangen.sections.objectives import lags, tables
from plangen.sections.objectives.actual_tables import attained, catch_up, plain, tone_of
from plangen.sections.objectives.results import Results
from plangen.sections.objectives.split import Split
from plangen.values import Key
from plangen.views import Chart, Column, Line, Num, Row, Table, phrase


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
    about = word(
        "累计{name}，{unit}", "cumulative {name}, {unit}", name=split.objective.name, unit=split.scope.in_words(unit)
    )
    needed = catch_up(results)
    subtitle: Line = (about, word("；", "; "), *needed) if needed else (about,)
    encode = {"label": "month", "value": "actual", "plan": "plan"}
    chart = f"{split.objective.id}-cumulative"
    return Chart(chart, "line", _behind(results), subtitle, table, encode, unit, _source(results))


def _behind(results: Results) -> Line:
    """`到 8 月落后 37 万元`: the last month without a gap, against the cumulative target of that month."""
    split, word = results.split, results.split.scope.word
    last = results.months_in_a_row()[-1]
    apart = shown(split.scope, split.key("ahead", period=last).address, tables.unit_of(split), with_unit=True)
    label, name = last.label(split.scope.language), split.objective.name
    if apart.quantity is None or not apart.quantity.is_exact:
        return (name,)
    if apart.quantity.value == 0:
        return (
            word("累计{name}：到 {label}正好在线上", "{name}: exactly on the line by {label}", name=name, label=label),
        )
    if apart.quantity.value < 0:
        text, size = word("累计{name}：到 {label}落后 {n}", "{name}: {n} behind by {label}"), -apart.quantity
    else:
        text, size = word("累计{name}：到 {label}超出 {n}", "{name}: {n} ahead by {label}"), apart.quantity
    return phrase(text, name=name, label=label, n=replace(apart, quantity=size))


def _source(results: Results) -> str:
    day = results.as_of
    return results.split.scope.word("实际数截至 {day}", "actuals as of {day}", day=day) if day else ""


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
        Column(f"band-{index}", word("色带 {index}", "Band {index}", index=index + 1), unit, numeric=True)
        for index in range(len(edges))
    ]
    members = [member for member in split.inside(axis) if results.pieces_in(axis, member)]
    rows = tuple(Row(_bullet(results, axis, member)) for member in members)
    ends = tuple(_band_ends(split, index) for index in range(len(edges)))
    table = Table(f"{split.objective.id}-{axis}-bullets-data", "", tuple(columns), rows, notes=ends)
    encode = {"label": "name", "value": "actual", "target": "target", "note": "attainment"}
    if edges:
        encode["bands"] = ",".join(f"band-{index}" for index in range(len(edges)))
    subtitle = word(
        "已报月份的实际与目标，{unit}",
        "actual and target of the reported months, {unit}",
        unit=split.scope.in_words(unit),
    )
    chart = f"{split.objective.id}-{axis}-bullets"
    return Chart(chart, "bullet", _farthest(results, members), subtitle, table, encode, unit, _source(results))


def _bullet(results: Results, axis: str, member: str) -> tuple[Line, ...]:
    split = results.split
    variance = split.scope.quantity(split.key("variance", member).address)
    edges = (lags.band(split, index, member) for index in range(len(split.objective.bands)))
    return (
        tables.member_line(split, axis, member),
        (plain(split, results.key("ytd", member), tone=tone_of(variance)),),
        (plain(split, split.key("ytd", member)),),
        (attained(split, split.key("attainment", member)),),
        *((_edge(split, edge),) for edge in edges),
    )


def _band_ends(split: Split, index: int) -> Line:
    """At which share of the target to date a band ends."""
    text = split.scope.word("色带 {n} 到目标的 {share}", "band {n} ends at {share} of the target")
    share = shown(split.scope, split.key(f"edge-{index + 1}").address, "%", with_unit=True)
    return phrase(text, n=str(index + 1), share=share)


def _edge(split: Split, key: Key) -> Num:
    """Where a band ends: a share of the target. Only where the target is exact."""
    number = shown(split.scope, key.address, tables.unit_of(split), 1)
    return number if number.quantity is not None and number.quantity.is_exact else Num(None)


def _farthest(results: Results, members: list[str]) -> Line:
    """The member whose attainment is the worst, by what the objective wants."""
    split, word = results.split, results.split.scope.word
    found = {member: split.scope.quantity(split.key("attainment", member).address) for member in members}
    known = {member: share for member, share in found.items() if share is not None and share.is_exact}
    if not known:
        return (split.objective.name,)
    lower = split.objective.better == "lower"
    worst = (max if lower else min)(known, key=lambda member: known[member].value)
    name = split.scope.dimensions.member_name(worst)
    share = shown(split.scope, split.key("attainment", worst).address, "%", 1, with_unit=True)
    done = (known[worst].value <= 1) if lower else (known[worst].value >= 1)
    met = word("各部分都达成，{name} {share}", "every part is on target, {name} {share}")
    left = word("{name}离目标最远：{share}", "{name} is farthest from its target: {share}")
    return phrase(met if done else left, name=name, share=share)
