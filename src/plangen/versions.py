"""Versions of a handbook by name: a year, a year in a scenario, a git revision, another folder."""

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from re import compile as pattern
from typing import TYPE_CHECKING

from plangen.compute import YearScope
from plangen.lookup import find_scenario
from plangen.model import Scenario
from plangen.site.publishing.words import say
from plangen.values import record, told
from plangen.workspace import Workspace, open_handbook, open_revision

if TYPE_CHECKING:
    from plangen.source.git import RevisionRefused

YEAR = pattern(r"(?s)(?:(.+):)?([0-9]{4})(?:@(.*))?")
"""`2026`, `2026@stretch`, and both behind a place and a colon."""
BROKEN = 1
"""Exit status of a handbook that is there and cannot be read; a wrong name has 2."""


@record
class Opened:
    """A version that was found: its handbook, the years that it means, its scenario (empty: the binding one)."""

    workspace: Workspace
    years: tuple[int, ...]
    scenario: str
    label: str
    """The version as it was typed."""

    @property
    def is_whole(self) -> bool:
        """Whether it means every year that is there, and not one that was named."""
        return YEAR.fullmatch(self.label) is None

    def scope(self, year: int) -> YearScope:
        """One of its years, as its scenario has it: keys of figures name no scenario."""
        variants = (each for each in self.workspace.variants if (each.year, each.scenario.id) == (year, self.scenario))
        return next(variants).scope if self.scenario else self.workspace.scope(year)


@record
class Refusal:
    """A text that names no version: why, in both languages, and the exit status it means."""

    zh: str
    en: str
    status: int = 2


class Versions:
    """The versions of the handbook in a folder; each checkout and commit is read once, however often it is named."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._known: dict[str, Workspace] = {}

    def open(self, text: str) -> Opened | Refusal:
        """The version that a text names. The order in which its meanings are tried.

        1. `2026`, `2026@stretch`: a year of the handbook in the folder. Four digits are always a year.
        2. What stands before `:2026`, else the whole text: with a separator in it (or `.`, `..`), the folder of another
           checkout, if a handbook lies there; else a git revision; else a folder of that name with a handbook.
           Without a year all of its years are meant.
        """
        from plangen.source.git import RevisionRefused

        if not text:
            return Refusal("版本不能是空的", "a version cannot be empty")
        match = YEAR.fullmatch(text)
        place, year, scenario = match.groups() if match else (text, None, None)
        try:
            found = self._find(place, int(year) if year else None, scenario)
        except RevisionRefused as refused:  # what was found could not be read to its end
            found = Refusal(refused.zh, refused.en)
        if isinstance(found, Refusal):
            return Refusal(
                *told("{text}：{more}", "{text}: {more}", text=text, more=(found.zh, found.en)), found.status
            )
        return Opened(*found, text)

    def _find(
        self, place: str | None, year: int | None, scenario: str | None
    ) -> tuple[Workspace, tuple[int, ...], str] | Refusal:
        workspace = self._checkout(self.root) if place is None else self._place(place)
        if isinstance(workspace, Refusal):
            return workspace
        if workspace.handbook is None:
            zh, en = "这里没有读得出的手册，先看 plangen check", "no handbook can be read there; see plangen check"
            return Refusal(zh, en, BROKEN)
        if year is None:
            return workspace, workspace.years, ""
        if year not in workspace.years:
            years = ", ".join(map(str, workspace.years)) or "—"
            said = partial(say, key="no_year", year=year, years=years)
            return Refusal(*told("{said}", "{said}", said=said))
        key = "" if scenario is None else scenario_key(workspace, year, scenario)
        return key if isinstance(key, Refusal) else (workspace, (year,), key)

    def completions(self, begun: str) -> Iterator[tuple[str, str]]:
        """How a text that has begun may go on, each with its title: years, revisions, years there, scenarios."""
        from plangen.source.revision import revision_names

        place, colon, rest = begun.rpartition(":")
        year, at, _ = rest.partition("@")
        opened = self.open(f"{place}{colon}{year}" if at else place) if colon or at else self.open(".")
        if isinstance(opened, Opened):
            for each in opened.years:
                yield f"{place}{colon}{each}", ""
                for scenario in _scenarios(opened.workspace, each) if at else ():
                    yield f"{place}{colon}{each}@{scenario.id}", scenario.title
        if not colon and not at:
            yield from ((name, "") for name in revision_names(self.root))

    def _place(self, name: str) -> Workspace | Refusal:
        from plangen.source.git import RevisionRefused

        folder = self.root / name
        if _is_path(name) and _has_handbook(folder):
            return self._checkout(folder)
        try:
            return self._revision(name)
        except RevisionRefused as refused:
            if _has_handbook(folder):
                return self._checkout(folder)
            return _nowhere(name, folder, refused)

    def _checkout(self, folder: Path) -> Workspace:
        return self._known.setdefault(f"folder {folder.resolve()}", open_handbook(folder))

    def _revision(self, name: str) -> Workspace:
        workspace = open_revision(self.root, name)
        commit = workspace.revision.commit if workspace.revision else ""
        return self._known.setdefault(f"commit {commit}", workspace)


def _is_path(name: str) -> bool:
    return name in {".", ".."} or "/" in name or os.sep in name


def _has_handbook(folder: Path) -> bool:
    try:
        return folder.is_dir() and not open_handbook(folder).is_empty
    except (OSError, ValueError):  # no folder can have that name
        return False


def _nowhere(name: str, folder: Path, refused: "RevisionRefused") -> Refusal:
    """Why a name is neither a revision nor a folder with a handbook."""
    if _is_path(name) and folder.is_dir():
        return Refusal(
            *told(
                "{more}；文件夹里也没有手册",
                "{more}, and no handbook lies in that folder",
                more=(refused.zh, refused.en),
            )
        )
    return Refusal(refused.zh, refused.en)


def _scenarios(workspace: Workspace, year: int) -> tuple[Scenario, ...]:
    return workspace.handbook.scenarios.get(year, ()) if workspace.handbook else ()


def scenario_key(workspace: Workspace, year: int, name: str) -> str | Refusal:
    """What a year's scenario is looked up by: empty for the binding one, as its figures name none.

    Refused are a name that is not there, and a scenario whose files have errors: it has no figures.
    """
    found, known = find_scenario(name, workspace, year)
    if found is None:
        listed = ", ".join(known) or "—"
        return Refusal(
            *told(
                "{year} 年没有情景 {name}；有：{listed}",
                "{year} has no scenario {name}; it has: {listed}",
                year=year,
                name=name,
                listed=listed,
            )
        )
    if not found.binding and all((each.year, each.scenario.id) != (year, name) for each in workspace.variants):
        broken = (
            "情景 {name} 有错误，算不出来；先看 plangen check",
            "the scenario {name} has errors and no figures; see plangen check",
        )
        return Refusal(*told(*broken, name=name), BROKEN)
    return "" if found.binding else found.id
