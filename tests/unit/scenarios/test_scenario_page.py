"""The page that compares scenarios: which plans have one, what it says, that every number of it can be asked."""

import re
from html import unescape
from pathlib import Path

import pytest

from numbered import numbered
from plangen.site.book import Book, Page
from plangen.site.scenarios import side_by_side
from plangen.values import Address, Key
from unit.scenarios.plans import FLOOR, PLAN, STRETCH, planned
from unit.site.test_origins import rows


def page_of(book: Book, path: str = "demo/scenarios.md") -> Page | None:
    """A page of a book, if it is there."""
    return next((page for page in book.pages if page.path == path), None)


def text_of(page: Page) -> str:
    """What a page says, without its markup."""
    return unescape(re.sub(r"<[^>]+>", " ", " ".join(page.slots.values())))


def test_a_plan_with_scenarios_has_a_page(tmp_path: Path) -> None:
    """In its navigation, after the sections; with a sentence that names what is binding."""
    book = planned(tmp_path, stretch=STRETCH, floor=FLOOR).book(2026)
    page = page_of(book)
    assert page is not None
    assert page.title == "情景对比"
    assert "3 种情景：目标（为准）、floor、挑战" in " ".join(text_of(page).split())
    overview = page_of(book, "demo/index.md")
    assert overview is not None
    assert overview.frame.nav.index('"objectives/"') < overview.frame.nav.index('"scenarios/"')


def test_without_scenarios_nothing_is_shown(tmp_path: Path) -> None:
    """No page, no strip, no word of it; nor for a plan that no scenario changes, nor for last year."""
    book = planned(tmp_path / "a").book(2026)
    assert page_of(book) is None
    assert "情景" not in "".join(html for page in book.pages for html in (*page.slots.values(), page.frame.nav))
    files = {"2026/other/plan.yml": "name: 别的\n", "2026/other/objectives.yml": "x: {name: 拜访, target: 3家}\n"}
    workspace = planned(tmp_path / "b", files, stretch=STRETCH)
    assert page_of(workspace.book(2026), "other/scenarios.md") is None
    assert page_of(workspace.book(2025)) is None


def test_the_differences_stand_side_by_side(tmp_path: Path) -> None:
    """120 in the plan, 110 and 150 beside it, each with its distance: -10 (-8.3%), +30 (+25.0%)."""
    page = page_of(planned(tmp_path, stretch=STRETCH, floor=FLOOR).book(2026))
    assert page is not None
    grid = next(html for html in page.slots.values() if 'id="objectives-scenarios"' in html)
    grid = grid[grid.index('id="objectives-scenarios"') :]
    row = next(part for part in re.findall(r"<tr.*?</tr>", grid, re.DOTALL) if "销售额" in part)
    cells = [re.sub(r"<[^>]+>|\s", "", cell) for cell in re.findall(r"<t[dh].*?</t[dh]>", row, re.DOTALL)]
    assert cells[0] == "销售额万元"
    assert cells[1:] == ["120", "110", "-10", "-8.3", "150", "+30", "+25.0"]


def test_computed_shares_are_not_listed_and_typed_ones_are(tmp_path: Path) -> None:
    """Channels' shares move with their targets and say nothing more; a share that the planner wrote is a decision."""
    written = "revenue: {name: 销售额, target: 120万元, channel: {own-store: {share: 40%}, dealer: {share: 60%}}}\n"
    typed = "objectives: {revenue: {channel: {own-store: {share: 30%}, dealer: {share: 70%}}}}\n"
    computed = page_of(planned(tmp_path / "computed", stretch=STRETCH).book(2026))
    decided = page_of(planned(tmp_path / "decided", {"objectives.yml": written}, stretch=typed).book(2026))
    assert computed is not None
    assert decided is not None
    assert "占比" not in text_of(computed)
    assert "占比" in text_of(decided)


def test_every_number_of_the_page_is_told(tmp_path: Path) -> None:
    """Each names its figure with its scenario, and the data beside the page has it, down to the scenario's line."""
    book = planned(tmp_path, stretch=STRETCH, floor=FLOOR).book(2026)
    page = page_of(book)
    assert page is not None
    names = {unescape(name) for name in re.findall(r'data-address="([^"]+)"', numbered(book, page.path))}
    told = rows(book, "demo/scenarios.md")
    assert "2026@stretch demo:objectives/revenue.target" in names
    assert "2026@floor demo:objectives/revenue.target.variance-share" in names
    assert names <= set(told)
    assert all(told[name][2] is not None for name in names)
    label, value, _, inputs, *_ = told["2026@stretch demo:objectives/revenue.target"]
    assert (label, value) == ("试验计划·销售额·目标·挑战情景", "150 万元")
    assert inputs == [["", "2025 demo:objectives/revenue.target"], ["", "2026@stretch demo:objectives/revenue.growth"]]
    growth = told["2026@stretch demo:objectives/revenue.growth"]
    assert growth[5] == "content/2026/demo/scenarios/stretch.yml:4"
    apart = told["2026@stretch demo:objectives/revenue.target.variance"]
    assert apart[3] == [["", "2026@stretch demo:objectives/revenue.target"], ["−", "demo:objectives/revenue.target"]]


