"""Rollover: next year as a copy of this one, with everything that was carried over listed for review."""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import field
from datetime import date
from functools import partial
from io import StringIO
from pathlib import Path
from shutil import rmtree

from plangen.findings import Finding, Level, level_of, message
from plangen.model import REVIEW, Carried, Debt, carried, debts_of, review_rows
from plangen.model.actual import FOLDER
from plangen.model.fields import read_day
from plangen.scaffold.bases import Bases, Item, Turned
from plangen.scaffold.carrying import Carrying, carry_on
from plangen.scaffold.placing import ScaffoldRefused, place_folder
from plangen.scaffold.settings import with_year
from plangen.scaffold.trial import Trial, does_not_fit, trial
from plangen.scaffold.year import content_of
from plangen.source import walk
from plangen.values import Refused, record, told
from plangen.workspace import Workspace, open_handbook

ROUNDS = 9
"""Typing one value may uncover what contradicts another; then that is typed too."""
SATURDAY = 5
SETTINGS = "handbook.yml"


@record
class Rolled:
    """A year that was rolled over, before it is written: its files by path below the year, the handbook's settings.

    The rest is what a planner is told: values that start from actuals, items that have actuals and keep what was
    typed, growths set to 0 %, days and those on a weekend, lines taken out, files of actuals and waivers left behind,
    lines that name the old year, findings that were waived there and are open here, and the review debt.
    """

    then: int
    now: int
    files: dict[str, bytes]
    settings: bytes
    turned: tuple[Turned, ...] = ()
    untouched: tuple[str, ...] = ()
    grown: tuple[str, ...] = ()
    days: int = 0
    weekends: tuple[tuple[str, date], ...] = ()
    renames: int = 0
    revisions: int = 0
    actuals: int = 0
    waivers: int = 0
    mentions: tuple[str, ...] = ()
    reopened: tuple[Finding, ...] = ()
    debts: tuple[Debt, ...] = field(default=())


def roll_over(workspace: Workspace, then: int, now: int) -> Rolled:
    """The year `now` as a copy of `then`; nothing is written.

    Raises ScaffoldRefused: status 2 where `now` is not the year after `then`, or is there already; 1 where `then` has
    errors, or the copy would bring one that `then` does not have.
    """
    content_of(workspace)
    _must_be_next(workspace, then, now)
    _must_be_good(workspace, then)
    copied, left_behind = _files(workspace, then)
    with trial(workspace) as copy:
        carrying, bases, reopened = _fitted(copy, workspace, copied, (then, now))
        handbook = open_handbook(copy.root, copy.folder).handbook
    assert handbook is not None, "the trial was read"
    files, things = _below_year(workspace, carrying, then), list(carried(handbook, now))
    return Rolled(
        then,
        now,
        {**files, **dict(_reviews(things, [*handbook.years[now].plans]))},
        _settings(workspace, then, now),
        turned=tuple(bases.turned),
        untouched=tuple(bases.untouched),
        grown=tuple(bases.grown),
        days=len(carrying.days),
        weekends=tuple(_on_weekends(things)),
        renames=len(carrying.cleared["was"]),
        revisions=len(carrying.cleared["original"]),
        actuals=left_behind,
        waivers=sum(waiver.year == then for waiver in handbook.head.waivers),
        mentions=tuple(_mentions(files, then, f"{workspace.folder}/{now}/")),
        reopened=tuple(reopened),
        debts=tuple(debts_of(things)),
    )


def place_rolled(workspace: Workspace, rolled: Rolled) -> list[Path]:
    """Write the year and the settings: both, or nothing."""
    folder, settings = content_of(workspace) / str(rolled.now), content_of(workspace) / SETTINGS
    staged = settings.with_name(f".{SETTINGS}.new")
    try:
        staged.write_bytes(rolled.settings)
        written = place_folder(folder, rolled.files)
        try:
            staged.replace(settings)
        except OSError:
            rmtree(folder)
            raise
    finally:
        staged.unlink(missing_ok=True)
    return [*written, settings]


def _must_be_next(workspace: Workspace, then: int, now: int) -> None:
    if now != then + 1:
        zh, en = told(
            "{then} 年只能结转成 {then2} 年", "{then} can only be rolled over to {then2}", then=then, then2=then + 1
        )
        raise ScaffoldRefused(zh, en)
    if (content_of(workspace) / str(now)).exists():
        raise ScaffoldRefused(
            *told("{now} 年已经存在，没有改动", "the year {now} exists; nothing was changed", now=now)
        )


def _must_be_good(workspace: Workspace, then: int) -> None:
    errors = [f for f in workspace.findings if f.year in (None, then) and level_of(f) is Level.ERROR and not f.waived]
    if errors:
        place = f"{errors[0].span} {errors[0].code}"
        raise ScaffoldRefused(
            *told(
                "{then} 年还有 {n} 个错误，先改好：{place} {said}",
                "{then} has {n} errors, mend them: {place} {said}",
                then=then,
                n=len(errors),
                place=place,
                said=partial(message, errors[0]),
            ),
            1,
        )


