"""What pages show of actuals: tables, charts, the card; what is late, open, corrected; nothing without actuals."""

from pathlib import Path

import pytest

from handbooks import open_files
from plangen.catalogue import kinds
from plangen.render.html.number import render_number
from plangen.render.plain import plain_text
from plangen.views import Block, Card, Chart, Chip, Dot, Group, Line, Link, Num, Progress, Row, Table, Words
from unit.sections.objectives.test_actuals import AS_OF, REVENUE, ROWS


def shown(root: Path, rows: str = ROWS, plan: str = REVENUE, language: str = "zh-Hans") -> dict[str, Table | Chart]:
    """The tables and charts of the objectives page by id."""
    blocks, _ = page(root, rows, plan, language)
    flat = [part for block in blocks for part in (block.blocks if isinstance(block, Group) else (block,))]
    return {block.id: block for block in flat if isinstance(block, Table | Chart)}


def page(root: Path, rows: str, plan: str, language: str = "zh-Hans") -> tuple[list[Block], tuple[Card, ...]]:
    """The blocks of the objectives page and the cards of the overview."""
    files = {"handbook.yml": f"{AS_OF}language: {language}\n", "objectives.yml": plan}
    files |= {"2026/demo/actuals/sales.csv": rows} if rows else {}
    scope = next(open_files(root, files).scope(2026).plans())
    section = scope.plan.sections["objectives"]
    return list(kinds()["objectives"].blocks(section, scope)), kinds()["objectives"].cards(section, scope)


def text(line: Line) -> str:
    """A line as a reader sees it, without what only screen readers get."""
    return "".join(_part(part) for part in line)


def _part(part: object) -> str:
    if isinstance(part, Num):
        html = render_number(part, "zh").split('<span class="pg-sr">')
        plain = html[0] + "".join(piece.partition("</span>")[2] for piece in html[1:])
        return "".join(piece.partition(">")[2] if index else piece for index, piece in enumerate(plain.split("<")))
    if isinstance(part, Words | Chip | Link):
        return part.text
    return "" if isinstance(part, Dot | Progress) else str(part)


def texts(table: Table | Chart) -> list[list[str]]:
    """The cells of a table, row by row."""
    rows: tuple[Row, ...] = table.rows if isinstance(table, Table) else table.table.rows
    return [[text(cell) for cell in row.cells] for row in rows]


def test_months_stand_below_their_quarter_and_the_year_to_date_last(tmp_path: Path) -> None:
    """January and February are judged, March is late, April runs, the rest is to come."""
    found = texts(shown(tmp_path)["revenue-actuals"])
    assert found[:6] == [
        ["一季度", "30.0", "23.0，另有 1 项未定", "—", "—", "—", ""],
        ["1 月", "10.0", "10.0", "100.0", "0.0", "0.0", ""],
        ["2 月", "10.0", "8.0", "▼80.0", "-2.0", "-20.0", ""],
        ["3 月", "10.0", "5.0，另有 1 项未定", "—", "—", "—", "迟报：经销商"],
        ["二季度", "30.0", "1.0，另有 3 项未定", "—", "—", "—", ""],
        ["4 月", "10.0", "1.0，另有 1 项未定", "—", "—", "—", "未满"],
    ]
    assert found[6] == ["5 月", "10.0", "—", "—", "—", "—", "未到"]
    assert found[-1] == ["1–2 月合计", "20.0", "18.0", "▼90.0", "-2.0", "-10.0", ""]


def test_what_is_not_judged_is_greyed(tmp_path: Path) -> None:
    """Target and actual of a month that is not in are muted; an attainment below its target is bad."""
    table = shown(tmp_path)["revenue-actuals"]
    assert isinstance(table, Table)
    tones = [[part.tone for cell in row.cells for part in cell if isinstance(part, Num)] for row in table.rows]
    assert tones[2][:4] == ["", "", "bad", "bad"]
    assert tones[3][:2] == tones[6][:2] == ["muted", "muted"]


