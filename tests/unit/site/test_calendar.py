"""The calendar of a year: what is gathered from which kind, for whom, what is left out, pages and files."""

import re
from pathlib import Path

import icalendar
import pytest

from handbooks import open_files
from plangen.site.calendar.appointment import Appointment
from plangen.site.calendar.page import MOST_LISTED
from plangen.site.calendar.role_dates import next_dates, role_appointments
from plangen.site.edition import Edition
from plangen.values import Address
from unit.sections.reading import text

HEAD = """\
format: 1
title: 手册
current: 2026
as_of: 2026-03-20
calendar: {holidays: CN}
"""
ORG = "roles:\n  lead: {name: 组长}\n  rep: {name: 业务员, reports_to: lead}\n"
KINDS = {
    "org.yml": ORG,
    "phases.yml": """
        launch:
          name: 开拓期
          start: 2026-03-02
          end: 2026-06-30
          owner: lead
          tasks: {visit: {name: 走访, start: 2026-03-09, end: 2026-03-09, owner: [lead, rep]}}
          milestones: {contract: {name: 首单, date: 2026-05-18, owner: rep}}
        """,
    "training.yml": "pitch: {name: 话术, date: 2026-04-08, trainer: lead, audience: rep}\n",
    "campaigns.yml": """
        autumn: {name: 秋促, ready: 2026-09-01, start: 2026-09-20, end: 2026-10-08, owner: lead}
        """,
    "support.yml": """
        car: {name: 用车, asked_of: lead, start: 2026-03-02, end: 2026-03-31}
        flat: {name: 宿舍, asked_of: lead, start: 2026-03-02, status: refused}
        """,
    "policies.yml": "trips: {name: 出差, scope: rep, rules: {limit: {text: 先批后行, valid_from: 2026-04-01}}}\n",
    "swot.yml": """
        strengths: {brand: {text: 品牌}}
        opportunities: {market: {text: 新市场}}
        actions: {push: {pair: strengths-opportunities, text: 先做样板, due: 2026-05-29, owner: rep}}
        """,
    "documents.yml": """
        ledger: {name: 台账, kind: form, owner: rep, cycle: yearly, due: 每年1月31日}
        manual: {name: 手册, kind: manual, owner: lead, cycle: monthly, due: 每月}
        """,
    "duties.yml": """
        rep:
          report: {text: 写周报, frequency: 每年3月31日前}
          visits: {text: 拜访, frequency: 每周}
        """,
    "routines.yml": """
        meeting: {name: 年会, kind: meeting, role: lead, to: rep, due: 每年1月15日, window: 9:00–12:00}
        stand-up: {name: 晨会, kind: meeting, role: lead, due: 每个工作日}
        calls: {name: 回访, role: rep, due: 每周两次}
        trips: {name: 出差计划, role: rep, due: 每次出差前}
        """,
}
EXPECTED = [
    "01-15 年会 会议 lead rep",
    "01-31 台账 表单 rep",
    "03-02 开拓期 开始 lead",
    "03-02 用车 要到位 lead",
    "03-09 走访 当天 lead rep",
    "03-31 写周报 职责 rep",
    "03-31 用车 用到 lead",
    "04-01 先批后行 生效 rep",
    "04-08 话术 培训 lead rep",
    "05-18 首单 里程碑 rep",
    "05-29 先做样板 期限 rep",
    "06-30 开拓期 结束 lead",
    "09-01 秋促 方案定稿 lead",
    "09-20 秋促 开始 lead",
    "10-08 秋促 结束 lead",
]


def edition(root: Path, files: dict[str, str], head: str = HEAD) -> Edition:
    """The year of a small handbook."""
    return open_files(root, {"handbook.yml": head, **files}).edition(2026, ())


def said(listed: list[Appointment]) -> list[str]:
    """Appointments as `03-05 周报 报告 rep`."""
    return [
        " ".join((f"{each.day:%m-%d}", each.what, each.sort, *(role.item[-1] for role in each.people)))
        for each in listed
    ]


def test_every_kind_that_has_days_takes_part(tmp_path: Path) -> None:
    """In order of the days; daily ones, mere numbers, events, cycles without a day and refusals are left out."""
    assert said(edition(tmp_path, KINDS).appointments) == EXPECTED


