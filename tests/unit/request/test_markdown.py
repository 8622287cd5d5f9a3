"""The comment: what it says, in which order, what it never lets through, and how long it gets."""

import shutil
from pathlib import Path

import pytest
from markdown import markdown

from handbooks import HANDBOOK
from plangen.request.markdown import LIMIT, MARKER, render_markdown
from plangen.request.request import Request
from plangen.review.markdown import plain
from repositories import commit
from unit.request.requests import FILES, OBJECTIVES, RULES, Edit, asked, repository, reviewed

HOSTILE = "<img src=x onerror=alert(1)> [链接](javascript:x) | `代码` @all **粗** &lt; <!-- plangen review -->"


def lines(request: Request) -> list[str]:
    """The comment's lines that are not empty."""
    return [line for line in render_markdown(request).splitlines() if line]


def test_what_it_says(tmp_path: Path) -> None:
    """60万元 → 72万元 is +12万元, +20%: more than 5%, so that the director approves it by the rule in line 9."""
    found = lines(reviewed(tmp_path, ("objectives.yml", "60万元", "72万元")))
    assert found[0] == MARKER
    assert found[1] == "### 试验手册：spring 改了什么"
    assert found[2].startswith("2026 年改动 1 处，带动 ")
    assert found[2].endswith("个数；没有新问题；**要总监批准**。")
    assert "- 目标 › **销售额·经销商**：目标 60 万元 → **72 万元**（+12 万元，+20.0%）" in found
    place = found.index("#### 要谁批准")
    assert found[place + 1] == "- **总监**（规则在 `content/handbook.yml:9`）"
    assert found[place + 2] == "  - 目标 › 销售额·经销商（变动 20%，超过 5%）"
    assert found[-1] == "审批规则和认可以 main 上的手册为准；没有运行这个分支里的任何程序。"


def test_errors_first(tmp_path: Path) -> None:
    """The sum that does not add up any more stands before what was edited, with its place and code."""
    files = {**FILES, "objectives.yml": OBJECTIVES.replace("owner: manager\n  channel", "target: 100万元\n  channel")}
    found = lines(reviewed(tmp_path, ("objectives.yml", "60万元", "72万元"), files=files))
    place = found.index("#### 新出现的问题")
    assert found[place + 1].startswith("- **错误** ")
    assert "`content/2026/demo/objectives.yml:5` `OBJ101`" in found[place + 1]
    assert place < found.index("#### 改了什么") < found.index("#### 要谁批准")
    assert "**新出现 1 个错误，改好才能合并**" in found[2]


def test_nothing_to_say(tmp_path: Path) -> None:
    """A branch without an edit: one sentence."""
    found = lines(reviewed(tmp_path))
    assert found[2] == "手册没有变化；没有新问题。"
    assert len(found) == 4


def test_no_rules_no_approvals(tmp_path: Path) -> None:
    """A handbook that has no approval rules is not said to need none."""
    files = {name: text for name, text in FILES.items() if name != "handbook.yml"}
    text = render_markdown(reviewed(tmp_path, ("objectives.yml", "60万元", "72万元"), files=files))
    assert "批准" not in text


def test_nobody_has_to_approve(tmp_path: Path) -> None:
    """Said, where there are rules and none asks."""
    found = lines(reviewed(tmp_path, ("org.yml", "reports_to: director", "fact: 直管浙江, reports_to: director")))
    assert "不需要谁批准" in found[2]


def test_a_preview_is_linked(tmp_path: Path) -> None:
    """With the site's address pages are links, with the item's anchor; without it their paths are named."""
    request = reviewed(tmp_path, ("objectives.yml", "60万元", "72万元"))
    assert "[目标](<https://p.example.com/x/2026/demo/objectives/#revenue-dealer>)" in render_markdown(
        request, "https://p.example.com/x"
    )
    assert "目标 `2026/demo/objectives/#revenue-dealer`" in render_markdown(request)


