"""Checks of the duties: unknown roles, duties with two owners, vague frequencies, roles without duties."""

from collections.abc import Iterable, Iterator
from re import compile as pattern

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.model import Entry, Plan
from plangen.sections.duties.model import Duties, Duty
from plangen.values import Address
from plangen.values.near import nearest, question

VAGUE = pattern(r"经常|定期|不定时|不定期|时不时|随时|\bregularly\b|\boften\b|\bfrom time to time\b")
"""Words that sound like a frequency and name none."""
NAMED = pattern(r"[0-9０-９一二三四五六七八九十两每周月季年]|\b(every|each|daily|weekly|monthly|quarterly|yearly)\b")
"""What can be checked beside them: a number, a day, a stretch of time."""


@check(
    "DUT101",
    Level.ERROR,
    takes="duties",
    zh="组织里没有岗位 {role}{hint_zh}",
    en="the organisation has no role {role}{hint_en}",
    fix_zh="用 org.yml 里的岗位 id，或先在那里加上岗位",
    fix_en="use a role's id of org.yml, or add the role there first",
)
def duties_of_unknown_role(section: Duties, scope: PlanScope) -> Iterator[Finding]:
    """Duties stand under a role of the plan's organisation, or of one above.

    Where none of these plans has an organisation yet, nothing is reported.

    Why: a duty of nobody is done by nobody.
    Bad:
        # duties.yml
        reps:
          visits: {text: 拜访客户, frequency: 每天}
        # org.yml
        roles:
          rep: {name: 业务员}
    Good:
        # duties.yml
        rep:
          visits: {text: 拜访客户, frequency: 每天}
        # org.yml
        roles:
          rep: {name: 业务员}
    """
    for role in _unknown(section, scope):
        duties = tuple(duty.address() for duty in section.items[role].values())
        args = {"role": role, **_hints(role, scope)}
        about = (*duties, *scope.meant(role, "org"))
        yield Finding("DUT101", section.place.key_span((role,)), args, scope.year, next(iter(duties), None), about)


def _is_role(entry: Entry) -> bool:
    return "reports_to" in type(entry).model_fields


def _roles(*plans: Plan) -> dict[str, Address]:
    """The roles of plans by id."""
    sections = ((plan, plan.sections["org"]) for plan in plans if "org" in plan.sections)
    return {
        item[-1]: Address(plan.path, "org", item)
        for plan, section in sections
        for item, entry in section.items_by_id().items()
        if _is_role(entry)
    }


def _near(role: str, scope: PlanScope) -> str:
    """The id of a role that may be meant; empty where none is near."""
    if any(scope.is_unread(address) for address in scope.meant(role, "org")):
        return ""
    known = _roles(*scope.plan.lineage())
    return next(iter(nearest(role, known)), "")


def _hints(role: str, scope: PlanScope) -> dict[str, str]:
    return dict(zip(("hint_zh", "hint_en"), question(_near(role, scope)), strict=True))


def _unknown(section: Duties, scope: PlanScope) -> Iterator[str]:
    """The keys that are no role; none where no plan of the lineage has an organisation."""
    if not any("org" in {*plan.sections, *plan.broken} for plan in scope.plan.lineage()):
        return
    for role in section.items:
        address = scope.resolve(role, "org")
        entry = scope.entry(address) if address else None
        if entry is None or not _is_role(entry):
            yield role


@check(
    "DUT102",
    Level.WARNING,
    takes="duties",
    zh="“{text}”同时写在 {roles} 名下，没有说清归谁",
    en="“{text}” stands under {roles}: it is not clear whose duty it is",
    fix_zh="留给一个岗位，另一个写明配合什么",
    fix_en="leave it with one role, and write what the other contributes",
)
def duty_of_two_roles(section: Duties, scope: PlanScope) -> Iterator[Finding]:
    """The same duty stands under one role only.

    Why: what two roles do alike, each leaves to the other.
    Bad:
        # duties.yml
        lead:
          claims: {text: 催收货款, frequency: 每周}
        rep:
          collect: {text: 催收货款, frequency: 每周}
        # org.yml
        roles:
          lead: {name: 组长}
          rep: {name: 业务员, reports_to: lead}
    Good:
        # duties.yml
        lead:
          claims: {text: 核对每周催收结果, frequency: 每周}
        rep:
          collect: {text: 催收货款, frequency: 每周}
        # org.yml
        roles:
          lead: {name: 组长}
          rep: {name: 业务员, reports_to: lead}
    """
    for same in _alike(section.duties()):
        roles = list(dict.fromkeys(duty.role for duty in same))
        if len(roles) > 1:
            names = scope.word("、", ", ").join(scope.named(role) for role in roles)
            related = tuple((duty.span("text"), scope.named(duty.role)) for duty in same[1:])
            about = tuple(duty.address() for duty in same)
            args = {"text": same[0].text, "roles": names}
            yield Finding("DUT102", same[0].span("text"), args, scope.year, about[0], about, related)


