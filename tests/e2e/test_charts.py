"""How charts behave: drawn when they come near, in the page's colours, sent to nobody.

That each is drawn with its table's numbers: test_every_page.py.
"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from e2e.conftest import NewReader
from e2e.drawing import Drawn, drawn, mismatches
from e2e.pages import CHILD, OBJECTIVES
from e2e.reader import Reader, until
from e2e.serving import SiteServer

pytestmark = pytest.mark.browser
TASKS = ["区域细分", "SPIN 提问法培训", "上海办事处筹备", "客户名录与电话预约"]
TASKS += ["第一次出差", "出差小结与客户分级", "第二次出差"]


def test_a_chart_that_differs_from_its_table_is_seen() -> None:
    """The control: a wrong length, a missing row, a row too many."""
    trace = {"type": "bar", "orientation": "h", "x": [3, 2], "y": ["r0", "r7"]}
    chart = Drawn("c", "bar", [trace], 1, 2, 100, [], [["a", "约 4"], ["b", "1,000–1,200"]])
    slips = [slip.split(":")[0] for slip in mismatches(chart)]
    assert slips == ["c row 0", "c row 1", "c draws a row 7 that no table has"]


def test_the_gantt_shows_the_seven_tasks(desk: Reader) -> None:
    """The opening phase of 2025: seven labels, seven bars, in the order of the plan, each as long as its days."""
    page = desk.open(f"2025/{CHILD}phases/")
    desk.draw()
    chart = next(chart for chart in drawn(page) if chart.id == "phases-gantt-opening")
    assert [text for text in chart.texts if text in TASKS] == TASKS
    assert chart.column(0) == [*TASKS, "第一家直营店开办"]  # the milestone that ends the phase
    assert chart.marks == 8
    bars = page.locator("#phases-gantt-opening .point")
    widths = bars.evaluate_all("all => all.map(e => e.getBoundingClientRect().width)")
    days = [max(float(text), 1.0) for text in chart.column(3)[:7]]  # half a day takes its day
    assert [width / widths[6] for width in widths[:7]] == pytest.approx([day / days[6] for day in days], rel=0.1)


def test_actuals_are_drawn_beside_their_targets(desk: Reader) -> None:
    """2025: the dotted plan goes to December, the line of what was reached to November; a tick for each channel."""
    page = desk.open(OBJECTIVES[2025])
    desk.draw()
    found = {chart.id: chart for chart in drawn(page)}
    plan, reached = found["revenue-cumulative"].series
    assert (plan["line"]["dash"], len(plan["y"])) == ("dot", 7)
    assert [value for value in reached["y"] if value is not None] == pytest.approx(
        [54.5, 166.5, 309.1, 464.1, 635, 817.2]
    )
    assert [trace["line"].get("dash") for trace in found["revenue-cumulative"].traces] == ["dot", "dash", None]
    bullets = page.locator("#revenue-channel-bullets .shapelayer path")
    assert bullets.count() == len(found["revenue-channel-bullets"].rows) == 3
    assert any("53.2%" in text for text in found["revenue-channel-bullets"].texts)


def test_the_pace_of_the_phases_is_drawn_against_the_quota(desk: Reader) -> None:
    """2025: July and August below 37.5, nothing in September and October, November and December above."""
    page = desk.open(f"2025/{CHILD}phases/")
    desk.draw()
    chart = next(chart for chart in drawn(page) if chart.id == "pace-personal")
    assert chart.traces[0]["y"] == [25, 25, None, None, 60, 60]
    assert [text for text in chart.texts if text.startswith("▼")] == ["▼ 25", "▼ 25"]
    assert "定额 37.5" in chart.texts


def test_charts_are_drawn_when_they_come_near(reader: Reader) -> None:
    """What is far below waits until somebody scrolls there."""
    page = reader.open(OBJECTIVES[2025])
    last = drawn(page)[-1]
    assert (last.svgs, last.traces) == (0, [])
    page.locator(".pg-chart").last.scroll_into_view_if_needed()
    until(page, lambda: drawn(page)[-1].marks, "the chart is drawn")
    reader.draw()
    assert all(chart.marks == chart.wanted_marks() for chart in drawn(page))


def test_the_library_is_fetched_once_for_both_years(new_reader: NewReader, server: SiteServer, example: Path) -> None:
    """One file in the whole site, asked of the server once in a reader's life."""
    (library,) = (example / "site").rglob("plotly*.js")
    address = f"/_assets/{library.name}"
    reader, before = new_reader(), server.asked[address]
    for path in OBJECTIVES.values():
        reader.open(path)
        reader.draw()
        assert len(reader.asked("plotly")) == 1
    assert server.asked[address] == before + 1


