"""Random breakdowns that mostly make no sense: cells, spreads, crossings, seasons, units. Nothing ever raises."""

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest

from handbooks import open_files

AXES = {
    "channel": ["own-store", "dealer"],
    "region": ["east", "zhejiang", "jiangsu"],
    "product": ["glue", "tape"],
    "person": ["rep-a", "rep-b"],
}
AMOUNTS = [
    "10万元",
    "约30万元",
    "5–9万元",
    "≥3万元",
    "待定",
    "5%",
    "3家",
    "0",
    "-5万元",
    "= previous",
    "= revenue × 30%",
]
PERIODS = ["Q1", "Q2", "M07", "H2", "M01", "XX", "FY"]
BATCHES, EACH = 10, 5


def some(random: Random, names: list[str]) -> list[str]:
    """One or more of some names, in any order."""
    return random.sample(names, random.randint(1, len(names)))


def spread(random: Random) -> dict[str, Any]:
    """A spread by any rule, with or without what it goes by."""
    axis = random.choice(list(AXES))
    found: dict[str, Any] = {"axis": axis, "rule": random.choice(["even", "ratio", "weights", "last-year", "rate"])}
    if random.random() < 0.5:
        found["members"] = some(random, AXES[axis])
    if random.random() < 0.4:
        found["ratio"] = random.choice(["1:2", "1:1:1", "0:0"])
    if random.random() < 0.4:
        found["weights"] = {member: random.choice(["1", "30%", "0", "2.5"]) for member in some(random, AXES[axis])}
    return found


def cell(random: Random, depth: int) -> dict[str, Any]:
    """A cell with cells inside it."""
    likely: dict[str, tuple[float, Any]] = {
        "target": (0.6, random.choice(AMOUNTS)),
        "share": (0.15, random.choice(["30%", "待定"])),
        "growth": (0.1, "20%"),
        "rate": (0.15, "2万元/人/月"),
        "heads": (0.15, "3人"),
        "phasing": (0.12, {period: random.choice(AMOUNTS[:8]) for period in some(random, PERIODS)[:2]}),
        "spread": (0.2, [spread(random)]),
    }
    found = {name: value for name, (chance, value) in likely.items() if random.random() < chance}
    for axis in random.sample(list(AXES), random.randint(0, 2)) if depth < 3 else ():
        found[axis] = {member: cell(random, depth + 1) for member in some(random, AXES[axis])}
    return found


def objective(random: Random) -> dict[str, Any]:
    """An objective of such cells."""
    likely: dict[str, tuple[float, Any]] = {
        "cross": (0.5, some(random, list(AXES))),
        "season": (0.3, random.choice(["packaging", "last-year", "nix"])),
        "rollup": (0.15, "children"),
        "period": (0.2, random.choice(["M05", "H1", "Q3..Q4"])),
        "step": (0.1, random.choice(["1元", "0元", "1家"])),
    }
    more = {name: value for name, (chance, value) in likely.items() if random.random() < chance}
    inside = {name: value for name, value in cell(random, 0).items() if name != "share"}
    return {"name": "目标", **inside, **more}


@pytest.mark.parametrize("batch", range(BATCHES))
def test_no_breakdown_raises(tmp_path: Path, batch: int) -> None:
    """It is computed, checked, and put on pages; whatever is wrong is a finding."""
    members = {axis: {name: {"name": name} for name in names} for axis, names in AXES.items()}
    members["region"] |= {name: {"name": name, "parent": "east"} for name in ("zhejiang", "jiangsu")}
    dimensions = {axis: {"name": axis, "members": each} for axis, each in members.items()}
    for seed in range(EACH):
        random = Random(f"{batch}/{seed}")
        sections = [{"revenue": objective(random), "other": objective(random)} for _ in range(3)]
        texts = [json.dumps(section, ensure_ascii=False) for section in sections]
        files = {
            "shared/dimensions.yml": json.dumps(dimensions),
            "shared/profiles.yml": "packaging: {name: 淡旺季, weights: {H1: 2, H2: 3}}\n",
            "objectives.yml": texts[0],
            "2025/demo/plan.yml": "name: 上年\n",
            "2025/demo/objectives.yml": texts[1],
            "2026/demo/child/plan.yml": "name: 下级\n",
            "2026/demo/child/objectives.yml": texts[2],
        }
        workspace = open_files(tmp_path / str(seed), files)
        assert all(finding.code for finding in workspace.findings)
        assert workspace.book(2026).pages
