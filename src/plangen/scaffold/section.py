"""A new section: the kind's example, moved to the plan's year, without what the handbook does not know."""

from pathlib import Path

from plangen.catalogue import kinds
from plangen.scaffold.handbook import example_in
from plangen.scaffold.placing import ScaffoldRefused, place_file
from plangen.scaffold.pruning import entries, prune
from plangen.scaffold.trial import Trial, does_not_fit, trial
from plangen.scaffold.year import content_of, language_of
from plangen.values import Pair, told
from plangen.values.near import did_you_mean, nearest
from plangen.workspace import Workspace

ROUNDS = 20
"""Taking something out may leave something else without its other half; then that goes too."""


def new_section(workspace: Workspace, name: str, plan: str, year: int) -> list[Path]:
    """Write one section of a plan.

    Axes, members and roles of the example that the handbook does not have are left out, and entries that would not
    agree with another file, such as the plan above. Raises ScaffoldRefused for an unknown kind or plan, where the
    section exists, and where nothing of the example would be left.
    """
    content = content_of(workspace)
    kind = kinds().get(name)
    if kind is None:
        raise ScaffoldRefused(
            *unknown(name, list(kinds()), ("没有名为 {name} 的章节", "there is no section kind {name}"))
        )
    plans = list(workspace.scope(year).plan_year.plans)
    if plan not in plans:
        raise ScaffoldRefused(
            *unknown(plan, plans, ("{year} 年没有计划 {name}", "{year} has no plan {name}"), year=year)
        )
    path = content / str(year) / plan / f"{name}.yml"
    if path.exists():
        raise ScaffoldRefused(*told("{path} 已经存在，没有改动", "{path} exists; nothing was changed", path=path))
    example = example_in(kind, language_of(workspace), year)
    with trial(workspace) as copy:
        text = _fitted(copy, path.relative_to(workspace.root).as_posix(), example)
    return place_file(path, text)


def unknown(text: str, known: list[str], sentence: Pair, **parts: object) -> Pair:
    """That a name is not there, in both languages, with the nearest that is, or all. The sentence has its `{name}`."""
    names = ", ".join(known)
    there = told("；有的是：{names}", "; there are: {names}", names=names) if known else ("", "")
    hint = did_you_mean(text, known) if nearest(text, known) else there
    return told("{sentence}{hint}", "{sentence}{hint}", sentence=told(*sentence, name=text, **parts), hint=hint)


def _fitted(copy: Trial, file: str, text: str) -> str:
    """The example as the handbook takes it: pruned until it brings no error, here or in another file."""
    errors = copy.errors({file: text})
    for _ in range(ROUNDS):
        if not errors:
            return text
        inside = [finding.span.line for finding in errors if finding.span.file == file]
        pruned = prune(text, inside) if inside else _without_one(copy, file, text, len(errors))
        if not pruned:
            break
        text, errors = pruned, copy.errors({file: pruned})
    raise does_not_fit(errors[0])


def _without_one(copy: Trial, file: str, text: str, most: int) -> str:
    """The text without the first entry whose absence leaves fewer errors; empty where there is none."""
    pruned = (prune(text, [number]) for number in entries(text))
    return next((less for less in pruned if less and len(copy.errors({file: less})) < most), "")
