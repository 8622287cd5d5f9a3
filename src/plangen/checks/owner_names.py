"""The table of owners in handbook.yml: each role exists, each name can be one on a forge."""

import re
from collections.abc import Iterator

from plangen.findings import Finding, Level, check
from plangen.model import Handbook, PlanYear
from plangen.values.near import did_you_mean

DEFAULT = "default"
"""The key for whatever belongs to no role."""
_NAME = re.compile(r"@[\w.-]+(/[\w.-]+)*|[\w.+-]+@[\w-]+(\.[\w-]+)+", re.ASCII)


@check(
    "PG261",
    Level.ERROR,
    takes="handbook",
    zh="owners 里的“{role}”不是组织里的岗位{near_zh}",
    en="“{role}” in owners is a role that no organisation has{near_en}",
    fix_zh="写已有岗位的编号、“计划:org/编号”，或 default",
    fix_en="write the id of a role that exists, `plan:org/id`, or default",
)
def owners_are_roles(handbook: Handbook) -> Iterator[Finding]:
    """The keys of `owners` are roles of any year: by id, or with their plan where several plans have one of that id.

    Not judged while an organisation cannot be read, or there is none.

    Why: changes would be asked of the default, and whoever answers for them would not know.
    Bad:
        # handbook.yml
        format: 1
        title: 经营计划
        owners: {manger: "@lin", default: "@planning"}
        # org.yml
        roles: {manager: {name: 区域经理, headcount: 1人}}
    Good:
        # handbook.yml
        format: 1
        title: 经营计划
        owners: {manager: "@lin", default: "@planning"}
        # org.yml
        roles: {manager: {name: 区域经理, headcount: 1人}}
    """
    known = {name for year in handbook.years.values() for name in _roles(year)}
    if not known or any(_is_unread(year) for year in handbook.years.values()):
        return
    for role in handbook.head.owners:
        if role not in known and role != DEFAULT:
            zh, en = did_you_mean(role, known)
            args = {"role": role, "near_zh": zh, "near_en": en}
            yield Finding("PG261", handbook.head.place.key_span(("owners", role)), args)


@check(
    "PG262",
    Level.ERROR,
    takes="handbook",
    zh="“{name}”不是代码平台上的名字",
    en="“{name}” is no name on a forge",
    fix_zh='写成 "@名字"、"@组/队" 或邮箱，加引号；几个就写成列表',
    fix_en='write "@name", "@group/team" or a mail address, in quotes; several as a list',
)
def owners_are_names(handbook: Handbook) -> Iterator[Finding]:
    """Owners are accounts, teams or mail addresses as the forge has them.

    Why: a forge passes over a line with an owner that it does not know, and then nobody is asked.
    Bad:
        # handbook.yml
        format: 1
        title: 经营计划
        owners: {default: planning team}
    Good:
        # handbook.yml
        format: 1
        title: 经营计划
        owners: {default: "@planning/team"}
    """
    for role, names in handbook.head.owners.items():
        for index, name in enumerate(names):
            if not _NAME.fullmatch(name):
                yield Finding("PG262", handbook.head.place.span(("owners", role, index)), {"name": name})


def _roles(year: PlanYear) -> Iterator[str]:
    for plan, kind, item in year.entries():
        if kind == "org" and len(item) == 1:
            yield from (item[0], f"{plan}:org/{item[0]}")


def _is_unread(year: PlanYear) -> bool:
    return bool(year.refused) or any("org" in plan.broken for plan in year.plans.values())
