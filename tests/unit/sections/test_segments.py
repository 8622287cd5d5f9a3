"""Segments: contacts and visits over the plan's period, the work that they make, quadrants, checks."""

import pytest

from plangen.sections.segments import views
from plangen.sections.segments.model import Segments
from plangen.views import Board, Chart, Table
from plangen.views import Text as Sentence
from unit.sections.reading import Read, read, text

TIERS = """
customers:
  name: 客户
  tiers:
    a: {name: A类, count: 10家, contact: 1次/周}
    b: {name: B类, count: 30家, contact: 2次/月}
    c: {name: C类, count: 60家, contact: 1次/家/月}
"""
OUTLETS = """
outlets:
  name: 终端
  tiers:
    a: {name: A类, count: 40家, visit: 2次/周}
    b: {name: B类, count: 60家, visit: 1次/2周}
  workload: {minutes: 15–30分钟/次, capacity: 180分钟/人/天, days: 5天/周, people: 4人}
"""
AXES = "axes: {volume: {name: 需求量, split: 5万元/月}, closing: {name: 成交时间, split: 15天, better: lower}}"
QUADRANTS = f"""
customers:
  name: 客户
  {AXES}
  quadrants:
    d: {{name: 丁, at: {{volume: low, closing: high}}, treatment: 暂时放弃}}
    c: {{name: 丙, at: {{volume: high, closing: high}}, treatment: 保持联系, moves: {{a: 出现机会}}}}
    b: {{name: 乙, at: {{volume: low, closing: low}}, treatment: 其次跟进}}
    a: {{name: 甲, at: {{volume: high, closing: low}}, count: 5家, treatment: 重点跟进}}
"""


def segments(yaml: str) -> Read:
    """Segments alone."""
    return read({"segments.yml": yaml})


def one(fields: str) -> Read:
    """One scheme."""
    return segments(f"one: {{name: 一, {fields}}}\n")


def test_contacts_of_a_year() -> None:
    """10 × 52 + 30 × 2 × 12 + 60 × 12 = 520 + 720 + 720 = 1,960; a week 1960 ÷ 52 = 37.69."""
    found = segments(TIERS)
    assert found.codes == []
    assert [found.says(f"segments/customers/{tier}.contact-each") for tier in "abc"] == [
        "52 次/家",
        "24 次/家",
        "12 次/家",
    ]
    assert [found.says(f"segments/customers/{tier}.contacts") for tier in "abc"] == ["520 次", "720 次", "720 次"]
    assert found.says("segments/customers.contacts") == "1,960 次"
    assert found.says("segments/customers.contacts-weekly") == "37.69 次/周"
    assert found.says("segments/customers.count") == "100 家"
    assert found.says("segments/customers/b.share") == "30%"


@pytest.mark.parametrize(
    ("cadence", "each"),
    [
        ("≥1次/2天", "≥182.5 次/家"),  # 365 ÷ 2
        ("1–2次/月", "12–24 次/家"),
        ("1次/季", "4 次/家"),
        ("3次/年", "3 次/家"),
    ],
)
def test_cadences(cadence: str, each: str) -> None:
    """Days, months, quarters, years; ranges and bounds stay what they are."""
    found = one(f"tiers: {{a: {{name: 甲, count: 2家, contact: {cadence}}}}}")
    assert found.says("segments/one/a.contact-each") == each


def test_customers_that_nobody_has_counted() -> None:
    """Their contacts are counted as missing, never as zero."""
    found = one("tiers: {a: {name: 甲, count: 2家, contact: 1次/月}, b: {name: 乙, count: 待定, contact: 1次/月}}")
    assert found.says("segments/one.contacts") == "24 次，另有 1 项未定"
    found = one("tiers: {a: {name: 甲, count: 2家, contact: 1次/月}, b: {name: 乙, contact: 1次/月}}")
    assert found.says("segments/one.contacts") == "24 次，另有 1 项未定"
    assert found.says("segments/one/b.contact-each") == "12 次"
    found = one("tiers: {a: {name: 甲, count: 2家, contact: 1次/月}, b: {name: 乙, count: 3家, contact: 待定}}")
    assert found.says("segments/one.contacts") == "24 次，另有 1 项未定"


