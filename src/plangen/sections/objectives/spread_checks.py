"""Checks of what a spread or a season goes by: weights, shares, last year's figures, rates, profiles."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.objectives.cells import Members, every_entry, members_of, written_cells
from plangen.sections.objectives.model import Cell, Objective, Objectives, Spread, taken
from plangen.sections.objectives.saying import apart, room
from plangen.sections.objectives.seasons import LAST_YEAR, months_last_year, profile_of
from plangen.sections.objectives.split import Split
from plangen.values import SHARE, Key, Quantity, dotted, told, write_quantity
from plangen.values.near import did_you_mean

Why = tuple[str, str]
ROUNDED = Quantity.range_("-0.00005", "0.00005", SHARE)


@check(
    "OBJ163",
    Level.ERROR,
    takes="objectives",
    zh="{name}按{axis}的 spread 算不出来：{why}",
    en="the spread of {name} by {axis} cannot be computed: {why}",
    fix_zh="写全成员和 weights；last-year 要上年有同样的数，rate 要每个成员写 rate 和 heads",
    fix_en="write members and weights in full; last-year needs those figures, rate needs rate and heads of each",
)
def spreads_have_what_they_go_by(section: Objectives, scope: PlanScope) -> Iterator[Finding]:
    """A spread has members, and for each of them a weight, last year's figure, or rate and heads.

    Why: parts in proportion to nothing would be unset, or nothing, without a word.
    Bad:
        # objectives.yml
        revenue:
          name: 销售额
          target: 60万元
          spread: [{axis: region, rule: weights, weights: {zhejiang: 3}, members: [zhejiang, jiangsu]}]
    Good:
        # objectives.yml
        revenue:
          name: 销售额
          target: 60万元
          spread: [{axis: region, rule: weights, weights: {zhejiang: 3, jiangsu: 2}}]
    """
    for objective in section.items.values():
        split = Split(objective, scope)
        for path, entry in every_entry(objective):
            for spread in entry.spread:
                why = _why_not(split, entry, spread, path)
                if why is not None:
                    known = scope.dimensions.axes.get(spread.axis)
                    names = (objective.name, *(scope.dimensions.member_name(member) for member in path))
                    args = {"name": dotted(scope.language, names), "axis": known.name if known else spread.axis}
                    args["why"] = scope.word(*why)
                    yield Finding("OBJ163", spread.span(), args, scope.year, split.cell(path).address)


def _why_not(split: Split, entry: Objective | Cell, spread: Spread, path: Members) -> Why | None:
    members = taken(entry, spread)
    if not members:
        return "没有成员", "it has no members"
    if spread.axis not in split.scope.dimensions.axes:
        return told("没有“{axis}”这个维度", "there is no axis “{axis}”", axis=spread.axis)
    if spread.rule == "weights" and spread.parts(members) is None and spread.ratio is None:
        return (
            "weights 要给每个成员一个数，不能多，也不能全是零",
            "weights needs one number for each member, not all zero",
        )
    if spread.rule in ("last-year", "rate") and spread.parts(members) is None:
        return _without_figures(split, spread, path, members)
    return None


def _without_figures(split: Split, spread: Spread, path: Members, members: Members) -> Why | None:
    def key(member: str) -> Key:
        cell = split.objective.place.in_order((*path, member))
        return split.last_year(*cell) if spread.rule == LAST_YEAR else split.key("implied", *cell)

    lacking = [member for member in members if not _is_number(split, key(member))]
    names = split.scope.word("、", ", ").join(split.scope.dimensions.member_name(member) for member in lacking)
    if not lacking:
        return None
    if spread.rule == LAST_YEAR:
        return told("{names} 上年没有确定的数", "{names} had no certain figure last year", names=names)
    return told("{names} 没有可以相乘的 rate 和 heads", "{names} has no rate and heads to multiply", names=names)


def _is_number(split: Split, key: Key) -> bool:
    figure = split.scope.figures.get(key)
    return figure is not None and figure.quantity.is_exact and figure.quantity.value >= 0


@check(
    "OBJ164",
    Level.ERROR,
    takes="objectives",
    zh="{name}写了占比 {share}，按它算是 {computed}，目标写 {target}",
    en="{name} has a share of {share}, which is {computed}, and a target of {target}",
    fix_zh="目标与占比只写一个，另一个由工具算",
    fix_en="write the target or the share, and let plangen compute the other",
)
def shares_agree_with_targets(section: Objectives, scope: PlanScope) -> Iterator[Finding]:
    """A cell with a share and a target says the same with both, to 0.01%.

    Why: one of the two numbers will be quoted wrongly.
    Bad:
        # objectives.yml
        revenue: {name: 销售额, target: 100万元, channel: {own-store: {target: 40万元, share: 50%}, dealer: 60万元}}
    Good:
        # objectives.yml
        revenue: {name: 销售额, target: 100万元, channel: {own-store: {share: 40%}, dealer: 60万元}}
    """
    for objective in section.items.values():
        split = Split(objective, scope)
        for path, cell in written_cells(objective).items():
            if cell.share is None or (cell.target is None and cell.growth is None):
                continue
            outer = tuple(member for member in path if member != cell.id)
            whole, own = (scope.figures.get(split.cell(members)) for members in (outer, path))
            share = scope.quantity(cell.address("share"))
            if whole is None or own is None or share is None or whole.quantity.unset or share.unset:
                continue
            computed = share * whole.quantity
            if apart((share + ROUNDED) * whole.quantity, room(scope, own.key)):
                name = dotted(scope.language, (objective.name, *map(scope.dimensions.member_name, members_of(cell))))
                unit = scope.plan.head.unit if own.quantity.unit.is_money else ""
                said = {"share": share, "computed": computed, "target": own.quantity}
                args = {
                    word: write_quantity(each, "" if word == "share" else unit, language=scope.language)
                    for word, each in said.items()
                }
                yield Finding("OBJ164", cell.span("share"), {"name": name, **args}, scope.year, cell.address("share"))


@check(
    "OBJ165",
    Level.ERROR,
    takes="objectives",
    zh="{name}不能按“{season}”分到月：{why}",
    en="{name} cannot be split into months by “{season}”: {why}",
    fix_zh="用 shared/profiles.yml 里的一个编号，权重写全各月、不重叠；或写 last-year",
    fix_en="name a profile of shared/profiles.yml that weighs every month once, or last-year",
)
def seasons_can_be_used(section: Objectives, scope: PlanScope) -> Iterator[Finding]:
    """A season is a profile that weighs every month of the objective, or `last-year` where last year has those months.

    Why: a month without a weight would get nothing, silently.
    Bad:
        # shared/profiles.yml
        packaging: {name: 包装淡旺季, weights: {H1: 40, H2: 60}}
        # objectives.yml
        revenue: {name: 销售额, target: 100万元, season: packagin}
    Good:
        # shared/profiles.yml
        packaging: {name: 包装淡旺季, weights: {H1: 40, H2: 60}}
        # objectives.yml
        revenue: {name: 销售额, target: 100万元, season: packaging}
    """
    for objective in section.items.values():
        split = Split(objective, scope)
        why = _why_no_season(split) if objective.season is not None else None
        if why is not None:
            args = {"name": objective.name, "season": objective.season or "", "why": scope.word(*why)}
            yield Finding("OBJ165", objective.span("season"), args, scope.year, objective.address("target"))


def _why_no_season(split: Split) -> Why | None:
    months, season = split.period.months, split.objective.season or ""
    if split.objective.rollup:
        return "由下级计划汇总，月份也从那里来", "its months come from the child plans that it sums up"
    before = months_last_year(split, months)
    if before is not None:
        lacking = [key.address.period for key in before if not _is_number(split, key)]
        return _months_lack(split, [period.name for period in lacking if period is not None])
    profile = profile_of(split)
    if profile is None:
        zh, en = did_you_mean(season, [*split.scope.profiles, LAST_YEAR])
        return told("没有这个淡旺季{more}", "there is no such profile{more}", more=(zh, en))
    weighed = profile.months()
    if weighed is None:
        return "它的期间有重叠", "its periods overlap"
    if not any(profile.weights[period] for period in weighed.values()):
        return "它的权重全是零", "all of its weights are zero"
    return _months_lack(split, [month.name for month in months if month not in weighed])


def _months_lack(split: Split, months: list[str]) -> Why | None:
    names = split.scope.word("、", ", ").join(months)
    return told("{names} 没有数", "{names} has no figure", names=names) if months else None
