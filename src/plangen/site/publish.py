"""Publishing, from a handbook to a released site: the order of the steps and what stops them."""

import posixpath
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import field
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from plangen.findings import Finding
from plangen.seals.codes import CODES as SEAL_CODES
from plangen.site.book import Book, Host
from plangen.site.codes import CONFIG, DISK, HOST_SAYS, HostFailed, Stopped
from plangen.site.disk import Disk
from plangen.site.inputs import config_value, hash_inputs, hash_surroundings, is_plan_source
from plangen.site.lock import only_builder
from plangen.site.manifest import NAME, Manifest, files_below, hash_tree, holds, intact, read_manifest
from plangen.site.offline.bundle import to_files, without_server
from plangen.site.refusal import count_warnings, refuses
from plangen.site.release import Places, check_files, check_folder, recover, staging, switch
from plangen.site.source_place import at_source
from plangen.site.stage import Stage, Tell, titles_of
from plangen.site.verify import source_hashes
from plangen.site.words import spoken_language
from plangen.source import content_folder
from plangen.values import record
from plangen.values.span import Span

if TYPE_CHECKING:
    from plangen.seals.chain import Chain

__all__ = ["Order", "Outcome", "Shelf", "find_host", "guarded", "publish"]


class Shelf(Protocol):
    """Where the books come from: the workspace, or a test's stand-in."""

    @property
    def years(self) -> tuple[int, ...]:
        """The plan years, oldest first."""

    @property
    def current_year(self) -> int | None:
        """The year that `latest` leads to."""

    @property
    def findings(self) -> Sequence[Finding]:
        """Everything that is wrong with the content."""

    def book(self, year: int, beside: Collection[int], /) -> Book:
        """The pages of one year; `beside` are the years that the site will have."""


@record
class Order:
    """What to publish. `root` holds `mkdocs.yml` and the content folder; no `years` means all.

    `strict` refuses warnings too. `extra` is what the site depends on besides files (the date of the last commit).
    `offline`: the site works from a folder, and needs no server.
    """

    root: Path
    site: Path
    years: tuple[int, ...] = ()
    strict: bool = False
    extra: str = ""
    offline: bool = False

    @property
    def content(self) -> str:
        """The content folder's name below `root`."""
        return content_folder(self.root)

    @property
    def config(self) -> Path:
        """The handbook's own configuration of the site generator."""
        return self.root / "mkdocs.yml"


@record
class Outcome:
    """How it ended: exit status, what to tell, how many pages. `sentence` is a key of `words.py`, `args` are for it."""

    status: int
    sentence: str
    findings: tuple[Finding, ...] = ()
    pages: int = 0
    warnings: int = 0
    args: Mapping[str, object] = field(default_factory=dict)


def publish(order: Order, open_shelf: Callable[[], Shelf], tell: Tell, disk: Disk | None = None) -> Outcome:
    """Build every asked year aside, look at it, then switch. On any failure the site before stays as it was.

    Status: 0 published or unchanged, 1 refused, 2 wrong folder or configuration, 75 another build runs.
    """
    return guarded(order, lambda places: _publish(order, open_shelf, places, tell, disk or Disk()))


def guarded(order: Order, act: Callable[[Places], Outcome]) -> Outcome:
    """Do something with a site as its only builder; what stops it is told by the outcome."""
    places = Places(order.site.resolve())
    try:
        check_folder(order.root.resolve(), (order.root / order.content).resolve(), places.site)
        places.site.parent.mkdir(parents=True, exist_ok=True)
        with only_builder(places.lock):
            return act(places)
    except Stopped as stopped:
        return Outcome(stopped.status, "refused", (stopped.finding,))
    except HostFailed as failed:
        return Outcome(
            2, "refused", (Finding(CONFIG, Span.whole(order.config.name), {"reason": " ".join(str(failed).split())}),)
        )
    except OSError as problem:
        path = posixpath.basename(str(problem.filename or order.site))
        args = {"reason": problem.strerror or str(problem), "path": path}
        return Outcome(1, "refused", (Finding(DISK, Span.whole(path), args),))


