"""The check that phases stand side by side: no day between them, no day in two of them."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.phases.model import Phase, Phases, Window
from plangen.sections.phases.outside import outside
from plangen.sections.phases.wording import days, listed, short, stretch


class Placed(NamedTuple):
    """A phase with known dates."""

    window: Window
    phase: Phase


@check(
    "PHA105",
    Level.WARNING,
    takes="phases",
    zh="阶段没有首尾相接：{problem}",
    en="the phases do not follow one another: {problem}",
    fix_zh="让后一段从前一段结束的次日开始；确实要留空或重叠，就写豁免说明原因",
    fix_en="let each phase start on the day after the one before; where it is meant, write a waiver with the reason",
)
def side_by_side(section: Phases, scope: PlanScope) -> Iterator[Finding]:
    """Phases follow one another without a gap and without overlap.

    Why: a day in no phase is nobody's, a day in two phases is counted twice. Where tasks stick out at the same date,
    that is the finding (PHA102); a gap is looked for only where every phase has its dates.
    Bad:
        # phases.yml
        opening: {name: 开拓期, start: 2026-01-05, end: 2026-03-31}
        growth: {name: 放量期, start: 2026-04-10, end: 2026-08-31}
    Good:
        # phases.yml
        opening: {name: 开拓期, start: 2026-01-05, end: 2026-03-31}
        growth: {name: 放量期, start: 2026-04-01, end: 2026-08-31}
    """
    dated = sorted(
        (Placed(phase.window, phase) for phase in section.items.values() if phase.window),
        key=lambda placed: placed.window,
    )
    yield from _overlaps(dated, scope)
    if len(dated) == len(section.items):
        crowded = outside(section, scope)
        for before, after in pairwise(_reaching(dated)):
            if (before.phase.id, "end") not in crowded and (after.phase.id, "start") not in crowded:
                yield from _gap(before, after, scope)


def _reaching(dated: list[Placed]) -> list[Placed]:
    """The phases by start, without those that lie wholly inside earlier ones."""
    kept: list[Placed] = []
    for placed in dated:
        if not kept or placed.window.end > kept[-1].window.end:
            kept.append(placed)
    return kept


def _gap(before: Placed, after: Placed, scope: PlanScope) -> Iterator[Finding]:
    missing = (after.window.start - before.window.end).days - 1
    if missing > 0:
        ends, starts = short(before.window.end, scope), short(after.window.start, scope)
        first, second = before.phase, after.phase
        zh = f"“{first.name}”{ends} 结束，“{second.name}”{starts} 才开始，中间 {missing} 天不属于任何阶段"
        en = f"“{first.name}” ends {ends}, “{second.name}” starts {starts}: {days(missing, scope)} in no phase"
        related = ((first.span("end"), first.name),)
        args = {"problem": scope.word(zh, en)}
        yield Finding("PHA105", second.span("start"), args, scope.year, second.address("start"), (), related)


def _overlaps(dated: list[Placed], scope: PlanScope) -> Iterator[Finding]:
    """One finding for each phase that reaches into later ones."""
    touched: dict[Placed, list[Placed]] = {}
    for index, placed in enumerate(dated[1:], 1):
        reach = max(dated[:index], key=lambda before: before.window.end)
        if placed.window.start <= reach.window.end:
            touched.setdefault(reach, []).append(placed)
    for before, later in touched.items():
        said = listed([_shared(before, placed, scope) for placed in later], scope)
        name, own = before.phase.name, stretch(before.window, scope)
        args = {"problem": scope.word(f"“{name}”（{own}）与{said}重叠", f"“{name}” ({own}) overlaps {said}")}
        related = tuple((placed.phase.span("start"), placed.phase.name) for placed in later)
        address, about = before.phase.address("end"), tuple(one.phase.address("days") for one in (before, *later))
        yield Finding("PHA105", before.phase.span("end"), args, scope.year, address, about, related)


def _shared(before: Placed, later: Placed, scope: PlanScope) -> str:
    both = days((min(before.window.end, later.window.end) - later.window.start).days + 1, scope)
    name, text = later.phase.name, stretch(later.window, scope)
    return scope.word(f"“{name}”（{text}）{both}", f"“{name}” ({text}) by {both}")
