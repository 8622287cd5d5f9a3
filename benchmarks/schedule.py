"""Phases of a generated plan: four quarters without a gap, in each three tasks one after the other."""

from datetime import date, timedelta
from random import Random

from benchmarks.chapters import role_names
from benchmarks.emit import Data
from benchmarks.subject import Subject
from benchmarks.words import THINGS, VERBS

Fields = dict[str, Data]
PHASES = {"setup": "筹备期", "launch": "启动期", "growth": "放量期", "steady": "巩固期"}
TASKS = 3
"""Tasks of a phase."""
GOALS = ("家", "份", "次", "个")


def task_ids() -> list[str]:
    """The ids of all tasks, in order."""
    return [f"{phase}-{number}" for phase in PHASES for number in range(1, TASKS + 1)]


def phases(subject: Subject) -> Fields:
    """The file `phases.yml`."""
    return {phase: _phase(subject, phase, index) for index, phase in enumerate(PHASES)}


def _phase(subject: Subject, phase: str, index: int) -> Fields:
    dice = subject.dice(f"phase {phase}")
    start = date(subject.year, 3 * index + 1, 1)
    end = (date(subject.year, 3 * index + 4, 1) if index < 3 else date(subject.year + 1, 1, 1)) - timedelta(1)
    tasks, day = Fields(), start
    for number in range(1, TASKS + 1):
        last = day + timedelta(dice.randint(9, 24))
        tasks[f"{phase}-{number}"] = _task(subject, dice, (phase, number), (day, last))
        day = last + timedelta(dice.randint(1, 4))
    if index == 3 and dice.random() < 0.3:
        open_ = _task(subject, dice, (phase, TASKS), (start, end))
        tasks[f"{phase}-{TASKS}"] = {**open_, "start": "待定", "end": "待定"}
    mark = {"name": f"{PHASES[phase]}收官", "date": end.isoformat(), "owner": subject.leads}
    head: Fields = {"name": PHASES[phase], "start": start.isoformat(), "end": end.isoformat()}
    goals = {f"{phase}-goal": {"name": f"{dice.choice(THINGS)}数", "target": f"≥{dice.randint(5, 60)}份"}}
    return {**head, "goals": goals, "tasks": tasks, "milestones": {f"{phase}-end": mark}}


def _task(subject: Subject, dice: Random, task: tuple[str, int], days: tuple[date, date]) -> Fields:
    (phase, number), verb, thing = task, dice.choice(VERBS), dice.choice(THINGS)
    shift = timedelta(subject.dice(f"shift {task}", yearly=True).randint(-1, 0))
    roles = list(role_names(subject))
    fields: Fields = {
        "name": f"{verb}{thing}",
        "start": days[0].isoformat(),
        "end": (days[1] + shift).isoformat(),
        "owner": dice.sample(roles[:4], dice.randint(1, 2)),
        "deliverable": f"{thing}一份，{dice.choice(VERBS)}后存档",
        "source": f"S-{dice.randint(100, 999)}",
    }
    if number > 1:
        fields["after"] = [f"{phase}-{number - 1}"]
    if dice.random() < 0.4:
        target = f"{dice.randint(2, 40)}{dice.choice(GOALS)}"
        fields["goals"] = {f"{phase}-{number}-goal": {"name": f"{thing}数", "target": target}}
    return fields
