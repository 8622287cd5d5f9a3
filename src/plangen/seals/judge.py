"""Whether sealed years are what they were: content, archives, manifests, figures. All of it as findings."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from plangen.compute import Figures
from plangen.findings import Finding
from plangen.seals.chain import Chain, changed
from plangen.seals.codes import MOVED
from plangen.seals.content import Change, changes
from plangen.seals.figures import Move, address, kept_figures, listed, moves
from plangen.seals.seal import Seal
from plangen.source import SEALED
from plangen.values import record, told
from plangen.values.span import Span


@record
class Judged:
    """What is found of one sealed year: changed files, moved figures."""

    seal: Seal
    files: tuple[Change, ...]
    figures: tuple[Move, ...]


@record
class Present:
    """The handbook as it is now: its folder, the content folder's name, its figures, its language.

    Without figures (where `handbook.yml` cannot be read) only files are compared.
    """

    root: Path
    folder: str
    figures: Figures | None
    language: str


def judge(chain: Chain, year: int, present: Present) -> Judged:
    """Compare a sealed year with what is there now."""
    seal = chain.seals[year][-1]
    files = changes(present.root / present.folder, seal)
    kept = kept_figures(chain.archive(seal)) if present.figures is not None else {}
    found = moves(kept, present.figures, year, present.language) if kept and present.figures else []
    return Judged(seal, tuple(files), tuple(found))


def seal_findings(chain: Chain, present: Present, but: Iterable[int] = ()) -> list[Finding]:
    """Everything that is wrong with the sealed years; of the years `but` only what concerns their manifests."""
    found, moved = list(chain.problems), list[Finding]()
    broken = {finding.year for finding in found}
    for year in (each for each in chain.seals if each not in but):
        judged = judge(chain, year, present)
        found += _files(judged, present.folder)
        if not judged.files and year not in broken:
            moved += _figures(judged)
    return [*found, *moved]


def _files(judged: Judged, folder: str) -> Iterator[Finding]:
    """A finding for each file that is not as it was sealed, with the numbers that were typed in it."""
    year = judged.seal.year
    out = told(
        "撤销改动（git restore）；要让更正公开可见，用 plangen amend {year} --reason 原因 --by 姓名 --date 日期",
        "undo it (git restore); to correct the year openly: plangen amend {year} --reason TEXT --by NAME --date DATE",
        year=year,
    )
    for change in judged.files:
        path = f"{folder}/{change.path}"
        typed = [move for move in judged.figures if move.file in (path, f"{folder}/{change.to}") and not move.follows]
        others = len(judged.figures) - len(typed)
        said = replace(change, to=f"{folder}/{change.to}").said()
        finding = changed(path, year, said, _said(typed, others), out)
        place = next((move.span for move in typed if move.span and move.span.file == path), finding.span)
        yield finding.with_(span=place)


def _said(typed: list[Move], others: int) -> tuple[str, str]:
    if not typed:
        return "", ""
    text = "; ".join(listed(typed))
    more = told("；另有 {others} 个数不同", "; {others} other figures differ", others=others) if others else ("", "")
    return told("（{text}{more}）", " ({text}{more})", text=text, more=more)


def _figures(judged: Judged) -> Iterator[Finding]:
    """A finding for each figure with which a difference begins."""
    first = [move for move in judged.figures if not move.follows] or list(judged.figures)
    others = len(judged.figures) - len(first)
    for number, move in enumerate(first):
        args: dict[str, object] = {
            "year": judged.seal.year,
            "address": address(move.name),
            "old": move.old,
            "new": move.new,
            "rule": move.rule,
            "version": judged.seal.tool.get("plangen", "—"),
        }
        more = told("；另有 {others} 个数随之不同", "; {others} more follow", others=others)
        args |= dict(zip(("more_zh", "more_en"), more if others and not number else ("", ""), strict=True))
        place = move.span or Span.whole(move.file or f"{SEALED}/{judged.seal.stem}.json")
        yield Finding(MOVED, place, args, judged.seal.year)
