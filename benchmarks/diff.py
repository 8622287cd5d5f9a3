"""Measure comparing: two versions of a large year, three in a hundred numbers edited, beside the cost of loading them.

Example: `python -m benchmarks.diff --plans 42`
"""

import argparse
import gc
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time
from typing import TypeVar

from benchmarks.generate import Size, files

from plangen import open_handbook
from plangen.diff import Changes, Side, compare, inventory

T = TypeVar("T")
NUMBER = re.compile(rb"(?<=: )(\d+)(?=[^\d\s.%,}-])")
SHARE_EDITED = 0.03


def edited(data: bytes, random: Random) -> bytes:
    """A file with three in a hundred of its numbers one higher."""
    return NUMBER.sub(lambda found: b"%d" % (int(found[1]) + (random.random() < SHARE_EDITED)), data)


def write(plans: int, seed: int, folder: Path) -> tuple[Path, Path]:
    """A generated handbook of one year, and the same with edits."""
    random = Random(seed)
    roots = folder / "before", folder / "after"
    for name, text in files(Size(plans, years=1, pages=0, seed=seed)):
        data = text.encode()
        is_year = name.startswith("content/2")
        for root, content in zip(roots, (data, edited(data, random) if is_year else data), strict=True):
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(content)
    return roots


def timed(run: Callable[[], T]) -> tuple[float, T]:
    """CPU seconds, and what came out."""
    gc.collect()
    start = process_time()
    result = run()
    return process_time() - start, result


def loaded(root: Path) -> Side:
    """A handbook's only year, read and computed."""
    workspace = open_handbook(root)
    return Side(root.name, workspace.scope(workspace.years[-1]))


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.diff", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--plans", type=int, default=42, help="plans; 42 have about 5,000 entities [%(default)s]")
    parser.add_argument("--rounds", type=int, default=5, help="[%(default)s]")
    parser.add_argument("--seed", type=int, default=1, help="[%(default)s]")
    given = parser.parse_args(arguments)
    with TemporaryDirectory(prefix="plangen-benchmark-") as work:
        roots = write(given.plans, given.seed, Path(work))
        loads = [timed(lambda root=root: loaded(root)) for root in roots]  # type: ignore[misc]
    before, after = (side for _, side in loads)
    runs = [timed(lambda: compare(before, after)) for _ in range(given.rounds)]
    told(before, after, sum(seconds for seconds, _ in loads), median(seconds for seconds, _ in runs), runs[0][1])


def told(before: Side, after: Side, load: float, diff: float, changes: Changes) -> None:
    """Print the row."""
    entities, figures = len(inventory(after)), len(before.figures)
    edits, effects = len(changes.edits), len(changes.effects)
    print(f"{entities:,} entities, {figures:,} figures a side; {edits:,} edits, {effects:,} figures that followed")
    print(f"loading both {load:.2f} s CPU, comparing {diff:.2f} s ({diff / load:.2f} of it)")


if __name__ == "__main__":
    main()
