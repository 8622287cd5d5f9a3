"""Checks of how an objective is put together: members, spreads, steps, where the total comes from."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.model.entry import Path
from plangen.sections.objectives.cells import every_entry
from plangen.sections.objectives.model import Cell, Objective, Objectives, Spread, taken
from plangen.sections.objectives.saying import name_of
from plangen.sections.objectives.split import Split
from plangen.values import Address, Span, write_quantity
from plangen.values.near import did_you_mean


@check(
    "OBJ111",
    Level.ERROR,
    takes="objectives",
    zh="{axis}里没有成员“{member}”{near}",
    en="the axis {axis} has no member “{member}”{near}",
    fix_zh="在 shared/dimensions.yml 里登记这个成员，或改成已有的编号",
    fix_en="register the member in shared/dimensions.yml, or use one that exists",
)
def members_exist(section: Objectives, scope: PlanScope) -> Iterator[Finding]:
    """Every member of a breakdown belongs to its axis.

    Why: a part of an unknown channel would be added to nothing.
    Bad:
        # objectives.yml
        revenue: {name: 销售额, target: 100万元, channel: {own-stor: 40万元, dealer: 60万元}}
    Good:
        # objectives.yml
        revenue: {name: 销售额, target: 100万元, channel: {own-store: 40万元, dealer: 60万元}}
    """
    for objective in section.items.values():
        for axis, member, path in _members(objective):
            known = scope.dimensions.axes.get(axis)
            if known is not None and member in known.members:
                continue
            near = scope.word(*did_you_mean(member, known.members if known else ()))
            args = {"axis": known.name if known else axis, "member": member, "near": near}
            span = objective.place.key_span(path)
            yield Finding("OBJ111", span, args, scope.year, objective.address())


def _members(objective: Objective) -> Iterator[tuple[str, str, Path]]:
    """Every member that the breakdown names: its axis, itself, where it stands."""
    for _, entry in every_entry(objective):
        for axis, cells in entry.axes.items():
            for member in cells:
                yield axis, member, (*entry.path, axis, member)
        for index, spread in enumerate(entry.spread):
            for position, member in enumerate(spread.members):
                yield spread.axis, member, (*entry.path, "spread", index, "members", position)
            for member in spread.weights:
                yield spread.axis, member, (*entry.path, "spread", index, "weights", member)


@check(
    "OBJ112",
    Level.ERROR,
    takes="objectives",
    zh="比例“{ratio}”与 {count} 个成员对不上",
    en="the ratio “{ratio}” does not fit {count} members",
    fix_zh="写成 2:3:1 这样、与成员一样多的数，不能是负数，也不能全是零",
    fix_en="write as many numbers as members, such as 2:3:1; none below zero, and not all of them zero",
)
def ratios_fit(section: Objectives, scope: PlanScope) -> Iterator[Finding]:
    """A ratio has one number for each member.

    Why: a part without a number would get nothing, silently.
    Bad:
        # objectives.yml
        revenue:
          name: 销售额
          target: 60万元
          spread: [{axis: region, rule: ratio, ratio: "2:3:1", members: [zhejiang, jiangsu]}]
    Good:
        # objectives.yml
        revenue:
          name: 销售额
          target: 60万元
          spread: [{axis: region, rule: ratio, ratio: "2:3", members: [zhejiang, jiangsu]}]
    """
    for _, entry, spread in _spreads(section):
        if spread.rule in ("even", "ratio") and spread.parts(taken(entry, spread)) is None:
            args = {"ratio": spread.ratio or "", "count": len(taken(entry, spread))}
            yield Finding("OBJ112", spread.span("ratio"), args, scope.year, _place_of(entry))


def _spreads(section: Objectives) -> Iterator[tuple[Objective, Objective | Cell, Spread]]:
    """Every spread with its objective and what it splits: the objective, or a cell of it."""
    for objective in section.items.values():
        for _, entry in every_entry(objective):
            yield from ((objective, entry, spread) for spread in entry.spread)


def _place_of(entry: Objective | Cell) -> Address:
    """What a finding about how an entry is put together speaks of: the objective, or the cell's target."""
    return entry.address("target" if isinstance(entry, Cell) else "")


@check(
    "OBJ113",
    Level.ERROR,
    takes="objectives",
    zh="{name}的 step {step} 不能作为取整单位",
    en="{name} cannot be split in steps of {step}",
    fix_zh="写一个大于零的确定数，与目标同单位，如 0.1万元、1家；或删掉 step",
    fix_en="write one number above zero in the target's unit, such as 1000 CNY or 1 store; or remove step",
)
def step_is_usable(section: Objectives, scope: PlanScope) -> Iterator[Finding]:
    """The smallest unit of computed parts is one number above zero, in the unit of the target.

    Why: parts cannot be multiples of zero, of a range or of something else.
    Bad:
        # objectives.yml
        revenue: {name: 销售额, target: 100万元, step: 0元}
    Good:
        # objectives.yml
        revenue: {name: 销售额, target: 100万元, step: 0.5万元}
    """
    for objective in section.items.values():
        if objective.step is not None and not Split(objective, scope).step_fits():
            args = {"name": objective.name, "step": write_quantity(objective.step, language=scope.language)}
            yield Finding("OBJ113", objective.span("step"), args, scope.year, objective.address("step"))