def test_a_number_of_the_plan_is_not_used_by_scenarios(tmp_path: Path) -> None:
    """Its panel names the users of the same scenario only."""
    book = planned(tmp_path, stretch=STRETCH).book(2026)
    told = rows(book, "demo/objectives.md")
    for name, row in told.items():
        users = row[4]
        assert isinstance(users, list)
        assert {user.startswith("2026@stretch ") for user in users} <= {name.startswith("2026@stretch ")}
    assert told["demo:objectives/revenue.target"][4]
    assert told["2026@stretch demo:objectives/revenue.target"][4]


def test_the_overview_has_a_strip(tmp_path: Path) -> None:
    """The figure that the plan is judged by, in each scenario, with a link to the page."""
    page = page_of(planned(tmp_path, stretch=STRETCH).book(2026), "demo/index.md")
    assert page is not None
    said = " ".join(text_of(page).split())
    assert re.search(r"挑战\s+150\s+万元\s+\+30\s+万元", said)
    assert 'href="scenarios/"' in "".join(page.slots.values())


def test_own_words_and_own_place(tmp_path: Path) -> None:
    """`scenarios.md` stands on the page and may name it; `chapters` may name where it stands."""
    files = {
        "plan.yml": "name: 试验计划\nchapters: [scenarios, objectives]\n",
        "scenarios.md": "# 三档\n\n守住老客户。\n",
    }
    workspace = planned(tmp_path, files, stretch=STRETCH)
    assert [finding.code for finding in workspace.findings] == []
    page = page_of(workspace.book(2026))
    assert page is not None
    assert page.title == "三档"
    assert "守住老客户" in page.markdown
    assert page.frame.nav.index("三档") < page.frame.nav.index("objectives/")


def test_a_gap_of_one_scenario_is_told_on_its_page(tmp_path: Path) -> None:
    """And not counted among those of the section."""
    book = planned(tmp_path, stretch="objectives: {revenue: {growth: 50%}}\n").book(2026)
    page, overview = page_of(book), page_of(book, "demo/index.md")
    assert page is not None
    assert overview is not None
    assert "〔stretch〕" in text_of(page)
    assert not re.search(r"目标\s+2 项目标.*?≠ 1", text_of(overview))


def test_what_a_scenario_lacks_is_no_zero(tmp_path: Path) -> None:
    """A line that a scenario takes out is shown as not applicable."""
    plan = PLAN + "calls: {name: 电话, target: 9次}\n"
    page = page_of(planned(tmp_path, {"objectives.yml": plan}, floor="objectives: {calls: null}\n").book(2026))
    assert page is not None
    grid = next(html for html in page.slots.values() if "objectives-scenarios" in html)
    assert re.search(r"电话.*?9.*?pg-na", grid, re.DOTALL)


def test_in_english(tmp_path: Path) -> None:
    """Every generated word."""
    head = "format: 1\ntitle: Book\nlanguage: en\ncurrent: 2026\nas_of: 2026-01-05\n"
    page = page_of(planned(tmp_path, {"handbook.yml": head}, stretch=STRETCH).book(2026))
    assert page is not None
    assert page.title == "Scenarios"
    said = " ".join(text_of(page).split())
    assert "2 scenarios: target (binding)" in said
    assert "Side by side" in said
    assert "为准" not in said


CELLS = """\
revenue:
  name: 销售额
  target: 120万元
  cross: [channel, region]
  spread: [{axis: channel, members: [own-store, dealer]}, {axis: region, members: [zhejiang, jiangsu]}]
"""


def test_few_cells_are_listed_and_many_are_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Four cells stand in the table; where that is too many, only their sums do, and a note says so."""
    stretch = "objectives: {revenue: {target: 240万元}}\n"
    few = page_of(planned(tmp_path / "few", {"objectives.yml": CELLS}, stretch=stretch).book(2026))
    monkeypatch.setattr(side_by_side, "MOST_CELLS", 3)
    many = page_of(planned(tmp_path / "many", {"objectives.yml": CELLS}, stretch=stretch).book(2026))
    assert few is not None
    assert many is not None
    assert "直营店·浙江" in text_of(few)
    assert "交叉的单元格太多" not in text_of(few)
    assert "直营店·浙江" not in text_of(many)
    assert "直营店" in text_of(many)
    assert "交叉的单元格太多" in text_of(many)


SUPPORT = "van: {name: 样品车, amount: 10万元}\nstand: {name: 展架, amount: 20万元, status: granted}\n"


def test_sums_by_a_choice_have_its_name(tmp_path: Path) -> None:
    """What is asked for and what is granted change, their sum does not: both rows have a name, and a heading."""
    moved = "support: {van: {amount: 5万元}, stand: {amount: 25万元}}\n"
    workspace = planned(tmp_path, {"support.yml": SUPPORT}, floor=moved)
    page = page_of(workspace.book(2026))
    assert page is not None
    said = " ".join(text_of(page).split())
    assert "合计 已提出 万元 10 5" in said
    assert "已同意 万元 20 25" in said
    assert not {"asked", "granted", "total"}.intersection(said.split())
    key = Key(2026, Address.parse("support/total.amount/asked", "demo"))
    assert workspace.origins.title(key) == "试验计划·合计·金额·2026 年·已提出"
