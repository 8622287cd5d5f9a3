"""The live preview: watch the content, publish into a folder of its own, keep the last good pages."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from time import monotonic, strftime

from plangen.findings import Finding, level_of
from plangen.findings.finding import Level
from plangen.site.publishing.inputs import watched
from plangen.site.publishing.publish import Order, Outcome, Shelf, publish
from plangen.source import lines_around
from plangen.values.span import Span

INTERVAL = 0.3
"""Seconds between two looks at the content."""

FAULT = 70
"""The status of an outcome that is a fault of the program itself."""

Snapshot = dict[str, tuple[int, int]]
"""Path → (time of the last change in ns, size)."""


@dataclass(slots=True)
class Preview:
    """What the preview's server shows: the last good site, and what is wrong with the content now.

    `version` grows whenever a page would look different; the pages ask for it and load themselves again. `good_at` is
    the time of the day of the last good build; `warned` and `waived` count what is no reason to keep the pages;
    `stopped` is a build that came to nothing for another reason than findings.
    `report` is called after every build that was not a no-op, with its outcome and its seconds.
    """

    order: Order
    open_shelf: Callable[[], Shelf]
    report: Callable[[Outcome, float], None]
    version: int = 0
    findings: tuple[Finding, ...] = ()
    warned: int = 0
    waived: int = 0
    stopped: Outcome | None = None
    good_at: str = ""
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
        if not outcome.status:
            self.good_at = strftime("%H:%M:%S")
        if outcome.sentence == "same" and not self.findings and not self.stopped:
            return
        self.version += 1
        open_ = [finding for finding in outcome.findings if not finding.waived]
        self.findings = tuple(f for f in open_ if outcome.status and level_of(f) is Level.ERROR)
        self.warned = sum(1 for finding in open_ if level_of(finding) is Level.WARNING)
        self.waived = len(outcome.findings) - len(open_)
        self.stopped = outcome if outcome.reason else None
        self.report(outcome, monotonic() - start)

    def excerpt(self, span: Span) -> Sequence[tuple[int, str]]:
        """The source lines around a span; nothing where the file cannot be read."""
        try:
            return lines_around((self.order.root / span.file).read_bytes(), span)
        except OSError:
            return ()


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
