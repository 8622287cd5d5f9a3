"""SWOT: the board, what answers a judgement, actions that pair quadrants."""

from datetime import date

import pytest

from plangen.findings import level_of
from plangen.sections.kind import SectionKind
from plangen.sections.swot.wording import count
from plangen.views import Board, Link, Table, Words
from unit.sections.reading import Read, read, text

SWOT = SectionKind("swot", "plangen.sections.swot")
FOUR = """
strengths:
  record: {text: 懂客户工艺, evidence: 做了多年, answer: phases/visit}
  desk: {text: 总部跟单现成, answer: [phases/visit, swot/anchor]}
weaknesses:
  no-base: {text: 华东没有客户, evidence: 从未在此销售}
opportunities:
  growth: {text: 市场在长, answer: swot/anchor}
threats:
  crowded: {text: 同行多}
actions:
  anchor: {pair: strengths-opportunities, text: 先攻大厂, answer: phases/visit, owner: rep, due: 2026-06-30}
  files: {pair: weaknesses-threats, text: 档案存区域, due: 待定}
"""
PHASES = """
opening:
  name: 开局期
  start: 2026-01-05
  end: 2026-03-31
  tasks: {visit: {name: 首轮拜访, start: 2026-01-05, end: 2026-03-31}}
"""
ORG = "roles: {rep: {name: 业务员}}"


def four(swot: str = FOUR) -> Read:
    """A plan with the four quadrants, one task and one role."""
    return read({"swot.yml": swot, "phases.yml": PHASES, "org.yml": ORG})


def board(plan: Read) -> Board:
    """The board of the plan's page."""
    (found,) = (block for block in plan.blocks("swot") if isinstance(block, Board))
    return found


def swo(plan: Read) -> list[str]:
    """The codes of SWOT."""
    return [code for code in plan.codes if code.startswith("SWO")]


def test_board_has_rows_and_columns() -> None:
    """Rows inside and outside, columns helpful and harmful, quadrants in reading order."""
    shown = board(four())
    assert (shown.rows, shown.columns) == (("内部", "外部"), ("有利", "不利"))
    assert [panel.title for panel in shown.panels] == ["优势", "劣势", "机会", "威胁"]


def test_head_counts_what_is_answered() -> None:
    """All, none, some."""
    asides = [panel.aside for panel in board(four()).panels]
    assert asides == [
        "S·2 条，全部有任务",
        "W·1 条，都还没有任务",
        "O·1 条，全部有任务",
        "T·1 条，都还没有任务",
    ]
    some = board(four(FOUR.replace(", answer: [phases/visit, swot/anchor]", "")))
    assert some.panels[0].aside == "S·2 条，1 条有任务"


def test_small_line_leads_from_evidence_to_the_answer() -> None:
    """Evidence, an arrow and the names of what answers it."""
    main, small = board(four()).panels[0].items[0]
    assert text(main) == "懂客户工艺"
    assert text(small) == "依据 做了多年　→ 首轮拜访"
    links = [part for part in small if isinstance(part, Link)]
    assert [str(link.address) for link in links] == ["demo:phases/visit"]
    assert text(board(four()).panels[0].items[1][1]) == "→ 首轮拜访、先攻大厂"


def test_small_line_says_that_no_task_answers() -> None:
    """Marked as unset, with a symbol before the words."""
    _, small = board(four()).panels[1].items[0]
    assert text(small) == "依据 从未在此销售　! 还没有对应任务"
    assert [part.tone for part in small if isinstance(part, Words)] == ["muted", "unset", "unset"]


def test_board_carries_a_table_with_anchors() -> None:
    """Every judgement can be linked to."""
    rows = board(four()).table.rows
    assert [row.id for row in rows if row.role == "body"] == ["record", "desk", "no-base", "growth", "crowded"]


def test_actions_are_a_table() -> None:
    """Pair, action, where it is carried out, owner, due; not set is said so."""
    (table,) = (block for block in four().blocks("swot") if isinstance(block, Table))
    rows = [[text(cell) for cell in row.cells] for row in table.rows]
    assert rows == [
        ["优势 × 机会", "先攻大厂", "首轮拜访", "业务员", "6-30"],
        ["劣势 × 威胁", "档案存区域", "—", "—", "待定"],
    ]
    assert [row.id for row in table.rows] == ["anchor", "files"]


def test_no_actions_no_table() -> None:
    """The heading goes too."""
    assert len(four(FOUR.partition("actions:")[0].replace("swot/anchor", "phases/visit")).blocks("swot")) == 1


