"""Risks: the matrix, thresholds against figures, responses, the page."""

import pytest

from plangen.views import Table
from unit.sections.reading import Read, read, text

ORG = "roles:\n  lead: {name: 经理}\n"
OBJECTIVES = "paid: {name: 回款率, target: 70%}\nlate: {name: 迟交, target: 3–6次}\nopen: {name: 未定, target: 待定}\n"
RISKS = """
attrition: {name: 离职, trigger: 提出离职, response: 交接, within: 1天, owner: lead, probability: medium, impact: high}
poaching: {name: 炒单, trigger: 客户举报, response: 走访, within: 3天, owner: lead, probability: medium, impact: high}
unpaid:
  name: 回款慢
  figure: objectives/paid.target
  alarm: <80%
  response: 催收
  within: 待定
  owner: lead
  probability: high
"""


def risks(yaml: str) -> Read:
    """Risks beside an organisation and figures to watch."""
    return read({"risks.yml": yaml, "org.yml": ORG, "objectives.yml": OBJECTIVES})


def test_matrix() -> None:
    """Two in one cell, none in another, one without an impact: three in all."""
    found = risks(RISKS)
    assert found.says("risks/total.risks/probability-medium/impact-high") == "2 条"
    assert found.says("risks/total.risks/probability-low/impact-low") == "0 条"
    assert found.says("risks/total.unrated") == "1 条"
    assert found.says("risks/total.risks") == "3 条"


def risk(rest: str) -> str:
    """A risk with everything but what sets it off."""
    return f"r: {{name: 风险, response: 应对, within: 1天, owner: lead, {rest}}}\n"


@pytest.mark.parametrize(
    ("yaml", "codes"),
    [
        (risk("trigger: 情形"), []),
        (risk("note: 无"), ["RSK101"]),
        ("r: {name: 风险, trigger: 情形}\n", ["RSK102"]),
        ("r: {name: 风险, trigger: 情形, response: 应对, within: 1天}\n", ["RSK103"]),
        ("r: {name: 风险, trigger: 情形, response: 应对, owner: lead}\n", ["RSK103"]),
        (risk("figure: objectives/paid.target, alarm: <80万元"), ["RSK104"]),
        (risk("figure: objectives/paid.target, alarm: <80%"), ["RSK105"]),
        (risk("figure: objectives/paid.target, alarm: <70%"), []),
        (risk("figure: objectives/paid.target, alarm: ≤70%"), ["RSK105"]),
        (risk("figure: objectives/paid.target, alarm: 待定"), []),
        (risk("figure: objectives/late.target, alarm: ≥5次"), []),
        (risk("figure: objectives/late.target, alarm: ≥3次"), ["RSK105"]),
        (risk("figure: objectives/late.target, alarm: 1–6次"), ["RSK105"]),
        (risk("figure: objectives/open.target, alarm: ≥5次"), []),
        (risk("alarm: ≥5次"), ["RSK106"]),
        (risk("figure: objectives/late.target, trigger: 情形"), ["RSK106"]),
    ],
)
def test_checks(yaml: str, codes: list[str]) -> None:
    """A figure of 70% and one of three to six, against lines that they certainly have come to, or perhaps."""
    assert risks(yaml).codes == codes


def test_the_owner_is_asked_for_where_there_are_roles() -> None:
    """Without an organisation nobody can be named."""
    assert read({"risks.yml": "r: {name: 风险, trigger: 情形, response: 应对, within: 1天}\n"}).codes == []


def test_page() -> None:
    """The matrix from high to low, then each risk at its anchor; what has been reached is said."""
    matrix, table = risks(RISKS).blocks("risks")
    assert isinstance(matrix, Table)
    assert isinstance(table, Table)
    assert [[text(cell) for cell in row.cells] for row in matrix.rows] == [
        ["高", "—", "—", "—"],
        ["中", "—", "—", "2·离职、炒单"],
        ["低", "—", "—", "—"],
    ]
    rows = {row.id: [text(cell) for cell in row.cells] for row in table.rows}
    assert rows["attrition"] == ["离职", "提出离职", "交接", "1 天", "经理", "中 / 高"]
    assert rows["unpaid"] == ["回款慢", "回款率 <80%（现在 70%）", "催收", "待定", "经理", "高 / —"]
    assert risks(RISKS).lede("risks") == "3 条风险；已到触发线：回款慢。"
    (alone,) = risks(risk("trigger: 情形")).blocks("risks")
    assert isinstance(alone, Table)
    assert alone.id == "risks"
