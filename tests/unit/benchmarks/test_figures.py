"""The harness that computes many plans: what it writes, what it measures, and that computing stays in proportion."""

import json
from cProfile import Profile
from pathlib import Path
from pstats import Stats

import pytest
from benchmarks.figures import Sheet, exponent, files, markdown, write
from benchmarks.measure import own, run

from plangen import open_handbook
from plangen.findings import Level, level_of

MIB = 1024 * 1024


def test_a_plan_has_250_figures(tmp_path: Path) -> None:
    """And some more; of several kinds, typed and computed, in Chinese; a parent has 390; no error and no warning."""
    workspace = open_handbook(write(10, 1, tmp_path))
    assert [str(one) for one in workspace.findings if level_of(one) is not Level.INFO] == []
    counts: dict[str, int] = {}
    for key in workspace.figures:
        counts[key.address.plan] = counts.get(key.address.plan, 0) + 1
    parent, *children = (counts[path] for path in sorted(counts))
    assert len(children) == 9
    assert all(250 <= count <= 280 for count in children)
    assert 370 <= parent <= 410
    assert {key.address.kind for key in workspace.figures} == {"objectives", "phases", "org", "budget"}
    assert {"typed", "formula", "sum", "product"} <= {figure.rule for figure in workspace.figures.values()}
    assert "销售额" in dict(files(10, 1))["content/2025/valves/objectives.yml"]


def test_the_seed_decides_everything() -> None:
    """The same seed, the same bytes."""
    assert dict(files(3, 1)) == dict(files(3, 1))
    assert dict(files(3, 1)) != dict(files(3, 2))


def test_computing_stays_in_proportion(tmp_path: Path) -> None:
    """Three times the plans take three times the calls: nothing goes through all plans for each plan again.

    Calls are counted, because their number does not depend on the machine. The first round fills caches.
    """
    sizes = (10, 20, 60)
    small, large = [_calls_each(write(plans, 1, tmp_path / str(plans))) for plans in sizes][1:]
    assert large < 1.01 * small


def _calls_each(folder: Path) -> float:
    """How many calls a figure takes, once the plans are read."""
    workspace, profile = open_handbook(folder), Profile()
    assert workspace.handbook is not None
    profile.enable()
    figures = len(workspace.figures)
    profile.disable()
    calls: int = Stats(profile).prim_calls  # type: ignore[attr-defined]  # typeshed lacks it
    return calls / figures


@pytest.mark.parametrize("options", [(), ("--trace",)])
def test_the_probe_says_what_it_took(tmp_path: Path, options: tuple[str, ...]) -> None:
    """Figures, CPU seconds, bytes; traced bytes only where it traces."""
    folder = write(2, 1, tmp_path / "handbook")
    run([*own("probe"), str(folder), *options], folder, tmp_path / "log")
    found = json.loads((tmp_path / "log").read_text(encoding="utf-8"))
    assert found["figures"] == len(open_handbook(folder).figures)
    assert found["peak"] >= found["start"] > MIB
    assert found["read"] > 0 < found["compute"]
    assert (found["traced"] > 100 * found["figures"]) == bool(options)


def test_the_report_has_every_number() -> None:
    """Figures a second, bytes a figure, exponents: worked out by hand."""
    small = Sheet(120, 30_000, 1.0, 2.0, 40 * MIB, 140 * MIB, 30_000_000)
    large = Sheet(480, 120_000, 4.0, 32.0, 40 * MIB, 440 * MIB, 120_000_000)
    text = markdown([small, large])
    assert "| 120 | 30,000 | 1.00 | 2.00 | 10,000 | 140 | 3,495 | 1,000 |" in text  # 100 MiB ÷ 30,000
    assert "reading 1.00, computing 2.00, both 1.79, memory 1.00" in text  # 4, 16, 12 and 4 times for 4 times
    assert exponent(small, large, "compute") == pytest.approx(2.0)