def test_text_of_the_branch_is_never_markup(tmp_path: Path) -> None:
    """Names and notes as typed: no tag, no link, no code, no name that is called; the marker stands once."""
    text = render_markdown(reviewed(tmp_path, ("objectives.yml", "name: 拜访", f"name: '{HOSTILE}'")))
    assert text.count(MARKER) == 1
    assert "@all" not in text
    html = markdown(text)
    assert [tag for tag in ("<img", "<a ", "<code>代码", "<strong>粗") if tag in html] == []


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a@b #1", "a@<!-- -->b #<!-- -->1"),
        ("@甲", "@<!-- -->甲"),
        ("x_y", r"x\_y"),
        ("a\nb", "a b"),
        ("A & B", "A &amp; B"),
        ("a\u202eb", "a&lt;U+202E&gt;b"),
    ],
)
def test_escaped(text: str, written: str) -> None:
    """Nothing of it is markup, a name or a number that leads elsewhere."""
    assert plain(text) == written


def test_a_large_request_is_cut(tmp_path: Path) -> None:
    """300 items with long notes: within what forges take, the counts still whole, the rest counted."""
    many = "".join(f"item-{n}: {{name: 指标{n}{'长' * 60}, target: 10家}}\n" for n in range(300))
    edits: list[Edit] = [("objectives.yml", "target: 10家", "target: 20家")]
    request = reviewed(tmp_path, *edits, files={**FILES, "objectives.yml": OBJECTIVES + many})
    text = render_markdown(request)
    assert len(text) <= LIMIT
    assert "改动 300 处" in text
    assert "另有 280 处，见网页版或 plangen diff" in text
    assert text.count("<details>") == text.count("</details>")


def test_a_new_passage(tmp_path: Path) -> None:
    """It is told with how it begins and ends; numbers in it as the page shows them, and one that went by its name."""
    long = "新市场" * 60
    edits = ("market.md", "## 旧\n\n旧文。\n", f"## 新\n\n目标 {{{{ objectives/visits.target }}}}。{long}完。\n")
    found = lines(reviewed(tmp_path, edits, files={**FILES, "market.md": "# 市场\n\n## 旧\n\n旧文。\n"}))
    added = next(line for line in found if "市场 › 新" in line)
    assert added.startswith("- **市场 › 新**：新增 目标 200 家。新市场")
    assert added.endswith("新市场完。")
    assert "…" in added
    assert "- **市场 › 旧**：删去 旧文。" in found


def test_changed_rules_are_told_one_by_one(tmp_path: Path) -> None:
    """Of three rules one became another: that one, not the list twice; and that the old ones decide."""
    found = lines(reviewed(tmp_path, ("handbook.yml", "up_to: 5%", "up_to: 50%")))
    place = next(n for n, line in enumerate(found) if "审批规则" in line)
    assert [line.split()[1] for line in found[place + 1 : place + 3]] == ["删去", "新增"]
    assert "50%" in found[place + 2]
    assert "**这次也改了规则或豁免；审批按改动前的规则算。**" in found


def test_an_acceptance_that_nothing_needs(tmp_path: Path) -> None:
    """It is told where no change is accepted too."""
    accepts = "  accepted: [{address: objectives/visits.target, reason: 也定, owner: manager, until: 2026-12-31}]\n"
    found = reviewed(
        tmp_path, ("budget.yml", "10次", "20次"), files={**FILES, "handbook.yml": HANDBOOK + RULES + accepts}
    )
    assert "<summary>1 条认可没有用上</summary>" in render_markdown(found)
    assert "也定" in render_markdown(found)


def test_an_unread_side_is_no_empty_change(tmp_path: Path) -> None:
    """The comment says that nothing was compared."""
    broken = {**FILES, "handbook.yml": HANDBOOK.replace("format: 1", "format: {")}
    text = render_markdown(reviewed(tmp_path, ("budget.yml", "10次", "20次"), files=broken))
    assert "读不出来，没有比较：main、spring" in text
    assert "手册没有变化" not in text


