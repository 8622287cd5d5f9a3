"""The tables of the segments: schemes, axes, tiers, what goes for several tiers."""

from plangen.compute import PlanScope
from plangen.sections import mentions
from plangen.sections.numbers import shown
from plangen.sections.segments.cadence import CADENCES
from plangen.sections.segments.model import Scheme, Segments, Tier
from plangen.views import Column, Line, Row, Table


def schemes(section: Segments, scope: PlanScope) -> Table:
    """Every scheme with its totals; here their ids are anchors."""
    word = scope.word
    columns = (
        Column("scheme", word("划分办法", "Scheme")),
        Column("tiers", word("级数", "Tiers"), numeric=True),
        Column("count", word("客户数", "Customers"), numeric=True),
        Column("contacts", word("联系次数", "Contacts"), numeric=True, phone=False),
        Column("visits", word("拜访次数", "Visits"), numeric=True, phone=False),
        Column("weekly", word("每周拜访", "Visits a week"), numeric=True, phone=False),
        Column("saturation", word("饱和度", "Saturation"), numeric=True),
        Column("owner", word("负责人", "Owner"), phone=False),
    )
    measures = ("tiers", "count", "contacts", "visits", "visits-weekly", "saturation")
    rows = tuple(
        Row(
            (
                (scheme.name,),
                *((shown(scope, scheme.address(measure), with_unit=True),) for measure in measures),
                mentions.roles(scheme.owner, scope),
            ),
            id=scheme.id,
        )
        for scheme in section.items.values()
    )
    title, subtitle = word("划分办法", "Schemes"), word("次数按计划期间", "times in the plan's period")
    return Table("schemes", title, columns, rows, subtitle=subtitle)


def axes(scheme: Scheme, scope: PlanScope) -> Table:
    """The axes of the quadrants: where each is split and which side is good."""
    word = scope.word
    columns = (
        Column("axis", word("维度", "Axis")),
        Column("split", word("分界", "Split"), numeric=True),
        Column("better", word("好的一边", "Good side")),
    )
    better = {"higher": word("高", "high"), "lower": word("低", "low")}
    rows = tuple(
        Row(
            ((axis.name,), (shown(scope, axis.address("split"), with_unit=True),), (better[axis.better],)),
            id="-".join(axis.address_item),
        )
        for axis in scheme.axes.values()
    )
    return Table(f"{scheme.id}-axes", word("按什么分", "What divides them"), columns, rows)


def tiers(scheme: Scheme, scope: PlanScope) -> Table:
    """The tiers, with the columns that any of them uses, and the totals."""
    columns = [Column("tier", scope.word("等级", "Tier"))]
    cells: list[list[Line]] = [[(tier.name,)] for tier in scheme.all_tiers]
    whole: list[Line] = [(scope.word("合计", "Total"),)]
    for column, line, sums in (*_texts(scheme, scope), *_numbers(scheme, scope)):
        columns.append(column)
        whole.append(sums)
        for row, cell in zip(cells, line, strict=True):
            row.append(cell)
    rows = [Row(tuple(row), id="-".join(tier.address_item)) for row, tier in zip(cells, scheme.all_tiers, strict=True)]
    if any(number for line in whole[1:] for number in line):
        rows.append(Row(tuple(whole), "total"))
    return Table(f"{scheme.id}-tiers", scheme.name, tuple(columns), tuple(rows))


Part = tuple[Column, list[Line], Line]
"""A column, its cells and its total."""


def _texts(scheme: Scheme, scope: PlanScope) -> list[Part]:
    """The columns of words."""
    word = scope.word
    titles = {
        "mark": word("标识", "Mark"),
        "priority": word("次序", "Priority"),
        "rule": word("怎么分", "Who is in it"),
        "members": word("成员", "Members"),
        "treatment": word("怎么对待", "Treatment"),
        "moves": word("升降", "Moves"),
        "approver": word("审批人", "Approver"),
    }
    used = [name for name in titles if any(getattr(tier, name) for tier in scheme.all_tiers)]
    kept = ("mark", "treatment")
    return [
        (
            Column(name, titles[name], phone=name in kept),
            [_text(tier, name, scheme, scope) for tier in scheme.all_tiers],
            (),
        )
        for name in used
    ]


def _text(tier: Tier, name: str, scheme: Scheme, scope: PlanScope) -> Line:
    if name == "approver":
        return mentions.roles(tier.approver, scope)
    if name == "members":
        names = (scope.dimensions.member_name(member) for member in tier.members)
        return mentions.texts(names, scope)
    if name == "moves":
        known = {other.id: other.name for other in scheme.all_tiers}
        moves = (f"→ {known.get(to, to)}{scope.word('：', ': ')}{when}" for to, when in tier.moves.items())
        return mentions.text(scope.word("；", "; ").join(moves))
    return mentions.text(getattr(tier, name))


def _numbers(scheme: Scheme, scope: PlanScope) -> list[Part]:
    """The columns of numbers: customers, and for contacts and visits how often, of each, and of all."""
    word = scope.word
    titles = {
        "count": word("客户数", "Customers"),
        "contact": word("联系频次", "Contacts"),
        "contact-each": word("每个联系", "Contacts of each"),
        "contacts": word("联系次数", "All contacts"),
        "visit": word("拜访频次", "Visits"),
        "visit-each": word("每个拜访", "Visits of each"),
        "visits": word("拜访次数", "All visits"),
    }
    sums = {"count", *CADENCES.values()}
    found: list[Part] = []
    for name, title in titles.items():
        cells: list[Line] = [(shown(scope, tier.address(name), with_unit=True),) for tier in scheme.all_tiers]
        if any(scope.quantity(tier.address(name)) is not None for tier in scheme.all_tiers):
            column = Column(name, title, numeric=True, phone=not name.endswith("-each"))
            whole: Line = (shown(scope, scheme.address(name), with_unit=True),) if name in sums else ()
            found.append((column, cells, whole))
    return found


def treatments(scheme: Scheme, scope: PlanScope) -> Table:
    """What goes for several tiers."""
    columns = (
        Column("treatment", scope.word("怎么对待", "Treatment")),
        Column("applies", scope.word("适用于", "Applies to")),
    )
    rows = tuple(
        Row(((each.text,), (each.applies,)), id="-".join(each.address_item)) for each in scheme.treatments.values()
    )
    return Table(f"{scheme.id}-treatments", scope.word("分级对待", "By tier"), columns, rows)
