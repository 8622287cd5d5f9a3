"""The breakdown at a glance: what each part has to do, has done, and has to do in the months that are left."""

from plangen.sections.numbers import shown
from plangen.sections.objectives import actual_tables, tables
from plangen.sections.objectives.results import Results
from plangen.sections.objectives.split import Split
from plangen.views import Column, Line, Num, Row, Table, Words

DONE = ("✓ 已做到", "✓ done")


def glance(split: Split, axis: str) -> Table:
    """Member, target, share and number; with actuals what is reached, and what is needed a month from now on."""
    results = Results(split)
    columns = (*_planned(split, axis), *(_reached(results) if results.any and results.is_reported(axis) else ()))
    rows = [Row(tuple(_cell(results, axis, member, c) for c in columns)) for member in tables.in_order(split, axis)]
    rows.append(Row(tuple(_cell(results, axis, "", column) for column in columns), "total"))
    return Table(f"{split.objective.id}-{axis}-short", "", columns, tuple(rows))


def _planned(split: Split, axis: str) -> tuple[Column, ...]:
    wanted = {"name": True, "target": True, "share": True, "count": False}
    return tuple(
        Column(each.key, each.title, each.unit, each.numeric, phone=wanted[each.key])
        for each in tables.columns_of(split, axis)
        if each.key in wanted
    )


def _reached(results: Results) -> tuple[Column, ...]:
    split, word = results.split, results.split.scope.word
    unit = tables.unit_of(split)
    return (
        Column("actual", word("累计实际", "Actual"), unit, numeric=True, phone=False),
        Column("attainment", word("同期达成", "Attained"), "%", numeric=True),
        Column("needed", word("余下每月须做", "Needed a month"), unit, numeric=True, phone=False),
    )


def _cell(results: Results, axis: str, member: str, column: Column) -> Line:
    split, names = results.split, tuple(filter(None, [member]))
    if column.key == "actual":
        return (actual_tables.plain(split, results.key("ytd", member)),)
    if column.key == "attainment":
        return (actual_tables.attained(split, split.key("attainment", *names)),)
    if column.key == "needed":
        return (_needed(split, names),)
    return tables.cell_of(split, axis, member, column) if member else tables.total_of(split, axis, column)


def _needed(split: Split, names: tuple[str, ...]) -> Num | Words:
    """What is needed a month; a part that has reached its target says so."""
    number = shown(split.scope, split.key("needed", *names).address, tables.unit_of(split), 1)
    done = number.quantity is not None and number.quantity.high is not None and number.quantity.high <= 0
    return Words(split.scope.word(*DONE), "good") if done else number
