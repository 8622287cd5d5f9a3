"""Policies: counts, what the paper announces, doubles, authorities, the page."""

import pytest

from plangen.sections.policies import views
from plangen.sections.policies.model import Policies
from plangen.views import Table
from unit.sections.reading import Read, read, text

ORG = "roles:\n  lead: {name: 经理}\n  rep: {name: 业务员, reports_to: lead}\n"
POLICIES = """
expense:
  name: 报销
  scope: rep
  exception: lead
  stated: {rules: 3条}
  rules:
    invoice: {text: 要有发票}
    travel: {text: 出差实报实销, limit: ≤5000元/人/月, valid_from: 2026-06-01}
    audit: {text: 及时审核, limit: 3天以内, scope: lead, number: 第五条}
conduct:
  name: 管理
  rules:
    obey: {text: 服从决定}
"""


def policies(yaml: str) -> Read:
    """Policies beside an organisation."""
    return read({"policies.yml": yaml, "org.yml": ORG})


def test_counts() -> None:
    """Three rules and one are four; two of them have a limit, which is a figure."""
    found = policies(POLICIES)
    assert found.says("policies/expense.rules") == "3 条"
    assert found.says("policies/total.rules") == "4 条"
    assert found.says("policies/total.limited") == "2 条"
    assert found.says("policies/total.groups") == "2 组"
    assert found.says("policies/travel.limit") == "≤5,000 元/人/月"
    assert found.codes == ["POL106"]  # audit binds the manager, who allows the exceptions of the group


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        ("x: {text: 一}", "1 组 1 条。"),
        ("x: {text: 一, limit: 5元}, y: {text: 二}", "1 组 2 条，其中 1 条写明限额。"),
        ("x: {text: 一, limit: 待定}, y: {text: 二, limit: 5元}", "1 组 2 条，其中 1 条写明限额，1 条限额待定。"),
        ("x: {text: 一, limit: 待定}", "1 组 1 条，1 条限额待定。"),
    ],
)
def test_the_lede_counts_limits_that_are_set(rules: str, said: str) -> None:
    """A limit that is not set is none that is written; where no rule has one nothing is said of limits."""
    scope = policies(f"a: {{name: 甲, rules: {{{rules}}}}}\n").scope()
    section = scope.section("policies")
    assert isinstance(section, Policies)
    assert text(views.lede(section, scope)) == said


@pytest.mark.parametrize(
    ("yaml", "codes"),
    [
        ("a: {name: 甲, stated: {rules: 6条}, rules: {x: {text: 一}}}\n", ["POL101"]),
        ("a: {name: 甲, stated: {rules: ≥1条}, rules: {x: {text: 一}}}\n", []),
        ("a: {name: 甲, stated: {rules: ≤1条}, rules: {x: {text: 一}, y: {text: 二}}}\n", ["POL101"]),
        ("a: {name: 甲, stated: {rules: 待定}, rules: {x: {text: 一}}}\n", []),
        ("a: {name: 甲, rules: {x: {text: 一, number: 1}, y: {text: 二, number: 1}}}\n", ["POL102"]),
        ("a: {name: 甲, rules: {x: {text: 一, number: 1}}}\nb: {name: 乙, rules: {y: {text: 二, number: 1}}}\n", []),
        (
            "a: {name: 甲, kind: authority, rules: {x: {text: 一, scope: rep}, y: {text: 二, limit: 1元}}}\n",
            ["POL103"] * 2,
        ),
        ("a: {name: 甲, kind: authority, scope: rep, rules: {x: {text: 一, limit: 待定}}}\n", []),
        (
            (
                "a:\n  name: 甲\n  kind: authority\n  rules:\n    x: {text: 一, scope: rep, limit: 待定}\n"
                "    y: {text: 二, scope: lead, limit: 待定}\n"
            ),
            [],
        ),
        (
            (
                "a:\n  name: 甲\n  kind: authority\n  rules:\n    x: {text: 一, scope: rep, limit: ≤5万元}\n"
                "    y: {text: 二, scope: lead, limit: ≤50000元}\n"
            ),
            ["POL104"],
        ),
        ("a: {name: 甲, rules: {x: {text: 不得报价}}}\nb: {name: 乙, rules: {y: {text: 不得报价。}}}\n", ["POL105"]),
        ("a: {name: 甲, scope: rep, rules: {x: {text: 一, exception: rep}}}\n", ["POL106"]),
        ("a: {name: 甲, scope: [rep, lead], rules: {x: {text: 一, exception: lead}}}\n", []),
    ],
)
def test_checks(yaml: str, codes: list[str]) -> None:
    """One finding a mistake."""
    assert policies(yaml).codes == codes


def test_what_is_wrong_is_said_with_its_numbers() -> None:
    """Announced and listed."""
    found = policies("a: {name: 管理制度, stated: {rules: 6条}, rules: {x: {text: 一}}}\n")
    assert found.message("POL101").startswith("“管理制度”宣布有 6 条，列出 1 条")


def test_page() -> None:
    """Rules under their groups, with the group's scope and exceptions, each at its anchor."""
    (table,) = policies(POLICIES).blocks("policies")
    assert isinstance(table, Table)
    rows = {row.id: [text(cell) for cell in row.cells] for row in table.rows}
    assert list(rows) == ["expense", "invoice", "travel", "audit", "conduct", "obey"]
    assert rows["expense"][1] == "报销　3 条"
    assert rows["travel"] == ["2", "出差实报实销", "≤5,000 元/人/月", "业务员", "经理", "6-01"]
    assert rows["audit"][0] == "第五条"
    assert rows["obey"] == ["1", "服从决定", "—", "所有人", "—", "—"]
    mixed = "a: {name: 甲, rules: {x: {text: 一}, y: {text: 二}, z: {text: 三, number: 2}}}\n"
    (numbered,) = policies(mixed).blocks("policies")
    assert isinstance(numbered, Table)
    assert [text(row.cells[0]) for row in numbered.rows[1:]] == ["1", "", "2"]
    assert policies(POLICIES).lede("policies") == "2 组 4 条，其中 2 条写明限额。"
    (wrong,) = policies("a: {name: 甲, stated: {rules: 6条}, rules: {x: {text: 一}}}\n").blocks("policies")
    assert isinstance(wrong, Table)
    assert text(wrong.rows[0].cells[1]) == "甲　1 条（原文写 ≠ 6 条）"
