"""Amending a closed year: what was corrected, by whom and why is part of the year from then on; the original stays."""

from dataclasses import replace
from pathlib import Path

from plangen.model import Sealing
from plangen.sealing.freeze import day_of, hindrances
from plangen.sealing.made import Asked, made, place_seal
from plangen.sealing.press import press
from plangen.sealing.refused import SealRefused, refused_by
from plangen.seals.chain import Chain
from plangen.seals.content import Change, changes
from plangen.seals.figures import Move, kept_figures, moves
from plangen.seals.seal import Changed, Seal
from plangen.site.publishing.stage import Tell
from plangen.values import record, told
from plangen.workspace import Workspace, open_handbook


@record
class Amended:
    """An amendment that was written: its seal, the files, and closed years after it whose figures follow from it."""

    seal: Seal
    written: tuple[Path, ...]
    follow: tuple[int, ...]


def amend(asked: Asked, tell: Tell) -> Amended:
    """Seal the content of a closed year as it is now, as its next amendment. Raises SealRefused, nothing written."""
    folder = open_handbook(asked.root).folder
    chain = open_handbook(asked.root).seals or Chain(asked.root, {})
    last = chain.latest(asked.year)
    if chain.problems:
        raise refused_by(chain.problems)
    if last is None:
        raise SealRefused(
            *told("{year} 年没有封存，直接修改即可", "{year} is not sealed: it can simply be edited", year=asked.year),
            2,
        )
    sealings = (*chain.sealings()[asked.year], Sealing(asked.by, asked.on, asked.reason))
    workspace = Workspace(asked.root, folder, closing={asked.year: sealings})
    files = changes(asked.root / folder, last)
    wrong = [finding for finding in hindrances(workspace, asked.year) if finding.year in (None, asked.year)]
    if wrong:
        raise refused_by(wrong)
    figures = moves(kept_figures(chain.archive(last)), workspace.every_figure, asked.year, _language(workspace))
    _may_amend(asked, files, figures, folder)
    members = press(workspace, asked.year, chain, tell)
    next_ = Seal(asked.year, last.amendment + 1, asked.by, asked.on, day_of(workspace), asked.reason, last.digest)
    seal, archive = made(replace(next_, changed=_changed(files, figures)), asked.root / folder, members)
    written = place_seal(asked.root, seal, archive)
    return Amended(seal, tuple(written), _follow(asked))


def _language(workspace: Workspace) -> str:
    return workspace.language


def _may_amend(asked: Asked, files: list[Change], figures: list[Move], folder: str) -> None:
    """Refuse an amendment of nothing, and one of other files than those that are named."""
    if not (files or figures):
        raise SealRefused(
            *told(
                "{year} 年和封存时一样，没有可订正的：先修改内容",
                "{year} is as it was sealed, there is nothing to amend: edit its content first",
                year=asked.year,
            ),
        )
    named = {name.removeprefix(f"{folder}/") for name in asked.files}
    others = sorted({change.path for change in files} - named) if named else []
    if others:
        raise SealRefused(
            *told(
                "还有别的文件改动过：{others}",
                "other files were changed too: {listed}",
                others="、".join(others),
                listed=", ".join(others),
            )
        )


def _changed(files: list[Change], figures: list[Move]) -> Changed:
    return Changed(
        tuple((change.path, change.what, change.to) for change in files),
        tuple((*move.name, move.old, move.new) for move in figures),
    )


def _follow(asked: Asked) -> tuple[int, ...]:
    """The closed years whose figures are not what was sealed any more, now that this one is another."""
    found = hindrances(open_handbook(asked.root), asked.year)
    return tuple(sorted({finding.year for finding in found if finding.year and finding.year > asked.year}))