def test_nothing_can_be_shared(reader: Reader) -> None:
    """No button sends a chart to anybody; the library's own default has such a button, which is the control."""
    page = reader.open(OBJECTIVES[2025])
    reader.draw()
    assert page.locator(".pg-chart [data-title*=hare]").count() == 0
    settings = page.locator(".pg-plot").evaluate_all(
        "all => all.map(e => [e._context.showSendToCloud, e._context.plotlyServerURL])"
    )
    assert settings == [[False, ""]] * len(drawn(page))
    page.evaluate(
        "() => { const e = document.createElement('div'); e.id = 'control'; document.body.append(e);"
        " return Plotly.newPlot(e, [{ y: [1, 2] }], {}, { displayModeBar: true }).then(() => null) }"
    )
    assert page.locator("#control [data-title*=hare]").count() == 1


def colours(page: Page) -> dict[str, str]:
    """The colours of a page and of its first stack, and what the page's own names stand for."""
    found: dict[str, str] = page.evaluate("""() => {
      const look = (css, key) => getComputedStyle(document.querySelector(css))[key];
      const name = key => { const e = document.createElement('i'); e.style.color = `var(${key})`;
        document.body.append(e); const found = getComputedStyle(e).color; e.remove(); return found; };
      // the last line of the page: before it stand plans, dotted in grey
      return { scheme: document.body.dataset.mdColorScheme, paper: look('body', 'backgroundColor'),
        tick: look('.pg-chart--stack .xtick text', 'fill'), bar: look('.pg-chart--stack .point path', 'fill'),
        line: getComputedStyle([...document.querySelectorAll('.pg-chart--line .js-line')].at(-1)).stroke,
        '--pg-ink': name('--pg-ink'), '--pg-m1': name('--pg-m1'),
        '--pg-bg': name('--pg-bg') } }""")
    return found


def test_charts_follow_the_switch(reader: Reader) -> None:
    """Dark, reloaded dark, light again: paper, words and marks have the colours that the page names."""
    page = reader.open(OBJECTIVES[2025])
    reader.draw()
    light = colours(page)
    assert (light["scheme"], light["paper"]) == ("default", "rgb(255, 255, 255)")
    page.locator("label[for=__palette_1]").click()
    dark = until(page, lambda: (now := colours(page))["tick"] != light["tick"] and now, "other colours")
    assert dark["scheme"] == "slate"
    assert all(dark[key] != light[key] for key in light)
    page.reload()
    reader.draw()
    assert colours(page) == dark
    page.locator("label[for=__palette_0]").click()
    until(page, lambda: colours(page) == light, "the first colours again")
    for seen in (light, dark):
        assert seen["tick"] == seen["--pg-ink"]
        assert seen["bar"] == seen["line"] == seen["--pg-m1"]
        assert seen["paper"] == seen["--pg-bg"]
    assert reader.notes.slips() == {}


def test_a_reader_who_prefers_dark_gets_dark_charts(new_reader: NewReader) -> None:
    """Without touching the switch."""
    reader = new_reader(color_scheme="dark")
    page = reader.open(OBJECTIVES[2026])
    reader.draw()
    seen = colours(page)
    assert (seen["scheme"], seen["tick"]) == ("slate", seen["--pg-ink"])
    assert re.fullmatch(r"rgb\(20, 24, 31\)", seen["paper"])