def _files(workspace: Workspace, then: int) -> tuple[dict[str, bytes], int]:
    """The files of a year that next year gets, by path from the root; and how many files of actuals it does not."""
    found, actuals = dict[str, bytes](), 0
    for file in walk(workspace.root, workspace.folder)[0]:
        parts = file.path.removeprefix(f"{workspace.folder}/").split("/")
        if parts[0] != str(then) or parts[-1] == REVIEW:
            continue
        if FOLDER in parts[:-1] and parts[-1].endswith(".csv"):
            actuals += 1
        else:
            found[file.path] = file.data
    return found, actuals


def _fitted(
    copy: Trial, workspace: Workspace, copied: dict[str, bytes], years: tuple[int, int]
) -> tuple[Carrying, Bases, list[Finding]]:
    """The edits with which the new year brings no error but those that were waived in the old one.

    Where a target that starts from actuals contradicts what else is typed, it stays as typed; where a formula on last
    year does, it becomes the value that it gave.
    """
    then, now = years
    handbook = workspace.handbook
    assert handbook is not None, "a year was read"
    settings = f"{workspace.folder}/{SETTINGS}"
    typed, held = set[Item](), set[Item]()
    for _ in range(ROUNDS):
        carrying, bases = Carrying(copied), Bases(workspace, then, typed, held)
        carry_on(carrying, handbook, then)
        bases.rebase(carrying)
        new = {f"{workspace.folder}/{now}/{p}": data for p, data in _below_year(workspace, carrying, then).items()}
        errors = copy.errors({**new, settings: _settings(workspace, then, now)})
        fresh, reopened = _parted(workspace, errors, then)
        if not fresh:
            return carrying, bases, reopened
        named = {(each.address.kind, each.address.item) for each in fresh if each.address}
        contradicted = {each for each in bases.turned_items if each[1:] in named} or bases.turned_items
        relative = set() if contradicted else bases.relative - held
        relative = {each for each in relative if each[1:] in named} or relative
        if not contradicted and not relative:
            break
        typed |= contradicted
        held |= relative
    raise does_not_fit(fresh[0])


def _parted(workspace: Workspace, errors: list[Finding], then: int) -> tuple[list[Finding], list[Finding]]:
    """Errors that the old year does not have, and those that it has and that are waived there."""
    waived = {(each.code, each.address) for each in workspace.findings if each.waived and each.year == then}
    known = [(each.code, each.address) in waived for each in errors]
    return (
        [each for each, is_known in zip(errors, known, strict=True) if not is_known],
        [each for each, is_known in zip(errors, known, strict=True) if is_known],
    )


def _below_year(workspace: Workspace, carrying: Carrying, then: int) -> dict[str, bytes]:
    start = f"{workspace.folder}/{then}/"
    return {path.removeprefix(start): data for path, data in carrying.texts().items()}


def _settings(workspace: Workspace, then: int, now: int) -> bytes:
    assert workspace.handbook is not None
    path = content_of(workspace) / SETTINGS
    return with_year(path.read_bytes(), f"{workspace.folder}/{SETTINGS}", workspace.handbook, then, now)


def _reviews(things: Iterable[Carried], plans: list[str]) -> Iterator[tuple[str, bytes]]:
    """The review list of the year's own page, and of each plan."""
    by_plan: dict[str, list[Carried]] = {}
    for each in things:
        by_plan.setdefault(each.plan, []).append(each)
    for plan in ("", *plans):
        if plan in by_plan:
            text = StringIO()
            csv.writer(text, lineterminator="\n").writerows(review_rows(by_plan[plan]))
            yield f"{plan}/{REVIEW}" if plan else REVIEW, text.getvalue().encode("utf-8")


def _on_weekends(things: Iterable[Carried]) -> Iterator[tuple[str, date]]:
    """Where a day that was carried over is a Saturday or Sunday, and which."""
    for each in things:
        day = None if each.is_text else _day(each.text)
        if day is not None and day.weekday() >= SATURDAY:
            yield f"{each.span.file}:{each.span.line}", day


def _day(text: str) -> date | None:
    try:
        return read_day(text).value
    except Refused:
        return None


def _mentions(files: dict[str, bytes], then: int, start: str) -> Iterator[str]:
    """Each line of a text that still names the old year."""
    named = re.compile(rf"(?<![0-9A-Za-z-]){then}(?![0-9])")
    for path, data in files.items():
        for number, line in enumerate(data.decode("utf-8", "replace").split("\n"), 1):
            if path.endswith((".md", ".yml", ".yaml")) and named.search(line):
                yield f"{start}{path}:{number}"
