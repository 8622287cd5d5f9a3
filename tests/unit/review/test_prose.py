"""Narratives as they are told: with the values of references, blocks by name, and only what readers see otherwise."""

from pathlib import Path

import pytest

from unit.review.desk import told

OBJECTIVES = "revenue: {name: 销售额, target: %s}\n"
TABLE = "```plan-table\nfrom: objectives\n```"


def shown(root: Path, before: str, after: str, *, targets: tuple[str, str] = ("100万元", "100万元")) -> list[str]:
    """Each passage with its title and its changes: `[-old-]{+new+}`."""
    marks = {"same": "{}", "old": "[-{}-]", "new": "{{+{}+}}"}
    sides = [
        {"objectives.yml": OBJECTIVES % target, "market.md": text}
        for target, text in zip(targets, (before, after), strict=True)
    ]
    prose = told(root, *sides).prose
    return [f"{each.title}: {''.join(marks[run.kind].format(run.text) for run in each.runs)}" for each in prose]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("# 市场\n\n先做华东。", "# 市场\n\n先做华中。", ["市场: 先做华[-东-]{+中+}。"]),
        ("先做华东。", "先做华中。", ["market: 先做华[-东-]{+中+}。"]),
        ("# 市场\n\n今年 {{ objectives/revenue.target }}，看 {{ objectives/revenue }}。",
         "# 市场\n\n明年 {{ objectives/revenue.target unit=元 }}，看 {{ objectives/revenue }}。",
         ["市场: [-今年 100 万元-]{+明年 1,000,000 元+}，看 销售额。"]),
        (f"# 市场\n\n看表：\n\n{TABLE}\n", f"# 市场\n\n看下表：\n\n{TABLE}\n",
         ["市场: 看{+下+}表：\n［图表：目标］"]),
        (f"# 市场\n\n看表。\n\n{TABLE}\n", "# 市场\n\n看表。\n", ["市场: 看表。[-\n［图表：目标］-]"]),
        ("# 市场\n\n见[组织](org.md)那一页。甲", "# 市场\n\n见[组织](../org.md)那一页。乙",
         ["市场: 见组织那一页。[-甲-]{+乙+}"]),
        ("# 市场\n\n见[组织](org.md)。", "# 市场\n\n见[组织](../org.md)。",
         ["市场: 见[-[组织](org.md)-]{+[组织](../org.md)+}。"]),
        ("# 市场\n\n{{ objectives/none.target }} 甲", "# 市场\n\n{{ objectives/none.target }} 乙",
         ["市场: {{ objectives/none.target }} [-甲-]{+乙+}"]),
        ("# 市场\n\n```plan-table\nfrom: objectives\n", "# 市场\n\n```plan-table\nfrom: org\n",
         ["市场: ```plan-table\nfrom: [-objectives-]{+org+}"]),
        ("# 市场\n\n<!-- source: D1-1 -->\n先做华东。", "# 市场\n\n<!-- source: D1-2 -->\n先做华中。",
         ["市场: 先做华[-东-]{+中+}。"]),
        ("# 市场\n\n<!-- source: D1-1 -->\n先做华东。", "# 市场\n\n<!-- source: D1-2 -->\n先做华东。",
         ["市场: <!-- source: [-D1-1-]{+D1-2+} --> 先做华东。"]),
        ("# 市场\n\n每周拜访，\n月底小结。", "# 市场\n\n每周拜访，月底\n小结。", []),
    ],
)  # fmt: skip
def test_passages(tmp_path: Path, before: str, after: str, expected: list[str]) -> None:
    """As on the page, word by word."""
    assert shown(tmp_path, before, after) == expected


def test_a_moved_value_is_no_change_of_the_sentence(tmp_path: Path) -> None:
    """What is said of a number stays; where the sentence changes too, each side shows its own value."""
    text = "# 市场\n\n目标 {{ objectives/revenue.target }}，%s。"
    moved = ("100万元", "120万元")
    assert shown(tmp_path / "a", text % "不变", text % "不变", targets=moved) == []
    assert shown(tmp_path / "b", text % "稳", text % "冲", targets=moved) == ["市场: 目标 120 万元，[-稳-]{+冲+}。"]
