"""The settings of reviews: limits that mean something, roles that exist, acceptances that have not ended."""

from collections.abc import Iterator

from plangen.checks.waiver_owners import known_roles
from plangen.findings import Finding, Level, check
from plangen.model import Handbook, planned_measures
from plangen.model.review import OUTSIDE
from plangen.values import say
from plangen.values.near import asked


@check(
    "PG721",
    Level.ERROR,
    takes="handbook",
    zh="一条审批规则只能有 up_to、above、always 中的一个，这里有 {names}",
    en="an approval rule has one of up_to, above and always; this one has {names}",
    fix_zh="拆成几条规则；每条适用的都算",
    fix_en="make a rule of each; all rules that fit a change apply",
)
def rules_have_one_condition(handbook: Handbook) -> Iterator[Finding]:
    """An approval rule is for changes up to a size, above a size, or about something.

    Why: of two conditions in one rule nobody can tell whether both or either must hold.
    Bad:
        # handbook.yml
        format: 1
        title: 经营计划
        review: {approvals: [{up_to: 10%, above: 5%, by: manager}]}
    Good:
        # handbook.yml
        format: 1
        title: 经营计划
        review: {approvals: [{up_to: 5%, by: manager}, {above: 5%, by: director}]}
    """
    for rule in handbook.review().approvals:
        names = [name for name in ("up_to", "above", "always") if getattr(rule, name) is not None]
        if len(names) > 1:
            yield Finding("PG721", rule.span(names[1]), {"names": ", ".join(names)})


@check(
    "PG722",
    Level.ERROR,
    takes="handbook",
    zh="{name} 应是一个不小于 0 的确定的占比，如 5%",
    en="{name} must be one definite share of at least 0, such as 5%",
    fix_zh="写成一个占比：5%",
    fix_en="write one share: 5%",
)
def limits_are_definite(handbook: Handbook) -> Iterator[Finding]:
    """The limits of a review (`major`, `up_to`, `above`) are single shares of the value before, not below zero.

    Why: a limit that is negative, open or not known yet decides nothing.
    Bad:
        # handbook.yml
        format: 1
        title: 经营计划
        review: {major: -5%}
    Good:
        # handbook.yml
        format: 1
        title: 经营计划
        review: {major: 5%}
    """
    review = handbook.review()
    for entry, names in ((review, ("major",)), *((rule, ("up_to", "above")) for rule in review.approvals)):
        for name in names:
            limit = getattr(entry, name)
            if limit is not None and (not limit.is_exact or limit.about or limit.value < 0):
                yield Finding("PG722", entry.span(name), {"name": name})


@check(
    "PG723",
    Level.ERROR,
    takes="handbook",
    zh="“{role}”不是任何组织里的岗位{hint_zh}",
    en="“{role}” is a role that no organisation has{hint_en}",
    fix_zh="写已有岗位的编号",
    fix_en="write the id of a role that exists",
)
def reviewers_exist(handbook: Handbook) -> Iterator[Finding]:
    """Who approves, and who owns an accepted change, is a role of any year.

    Not judged while no year has an organisation.

    Why: a change that waits for nobody is never approved, or passes unseen.
    Bad:
        # handbook.yml
        format: 1
        title: 经营计划
        review: {approvals: [{above: 5%, by: manger}]}
        # org.yml
        roles: {manager: {name: 区域经理, headcount: 1人}}
    Good:
        # handbook.yml
        format: 1
        title: 经营计划
        review: {approvals: [{above: 5%, by: manager}]}
        # org.yml
        roles: {manager: {name: 区域经理, headcount: 1人}}
    """
    review, known = handbook.review(), known_roles(handbook)
    named = [(rule.by, rule.span("by")) for rule in review.approvals]
    named += [(accepted.owner, accepted.span("owner")) for accepted in review.accepted]
    for role, span in named:
        if known and role not in known:
            yield Finding("PG723", span, {"role": role, **asked(role, known)})


@check(
    "PG724",
    Level.WARNING,
    takes="handbook",
    zh="对 {address} 的认可到 {until} 为止，已过期",
    en="the acceptance of {address} ended on {until}",
    fix_zh="删掉它，或由负责人写明新的期限",
    fix_en="delete it, or let its owner name a new date",
)
def acceptances_have_not_ended(handbook: Handbook) -> Iterator[Finding]:
    """An accepted change has an end that does not lie before the handbook's as-of date.

    Why: what was accepted for a time must come up again when that is over.
    Bad:
        # handbook.yml
        format: 1
        title: 经营计划
        as_of: 2026-01-05
        review: {accepted: [{address: objectives/revenue.target, reason: 已定, owner: m, until: 2025-12-31}]}
    Good:
        # handbook.yml
        format: 1
        title: 经营计划
        as_of: 2026-01-05
        review: {accepted: [{address: objectives/revenue.target, reason: 已定, owner: m, until: 2026-12-31}]}
    """
    today = handbook.as_of.value
    for accepted in handbook.review().accepted:
        until = accepted.until.value
        if until is None or (today is not None and until < today):
            args = {"address": accepted.target, "until": until or say(("待定", "TBD"), handbook.language)}
            yield Finding("PG724", accepted.span("until"), args)


@check(
    "PG725",
    Level.WARNING,
    takes="handbook",
    zh="审批规则只对“{name}”适用，哪一年都没有{hint_zh}",
    en="an approval rule is only for “{name}”, which no year has{hint_en}",
    fix_zh="改成已有的计划、章节种类或指标",
    fix_en="name a plan, section kind or measure that is there",
)
def rules_can_apply(handbook: Handbook) -> Iterator[Finding]:
    """What narrows an approval rule (`plans`, `kinds`, `measures`) is there in one of the years.

    Not judged while a file cannot be read, because it may hold what is named.

    Why: a rule that never applies lets every change pass without approval.
    Bad:
        # handbook.yml
        format: 1
        title: 经营计划
        review: {approvals: [{above: 5%, by: manager, kinds: objectvies}]}
        # objectives.yml
        revenue: {name: 销售额, target: 180万元}
    Good:
        # handbook.yml
        format: 1
        title: 经营计划
        review: {approvals: [{above: 5%, by: manager, kinds: objectives}]}
        # objectives.yml
        revenue: {name: 销售额, target: 180万元}
    """
    plans = [plan for year in handbook.years.values() for plan in year.plans.values()]
    if any(plan.broken for plan in plans) or any(year.refused for year in handbook.years.values()):
        return
    sections = [section for plan in plans for section in plan.sections.values()]
    known = {
        "plans": {path for plan in plans for path in _from_top(plan.path)},
        "kinds": {*OUTSIDE, *(kind for plan in plans for kind in plan.sections)},
        "measures": {name for each in sections for name in planned_measures(type(each))},
    }
    for rule in handbook.review().approvals:
        for field, there in known.items():
            for name in sorted(set(getattr(rule, field)) - there):
                yield Finding("PG725", rule.span(field), {"name": name, **asked(name, sorted(there))})


def _from_top(path: str) -> Iterator[str]:
    """A plan's path and those of the folders above it: a rule for `adhesives` is for every plan below."""
    parts = path.split("/")
    yield from ("/".join(parts[:end]) for end in range(1, len(parts) + 1))
