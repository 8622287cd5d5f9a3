"""Ids: unique in their section, members known to their dimension, letters that nobody confuses."""

from collections.abc import Iterator, Mapping

from plangen.compute import PlanScope, YearScope
from plangen.findings import Finding, Level, check, declare
from plangen.model import Member

BAD_ID = declare(
    "PG217",
    Level.ERROR,
    zh="“{text}”不能当编号",
    en="“{text}” cannot be an id",
    fix_zh="以字母或汉字开头，只用字母、数字、_ 和 -；FY、Q1、M06、previous 等是保留字，"
    "计划还不能叫 actuals、calendar、changes、checks、gaps、id、index、plan、responsibility、"
    "roles、scenarios、shared、sources、terms、unset",
    fix_en="begin with a letter; then letters, digits, _ and -; words such as FY, Q1, M06, previous are reserved, and "
    "for plans actuals, calendar, changes, checks, gaps, id, index, plan, responsibility, "
    "roles, scenarios, shared, sources, terms, unset",
    manual="""An id that cannot stand in an address.

Why: addresses name every figure; `.`, `/`, `:` and `@` have a meaning there.
Bad:
    # objectives.yml
    Q1: {name: 一季度, target: 100万元}
Good:
    # objectives.yml
    first-quarter: {name: 一季度, target: 100万元}
""",
)


@check(
    "PG211",
    Level.ERROR,
    takes="plan",
    zh="编号 {id} 用了两次，第一次在 {first}",
    en="the id {id} is used twice, first at {first}",
    fix_zh="给其中一个换个编号",
    fix_en="give one of them another id",
)
def ids_are_unique(scope: PlanScope) -> Iterator[Finding]:
    """An id names one item of a section, wherever YAML nests it.

    Why: addresses, comparison and links would mix the two up.
    Bad:
        # phases.yml
        one:
          name: 一期
          start: 2026-01-01
          end: 2026-01-31
          tasks: {visit: {name: 走访, start: 2026-01-01, end: 2026-01-02}}
        two:
          name: 二期
          start: 2026-02-01
          end: 2026-02-28
          tasks: {visit: {name: 回访, start: 2026-02-01, end: 2026-02-02}}
    Good:
        # phases.yml
        one:
          name: 一期
          start: 2026-01-01
          end: 2026-01-31
          tasks: {visit: {name: 走访, start: 2026-01-01, end: 2026-01-02}}
        two:
          name: 二期
          start: 2026-02-01
          end: 2026-02-28
          tasks: {revisit: {name: 回访, start: 2026-02-01, end: 2026-02-02}}
    """
    for section in scope.plan.sections.values():
        seen: dict[str, object] = {}
        for item in section.items_of():
            if not item.address_item:
                continue
            low = "/".join(item.address_item).casefold()
            if low in seen:
                args = {"id": item.id, "first": str(seen[low])}
                yield Finding("PG211", item.key_span(), args, scope.year, item.address())
            seen.setdefault(low, item.key_span())


@check(
    "PG228",
    Level.ERROR,
    takes="year",
    zh="成员 {id} 同时属于 {one} 和 {two}",
    en="the member {id} belongs to both {one} and {two}",
    fix_zh="成员编号在所有维度里只能用一次",
    fix_en="a member's id is unique over all dimensions",
)
def members_are_unique(scope: YearScope) -> Iterator[Finding]:
    """Member ids are unique over all dimensions.

    Why: an address such as `revenue.target/east` names the member without its dimension.
    """
    seen: dict[str, str] = {}
    for axis, dimension in scope.dimensions.axes.items():
        for member, entry in dimension.members.items():
            if member in seen:
                args = {"id": member, "one": seen[member], "two": axis}
                yield Finding("PG228", entry.key_span(), args, scope.year)
            seen.setdefault(member, axis)


@check(
    "PG233",
    Level.ERROR,
    takes="year",
    zh="成员 {id} 的上级“{parent}”{why}",
    en="the parent “{parent}” of the member {id} {why}",
    fix_zh="写同一维度里的另一个成员；没有上级就删掉 parent",
    fix_en="name another member of the same dimension; remove parent where there is none",
)
def parents_of_members_exist(scope: YearScope) -> Iterator[Finding]:
    """The `parent` of a member is another member of its dimension, and never one below it.

    Why: a province counts in its region; below a region that does not exist it would count beside it.
    Bad:
        # shared/dimensions.yml
        region: {name: 区域, members: {zhejiang: {name: 浙江, parent: esat}, east: {name: 华东}}}
    Good:
        # shared/dimensions.yml
        region: {name: 区域, members: {zhejiang: {name: 浙江, parent: east}, east: {name: 华东}}}
    """
    for dimension in scope.dimensions.axes.values():
        for member, entry in dimension.members.items():
            if entry.parent is None:
                continue
            why = ("不在这个维度里", "is not in its dimension")
            if entry.parent in dimension.members:
                if not _is_below_itself(member, dimension.members):
                    continue
                why = ("绕成了圈", "leads back to it")
            args = {"id": member, "parent": entry.parent, "why": scope.word(*why)}
            yield Finding("PG233", entry.span("parent"), args, scope.year)


def _is_below_itself(member: str, members: Mapping[str, Member]) -> bool:
    seen: set[str] = set()
    current: str | None = member
    while current is not None and current in members and current not in seen:
        seen.add(current)
        current = members[current].parent
    return current == member