def test_visits_and_saturation() -> None:
    """40 × 2 + 60 × 0.5 = 110 a week; × 15–30 minutes of 180 × 5 × 4 = 3600: 45.83–91.67%."""
    found = segments(OUTLETS)
    assert found.codes == []
    assert found.says("segments/outlets.visits") == "5,720 次"
    assert found.says("segments/outlets.visits-weekly") == "110 次/周"
    assert found.says("segments/outlets.load") == "1,650–3,300 分钟/周"
    assert found.says("segments/outlets.available") == "3,600 分钟/周"
    assert found.says("segments/outlets.saturation") == "45.83–91.67%"


@pytest.mark.parametrize(
    ("work", "saturation", "expected"),
    [
        ("pace: 4次/天, minutes: 15–30分钟/次, capacity: 180分钟/天", "33.33–66.67%", []),
        ("pace: 4次/人/天, minutes: 45分钟/次, capacity: 180分钟/人/天, people: 3人, days: 5天/周", "100%", []),
        ("pace: 8次/天, minutes: 15–30分钟/次, capacity: 180分钟/天", "66.67–133.33%", ["SEG107"]),
        ("pace: 8次/天, minutes: ≥15分钟/次, capacity: 180分钟/天", "≥66.67%", ["SEG107"]),
        ("pace: 15次/天, minutes: 15–30分钟/次, capacity: 180分钟/天", "125–250%", ["SEG106"]),
        ("pace: 8次/天, minutes: 待定, capacity: 180分钟/天", "待定", []),
    ],
)
def test_set_visits(work: str, saturation: str, expected: list[str]) -> None:
    """Visits that are set, by range: certainly too many, perhaps too many, or not."""
    found = one(f"workload: {{{work}}}")
    assert found.says("segments/one.saturation") == saturation
    assert found.codes == expected


def test_work_in_other_units_is_told() -> None:
    """Minutes against hours are not compared."""
    assert one("workload: {pace: 4次/天, minutes: 15分钟/次, capacity: 3小时/天}").codes == ["PG215"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("tiers: {a: {name: 甲, contact: 1次/周}, b: {name: 乙}}", ["SEG101"]),
        ("tiers: {a: {name: 甲, contact: 1次/周}, b: {name: 乙, note: 放弃}}", []),
        ("tiers: {a: {name: 甲}, b: {name: 乙}}", []),
        (f"{AXES}, quadrants: {{a: {{name: 甲, at: {{volume: high, closing: low}}}}}}", ["SEG102"]),
        (f"{AXES}, quadrants: {{a: {{name: 甲, at: {{volume: high}}}}}}", ["SEG104"]),
        (f"{AXES}, quadrants: {{a: {{name: 甲, at: {{volume: high, speed: low}}}}}}", ["SEG104"]),
        ("quadrants: {a: {name: 甲, at: {volume: high, closing: low}}}", ["SEG104"]),
        ("tiers: {a: {name: 甲, contact: 1次/单}}", ["SEG105"]),
        ("tiers: {a: {name: 甲, contact: 1次/工作日}}", ["SEG105"]),
        ("stated: {tiers: 2级, marked: 1级}, tiers: {a: {name: 甲, mark: 星}, b: {name: 乙}}", []),
        ("stated: {tiers: 3级, marked: 2级}, tiers: {a: {name: 甲, mark: 星}, b: {name: 乙}}", ["SEG108", "SEG108"]),
        ("tiers: {a: {name: 甲, moves: {b: 翻倍}}}", ["SEG111"]),
        ("workload: {minutes: 15分钟/次, capacity: 180分钟/天}", ["SEG112"]),
        ("tiers: {a: {name: 甲, members: [x, y]}, b: {name: 乙, members: [y]}}", ["SEG113"]),
    ],
)
def test_checks(fields: str, expected: list[str]) -> None:
    """One finding a mistake."""
    assert one(fields).codes == expected


