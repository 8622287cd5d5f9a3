"""Checks of procedures: loops that lead nowhere, steps of nobody, durations that do not add up."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.procedures.model import Procedure, Procedures, Step
from plangen.sections.procedures.rules import units
from plangen.sections.tallies import fits
from plangen.values import write_quantity
from plangen.values.near import nearest, question


def _looping(section: Procedures) -> Iterator[tuple[Procedure, Step]]:
    for procedure in section.items.values():
        yield from ((procedure, step) for step in procedure.loops())


@check(
    "PRO101",
    Level.ERROR,
    takes="procedures",
    zh="“{text}”要回到 {back_to}，流程“{name}”里没有这一步{hint_zh}",
    en="“{text}” goes back to {back_to}, which is no step of “{name}”{hint_en}",
    fix_zh="写同一流程里的步骤 id，或删去 back_to",
    fix_en="use the id of a step of the same procedure, or delete back_to",
)
def loops_lead_to_steps(section: Procedures, scope: PlanScope) -> Iterator[Finding]:
    """A step goes back to a step of its procedure.

    Why: whoever has to begin again must know where.
    Bad:
        # procedures.yml
        order:
          name: 订单
          steps: {place: {text: 下单}, confirm: {text: 确认, back_to: plase}}
    Good:
        # procedures.yml
        order:
          name: 订单
          steps: {place: {text: 下单}, confirm: {text: 确认, back_to: place}}
    """
    for procedure, step in _looping(section):
        if step.back_to is not None and step.back_to not in procedure.steps:
            near = next(iter(nearest(step.back_to, procedure.steps)), "")
            hints = dict(zip(("hint_zh", "hint_en"), question(near), strict=True))
            args = {"text": step.text, "back_to": step.back_to, "name": procedure.name, **hints}
            yield Finding("PRO101", step.span("back_to"), args, scope.year, step.address(), (procedure.address(),))


@check(
    "PRO102",
    Level.ERROR,
    takes="procedures",
    zh="“{text}”要回到“{target}”，它{where}",
    en="“{text}” goes back to “{target}”, which {where}",
    fix_zh="回到前面的步骤；往后走不用写，按顺序就是下一步",
    fix_en="go back to an earlier step; what comes next need not be written, the order says it",
)
def loops_go_back(section: Procedures, scope: PlanScope) -> Iterator[Finding]:
    """A loop leads to an earlier step, not to the step itself or a later one.

    Why: a step after itself never ends, and one that jumps ahead leaves out what was meant to be done.
    Bad:
        # procedures.yml
        order:
          name: 订单
          steps: {place: {text: 下单, back_to: confirm}, confirm: {text: 确认}}
    Good:
        # procedures.yml
        order:
          name: 订单
          steps: {place: {text: 下单}, confirm: {text: 确认, back_to: place}}
    """
    for procedure, step in _looping(section):
        names = list(procedure.steps)
        if step.back_to in names and names.index(step.back_to) >= names.index(step.id):
            same = step.back_to == step.id
            where = scope.word("就是这一步", "is the step itself") if same else scope.word("在后面", "comes later")
            args = {"text": step.text, "target": procedure.steps[step.back_to].text, "where": where}
            yield Finding("PRO102", step.span("back_to"), args, scope.year, step.address(), (procedure.address(),))


def _nobodys(procedure: Procedure) -> list[Step]:
    """The steps that name nobody, where the procedure has no owner."""
    return [step for step in procedure.steps.values() if not (step.actor or step.outside or procedure.owner)]


@check(
    "PRO103",
    Level.WARNING,
    takes="procedures",
    zh="流程“{name}”的“{text}”没有写谁做",
    en="in “{name}”, nobody is named for “{text}”",
    fix_zh="在 actor 里写岗位，外部的人写 outside；由负责人做就给流程写 owner",
    fix_en="name a role in actor, somebody else in outside; or give the procedure an owner, who does the rest",
)
def steps_have_actors(section: Procedures, scope: PlanScope) -> Iterator[Finding]:
    """Where a procedure says of some steps which role takes them, it says of all who does.

    Why: work stops at the step that belongs to nobody.
    Bad:
        # procedures.yml
        order:
          name: 订单
          steps: {place: {text: 下单, actor: rep}, deliver: {text: 配送}}
        # org.yml
        roles: {rep: {name: 业务员}}
    Good:
        # procedures.yml
        order:
          name: 订单
          steps: {place: {text: 下单, actor: rep}, deliver: {text: 配送, outside: 承运人}}
        # org.yml
        roles: {rep: {name: 业务员}}
    """
    for procedure in section.items.values():
        if any(step.actor for step in procedure.steps.values()):
            for step in _nobodys(procedure):
                args = {"name": procedure.name, "text": step.text}
                yield Finding("PRO103", step.key_span(), args, scope.year, step.address(), (step.address(),))


@check(
    "PRO104",
    Level.INFO,
    takes="procedures",
    zh="流程“{name}”没有写由哪些岗位来做",
    en="“{name}” names no role that carries it out",
    fix_zh="写 owner，或在各步的 actor 里写岗位",
    fix_en="give it an owner, or name a role in the actor of each step",
)
def procedures_have_actors(section: Procedures, scope: PlanScope) -> Iterator[Finding]:
    """A procedure names at least one role: its owner, or the actor of a step.

    Why: a procedure that is everybody's is followed by nobody.
    Bad:
        # procedures.yml
        complaint: {name: 投诉, steps: {record: {text: 登记}}}
    Good:
        # procedures.yml
        complaint: {name: 投诉, owner: rep, steps: {record: {text: 登记}}}
        # org.yml
        roles: {rep: {name: 业务员}}
    """
    for procedure in section.items.values():
        if _nobodys(procedure) and not any(step.actor for step in procedure.steps.values()):
            args = {"name": procedure.name}
            yield Finding("PRO104", procedure.key_span(), args, scope.year, procedure.address())


@check(
    "PRO105",
    Level.WARNING,
    takes="procedures",
    zh="流程“{name}”的历时用了几种单位：{units}，加不起来",
    en="the durations of “{name}” are in several units ({units}), which do not add up",
    fix_zh="换成同一种单位，例如都写 小时",
    fix_en="write all in one unit, such as hours",
)
def durations_have_one_unit(section: Procedures, scope: PlanScope) -> Iterator[Finding]:
    """The durations of a procedure's steps are in one unit, so that they can be added.

    Why: hours and working days have no common sum until somebody says how long a day is.
    Bad:
        # procedures.yml
        complaint: {name: 投诉, steps: {record: {text: 登记, lasts: 2小时}, answer: {text: 答复, lasts: 3天}}}
    Good:
        # procedures.yml
        complaint: {name: 投诉, steps: {record: {text: 登记, lasts: 2小时}, answer: {text: 答复, lasts: 72小时}}}
    """
    for procedure in section.items.values():
        found = units(procedure)
        if len(found) > 1:
            steps = [procedure.steps[name] for name in found.values()]
            args = {"name": procedure.name, "units": scope.word("、", ", ").join(str(unit) for unit in found)}
            related = tuple((step.span("lasts"), step.text) for step in steps[:-1])
            about = (procedure.address("lasts"),)
            yield Finding("PRO105", steps[-1].span("lasts"), args, scope.year, steps[-1].address(), about, related)


@check(
    "PRO106",
    Level.ERROR,
    takes="procedures",
    zh="流程“{name}”的{what}：文件写 {stated}，各步是 {found}",
    en="{what} of “{name}”: the paper says {stated}, the steps make {found}",
    fix_zh="补上缺的步骤或改历时；以步骤为准就改 stated",
    fix_en="add the missing step or correct the durations; where the steps are right, correct stated",
)
def steps_make_what_the_paper_says(section: Procedures, scope: PlanScope) -> Iterator[Finding]:
    """A procedure has as many steps, and takes as long, as the paper says.

    Steps without a duration leave the sum open: it may come to more.

    Why: a promise of two days that the steps cannot keep is broken each time.
    Bad:
        # procedures.yml
        complaint: {name: 投诉, stated: {lasts: 1小时}, steps: {record: {text: 登记, lasts: 2小时}}}
    Good:
        # procedures.yml
        complaint: {name: 投诉, stated: {lasts: 2小时}, steps: {record: {text: 登记, lasts: 2小时}}}
    """
    words = {"steps": ("步数", "number of steps"), "lasts": ("历时", "duration")}
    for procedure in section.items.values():
        for measure, word in words.items():
            stated = getattr(procedure.stated, measure, None)
            found = scope.quantity(procedure.address(measure))
            if procedure.stated is None or stated is None or found is None or fits(stated, found, scope):
                continue
            says = [write_quantity(each, language=scope.language) for each in (stated, found)]
            args = {"name": procedure.name, "what": scope.word(*word), "stated": says[0], "found": says[1]}
            address = procedure.address(measure)
            yield Finding("PRO106", procedure.stated.span(measure), args, scope.year, address, (address,))


@check(
    "PRO107",
    Level.INFO,
    takes="procedures",
    zh="流程“{name}”没有一步写了历时",
    en="no step of “{name}” says how long it may take",
    fix_zh="在步骤的 lasts 里写时限，例如 24小时；还没定写 待定",
    fix_en="write a time limit in lasts, such as 24 hours; TBD while it is not known",
)
def procedures_have_durations(section: Procedures, scope: PlanScope) -> Iterator[Finding]:
    """A procedure says of at least one step how long it may take.

    Why: an answer without a time limit is given when there is time.
    Bad:
        # procedures.yml
        complaint: {name: 投诉, steps: {record: {text: 登记}}}
    Good:
        # procedures.yml
        complaint: {name: 投诉, steps: {record: {text: 登记, lasts: 2小时}}}
    """
    for procedure in section.items.values():
        if procedure.steps and not procedure.timed():
            yield Finding(
                "PRO107", procedure.key_span("steps"), {"name": procedure.name}, scope.year, procedure.address()
            )
