"""Measure how computing grows: many plans of 250 figures and some more each, read and computed in one process.

Example: `python -m benchmarks.figures --plans 120 240 480`
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks import chapters, schedule, targets
from benchmarks.emit import Data, yaml_text
from benchmarks.generate import Size, head_files, plan_head
from benchmarks.measure import own, run
from benchmarks.report import machine
from benchmarks.subject import Subject, subjects

KEPT = ("revenue", "new-customers", "leads")
"""The objectives that such a plan has of those that a generated plan has."""
GROUPS = ("running", "market")
"""And the groups of costs."""
MIB = 1024 * 1024
GROWING = {"reading": "read", "computing": "compute", "both": "cpu", "memory": "grown"}
"""What is said of the growth, and the number of a sheet behind it."""


@dataclass(frozen=True)
class Sheet:
    """What was found at one size: figures, CPU seconds of reading and computing, bytes.

    `peak` is the largest resident size, `start` the one before anything was read; `traced` what the figures alone
    hold, as tracemalloc counts it.
    """

    plans: int
    figures: int
    read: float
    compute: float
    start: int
    peak: int
    traced: int

    @property
    def cpu(self) -> float:
        """CPU seconds altogether."""
        return self.read + self.compute

    @property
    def each(self) -> float:
        """Bytes of resident memory a figure: the peak without the start, over all figures."""
        return self.grown / self.figures

    @property
    def grown(self) -> int:
        """By how many bytes the resident size grew."""
        return self.peak - self.start


def files(plans: int, seed: int) -> Iterator[tuple[str, str]]:
    """Every file of a handbook of one year without narratives: a plan has about 265 figures, one of ten 390."""
    size = Size(plans, years=1, seed=seed)
    yield from head_files(size)
    for subject in subjects(plans, size.first_year, size.first_year, seed):
        for kind, data in _sections(subject).items():
            yield f"content/{subject.year}/{subject.path}/{kind}.yml", yaml_text(data)


def _sections(subject: Subject) -> Mapping[str, Mapping[str, Data]]:
    return {
        "plan": plan_head(subject),
        "objectives": _objectives(subject),
        "phases": schedule.phases(subject),
        "org": chapters.org(subject),
        "budget": {name: group for name, group in chapters.budget(subject).items() if name in GROUPS},
    }


def _objectives(subject: Subject) -> dict[str, Data]:
    """Fewer targets than a generated plan has, without the split by region, and one formula."""
    found = {name: item for name, item in targets.objectives(subject).items() if name in KEPT}
    revenue = found["revenue"]
    assert isinstance(revenue, dict), "it is an item"
    lean = {field: value for field, value in revenue.items() if field not in ("region", "spread")}
    cost: Data = {"name": "成本上限", "target": "= revenue × 12%", "period": "M01", "owner": subject.leads}
    return {**found, "revenue": lean, "cost": cost}


def write(plans: int, seed: int, folder: Path) -> Path:
    """Write the handbook into a new folder; returns it."""
    for name, text in files(plans, seed):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def measure(plans: int, given: argparse.Namespace, folder: Path) -> Sheet:
    """One size: the medians of several processes, and one more that traces."""
    write(plans, given.seed, folder)
    runs = [_probe(folder) for _ in range(given.rounds)]
    read, compute = (median(run[phase] for run in runs) for phase in ("read", "compute"))
    start, peak = (max(int(run[size]) for run in runs) for size in ("start", "peak"))
    traced = int(_probe(folder, "--trace")["traced"])
    sheet = Sheet(plans, int(runs[0]["figures"]), read, compute, start, peak, traced)
    print(f"{plans} plans: {sheet.cpu:.2f} s CPU, {sheet.peak / MIB:.0f} MiB", file=sys.stderr, flush=True)
    return sheet


def _probe(folder: Path, *options: str) -> dict[str, float]:
    log_ = folder / "probe.log"
    run([*own("probe"), str(folder), *options], folder, log_)
    found: dict[str, float] = json.loads(log_.read_text(encoding="utf-8").splitlines()[-1])
    return found


def exponent(small: Sheet, large: Sheet, of: str) -> float:
    """How something grows with the figures: 1 is in proportion."""
    grown = getattr(large, of) / getattr(small, of)
    return log(grown) / log(large.figures / small.figures)


def markdown(sheets: Sequence[Sheet]) -> str:
    """Everything as Markdown."""
    return "\n".join(_lines(sheets)) + "\n"


def _lines(sheets: Sequence[Sheet]) -> Iterator[str]:
    about = machine()
    yield f"Python {about['python']}, {about['system']}, {about['cores']} cores, load {about['load'][0]}."
    yield ""
    yield "| plans | figures | read s | compute s | figures/s | peak MiB | bytes a figure | of the figures alone |"
    yield f"|{' ---: |' * 8}"
    for sheet in sheets:
        times = f"{sheet.read:.2f} | {sheet.compute:.2f} | {sheet.figures / sheet.cpu:,.0f}"
        sizes = f"{sheet.peak / MIB:.0f} | {sheet.each:,.0f} | {sheet.traced / sheet.figures:,.0f}"
        yield f"| {sheet.plans} | {sheet.figures:,} | {times} | {sizes} |"
    for small, large in pairwise(sheets):
        grown = ", ".join(f"{name} {exponent(small, large, of):.2f}" for name, of in GROWING.items())
        yield f"\nFrom {small.figures:,} to {large.figures:,} figures the exponents are: {grown} (1 is in proportion)."


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.figures", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--plans", type=int, nargs="+", default=[120, 240, 480], help="plans; several sizes")
    parser.add_argument("--rounds", type=int, default=3, help="processes a size [%(default)s]")
    parser.add_argument("--seed", type=int, default=1, help="[%(default)s]")
    given = parser.parse_args(arguments)
    with TemporaryDirectory(prefix="plangen-benchmark-") as work:
        sheets = [measure(plans, given, Path(work, str(plans))) for plans in sorted(given.plans)]
    print(markdown(sheets), end="")


if __name__ == "__main__":
    main()
