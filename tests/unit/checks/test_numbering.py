"""Numbering by hand: gaps, repeats and returns, with series inside series."""

from pathlib import Path

import pytest

from handbooks import open_files
from plangen.findings import message


def told(root: Path, text: str) -> list[str]:
    """What is said of the text of a plan's overview."""
    found = open_files(root, {"index.md": text}).findings
    return [message(finding) for finding in found if finding.code in ("PG430", "PG431", "PG433")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1、甲\n\n2、乙\n\n3、丙\n", []),
        ("1、甲\n\n2、乙\n\n2、丙\n\n3、丁\n", ["编号“2、”写了两次"]),
        ("1、甲\n\n3、乙\n", ["编号“3、”跳过了 2"]),
        ("第二次出差\n", []),
        ("2、甲\n\n3、乙\n", ["编号“2、”不是从 1 编起，前面缺 1 个"]),
        ("一、甲\n\n1、子\n\n2、丑\n\n二、乙\n\n1、寅\n", []),
        ("一、甲\n\n1、子\n\n2、丑\n\n1、寅\n", ["编号“1、”在 2 后面倒了回去"]),
        ("## 一、甲\n\n1、子\n\n## 二、乙\n\n1、丑\n\n### （一）丙\n\n## 三、丁\n\n### （一）戊\n", []),
        ("## 一、甲\n\n### 1、子\n\n### 3、丑\n\n## 三、乙\n", ["编号“3、”跳过了 2", "编号“三、”跳过了 二"]),
        ("## 甲\n\n1、子\n\n## 乙\n\n1、丑\n\n2、寅\n", []),
        ("第一阶段\n\n第二阶段\n\n第四阶段\n", ["编号“第四阶段”跳过了 3"]),
        ("1. 甲\n2. 乙\n2. 丙\n", []),
        ("一、二线城市铺网点。\n\n三、四线城市靠经销商。\n", []),
        ("## 一、二线城市\n\n## 三、四线城市\n", []),
        ("一、二线城市铺网点。\n\n一、甲\n\n二、乙\n", []),
        ("一、总结\n\n二、三大任务\n\n三、保障\n\n五、附则\n", ["编号“五、”跳过了 4"]),
        ("一、一季度\n\n三、三季度\n", ["编号“三、”跳过了 2"]),
        ("10,000元以内由经理批。\n\n50,000元以上由总监批。\n", []),
        ("1,甲\n\n3,乙\n", ["编号“3,”跳过了 2"]),
    ],
)
def test_numbers_go_up_by_one(tmp_path: Path, text: str, expected: list[str]) -> None:
    """One finding where a series breaks."""
    assert told(tmp_path, text) == [each.replace("跳过了 二", "跳过了 2") for each in expected]


def test_mixed_levels(tmp_path: Path) -> None:
    """Quarters and what goes for all of them in one series; of one quarter alone nothing is said."""
    text = "1、第三季度：铺网点\n\n2、第四季度：冲量\n\n3、跟上公司战略，一步不落下\n"
    assert told(tmp_path / "a", text) == [
        "“3、跟上公司战略，一步不落下”和“1、第三季度：铺网点”编在一起，不在一层：那几项按时间分，这一项不按"
    ]
    assert told(tmp_path / "b", "1、第三季度：铺网点\n\n2、跟上战略\n") == []


def test_a_list_that_is_too_short(tmp_path: Path) -> None:
    """With the words that announce it, and how many there are."""
    assert told(tmp_path, "考评有四个体系：\n\n- 甲\n- 乙\n") == ["“四个体系”后面列了 2 条"]


@pytest.mark.parametrize("comma", ["，", ", "])
def test_a_count_in_another_clause_announces_nothing(comma: str, tmp_path: Path) -> None:
    """The customers are called on; what is listed is what is written down."""
    assert told(tmp_path, f"每人每天拜访10个客户{comma}记录：\n\n- 姓名\n- 电话\n") == []