def test_dates_of_one_role(tmp_path: Path) -> None:
    """All of the year, and from the as-of day on: 20 March."""
    made = edition(tmp_path, KINDS)
    rep = Address("demo", "org", ("rep",))
    assert said(role_appointments(made, rep)) == [line for line in EXPECTED if " rep" in line]
    coming = role_appointments(made, rep, coming=True)
    assert [each.what for each in coming] == ["写周报", "先批后行", "话术", "首单", "先做样板"]
    table = next_dates(made, rep, most=2)
    assert table is not None
    assert [[text(cell) for cell in row.cells] for row in table.rows] == [
        ["3-31 周二", "写周报　职责", ""],
        ["4-01 周三", "先批后行　生效", ""],
    ]
    assert text(table.notes[0]) == "全年日历；放进自己的日历（ics）"
    assert next_dates(made, Address("demo", "org", ("nobody",))) is None


def test_one_paper_is_due_once(tmp_path: Path) -> None:
    """A report, the register of documents and a duty speak of one paper: for all named, at its time of the day."""
    files = {
        "org.yml": ORG,
        "routines.yml": """
            a: {name: 交月报, kind: report, role: rep, due: 每年1月30日, window: '16:00', deliverable: 月报}
            """,
        "documents.yml": """
            a: {name: 月报, kind: report, owner: lead, due: 每年1月30日}
            b: {name: 月报, kind: report, owner: rep, due: 每年2月27日}
            """,
        "duties.yml": "rep: {a: {text: 写月报, frequency: 每年1月30日, deliverable: 月报}}\n",
    }
    assert said(edition(tmp_path, files).appointments) == ["01-30 交月报 报告 rep lead", "02-27 月报 报告 rep"]


PROMISES = """\
waivers:
  - {code: PG232, reason: 先按旧口径, owner: rep, until: 2026-04-30}
  - {code: PG233, year: 2025, reason: 明年再改, owner: nobody, until: 2026-05-29}
  - {code: PG234, reason: 次年的, owner: rep, until: 2027-01-31}
review:
  accepted: [{address: "objectives/revenue", reason: 已经说好, owner: lead, until: 2026-06-30}]
"""


def test_promises_of_the_handbook_end_in_the_year_of_their_last_day(tmp_path: Path) -> None:
    """Waivers and accepted changes; who is no role is named all the same."""
    listed = edition(tmp_path, {"org.yml": ORG}, HEAD + PROMISES).appointments
    assert said(listed) == [
        "04-30 先按旧口径 豁免 PG232 到期 rep",
        "05-29 明年再改 豁免 PG233 到期",
        "06-30 已经说好 认可到期 lead",
    ]
    assert text(listed[1].who) == "nobody"
    assert {each.plan for each in listed} == {""}


GAP = """
revenue:
  name: 销售额
  target: 100万元
  channel: {own-store: {target: 60万元}, dealer: {target: 30万元}}
  gaps: {channel: {amount: 10万元, owner: rep, due: 2026-07-10, reason: 待谈}}
"""


def test_a_declared_difference_has_its_day(tmp_path: Path) -> None:
    """The line of the gap ledger with the day until which it is to be closed."""
    assert said(edition(tmp_path, {"org.yml": ORG, "objectives.yml": GAP}).appointments) == [
        "07-10 销售额 差额到期 rep"
    ]


def test_pages_and_files(tmp_path: Path) -> None:
    """One page for the year, one for the plan; a file for each, and for each role: all with the same days."""
    book = open_files(tmp_path, {"handbook.yml": HEAD, **KINDS}).book(2026)
    pages = {page.path: page for page in book.pages}
    assert {"calendar.md", "demo/calendar.md"} <= set(pages)
    files = sorted(path for path in book.media if path.endswith(".ics"))
    assert files == ["calendar.ics", "demo/calendar.ics", "demo/calendar/lead.ics", "demo/calendar/rep.ics"]
    calendar = icalendar.Calendar.from_ical(book.media["demo/calendar.ics"])
    assert isinstance(calendar, icalendar.Calendar)
    assert [f"{event.start:%m-%d}" for event in calendar.events] == [line[:5] for line in EXPECTED]
    names = [event.uid for event in calendar.events]
    assert len(names) == len(set(names))
    assert "2026/demo:phases/contract/里程碑@plangen" in names
    html = "".join(pages["calendar.md"].slots.values())
    assert 'id="d-2026-03-02"' in html
    assert 'href="#d-2026-03-02"' in html
    assert 'href="../demo/calendar/rep.ics"' in html


