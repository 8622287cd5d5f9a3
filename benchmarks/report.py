"""The report of a benchmark: tables in Markdown, and everything as JSON."""

import os
import platform
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from itertools import pairwise
from math import log
from typing import Any

from benchmarks.generate import Size
from benchmarks.measure import Result

FLOOR = "floor"
PACKAGES = ("plangen", "mkdocs", "mkdocs-material", "Markdown", "pydantic", "plotly", "PyYAML", "Jinja2")


@dataclass(frozen=True)
class Sheet:
    """What was found at one size. `pages` counts all finished pages, homes and check pages included."""

    size: Size
    pages: int
    results: Mapping[str, Result]
    same: tuple[int, int] | None = None
    phases: Mapping[str, float] = field(default_factory=dict)

    def ratio(self, name: str) -> float | None:
        """Processor time of a job over the floor's; None where the floor was not run."""
        return self.results[name].ratio(self.results[FLOOR]) if FLOOR in self.results else None


def exponent(smaller: Sheet, larger: Sheet, name: str) -> float:
    """How processor time grows with pages: 1 is in proportion."""
    times = larger.results[name].cpu / smaller.results[name].cpu
    return log(times) / log(larger.pages / smaller.pages)


def machine() -> dict[str, Any]:
    """What the numbers depend on besides the program."""
    return {
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count(),
        "load": [round(load, 1) for load in os.getloadavg()],
        "packages": {name: found for name in PACKAGES if (found := _version(name))},
    }


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def markdown(sheets: Sequence[Sheet]) -> str:
    """Everything as Markdown."""
    return "\n".join(_lines(sheets)) + "\n"


def _lines(sheets: Sequence[Sheet]) -> Iterator[str]:
    about = machine()
    packages = ", ".join(f"{name} {found}" for name, found in about["packages"].items())
    yield f"Python {about['python']}, {about['system']}, {about['cores']} cores, load {about['load'][0]}; {packages}."
    for sheet in sheets:
        yield from ("", *_sheet(sheet))
    if len(sheets) > 1:
        yield from ("", *_growth(sheets))
    if any(sheet.phases for sheet in sheets):
        yield from ("", *_phases([sheet for sheet in sheets if sheet.phases]))


def _sheet(sheet: Sheet) -> Iterator[str]:
    size = sheet.size
    rounds = len(next(iter(sheet.results.values())).runs)
    yield f"**{size.plans} plans × {size.years} years, {sheet.pages} pages** (medians of {rounds} rounds)"
    yield ""
    yield "| command | CPU s | wall s | peak MiB | CPU ÷ floor | CPU ms a page |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    for name, result in sheet.results.items():
        ratio = sheet.ratio(name)
        cells = [f"{result.cpu:.2f}", f"{result.wall:.2f}", f"{result.memory:.0f}"]
        cells += [f"{ratio:.3f}" if ratio is not None else "–", f"{1000 * result.cpu / sheet.pages:.2f}"]
        yield f"| {name} | {' | '.join(cells)} |"
    if sheet.same is not None:
        yield ""
        yield f"The words of {sheet.same[0]} of {sheet.same[1]} pages are the same on both sites."


def _growth(sheets: Sequence[Sheet]) -> Iterator[str]:
    pairs = list(pairwise(sheets))
    yield "**Growth exponents of CPU time by pages** (1 is in proportion)"
    yield ""
    yield f"| command | {' | '.join(f'{small.pages} → {large.pages}' for small, large in pairs)} |"
    yield f"| --- |{' ---: |' * len(pairs)}"
    for name in sheets[0].results:
        yield f"| {name} | {' | '.join(f'{exponent(small, large, name):.2f}' for small, large in pairs)} |"


def _phases(sheets: Sequence[Sheet]) -> Iterator[str]:
    yield "**CPU seconds of a full build by phase** (one run each, with the share of the whole)"
    yield ""
    yield f"| phase | {' | '.join(f'{sheet.pages} pages' for sheet in sheets)} |"
    yield f"| --- |{' ---: |' * len(sheets)}"
    for phase in sheets[0].phases:
        yield f"| {phase} | {' | '.join(_share(sheet.phases, phase) for sheet in sheets)} |"


def _share(phases: Mapping[str, float], phase: str) -> str:
    return f"{phases[phase]:.2f} ({phases[phase] / sum(phases.values()):.0%})"


def as_json(sheets: Sequence[Sheet]) -> dict[str, Any]:
    """Everything as plain data; every run is in it."""
    return {"machine": machine(), "sizes": [_plain(sheet) for sheet in sheets]}


def _plain(sheet: Sheet) -> dict[str, Any]:
    results = {
        name: {
            "cpu": result.cpu,
            "wall": result.wall,
            "memory": result.memory,
            "ratio": sheet.ratio(name),
            "runs": [{"cpu": run.cpu, "wall": run.wall, "memory": run.memory} for run in result.runs],
        }
        for name, result in sheet.results.items()
    }
    size = {"plans": sheet.size.plans, "years": sheet.size.years, "pages": sheet.size.pages, "seed": sheet.size.seed}
    return {**size, "all_pages": sheet.pages, "results": results, "same": sheet.same, "phases": dict(sheet.phases)}
