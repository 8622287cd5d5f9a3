"""Role pages, who does what, the lists of a year: what they show, leave out and count."""

import re
from html import unescape
from pathlib import Path

import pytest

from handbooks import HANDBOOK, open_files
from numbered import numbered
from plangen.site.book import Book

ORG = """\
units: {office: {name: 办事处}, desk: {name: 后台}}
roles:
  lead: {name: 组长, unit: office, initial: 1人, headcount: 2人, max_span: 5人, fact: 管两省}
  rep: {name: 业务员, unit: office, headcount: 1人, reports_to: lead, holder: 待定}
  clerk: {name: 内勤, unit: desk, headcount: 1人, reports_to: lead}
  guest: {name: 顾问, headcount: 1人, reports_to: lead}
"""
DUTIES = """\
lead:
  coach: {text: 陪访, tags: 客户, frequency: 每周}
rep:
  visits: {text: 拜访, tags: [客户, 档案], frequency: 每天, to: lead}
clerk:
  files: {text: 归档, tags: 档案, frequency: 每周}
  count: {text: 盘点, frequency: 每月}
"""
SMALL = {"plan.yml": "name: 试验计划\nowner: lead\n", "org.yml": ORG, "duties.yml": DUTIES}


def book(root: Path, files: dict[str, str]) -> Book:
    """The pages of 2026."""
    return open_files(root, files).book(2026)


def html(found: Book, path: str) -> str:
    """What fills a page."""
    return "\n".join(next(page for page in found.pages if page.path == path).slots.values())


def words(text: str) -> str:
    """What HTML says, without its markup."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split())


def rows(text: str, name: str) -> list[list[str]]:
    """The cells of a table by rows, its heading left out."""
    table = re.search(rf'<section class="pg-table"[^>]*data-name="{name}".*?</section>', text, re.DOTALL)
    assert table, name
    body = table[0].partition("<tbody>")[2]
    return [
        [words(cell) for cell in re.findall(r"<t[hd].*?</t[hd]>", row, re.DOTALL)]
        for row in re.findall(r"<tr.*?</tr>", body, re.DOTALL)
    ]


def headings(text: str) -> list[str]:
    """The headings of a page."""
    return [words(each) for each in re.findall(r"<h2.*?</h2>", text, re.DOTALL)]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """A plan with four roles and four duties."""
    return book(tmp_path_factory.mktemp("small"), SMALL)


def test_every_role_has_a_page(small: Book) -> None:
    """Below its plan; the organisation and every link to a role lead there."""
    pages = [page.path for page in small.pages if page.path.startswith("roles/")]
    assert pages == [f"roles/demo/{name}.md" for name in ("lead", "rep", "clerk", "guest")]
    assert '<a href="../../roles/demo/lead/">' in html(small, "demo/duties.md")


def test_its_place_stands_first(small: Book) -> None:
    """Unit, superior, people below and beside, headcount; what is not known is left out."""
    page = html(small, "roles/demo/lead.md")
    assert headings(page)[0] == "组织"
    assert dict(rows(page, "place")) == {
        "单位": "办事处",
        "直接下级": "业务员 、 内勤 、 顾问",
        "编制": "现有 1 人 ，编制 2 人",
        "管辖": "3 人 （上限 5 人 ）",
        "说明": "管两省",
    }
    assert dict(rows(html(small, "roles/demo/rep.md"), "place"))["任职人"].startswith("待定")


def test_only_roles_of_other_plans_are_outside(tmp_path: Path) -> None:
    """A superior of the same plan is not, one of the plan above is."""
    child = {
        "2026/demo/east/plan.yml": "name: 东部\n",
        "2026/demo/east/org.yml": "roles: {head: {name: 主管, reports_to: lead}, hand: {name: 助, reports_to: head}}\n",
    }
    found = book(tmp_path, {**SMALL, **child})
    trees = {
        name: html(found, f"roles/demo/{name}.md").partition('data-name="place"')[0] for name in ("rep", "east/hand")
    }
    assert "本区外" not in words(trees["rep"])
    assert words(trees["east/hand"]).count("本区外") > 0
    assert "助" in words(trees["east/hand"])


def test_duties_and_what_it_gets(small: Book) -> None:
    """Its own, then those of others that name it, with who answers for them."""
    page = html(small, "roles/demo/lead.md")
    assert [row[0] for row in rows(page, "role-duties")] == ["陪访"]
    assert "拜访 交给 业务员" in words(page)


def test_a_role_with_nothing_says_so(tmp_path: Path, small: Book) -> None:
    """And shows no empty part."""
    page = html(book(tmp_path, {"org.yml": ORG}), "roles/demo/guest.md")
    assert "还没有内容写到这个岗位" in words(page)
    assert headings(page) == ["组织"]
    assert "还没有内容写到这个岗位" not in words(html(small, "roles/demo/clerk.md"))


def test_what_it_owes(small: Book) -> None:
    """The holder that is not known is the plan's owner's to fill in, with the field."""
    assert rows(html(small, "roles/demo/lead.md"), "role-owed") == [["业务员", "组织", "任职人", "上年没有"]]
    assert "还没填的" not in headings(html(small, "roles/demo/rep.md"))


def test_findings_on_what_it_owns(tmp_path: Path) -> None:
    """Of its risk, and of the role itself; each with the way to it on the page of checks, notes folded away."""
    risks = "fire: {name: 火灾, owner: guest, trigger: 起火, probability: high, impact: high}\n"
    found = book(tmp_path, {**SMALL, "risks.yml": risks})
    page = html(found, "roles/demo/guest.md")
    assert headings(page) == ["组织", "风险与应对", "检查结果"]
    assert "“火灾”没有写怎么应对 RSK102" in words(page)
    assert words(page.partition('id="notes"')[2]) == "> 岗位“顾问”没有写职责 DUT104"
    anchors = re.findall(r'href="../../../checks/#(finding-[0-9a-f]{8})"', page)
    assert len(anchors) == 2
    assert all(f'id="{anchor}"' in html(found, "checks.md") for anchor in anchors)
    assert "火灾" not in words(html(found, "roles/demo/clerk.md"))


def test_targets_with_last_year_and_actual(tmp_path: Path) -> None:
    """100 → 120: both in the plan's unit; 30 of 60 in the first half is 50%."""
    objectives = "revenue: {name: 销售额, target: 120万元, owner: rep}\n"
    last = {"2025/demo/plan.yml": "name: 试验计划\n", "2025/demo/objectives.yml": objectives.replace("120", "100")}
    files = {**SMALL, "objectives.yml": objectives, **last, "2025/demo/org.yml": ORG}
    found = book(tmp_path, files)
    page = html(found, "roles/demo/rep.md")
    assert rows(page, "role-targets")[0][:3] == ["销售额", "120 万元", "100 万元"]
    assert 'data-address="2025 demo:objectives/revenue.target"' in numbered(found, "roles/demo/rep.md")
    assert "变更卡片" in words(page)


