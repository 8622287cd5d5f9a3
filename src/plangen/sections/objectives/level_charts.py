"""The path of a level: what holds in each month, and a table by quarter."""

from collections.abc import Iterator, Sequence

from plangen.sections.numbers import shown
from plangen.sections.objectives import tables
from plangen.sections.objectives.rolling import method
from plangen.sections.objectives.split import Split
from plangen.views import Chart, Column, Line, Num, Row, Table, Words, phrase


def of(split: Split) -> Iterator[Chart]:
    """The line of months, where they differ."""
    found = [split.scope.quantity(split.key(period=month).address) for month in split.period.months]
    known = [each for each in found if each is not None and not each.unset]
    if len({(each.low, each.high) for each in known}) > 1:
        yield _path(split)


def _path(split: Split) -> Chart:
    scope, unit = split.scope, tables.unit_of(split)
    columns = (
        Column("month", scope.word("月份", "Month")),
        Column("target", scope.word("目标", "Target"), unit, numeric=True),
    )
    rows = tuple(
        Row(((month.label(scope.language),), (tables.number(split, split.key(period=month)),)))
        for month in split.period.months
    )
    table = Table(f"{split.objective.id}-path-data", "", columns, rows)
    subtitle = scope.word(
        "各月的{name}，{unit}", "{name} by month, {unit}", name=split.objective.name, unit=scope.in_words(unit)
    )
    encode = {"label": "month", "value": "target"}
    return Chart(f"{split.objective.id}-path", "line", _title(split), subtitle, table, encode, unit, _method(split))


def _title(split: Split) -> Line:
    scope, month = split.scope, split.period.months[-1]
    end = shown(scope, split.key(period=month).address, tables.unit_of(split), with_unit=True)
    if end.quantity is None or end.quantity.unset:
        return (split.objective.name,)
    text = scope.word("{name}到 {label}是 {said}", "{name} is {said} in {label}")
    return phrase(text, name=split.objective.name, label=month.label(scope.language), said=end)


def _method(split: Split) -> str:
    zh, en = method(split, split.over_time)
    return split.scope.word(
        "算法：季度与全期取{more}", "Method: quarters and the whole period by {more}", more=(zh, en)
    )


def by_quarter(splits: Sequence[Split], title: str) -> Table:
    """Levels without a breakdown: what holds in each quarter and in the whole period, and by which rule."""
    word = splits[0].scope.word
    quarters = sorted({quarter for split in splits for quarter in split.period.quarters}, key=lambda each: each.first)
    columns = [Column("name", word("目标", "Objective"))]
    numbers = dict.fromkeys((quarter.first - 1) // 3 for quarter in quarters)
    columns += [Column(f"@{n}", word("{name}季", "Q{n}", name="一二三四"[n], n=n + 1), numeric=True) for n in numbers]
    columns += [
        Column("target", word("全期", "Whole"), numeric=True),
        Column("rule", word("季度与全期怎样算", "How they roll up")),
    ]
    rows = tuple(Row(tuple(_cell(split, column) for column in columns)) for split in splits)
    return Table("levels", title, tuple(columns), rows)


def _cell(split: Split, column: Column) -> Line:
    if column.key == "name":
        return (split.objective.name,)
    if column.key == "rule":
        return (Words(split.scope.word(*method(split, split.over_time)), "muted"),)
    found = next((each for each in split.period.quarters if f"@{(each.first - 1) // 3}" == column.key), None)
    if found is None and column.key != "target":
        return ()
    address = split.key(period=found).address
    return (Num(split.scope.quantity(address), tables.unit_of(split), with_unit=True, address=address),)
