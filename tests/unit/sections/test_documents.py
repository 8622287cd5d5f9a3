"""Documents: counts by kind, doubles, owners, days, the page."""

import pytest

from plangen.views import Table
from unit.sections.reading import Read, read, text

ORG = "roles:\n  lead: {name: 经理}\n  rep: {name: 业务员, reports_to: lead}\n"
DOCUMENTS = """
weekly: {name: 周报, kind: form, cycle: weekly, due: 周日前, owner: rep, to: lead, contains: 拜访, retention: 1年}
handbook: {name: 手册, kind: manual, cycle: once, owner: lead, note: 待审}
monthly: {name: 月报, kind: form, cycle: monthly, due: 每月初, owner: rep}
"""


def documents(yaml: str) -> Read:
    """A register beside an organisation."""
    return read({"documents.yml": yaml, "org.yml": ORG})


def test_counts() -> None:
    """Two forms and a manual."""
    found = documents(DOCUMENTS)
    assert found.codes == []
    assert found.says("documents/total.documents/form") == "2 份"
    assert found.says("documents/total.documents") == "3 份"
    assert found.says("documents/weekly.retention") == "1 年"


@pytest.mark.parametrize(
    ("yaml", "codes"),
    [
        ("a: {name: 周报, kind: form, owner: rep}\nb: {name: 《周报》, kind: form, owner: rep}\n", ["DOC101"]),
        ("a: {name: 周报, kind: form}\n", ["DOC102"]),
        ("a: {name: 周报, kind: form, owner: rep, cycle: weekly}\n", ["DOC103"]),
        ("a: {name: 周报, kind: form, owner: rep, cycle: event}\n", []),
    ],
)
def test_checks(yaml: str, codes: list[str]) -> None:
    """One finding a mistake."""
    assert documents(yaml).codes == codes


def test_page() -> None:
    """By kind in reading order, each document at its anchor."""
    (table,) = documents(DOCUMENTS).blocks("documents")
    assert isinstance(table, Table)
    assert [text(row.cells[0]) for row in table.rows] == ["手册　1 份", "手册 待审", "表单　2 份", "周报", "月报"]
    rows = {row.id: [text(cell) for cell in row.cells] for row in table.rows if row.id}
    assert rows["weekly"] == ["周报", "每周", "周日前", "业务员", "经理", "拜访", "1 年"]
    assert rows["handbook"] == ["手册 待审", "一次", "—", "经理", "—", "—", "—"]
    assert documents(DOCUMENTS).lede("documents") == "2 类 3 份文件。"
