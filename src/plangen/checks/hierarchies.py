"""Checks of parallel hierarchies: members that exist, no circles, one hierarchy a group, nobody left out."""

from collections.abc import Iterator

from plangen.compute import YearScope
from plangen.findings import Finding, Level, check
from plangen.model import Dimension


@check(
    "PG250",
    Level.ERROR,
    takes="year",
    zh="层级“{name}”里，“{member}”{why}",
    en="in the hierarchy “{name}”, “{member}” {why}",
    fix_zh="成员和组都写在同一维度的 members 里；组只属于一个层级，自己不写 parent，也不当别人的 parent",
    fix_en="members and groups both stand under members of the dimension; a group belongs to one hierarchy, has no "
    "parent and is nobody's parent",
)
def hierarchies_are_trees(scope: YearScope) -> Iterator[Finding]:
    """A hierarchy groups members of its dimension under other members of it, and never in a circle.

    A group stands in one hierarchy, and in none of those that `parent` makes, because its sub-total has one value.

    Why: a group that is not there would drop its members from every sub-total.
    Bad:
        # shared/dimensions.yml
        region:
          name: 区域
          members: {zhejiang: {name: 浙江}, jiangsu: {name: 江苏}, east: {name: 东区}}
          hierarchies: {sales-area: {name: 大区, parents: {zhejiang: esat, jiangsu: east}}}
    Good:
        # shared/dimensions.yml
        region:
          name: 区域
          members: {zhejiang: {name: 浙江}, jiangsu: {name: 江苏}, east: {name: 东区}}
          hierarchies: {sales-area: {name: 大区, parents: {zhejiang: east, jiangsu: east}}}
    """
    for dimension in scope.dimensions.axes.values():
        for name, hierarchy in dimension.hierarchies.items():
            for member, group in hierarchy.parents.items():
                for wrong, why in _wrong(dimension, name, member, group):
                    span = hierarchy.place.span((*hierarchy.path, "parents", member))
                    args = {"name": hierarchy.name, "member": wrong, "why": scope.word(*why)}
                    yield Finding("PG250", span, args, scope.year)


def _wrong(dimension: Dimension, name: str, member: str, group: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """What is wrong with one line of a hierarchy: of which id, and why."""
    members, hierarchy = dimension.members, dimension.hierarchies[name]
    for each in (member, group):
        if each not in members:
            yield each, ("不在这个维度里", "is not in its dimension")
    if group not in members:
        return
    if group in hierarchy.above(group) or member == group:
        yield group, ("绕成了圈", "leads back to itself")
    if members[group].parent is not None or any(other.parent == group for other in members.values()):
        yield group, ("既是组，又在 parent 里", "is a group, and stands in a parent too")
    if any(group in other.groups() for key, other in dimension.hierarchies.items() if key != name):
        yield group, ("也是别的层级的组", "is a group of another hierarchy too")


@check(
    "PG251",
    Level.WARNING,
    takes="year",
    zh="层级“{name}”没有写到 {members}",
    en="the hierarchy “{name}” leaves out {members}",
    fix_zh="在 parents 里给每个成员写一个组；不归组的另立一组，如“其他”",
    fix_en="give every member a group under parents; make a group such as “others” for the rest",
)
def hierarchies_cover_members(scope: YearScope) -> Iterator[Finding]:
    """Every member without parts is in a group of each hierarchy, by itself or by the member it is part of.

    Why: the sub-totals of a hierarchy that leaves somebody out are less than the total.
    Bad:
        # shared/dimensions.yml
        region:
          name: 区域
          members: {zhejiang: {name: 浙江}, jiangsu: {name: 江苏}, east: {name: 东区}}
          hierarchies: {sales-area: {name: 大区, parents: {zhejiang: east}}}
    Good:
        # shared/dimensions.yml
        region:
          name: 区域
          members: {zhejiang: {name: 浙江}, jiangsu: {name: 江苏}, east: {name: 东区}}
          hierarchies: {sales-area: {name: 大区, parents: {zhejiang: east, jiangsu: east}}}
    """
    for dimension in scope.dimensions.axes.values():
        above = {member.parent for member in dimension.members.values()}
        leaves = [name for name in dimension.members if name not in above and not dimension.is_group(name)]
        for name, hierarchy in dimension.hierarchies.items():
            out = [dimension.members[leaf].name for leaf in leaves if not dimension.grouped(name, leaf)]
            if out:
                args = {"name": hierarchy.name, "members": scope.word("、", ", ").join(out)}
                yield Finding("PG251", hierarchy.key_span(), args, scope.year)
