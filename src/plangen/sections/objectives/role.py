"""What objectives say to a role: the targets that it answers for, with last year and what was reached."""

from collections.abc import Iterator

from plangen.compute import PlanScope, Share, Tie
from plangen.sections.objectives.actual_tables import attained
from plangen.sections.objectives.model import Cell, Objective, Objectives
from plangen.sections.objectives.split import Split
from plangen.sections.objectives.tables import unit_of
from plangen.values import DOT, Key
from plangen.views import Block, Column, Inline, Line, Link, Num, Row, Table, Words


def tells(tie: Tie) -> bool:
    """The objectives and cells that the role answers for."""
    return tie.answers and isinstance(tie.entry, Objective | Cell)


def blocks(section: Objectives, scope: PlanScope, share: Share) -> Iterator[Block]:
    """One row a target, with its parts that have an owner of their own."""
    mine = [tie.entry for tie in share.ties if tells(tie)]
    if mine:
        yield _table(section, [each for each in mine if isinstance(each, Objective | Cell)], scope)


def _table(section: Objectives, mine: list[Objective | Cell], scope: PlanScope) -> Table:
    word = scope.word
    columns = (
        Column("target", word("目标", "Objective")),
        Column("now", word("目标值", "Target"), numeric=True),
        Column("last", word("上年", "Last year"), numeric=True),
        Column("actual", word("实际", "Actual"), numeric=True, phone=False),
        Column("attainment", word("达成", "Attainment"), "%", numeric=True),
        Column("period", word("期间", "Period"), phone=False),
        Column("note", word("说明", "Note"), phone=False),
    )
    rows = tuple(_row(Split(section.items[each.address_item[0]], scope), each, scope) for each in mine)
    return Table("role-targets", "", columns, rows)


def _row(split: Split, entry: Objective | Cell, scope: PlanScope) -> Row:
    members = entry.address("target").members
    return Row((
        _name(split, entry, members, scope),
        (_number(split.key("target", *members), split),),
        (_number(split.last_year(*members), split),),
        (_number(split.key("target", *members, facet="actual"), split),),
        (attained(split, split.key("attainment", *members)),),
        (split.period.label(scope.language),),
        (Words(entry.note, "muted"),) if entry.note else (),
    ))  # fmt: skip


def _name(split: Split, entry: Objective | Cell, members: tuple[str, ...], scope: PlanScope) -> Line:
    parts: list[Inline] = [Link(split.objective.name, split.objective.address())]
    parts += [scope.word(*DOT) + scope.dimensions.member_name(member) for member in members]
    return tuple(parts)


def _number(key: Key, split: Split) -> Num:
    """The figure at a key of this or of last year; not applicable where there is none."""
    scope, figure = split.scope, split.scope.figures.get(key)
    if figure is None:
        return Num(None)
    version = "" if key.year == scope.year else str(key.year)
    return Num(figure.quantity, unit_of(split), with_unit=True, address=key.address, version=version)
