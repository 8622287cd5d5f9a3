"""Training: cost and time of courses, sums, who teaches whom and when, the page."""

import pytest

from plangen.sections.training import views
from plangen.sections.training.model import Training
from plangen.views import Chart, Table
from unit.sections.reading import Read, read, text

ORG = "roles:\n  lead: {name: 业务经理}\n  clerk: {name: 业务跟单, reports_to: lead}\n"
COURSES = """
stories: {name: 跟单事例, audience: clerk, trainer: lead, period: Q1, lasts: 2–3天, participants: 6人}
calls:
  {name: 电话销售, audience: [clerk, lead], date: 2026-05-10,
   sessions: 3场, lasts: 6小时, participants: 8人, price: 500元/场}
abroad: {name: 进修, kind: external, provider: 高校, date: 待定, participants: 2人, price: 3000元/人}
twice: {name: 谈判, date: 2026-06-01, lasts: 3小时, sessions: 2场, participants: 4人, price: 100元/人/场}
open: {name: 礼仪, period: Q4, price: 待定}
"""


def training(yaml: str) -> Read:
    """Courses beside an organisation."""
    return read({"training.yml": yaml, "org.yml": ORG})


def test_cost_and_time() -> None:
    """3 × 500; 2 × 3,000; 2 × 4 × 100; 6 × 8 and 3 × 4 hours; 6 × 2 to 3 days."""
    found = training(COURSES)
    assert found.codes == []
    costs = [found.says(f"training/{name}.cost") for name in ("calls", "abroad", "twice")]
    assert costs == ["1,500 元", "6,000 元", "800 元"]
    assert found.says("training/total.cost") == "8,300 元，另有 1 项未定"
    assert str(found.figure("training/total.person-hours").quantity.value) == "60"
    assert found.says("training/total.courses") == "5 门"
    assert found.says("training/total.courses/clerk") == "2 门"


@pytest.mark.parametrize(
    ("course", "codes"),
    [
        ("{name: 甲, date: 2026-03-05, audience: [lead, clerk], trainer: clerk}", ["TRA101"]),
        ("{name: 甲, date: 2025-12-30}", ["TRA102"]),
        ("{name: 甲}", ["TRA103"]),
        ("{name: 甲, period: Q2, price: 500元/场}", ["PG215"]),
        ("{name: 甲, period: Q2, lasts: 3场}", ["PG205"]),
        ("{name: 甲, period: Q2, lasts: = 1小时 + 1小时}", ["PG310"]),
    ],
)
def test_checks(course: str, codes: list[str]) -> None:
    """One finding a mistake; a price per session needs sessions."""
    assert training(f"a: {course}\n").codes == codes


def test_page() -> None:
    """The courses with sums, the costs, who takes which."""
    courses, calendar, chart, matrix = training(COURSES).blocks("training")
    assert isinstance(courses, Table)
    assert [row.id for row in courses.rows] == ["stories", "calls", "abroad", "twice", "open", ""]
    assert [text(cell) for cell in courses.rows[1].cells] == [
        "电话销售", "内训", "5-10", "业务跟单、业务经理", "—", "3", "6 小时", "8", "48", "—", "1,500"
    ]  # fmt: skip
    assert text(courses.rows[2].cells[2]) == "待定"
    assert isinstance(calendar, Chart)
    assert text(calendar.title) == "跟单事例最早，从 1-01 开始，有的还待定"
    assert isinstance(chart, Chart)
    assert len(chart.table.rows) == 4
    assert isinstance(matrix, Table)
    assert [text(cell) for cell in matrix.rows[1].cells] == ["电话销售", "●", "●"]
    assert [text(cell) for cell in matrix.rows[-1].cells] == ["门数", "2", "1"]