def test_lede_and_summary_count() -> None:
    """3 of 5 judgements name an answer."""
    scope = four().scope()
    section = scope.plan.sections["swot"]
    assert text(SWOT.lede(section, scope)) == "五条判断，三条已经落到任务上；没有对应任务的标出。"
    assert text(SWOT.summary(section, scope)) == "5 条，3 条已有对应任务"
    assert SWOT.cards(section, scope) == ()


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "零"), (2, "两"), (9, "九"), (10, "十"), (14, "十四"), (20, "二十"), (99, "九十九"), (100, "100")],
)
def test_counting_words(number: int, words: str) -> None:
    """Han up to 99, then digits."""
    assert count(number, four().scope()) == words


def test_factor_without_answer_is_found() -> None:
    """SWO101, one for each, as information."""
    plan = four()
    assert swo(plan) == ["SWO101", "SWO101"]
    assert {str(level_of(finding)) for finding in plan.findings if finding.code == "SWO101"} == {"info"}
    assert {str(finding.address) for finding in plan.findings if finding.code == "SWO101"} == {
        "demo:swot/no-base", "demo:swot/crowded",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("factor", "found", "small"),
    [
        ("{text: 甲}", ["SWO101"], "! 还没有对应任务"),
        ("{text: 甲, note: 不打算应对}", [], "不打算应对"),  # the way out that the finding names
        ("{text: 甲, answer: swot/a}", ["SWO101"], "! 还没有对应任务"),  # no judgement answers itself
        ("{text: 甲, answer: 'demo:swot/a'}", ["SWO101"], "! 还没有对应任务"),
        ("{text: 甲, answer: [swot/a, phases/visit]}", [], "→ 首轮拜访"),
        ("{text: 甲, answer: swot/b}", [], "→ 乙"),
    ],
)
def test_what_counts_as_an_answer(factor: str, found: list[str], small: str) -> None:
    """Something else than the judgement itself, or a note that says why nothing is done."""
    others = {"weaknesses": "b", "opportunities": "c", "threats": "d"}
    rest = "".join(f"{name}: {{{key}: {{text: 乙, answer: phases/visit}}}}\n" for name, key in others.items())
    plan = four(f"strengths: {{a: {factor}}}\n{rest}")
    assert swo(plan) == found
    ((_, line),) = board(plan).panels[0].items
    assert text(line) == small


@pytest.mark.parametrize("written", ["", "threats: {}"])
def test_empty_quadrant_is_found(written: str) -> None:
    """SWO102, whether the key is missing or holds nothing."""
    plan = four("strengths: {a: {text: 甲, answer: phases/visit}}\n" + written)
    assert swo(plan).count("SWO102") == 3
    assert "SWO103" not in swo(plan)


def test_action_without_factors_is_one_finding_a_quadrant() -> None:
    """SWO103 in place of SWO102, once for all actions on the quadrant."""
    swot = """
strengths: {a: {text: 甲, answer: phases/visit}}
weaknesses: {b: {text: 乙, answer: phases/visit}}
opportunities: {c: {text: 丙, answer: phases/visit}}
actions:
  one: {pair: strengths-threats, text: 专人跟进}
  two: {pair: weaknesses-threats, text: 建档}
"""
    plan = four(swot)
    assert swo(plan) == ["SWO103"]
    assert plan.message("SWO103") == "做法“专人跟进”、“建档”用到“威胁”，这一栏却是空的"


def test_unknown_pair_is_refused() -> None:
    """Only the four pairs of TOWS."""
    plan = four("actions: {a: {pair: strengths-weaknesses, text: 甲}}")
    assert plan.codes == ["PG220"]


def test_due_of_another_year_says_it() -> None:
    """A day of next year is written with its year."""
    plan = four(FOUR.replace("2026-06-30", str(date(2027, 1, 31))))
    (table,) = (block for block in plan.blocks("swot") if isinstance(block, Table))
    assert text(table.rows[0].cells[-1]) == "2027-1-31"


def test_english_words() -> None:
    """The same in English."""
    head = "{format: 1, title: Handbook, language: en}"
    plan = read({"swot.yml": FOUR, "phases.yml": PHASES, "org.yml": ORG}, head)
    scope = plan.scope()
    assert board(plan).panels[0].aside == "S · 2, all answered"
    assert text(SWOT.lede(scope.plan.sections["swot"], scope)) == "5 judgements, 3 of them answered."