@check(
    "OBJ106",
    Level.ERROR,
    takes="objectives",
    zh="{name}没有目标值",
    en="{name} has no target",
    fix_zh="写 target（没定就写 待定），或 growth、rollup、各渠道的数",
    fix_en="write target (TBD while unknown), growth, rollup, or the parts of an axis",
)
def target_is_given(section: Objectives, scope: PlanScope) -> Iterator[Finding]:
    """Every objective says where its total comes from.

    Why: an objective without a number is silently left out of every sum.
    Bad:
        # objectives.yml
        revenue: {name: 销售额}
    Good:
        # objectives.yml
        revenue: {name: 销售额, target: 待定}
    """
    for objective in section.items.values():
        if scope.figure(Split(objective, scope).key().address) is None:
            yield Finding(
                "OBJ106", objective.key_span(), {"name": objective.name}, scope.year, objective.address("target")
            )


@check(
    "OBJ119",
    Level.ERROR,
    takes="objectives",
    zh="{name}按{axis}分了两次，第一次在 {first}",
    en="{name} is spread twice by {axis}, first at {first}",
    fix_zh="合成一条 spread，成员写在一起",
    fix_en="make it one spread with all members",
)
def axes_are_spread_once(section: Objectives, scope: PlanScope) -> Iterator[Finding]:
    """The members of an axis share the target in one spread.

    Why: each spread hands out the whole target, so two of them hand it out twice.
    Bad:
        # objectives.yml
        revenue:
          name: 销售额
          target: 60万元
          spread: [{axis: region, members: [zhejiang]}, {axis: region, members: [jiangsu]}]
    Good:
        # objectives.yml
        revenue:
          name: 销售额
          target: 60万元
          spread: [{axis: region, members: [zhejiang, jiangsu]}]
    """
    first: dict[tuple[int, str], Span] = {}
    for objective, entry, spread in _spreads(section):
        once = first.setdefault((id(entry), spread.axis), spread.span())
        if once != spread.span():
            known, members = scope.dimensions.axes.get(spread.axis), entry.address("target").members
            axis = known.name if known else spread.axis
            args = {"name": name_of(scope, objective, *members), "axis": axis, "first": str(once)}
            yield Finding("OBJ119", spread.span(), args, scope.year, _place_of(entry))


@check(
    "OBJ114",
    Level.ERROR,
    takes="objectives",
    zh="{name}的单位是“{unit}”，没有写明怎样汇总，不能{what}",
    en="{name} is counted in “{unit}” and does not say how it rolls up: it cannot be {what}",
    fix_zh="写明规则，如 aggregate: {{{rule}}}；或各部分、各期分别写成目标，这里删掉 {field}",
    fix_en="say how, such as aggregate: {{{rule}}}; or write parts and periods as targets and remove {field} here",
)
def what_does_not_add_up_says_how(section: Objectives, scope: PlanScope) -> Iterator[Finding]:
    """A share or a rate is an average, and headcount a stock: none is phased or rolled up before it says how.

    A spread hands out parts that add up; what rolls up in another way is never spread.

    Why: 20% in a year is not 5% in each quarter, and 5 people in January and 5 in February may be 5 or 10.
    Bad:
        # objectives.yml
        margin: {name: 毛利率, target: 20%, phasing: {H1: 50%, H2: 50%}}
    Good:
        # objectives.yml
        margin: {name: 毛利率, target: 20%, channel: {own-store: 25%, dealer: 15%}}
    """
    for objective in section.items.values():
        split = Split(objective, scope)
        without = {
            "phasing": split.over_time == "none" or (split.over_time == "sum" and not split.adds_up),
            "spread": not split.adds_up,
            "rollup": not split.rolls_up,
        }
        for members, entry in every_entry(objective):
            for field in ("spread",) if members else without:
                if without[field] and getattr(entry, field):
                    yield _does_not_add_up(split, entry, field)


NOT_TOLD_HOW = {
    "phasing": ("按节奏分", "phased", "time: last"),
    "spread": ("按成员分", "spread", "members: sum"),
    "rollup": ("由下级计划汇总", "rolled up from child plans", "members: weighted, weight: …"),
}
"""What OBJ114 says of each field, in Chinese and English, and a rule that would do."""


def _does_not_add_up(split: Split, entry: Objective | Cell, field: str) -> Finding:
    zh, en, rule = NOT_TOLD_HOW[field]
    at = entry.address("target")
    args = {"name": name_of(split.scope, split.objective, *at.members), "unit": split.unit, "field": field}
    args |= {"what": split.scope.word(zh, en), "rule": rule}
    return Finding("OBJ114", entry.span(field), args, split.scope.year, at)
