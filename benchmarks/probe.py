"""The small program that `benchmarks.figures` measures: read a handbook and compute it, and say what that took."""

import gc
import json
import resource
import sys
import tracemalloc
from collections.abc import Sequence
from pathlib import Path
from time import process_time

from benchmarks.measure import per_mib

from plangen import open_handbook
from plangen.catalogue import kinds
from plangen.cli._commands import RARELY

MIB = 1024 * 1024


def probe(folder: Path, *, trace: bool) -> dict[str, float]:
    """Figures, CPU seconds of reading and computing, resident bytes before and at most, traced bytes of the figures.

    The section kinds are loaded before anything is measured; garbage is looked for as seldom as the commands do.
    Tracing makes everything slower: then only the traced bytes mean something.
    """
    gc.set_threshold(*RARELY)
    for kind in kinds().values():
        _ = kind.model
    found = {"start": _resident()}
    workspace, start = open_handbook(folder), process_time()
    _ = workspace.handbook
    found["read"] = process_time() - start
    if trace:
        tracemalloc.start()
    start = process_time()
    found["figures"] = len(workspace.figures)
    found["compute"] = process_time() - start
    found["traced"] = tracemalloc.get_traced_memory()[0] if trace else 0
    return {**found, "peak": _resident()}


def _resident() -> float:
    """The largest resident size so far, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / per_mib() * MIB


def main(arguments: Sequence[str] | None = None) -> None:
    """The command: the handbook's folder, and `--trace`."""
    given = sys.argv[1:] if arguments is None else arguments
    print(json.dumps(probe(Path(given[0]), trace="--trace" in given)))


if __name__ == "__main__":
    main()
