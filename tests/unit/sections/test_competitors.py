"""Competitors: what is known and what is not, dimensions, responses, the page."""

import pytest

from plangen.views import Table
from unit.sections.reading import Read, read, text

COMPETITORS = """
dimensions:
  price: {name: 价格, own: 中上}
  quality: {name: 质量}
competitors:
  jinba: {name: 劲霸, values: {price: 略低, quality: 待定}, strengths: 早, response: 推新品, answer: competitors/many}
  many: {name: 同类厂家, count: 不少于500家, values: {price: 低, quality: 参差}, note: 不跟价格战}
"""


def competitors(yaml: str) -> Read:
    """A comparison alone."""
    return read({"competitors.yml": yaml})


def test_counts() -> None:
    """One of four cells is being found out."""
    found = competitors(COMPETITORS)
    assert found.codes == []
    assert found.says("competitors/jinba.filled") == "1 项"
    assert found.says("competitors/total.filled") == "3 项"
    assert found.says("competitors/total.unknown") == "1 项"
    assert found.says("competitors/total.competitors") == "2 家"
    assert found.says("competitors/total.answered") == "1 家"
    assert found.says("competitors/many.count") == "≥500 家"


@pytest.mark.parametrize(
    ("competitor", "codes"),
    [
        ("name: 劲霸, values: {price: 低, quality: 好, service: 慢}, response: 推新品", ["CMP101"]),
        ("name: 劲霸, values: {price: 低}, response: 推新品", ["CMP102"]),
        ("name: 劲霸, values: {price: 低, quality: 好}", ["CMP103"]),
        ("name: 劲霸, values: {price: 低, quality: 待定}, note: 只看着", []),
    ],
)
def test_checks(competitor: str, codes: list[str]) -> None:
    """One finding a mistake."""
    yaml = f"dimensions: {{price: {{name: 价格}}, quality: {{name: 质量}}}}\ncompetitors: {{jinba: {{{competitor}}}}}\n"
    assert competitors(yaml).codes == codes


def test_a_misspelt_dimension_is_said_with_what_may_be_meant() -> None:
    """At the key itself."""
    yaml = "dimensions: {price: {name: 价格}}\ncompetitors:\n  jinba: {name: 劲, response: 新品, values: {prise: 低}}\n"
    (finding, _) = competitors(yaml).findings
    assert (finding.code, finding.span.line, finding.span.column) == ("CMP101", 3, 43)
    assert "price" in competitors(yaml).message("CMP101")


def test_page() -> None:
    """Dimensions down and competitors across, then the responses; each at its anchor."""
    comparison, responses = competitors(COMPETITORS).blocks("competitors")
    assert isinstance(comparison, Table)
    assert isinstance(responses, Table)
    assert [column.title for column in comparison.columns] == ["维度", "本公司", "劲霸", "同类厂家"]
    rows = {row.id: [text(cell) for cell in row.cells] for row in (*comparison.rows, *responses.rows)}
    assert rows["price"] == ["价格", "中上", "略低", "低"]
    assert rows["quality"] == ["质量", "—", "! 不了解", "参差"]
    assert rows["jinba"] == ["劲霸", "—", "早", "—", "推新品", "同类厂家"]
    assert rows["many"][1] == "≥500 家"
    assert text(comparison.subtitle) == "还有 1 项没有了解"
    assert competitors(COMPETITORS).lede("competitors") == "2 家竞争对手，1 家写了应对。"
    (alone,) = competitors("competitors: {jinba: {name: 劲霸, response: 推新品}}\n").blocks("competitors")
    assert isinstance(alone, Table)
    assert alone.id == "competitors"
