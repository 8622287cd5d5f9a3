"""The chain: every seal of a handbook, read from the folder `sealed`, and what is wrong with its files."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from plangen.findings import Finding
from plangen.model.sealing import Sealing
from plangen.seals.archive import HANDBOOK, member
from plangen.seals.codes import CHAIN, CHANGED
from plangen.seals.content import WHATS, lying
from plangen.seals.seal import NAME, Seal, read_seal
from plangen.source import SEALED
from plangen.values import record, told
from plangen.values.span import Span

Said = tuple[str, str]
"""A part of a sentence in Chinese and in English."""
_BACK = (
    "从版本库取回这个文件（git restore），封存的文件不手工修改",
    "bring the file back from the history (git restore); sealed files are never edited by hand",
)
_MORE = {
    "manifest": ("不是封存时写下的清单", "is not the manifest that was written"),
    "stranger": ("不是封存的文件", "is no file of a seal"),
    "lone": ("没有清单", "has no manifest"),
}


@record
class Chain:
    """The seals of a handbook: of each closed year the first and its amendments, the oldest year first.

    `problems` concern their files; with one of them the chain may lack a seal.
    """

    root: Path
    seals: Mapping[int, tuple[Seal, ...]]
    problems: tuple[Finding, ...] = ()

    def latest(self, year: int) -> Seal | None:
        """The seal that a year's content and pages must agree with; None for an open year."""
        return self.seals[year][-1] if year in self.seals else None

    def archive(self, seal: Seal) -> Path:
        """Where the archive of a seal lies."""
        return self.root / SEALED / f"{seal.stem}.zip"

    def settings(self, year: int) -> bytes:
        """`handbook.yml` as it was when a year was sealed."""
        return member(self.archive(self.seals[year][-1]), HANDBOOK)

    def sealings(self) -> dict[int, tuple[Sealing, ...]]:
        """Who sealed and amended what, as pages say it."""
        return {year: tuple(seal.sealing for seal in seals) for year, seals in self.seals.items()}


def read_chain(root: Path) -> Chain:
    """Every seal of the handbook in `root`, and what is wrong with manifests, archives and their order."""
    folder, found = root / SEALED, list[Finding]()
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        return Chain(root, {}, (_broken(SEALED, None, WHATS["link"]),))
    names = sorted(path.name for path in folder.iterdir() if path.name[0] != ".") if folder.exists() else []
    seals: dict[str, Seal] = {}
    for name in names:
        fault = _fault(folder, name, names)
        seal = read_seal(name, (folder / name).read_bytes()) if not fault and name.endswith(".json") else None
        if fault or (seal is None and name.endswith(".json")):
            found.append(_broken(f"{SEALED}/{name}", _year(name), fault or _MORE["manifest"]))
        elif seal is not None:
            seals[seal.stem] = seal
    for seal in seals.values():
        found += _archive(folder, seal)
    broken = {name.removesuffix(".json") for name in names if name.endswith(".json")} - seals.keys()
    by_year = chained(seals.values())
    found += _order([seal for year in by_year.values() for seal in year], broken)
    return Chain(root, by_year, tuple(found))


def chained(seals: Iterable[Seal]) -> dict[int, tuple[Seal, ...]]:
    """Seals by year, both in order: the oldest year first, and the first seal of a year before its amendments."""
    every = sorted(seals, key=lambda seal: (seal.year, seal.amendment))
    return {seal.year: tuple(each for each in every if each.year == seal.year) for seal in every}


def _fault(folder: Path, name: str, names: Iterable[str]) -> Said | None:
    """What is wrong with a file in itself."""
    if not NAME.fullmatch(name):
        return _MORE["stranger"]
    there = lying(folder / name, name)
    if there.what or there.executable:
        return WHATS[there.what or "mode"]
    return _MORE["lone"] if name.replace(".zip", ".json") not in names else None


def _archive(folder: Path, seal: Seal) -> Iterator[Finding]:
    """Whether the archive is the one that a seal names."""
    name = f"{seal.stem}.zip"
    there = lying(folder / name, name)
    if there.what != "link" and there.digest != seal.archive:
        yield _broken(f"{SEALED}/{name}", seal.year, WHATS[there.what or "changed"])


def _order(seals: list[Seal], broken: set[str]) -> Iterator[Finding]:
    """Whether every manifest names the one before; what follows from a broken one is not told again."""
    stems = {seal.stem: seal for seal in seals}
    years = sorted(seal.year for seal in seals if not seal.amendment)
    for seal in seals:
        earlier = [str(year) for year in years if year < seal.year][-1:]
        if seal.amendment:
            earlier = [f"{seal.year}.{seal.amendment - 1}" if seal.amendment > 1 else str(seal.year)]
        before = stems[earlier[0]].digest if earlier and earlier[0] in stems else ""
        told = any((_year(f"{stem}.") or 0) <= seal.year for stem in broken)
        if before != seal.previous and not told:
            yield _gap(seal, earlier[0] if earlier else "")


def _gap(seal: Seal, earlier: str) -> Finding:
    """The finding of a manifest that does not follow the one before."""
    name = f"{SEALED}/{seal.stem}.json"
    other, gone = (
        ("{name} 接的不是 {earlier}", "{name} does not follow {earlier}"),
        (
            "{name} 之前的清单不见了",
            "the manifest before {name} is gone",
        ),
    )
    zh, en = told(*(other if earlier else gone), name=name, earlier=earlier)
    args = {"what_zh": zh, "what_en": en, "out_zh": _BACK[0], "out_en": _BACK[1]}
    return Finding(CHAIN, Span.whole(name), args, seal.year)


def _broken(path: str, year: int | None, what: Said) -> Finding:
    return changed(path, year, what, out=_BACK)


def changed(path: str, year: int | None, what: Said, figures: Said = ("", ""), out: Said = _BACK) -> Finding:
    """The finding of a file that is not as it was sealed."""
    sealed = told("{year} 年已封存，但 ", "the year {year} is sealed, but ", year=year) if year else ("", "")
    args = {"file": path, "what_zh": what[0], "what_en": what[1], "sealed_zh": sealed[0], "sealed_en": sealed[1]}
    args |= {"figures_zh": figures[0], "figures_en": figures[1], "out_zh": out[0], "out_en": out[1]}
    return Finding(CHANGED, Span.whole(path), args, year)


def _year(name: str) -> int | None:
    found = re.match(r"[12][0-9]{3}(?=\.)", name)
    return int(found.group()) if found else None