def test_a_new_plan_has_no_change_cards(tmp_path: Path) -> None:
    """Its roles are all new; there is no page to lead to."""
    found = book(tmp_path, {**SMALL, "2025/old/plan.yml": "name: 旧计划\n"})
    assert "changes.md" in [page.path for page in found.pages]
    assert "demo/changes/cards.md" not in [page.path for page in found.pages]
    assert "变更卡片" not in words(html(found, "roles/demo/rep.md"))


def test_what_is_its_through_the_plan_is_counted(tmp_path: Path) -> None:
    """Items with an owner are listed with their figures; those without are a line with the way to their section."""
    risks = "fire: {name: 火灾}\nloss: {name: 流失, owner: lead, within: 3天}\nflood: {name: 水灾}\n"
    page = html(book(tmp_path, {**SMALL, "risks.yml": risks}), "roles/demo/lead.md")
    assert rows(page, "role-risks") == [["流失", "负责人", "时限 3 天"]]
    assert "没有另写负责人，随计划归本岗位 试验计划·风险与应对 2 项" in words(page)


def test_items_of_other_plans_name_their_plan(tmp_path: Path) -> None:
    """A role of the plan above on its page; a child's table says which plan it is of."""
    child = {
        "2026/demo/east/plan.yml": "name: 东部\n",
        "2026/demo/east/risks.yml": "fire: {name: 火灾, owner: lead}\n",
        "2026/demo/east/duties.yml": "lead:\n  east: {text: 东部复盘, frequency: 每月}\n",
    }
    found = book(tmp_path, {**SMALL, **child})
    page = html(found, "roles/demo/lead.md")
    assert rows(page, "role-risks")[0][-1] == "东部"
    assert re.search(r'<h3 id="role-duties-demo-east">\s*东部', page)
    assert "responsibility/demo/east.md" in [each.path for each in found.pages]


def test_who_leads_a_function(small: Book) -> None:
    """The carrier that is nobody's subordinate among them; two beside each other are marked; no tag has no lead."""
    page = html(small, "responsibility/demo.md")
    assert [row[:2] for row in rows(page, "matrix")] == [
        ["客户", "组长"],
        ["档案", "! 并列： 业务员 、 内勤"],
        ["没有标签", "—"],
    ]
    assert rows(page, "matrix")[0][2:] == ["牵头 1 ， 参与 1", "承担 1", ""]
    assert rows(page, "matrix")[1][2:] == ["参与 1", "并列 1", "并列 1"]
    assert "4 个岗位， 2 项职能： 0 项没有人牵头， 1 项几个岗位并列" in words(page)


def test_a_function_that_nobody_leads(tmp_path: Path) -> None:
    """Its duties stand under a role that does not exist; the check of duties reports them, the matrix marks the row."""
    files = {"org.yml": ORG, "duties.yml": DUTIES + "ghost:\n  lost: {text: 失物, tags: 门卫, frequency: 每天}\n"}
    page = html(book(tmp_path, files), "responsibility/demo.md")
    assert rows(page, "matrix")[2][:2] == ["门卫", "! 没有人牵头"]
    assert "1 项没有人牵头" in words(page)
    assert rows(page, "load")[-1][:2] == ["没有人负责", "1"]


