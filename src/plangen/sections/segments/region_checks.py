"""Checks of members: a region has the parts that the dimension gives it, and nobody stands in two tiers."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.model import Dimension
from plangen.sections.segments.model import Segments, Tier


@check(
    "SEG110",
    Level.WARNING,
    takes="segments",
    zh="“{tier}”叫{region}，{differences}",
    en="“{tier}” is called after {region}; {differences}",
    fix_zh="改成员，或换一个不会误解的名字；区域里有谁由 dimensions.yml 的 parent 决定",
    fix_en="change the members, or take a name that does not mislead; parent in dimensions.yml says who is in a region",
)
def region_has_its_parts(section: Segments, scope: PlanScope) -> Iterator[Finding]:
    """A tier that names a `region` has all of its parts and no others.

    Why: a territory that is called after a region and has other parts sends orders and people to the wrong place.
    Bad:
        # shared/dimensions.yml
        region:
          name: 区域
          members:
            east: {name: 华东}
            zhejiang: {name: 浙江, parent: east}
            fujian: {name: 福建, parent: east}
            sichuan: {name: 四川}
        # segments.yml
        areas: {name: 片区, tiers: {east: {name: 华东区, region: east, members: [浙江, 四川]}}}
    Good:
        # shared/dimensions.yml
        region:
          name: 区域
          members:
            east: {name: 华东}
            zhejiang: {name: 浙江, parent: east}
            fujian: {name: 福建, parent: east}
            sichuan: {name: 四川}
        # segments.yml
        areas: {name: 片区, tiers: {east: {name: 华东区, region: east, members: [浙江, 福建]}}}
    """
    for scheme in section.items.values():
        for tier in scheme.all_tiers:
            axis = scope.dimensions.axes.get(scope.dimensions.axis_of(tier.region or ""))
            if axis is None:
                continue
            differences = list(_differences(tier, axis, scope))
            if differences:
                args = {"tier": tier.name, "region": axis.members[tier.region or ""].name}
                args["differences"] = scope.word("，", "; ").join(differences)
                span = tier.span("members" if tier.members else "region")
                yield Finding("SEG110", span, args, scope.year, tier.address())


def _differences(tier: Tier, axis: Dimension, scope: PlanScope) -> Iterator[str]:
    """What does not belong to the region, and what of it is not there."""
    known = axis.words().meant
    listed = [known.get(text, text) for text in tier.members]
    parts = [member for member, other in axis.members.items() if other.parent == tier.region]
    separator = scope.word("、", ", ")
    for words, found in (
        (("不属于它的有{}", "not part of it: {}"), [one for one in listed if one not in parts]),
        (("缺{}", "missing: {}"), [one for one in parts if one not in listed]),
    ):
        if found:
            yield scope.word(*words).format(separator.join(scope.dimensions.member_name(one) for one in found))


@check(
    "SEG113",
    Level.WARNING,
    takes="segments",
    zh="“{name}”里{member}同时在{tiers}",
    en="“{name}”: {member} is in {tiers}",
    fix_zh="只留在一级",
    fix_en="leave it in one tier",
)
def members_are_in_one_tier(section: Segments, scope: PlanScope) -> Iterator[Finding]:
    """Nobody is in two tiers of one scheme.

    Why: two treatments for one customer, and twice the visits in the totals.
    Bad:
        # segments.yml
        types: {name: 业态, tiers: {mall: {name: 商场, members: [甲店]}, market: {name: 超市, members: [甲店, 乙店]}}}
    Good:
        # segments.yml
        types: {name: 业态, tiers: {mall: {name: 商场, members: [甲店]}, market: {name: 超市, members: [乙店]}}}
    """
    for scheme in section.items.values():
        found: dict[str, list[Tier]] = {}
        for tier in scheme.all_tiers:
            for member in dict.fromkeys(tier.members):
                found.setdefault(member, []).append(tier)
        for member, tiers in found.items():
            if len(tiers) > 1:
                names = scope.word("和", " and ").join(
                    scope.word("“{name}”", "“{name}”", name=tier.name) for tier in tiers
                )
                args = {"name": scheme.name, "member": scope.dimensions.member_name(member), "tiers": names}
                related = tuple((tier.span("members"), tier.name) for tier in tiers[:-1])
                about = tuple(tier.address() for tier in tiers)
                yield Finding("SEG113", tiers[-1].span("members"), args, scope.year, about[-1], about, related)