def test_a_quadrant_twice() -> None:
    """The one that is twice, and the one that is therefore missing."""
    found = segments(QUADRANTS.replace("丁, at: {volume: low,", "丁, at: {volume: high,"))
    assert found.codes == ["SEG102", "SEG103"]
    assert found.message("SEG103") == "“客户”里“丁”和“丙”是同一个象限：需求量高、成交时间高"
    assert found.message("SEG102") == "“客户”没有需求量低、成交时间高的象限"


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        ("A级以上", "A级以下", ["SEG109"]),
        ("对A级以上零售户", "对A级以下零售户", ["SEG109"]),
        ("A级以上（含A级）", "A级以下", []),
        ("A级及以上", "A级以下", []),
        ("A级以上", "A级（不含）以下", []),
        ("A级以上", "B级以下", []),
        ("A级以上", "其余各级", []),
    ],
)
def test_borders(above: str, below: str, expected: list[str]) -> None:
    """Whether the tier between them is on one side."""
    found = one(f"treatments: {{x: {{text: 服务, applies: {above}}}, y: {{text: 检查, applies: {below}}}}}")
    assert found.codes == expected


def test_page_of_quadrants() -> None:
    """The board has the good sides first; rows carry the anchors that links lead to."""
    found = segments(QUADRANTS)
    assert found.codes == []
    schemes, _, splits, board, tiers = found.blocks("segments")
    assert isinstance(schemes, Table)
    assert [row.id for row in schemes.rows] == ["customers"]
    assert isinstance(splits, Sentence)
    assert text(splits.line) == "需求量以 5 万元/月为界，成交时间以 15 天为界（越低越好）。"
    assert isinstance(board, Board)
    assert [panel.title for panel in board.panels] == ["甲", "丙", "乙", "丁"]
    assert (board.rows, board.columns) == (("需求量高", "需求量低"), ("成交时间低", "成交时间高"))
    assert text(board.panels[0].aside) == "5 家"
    assert [text(cell) for cell in board.table.rows[1].cells] == ["成交时间", "15 天", "低"]
    assert isinstance(tiers, Table)
    assert tiers.rows[0].id == "customers-d"
    assert [text(cell) for cell in tiers.rows[1].cells] == ["丙", "保持联系", "→ 甲：出现机会", "—"]


def test_page_of_tiers() -> None:
    """Numbers of each tier and of all, the tier that takes most, the work as a sentence."""
    _, _, tiers, chart, work = segments(OUTLETS).blocks("segments")
    assert isinstance(tiers, Table)
    assert [text(cell) for cell in tiers.rows[0].cells] == ["A类", "40 家", "2 次/周", "104 次/家", "4,160 次"]
    assert [text(cell) for cell in tiers.rows[2].cells] == ["合计", "100 家", "", "", "5,720 次"]
    assert isinstance(chart, Chart)
    assert text(chart.title) == "A类 4,160 次最多，占 72.7%"
    assert isinstance(work, Sentence)
    assert text(work.line) == "拜访要 1,650–3,300 分钟/周，可用工时 3,600 分钟/周，工作饱和度 45.8–91.7%。"


def test_lines_of_text() -> None:
    """Summary, sentence and card."""
    scope = segments(OUTLETS + TIERS).scope()
    section = scope.section("segments")
    assert isinstance(section, Segments)
    assert text(views.summary(section, scope)) == "2 种划分办法"
    assert text(views.lede(section, scope)) == "终端分 2 级；客户分 3 级。"
    (card,) = views.cards(section, scope)
    assert (text(card.figure), card.tone) == ("46–92%", "")
