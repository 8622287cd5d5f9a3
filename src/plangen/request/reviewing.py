"""Reviewing: both sides of a range become a request, judged by the rules of the side before."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from plangen.catalogue import kinds
from plangen.diff import Changes, Edit, Side, cards, compare
from plangen.diff.acceptance import accepted
from plangen.model import Acceptance, Review
from plangen.request.approvals import needs
from plangen.request.changed_pages import ChangedPage, changed_pages, may_differ
from plangen.request.opening import Sides, open_sides
from plangen.request.problems import problems
from plangen.request.range import Range
from plangen.request.request import ChangedScenario, ChangedYear, Request
from plangen.request.sealed import new_seals, sealed_changes
from plangen.request.words import say
from plangen.review import Report, report
from plangen.review.following import FollowingWords
from plangen.review.lines import Wording
from plangen.review.names import Names
from plangen.values import Address
from plangen.workspace import Workspace

SCENARIOS = "scenarios"
"""The kind of a scenario's own edits."""


def review(root: Path, asked: Range) -> Request:
    """The request of a range. Raises RevisionRefused where a side cannot be found."""
    sides = open_sides(root, asked)
    base, head = sides.base.years, sides.head.years
    settings = sides.rules.handbook.review() if sides.rules.handbook else Review()
    both = [year for year in reversed(head) if year in base]
    shown = sides.head if sides.head.handbook else sides.base
    language = shown.language
    labels = asked.labels[0], asked.labels[1] or say(language, "worktree")
    titles = {name: kind.title(language) for name, kind in kinds().items()}
    years = tuple(_years(sides, labels, both, settings, titles))
    is_read = sides.head.handbook is not None
    whole = sorted(set(base) ^ set(head)) if is_read else []
    rename = partial(_rename, {each.year: each.changes for each in years})
    sealed = sealed_changes(sides.rules, sides.head, list(sides.changed))
    return Request(
        shown.handbook.head.title if shown.handbook else "",
        language,
        *labels,
        years,
        tuple(year for year in whole if year in head) if sides.base.handbook else (),
        tuple(year for year in whole if year in base) if sides.head.handbook else (),
        problems(sides.base.findings, [*sealed, *sides.head.findings], rename),
        needs(((each.year, each.changes, each.told) for each in years), whole, settings.approvals),
        bool(settings.approvals),
        _roles(sides.rules),
        tuple(_pages(sides, years, whole)) if is_read else (),
        tuple(_stale(years)),
        sides.outside,
        tuple(label for label, side in zip(labels, _both(sides), strict=True) if side.handbook is None),
        not is_read or any(each.changes.unread for each in years),
        new_seals(sides.rules, sides.head),
    )


def _years(
    sides: Sides, labels: tuple[str, str], both: Sequence[int], settings: Review, titles: dict[str, str]
) -> Iterator[ChangedYear]:
    today = sides.rules.handbook.as_of.value if sides.rules.handbook else None
    seen: set[tuple[object, ...]] = set()
    for year in both:
        before, after = Side(labels[0], sides.base.scope(year)), Side(labels[1], sides.head.scope(year))
        changes = compare(before, after, settings.major_share.value)
        known = accepted(changes, settings.accepted, today)
        told = frozenset(_told_before(changes, seen))
        told_here = _without(report(changes, titles), told | known.edits.keys())
        scenarios = tuple(_scenarios(sides, changes, titles))
        yield ChangedYear(year, changes, told_here, known, told, scenarios, cards(changes))


def _told_before(changes: Changes, seen: set[tuple[object, ...]]) -> Iterator[int]:
    """The edits of shared files that a later year has told, unless figures of this year follow from them."""
    for place, edit in enumerate(changes.edits):
        span = edit.span
        known = (*_edited(edit), span.file if span else "", span.line if span else 0)
        if known in seen and not changes.following(place):
            yield place
        if f"/{changes.after.year}/" not in known[3]:
            seen.add(known)


def _without(told: Report, places: Iterable[int]) -> Report:
    """The report without the edits at some places."""
    gone = set(places)
    if not gone:
        return told
    blocks = (replace(each, lines=tuple(line for line in each.lines if line.place not in gone)) for each in told.blocks)
    sources = tuple(line for line in told.sources if line.place not in gone)
    return replace(told, blocks=tuple(block for block in blocks if block.lines), sources=sources)


def _scenarios(sides: Sides, changes: Changes, titles: dict[str, str]) -> Iterator[ChangedScenario]:
    """Scenarios that do not bind and whose own files were edited, with what nobody edited in the year itself."""
    year, known = changes.after.year, {_edited(edit) for edit in changes.edits}
    edited = {edit.entity.key.item[0] for edit in changes.edits if edit.entity.key.kind == SCENARIOS}
    before, after = ({each.scenario.id: each for each in side.variants if each.year == year} for side in _both(sides))
    for name in (each for each in after if each in edited and each in before):
        compared = compare(Side(name, before[name].scope), Side(name, after[name].scope))
        own = [place for place, edit in enumerate(compared.edits) if _edited(edit) not in known]
        if own:
            names = Names(compared, titles)
            told = FollowingWords(compared, names, Wording(compared, names).values).of(own)
            yield ChangedScenario(after[name].scenario.title, told)


def _edited(edit: Edit) -> tuple[str, str, str]:
    """What was edited, and how."""
    return edit.id, str(edit.old), str(edit.new)


def _both(sides: Sides) -> tuple[Workspace, Workspace]:
    return sides.base, sides.head


def _rename(changes: dict[int, Changes], year: int | None, address: Address) -> Address:
    found = changes.get(year) if year is not None else None
    return found.renames.address(address) if found else address


def _roles(workspace: Workspace) -> dict[str, str]:
    """What the roles are called, by id; the newest year's name counts."""
    found: dict[str, str] = {}
    for year in workspace.years:
        for plan, kind, item in workspace.scope(year).entries:
            if kind == "org" and len(item) == 1:
                found[item[0]] = workspace.scope(year).name_of(Address(plan, kind, item))
    return found


def _pages(sides: Sides, years: Sequence[ChangedYear], whole: Sequence[int]) -> Iterator[ChangedPage]:
    changes = {each.year: each.changes for each in years}
    for year in sorted({*changes, *whole}, reverse=True):
        if may_differ(sides, year):
            yield from changed_pages(sides, year, changes.get(year))


def _stale(years: Sequence[ChangedYear]) -> list[Acceptance]:
    """Acceptances that no year needs."""
    if not years:
        return []
    first, *rest = ([id(each) for each in year.accepted.stale] for year in years)
    return [each for each in years[0].accepted.stale if all(id(each) in other for other in rest)] if first else []
