"""Placeholders left from a form are found in texts, and nothing that only looks like one."""

from pathlib import Path

import pytest

from handbooks import codes, open_files
from plangen.findings import message


@pytest.mark.parametrize(
    ("text", "placeholder"),
    [
        ("拜访 XX 公司", "XX"),
        ("XX年目标", "XX"),
        ("20xx年度计划", "20xx"),
        ("20XX 年", "20XX"),
        ("“××”团队", "××"),
        ("○○商场", "○○"),
        ("高____米以上", "____"),
    ],
)
def test_placeholder_is_found_at_its_line(text: str, placeholder: str, tmp_path: Path) -> None:
    """The finding names the placeholder and the line that has it."""
    workspace = open_files(tmp_path, {"objectives.yml": f"revenue:\n  name: {text}\n  target: 100万元\n"})
    found = [each for each in workspace.findings if each.code == "PG243"]
    assert [(each.span.file, each.span.line) for each in found] == [("content/2026/demo/objectives.yml", 2)]
    assert f"“{placeholder}”" in message(found[0], "zh")


@pytest.mark.parametrize(
    "text", ["XXL 号货架", "MAXX 系列", "3×4 米展台", "a_b 接口", "x 光机", "二〇二六年", "E20xxA"]
)
def test_words_are_no_placeholders(text: str, tmp_path: Path) -> None:
    """Sizes, names, products of numbers and years in Han digits stay what they are."""
    files = {"objectives.yml": f"revenue: {{name: {text}, target: 100万元}}\n"}
    assert "PG243" not in codes(open_files(tmp_path, files))


def test_head_of_the_plan_is_read_too(tmp_path: Path) -> None:
    """A plan copied from a form has the placeholder in its name first."""
    assert codes(open_files(tmp_path, {"plan.yml": "name: XX区域计划\n"})) == ["PG243"]


def test_number_written_so_is_unset_and_no_text(tmp_path: Path) -> None:
    """`XX万元` is counted among what is not set, not reported a second time."""
    workspace = open_files(tmp_path, {"objectives.yml": "revenue: {name: 销售额, target: XX万元}\n"})
    assert "PG243" not in codes(workspace)
    assert workspace.unset_count() == 1
