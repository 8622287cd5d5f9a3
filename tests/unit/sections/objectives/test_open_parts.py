"""Charts of parts that are not all exact: ranges, bounds and unset ones are drawn, nothing is drawn as zero."""

from pathlib import Path
from typing import Any

import pytest

from plangen.model import Entry
from plangen.render.plain import plain_text
from plangen.render.plotly import figure
from plangen.sections.objectives import charts
from plangen.sections.objectives.model import Objective
from plangen.sections.objectives.split import Split
from plangen.views import Chart
from unit.sections.objectives.plans import plans

OPEN = """\
revenue:
  name: 销售额
  target: 1000万元
  channel: {own-store: 200–260万元, dealer: 待定}
"""


def drawn(folder: Path, text: str) -> dict[str, Chart]:
    """The charts of the objective `revenue` by kind."""
    scope = next(plans(folder, text).workspace.scope(2026).plans())
    entry: Entry | None = next((e for e in scope.entries.values() if e.id == "revenue"), None)
    assert isinstance(entry, Objective)
    return {chart.kind: chart for chart in charts.of(Split(entry, scope))}


def test_ranges_and_unset_parts_are_drawn(tmp_path: Path) -> None:
    """Solid to 200, hatched to 260; the unset part has a frame and its word, and no bar."""
    chart = drawn(tmp_path, OPEN)["bar"]
    assert chart.title == "2 个渠道，0 个写定，1 个待定"
    shown: dict[str, Any] = figure(chart)
    bars = [(trace.get("base"), trace["x"]) for trace in shown["data"]]
    assert bars == [(None, [200.0]), ([200.0], [60.0])]
    assert shown["layout"]["shapes"][0]["line"]["dash"] == "dash"
    assert {note["text"] for note in shown["layout"]["annotations"]} == {"200–260", "待定"}


@pytest.mark.parametrize(
    "channel",
    [
        "{own-store: 400万元, dealer: 600万元}",
        "{own-store: 待定, dealer: 待定}",
        "{own-store: -10–20万元, dealer: 5万元}",
    ],
    ids=["all exact", "all unset", "below zero"],
)
def test_no_such_chart(channel: str, tmp_path: Path) -> None:
    """Where other charts show it, where nothing is known, and where a bar would start below zero."""
    text = OPEN.replace("{own-store: 200–260万元, dealer: 待定}", channel)
    assert "bar" not in drawn(tmp_path, text)


def test_equal_quarters_have_no_largest(tmp_path: Path) -> None:
    """No quarter is called the largest where all are alike."""
    even = "revenue: {name: 销售额, target: 1200万元, channel: {own-store: 400万元, dealer: 800万元}}\n"
    assert plain_text(drawn(tmp_path, even)["stack"].title, "zh") == "分到季度：每季都是 300 万元"


@pytest.mark.parametrize(
    ("target", "parts", "label"),
    [("120台", ("40台", "80台"), "10"), ("120万元", ("40万元", "80万元"), "10.0")],
    ids=["things", "money"],
)
def test_whole_things_have_no_decimals(target: str, parts: tuple[str, str], label: str, tmp_path: Path) -> None:
    """40 in four quarters are 10: of things 10, of 万元 10.0 as all its labels."""
    quarters = "phasing: {Q1: 25%, Q2: 25%, Q3: 25%, Q4: 25%}"
    split = f"channel: {{own-store: {parts[0]}, dealer: {parts[1]}}}"
    text = f"revenue: {{name: 销量, target: {target}, {quarters}, {split}}}\n"
    rows = drawn(tmp_path, text)["stack"].table.rows
    assert {plain_text(row.cells[1], "zh") for row in rows} == {label}
