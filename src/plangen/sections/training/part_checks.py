"""Checks of courses that have parts: their time against that of the whole."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.tallies import fits
from plangen.sections.training.model import Course, Training
from plangen.values import Quantity, total, write_quantity


@check(
    "TRA104",
    Level.ERROR,
    takes="training",
    zh="“{name}”共 {whole}，各部分要 {taken}",
    en="“{name}” lasts {whole}, its parts take {taken}",
    fix_zh="改总时长，或改某一部分的 lasts",
    fix_en="correct the whole, or the time of a part",
)
def parts_fit_their_whole(section: Training, scope: PlanScope) -> Iterator[Finding]:
    """The parts of a course take as long as the course.

    Parts without `lasts`, or with 待定, leave room: then the others must not take more than there is.

    Why: who plans four days for five days of lessons leaves one out.
    Bad:
        # training.yml
        start: {name: 入职培训, period: Q1, lasts: 4天}
        workshop: {name: 下车间, period: Q1, lasts: 3天, part_of: start}
        calls: {name: 电话销售, period: Q1, lasts: 2天, part_of: start}
    Good:
        # training.yml
        start: {name: 入职培训, period: Q1, lasts: 4天}
        workshop: {name: 下车间, period: Q1, lasts: 3天, part_of: start}
        calls: {name: 电话销售, period: Q1, lasts: 1天, part_of: start}
    """
    for whole, parts, lasts, taken in _compared(section):
        left = any(part.lasts is None for part in parts)
        if taken.certainly_above(lasts) if left else not fits(lasts, taken, scope):
            yield Finding("TRA104", whole.span("lasts"), _args(whole, lasts, taken, scope), scope.year, whole.address())


@check(
    "TRA105",
    Level.WARNING,
    takes="training",
    zh="“{name}”共 {whole}，写了时长的部分占 {taken}，其余 {rest} 由{silent}分，没有写各占多少",
    en="“{name}” lasts {whole}, of which {taken} are given to parts; how {silent} share the other {rest} is not said",
    fix_zh="给没有写的部分加上 lasts；还没定写 待定",
    fix_en="give the other parts their lasts; TBD while it is not known",
)
def every_part_has_its_time(section: Training, scope: PlanScope) -> Iterator[Finding]:
    """Where some parts of a course say how long they take, all do.

    Why: what is left for the others may be too little, and nobody sees it.
    Bad:
        # training.yml
        start: {name: 入职培训, period: Q1, lasts: 4天}
        workshop: {name: 下车间, period: Q1, lasts: 2–3天, part_of: start}
        calls: {name: 电话销售, period: Q1, part_of: start}
    Good:
        # training.yml
        start: {name: 入职培训, period: Q1, lasts: 4天}
        workshop: {name: 下车间, period: Q1, lasts: 2–3天, part_of: start}
        calls: {name: 电话销售, period: Q1, lasts: 1天, part_of: start}
    """
    for whole, parts, lasts, taken in _compared(section):
        silent = [part for part in parts if part.lasts is None]
        if silent and not taken.unset and not taken.certainly_above(lasts):
            names = scope.word("、", ", ").join(scope.word("“{name}”", "“{name}”", name=part.name) for part in silent)
            rest = write_quantity(lasts - taken, language=scope.language)
            args = {**_args(whole, lasts, taken, scope), "silent": names, "rest": rest}
            yield Finding("TRA105", whole.span("lasts"), args, scope.year, whole.address())


def _compared(section: Training) -> Iterator[tuple[Course, list[Course], Quantity, Quantity]]:
    """Courses of a known time with their parts, and what those parts take together; hours and days are not mixed."""
    for whole in section.items.values():
        parts = section.parts(whole)
        given = [part.lasts for part in parts if part.lasts is not None]
        if whole.lasts is None or whole.lasts.unset or not given:
            continue
        if all(each.unset or each.unit == whole.lasts.unit for each in given):
            yield whole, parts, whole.lasts, total(given, whole.lasts.unit)


def _args(whole: Course, lasts: Quantity, taken: Quantity, scope: PlanScope) -> dict[str, str]:
    said = [write_quantity(each, language=scope.language) for each in (lasts, taken)]
    return {"name": whole.name, "whole": said[0], "taken": said[1]}
