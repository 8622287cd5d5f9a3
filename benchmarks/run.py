"""Measure plangen on generated handbooks, against plain MkDocs on the same finished pages.

Example: `python -m benchmarks.run --plans 24 120 --rounds 5 --json numbers.json`
"""

import argparse
import json
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.generate import Size, write_handbook
from benchmarks.measure import Job, in_turn, own, run
from benchmarks.report import FLOOR, Sheet, as_json, markdown
from benchmarks.sameness import differing

COMMANDS = ("floor", "build", "unchanged", "check", "compute")
"""`unchanged` is a build with nothing to do, after a full one."""


def jobs(handbook: Path, plain: Path, wanted: Sequence[str]) -> Iterator[Job]:
    """The commands to measure, in the order they are run."""
    site, plain_site = handbook / "site", plain / "site"
    plangen = [sys.executable, "-c", "from plangen.cli import main; main()", "-C", str(handbook)]
    mkdocs = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(plain / "mkdocs.yml")]
    known = {
        "floor": Job(FLOOR, [*mkdocs, "--site-dir", str(plain_site)], lambda: _remove(plain_site)),
        "build": Job("build", [*plangen, "build"], lambda: _remove(site)),
        "unchanged": Job("unchanged", [*plangen, "build"]),
        "check": Job("check", [*plangen, "check"]),
        "compute": Job("compute", [*own("compute"), str(handbook)]),
    }
    yield from (known[name] for name in COMMANDS if name in wanted)


def _remove(site: Path) -> None:
    """Remove a site and what builds keep beside it, so that the next build starts from nothing."""
    for path in [site, *site.parent.glob(f".{site.name}.plangen-*")]:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def measure(size: Size, folder: Path, given: argparse.Namespace) -> Sheet:
    """Everything at one size, in a folder of its own."""
    folder.mkdir(parents=True)
    handbook, plain = write_handbook(size, folder / "handbook"), folder / "plain"
    _tell(f"{size.plans} plans × {size.years} years: {handbook}")
    run([*own("floor"), str(handbook), str(plain)], folder, folder / "dump.log")
    pages = int((folder / "dump.log").read_text(encoding="utf-8").split()[-1])
    results = in_turn(list(jobs(handbook, plain, given.only)), given.rounds, folder, _tell)
    sheet = Sheet(size, pages, results)
    if {"floor", "build"} <= set(given.only):
        sheet = replace(sheet, same=_same(handbook / "site", plain / "site"))
    if given.phases:
        _remove(handbook / "site")
        run([*own("phases"), str(handbook), str(handbook / "site")], folder, folder / "phases.log")
        sheet = replace(sheet, phases=json.loads((folder / "phases.log").read_text(encoding="utf-8").splitlines()[-1]))
    return sheet


def _same(site: Path, plain: Path) -> tuple[int, int]:
    """How many pages of plans have the same words on both sites, and how many there are."""
    names = [path.relative_to(plain).as_posix() for path in sorted(plain.glob("[0-9]*/**/index.html"))]
    different = list(differing(site, plain, names))
    for name in different[:3]:
        _tell(f"the words differ: {name}")
    return len(names) - len(different), len(names)


def _tell(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def options() -> argparse.ArgumentParser:
    """The options of the command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--plans", type=int, nargs="+", default=[24, 120], help="plans a year; several sizes")
    parser.add_argument("--years", type=int, default=2, help="plan years [%(default)s]")
    parser.add_argument("--pages", type=int, default=8, help="pages a plan [%(default)s]")
    parser.add_argument("--seed", type=int, default=1, help="[%(default)s]")
    parser.add_argument("--rounds", type=int, default=3, help="how often each command is run [%(default)s]")
    parser.add_argument("--only", nargs="+", choices=COMMANDS, default=COMMANDS, help="leave out the other commands")
    parser.add_argument("--phases", action="store_true", help="also where the time of a build goes")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write everything as JSON too")
    parser.add_argument("--work", type=Path, metavar="DIR", help="where to work; kept [a temporary folder, removed]")
    return parser


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    given = options().parse_args(arguments)
    with TemporaryDirectory(prefix="plangen-benchmark-") as temporary:
        work = (given.work or Path(temporary)).resolve()
        sizes = [Size(plans, given.years, given.pages, given.seed) for plans in sorted(given.plans)]
        sheets = [measure(size, work / f"{size.plans}x{size.years}x{size.pages}", given) for size in sizes]
    print(markdown(sheets), end="")
    if given.json:
        given.json.write_text(json.dumps(as_json(sheets), indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
