"""The check that phases stand side by side: no day between them, no day in two of them."""

from collections.abc import Iterator
from itertools import islice, pairwise
from typing import NamedTuple

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.phases.culprits import culprits
from plangen.sections.phases.model import Phase, Phases, Window
from plangen.sections.phases.outside import outside
from plangen.sections.phases.wording import days, listed, short, stretch

PAIRS = 2000
"""Most overlaps that are looked at in one section; the rest comes up when these are mended."""


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
        zh = "“{first}”{ends} 结束，“{second}”{starts} 才开始，中间 {apart}不属于任何阶段"
        en = "“{first}” ends {ends}, “{second}” starts {starts}: {apart} in no phase"
        named = {"first": first.name, "ends": ends, "second": second.name, "starts": starts}
        related = ((first.span("end"), first.name),)
        args = {"problem": scope.word(zh, en, apart=days(missing, scope), **named)}
        yield Finding("PHA105", second.span("start"), args, scope.year, second.address("start"), (), related)


def _overlaps(dated: list[Placed], scope: PlanScope) -> Iterator[Finding]:
    """One finding for each phase that shares days with others."""
    by_id = {placed.phase.id: placed for placed in dated}
    pairs = [(one.phase.id, two.phase.id) for one, two in islice(_overlapping(dated), PAIRS)]
    for worst, touched in culprits(pairs, lambda pair: pair):
        others = [by_id[one if two == worst else two] for one, two in touched]
        yield _overlap(by_id[worst], others, scope)


def _overlapping(dated: list[Placed]) -> Iterator[tuple[Placed, Placed]]:
    """Every two phases that share days; the phases are sorted by start."""
    for index, one in enumerate(dated):
        for two in islice(dated, index + 1, None):
            if two.window.start > one.window.end:
                break
            yield one, two


def _overlap(worst: Placed, others: list[Placed], scope: PlanScope) -> Finding:
    said = listed([_shared(worst, placed, scope) for placed in others], scope)
    name, own = worst.phase.name, stretch(worst.window, scope)
    args = {
        "problem": scope.word(
            "“{name}”（{own}）与{said}重叠", "“{name}” ({own}) overlaps {said}", name=name, own=own, said=said
        )
    }
    side = "start" if any(placed.window < worst.window for placed in others) else "end"
    related = tuple((placed.phase.span("start"), placed.phase.name) for placed in others)
    about = tuple(placed.phase.address("days") for placed in (worst, *others))
    span, address = worst.phase.span(side), worst.phase.address(side)
    return Finding("PHA105", span, args, scope.year, address, about, related)


def _shared(one: Placed, two: Placed, scope: PlanScope) -> str:
    first, last = max(one.window.start, two.window.start), min(one.window.end, two.window.end)
    both, text = days(Window(first, last).days, scope), stretch(two.window, scope)
    return scope.word(
        "“{name}”（{text}）{both}", "“{name}” ({text}) by {both}", name=two.phase.name, text=text, both=both
    )
