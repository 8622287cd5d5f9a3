"""Support: amounts, sums, days, the page."""

import pytest

from plangen.views import Table
from unit.sections.reading import Read, read, text

ORG = "roles:\n  director: {name: 营销总监}\n"
SUPPORT = """
travel:
  name: 出差
  asked_of: director
  price: ≤5000元/人/月
  quantity: 4人
  periods: 2月
  start: 2026-06-01
  end: 2026-07-31
advance: {name: 预借, asked_of: director, price: 约3000元/人, quantity: 4人, start: 2026-06-01, status: granted}
visit: {name: 指导, text: 到区域来, asked_of: director, end: 2027-01-10}
quick: {name: 审核, asked_of: director, within: 3个工作日, status: refused}
"""


def support(yaml: str, org: str = ORG) -> Read:
    """Requests beside an organisation."""
    return read({"support.yml": yaml, "org.yml": org})


def test_amounts() -> None:
    """5000 × 4 × 2 is at most 40 000, 3000 × 4 about 12 000; together at most about 52 000. A visit has none."""
    found = support(SUPPORT)
    assert found.codes == []
    assert found.says("support/travel.amount") == "≤4 万元"
    assert found.says("support/advance.amount") == "约 1.2 万元"
    assert found.figure("support/total.amount").quantity.high == 52000
    assert found.says("support/total.amount/granted") == "约 1.2 万元"
    assert found.says("support/total.requests") == "4 项"


@pytest.mark.parametrize(
    ("yaml", "codes"),
    [
        ("a: {name: 甲, end: 2026-06-30}\n", ["SUP101"]),
        ("a: {name: 甲, asked_of: director}\n", ["SUP104"]),
        ("a: {name: 甲, asked_of: director, start: 待定}\n", []),
        ("a: {name: 甲, asked_of: director, start: 2026-06-30, end: 2026-06-29}\n", ["SUP102"]),
        ("a: {name: 甲, asked_of: director, start: 2026-06-30, end: 2026-06-30}\n", []),
        ("a: {name: 甲, asked_of: director, end: 2026-06-30, price: 2元/人, quantity: 3人, amount: 5元}\n", ["SUP103"]),
        ("a: {name: 甲, asked_of: director, end: 2026-06-30, price: ≤2元/人, quantity: 3人, amount: 5元}\n", []),
        ("a: {name: 甲, asked_of: director, end: 2026-06-30, price: 2元/人, quantity: 3家}\n", ["PG215"]),
    ],
)
def test_checks(yaml: str, codes: list[str]) -> None:
    """One finding a mistake."""
    assert support(yaml).codes == codes


def test_nobody_can_be_asked_without_an_organisation() -> None:
    """Then it is not asked for."""
    assert read({"support.yml": "a: {name: 甲, end: 2026-06-30}\n"}).codes == []


def test_page() -> None:
    """Each request at its anchor, with what is multiplied; the sum below."""
    (table,) = support(SUPPORT).blocks("support")
    assert isinstance(table, Table)
    rows = {row.id: [text(cell) for cell in row.cells] for row in table.rows}
    terms = "≤5,000 元/人/月 × 4 人 × 2 个月"
    assert rows["travel"] == ["出差", "营销总监", terms, "≤40,000", "6-01 至 7-31", "—", "已提出"]
    assert rows["advance"][4] == "6-01 起"
    assert rows["visit"] == ["指导 到区域来", "营销总监", "—", "—", "2027-1-10 前", "—", "已提出"]
    assert rows["quick"][4:] == ["—", "3 工作日", "未同意"]
    assert table.rows[-1].role == "total"
    assert "52,000" in text(table.rows[-1].cells[3])
