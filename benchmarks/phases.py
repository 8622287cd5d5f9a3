"""Where the time of one full build goes: the processor seconds of each phase, inner phases taken out of outer ones.

Example: `python -m benchmarks.phases HANDBOOK SITE` prints JSON. The phases are measured around functions of plangen
that this module names; where one of them is gone it says so and stops, since a silent zero would mislead.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import wraps
from importlib import import_module
from pathlib import Path
from time import process_time
from typing import Any

from plangen import Workspace, open_handbook
from plangen.site.publishing.publish import Order, publish

PHASES = ("start", "read", "bind", "compute", "checks", "pages", "host", "verify", "release")
FUNCTIONS = {
    "read": (
        "plangen.workspace.workspace.walk",
        "plangen.model.reading.read_yaml",
        "plangen.model.reading.read_text",
        "plangen.model.reading.scan_narrative",
    ),
    "pages": ("plangen.site.pages.book",),
    "host": ("mkdocs_plangen.host.MkDocsHost.build",),
    "verify": ("plangen.site.publishing.stage.verify",),
}
"""Functions by the phase they belong to, under the names they are called by."""


@dataclass
class Clock:
    """Processor seconds by phase; the innermost phase under way gets them."""

    seconds: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    under_way: list[str] = field(default_factory=lambda: ["start"])
    last: float = 0.0

    def tick(self) -> None:
        """Give what has passed to the phase under way."""
        now = process_time()
        self.seconds[self.under_way[-1]] += now - self.last
        self.last = now

    @contextmanager
    def phase(self, name: str) -> Iterator[None]:
        """A phase, inside whatever is under way."""
        self.tick()
        self.under_way.append(name)
        try:
            yield
        finally:
            self.tick()
            self.under_way.pop()

    def around(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """A function that is measured as a phase."""

        @wraps(function)
        def measured(*args: Any, **kwargs: Any) -> Any:
            with self.phase(name):
                return function(*args, **kwargs)

        return measured

    def watch(self, phase: str, name: str) -> None:
        """Measure a function where it stands."""
        owner, attribute = place_of(name)
        setattr(owner, attribute, self.around(phase, getattr(owner, attribute)))


def place_of(name: str) -> tuple[Any, str]:
    """The module or class that holds a function, and the function's name there.

    `name` is `module.function` or `module.Class.method`. Ends the program where plangen has no such function.
    """
    path, _, attribute = name.rpartition(".")
    module, _, kind = path.rpartition(".") if path.rpartition(".")[2][:1].isupper() else (path, "", "")
    owner = getattr(import_module(module), kind, None) if kind else import_module(module)
    if not hasattr(owner, attribute):
        raise SystemExit(f"benchmarks/phases.py: plangen has no {name} any more; name its successor in FUNCTIONS")
    return owner, attribute


def build(root: Path, site: Path) -> Clock:
    """Publish a handbook as `plangen build` does, phase by phase."""
    clock = Clock()
    clock.tick()
    for phase, names in FUNCTIONS.items():
        for name in names:
            clock.watch(phase, name)
    with clock.phase("release"):
        outcome = publish(Order(root, site), lambda: _opened(clock, root), lambda *_, **__: None)
    if outcome.status:
        raise SystemExit(f"the build ended with {outcome.status}: {[str(found) for found in outcome.findings[:3]]}")
    return clock


def _opened(clock: Clock, root: Path) -> Workspace:
    workspace = open_handbook(root)
    with clock.phase("bind"):
        _ = workspace.handbook
    with clock.phase("compute"):
        _ = workspace.figures
    with clock.phase("checks"):
        _ = workspace.findings
    return workspace


def main() -> None:
    """The command: the folders of the handbook and of the site to write."""
    clock = build(Path(sys.argv[1]), Path(sys.argv[2]))
    print(json.dumps({phase: round(clock.seconds[phase], 4) for phase in PHASES}))


if __name__ == "__main__":
    main()