def _alike(duties: Iterable[Duty]) -> list[list[Duty]]:
    """Duties of one text together; punctuation and case do not count."""
    by_text: dict[str, list[Duty]] = {}
    for duty in duties:
        by_text.setdefault("".join(sign for sign in duty.text if sign.isalnum()).lower(), []).append(duty)
    return list(by_text.values())


@check(
    "DUT105",
    Level.INFO,
    takes="duties",
    zh="“{text}”在{role}名下写了 {count} 次",
    en="“{text}” stands {count} times under {role}",
    fix_zh="留下一条，另一条删去或写明有什么不同",
    fix_en="keep one, and delete the other or write what is different in it",
)
def duty_told_twice(section: Duties, scope: PlanScope) -> Iterator[Finding]:
    """A role has each duty once.

    Why: a list that repeats itself was put together from two, and only one of them is kept up.
    Bad:
        # duties.yml
        lead:
          plan: {text: 拟订年度计划, frequency: 每年}
          yearly-plan: {text: 拟订年度计划, frequency: 每年}
        # org.yml
        roles:
          lead: {name: 组长}
    Good:
        # duties.yml
        lead:
          plan: {text: 拟订年度计划, frequency: 每年}
        # org.yml
        roles:
          lead: {name: 组长}
    """
    for role, duties in section.items.items():
        for same in _alike(duties.values()):
            if len(same) > 1:
                args = {"text": same[0].text, "role": scope.named(role), "count": len(same)}
                related = tuple((duty.span("text"), duty.id) for duty in same[:-1])
                about = tuple(duty.address() for duty in same)
                yield Finding("DUT105", same[-1].span("text"), args, scope.year, about[-1], about, related)


@check(
    "DUT103",
    Level.WARNING,
    takes="duties",
    zh="“{text}”的频次写“{frequency}”，到底多久一次看不出来",
    en="“{text}” is done “{frequency}”, which says no frequency",
    fix_zh="写成 每周一次、每月 5 日前 这样能核对的频次",
    fix_en="write one that can be checked, such as every week or by the 5th",
)
def vague_frequency(section: Duties, scope: PlanScope) -> Iterator[Finding]:
    """A frequency names a number, a day or an event; `每月定期` does, `定期` alone does not.

    Why: whether something was done "regularly" can never be checked.
    Bad:
        # duties.yml
        rep:
          visits: {text: 拜访客户, frequency: 定期}
        # org.yml
        roles:
          rep: {name: 业务员}
    Good:
        # duties.yml
        rep:
          visits: {text: 拜访客户, frequency: 每两天一次}
        # org.yml
        roles:
          rep: {name: 业务员}
    """
    for duty in section.duties():
        text = (duty.frequency or "").lower()
        if VAGUE.search(text) and not NAMED.search(text):
            args = {"text": duty.text, "frequency": duty.frequency}
            yield Finding("DUT103", duty.span("frequency"), args, scope.year, duty.address(), (duty.address(),))


@check(
    "DUT104",
    Level.INFO,
    takes="duties",
    zh="岗位“{name}”没有写职责",
    en="the role “{name}” has no duties",
    fix_zh="在 {role}: 下补上职责",
    fix_en="add its duties under {role}:",
)
def role_without_duties(section: Duties, scope: PlanScope) -> Iterator[Finding]:
    """Every role of the plan's organisation has duties.

    A role whose id is only misspelt in duties.yml is left to DUT101.

    Why: a role without duties is a cost without a purpose, or its work is written down nowhere.
    Bad:
        # duties.yml
        rep:
          visits: {text: 拜访客户, frequency: 每天}
        # org.yml
        roles:
          lead: {name: 组长}
          rep: {name: 业务员, reports_to: lead}
    Good:
        # duties.yml
        lead:
          coaching: {text: 陪访业务员, frequency: 每周一次}
        rep:
          visits: {text: 拜访客户, frequency: 每天}
        # org.yml
        roles:
          lead: {name: 组长}
          rep: {name: 业务员, reports_to: lead}
    """
    misspelt = {_near(role, scope) for role in _unknown(section, scope)}
    for role, address in _roles(scope.plan).items():
        entry = scope.entry(address)
        if entry is not None and not section.items.get(role) and role not in misspelt:
            args = {"name": scope.name_of(address), "role": role}
            yield Finding("DUT104", entry.key_span(), args, scope.year, address)
