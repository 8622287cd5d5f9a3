"""The harness: what it measures and how it says it."""

import json
import sys
from pathlib import Path
from time import process_time

import pytest
from benchmarks.floor import dump, finished, tree
from benchmarks.generate import Size, write_handbook
from benchmarks.measure import Job, Result, Usage, in_turn, run
from benchmarks.phases import FUNCTIONS, Clock, place_of
from benchmarks.report import Sheet, as_json, exponent, markdown
from benchmarks.sameness import differing

from plangen import Page

SPIN = "import time\nwhile time.process_time() < {}: pass"


def sheet(plans: int, pages: int, floor: float, build: float) -> Sheet:
    """A sheet with two commands, two rounds each."""
    results = {
        name: Result(name, (Usage(cpu, cpu + 1, 50.0), Usage(2 * cpu, 2 * cpu + 1, 60.0)))
        for name, cpu in (("floor", floor), ("build", build))
    }
    return Sheet(Size(plans), pages, results, (pages, pages), {"read": 1.0, "host": 3.0})


def test_processor_time_counts_children(tmp_path: Path) -> None:
    """A process and the ones it waits for, as the system counts them."""
    inner = SPIN.format(0.2)
    outer = f"import subprocess, sys\nsubprocess.run([sys.executable, '-c', {inner!r}])\n{SPIN.format(0.1)}"
    used = run([sys.executable, "-c", outer], tmp_path, tmp_path / "log")
    assert 0.3 <= used.cpu < 2
    assert used.memory > 1


def test_jobs_are_taken_in_turn(tmp_path: Path) -> None:
    """Each once a round, after its preparation."""
    order: list[str] = []
    nothing = [sys.executable, "-c", "pass"]
    jobs = [Job("a", nothing, lambda: order.append("a")), Job("b", nothing, lambda: order.append("b"))]
    results = in_turn(jobs, 2, tmp_path, lambda _: None)
    assert order == ["a", "b", "a", "b"]
    assert {name: len(result.runs) for name, result in results.items()} == {"a": 2, "b": 2}


def test_a_failure_ends_it_with_its_words(tmp_path: Path) -> None:
    """A command that fails fast must not look fast."""
    with pytest.raises(SystemExit, match=r"(?s)ended with 3:.*broken"):
        run([sys.executable, "-c", "import sys; print('broken'); sys.exit(3)"], tmp_path, tmp_path / "log")


def test_ratios_are_taken_round_by_round() -> None:
    """The medians of both could come from different rounds."""
    slow = Result("slow", tuple(Usage(cpu, 0, 0) for cpu in (2.0, 30.0, 3.0)))
    base = Result("base", tuple(Usage(cpu, 0, 0) for cpu in (1.0, 10.0, 2.0)))
    assert slow.ratio(base) == 2.0
    assert slow.cpu == 3.0


def test_growth_is_an_exponent_over_pages() -> None:
    """Ten times the pages in a hundred times the time is 2."""
    small, large = sheet(2, 10, 1.0, 1.0), sheet(20, 100, 10.0, 100.0)
    assert exponent(small, large, "floor") == pytest.approx(1.0)
    assert exponent(small, large, "build") == pytest.approx(2.0)


def test_the_report_has_every_number() -> None:
    """As Markdown tables and as JSON that holds each run."""
    sheets = [sheet(2, 10, 1.0, 0.5), sheet(20, 100, 10.0, 5.0)]
    text = markdown(sheets)
    assert "| build | 0.75 | 1.75 | 60 | 0.500 | 75.00 |" in text
    assert "| host | 3.00 (75%) | 3.00 (75%) |" in text
    assert "The words of 10 of 10 pages are the same on both sites." in text
    data = json.loads(json.dumps(as_json(sheets)))
    assert data["sizes"][1]["results"]["build"]["ratio"] == 0.5
    assert len(data["sizes"][0]["results"]["floor"]["runs"]) == 2


def test_the_floor_has_the_finished_pages(tmp_path: Path) -> None:
    """Every page of every year, with nothing left to fill, in a navigation that names them all."""
    root, out = write_handbook(Size(plans=1, years=2), tmp_path / "handbook"), tmp_path / "plain"
    count = dump(root, out)
    pages = sorted((out / "docs").glob("2*/**/*.md"))
    calendars = len(["calendar of the year", "calendar of the plan"])
    registers = len(["roles", "responsibility", "unset"])
    people = [path for path in pages if path.parts[-3:-1] and {"roles", "responsibility"} & set(path.parent.parts)]
    changes = len(["changes", "changes of the plan", "its cards"])
    assert len(pages) == count == 2 * (8 + 3 + calendars + registers) + changes + len(people)
    assert people
    config = (out / "mkdocs.yml").read_text(encoding="utf-8")
    assert all(f'"{path.relative_to(out / "docs").as_posix()}"' in config for path in pages)
    assert "plangen" not in json.loads(config)["plugins"]
    assert not [path.name for path in pages if "{{" in path.read_text(encoding="utf-8")]


def test_the_phases_are_still_where_they_are_measured() -> None:
    """A function that was renamed is named, instead of a phase of no time."""
    for names in FUNCTIONS.values():
        for name in names:
            owner, attribute = place_of(name)
            assert callable(getattr(owner, attribute))
    with pytest.raises(SystemExit, match=r"no plangen\.workspace\.gone any more"):
        place_of("plangen.workspace.gone")


def test_inner_phases_are_taken_out_of_outer_ones() -> None:
    """Each second counts once, for the innermost phase."""
    clock = Clock()
    clock.tick()
    with clock.phase("outer"):
        clock.around("inner", lambda: exec(SPIN.format(process_time() + 0.1)))()  # noqa: S102 (our own text)
    assert clock.seconds["inner"] >= 0.1
    assert clock.seconds["outer"] < 0.05


def test_slots_and_navigation() -> None:
    """A longer token is not mistaken for a shorter one; folders are named after their overview."""
    pages = [Page("index.md", "首页", "s1 s10", {"s1": "<b>1</b>", "s10": "<i>10</i>"})]
    pages += [Page("a/index.md", "甲", ""), Page("a/objectives.md", "目标", ""), Page("a/b/index.md", "乙", "")]
    assert finished(pages[0]) == "<b>1</b> <i>10</i>"
    below = [{"甲": "2026/a/index.md"}, {"目标": "2026/a/objectives.md"}, {"乙": [{"乙": "2026/a/b/index.md"}]}]
    assert tree(pages, "2026/") == [{"首页": "2026/index.md"}, {"甲": below}]


def test_pages_with_other_words_are_seen(tmp_path: Path) -> None:
    """What stands before the plain page's words (a breadcrumb) does not count, any other difference does."""
    sites = {
        "ours": "<nav>甲</nav><h1>目标</h1> <b>1</b> 万元",
        "same": "<h1>目标</h1>\n1万元",
        "less": "<h1>目标</h1>",
    }
    for name, text in sites.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.html").write_text(f"<body>x<article>{text}</article>y</body>", encoding="utf-8")
    assert list(differing(tmp_path / "ours", tmp_path / "same", ["a.html"])) == []
    assert list(differing(tmp_path / "ours", tmp_path / "less", ["a.html"])) == ["a.html"]
    assert list(differing(tmp_path / "less", tmp_path / "ours", ["a.html"])) == ["a.html"]