def test_load_by_role(small: Book) -> None:
    """Duties by role, what is not set, and a row for what is nobody's even where that is nothing."""
    assert rows(html(small, "responsibility/demo.md"), "load") == [
        ["组长", "1", "1", "1"],
        ["业务员", "1", "1", "0"],
        ["内勤", "2", "2", "0"],
        ["顾问", "0", "—", "0"],
        ["没有人负责", "0", "—", "0"],
    ]


def test_a_part_counts_where_it_names_who_answers(tmp_path: Path) -> None:
    """A tier that the owner of its scheme approves is no work of its own; the step of a procedure is its actor's."""
    files = {
        "segments.yml": "shops: {name: 门店, owner: rep, tiers: {a: {name: 甲, approver: rep}}}\n",
        "procedures.yml": "claim: {name: 报销, owner: lead, steps: {file: {text: 填单, actor: rep}}}\n",
    }
    load = rows(html(book(tmp_path, {**SMALL, **files}), "responsibility/demo.md"), "load")
    assert load[1] == ["业务员", "3", "1", "1", "1", "0"]


def test_counts_lead_to_what_is_there(tmp_path: Path) -> None:
    """To the section on the role's page; where nothing there names the role, to the page."""
    found = book(tmp_path, {**SMALL, "risks.yml": "fire: {name: 火灾}\n"})
    page = html(found, "responsibility/demo.md")
    assert 'href="../../roles/demo/lead/#role-duties"' in page
    assert 'href="../../roles/demo/lead/">1</a>' in page
    assert "role-risks" not in page
    assert 'id="role-duties"' in html(found, "roles/demo/lead.md")


def test_the_index_lists_all_by_unit(small: Book) -> None:
    """Roles of one unit together; with counts."""
    found = rows(html(small, "roles.md"), "roles")
    assert [row[:2] for row in found] == [
        ["试验计划", ""], ["组长", "办事处"], ["业务员", "办事处"], ["内勤", "后台"], ["顾问", "—"],
    ]  # fmt: skip
    assert found[1][3:6] == ["2", "1", "1"]


def test_the_register_of_what_is_unset(tmp_path: Path) -> None:
    """By plan and owner, with file and line; what nobody answers for last."""
    files = {
        "org.yml": ORG,
        "objectives.yml": "a: {name: 甲, target: 待定}\nb: {name: 乙, target: 待定, owner: rep}\n",
    }
    page = html(book(tmp_path, files), "unset.md")
    assert rows(page, "owners") == [["业务员", "试验计划", "1"], ["没有负责人", "", "2"]]
    assert [row[0] for row in rows(page, "register")] == [
        "试验计划 · 业务员 1", "乙", "试验计划 · 没有负责人 2", "甲", "业务员",
    ]  # fmt: skip
    assert rows(page, "register")[1][4] == "content/2026/demo/objectives.yml:2"
    assert "应填未填 3 项， 2 项没有负责人" in words(page)


def test_nothing_unset_is_said(tmp_path: Path) -> None:
    """Plainly."""
    assert "没有待定的数。" in words(html(book(tmp_path, {}), "unset.md"))


def test_the_dashboard_counts_by_section(tmp_path: Path) -> None:
    """A warning, notes, a waived finding; a section without any says 0, one that is not there a dash."""
    waiver = "waivers:\n- {code: DUT103, reason: 暂缓, owner: lead, until: 2026-12-31}\n"
    duties = DUTIES.replace("frequency: 每月", "frequency: 定期")
    found = book(tmp_path, {**SMALL, "duties.yml": duties, "handbook.yml": HANDBOOK + waiver})
    page = html(found, "checks.md")
    plan, total = rows(page, "dashboard")
    assert plan[0] == "试验计划"
    assert plan[2:] == ["· 2", "⊘ 豁免 1", "✓ 通过 0"]
    assert total[1] == plan[1]
    assert re.search(r'<a href="#(finding-[0-9a-f]{8})">1</a>', page)
    anchors = set(re.findall(r'<section id="(finding-[0-9a-f]{8})"', page))
    assert set(re.findall(r'href="#(finding-[0-9a-f]{8})"', page)) <= anchors


def test_registers_share_one_tab(small: Book) -> None:
    """The tab leads to the first of them, the navigation beside each lists all."""
    checks = next(page for page in small.pages if page.path == "checks.md")
    names = ["岗位", "分工", "待定清单", "差额台账", "检查结果"]
    assert re.findall(r">([^<>\s]+)</a>", checks.frame.tabs) == ["首页", "试验计划", "索引"]
    assert re.findall(r">([^<>\s]+)</a>", checks.frame.nav)[-5:] == names
    assert 'aria-current="page">检查结果' in checks.frame.nav


def test_no_plan_is_called_like_a_register(tmp_path: Path) -> None:
    """Its page would be the register's."""
    files = {f"2026/{name}/plan.yml": "name: 计划\n" for name in ("roles", "responsibility", "unset")}
    assert [finding.code for finding in open_files(tmp_path, files).findings] == ["PG217"] * 3