def test_what_returns_has_a_name_for_each_day(tmp_path: Path) -> None:
    """52 Mondays are 52 events; two routines do not share a name."""
    files = {"routines.yml": "a: {name: 周会, due: 每周一}\nb: {name: 例会, due: 每周一}\n"}
    names = [each.name for each in edition(tmp_path, files).appointments]
    assert (len(names), len(set(names))) == (104, 104)


def test_days_against_their_weekday_are_marked(tmp_path: Path) -> None:
    """In 2026 19 weekdays are off and 6 weekends are worked; the key shows each mark once more."""
    book = open_files(tmp_path, {"handbook.yml": HEAD, **KINDS}).book(2026)
    html = "".join(next(page for page in book.pages if page.path == "calendar.md").slots.values())
    assert (html.count(">休</span>"), html.count(">班</span>")) == (19 + 1, 6 + 1)


def test_a_day_off_is_said(tmp_path: Path) -> None:
    """31 January 2026 is a Saturday, 20 September a worked Sunday."""
    book = open_files(tmp_path, {"handbook.yml": HEAD, **KINDS}).book(2026)
    html = "".join(next(page for page in book.pages if page.path == "calendar.md").slots.values())
    said = re.sub(r"<[^>]*>", "", html)
    for words in ("1-31 周六", "休息日", "国庆节调休上班", "春节 2-15 至 2-23"):
        assert words in said


@pytest.mark.parametrize(
    ("calendar", "words"),
    [
        ("{holidays: CN}", "法定节假日、调休"),
        ("{complete: [2026]}", "里列出的日子"),
        ("{off: [{name: 厂休, start: 2026-08-03}]}", "还不知道"),
        ("", "只有周六和周日"),
    ],
)
def test_from_what_days_off_are_told(calendar: str, words: str, tmp_path: Path) -> None:
    """The page says it, whatever is known."""
    head = HEAD.replace("calendar: {holidays: CN}\n", f"calendar: {calendar}\n" if calendar else "")
    book = open_files(tmp_path, {"handbook.yml": head, **KINDS}).book(2026)
    assert words in "".join(next(page for page in book.pages if page.path == "demo/calendar.md").slots.values())


def test_a_year_without_days_has_no_calendar(tmp_path: Path) -> None:
    """No page, no file, no way to it."""
    book = open_files(tmp_path, {"org.yml": ORG}).book(2026)
    assert [page.path for page in book.pages if "calendar" in page.path] == []
    assert [path for path in book.media if path.endswith(".ics")] == []
    assert all("calendar" not in page.frame.tabs for page in book.pages)


def test_a_large_year_is_listed_on_the_pages_of_its_plans(tmp_path: Path) -> None:
    """Thirty weekly routines make 1,560 dates: the year shows its sheets, the plan its lists."""
    weekly = "".join(f"r{number}: {{name: 例会{number}, due: 每周一}}\n" for number in range(30))
    made = edition(tmp_path, {"routines.yml": weekly})
    assert len(made.appointments) == 30 * 52 > MOST_LISTED
    book = open_files(tmp_path, {"routines.yml": weekly}).book(2026)
    slots = {page.path: "".join(page.slots.values()) for page in book.pages}
    assert 'id="d-2026-01-05"' not in slots["calendar.md"]
    assert "#d-2026" not in slots["calendar.md"]
    assert 'id="d-2026-01-05"' in slots["demo/calendar.md"]


def test_own_words_stand_on_the_calendar(tmp_path: Path) -> None:
    """A narrative of that name belongs to the page, which stands in the plan's contents once."""
    made = open_files(tmp_path, {"handbook.yml": HEAD, **KINDS, "calendar.md": "# 我们的日历\n\n先看这里。\n"})
    pages = [page for page in made.book(2026).pages if page.path == "demo/calendar.md"]
    assert len(pages) == 1
    assert "先看这里" in pages[0].markdown
