"""Closing a year: its content, its figures and its published pages are kept as they are."""

from collections.abc import Iterator
from pathlib import Path

from plangen.findings import Finding, Level, level_of
from plangen.model import Sealing, lost_lines, review_debt
from plangen.sealing.made import Asked, made, place_seal
from plangen.sealing.press import press
from plangen.sealing.refused import SealRefused, out_of_order, refused_by
from plangen.sealing.sharing import own_copies
from plangen.seals.chain import Chain
from plangen.seals.codes import CODES
from plangen.seals.figures import worth_of
from plangen.seals.seal import Seal
from plangen.site.publishing.stage import Tell
from plangen.source import SEALED
from plangen.values import told
from plangen.workspace import Workspace, open_handbook


def freeze(asked: Asked, tell: Tell, *, reviewed: bool = False) -> list[Path]:
    """Seal a year; gives what was written. With `reviewed` it may have no review debt.

    Raises SealRefused, with nothing written.
    """
    workspace = open_handbook(asked.root)
    chain = workspace.seals or Chain(asked.root, {})
    _may_close(workspace, chain, asked.year)
    if reviewed:
        _is_reviewed(workspace, asked.year)
    if wrong := list(hindrances(workspace, asked.year)):
        raise refused_by(wrong)
    with own_copies(asked.root / workspace.folder, asked.year) as copies:
        closing = {asked.year: (Sealing(asked.by, asked.on),)}
        closed = Workspace(asked.root, workspace.folder, closing=closing)
        if _worth(workspace, asked.year) != _worth(closed, asked.year) or list(hindrances(closed, asked.year)):
            raise SealRefused(
                "并入共享文件后这一年就不同了，没有封存；请报告这个错误",
                "the year is another one with the shared files copied into it: nothing was sealed, please report this",
            )
        members = press(closed, asked.year, chain, tell)
        earlier = [seals[0].digest for year, seals in chain.seals.items() if year < asked.year]
        first = Seal(asked.year, 0, asked.by, asked.on, day_of(closed), asked.reason, (earlier or [""])[-1])
        seal, archive = made(first, asked.root / workspace.folder, members)
        return [*copies, *place_seal(asked.root, seal, archive)]


def day_of(workspace: Workspace) -> str:
    """The day that the handbook speaks of, as a seal keeps it."""
    day = workspace.handbook.as_of.value if workspace.handbook else None
    return day.isoformat() if day else ""


def hindrances(workspace: Workspace, year: int) -> Iterator[Finding]:
    """The errors, in the year or in what all years share, and everything that is wrong with seals."""
    stray = f"{SEALED}/{year}.zip"  # an archive whose manifest was not written any more
    for finding in workspace.findings:
        concerns = finding.code in CODES or finding.year in (None, year)
        if concerns and level_of(finding) is Level.ERROR and not finding.waived and finding.span.file != stray:
            yield finding


def _may_close(workspace: Workspace, chain: Chain, year: int) -> None:
    """Refuse a year that is not there, is sealed already, or would leave a gap."""
    if workspace.handbook is not None and year not in workspace.years:
        raise SealRefused(*told("手册里没有 {year} 年", "the handbook has no year {year}", year=year), 2)
    name = f"{SEALED}/{year}.json"
    if year in chain.seals:
        what = told("{year} 年已经封存过", "{year} is sealed already", year=year)
        out = told("更正用 plangen amend {year}", "to correct it: plangen amend {year}", year=year)
        raise out_of_order(name, year, what, out)
    if later := [each for each in chain.seals if each > year]:
        what = told(
            "{later} 年已经封存，不能再封存更早的 {year} 年",
            "{later} is sealed, {year} lies before it",
            later=later[0],
            year=year,
        )
        raise out_of_order(name, year, what, ("更早的年度保持开放", "an earlier year stays open"))
    if gap := [each for each in workspace.years if each < year and each not in chain.seals]:
        what = told("更早的 {gap} 年还没有封存", "{gap} lies before {year} and is open", gap=gap[0], year=year)
        raise out_of_order(name, year, what, told("先封存 {gap} 年", "seal {gap} first", gap=gap[0]))


def _is_reviewed(workspace: Workspace, year: int) -> None:
    """Refuse a year with things that were carried over and not looked at since, or whose list cannot be followed."""
    assert workspace.handbook is not None, "a handbook that cannot be read has errors"
    debts = review_debt(workspace.handbook, year)
    lost = len(lost_lines(workspace.handbook, year))
    count = sum(debt.values + debt.texts for debt in debts)
    if count or lost:
        owners = "、".join(dict.fromkeys(debt.owner or "—" for debt in debts))
        raise SealRefused(
            *told(
                "{year} 年还有 {count} 处结转的内容没有复核（{owners}），{lost} 行复核记录对不上；见 plangen check",
                "{count} things carried over into {year} are not reviewed ({listed}), "
                "{lost} line(s) of the review lead nowhere; see plangen check",
                year=year,
                count=count,
                owners=owners,
                listed=owners.replace("、", ", "),
                lost=lost,
            ),
        )


def _worth(workspace: Workspace, year: int) -> dict[tuple[str, str], str]:
    figures = workspace.every_figure
    return {(key.scenario, str(key.address)): worth_of(figures[key]) for key in figures if key.year == year}
