"""Checks of the training: who teaches whom, and when."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.training.model import Training


@check(
    "TRA101",
    Level.WARNING,
    takes="training",
    zh="“{name}”的讲师{role}也在参加的人里",
    en="{role} teaches “{name}” and is also in its audience",
    fix_zh="换一个讲师，或把这个岗位从 audience 里去掉",
    fix_en="name another trainer, or take the role out of the audience",
)
def trainer_is_no_pupil(section: Training, scope: PlanScope) -> Iterator[Finding]:
    """Who teaches a course is not among those who are taught.

    Why: the number of participants counts somebody who learns nothing, or nobody was asked to teach.
    Bad:
        # training.yml
        calls: {name: 电话销售, date: 2026-03-05, audience: [rep], trainer: rep}
        # org.yml
        roles: {lead: {name: 组长}, rep: {name: 业务员, reports_to: lead}}
    Good:
        # training.yml
        calls: {name: 电话销售, date: 2026-03-05, audience: [rep], trainer: lead}
        # org.yml
        roles: {lead: {name: 组长}, rep: {name: 业务员, reports_to: lead}}
    """
    for course in section.items.values():
        if course.trainer in course.audience:
            args = {"name": course.name, "role": scope.named(course.trainer or "")}
            yield Finding("TRA101", course.span("trainer"), args, scope.year, course.address())


@check(
    "TRA102",
    Level.WARNING,
    takes="training",
    zh="“{name}”在 {day}，不在计划的期间（{plan}）里",
    en="“{name}” is on {day}, outside the plan's period ({plan})",
    fix_zh="改成计划期间之内的日期，或改 plan.yml 的 period",
    fix_en="use a day within the plan's period, or change period in plan.yml",
)
def day_in_plan(section: Training, scope: PlanScope) -> Iterator[Finding]:
    """A course is given in the months of its plan.

    Why: what is paid by this plan's budget is taught for another plan.
    Bad:
        # 2026/demo/plan.yml
        name: 计划
        period: Q3..Q4
        # training.yml
        calls: {name: 电话销售, date: 2026-06-30}
    Good:
        # 2026/demo/plan.yml
        name: 计划
        period: Q3..Q4
        # training.yml
        calls: {name: 电话销售, date: 2026-07-01}
    """
    for course in section.items.values():
        day = course.date.value if course.date else None
        if day and not (day.year == scope.year and scope.period.first <= day.month <= scope.period.last):
            args = {"name": course.name, "day": day, "plan": scope.period.name}
            yield Finding("TRA102", course.span("date"), args, scope.year, course.address())


@check(
    "TRA103",
    Level.INFO,
    takes="training",
    zh="“{name}”没有写什么时候上",
    en="“{name}” does not say when it is given",
    fix_zh="写 date: {year}-05-10，或 period: Q2；还没定就写 date: 待定",
    fix_en="write date: {year}-05-10 or period: Q2; date: TBD while it is not known",
)
def has_a_time(section: Training, scope: PlanScope) -> Iterator[Finding]:
    """A course has a day, or months.

    Why: a course without a time is put off until the year is over.
    Bad:
        # training.yml
        calls: {name: 电话销售}
    Good:
        # training.yml
        calls: {name: 电话销售, period: Q2}
    """
    for course in section.items.values():
        if course.date is None and course.period is None:
            args = {"name": course.name, "year": scope.year}
            yield Finding("TRA103", course.key_span(), args, scope.year, course.address())