def _publish(order: Order, open_shelf: Callable[[], Shelf], places: Places, tell: Tell, disk: Disk) -> Outcome:
    recover(places, disk)
    check_files(places.site)
    old = read_manifest(places.site)
    surroundings = hash_surroundings(order.root, order.config, order.content) + ("offline" if order.offline else "")
    inputs = "" if order.years else hash_inputs(order.root, order.content, surroundings, order.extra)
    if old and inputs and inputs == old.inputs and not (order.strict and old.warnings) and holds(places.site, old):
        return Outcome(0, "same", warnings=old.warnings)
    tell("reading")
    shelf = open_shelf()
    from plangen.seals.chain import read_chain  # here: an unchanged build does not wait for it

    chain = read_chain(order.root)
    kept = _kept_years(order, shelf, places.site, old)
    found = [finding for finding in shelf.findings if _concerns(finding, order, kept)]
    found += [finding for finding in chain.problems if finding not in found]
    if refusal := refuses(found, strict=order.strict):
        return Outcome(1, refusal, tuple(found))
    if not shelf.years:
        return Outcome(1, "nothing", tuple(found))
    if unknown := set(order.years) - set(shelf.years):
        known = ", ".join(str(year) for year in shelf.years)
        return Outcome(2, "no_year", tuple(found), args={"year": min(unknown), "years": known})
    with staging(places, disk) as folder:
        stage = Stage(folder, places.site, old, disk, tell)
        _fill(stage, shelf, order, surroundings, kept, chain)
        if order.offline:
            to_files(folder, disk)
        seen = stage.look(config_value(order.config, "site_url"), _sources(order))
        found += [*_notes(stage), *(at_source(finding, order.root, order.content) for finding in seen.findings)]
        if refusal := refuses(found, strict=order.strict):
            return Outcome(1, refusal, tuple(found))
        if order.offline:
            without_server(folder, disk)
        warnings = count_warnings(found)
        manifest = Manifest(inputs, stage.keys, hash_tree(folder), stage.notes, warnings)
        disk.write(folder / NAME, manifest.dump())
        check_files(places.site)  # once more: building took a while
        switch(places, disk)
    return Outcome(0, "done", tuple(found), manifest.pages, warnings)


def _kept_years(order: Order, shelf: Shelf, site: Path, old: Manifest | None) -> dict[int, bool]:
    """Every year of the new site: whether it is kept as the site before has it, or built; sealed ones are neither.

    A year that nobody asked for is built too where the site before has it, but not as we wrote it; one that the site
    before does not have is left out.
    """
    there = old.years if old and order.years else {}
    return {
        year: bool(old and year not in order.years and str(year) in there and intact(site, old, year))
        for year in shelf.years
        if not order.years or year in order.years or str(year) in there
    }


def _fill(
    stage: Stage, shelf: Shelf, order: Order, surroundings: str, kept: Mapping[int, bool], chain: "Chain"
) -> None:
    """Put the years and what they share into the stage."""
    from plangen.site.closed import place

    titles = titles_of(stage.site)
    language = spoken_language(order.root / order.content / "handbook.yml")
    last: Book | None = None
    for year, keep in kept.items():
        if year in chain.seals:
            place(stage, chain, year, language)
        elif keep:
            stage.keep(year, titles.get(year, str(year)), "kept")
        else:
            last = shelf.book(year, tuple(kept))
            stage.add(last, surroundings, find_host, order.config)
    last = last or shelf.book(max(kept), tuple(kept))
    current = shelf.current_year if shelf.current_year in stage.titles else max(stage.titles)
    stage.share(last, current or last.year, config_value(order.config, "site_url"))
    if any(kept.values()):
        stage.keep_assets()


def find_host(name: str = "mkdocs") -> Host:
    """The site generator with this name, from the entry points. Raises HostFailed when it is not installed."""
    for entry in entry_points(group="plangen.hosts", name=name):
        host: Host = entry.load()()
        return host
    raise HostFailed(f"no host “{name}” is installed (entry point group plangen.hosts)")


def _concerns(finding: Finding, order: Order, kept: Mapping[int, bool]) -> bool:
    """Whether a finding is about something that is built now."""
    asked = not order.years or finding.year is None or finding.year in order.years
    return asked or finding.code in SEAL_CODES or kept.get(finding.year or 0) is False


def _notes(stage: Stage) -> list[Finding]:
    """The host's own warnings as findings."""
    return [
        Finding(HOST_SAYS, Span.whole("mkdocs.yml"), {"text": text}, int(year))
        for year, texts in sorted(stage.notes.items())
        for text in texts
    ]


def _sources(order: Order) -> frozenset[str]:
    folder = order.root / order.content
    named = {path.relative_to(folder).as_posix(): path for path in files_below(folder)}
    return source_hashes({name: path for name, path in named.items() if is_plan_source(name)})