def test_members_are_compared_over_their_own_months(tmp_path: Path) -> None:
    """The shop has three months, the dealer two and is late; landings add up."""
    assert texts(shown(tmp_path)["revenue-channel-actuals"]) == [
        ["直营店", "48.0", "3", "12.0", "12.0", "100.0", "0.0", "48.0", ""],
        ["经销商", "72.0", "2", "12.0", "11.0", "▼91.7", "-1.0", "66.0", "迟报 3 月"],
        ["合计", "120.0", "2", "20.0", "18.0", "▼90.0", "-2.0", "114.0", "迟报 3 月"],
    ]


def test_charts_say_what_they_show(tmp_path: Path) -> None:
    """The cumulative line stops where a month is missing; the bullets name the part that is farthest behind."""
    found = shown(tmp_path)
    line, bullets = found["revenue-cumulative"], found["revenue-channel-bullets"]
    assert isinstance(line, Chart)
    assert isinstance(bullets, Chart)
    assert (plain_text(line.title, "zh"), line.encode["plan"]) == ("累计销售额：到 2 月落后 2 万元", "plan")
    assert [row[2] for row in texts(line)] == ["10.0", "18.0", *["—"] * 10]
    assert plain_text(bullets.title, "zh") == "经销商离目标最远：91.7%"
    assert texts(bullets) == [["直营店", "12.0", "12.0", "100.0"], ["经销商", "11.0", "12.0", "▼91.7"]]


def test_bands_are_shares_of_the_target(tmp_path: Path) -> None:
    """80% of the shop's 12 is 9.6."""
    plan = REVENUE.replace("target: 120万元", "target: 120万元, bands: [80%, 100%]", 1)
    chart = shown(tmp_path, plan=plan)["revenue-channel-bullets"]
    assert isinstance(chart, Chart)
    assert chart.encode["bands"] == "band-0,band-1"
    assert texts(chart)[0] == ["直营店", "12.0", "12.0", "100.0", "9.6", "12.0"]
    assert addresses(chart)[0][-1] == "demo:objectives/revenue.band-2/own-store"
    assert [column.title for column in chart.table.columns[-2:]] == ["色带 1", "色带 2"]
    assert [plain_text(note, "zh") for note in chart.table.notes] == ["色带 1 到目标的 80%", "色带 2 到目标的 100%"]
    ends = [str(part.address) for note in chart.table.notes for part in note if isinstance(part, Num)]
    assert ends == ["demo:objectives/revenue.edge-1", "demo:objectives/revenue.edge-2"]


def addresses(table: Table | Chart) -> list[list[str]]:
    """What the numbers of each row name."""
    rows = table.rows if isinstance(table, Table) else table.table.rows
    return [[str(part.address) for cell in row.cells for part in cell if isinstance(part, Num)] for row in rows]


def test_counts_and_corrections_name_their_figures(tmp_path: Path) -> None:
    """How many months a member has reported, and what an older row said, can be asked where they come from."""
    found = shown(tmp_path, ROWS + "revenue,M02,dealer,4.5万元,2026-03-10\n")
    months = [row[1] for row in addresses(found["revenue-channel-actuals"])]
    elapsed = "demo:objectives/revenue.elapsed"
    assert months == [f"{elapsed}/own-store", f"{elapsed}/dealer", elapsed]
    table = found["revenue-actuals"]
    assert isinstance(table, Table)
    was, now = (part for part in table.notes[1] if isinstance(part, Num))
    assert (was.struck, str(was.address)) == (True, "demo:objectives/revenue.target.actual-2026-02-28@M02/dealer")
    assert str(now.address) == "demo:objectives/revenue.target.actual@M02/dealer"


def test_corrections_and_what_is_needed_stand_below_the_table(tmp_path: Path) -> None:
    """Old and new value with the note of the newer row; the month that follows needs what was missed."""
    rows = ROWS + "revenue,M02,dealer,4.5万元,2026-03-10\n"
    table = shown(tmp_path, rows)["revenue-actuals"]
    assert isinstance(table, Table)
    notes = [text(note) for note in table.notes]
    assert notes == [
        "数据截至 2026-04-05",
        "更正：经销商 2 月 5 4.5 万元（2026-03-10）",
        "要在 3 月追上累计线，当月须做 12.5 万元",
    ]
    assert texts(table)[2][-1] == "已更正"


