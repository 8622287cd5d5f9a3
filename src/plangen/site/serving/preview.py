"""The live preview: watch the content, publish into a folder of its own, keep the last good pages."""

import os
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from time import monotonic

from plangen.findings import Finding, level_of, message, way_out
from plangen.findings.finding import Level
from plangen.site.publishing.inputs import watched
from plangen.site.publishing.publish import Order, Outcome, Shelf, publish
from plangen.site.publishing.words import say

INTERVAL = 0.3
"""Seconds between two looks at the content."""

FAULT = 70
"""The status of an outcome that is a fault of the program itself."""

Snapshot = dict[str, tuple[int, int]]
"""Path → (time of the last change in ns, size)."""


@dataclass(slots=True)
class Preview:
    """What the preview's server shows: the last good site, and what is wrong with the content now.

    `version` grows whenever a page would look different; the pages ask for it and load themselves again.
    `report` is called after every build that was not a no-op, with its outcome and its seconds.
    """

    order: Order
    open_shelf: Callable[[], Shelf]
    report: Callable[[Outcome, float], None]
    version: int = 0
    findings: tuple[Finding, ...] = ()
    fault: str = ""
    _seen: Snapshot = field(default_factory=dict)

    def look(self) -> bool:
        """Build again if anything has changed since the last look; whether it has."""
        now = dict(_snapshot(self.order))
        if now == self._seen:
            return False
        self._seen = now
        self._build()
        return True

    def watch(self, stop: Event) -> None:
        """Look again and again until `stop` is set."""
        while not stop.wait(INTERVAL):
            self.look()

    def _build(self) -> None:
        start = monotonic()
        try:
            outcome = publish(self.order, self.open_shelf, lambda *_, **__: None)
        except Exception as fault:  # noqa: BLE001 (a preview goes on whatever happens)
            words = " ".join(f"{type(fault).__name__}: {fault}".split())
            outcome = Outcome(FAULT, "fault", args={"what": words})
        errors = tuple(f for f in outcome.findings if level_of(f) is Level.ERROR and not f.waived)
        if outcome.sentence == "same" and not self.findings and not self.fault:
            return
        self.version += 1
        self.findings = errors if outcome.status else ()
        self.fault = str(outcome.args.get("what", ""))
        self.report(outcome, monotonic() - start)

    def problems(self, language: str) -> list[tuple[str, str, str]]:
        """Place, sentence and way out of everything that keeps the pages from being new.

        What follows from a finding is counted behind it, not listed: it goes when the finding goes.
        """
        causes = Counter(finding.cause for finding in self.findings)
        known = {finding.id for finding in self.findings}
        told = []
        for finding in (each for each in self.findings if each.cause not in known):
            more = say(language, "below", count=causes[finding.id]) if causes[finding.id] else ""
            text = f"{finding.code} {message(finding, language)}{more}"
            told.append((str(finding.span), text, way_out(finding, language)))
        return [*told, ("", self.fault, "")] if self.fault else told


def _snapshot(order: Order) -> Iterator[tuple[str, tuple[int, int]]]:
    """The state of every file that the site is made of, but for the program itself."""
    for path in watched(order.root, order.config, order.root / order.content):
        if not path.is_dir():
            yield from _state(path)
        for place, folders, files in os.walk(path):
            folders.sort()
            for name in files:
                yield from _state(Path(place, name))


def _state(path: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    try:
        found = path.lstat()
    except OSError:
        return
    yield str(path), (found.st_mtime_ns, found.st_size)