def test_lines_of_text() -> None:
    """Courses, cost, time."""
    scope = training(COURSES.replace("price: 待定", "lasts: 2小时")).scope()
    section = scope.section("training")
    assert isinstance(section, Training)
    assert text(views.lede(section, scope)) == "5 门课，费用 8,300 元，共 60 人时，共 12–18 人天。"
    (card,) = views.cards(section, scope)
    assert (text(card.figure), text(card.note)) == ("8,300 元", "5 门课")


NESTED = """\
a: {{name: 甲, period: Q1, part_of: b, lasts: 4天, participants: 1人}}
b: {{name: 乙, period: Q1, part_of: {whole}, lasts: 4天, participants: 1人}}
"""
PARTS = "start: {name: 入职培训, period: Q1, lasts: 4天, participants: 6人}\n"


@pytest.mark.parametrize(
    ("parts", "codes"),
    [
        ("a: {lasts: 3天}, b: {lasts: 1天}", []),
        ("a: {lasts: 2–3天}, b: {lasts: 待定}", []),
        ("a: {lasts: 2–3天}, b: {lasts: 2天}", []),
        ("a: {}, b: {}", []),
        ("a: {lasts: 16小时}, b: {}", []),
        ("a: {lasts: 待定}, b: {}", []),
        ("a: {lasts: 3天}, b: {lasts: 2天}", ["TRA104"]),
        ("a: {lasts: 1天}, b: {lasts: 2天}", ["TRA104"]),
        ("a: {lasts: 5天}, b: {}", ["TRA104"]),
        ("a: {lasts: 5天}, b: {lasts: 待定}", ["TRA104"]),
        ("a: {lasts: 2–3天}, b: {}", ["TRA105"]),
    ],
)
def test_parts_against_their_whole(parts: str, codes: list[str]) -> None:
    """Parts make the whole; one that says nothing beside one that does is told."""
    courses = parts.replace("{", "{name: 甲, period: Q1, part_of: start, ").replace(", }", "}")
    assert training(PARTS + courses.replace("}, b", "}\nb") + "\n").codes == codes


def test_rest_of_a_whole() -> None:
    """4 less 2 to 3 days is 1 to 2 days."""
    workshop = "a: {name: 下车间, period: Q1, part_of: start, lasts: 2–3天}\n"
    calls = "b: {name: 电话, period: Q1, part_of: start}\n"
    (found,) = training(PARTS + workshop + calls).findings
    assert (found.args["taken"], found.args["rest"], found.args["silent"]) == ("2–3 天", "1–2 天", "“电话”")


@pytest.mark.parametrize(
    ("courses", "days"),
    [
        ("a: {name: 甲, period: Q1, part_of: start, lasts: 4天, participants: 6人}", "24"),
        ("a: {name: 甲, period: Q1, part_of: training/start, lasts: 4天, participants: 6人}", "24"),
        ("a: {name: 甲, period: Q1, lasts: 1天, participants: 6人}", "30"),
        (NESTED.format(whole="start"), "24"),
        (NESTED.format(whole="a"), "32"),
    ],
)
def test_time_of_parts_is_counted_once(courses: str, days: str) -> None:
    """6 × 4 days, whatever parts they have; courses that are parts of each other are no parts of anything."""
    assert str(training(PARTS + courses + "\n").figure("training/total.person-days").quantity.value) == days


def test_cost_of_parts_is_counted() -> None:
    """What a part costs is no part of what the whole costs."""
    courses = "start: {name: 入职, period: Q1, price: 100元/场, sessions: 1场}\n"
    part = "a: {name: 甲, period: Q1, part_of: start, price: 50元/场, sessions: 1场}\n"
    assert training(courses + part).says("training/total.cost") == "150 元"


def test_part_names_its_whole() -> None:
    """The table says what a course is a part of."""
    (table,) = training(PARTS + "a: {name: 甲, period: Q1, part_of: start, lasts: 4天}\n").blocks("training")
    assert isinstance(table, Table)
    assert text(table.rows[1].cells[0]) == "甲，在“入职培训”之内"
