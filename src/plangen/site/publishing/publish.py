"""Publishing, from a handbook to a released site: the order of the steps and what stops them."""

import posixpath
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace

from plangen.findings import Finding
from plangen.seals.chain import Chain
from plangen.seals.codes import CODES as SEAL_CODES
from plangen.site.codes import CONFIG, DISK, HOST_SAYS, HostFailed, Stopped
from plangen.site.offline.bundle import to_files, without_server
from plangen.site.publishing.disk import Disk
from plangen.site.publishing.inputs import config_value, hash_inputs, hash_surroundings, is_plan_source
from plangen.site.publishing.lock import only_builder
from plangen.site.publishing.manifest import NAME, Manifest, files_below, hash_tree, holds, read_manifest
from plangen.site.publishing.refusal import count_warnings, refuses
from plangen.site.publishing.release import Places, check_files, check_folder, recover, staging, switch
from plangen.site.publishing.shelf import Order, Shelf, find_host
from plangen.site.publishing.stage import Stage, Tell, look
from plangen.site.publishing.wing import Wing, fill, is_there, open_wings, share, whole
from plangen.site.tongues import base_of, split
from plangen.site.verifying.source_place import at_source
from plangen.site.verifying.verify import source_hashes
from plangen.values import record
from plangen.values.span import Span

__all__ = ["Order", "Outcome", "Shelf", "find_host", "guarded", "publish"]


@record
class Outcome:
    """How it ended: exit status, what to tell, how many pages. `sentence` is a key of `words.py`, `args` are for it."""

    status: int
    sentence: str
    findings: tuple[Finding, ...] = ()
    pages: int = 0
    warnings: int = 0
    args: Mapping[str, object] = field(default_factory=dict)

    @property
    def reason(self) -> str:
        """The sentence that says why there is no site, where no finding says it; empty else."""
        return "" if self.status == 0 or self.sentence in ("refused", "strict") else self.sentence


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
    inputs = "" if order.years or order.languages else hash_inputs(order.root, order.content, surroundings, order.extra)
    if old and inputs and inputs == old.inputs and not (order.strict and old.warnings) and holds(places.site, old):
        return Outcome(0, "same", warnings=old.warnings)
    tell("reading")
    shelf = open_shelf()
    from plangen.seals.chain import read_chain  # here: an unchanged build does not wait for it

    chain = read_chain(order.root)
    found = [finding for finding in shelf.findings if _concerns(finding, order)]
    found += [finding for finding in chain.problems if finding not in found]
    if refusal := refuses(found, strict=order.strict):
        return Outcome(1, refusal, tuple(found))
    if wrong := _unknown(order, shelf, chain):
        return replace(wrong, findings=tuple(found))
    with staging(places, disk) as folder:
        wings = open_wings(order, shelf, chain, Stage(folder, places.site, old, disk, tell))
        found += [f for f in shelf.findings if f not in found and _is_rebuilt(f, wings)]
        if refusal := refuses(found, strict=order.strict):
            return Outcome(1, refusal, tuple(found))
        fill(wings, order, surroundings, chain)
        share(wings, folder, disk)
        if order.offline:
            to_files(folder, disk)
        seen = look([wing.stage for wing in wings], config_value(order.config, "site_url"), _sources(order))
        known = whole(wings)
        found += [*_notes(known), *(at_source(finding, order.root, order.content) for finding in seen.findings)]
        if refusal := refuses(found, strict=order.strict):
            return Outcome(1, refusal, tuple(found))
        if order.offline:
            without_server(folder, disk)
        manifest = replace(known, inputs=inputs, files=hash_tree(folder), warnings=count_warnings(found))
        disk.write(folder / NAME, manifest.dump())
        check_files(places.site)  # once more: building took a while
        switch(places, disk)
    return Outcome(0, "done", tuple(found), manifest.pages, manifest.warnings)


def _unknown(order: Order, shelf: Shelf, chain: Chain) -> Outcome | None:
    """Why what was asked for is not there; None where it is."""
    if not shelf.years:
        return Outcome(1, "nothing")
    if unknown := set(order.years) - set(shelf.years):
        known = ", ".join(str(year) for year in shelf.years)
        return Outcome(2, "no_year", args={"year": min(unknown), "years": known})
    if strange := sorted(set(order.languages) - set(shelf.languages)):
        return Outcome(2, "no_language", args={"tag": strange[0], "languages": ", ".join(shelf.languages)})
    bases = {tag: base_of(tag, shelf.languages[0]) for tag in order.languages}
    missing = [(year, tag) for year in order.years for tag, base in bases.items() if not is_there(chain, base, year)]
    if missing and len(missing) == len(order.years) * len(bases):
        return Outcome(2, "sealed_without", args={"year": missing[0][0], "tag": missing[0][1]})
    return None


def _concerns(finding: Finding, order: Order) -> bool:
    """Whether a finding is about something that was asked for."""
    asked = not order.years or finding.year is None or finding.year in order.years
    return asked or finding.code in SEAL_CODES


def _is_rebuilt(finding: Finding, wings: Sequence[Wing]) -> bool:
    """Whether a finding is about a year that nobody asked for and that is built again all the same."""
    return any(wing.kept.get(finding.year or 0) is False for wing in wings)


def _notes(known: Manifest) -> list[Finding]:
    """The host's own warnings as findings."""
    return [
        Finding(HOST_SAYS, Span.whole("mkdocs.yml"), {"text": text}, int(split(year)[1]))
        for year, texts in sorted(known.notes.items())
        for text in texts
    ]


def _sources(order: Order) -> frozenset[str]:
    folder = order.root / order.content
    named = {path.relative_to(folder).as_posix(): path for path in files_below(folder)}
    return source_hashes({name: path for name, path in named.items() if is_plan_source(name)})
