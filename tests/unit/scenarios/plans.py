"""A small plan with scenarios, for tests: files in, a workspace out."""

from pathlib import Path

from handbooks import open_files
from plangen.values import Address, Key, write_quantity
from plangen.workspace import Workspace

HEAD = "format: 1\ntitle: 试验手册\ncurrent: 2026\nas_of: 2026-01-05\n"
BEFORE = "revenue: {name: 销售额, target: 100万元}\n"
PLAN = """\
revenue:
  name: 销售额
  growth: 20%
  channel:
    own-store: {target: 50万元, note: 两家}
    dealer: {target: 70万元}
visits: {name: 拜访, target: 30家}
"""
STRETCH = """\
name: 挑战
objectives:
  revenue:
    growth: 50%
    channel: {dealer: {target: 100万元}}
"""
FLOOR = "objectives: {revenue: {growth: 10%, channel: {dealer: {target: 60万元}}}}\n"


def planned(root: Path, files: dict[str, str] | None = None, years: str = "", **scenarios: str) -> Workspace:
    """The plan `demo` of 2026 after a 2025 with 100万元; each scenario's file by its name."""
    written = {
        "handbook.yml": HEAD + (f"years: {years}\n" if years else ""),
        "2025/demo/plan.yml": "name: 试验计划\nperiod: FY\n",
        "2025/demo/objectives.yml": BEFORE,
        "objectives.yml": PLAN,
    }
    overlays = {f"2026/demo/scenarios/{name}.yml": text for name, text in scenarios.items()}
    return open_files(root, {**written, **overlays, **(files or {})})


def says(workspace: Workspace, address: str, scenario: str = "", year: int = 2026) -> str:
    """A figure of a scenario as readers see it; empty where the scenario has none of its own."""
    figure = workspace.every_figure.get(Key(year, Address.parse(address, "demo"), scenario))
    return write_quantity(figure.quantity) if figure else ""
