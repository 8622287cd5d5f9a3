"""The table of objectives without a breakdown: target, what was reached, period, owner."""

from collections.abc import Sequence

from plangen.sections.numbers import shown
from plangen.sections.objectives.actual_tables import attained
from plangen.sections.objectives.results import Results
from plangen.sections.objectives.split import Split
from plangen.sections.objectives.stated_views import said
from plangen.sections.objectives.tables import unit_of
from plangen.views import Column, Line, Link, Num, Row, Table, Words


def goals(splits: Sequence[Split], title: str) -> Table:
    """Objectives without a breakdown: one row each; actuals where any of them has some."""
    word = splits[0].scope.word
    reported = any(Results(split).any for split in splits)
    columns = [Column("name", word("目标", "Objective")), Column("target", word("目标值", "Target"), "", numeric=True)]
    if reported:
        columns.append(Column("actual", word("实际", "Actual"), "", numeric=True))
        columns.append(Column("attainment", word("达成", "Attainment"), "%", numeric=True))
    columns += [
        Column("period", word("期间", "Period")),
        Column("owner", word("负责人", "Owner"), phone=not reported),
        Column("note", word("说明", "Note"), phone=False),
    ]
    rows = tuple(Row(_goal(split, reported=reported), id=split.objective.id) for split in splits)
    return Table("goals", title, tuple(columns), rows)


def _goal(split: Split, *, reported: bool) -> tuple[Line, ...]:
    objective, scope = split.objective, split.scope
    target = shown(scope, split.key().address, unit_of(split), with_unit=True)
    stated = [part for line in said(split, objective, (), unit_of(split)) for part in (" ", *line)]
    owner: Line = ()
    if objective.owner:
        address = scope.resolve(objective.owner, "org")
        owner = (Link(scope.named(objective.owner), address),) if address else (objective.owner,)
    return (
        (objective.name,),
        (target, *stated),
        *(_reached(split) if reported else ()),
        (split.period.label(scope.language),),
        owner,
        (Words(objective.note or "", "muted"),),
    )


def _reached(split: Split) -> tuple[Line, Line]:
    """The actual and its attainment; before the period is over its share of the whole target, greyed."""
    key, done = split.key(facet="actual"), split.key("attainment")
    actual, share = split.scope.quantity(key.address), split.scope.quantity(done.address)
    if actual is None:
        return (Num(None),), (Num(None),)
    number = Num(actual, unit_of(split), with_unit=True, address=key.address)
    if share is not None:
        return (number,), (attained(split, done),)
    return (number,), (shown(split.scope, split.key("progress").address, "%", 1, tone="muted"),)