def test_the_card_tells_attainment_landing_and_what_is_late(tmp_path: Path) -> None:
    """One more card on the overview."""
    _, cards = page(tmp_path, ROWS, REVENUE)
    assert [card.label for card in cards] == ["销售额目标", "达成率"]
    assert text(cards[1].figure) == "▼90.0%"
    assert text(cards[1].note) == "差异 -2.0 万元，落点估计 114.0 万元，迟报 1 个月"


def test_goals_without_a_breakdown_show_what_was_reached(tmp_path: Path) -> None:
    """Judged where the period is over, else its share of the whole; a dash where nothing is reported."""
    plan = (
        "leads: {name: 名录, target: 200家, period: M02}\nshops: {name: 门店, target: 8家}\n"
        "calls: {name: 电话, target: ≤100次, better: lower, period: M01}\nrest: {name: 其余, target: 1家}\n"
    )
    rows = (
        "address,value,as_of\nobjectives/leads@M02,190家,2026-02-28\nobjectives/shops,2家,2026-03-31\n"
        "objectives/calls,90次,2026-01-31\n"
    )
    found = [row[:4] for row in texts(shown(tmp_path, rows, plan)["goals"])]
    assert found == [
        ["名录", "200 家", "190 家", "▼95.0"],
        ["门店", "8 家", "2 家", "25.0"],
        ["电话", "≤100 次", "90 次", "▼90.0"],
        ["其余", "1 家", "—", "—"],
    ]


def test_below_a_limit_is_good_where_lower_is_better(tmp_path: Path) -> None:
    """▼ and green: 90 of at most 100."""
    plan = "calls: {name: 电话, target: ≤100次, better: lower, period: M01}\n"
    table = shown(tmp_path, "address,value,as_of\nobjectives/calls,90次,2026-01-31\n", plan)["goals"]
    assert isinstance(table, Table)
    number = table.rows[0].cells[3][0]
    assert isinstance(number, Num)
    assert (number.symbol, number.tone) == ("▼", "good")


def test_unequal_years_are_compared_per_month(tmp_path: Path) -> None:
    """The card says by how much the target grew, and by how much per month; the table the same of what was reached."""
    files = {
        "handbook.yml": AS_OF,
        "objectives.yml": "revenue: {name: 销售额, target: 120万元, channel: {own-store: 120万元}}\n",
        "2026/demo/actuals/a.csv": "address,value,as_of\nobjectives/revenue@M01,9万元,2026-01-31\n",
        "2025/demo/plan.yml": "name: 试验计划\nperiod: M06..M12\n",
        "2025/demo/objectives.yml": "revenue: {name: 销售额, target: 35万元}\n",
        "2025/demo/actuals/a.csv": "address,value,as_of\nobjectives/revenue@M06,4万元,2025-06-30\n",
    }
    scope = next(open_files(tmp_path, files).scope(2026).plans())
    section, kind = scope.plan.sections["objectives"], kinds()["objectives"]
    assert text(kind.cards(section, scope)[0].note) == "+242.9%，上年 35 万元；月均 +100.0%"
    table = next(b for b in kind.blocks(section, scope) if isinstance(b, Table) and b.id == "revenue-actuals")
    assert text(table.notes[1]) == "月均实际比上年 +125.0%"


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_without_actuals_nothing_is_shown(tmp_path: Path, language: str) -> None:
    """No table, no chart, no card, and the cumulative line is the target's own."""
    found = shown(tmp_path / "a", "", REVENUE, language)
    assert not [name for name in found if "actuals" in name or "bullets" in name]
    line = found["revenue-cumulative"]
    assert isinstance(line, Chart)
    assert "plan" not in line.encode
    _, cards = page(tmp_path / "b", "", REVENUE, language)
    assert len(cards) == 1


def test_an_english_handbook_says_it_in_english(tmp_path: Path) -> None:
    """Titles, states and notes."""
    found = shown(tmp_path, language="en")
    table = found["revenue-actuals"]
    assert isinstance(table, Table)
    assert table.title == "Actual and target by month"
    assert text(table.rows[3].cells[-1]) == "late: 经销商"
    assert "to be back on the line, Mar needs 12.0" in text(table.notes[-1])
    assert plain_text(found["revenue-channel-bullets"].title, "en") == "经销商 is farthest from its target: 91.7%"
