"""Measure commands as whole processes, taken in turn: processor seconds, wall seconds, peak memory."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent
TAIL = 2000
"""How much of a failed command's output is shown."""


@dataclass(frozen=True)
class Usage:
    """What one run took. `cpu` and `wall` in seconds, `memory` of the largest process in MiB."""

    cpu: float
    wall: float
    memory: float


@dataclass(frozen=True)
class Job:
    """A command to measure; `prepare` runs before it, unmeasured."""

    name: str
    command: Sequence[str]
    prepare: Callable[[], None] = lambda: None


@dataclass(frozen=True)
class Result:
    """The runs of one job, a run a round."""

    name: str
    runs: tuple[Usage, ...]

    @property
    def cpu(self) -> float:
        """The median of processor seconds, user and system, of the process and all it waited for."""
        return median(run.cpu for run in self.runs)

    @property
    def wall(self) -> float:
        """The median of wall seconds."""
        return median(run.wall for run in self.runs)

    @property
    def memory(self) -> float:
        """The largest peak, in MiB."""
        return max(run.memory for run in self.runs)

    def ratio(self, other: "Result") -> float:
        """The median of the processor time over that of another job in the same round."""
        return median(mine.cpu / theirs.cpu for mine, theirs in zip(self.runs, other.runs, strict=True))


def run(command: Sequence[str], folder: Path, log: Path) -> Usage:
    """Run a command in a folder, its output going to `log`. A command that fails ends the benchmark."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    start = perf_counter()
    with log.open("wb") as out:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=out, stderr=subprocess.STDOUT)
        _, status, used = os.wait4(process.pid, 0)
    wall = perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        said = log.read_text(encoding="utf-8", errors="replace")[-TAIL:]
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}:\n{said}")
    return Usage(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / per_mib())


def own(module: str) -> list[str]:
    """A module of the benchmarks as a program, wherever it is started."""
    start = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from benchmarks.{module} import main; main()"
    return [sys.executable, "-c", start]


def per_mib() -> int:
    """`ru_maxrss` counts KiB, on macOS bytes."""
    return 1024 * 1024 if sys.platform == "darwin" else 1024


def in_turn(jobs: Sequence[Job], rounds: int, folder: Path, tell: Callable[[str], None]) -> Mapping[str, Result]:
    """Run every job once a round, so that a noisy minute hits all of them; results by name."""
    runs: dict[str, list[Usage]] = {job.name: [] for job in jobs}
    for number in range(1, rounds + 1):
        for job in jobs:
            job.prepare()
            used = run(job.command, folder, folder / f"{job.name}.log")
            runs[job.name].append(used)
            tell(f"round {number}/{rounds} {job.name}: {used.cpu:.2f} s CPU, {used.wall:.2f} s, {used.memory:.0f} MiB")
    return {name: Result(name, tuple(found)) for name, found in runs.items()}
