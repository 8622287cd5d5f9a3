"""The first page of a plan: what it is judged by first, what is open in short."""

import re
from pathlib import Path

from handbooks import open_files
from unit.site.test_roles import headings, words

ORG = "roles:\n  lead: {name: 组长, headcount: 2人}\n"
PHASES = """\
start: {name: 开局, start: 2026-01-01, end: 2026-12-31, milestones: {go: {name: 开张, date: 2026-03-01, owner: lead}}}
"""
BUDGET = """\
office: {name: 办公, share_of: objectives/revenue.target, lines: {rent: {name: 房租, amount: 2万元}}}
travel: {name: 差旅, share_of: objectives/revenue.target, lines: {rail: {name: 车票, amount: 1万元}}}
reserve: {name: 备用, lines: {rest: {name: 其他, amount: 5万元}}}
"""
GOALS = """\
revenue: {name: 销售额, target: 120万元, owner: lead, channel: {own-store: 48万元, dealer: 72万元}}
share: {name: 占有率, target: 待定, owner: lead}
"""
FULL = {"org.yml": ORG, "phases.yml": PHASES, "budget.yml": BUDGET, "objectives.yml": GOALS}


def overview(root: Path, files: dict[str, str]) -> str:
    """What fills the plan's first page, in its order."""
    book = open_files(root, files).book(2026)
    page = next(page for page in book.pages if page.path == "demo/index.md")
    return re.sub(r"x+plangenslot\d+x", lambda token: page.slots[token[0]], page.markdown)


def labels(html: str) -> list[str]:
    """What the cards are called, in order."""
    return [words(label) for label in re.findall(r"<dt>(.*?)</dt>", html)]


def test_cards_stand_in_the_order_of_their_weight(tmp_path: Path) -> None:
    """The target, the cost, the heads, the next date, what is open: whatever the order of the chapters is."""
    html = overview(tmp_path, FULL)
    assert labels(html) == ["销售额目标", "费用", "编制", "下一里程碑", "还没填的", "办公"]
    assert "2类合计，占销售额2.50%" in words(html).replace(" ", "")


def test_time_then_parts_then_words_then_what_is_open(tmp_path: Path) -> None:
    """The plan's own words stand between what is seen at a glance and what is left to do."""
    html = overview(tmp_path, {**FULL, "index.md": "这是本计划自己的话。\n"})
    assert headings(html) == ["阶段", "目标怎么分", "还没填的", "各章"]
    own = html.index("这是本计划自己的话")
    assert html.index('class="pg-strip') < html.index('class="pg-share"') < own < html.index('id="chapters"')


def test_five_gaps_then_the_way_to_the_others(tmp_path: Path) -> None:
    """Each with its code as a link to where it is told in full."""
    duties = "lead:\n" + "".join(f"  d{place}: {{text: 要事{place}, frequency: 随时}}\n" for place in range(7))
    html = overview(tmp_path, {"org.yml": ORG, "duties.yml": duties})
    gaps = html.partition('id="gaps"')[2].partition("</ul>")[0]
    assert gaps.count("DUT103") == 5
    assert gaps.count('href="../checks/#finding-') == 5
    assert re.search(r'href="\.\./checks/">其余 \d 个', gaps)