def test_what_is_left_out_is_counted(tmp_path: Path) -> None:
    """Of 30 sources that changed 20 are named."""
    rows = "".join(f"goal-{n}: {{name: 指标{n}, target: 1家, source: 旧}}\n" for n in range(30))
    text = render_markdown(reviewed(tmp_path, ("objectives.yml", "旧", "新"), files={**FILES, "objectives.yml": rows}))
    assert "指标19" in text
    assert "指标20" not in text
    assert "另有 10" in text


def test_a_branch_that_cannot_be_read_promises_nothing(tmp_path: Path) -> None:
    """Neither that nobody has to approve, nor that problems of the unread part are solved, nor another plangen."""
    files = {**FILES, "org.yml": FILES["org.yml"].replace("headcount: 1人, reports_to", "reports_to")}
    found = lines(reviewed(tmp_path, ("org.yml", "roles:", "roles: ["), files=files))
    assert found[2] == "2026 年有读不出来的部分；**新出现 1 个错误，改好才能合并**；要谁批准，读得出来才知道。"
    assert any(line.startswith("- **读不出来，没有比较：spring：") and line.endswith("·组织**") for line in found)
    assert "程序版本" not in "".join(found)


def test_settings_that_cannot_be_read_remove_no_year(tmp_path: Path) -> None:
    """The years are not gone, so nobody has to approve that."""
    found = lines(reviewed(tmp_path, ("handbook.yml", "format: 1", "format: {")))
    assert found[2] == "读不出来，没有比较：spring；**新出现 1 个错误，改好才能合并**；要谁批准，读得出来才知道。"
    assert "要谁批准" not in found


def test_a_card_with_many_lines_is_cut(tmp_path: Path) -> None:
    """Of fourteen duties that somebody takes over four are named, and ten counted."""
    duties = "".join(f"  duty-{n}: {{text: 做第 {n} 件事, to: manager}}\n" for n in range(14))
    files = {**FILES, "duties.yml": f"manager:\n{duties}"}
    found = reviewed(tmp_path, ("duties.yml", "manager:\n", "director:\n"), files=files)
    card = next(line for line in lines(found) if line.startswith("- **总监**："))
    assert "；另有 10 处，见网页版或 plangen diff" in card


def test_an_id_that_was_changed_without_was(tmp_path: Path) -> None:
    """The guess stands first, and a reference whose name is the same shows which ids."""
    edits = ("org.yml", "  manager:", "  lead:"), ("objectives.yml", "owner: manager", "owner: lead")
    found = lines(reviewed(tmp_path, *edits, ("budget.yml", "owner: manager", "owner: lead")))
    place = found.index("#### 改了什么")
    assert found[place + 1].endswith("若是同一项，在新的一项写 was: manager**")
    assert "- 费用预算 › **差旅**：负责人 区域经理（manager） → **区域经理（lead）**" in found


def test_one_endless_paragraph_leaves_the_rest(tmp_path: Path) -> None:
    """A new text of 100,000 characters is shortened, so that what stands below it still fits."""
    files = {**FILES, "market.md": "开头。\n"}
    edits = ("market.md", "开头。", "字" * 100_000), ("objectives.yml", "60万元", "72万元")
    request = reviewed(tmp_path, *edits, files=files)
    text = render_markdown(request)
    assert len(text) < 5000
    assert "#### 要谁批准" in text


def test_a_removed_plan_names_its_sections(tmp_path: Path) -> None:
    """By what they are called, not by the plan's path again and again."""
    files = {
        **FILES,
        "2026/demo/east/plan.yml": "name: 华东\n",
        "2026/demo/east/objectives.yml": "x: {name: 甲, target: 1家}\n",
    }
    repository(tmp_path, files)
    shutil.rmtree(tmp_path / "content/2026/demo/east")
    commit(tmp_path, "2026-01-02")
    line = next(line for line in lines(asked(tmp_path)) if "**计划**" in line or "**华东**" in line)
    assert "含 目标、甲" in line
